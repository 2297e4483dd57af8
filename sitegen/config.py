"""What the user's toml files say: `sitegen.toml` for the project, `story.toml` for each story."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

import msgspec

from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "sitegen.toml"
STORY_FILE = "story.toml"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Project:
    """A user's folder."""

    root: Path
    """The folder that `sitegen.toml` lies in."""
    title: str
    """Title of the site."""
    url: str
    """Where the site will be published, or ""."""
    language: str
    """BCP 47 tag of the pages' own words."""

    @property
    def seeds(self) -> Path:
        """Where the articles are."""
        return self.root / "seeds"

    @property
    def templates(self) -> Path:
        """Where the user's own templates are, if there are any."""
        return self.root / "templates"

    @property
    def static(self) -> Path:
        """Where the user's own static files are, if there are any."""
        return self.root / "static"

    @property
    def site(self) -> Path:
        """Where the site is written."""
        return self.root / "site"


class _ProjectFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str = ""
    url: str = ""
    language: str = "en"


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a story changes in the removal of page furniture."""

    off: tuple[str, ...] = ()
    """Names of rules that are switched off."""
    remove: tuple[str, ...] = ()
    """Lines to remove; `*` stands for anything."""


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the editor knows of an article."""

    outlet: str = ""
    headline: str = ""
    standfirst: str = ""
    url: str = ""
    published: date | None = None
    author: str = ""
    dateline: str = ""
    language: str = ""
    slug: str = ""
    encoding: str = ""
    known_from: str = ""


class StorySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `story.toml` says."""

    title: str = ""
    base: str = ""
    compare: tuple[tuple[str, str], ...] = ()
    furniture: Furniture = Furniture()
    articles: dict[str, Facts] = {}


Settings = TypeVar("Settings", bound=msgspec.Struct)


def find_project(start: Path) -> Project:
    """Return the project that `start` lies in.

    Raises:
        SitegenError: no folder upwards from `start` has a `sitegen.toml`, or it can't be read.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            said = _read(folder / FILE, _ProjectFile)
            _require_url(folder / FILE, "url", said.url)
            return Project(folder, said.title, said.url, said.language)
    raise SitegenError(
        f"There is no {FILE} here.",
        f"{start} and the folders above it",
        f"Create {FILE} in your project's folder (it may be empty) and put the articles into seeds/ beside it.",
    )


def read_story_settings(folder: Path, stems: Iterable[str]) -> StorySettings:
    """Return what `story.toml` in `folder` says; without one, nothing is known.

    Args:
        folder: the story's folder.
        stems: the file stems of its articles, which the file may speak of.

    Raises:
        SitegenError: the file can't be read, or speaks of what is not there.
    """
    path = folder / STORY_FILE
    if not path.exists():
        return StorySettings()
    settings = _read(path, StorySettings)
    for stem, facts in settings.articles.items():
        _require_article(path, stem, stems)
        _require_url(path, "url", facts.url)
        if facts.slug and not SLUG.fullmatch(facts.slug):
            raise SitegenError(
                f'"{facts.slug}" can\'t be part of an address.',
                place(path, facts.slug),
                "Use lower-case letters a to z, digits and single hyphens.",
            )
    return settings


def place(path: Path, word: str) -> str:
    """Return the file with the line that `word` first stands on."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if word in line:
            return f"{path}, line {number}"
    return str(path)


def _read(path: Path, kind: type[Settings]) -> Settings:
    """Read a toml file into `kind`."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return msgspec.convert(said, kind)
    except OSError as error:
        raise SitegenError(f"{path.name} can't be read: {error.strerror}.", str(path), "Allow reading it.") from error
    except UnicodeDecodeError as error:
        raise SitegenError(f"{path.name} is not UTF-8.", str(path), "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        line = where.removesuffix(")").replace("line ", "line ") or "its end"
        raise SitegenError(f"{path.name} is not valid TOML: {what}.", f"{path}, {line}", "Mend that line.") from error
    except msgspec.ValidationError as error:
        raise _explained(path, str(error), kind) from error


def _explained(path: Path, message: str, kind: type[msgspec.Struct]) -> SitegenError:
    """Say what msgspec found in words, with the line and the key that was probably meant."""
    unknown = re.search(r"unknown field `(.+?)`", message)
    at = re.search(r" - at `(?:key in )?\$\.?(.*?)`", message)
    table = at[1] if at else ""
    if unknown:
        word = unknown[1]
        known = _keys_at(kind, table)
        close = get_close_matches(word, known, 1)
        todo = f'Did you mean "{close[0]}"?' if close else f"Known keys are: {', '.join(known)}."
        return SitegenError(f'There is no key "{word}".', place(path, word), todo)
    key = table.split(".")[-1].split("[")[0]
    what = message.split(" - at ", maxsplit=1)[0]
    return SitegenError(f'The value of "{key}" is not what it should be: {what}.', place(path, key), "Correct it.")


def _keys_at(kind: type[msgspec.Struct], table: str) -> tuple[str, ...]:
    if table.startswith("articles"):
        return Facts.__struct_fields__
    return Furniture.__struct_fields__ if table.startswith("furniture") else kind.__struct_fields__


def _require_article(path: Path, stem: str, stems: Iterable[str]) -> None:
    stems = sorted(stems)
    if stem not in stems:
        close = get_close_matches(stem, stems, 1) or stems[:1]
        raise SitegenError(
            f'There is no article "{stem}" in this story.',
            place(path, stem),
            f'Use a file\'s name without its ending, such as "{"".join(close)}".',
        )


def _require_url(path: Path, key: str, url: str) -> None:
    if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).netloc):
        raise SitegenError(f'"{url}" is not a web address.', place(path, key), "Begin it with https://.")
