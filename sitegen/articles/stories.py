"""The stories in a folder of articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.articles.files import read_bytes, read_lines
from sitegen.articles.names import name_articles, slugify
from sitegen.articles.read import read_article, read_as_is
from sitegen.config import STORY_FILE, read_story_settings
from sitegen.errors import SitegenError
from sitegen.model import Story

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.model import Article

SUFFIXES = {".txt", ".md"}
INTRODUCTION = "story.md"
FEWEST = 2
"""Articles that make a story: one has nothing to be compared with."""


@dataclass(frozen=True, slots=True)
class StoryFolder:
    """Where a story's articles are."""

    path: Path
    """The folder."""
    slug: str
    """Its part of the addresses; "" where it is the only story."""
    files: tuple[Path, ...]
    """Its articles, by name."""
    left_aside: tuple[Path, ...]
    """Files that are no articles."""


def find_stories(seeds: Path) -> tuple[StoryFolder, ...]:
    """Return the stories in `seeds`: files there are one story, folders there are one story each.

    Raises:
        SitegenError: there is no such folder, nothing in it, one article alone, or files beside folders.
    """
    if not seeds.is_dir():
        raise SitegenError(
            "There is no folder seeds/.", str(seeds), "Create it and put at least two articles (.txt or .md) into it."
        )
    folders = [path for path in _listed(seeds) if path.is_dir()]
    here = _story_folder(seeds, "")
    stories = [story for path in folders if (story := _story_folder(path, slugify(path.name))).files]
    if here.files and stories:
        raise SitegenError(
            "There are articles beside folders of articles.",
            f"{seeds}: {here.files[0].name} and {stories[0].path.name}/",
            "Keep the files of one story in seeds/, or give each story a folder of its own there.",
        )
    found = stories or [here]
    for story in found:
        _require_enough(story)
    _require_distinct(found)
    return tuple(found)


def read_story(folder: StoryFolder, title: str = "") -> Story:
    """Read the articles of a story.

    Args:
        folder: where they are.
        title: what the story is called if neither `story.toml` nor the folder says so.
    """
    settings = read_story_settings(folder.path, [path.stem for path in folder.files])
    articles = [read_article(path, settings.articles.get(path.stem), settings.furniture) for path in folder.files]
    named = name_articles(articles, settings.articles, str(folder.path))
    return Story(
        slug=folder.slug,
        title=settings.title or (folder.path.name if folder.slug else title) or "A story",
        introduction=_introduction(folder.path / INTRODUCTION),
        articles=tuple(sorted(named, key=lambda article: [p.text for p in article.paragraphs])),
        chosen_base=_key(settings.base, named, folder),
        chosen_pairs=tuple((_key(one, named, folder), _key(two, named, folder)) for one, two in settings.compare),
    )


def read_pair(base: Path, other: Path, *, as_is: bool) -> tuple[Article, Article]:
    """Read two files that are to be compared, wherever they are."""
    read = read_as_is if as_is else read_article
    pair = []
    for place, path in enumerate((base, other)):
        article = read(path)
        pair.append(_called(article, ("base", "other")[place], str(path)))
    return pair[0], pair[1]


def _called(article: Article, slug: str, file: str) -> Article:
    from dataclasses import replace

    return replace(article, slug=slug, key=slug, file=file, name=article.masthead.outlet or file)


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise SitegenError(f"The folder can't be read: {error.strerror}.", str(folder), "Check its rights.") from error


def _story_folder(path: Path, slug: str) -> StoryFolder:
    files = [file for file in _listed(path) if not file.is_dir() and file.name not in {STORY_FILE, INTRODUCTION}]
    articles = tuple(file for file in files if file.suffix.lower() in SUFFIXES)
    return StoryFolder(path, slug, articles, tuple(file for file in files if file not in articles))


def _require_enough(story: StoryFolder) -> None:
    if len(story.files) >= FEWEST:
        return
    what = "There is only one article" if story.files else "There are no articles"
    raise SitegenError(
        f"{what} in this story, and it takes two to compare.",
        str(story.files[0] if story.files else story.path),
        "Put the other sources' articles beside it, each in a .txt or .md file.",
    )


def _require_distinct(stories: list[StoryFolder]) -> None:
    seen: dict[str, Path] = {}
    for story in stories:
        if story.slug in {"static", "index", ""} and len(stories) > 1:
            raise SitegenError(
                f'The folder "{story.path.name}" can\'t be part of an address.', str(story.path), "Rename the folder."
            )
        other = seen.setdefault(story.slug, story.path)
        if other != story.path:
            raise SitegenError(
                f'Two stories would have the address "{story.slug}/".',
                f"{other} and {story.path}",
                "Rename one of them.",
            )


def _introduction(path: Path) -> str:
    if not path.is_file():
        return ""
    return "\n".join(read_lines(path, read_bytes(path), ""))


def _key(name: str, articles: tuple[Article, ...], folder: StoryFolder) -> str:
    """Return the key of the article that `story.toml` calls by its file's stem or its slug."""
    if not name:
        return ""
    for article in articles:
        if name in {article.key, article.slug}:
            return article.key
    from difflib import get_close_matches

    known = sorted({article.key for article in articles} | {article.slug for article in articles})
    raise SitegenError(
        f'There is no article "{name}" in this story.',
        str(folder.path / STORY_FILE),
        f'Did you mean "{(get_close_matches(name, known, 1) or known)[0]}"?',
    )
