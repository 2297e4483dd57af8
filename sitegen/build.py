"""The whole program, top to bottom: read, compare, render, write. This file is the picture in `docs/architecture.md`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from sitegen.articles import find_stories, read_pair, read_story
from sitegen.comparison.alignment import align, swap
from sitegen.comparison.base import rank
from sitegen.comparison.coverage import cover
from sitegen.comparison.hunks import compare
from sitegen.comparison.similarity import profile
from sitegen.model import Collation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sitegen.config import Project
    from sitegen.model import Article, Comparison, Match, Rank, Story

EVERY_PAIR_UP_TO = 12
"""Articles of a story up to which every ordered pair gets a page; beyond, pages would outgrow the site's use."""


def collate(story: Story) -> Collation:
    """Compare the articles of a story with each other and find its base."""
    matches = match_all(story.articles)
    coverage = cover(story.articles, matches)
    ranking = rank(story.articles, coverage)
    base = choose_base(story, ranking)
    by_key = {article.key: article for article in story.articles}
    comparisons = {
        (one, two): compare(by_key[one], by_key[two], matches[one, two]) for one, two in pairs_with_a_page(story, base)
    }
    return Collation(story, ranking, base, comparisons, coverage)


def match_all(articles: tuple[Article, ...]) -> dict[tuple[str, str], tuple[Match, ...]]:
    """Return the matches of every ordered pair of articles, by their keys."""
    profiles = {article.key: profile(article) for article in articles}
    matches = {}
    for one, two in combinations(profiles, 2):
        matches[one, two] = align(profiles[one], profiles[two])
        matches[two, one] = swap(matches[one, two])
    return matches


def choose_base(story: Story, ranking: tuple[Rank, ...]) -> Article:
    """Return the editor's base, else the most complete article."""
    chosen = [rank.article for rank in ranking if rank.article.key == story.chosen_base]
    return chosen[0] if chosen else ranking[0].article


def pairs_with_a_page(story: Story, base: Article) -> tuple[tuple[str, str], ...]:
    """Return the pairs (what is compared with, article) that get a page, by their keys."""
    keys = [article.key for article in story.articles]
    if len(keys) <= EVERY_PAIR_UP_TO:
        return tuple(permutations(keys, 2))
    with_base = {pair for key in keys if key != base.key for pair in ((base.key, key), (key, base.key))}
    chosen = {pair for one, two in story.chosen_pairs for pair in ((one, two), (two, one))}
    return tuple(sorted(with_base | chosen))


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    stories: int
    """Stories of the site."""
    articles: int
    """Articles of all stories."""
    pages: int
    """HTML pages of the site."""
    changed: int
    """Files that are new or hold other bytes than before."""
    removed: int
    """Files of the old site that are no more."""
    notices: tuple[str, ...]
    """What was left aside."""
    summary: str
    """One line that says which article is the base, or what to open."""
