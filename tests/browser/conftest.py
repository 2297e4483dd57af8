"""The site of the seeds, served under a sub-path as on GitHub Pages, and a page that may call nobody else."""

from __future__ import annotations

import functools
import http.server
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.build import build
from sitegen.config import find_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and prints nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


class QuietServer(http.server.ThreadingHTTPServer):
    """Says nothing when a browser hangs up early."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the seeds' site and serve it below `/repo/`; give the address of that folder."""
    folder = tmp_path_factory.mktemp("served")
    project = replace(find_project(ROOT), url="https://example.org/repo/")
    build(project, folder / "repo", lambda *_: None)
    server = QuietServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/repo"
    server.shutdown()
    thread.join()
    server.server_close()


class Watched:
    """A page with a record of what must not happen on it."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", lambda said: self.complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self.note_request(request.url, origin))

    def note_request(self, url: str, origin: str) -> None:
        """Note a request that leaves the site."""
        if not url.startswith((origin, "file://", "data:", "about:")):
            self.complaints.append(f"request: {url}")


@pytest.fixture(params=["script", "no script"])
def watched(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A page with and without JavaScript, on which any complaint fails the test."""
    context = browser.new_context(java_script_enabled=request.param == "script")
    watched = Watched(context.new_page(), served)
    yield watched
    context.close()
    assert watched.complaints == []
