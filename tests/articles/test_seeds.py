"""What must come out of the five seeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.articles import find_stories, read_story
from sitegen.model import Article, Kind
from tests.articles.test_laws import assert_lossless

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    (folder,) = find_stories(SEEDS)
    return {article.key[:3]: article for article in read_story(folder).articles}


def texts(article: Article, kind: Kind) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind is kind]


def removed(article: Article) -> dict[int, str]:
    return {removal.line: removal.rule for removal in article.removals}


def test_sources(articles: dict[str, Article]) -> None:
    assert {key: (article.name, article.slug) for key, article in articles.items()} == {
        "000": ("Unknown source (000)", "000"),
        "001": ("RT", "rt"),
        "002": ("Unknown source (002)", "002"),
        "003": ("Unknown source (003)", "003"),
        "004": ("TASS", "tass"),
    }
    assert "feedback@rttv.ru" in articles["001"].masthead.known_from
    assert "dateline" in articles["004"].masthead.known_from


@pytest.mark.parametrize(("key", "number"), [("000", 7), ("001", 10), ("002", 10), ("004", 8)])
def test_body_paragraphs(articles: dict[str, Article], key: str, number: int) -> None:
    assert len(texts(articles[key], Kind.BODY)) == number
    assert {paragraph.kind for paragraph in articles[key].paragraphs} <= {Kind.HEADLINE, Kind.STANDFIRST, Kind.BODY}


@pytest.mark.parametrize("key", ["000", "002"])
def test_nothing_is_removed_or_taken_for_a_masthead(articles: dict[str, Article], key: str) -> None:
    article = articles[key]
    assert article.removals == ()
    assert (article.masthead.headline, article.masthead.published, article.masthead.lines) == ("", "", ())
    assert len(article.paragraphs) == len(article.lines)


def test_the_one_with_much_furniture(articles: dict[str, Article]) -> None:
    article = articles["001"]
    head = article.masthead
    assert head.headline == "Western troops in Ukraine would amount to ‘foreign intervention’ – Moscow"
    assert texts(article, Kind.HEADLINE) == [head.headline]
    assert head.standfirst.startswith("Plans by Kiev’s backers to establish military hubs")
    assert [paragraph.kind for paragraph in article.paragraphs[:2]] == [Kind.HEADLINE, Kind.STANDFIRST]
    assert (head.published, head.lines) == ("2026-01-08", (2,))
    assert removed(article) == {
        1: "icon-names",
        7: "repeated-headline",
        29: "comment-notice",
        30: "player",
        31: "player",
        32: "player",
        33: "player",
        34: "player",
    }


def test_the_one_with_subheadings(articles: dict[str, Article]) -> None:
    article = articles["003"]
    assert article.masthead.headline == "Russia rejects peace plan: Western troops in Ukraine would be targets"
    assert article.masthead.standfirst.startswith("Efforts to outline a post-war security framework")
    assert texts(article, Kind.SUBHEADING) == [
        "Peacekeeping dispute",
        "Moscow’s warning",
        "‘Axis of war’",
        "Fragile talks",
        "Messages from Paris",
    ]
    assert texts(article, Kind.CREDIT) == ["Sources: Associated Press, Ziare."]
    assert texts(article, Kind.CAPTION) == ["Russian Foreign Ministry spokesperson Maria Zakharova"]
    assert removed(article) == {
        1: "breadcrumb",
        6: "photo-credit",
        10: "also-read",
        24: "also-read",
        40: "also-read",
        56: "also-read",
        66: "also-read",
        68: "advertisement",
    }


def test_the_one_with_a_dateline(articles: dict[str, Article]) -> None:
    article = articles["004"]
    head = article.masthead
    assert (head.dateline, head.agency, head.published) == ("Moscow", "TASS", "2026-01-08")
    assert head.lead_in == "date 2026-01-08 MOSCOW, January 8. /TASS/."
    assert article.paragraphs[0].text.startswith("Moscow warns that the deployment")
    assert (head.headline, article.removals) == ("", ())


@pytest.mark.parametrize("key", ["000", "001", "002", "003", "004"])
def test_every_line_is_accounted_for(articles: dict[str, Article], key: str) -> None:
    assert_lossless(articles[key])


def test_the_order_knows_nothing_of_names(articles: dict[str, Article], tmp_path: Path) -> None:
    for name, seed in zip("edcba", sorted(SEEDS.glob("*.txt")), strict=True):
        (tmp_path / f"{name}.txt").write_bytes(seed.read_bytes())
    (folder,) = find_stories(tmp_path)
    order = [article.sha256 for article in read_story(folder).articles]
    (here,) = find_stories(SEEDS)
    with_outlets = [article.sha256 for article in read_story(here).articles]
    assert order == with_outlets
    assert len(order) == len(articles)
