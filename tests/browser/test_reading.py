"""A reader's way through the site in a real browser: what is seen, with and without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sitegen.build import compare_files
from sitegen.pages import standalone_comparison
from tests.browser.conftest import ROOT, Watched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

WIDTHS = (320, 360, 768, 1440)
KINDS = ("index", "rt", "000", "003--tass", "404")


def box(locator: Locator) -> dict[str, float]:
    """Return where something is on the screen."""
    found = locator.bounding_box()
    assert found is not None
    return {"x": found["x"], "y": found["y"], "width": found["width"], "height": found["height"]}


def css(locator: Locator, name: str) -> str:
    """Return a computed style. Works without JavaScript on the page, too."""
    value: str = locator.evaluate("(element, name) => getComputedStyle(element).getPropertyValue(name)", name)
    return value


def test_from_the_index_to_a_moved_passage_and_back(watched: Watched, served: str) -> None:
    page = watched.page
    page.goto(f"{served}/index.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Moscow on Western troops in Ukraine"
    rows = page.locator("table.sources tbody tr")
    assert rows.count() == 5
    assert "RT" in rows.first.inner_text()
    assert "base" in rows.first.inner_text()

    page.get_by_role("rowheader", name="Unknown source (000)").get_by_role("link").click()
    assert page.url == f"{served}/000.html"
    assert "held against RT" in page.get_by_role("heading", level=1).inner_text()

    note = page.locator(".placeholder")
    assert "moved" in note.inner_text()
    note.get_by_role("link").click()
    target = page.locator(":target")
    assert "not aimed" in target.inner_text()
    place = box(target)
    assert 0 <= place["y"] < 900, "the moved passage is on the screen"
    assert css(target, "background-color") != css(
        page.locator("section.passage:not(:target)").first, "background-color"
    )

    target.get_by_role("link", name="further up").click()
    assert "placeholder" in (page.locator(":target").get_attribute("class") or "")
    page.go_back()
    page.go_back()
    page.go_back()
    assert page.url == f"{served}/index.html"


def test_a_deep_link_arrives_at_its_paragraph(watched: Watched, served: str) -> None:
    page = watched.page
    page.goto(f"{served}/000.html")
    last = page.locator("section.passage").last
    link = last.locator("a.permalink")
    assert link.get_attribute("aria-label") == "Link to paragraph 7"
    assert min(box(link)["width"], box(link)["height"]) >= 24
    address = f"{served}/000.html{link.get_attribute('href')}"
    page.goto("about:blank")
    page.goto(address)
    assert "Hungary" in page.locator(":target").inner_text()
    assert 0 <= box(page.locator(":target"))["y"] < 720


def test_marks_are_seen_without_colour(watched: Watched, served: str) -> None:
    page = watched.page
    page.goto(f"{served}/000.html")
    inserted, deleted = page.locator(".text ins").first, page.locator(".passage .words > del").first
    assert "underline" in css(inserted, "text-decoration-line")
    assert "line-through" in css(deleted, "text-decoration-line")
    assert css(inserted, "background-color") != css(deleted, "background-color")
    assert "only in this wording" in str(
        inserted.evaluate("element => getComputedStyle(element, '::before').content"),
    )


def test_rewritten_passages_stand_side_by_side(watched: Watched, served: str) -> None:
    page = watched.page
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{served}/003.html")
    base, other = page.locator(".sides").first.locator(".side").all()
    assert box(base)["y"] == box(other)["y"]
    assert box(base)["x"] < box(other)["x"]
    page.set_viewport_size({"width": 360, "height": 900})
    assert box(base)["x"] == box(other)["x"]
    assert box(base)["y"] < box(other)["y"]
    assert "RT" in base.inner_text()
    assert "Unknown source (003)" in other.inner_text()


def test_what_was_removed_unfolds(watched: Watched, served: str) -> None:
    page = watched.page
    page.goto(f"{served}/rt.html")
    notice = page.get_by_text("Dear readers!")
    assert not notice.is_visible()
    page.locator("details.removed summary").click()
    assert notice.is_visible()
    assert "comment-notice" in page.locator("details.removed").inner_text()


def test_every_source_is_reached_by_next(watched: Watched, served: str) -> None:
    page = watched.page
    page.goto(f"{served}/rt.html")
    seen = [page.locator("h1 bdi").first.inner_text()]
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        seen.append(page.locator("h1 bdi").first.inner_text())
    assert len(set(seen)) == 5


def test_each_ordered_pair_says_what_is_held_against_what(watched: Watched, served: str) -> None:
    page = watched.page
    for one, two, words in (("000", "tass", "held against TASS"), ("tass", "000", "held against Unknown source (000)")):
        page.goto(f"{served}/{one}--{two}.html")
        assert words in page.get_by_role("heading", level=1).inner_text()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_needs_sideways_scrolling(page: Page, served: str, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served}/{kind}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, served: str, kind: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True)
    page = context.new_page()
    page.goto(f"{served}/{kind}.html")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []


def test_a_copied_link_says_so(browser: Browser, served: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{served}/000.html")
    link = page.locator("a.permalink").nth(2)
    link.click()
    page.get_by_text("Address copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{served}/000.html{link.get_attribute('href')}"
    context.close()


def test_the_site_works_from_a_folder(browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.goto((ROOT / "site" / "index.html").as_uri())
    page.get_by_role("rowheader", name="TASS").get_by_role("link").click()
    assert page.url.endswith("/tass.html")
    assert page.locator("body").evaluate("element => getComputedStyle(element).margin") == "0px"
    context.close()
    assert complaints == []


def test_a_page_prints_with_everything_open(page: Page, served: str) -> None:
    page.goto(f"{served}/rt.html")
    page.emulate_media(media="print")
    assert page.get_by_text("Dear readers!").evaluate("element => element.checkVisibility()")
    assert not page.locator("a.permalink").first.is_visible()


def test_one_comparison_alone_is_a_whole_page(browser: Browser, tmp_path: Path) -> None:
    base, other = (next((ROOT / "seeds").glob(f"{number}*")) for number in ("001", "004"))
    page_file = tmp_path / "alone.html"
    page_file.write_text(standalone_comparison(compare_files(base, other, as_is=False)), encoding="utf-8")
    context = browser.new_context()
    watched = Watched(context.new_page(), "file://")
    watched.page.goto(page_file.as_uri())
    bar = watched.page.locator(".bar > svg")
    assert box(bar)["height"] < 40
    assert "Charter" in css(watched.page.locator(".words").first, "font-family")
    context.close()
    assert watched.complaints == []
