"""The browser for the tests: a Chromium on PATH, else the system's package, else Playwright's own; none fails loudly.

`python -m tests.chromium` installs it where there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

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

PATIENCE = 60
"""Seconds that a browser may take to say its version on a loaded machine."""


@cache
def path() -> str:
    """Return the path of the browser that the tests drive.

    Raises:
        FileNotFoundError: there is none.
    """
    found = find() or playwrights_own()
    if found is None:
        message = "The tests need a browser. Install Chromium so that it is on PATH, or run: python -m tests.chromium"
        raise FileNotFoundError(message)
    return found


def find() -> str | None:
    """Return the path of a Chromium on PATH."""
    paths = (shutil.which(name) for name in NAMES)
    return next((path for path in paths if path and runs(path)), None)


def playwrights_own() -> str | None:
    """Return the path of the Chromium that Playwright installed, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        own = driver.chromium.executable_path
    return own if Path(own).exists() else None


def runs(browser: str) -> bool:
    """Return whether a browser is more than a placeholder that asks to install one."""
    try:
        said = subprocess.run([browser, "--version"], capture_output=True, check=False, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0


def install() -> None:
    """Install a browser: the system's where we may, else Playwright's."""
    print("Installing a browser for the tests …", flush=True)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=quiet)
    if not find():
        needs = ["--with-deps"] if root else []
        subprocess.run([sys.executable, "-m", "playwright", "install", *needs, "chromium"], check=False)


def main() -> None:
    """Install a browser where there is none, and say which one the tests drive."""
    if not (find() or playwrights_own()):
        install()
    try:
        print(f"The tests drive {path()}")
    except FileNotFoundError as error:
        sys.exit(f"{error}")


if __name__ == "__main__":
    main()
