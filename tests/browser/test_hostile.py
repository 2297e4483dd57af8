"""Text is data: nothing in an article, a file's name, a toml or an introduction runs in a reader's browser."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from sitegen.build import build
from sitegen.config import find_project
from tests.browser.conftest import Watched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>{{ 7*7 }}{% raw %}</head></p>"
BIDI = "\u202edesrever\u202c \u2066isolated and never closed"
CONTROL = "bell\x07 null\x00 escape\x1b[31m delete\x7f next\x85 tag\U000e0041"


def hostile(folder: Path) -> Path:
    """Write a project in which everything a user or a source can write tries to break out."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    (folder / "sitegen.toml").write_text(f"title = '''{EVIL}'''\n", encoding="utf-8")
    story = f"""title = '''{EVIL} {BIDI}'''
[articles."evil<script>alert(4)<"]
outlet = '''{EVIL}'''
known_from = '''javascript:alert(5) {EVIL}'''
"""
    (seeds / "story.toml").write_text(story, encoding="utf-8")
    (seeds / "story.md").write_text(
        f"# Hello\n\n{EVIL}\n\n[click](javascript:alert(6)) ![x](data:text/html,x)\n", "utf-8"
    )
    body = f"Moscow said on Monday that {EVIL} would be an attack.\n\nThe second {BIDI} paragraph says more."
    text = f"{EVIL} as a headline\n\n{body}\n\nA bell rang: {CONTROL.replace(chr(0), '')} in the town.\n"
    (seeds / "evil<script>alert(4)<.txt").write_text(text, encoding="utf-8")
    (seeds / "other.md").write_text(
        f"---\ntitle: {EVIL}\nurl: javascript:alert(7)\n---\n\n"
        f"Moscow said on Tuesday that {EVIL} would be an attack.\n\n"
        "[a link](javascript:alert(8)) and <b onclick=alert(9)>bold</b> text stand in this paragraph.\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    build(find_project(hostile(folder)), folder / "site", lambda *_: None)
    return folder / "site"


def test_nothing_runs_on_any_page(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    pages = sorted(path for path in site.glob("*.html") if path.stem != "404")  # its addresses are absolute
    assert len(pages) > 4
    for path in pages:
        watched = Watched(context.new_page(), "file://")
        watched.page.goto(path.as_uri())
        for link in watched.page.locator("a").all():
            address = str(link.evaluate("element => element.href"))
            assert address.startswith(("file://", "http://", "https://")), address
        assert watched.page.locator("main script, main img, main [onclick]").count() == 0
        assert watched.complaints == []
        watched.page.close()
    context.close()


def test_every_page_is_whole_and_shows_the_text(site: Path) -> None:
    for path in site.glob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert page.count("</head>") == page.count("</main>") == page.count("</html>") == 1
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", page)
    texts = [html.unescape(path.read_text(encoding="utf-8")) for path in site.glob("*--*.html")]
    assert any("<script>alert(1)</script>" in text for text in texts)
    assert "49" not in html.unescape((site / "404.html").read_text(encoding="utf-8"))


def test_file_names_in_the_site_are_harmless(site: Path) -> None:
    names = [path.name for path in site.rglob("*")]
    assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in names if name != "static"), names


def test_bidi_controls_stay_in_their_paragraph(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    heading = page.get_by_role("heading", name="Sources")
    assert heading.evaluate("element => getComputedStyle(element).direction") == "ltr"
    context.close()
