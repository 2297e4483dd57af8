"""What the preview adds to a page, and the pages it shows where the site has none."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.errors import SitegenError

SCRIPT_PATH = "/-sitegen/reload.js"
BUILD_PATH = "/-sitegen/build"

# The client is loaded from a file of the same origin, which a policy of `script-src 'self'` allows and an inline
# script would not be. A page that was loaded, or lost its connection, while a build ended would wait for ever:
# on each connection it asks whether it is of the latest build.
SCRIPT = """\
"use strict";
(function () {
  var build = new URL(document.currentScript.src).searchParams.get("build");
  document.addEventListener("LiveReloadConnect", function () {
    fetch("BUILD_PATH", { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (latest) { if (latest !== build) { location.reload(); } })
      .catch(function () {});
  });
  var port = location.port || (location.protocol === "https:" ? 443 : 80);
  var client = document.createElement("script");
  client.src = location.origin + "/livereload.js?host=" + location.hostname + "&port=" + port;
  document.head.appendChild(client);
})();
""".replace("BUILD_PATH", BUILD_PATH)

STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:12vh auto;padding:0 1rem}"
    "dt{font-weight:600}dd{margin:0 0 1rem;white-space:pre-wrap;overflow-wrap:anywhere}"
)


def script_tag(build: str) -> bytes:
    """Return the tag that lets a page of the build called `build` follow the next ones."""
    return f'<script defer src="{SCRIPT_PATH}?build={escape(build)}"></script>'.encode()


def error_page(problem: SitegenError) -> str:
    """Return the page that stands for all pages while the site cannot be built."""
    rows = (("What is wrong", problem.what), ("Where", problem.where), ("What to do", problem.todo))
    listed = "".join(f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in rows)
    return _page("The site could not be built", f"<dl>{listed}</dl><p>This page follows: mend it and look here.</p>")


def building_page() -> str:
    """Return the page shown until the first build is done."""
    return _page("The site is being built", "<p>This page follows as soon as it is done.</p>")


def missing_page(path: str) -> str:
    """Return the page for an address that the site does not have, where it brings no 404 page of its own."""
    return _page("There is no such page", f"<p>{escape(path)}</p><p><a href='/'>To the start</a></p>")


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f"<body><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )
