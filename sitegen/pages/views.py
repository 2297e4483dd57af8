"""What a template sees: one frozen view a page, and nothing else. Texts are plain unless a field says HTML."""

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
    facts: tuple[Fact, ...]
    """Its masthead."""
    summary: str
    """One sentence that says how the two stand to each other."""
    bar: tuple[Segment, ...]
    """The same in a bar."""
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
    others: int
    """How many other articles there are."""
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
