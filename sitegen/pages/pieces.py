"""What views are made of. Texts are plain: templates escape them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words."""

    op: str
    """`same`, `ins`, `del`, `shared` (in both of two rewritten passages) or `gap` (space that only parts two marks)."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A link to the other place of a passage."""

    href: str
    """The address."""
    words: str
    """First words of the passage."""
    direction: str
    """`above` or `below`."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a passage that is shown in one way."""

    kind: str
    """`text`, `rewritten`, `continued` (more of a rewritten passage), `gone` (only in the base) or `placeholder` (where
    the base has what was moved)."""
    marks: tuple[Mark, ...] = ()
    """The article's words; of `gone`, the base's."""
    base_marks: tuple[Mark, ...] = ()
    """The base's words, of `rewritten`."""
    moved: Elsewhere | None = None
    """Where the base has it, if it is moved; of `placeholder`, where the article has it."""
    anchor: str = ""
    """Its id, where it has one of its own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the article with what differs in it."""

    title: str
    """What to call it: `Paragraph 3`, `Subheading` …"""
    anchor: str
    """Its id."""
    kind: str
    """What it is in the article: `body`, `subheading` …"""
    label: str
    """How it stands to the base, in words."""
    tone: str
    """`same`, `reworded`, `rewritten`, `only` or `mixed`."""
    parts: tuple[Part, ...]
    """In reading order."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something on an article's page: a passage, what only the base has between two passages, or a fold."""

    kind: str
    """`passage`, `gap` or `fold`."""
    passages: tuple[Passage, ...] = ()
    """The passage, or those that are folded."""
    parts: tuple[Part, ...] = ()
    """What stands in a gap."""
    title: str = ""
    """What a fold holds."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One of the biggest differences on a page."""

    href: str
    """Its place."""
    words: str
    """First words of the passage."""
    label: str
    """What differs: `only in RT, 38 words` …"""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a masthead."""

    name: str
    """What it is."""
    value: str
    """What is known."""
    href: str = ""
    """A web address, or ""."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the bar."""

    kind: str
    """`same`, `reworded`, `gone` or `only`."""
    percent: str
    """Its share of the bar, such as `12.5`."""
    start: str
    """Where it begins, in percent."""
    share: str
    """Its share as a reader is told it: `12`, or `under 1`."""
    label: str
    """What it is."""


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link to another page."""

    href: str
    """The address."""
    name: str
    """What a reader calls it."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A line of page furniture."""

    line: int
    """Its number in the file."""
    text: str
    """The line."""
    rule: str
    """Which rule removed it."""
    reason: str
    """What the rule saw."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has around it."""

    title: str
    """For the window and search engines."""
    description: str
    """One sentence."""
    language: str
    """BCP 47 tag of the page's own words."""
    root: str
    """The way to the site's root: "" or "../"."""
    home: NavLink
    """The site's front page."""
    trail: tuple[NavLink, ...]
    """Pages above this one."""
