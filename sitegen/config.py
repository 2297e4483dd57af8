"""What the user's toml files say: `sitegen.toml` for the project, `story.toml` for each story."""

from __future__ import annotations

import os.path
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import msgspec

from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

FILE = "sitegen.toml"
STORY_FILE = "story.toml"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

PLANES = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
UNPRINTABLE = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{PLANES}]")
"""Characters that an HTML page can't carry: controls, halves of pairs, noncharacters."""


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

HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]")
KEY = re.compile(r"\s*((?:\"[^\"]*\"|'[^']*'|[\w.-])+)\s*=")
PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")


def find_project(start: Path) -> Project:
    """Return the project that `start` lies in.

    Raises:
        SitegenError: no folder upwards from `start` has a `sitegen.toml`, or what it says can't be used.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        path = folder / FILE
        if os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where a folder may not be entered
            said = _convert(path, _load(path), _ProjectFile, ())
            _require_address(path, ("url",), said.url)
            _require_language(path, ("language",), said.language)
            return Project(folder, said.title, said.url, said.language or "en")
    raise SitegenError(
        f"There is no {FILE} here.",
        f"{start} and the folders above it",
        f"Create {FILE} in your project's folder (it may be empty) and put the articles into seeds/ beside it.",
    )


def read_story_settings(folder: Path, stems: Iterable[str] = ()) -> StorySettings:
    """Return what `story.toml` in `folder` says; without one, nothing is known.

    Args:
        folder: the story's folder.
        stems: the file stems of its articles, which the file may speak of.

    Raises:
        SitegenError: the file can't be read, what it says can't be used, or it speaks of an article that is not there.
    """
    path = folder / STORY_FILE
    if not os.path.lexists(path):
        return StorySettings()
    said, known = _load(path), sorted(stems)
    tables = said.get("articles", {})
    # Each article's table by itself: msgspec does not say in which of them it found something.
    settings = _convert(path, {**said, "articles": {} if isinstance(tables, dict) else tables}, StorySettings, ())
    facts = {}
    for stem, table in tables.items():
        if stem not in known:
            raise no_article(path, ("articles", stem), stem, known)
        facts[stem] = _convert(path, table, Facts, ("articles", stem))
        _require_address(path, ("articles", stem, "url"), facts[stem].url)
        _require_language(path, ("articles", stem, "language"), facts[stem].language)
    return msgspec.structs.replace(settings, articles=facts)


def no_article(path: Path, keys: Sequence[str], name: str, known: Sequence[str]) -> SitegenError:
    """Say that a toml file speaks, at `keys`, of an article that is not there."""
    nearest = (get_close_matches(name, known, 1, cutoff=0.0) or ["…"])[0]
    return SitegenError(
        f'There is no article "{name}" in this story.',
        locate(path, keys),
        f'Use a file\'s name without its ending. The nearest is "{nearest}".',
    )


def locate(path: Path, keys: Sequence[str]) -> str:
    """Return the toml file with the line on which the value at `keys` (tables, then key) is set, if it can be told."""
    best, place, table = 0, str(path), tuple[str, ...]()
    for number, line in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").split("\n"), 1):
        header, key = HEADER.match(line), KEY.match(line)
        if header:
            table = _dotted(header[1])
        here = table if header else (*table, *_dotted(key[1])) if key else ()
        depth = min(len(here), len(keys))
        if depth > best and here[:depth] == tuple(keys[:depth]):
            best, place = depth, f"{path}, line {number}"
    return place


def _dotted(name: str) -> tuple[str, ...]:
    """Return the parts of a toml key such as `articles."a.b"`."""
    return tuple("".join(found) for found in PART.findall(name))


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise SitegenError(f"{path.name} can't be read: {why}.", str(path), "Check its rights.") from error
    except UnicodeDecodeError as error:
        raise SitegenError(f"{path.name} is not UTF-8.", str(path), "Save it in the encoding UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        what, _, where = str(error).partition(" (at ")
        line = re.match(r"line \d+", where)
        place = f"{path}, {line[0] if line else 'at its end'}"
        raise SitegenError(f"{path.name} is not valid TOML: {what}.", place, "Mend that line.") from error


def _convert(path: Path, said: object, kind: type[Settings], table: tuple[str, ...]) -> Settings:
    """Make `said`, which stands at `table` of the file, a `kind`."""
    try:
        settings = msgspec.convert(said, kind)
    except msgspec.ValidationError as error:
        raise _explained(path, str(error), kind, table) from error
    for key in kind.__struct_fields__:
        value = getattr(settings, key)
        if isinstance(value, str) and UNPRINTABLE.search(value):
            raise SitegenError(f'"{key}" has a control character.', locate(path, (*table, key)), "Write it without.")
    return settings


WANTED = {"str": "a text in quotation marks", "array": "a list in [brackets]", "object": "a table"}
A_DATE = "a date such as 2026-01-08"


def _explained(path: Path, message: str, kind: type[msgspec.Struct], table: tuple[str, ...]) -> SitegenError:
    """Say what msgspec found in words, with the line and the key that was probably meant."""
    unknown = re.search(r"unknown field `(.+?)`", message)
    at = re.search(r" - at `\$\.?(.*?)`$", message)
    keys = (*table, *re.findall(r"\w+", re.sub(r"\[.*?\]", "", at[1] if at else "")))
    if unknown:
        known = Furniture.__struct_fields__ if keys == ("furniture",) else kind.__struct_fields__
        close = get_close_matches(unknown[1].lower(), known, 1)
        todo = f'Did you mean "{close[0]}"?' if close else f"The keys here are: {', '.join(known)}."
        return SitegenError(f'There is no key "{unknown[1]}" here.', locate(path, (*keys, unknown[1])), todo)
    expected, length = re.search(r"Expected `(\w+)", message), re.search(r"of length (\d+)", message)
    wanted = f"a list of {length[1]}" if length else WANTED.get(expected[1] if expected else "", A_DATE)
    return SitegenError(f'"{(path.name, *keys)[-1]}" is not {wanted}.', locate(path, keys), f"Make it {wanted}.")


def _require_address(path: Path, keys: tuple[str, ...], url: str) -> None:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", url)
    except ValueError:
        usable = False
    if url and not usable:
        raise SitegenError(f'"{url}" is not a web address.', locate(path, keys), "Begin it with https:// or http://.")


def _require_language(path: Path, keys: tuple[str, ...], language: str) -> None:
    if language and not LANGUAGE.fullmatch(language):
        raise SitegenError(f'"{language}" is not a language.', locate(path, keys), 'Use a tag such as "en" or "pt-BR".')
