"""What a template sees: one frozen view a page, and nothing else. Texts are plain unless a field says HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.pages.pieces import Difference, Fact, Frame, Item, NavLink, Removed, Segment


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article held against another."""

    frame: Frame
    """Around the page."""
    name: str
    """The article's source."""
    base: NavLink
    """What it is held against."""
    is_story_base: bool
    """Whether that is the story's base."""
    language: str
    """BCP 47 tag of the article, or ""."""
    base_language: str
    """BCP 47 tag of what it is held against, or ""."""
    facts: tuple[Fact, ...]
    """Its masthead."""
    summary: str
    """One sentence that says how the two stand to each other."""
    bar: tuple[Segment, ...]
    """The same in a bar."""
    biggest: tuple[Difference, ...]
    """The biggest differences, or none where there are few."""
    items: tuple[Item, ...]
    """The text."""
    removed: tuple[Removed, ...]
    """Page furniture that was removed."""
    permanent: NavLink | None
    """The address that always compares these two, on the page whose base may change."""
    previous: NavLink | None
    """The source before it in the ranking."""
    following: NavLink | None
    """The source after it in the ranking."""
    against: tuple[NavLink, ...]
    """Pages that hold it against other sources."""


@dataclass(frozen=True, slots=True)
class Teller:
    """A source that carries a paragraph of the base."""

    href: str
    """Its wording."""
    name: str
    """Its name."""
    manner: str
    """`same words`, `worded differently`, `told in other words` …"""


@dataclass(frozen=True, slots=True)
class BaseParagraph:
    """A paragraph of the base with who else carries it."""

    title: str
    """What to call it: `Paragraph 3`, `Subheading` …"""
    anchor: str
    """Its id."""
    kind: str
    """What it is: `body`, `subheading` …"""
    text: str
    """Its text."""
    tellers: tuple[Teller, ...]
    """The others that carry it, or a part of it."""
    told: str
    """How many those are, in words."""
    grade: int
    """How many of the others carry it, in steps from 0 (none) to 4 (all)."""


@dataclass(frozen=True, slots=True)
class BaseView:
    """The base with what the others have of it."""

    frame: Frame
    """Around the page."""
    name: str
    """Its source."""
    language: str
    """BCP 47 tag of the article, or ""."""
    facts: tuple[Fact, ...]
    """Its masthead."""
    why: str
    """Why it is the base."""
    paragraphs: tuple[BaseParagraph, ...]
    """Its text."""
    removed: tuple[Removed, ...]
    """Page furniture that was removed."""
    previous: NavLink | None
    """The source before it in the ranking."""
    following: NavLink | None
    """The source after it in the ranking."""
    against: tuple[NavLink, ...]
    """Pages that hold it against other sources."""


@dataclass(frozen=True, slots=True)
class Row:
    """A source in the index."""

    href: str
    """Its page."""
    name: str
    """Its source."""
    is_base: bool
    """Whether it is the base."""
    headline: str
    """Its headline, or ""."""
    language: str
    """BCP 47 tag of the article, or ""."""
    published: str
    """Day of publication, or ""."""
    words: int
    """Words of its cleaned text."""
    raw_words: int
    """Words of its file."""
    completeness: int
    """Percent of everything told that it carries."""
    shared: str
    """How much of the base it carries; "" for the base."""
    shared_percent: int
    """The same in percent of the base's sentences."""
    only_here: int
    """Sentences with no match in any other article."""
    known_from: str
    """How the editor knows the outlet."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """A story: the index of its sources."""

    frame: Frame
    """Around the page."""
    title: str
    """The story's title."""
    introduction: str
    """HTML of the editor's introduction, or ""."""
    summary: str
    """One sentence."""
    rows: tuple[Row, ...]
    """The sources by completeness."""
    why: tuple[str, ...]
    """Why this base: sentences."""


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A story in the index of stories."""

    href: str
    """Its page."""
    title: str
    """Its title."""
    sources: tuple[str, ...]
    """Its sources, the base first."""


@dataclass(frozen=True, slots=True)
class StoriesView:
    """The index of stories."""

    frame: Frame
    """Around the page."""
    stories: tuple[StoryLink, ...]
    """By title."""


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that is not there."""

    frame: Frame
    """Around the page."""
