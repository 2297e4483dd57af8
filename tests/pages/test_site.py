"""The files of a story and of a site: addresses, links that lead somewhere, sound heads, text that stays text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from sitegen.build import collate
from sitegen.config import Project
from sitegen.model import Masthead, Removal, Story
from sitegen.pages import (
    PageFile,
    load_theme,
    site_pages,
    standalone_comparison,
    story_link,
    story_pages,
    theme_files,
)
from tests.comparison.strategies import article

if TYPE_CHECKING:
    from sitegen.model import Article, Collation

STORM = ["The storm broke the northern pier of Marisol on Monday.", "Eleven boats were lost, the coast guard said."]
MAYOR = ["Mayor Ines Calder put the cost of repairs at 4.2 million euros."]
FERRY = ["Ferries to the outer islands will not sail before the end of March."]
SCHOOL = ["A school on Quay Street took in two hundred people overnight."]
EVIL = "<script>alert(1)</script></head><img src=x onerror=alert(2)>\"'{{ 7*7 }}\u202eesrever\u2066"
THEME = load_theme(None, None)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def told(*articles: Article, slug: str = "", chosen: str = "") -> Collation:
    return collate(Story(slug, "The storm", "", articles, chosen, ()))


def four(**of_second: object) -> tuple[Article, ...]:
    two = article("two", [SCHOOL, STORM, MAYOR])
    return (
        article("one", [STORM, MAYOR, FERRY, SCHOOL]),
        replace(two, **of_second),  # type: ignore[arg-type]
        article("three", [["Eleven boats were lost on Monday in Marisol, said the guard."], FERRY]),
        article("four", [STORM, MAYOR, FERRY]),
    )


def project(url: str = "") -> Project:
    return Project(Path(), "Harbour news", url, "en")


def site(*stories: Collation, url: str = "") -> dict[str, str]:
    """Return the text files of a whole site by their path."""
    settings = project(url)
    files: list[PageFile] = [*theme_files(THEME), *site_pages(map(story_link, stories), settings, THEME)]
    for story in stories:
        files += story_pages(story, settings, THEME)
    assert len({file.path for file in files}) == len(files)
    return {file.path: file.data.decode() for file in files}


class Page(HTMLParser):
    """What a test asks of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


def pages(files: dict[str, str]) -> dict[str, Page]:
    return {path: Page(text) for path, text in files.items() if path.endswith(".html")}


def test_a_story_has_a_page_a_source_and_one_for_every_ordered_pair() -> None:
    files = site(told(*four()))
    names = ("one", "two", "three", "four")
    pairs = {f"{one}--{two}.html" for one in names for two in names if one != two}
    expected = {"index.html", "404.html", *pairs, *(f"{name}.html" for name in names)}
    assert {path for path in files if path.endswith(".html")} == expected
    assert {"story.json", ".nojekyll", "static/style.css", "static/site.js"} <= set(files)


def test_the_name_of_a_pair_says_the_article_first() -> None:
    files = site(told(*four()))
    assert "<title>TWO held against THREE" in files["two--three.html"]
    assert 'href="two--one.html"' in files["two.html"], "the permanent address of what is held against the base"


def test_several_stories_have_a_folder_each_and_an_index() -> None:
    files = site(told(*four(), slug="a"), told(*four(), slug="b"))
    assert {"index.html", "a/index.html", "b/index.html", "a/two--three.html", "b/story.json"} <= set(files)
    assert 'href="a/index.html"' in files["index.html"]


@pytest.mark.parametrize("slugs", [("",), ("a", "b")], ids=["one story", "two stories"])
def test_every_link_is_relative_and_leads_to_something(slugs: tuple[str, ...]) -> None:
    files = site(*(told(*four(), slug=slug) for slug in slugs))
    ids = {path: set(page.values("id")) for path, page in pages(files).items()}
    checked = 0
    for path, page in pages(files).items():
        if path == "404.html":
            continue
        for address in [*page.values("href"), *page.values("src")]:
            target, _, fragment = address.partition("#")
            assert not re.match(r"/|\w+:", target), (path, address)
            there = PurePosixPath(path).parent / target.partition("?")[0] if target else PurePosixPath(path)
            name = re.sub(r"[^/]+/\.\./", "", there.as_posix())
            assert name in files, (path, address)
            assert not fragment or fragment in ids[name], (path, address)
            checked += 1
    assert checked > 100


