"""The nouns of sitegen. Frozen: a stage takes some of them and returns new ones.

`docs/glossary.md` explains the words. Texts are `str`; paragraphs and sentences are counted from 0,
lines of a file from 1; shares and similarities run from 0.0 to 1.0; an unknown text is `""`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Spot = tuple[int, int]
"""The place of a sentence: (paragraph, sentence), both counted from 0."""


class Kind(StrEnum):
    """What a paragraph is in its article."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    BODY = "body"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    CREDIT = "credit"

    @property
    def tells(self) -> bool:
        """Whether such a paragraph tells the story, and so counts for completeness and coverage."""
        return self not in {Kind.HEADLINE, Kind.SUBHEADING, Kind.CAPTION, Kind.CREDIT}


class State(StrEnum):
    """How a passage of the base and a passage of an article stand to each other."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"
    REWRITTEN = "rewritten"
    INSERTION = "insertion"
    DELETION = "deletion"


@dataclass(frozen=True, slots=True)
class Removal:
    """A line that is page furniture, kept so that it can be shown."""

    line: int
    """Number of the line in the file, from 1."""
    text: str
    """The line as it stands in the file, without its newline."""
    rule: str
    """Name of the rule that removed it."""
    reason: str
    """What the rule saw, in words for a reader."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the body, as far as the text or `story.toml` states it."""

    headline: str = ""
    """The headline."""
    standfirst: str = ""
    """The summary between headline and body."""
    byline: str = ""
    """Who wrote it."""
    dateline: str = ""
    """The place the report was filed from."""
    agency: str = ""
    """The news agency that the dateline names."""
    published: str = ""
    """Day of publication, ISO 8601 (`2026-01-08`)."""
    outlet: str = ""
    """Who published it: the source."""
    url: str = ""
    """Where it was published."""
    known_from: str = ""
    """How the editor knows the outlet."""
    lead_in: str = ""
    """What was cut from the start of the first body paragraph because it is masthead (the dateline as it stands)."""
    lines: tuple[int, ...] = ()
    """Numbers of the lines that are nothing but masthead (a date, a byline), from 1."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article."""

    kind: Kind
    """What it is."""
    text: str
    """Its text on one line: runs of white space are one space, none at the ends."""
    sentences: tuple[str, ...]
    """Its sentences with the space that follows each; joined they are `text`."""
    lines: tuple[int, ...]
    """Numbers of the lines in the file that it stands on, from 1."""


@dataclass(frozen=True, slots=True)
class Article:
    """One version of the text, as one source published it."""

    key: str
    """The file's stem: what `story.toml` calls it."""
    file: str
    """The file's name."""
    sha256: str
    """Digest of the file's bytes, hexadecimal."""
    slug: str
    """Its name in addresses: lower-case ASCII."""
    name: str
    """What a reader calls it: the outlet, else "Unknown source (…)"."""
    language: str
    """BCP 47 tag, or "" where it is unknown."""
    masthead: Masthead
    """What stands above the body."""
    paragraphs: tuple[Paragraph, ...]
    """Headline and standfirst (where there are any), then the body, in the article's order."""
    lines: tuple[str, ...]
    """Every line of the file, decoded, without newlines."""
    removals: tuple[Removal, ...]
    """The lines that are furniture, in order."""

    def sentence(self, spot: Spot) -> str:
        """Return the sentence at `spot`, with the space that follows it."""
        return self.paragraphs[spot[0]].sentences[spot[1]]

    def wording(self, spots: Sequence[Spot]) -> tuple[str, ...]:
        """Return the sentences at `spots` as a text that can be joined: a newline follows the last of a paragraph."""
        sentences = [self.sentence(spot) for spot in spots]
        for place, (here, following) in enumerate(pairwise(spots)):
            if here[0] != following[0]:
                sentences[place] += "\n"
            elif following[1] != here[1] + 1 and not sentences[place][-1:].isspace():
                sentences[place] += " "
        return tuple(sentences)

    def spots(self) -> tuple[Spot, ...]:
        """Return the places of all sentences in reading order."""
        return tuple((p, s) for p, paragraph in enumerate(self.paragraphs) for s in range(len(paragraph.sentences)))


@dataclass(frozen=True, slots=True)
class Story:
    """A set of articles that are compared with each other."""

    slug: str
    """Its folder in addresses; "" where it is the only story."""
    title: str
    """Its title."""
    introduction: str
    """Markdown of `story.md`, or ""."""
    articles: tuple[Article, ...]
    """At least two, sorted by the digest of their text: the order of files never matters."""
    chosen_base: str
    """Key of the base that the editor chose, or ""."""
    chosen_pairs: tuple[tuple[str, str], ...]
    """Keys of (article, other) that the editor wants compared beyond the usual pairs."""


@dataclass(frozen=True, slots=True)
class Match:
    """Sentences of two articles that tell the same thing."""

    base: tuple[Spot, ...]
    """Sentences of the base, in reading order."""
    other: tuple[Spot, ...]
    """Sentences of the article, in reading order."""
    similarity: float
    """How alike the two sides are."""
    moved: bool
    """Whether it stands out of order."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One run of a word edit script."""

    op: str
    """`=` in both, `-` in the base only, `+` in the article only."""
    text: str
    """The words with the space that follows them."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """A match with its edits, or a sentence without a match. Every sentence stands in exactly one."""

    base: tuple[Spot, ...]
    """Sentences of the base; empty for an insertion."""
    other: tuple[Spot, ...]
    """Sentences of the article; empty for a deletion."""
    state: State
    """How the two sides stand to each other."""
    moved: bool
    """Whether it stands out of order."""
    similarity: float
    """How alike the two sides are; 0.0 where one is empty."""
    edits: tuple[Edit, ...]
    """From the base to the article. `=` and `-` joined are the base's side, `=` and `+` the article's;
    sentences of different paragraphs are joined by a newline."""
    after: Spot | None = None
    """The article's sentence after which the base has this passage, where the article does not have it: for a deletion
    or a moved match; None at the very beginning, and for all other hunks."""


@dataclass(frozen=True, slots=True)
class Link:
    """A paragraph of the base and one of the article that share a match."""

    base: int
    """Paragraph of the base."""
    other: int
    """Paragraph of the article."""
    similarity: float
    """The greatest similarity of the matches they share."""
    state: State
    """The state of the longest match they share."""
    moved: bool
    """Whether all the matches they share are moved."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article held against another."""

    base: Article
    """What it is compared with. Edits lead from here …"""
    other: Article
    """… to here."""
    hunks: tuple[Hunk, ...]
    """In the article's order; deletions stand where the base has them."""
    links: tuple[Link, ...]
    """By paragraph of the base, then of the article."""


@dataclass(frozen=True, slots=True)
class Rank:
    """What one article carries of everything the story's articles tell together."""

    article: Article
    """The article."""
    completeness: float
    """The share it carries."""
    words: int
    """Words of its cleaned text."""
    raw_words: int
    """Words of its file, furniture included."""
    only_here: tuple[Spot, ...]
    """Sentences with no match in any other article."""


@dataclass(frozen=True, slots=True)
class Collation:
    """A story with everything that was found by comparing its articles."""

    story: Story
    """The story."""
    ranking: tuple[Rank, ...]
    """By completeness, the most complete first."""
    base: Article
    """The article that the others are compared with."""
    comparisons: Mapping[tuple[str, str], Comparison]
    """By (key of the base, key of the article): the pairs that get a page."""
    coverage: Mapping[str, Mapping[Spot, tuple[tuple[str, tuple[Spot, ...]], ...]]]
    """By key of an article and sentence: (key, sentences) of each other article that carries it."""
