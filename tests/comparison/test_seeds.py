"""What must be found in the five seeds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.articles import find_stories, read_story
from sitegen.build import collate
from sitegen.config import find_project

if TYPE_CHECKING:
    from sitegen.model import Article, Collation, Comparison

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def collation() -> Collation:
    (folder,) = find_stories(find_project(ROOT).seeds)
    story = read_story(folder)
    return collate(story)


def article(collation: Collation, number: str) -> Article:
    return next(article for article in collation.story.articles if article.key.startswith(number))


def comparison(collation: Collation, base: str, other: str) -> Comparison:
    return collation.comparisons[article(collation, base).key, article(collation, other).key]


def paragraph(article_: Article, words: str) -> int:
    return next(n for n, p in enumerate(article_.paragraphs) if words in p.text)


def test_the_most_complete_is_first_by_a_clear_margin(collation: Collation) -> None:
    first, second = collation.ranking[:2]
    assert first.article is collation.base is article(collation, "001")
    assert first.completeness - second.completeness > 0.05


def test_the_longest_cleaned_article_is_another(collation: Collation) -> None:
    assert max(collation.ranking, key=lambda rank: rank.words).article is article(collation, "004")


def test_the_last_paragraph_of_000_is_the_last_two_of_001(collation: Collation) -> None:
    held = comparison(collation, "001", "000")
    last = len(held.other.paragraphs) - 1
    assert [link.base for link in held.links if link.other == last] == [len(held.base.paragraphs) - n for n in (2, 1)]


def test_the_voluntary_alliance_is_the_coalition_of_the_willing(collation: Collation) -> None:
    held = comparison(collation, "001", "002")
    pair = paragraph(held.base, "pushing for continued military support"), paragraph(held.other, "voluntary alliance")
    assert pair in {(link.base, link.other) for link in held.links}


@pytest.mark.parametrize("words", ["The Trump administration is attempting", "Moscow had earlier annexed Crimea"])
def test_what_003_alone_tells_is_only_here(words: str, collation: Collation) -> None:
    here = article(collation, "003")
    only = next(rank.only_here for rank in collation.ranking if rank.article is here)
    assert (paragraph(here, words), 0) in only


def test_a_statement_quoted_in_another_order_is_moved(collation: Collation) -> None:
    held = comparison(collation, "001", "000")
    quoted = next(hunk for hunk in held.hunks if hunk.other and "not aimed at" in held.other.sentence(hunk.other[0]))
    assert quoted.moved
