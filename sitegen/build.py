"""The whole program, top to bottom: read, compare, render, write. The picture of it is in `docs/architecture.md`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from sitegen.articles import StoryFolder, find_stories, read_pair, read_story
from sitegen.comparison.alignment import align, swap
from sitegen.comparison.base import rank
from sitegen.comparison.coverage import cover
from sitegen.comparison.hunks import compare
from sitegen.comparison.similarity import profile
from sitegen.model import Collation
from sitegen.pages import load_theme, site_pages, story_link, story_pages, theme_files
from sitegen.write import staged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sitegen.config import Project
    from sitegen.model import Article, Comparison, Match, Rank, Story
    from sitegen.pages import StoryLink

    Progress = Callable[[int, int, str], None]
    """Takes what is done, what there is to do, and what is being done."""

EVERY_PAIR_UP_TO = 12
"""Articles of a story up to which every ordered pair gets a page; beyond, pages would outgrow the site's use."""


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
    """One line that says which article is the base; "" for several stories."""


def build(project: Project, output: Path, progress: Progress) -> Report:
    """Build the site of a project into `output`.

    Raises:
        SitegenError: an input, a setting, a template or the output does not allow it; the old site is as it was.
    """
    folders = find_stories(project.seeds)
    theme = load_theme(project.templates, project.static)
    steps = Steps(progress, sum(map(count_steps, folders)))
    links: list[StoryLink] = []
    articles = 0
    summary = ""
    with staged(output, (project.seeds, project.templates, project.static)) as stage:
        for file in theme_files(theme):
            stage.put(file.path, file.data)
        for folder in folders:
            story = read_story(folder, project.title)
            collation = collate(story, steps)
            for file in story_pages(collation, project, theme):
                stage.put(file.path, file.data)
                steps.take(f"writing {file.path}")
            links.append(story_link(collation))
            if len(folders) == 1:
                summary = summarize(collation)
            articles += len(story.articles)
        for file in site_pages(links, project, theme):
            stage.put(file.path, file.data)
        written = stage.commit()
    return Report(
        stories=len(folders),
        articles=articles,
        pages=written.pages,
        changed=len(written.changed),
        removed=len(written.removed),
        notices=tuple(
            f"Left aside: {path} (an article is a .txt or .md file)" for folder in folders for path in folder.left_aside
        ),
        summary=summary,
    )


def compare_files(base: Path, other: Path, *, as_is: bool) -> Comparison:
    """Compare two files, wherever they are."""
    one, two = read_pair(base, other, as_is=as_is)
    return compare(one, two, align(profile(one), profile(two)))


def collate(story: Story, steps: Steps | None = None) -> Collation:
    """Compare the articles of a story with each other and find its base."""
    matches = match_all(story.articles, steps)
    coverage = cover(story.articles, matches)
    ranking = rank(story.articles, coverage)
    base = choose_base(story, ranking)
    by_key = {article.key: article for article in story.articles}
    comparisons = {
        (one, two): compare(by_key[one], by_key[two], matches[one, two]) for one, two in pairs_with_a_page(story, base)
    }
    return Collation(story, ranking, base, comparisons, coverage)


def match_all(articles: tuple[Article, ...], steps: Steps | None) -> dict[tuple[str, str], tuple[Match, ...]]:
    """Return the matches of every ordered pair of articles, by their keys."""
    profiles = {article.key: profile(article) for article in articles}
    matches = {}
    for one, two in combinations(profiles, 2):
        matches[one, two] = align(profiles[one], profiles[two])
        matches[two, one] = swap(matches[one, two])
        if steps:
            steps.take(f"comparing {one} and {two}")
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


def summarize(collation: Collation) -> str:
    """Say which article is the base and by how much."""
    share = {rank.article.key: rank.completeness for rank in collation.ranking}
    others = [rank for rank in collation.ranking if rank.article is not collation.base]
    chosen = ", chosen by the editor" if collation.story.chosen_base else ""
    return (
        f"Base: {collation.base.name}{chosen}, which carries {share[collation.base.key]:.0%} of what all tell together "
        f"(then {others[0].article.name}, {others[0].completeness:.0%})."
    )


class Steps:
    """Counts what is done of a build."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress = progress
        self.total = total
        self.done = 0

    def take(self, what: str) -> None:
        """Count one step."""
        self.done += 1
        self.progress(min(self.done, self.total), self.total, what)


def count_steps(folder: StoryFolder) -> int:
    """Return how many pairs are aligned and files written for a story, about."""
    number = len(folder.files)
    pairs = number * (number - 1)
    return pairs // 2 + (pairs if number <= EVERY_PAIR_UP_TO else 2 * number) + number + 2
