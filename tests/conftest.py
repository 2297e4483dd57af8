"""What all tests share: a clean environment, patience, and one real browser for each module that needs it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

for variable in [name for name in os.environ if name.startswith("SITEGEN_")]:
    del os.environ[variable]  # a developer's own settings

settings.register_profile("patient", deadline=None)  # a loaded machine is no defect
settings.load_profile("patient")

NEED_A_BROWSER = {"browser", "page"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that drive a browser, so that a machine without one can leave them out by name."""
    for item in items:
        if NEED_A_BROWSER & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, headless; for one module, since Playwright's loop would stand in the way of other modules' own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chrome = driver.chromium.launch(executable_path=chromium.path(), args=list(chromium.ARGUMENTS))
        yield chrome
        chrome.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page: no cookies, no cache, nothing from the test before."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
