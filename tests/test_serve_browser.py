"""The preview in a real browser, on pages with a strict Content-Security-Policy."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from tests.test_serve import PATIENCE, Served, project

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

__all__ = ["project"]
TALL = "<p>line" * 300


def wait_for(page: Page, condition: str) -> None:
    """Wait until a condition holds, also across reloads. (Playwright's own waiting needs `unsafe-eval`)."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if page.evaluate(condition):
                return
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
        assert time.monotonic() < end, (condition, page.content())
        page.wait_for_timeout(20)


def shows(text: str) -> str:
    return f"document.body !== null && document.body.innerText.includes({text!r})"


def test_the_browser_follows_the_edits(project: Path, page: Page) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Security" in said.text else None)
    served = Served(project)
    try:
        page.goto(f"http://{served.host}:{served.port}/")  # may still be being built: the page follows
        wait_for(page, shows("first words"))

        served.edit("seeds/index.txt", "tall" + TALL)
        wait_for(page, shows("tall"))
        wait_for(page, "window.LiveReload?.connector?.protocol === 7")  # no second reload is under way
        page.evaluate("scrollTo(0, 2000)")
        served.edit("seeds/index.txt", "edited" + TALL)
        wait_for(page, shows("edited"))
        wait_for(page, "scrollY === 2000")

        page.evaluate("window.sameDocument = true")
        served.edit("static/style.css", "p { color: rgb(0, 0, 255) }")
        wait_for(page, "getComputedStyle(document.querySelector('p')).color === 'rgb(0, 0, 255)'")
        assert page.evaluate("window.sameDocument")

        served.edit("seeds/index.txt", "BROKEN")
        wait_for(page, shows("<b>Broken</b> seed."))
        served.edit("seeds/index.txt", "mended")
        wait_for(page, shows("mended"))

        served.end()
        served.edit("seeds/index.txt", "after a restart")
        served = Served(project, "--port", str(served.port))
        wait_for(page, shows("after a restart"))
    finally:
        served.end()
    assert complaints == []