def test_assets_are_named_with_what_they_hold() -> None:
    files = site(told(*four(), slug="a"), told(*four(), slug="b"))
    assert re.search(r'href="static/style\.css\?v=[0-9a-f]{8}"', files["index.html"])
    assert re.search(r'src="\.\./static/site\.js\?v=[0-9a-f]{8}"', files["a/index.html"])


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("", "/"),
        ("https://example.org", "/"),
        ("https://example.org/repo", "/repo/"),
        ("https://a.example/b/c/", "/b/c/"),
    ],
)
def test_the_page_for_lost_addresses_starts_at_the_root(url: str, root: str) -> None:
    page = Page(site(told(*four()), url=url)["404.html"])
    addresses = [a for a in [*page.values("href"), *page.values("src")] if not a.startswith("#")]
    assert len(addresses) >= 4
    assert all(address.startswith(root) for address in addresses)


def test_every_page_has_a_sound_head_and_frame() -> None:
    for path, text in site(told(*four(), slug="a"), told(*four(), slug="b")).items():
        if not path.endswith(".html"):
            continue
        page = Page(text)
        tags = [tag for tag, _ in page.tags]
        assert text.startswith('<!doctype html>\n<html lang="en">')
        assert text.count("</head>") == tags.count("h1") == tags.count("main") == tags.count("title") == 1
        policy = [a["content"] for tag, a in page.tags if tag == "meta" and a.get("http-equiv")]
        assert policy == [POLICY]
        assert tags.index("meta") < tags.index("link")
        assert not page.values("style"), path
        assert "<style" not in text
        assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
        assert text.count("<script") == text.count("<script src=") == 1
        ids = page.values("id")
        assert len(ids) == len(set(ids)), path
        numbers = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in pairwise(numbers))


def test_a_text_never_becomes_markup() -> None:
    head = Masthead(headline=EVIL, outlet=EVIL, url="javascript:alert(3)", dateline=EVIL, byline=EVIL, known_from=EVIL)
    evil = replace(
        article("two", [[EVIL + " one."], STORM, [EVIL + " two."]]),
        name=EVIL,
        language='"><script>',
        masthead=head,
        removals=(Removal(3, EVIL, EVIL, EVIL),),
    )
    plain = article("one", [STORM, MAYOR])
    files = site(replace(told(plain, evil), story=Story("", EVIL, EVIL, (plain, evil), "", ())))
    files["alone.html"] = standalone_comparison(told(plain, evil).comparisons["one", "two"])
    for path, page in pages(files).items():
        assert "<script>alert" not in files[path]
        assert "<img" not in files[path]
        assert files[path].count("</head>") == 1
        assert not [a for a in page.values("href") if a.startswith("javascript")]
    assert "&lt;script&gt;alert(1)" in files["two.html"]
    assert "{{ 7*7 }}" in files["two.html"]


@pytest.mark.parametrize(
    ("url", "linked"), [("https://example.org/a?b=1&c", True), ("ftp://a.example/", False), ("data:x", False)]
)
def test_only_web_addresses_become_links_and_tell_nobody_where_from(url: str, linked: bool) -> None:  # noqa: FBT001
    page = Page(site(told(*four(masthead=Masthead(url=url))))["two.html"])
    found = [attributes for tag, attributes in page.tags if tag == "a" and attributes.get("href") == url]
    assert bool(found) is linked
    assert all("noopener" in str(attributes["rel"]) for attributes in found)


def test_the_languages_of_both_sides_are_named() -> None:
    one, two = article("one", [STORM, MAYOR, FERRY]), article("two", [STORM])
    collation = told(replace(one, language="fr"), replace(two, language="de"))
    text = site(collation)["two.html"]
    assert re.search(r'<p class="words" lang="de" dir="auto">The storm', text)
    assert re.search(r'<p class="words" lang="fr" dir="auto"><del>Mayor', text)


def test_story_json_says_what_decided() -> None:
    found = json.loads(site(told(*four()))["story.json"])
    assert found["base"] == "one"
    assert found["ranking"][0]["slug"] == "one"
    assert {"slug", "file", "sha256", "masthead", "removals"} <= set(found["articles"][0])
    assert len(found["comparisons"]) == 12
    addresses = {pair["address"] for pair in found["comparisons"]}
    assert "two--one.html" in addresses


def test_the_order_of_articles_changes_no_page() -> None:
    articles = four()
    one, other = site(told(*articles)), site(told(*reversed(articles)))
    assert one == other


def test_one_comparison_alone_needs_nothing_else() -> None:
    text = standalone_comparison(told(*four()).comparisons["one", "two"])
    page = Page(text)
    assert "link" not in [tag for tag, _ in page.tags]
    assert "<script" not in text
    assert "unsafe" not in text
    assert not page.values("src")
    assert all(address.startswith("#") for address in page.values("href"))
    assert {a[1:] for a in page.values("href")} <= set(page.values("id"))
