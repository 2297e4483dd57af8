"""The browser for the tests: a Chromium on PATH, else Debian's, else Playwright's own. A missing one fails loudly.

`python -m tests.chromium` installs it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Options under which Chromium runs as root in a container and calls nobody."""


def find() -> str | None:
    """Return the path of a Chromium on PATH."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def path() -> str:
    """Return the path of the browser that the tests drive.

    Raises:
        RuntimeError: there is none.
    """
    found = find() or playwrights_own()
    if found is None:
        message = "The tests need a browser. Run `make test`, or install Chromium so that it is on PATH."
        raise RuntimeError(message)
    return found


def playwrights_own() -> str | None:
    """Return the path of the Chromium that Playwright installed, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        own = driver.chromium.executable_path
    return own if os.path.exists(own) else None  # noqa: PTH110 - a plain question about a plain path


def install() -> None:
    """Install a browser where there is none."""
    if find() or playwrights_own():
        return
    print("Installing a browser for the tests …", flush=True)
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=quiet, stdout=sys.stderr)
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    path()


if __name__ == "__main__":
    install()
