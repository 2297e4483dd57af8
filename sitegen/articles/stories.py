"""The stories in a folder of articles."""

from __future__ import annotations

import hashlib
import os.path
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitegen.articles.files import read_bytes, read_lines
from sitegen.articles.furniture import require_rules
from sitegen.articles.names import RESERVED, name_articles, slugify
from sitegen.articles.read import read_article
from sitegen.config import STORY_FILE, no_article, read_story_settings
from sitegen.errors import SitegenError
from sitegen.model import Story

if TYPE_CHECKING:
    from collections.abc import Sequence
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
    """What else lies there and is no article."""


def find_stories(seeds: Path) -> tuple[StoryFolder, ...]:
    """Return the stories in `seeds`: files there are one story, folders there are one story each.

    Raises:
        SitegenError: there is no such folder, nothing in it, one article alone, or files beside folders.
    """
    if not os.path.isdir(seeds):  # noqa: PTH112 - the methods of Path raise where a folder may not be entered
        raise SitegenError(
            "There is no folder seeds/.", str(seeds), "Create it and put at least two articles (.txt or .md) into it."
        )
    here = _story_folder(seeds, "")
    folders = [_story_folder(path, slugify(path.name)) for path in here.left_aside if os.path.isdir(path)]  # noqa: PTH112
    stories = [folder for folder in folders if folder.files]
    if here.files and stories:
        raise SitegenError(
            "There are articles beside folders of articles.",
            f"{seeds}: {here.files[0].name} and {stories[0].path.name}/",
            "Keep the files of one story in seeds/, or give each story a folder of its own there.",
        )
    found = stories or [here]
    for story in found:
        _require_enough(story)
    _require_distinct(stories)
    if stories:  # what lies beside the folders is told with the first of them
        own = {story.path for story in stories}
        beside = tuple(path for path in here.left_aside if path not in own)
        found = [replace(stories[0], left_aside=(*beside, *stories[0].left_aside)), *stories[1:]]
    return tuple(found)


def read_story(folder: StoryFolder, title: str = "") -> Story:
    """Read the articles of a story, sorted by the digest of their text.

    Args:
        folder: where they are.
        title: what the story is called if neither `story.toml` nor the folder says so.

    Raises:
        SitegenError: an article can't be read, `story.toml` can't be used, or two articles would have one address.
    """
    settings = read_story_settings(folder.path, [path.stem for path in folder.files])
    require_rules(folder.path, settings.furniture)
    articles = [read_article(path, settings.articles.get(path.stem), settings.furniture) for path in folder.files]
    named = sorted(name_articles(articles, settings.articles, folder.path), key=_text_order)
    return Story(
        slug=folder.slug,
        title=settings.title or (folder.path.name if folder.slug else title) or "A story",
        introduction=_introduction(folder.path / INTRODUCTION),
        articles=tuple(named),
        chosen_base=_key(settings.base, named, folder, "base") if settings.base else "",
        chosen_pairs=tuple(
            (_key(one, named, folder, "compare"), _key(two, named, folder, "compare")) for one, two in settings.compare
        ),
    )


def read_pair(base: Path, other: Path, *, as_is: bool) -> tuple[Article, Article]:
    """Read two files that are to be compared, wherever they are.

    Raises:
        SitegenError: as `read_article`.
    """
    names = (base.name, other.name) if base.name != other.name else (str(base), str(other))
    one, two = read_article(base, as_is=as_is), read_article(other, as_is=as_is)
    return _called(one, "base", base, names[0]), _called(two, "other", other, names[1])


def _called(article: Article, slug: str, path: Path, name: str) -> Article:
    return replace(article, slug=slug, key=slug, file=str(path), name=article.masthead.outlet or name)


def _text_order(article: Article) -> tuple[str, str]:
    """Return the digest of an article's paragraphs, which knows nothing of its file; its key parts twins."""
    text = "\n".join(paragraph.text for paragraph in article.paragraphs)
    return hashlib.sha256(text.encode()).hexdigest(), article.key


def _story_folder(path: Path, slug: str) -> StoryFolder:
    """Part what lies in a folder into articles and the rest; hidden files and sitegen's own are neither."""
    try:
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise SitegenError(f"The folder can't be read: {why}.", str(path), "Check its rights.") from error
    entries = [path / name for name in names if not name.startswith(".")]
    own = {STORY_FILE, INTRODUCTION}
    articles = tuple(entry for entry in entries if entry.name not in own and _is_article(entry))
    aside = tuple(entry for entry in entries if entry not in articles and not (entry.name in own and articles))
    return StoryFolder(path, slug, articles, aside)


def _is_article(path: Path) -> bool:
    """Tell whether this should be an article: a file, or a link that leads nowhere, which is an error to be seen."""
    is_file = os.path.isfile(path) or not os.path.exists(path)  # noqa: PTH110, PTH113 - as in find_stories
    return path.suffix.lower() in SUFFIXES and is_file


def _require_enough(story: StoryFolder) -> None:
    if len(story.files) >= FEWEST:
        return
    what = "There is only one article" if story.files else "There are no articles"
    raise SitegenError(
        f"{what} in this story, and it takes two to compare.",
        str(story.files[0] if story.files else story.path),
        "Put the other sources' articles beside it, each in a .txt or .md file.",
    )


def _require_distinct(stories: Sequence[StoryFolder]) -> None:
    seen: dict[str, StoryFolder] = {}
    for story in stories:
        name = story.path.name
        if not story.slug or story.slug.removesuffix("-1") in RESERVED:
            raise SitegenError(
                f'The folder "{name}" can\'t be part of an address.',
                str(story.path),
                "Rename it, with letters from a to z.",
            )
        other = seen.setdefault(story.slug, story)
        if other is not story:
            raise SitegenError(
                f'Two stories would have the address "{story.slug}/".',
                f"{other.path} and {story.path}",
                "Rename one of the folders.",
            )


def _introduction(path: Path) -> str:
    if not os.path.lexists(path):
        return ""
    data = read_bytes(path)
    return "\n".join(read_lines(path, data)) if data.strip() else ""


def _key(name: str, articles: Sequence[Article], folder: StoryFolder, setting: str) -> str:
    """Return the key of the article that `story.toml` calls by its file's stem or its slug."""
    for article in articles:
        if name in {article.key, article.slug}:
            return article.key
    known = sorted({article.key for article in articles} | {article.slug for article in articles})
    raise no_article(folder.path / STORY_FILE, (setting,), name, known)
