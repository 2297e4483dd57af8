"""From a comparison to the items of an article's page: its paragraphs in order, with what differs in each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sitegen.model import Kind, State
from sitegen.pages.anchors import anchors
from sitegen.pages.folds import folded
from sitegen.pages.marks import changes, inline, side, slices, tidy
from sitegen.pages.pieces import Elsewhere, Item, Mark, Part, Passage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sitegen.model import Article, Comparison, Hunk, Spot

FIRST_WORDS = 6
"""Words by which a passage is recognised."""

TRIMMED = " .,;:\"'“”„«»‘’‹›「」『』"
"""Punctuation that is left off at the ends of first words: they stand in quotation marks of their own."""

BETWEEN_PARAGRAPHS = "\n\n"
"""Sets paragraphs of the base apart that stand in one block."""

NO_BREAK = "\u00a0"
"""Keeps a middle dot or an ellipsis on the line of the word before it."""


class Pager:
    """Lays a comparison out as items. Holds the look-ups that every item needs.

    Args:
        comparison: what is shown.
        only_here: the article's sentences with no match in any other article; None where only two are compared.
    """

    def __init__(self, comparison: Comparison, only_here: Collection[Spot] | None) -> None:
        self.comparison = comparison
        self.only_here = only_here
        self.anchors = anchors(comparison.other)
        self.base_anchors = anchors(comparison.base)
        self.hunk_of = {spot: hunk for hunk in comparison.hunks for spot in hunk.other}
        self.slice_of = {
            spot: cut
            for hunk in comparison.hunks
            for spot, cut in zip(hunk.other, slices(hunk, comparison.other), strict=True)
        }
        self.behind: dict[Spot | None, list[Hunk]] = {}
        for hunk in comparison.hunks:
            if not hunk.other or hunk.moved:
                self.behind.setdefault(hunk.after, []).append(hunk)
        for hunks in self.behind.values():
            hunks.sort(key=lambda hunk: hunk.base)

    def items(self) -> tuple[Item, ...]:
        """Return everything on the page, in the article's order."""
        return folded(tuple(self._unfolded()))

    def _unfolded(self) -> Iterator[Item]:
        yield from self._gap(None)
        for number in range(len(self.comparison.other.paragraphs)):
            yield Item("passage", passages=(self._passage(number),))
            yield from self._gap((number, len(self.comparison.other.paragraphs[number].sentences) - 1))

    def _gap(self, spot: Spot | None) -> Iterator[Item]:
        """Yield what only the base has behind the last sentence of a paragraph."""
        parts = tuple(self._only_in_base(self.behind.get(spot, [])))
        if parts:
            yield Item("gap", parts=parts)

    def _passage(self, number: int) -> Passage:
        paragraph = self.comparison.other.paragraphs[number]
        spots = [(number, sentence) for sentence in range(len(paragraph.sentences))]
        parts: list[Part] = []
        for way, group in groupby(spots, key=self._way):
            run = list(group)
            parts.append(self._part(run, way))
            if run[-1] != spots[-1]:
                parts += self._only_in_base(self.behind.get(run[-1], []))
        hunks = [self.hunk_of[spot] for spot in spots]
        label, tone = self._label(hunks, spots, parts)
        title = titles(self.comparison.other)[number]
        return Passage(title, self.anchors[number], paragraph.kind.value, label, tone, tuple(parts))

    def _way(self, spot: Spot) -> tuple[str, object]:
        """Tell how a sentence is shown; neighbours that are shown alike share a part."""
        hunk = self.hunk_of[spot]
        start = self._run_start(spot)
        if hunk.state is State.REWRITTEN or hunk.moved:
            return "alone", (hunk, start)
        return "text", start

    def _run_start(self, spot: Spot) -> int:
        """Return the sentence from which on nothing stands between the sentences up to `spot`."""
        start = spot[1]
        while start and (spot[0], start - 1) not in self.behind:
            start -= 1
        return start

    def _part(self, spots: Sequence[Spot], way: tuple[str, object]) -> Part:
        hunk = self.hunk_of[spots[0]]
        edits = [edit for spot in spots for edit in self.slice_of[spot]]
        if way[0] == "text":
            return Part("text", inline(edits))
        first = hunk.other[0] == spots[0]
        moved = self._elsewhere_in_base(hunk) if hunk.moved and first else None
        if hunk.state is not State.REWRITTEN:
            return Part("text", inline(edits), moved=moved)
        marks = side(edits, "+")
        return Part("rewritten", marks, side(hunk.edits, "-"), moved) if first else Part("continued", marks)

    def _only_in_base(self, hunks: Sequence[Hunk]) -> Iterator[Part]:
        """Yield what the base has at one place: sentences that are not here, and places of what is moved."""
        for moved, group in groupby(hunks, key=lambda hunk: hunk.moved):
            run = list(group)
            if moved:
                yield from (self._placeholder(hunk) for hunk in run)
                continue
            spots = [spot for hunk in run for spot in hunk.base]
            texts = self.comparison.base.wording(spots)
            marks = tidy([Mark("del", text.replace("\n", BETWEEN_PARAGRAPHS)) for text in texts])
            yield Part("gone", marks, anchor=self._base_anchor(spots[0]))

    def _placeholder(self, hunk: Hunk) -> Part:
        spot = hunk.other[0]
        below = hunk.after is None or spot > hunk.after
        there = Elsewhere(
            f"#{self.anchors[spot[0]]}",
            first_words(self.comparison.base.sentence(hunk.base[0])),
            _direction(below=below),
        )
        return Part("placeholder", moved=there, anchor=self._base_anchor(hunk.base[0]))

    def _elsewhere_in_base(self, hunk: Hunk) -> Elsewhere:
        below = hunk.after is not None and hunk.after >= hunk.other[0]
        words = first_words(self.comparison.base.sentence(hunk.base[0]))
        return Elsewhere(f"#{self._base_anchor(hunk.base[0])}", words, _direction(below=below))

    def _base_anchor(self, spot: Spot) -> str:
        return f"b{self.base_anchors[spot[0]][1:]}-{spot[1] + 1}"

    def _label(self, hunks: Sequence[Hunk], spots: Sequence[Spot], parts: Sequence[Part]) -> tuple[str, str]:
        """Say in words how a paragraph stands to the base."""
        states = {hunk.state for hunk in hunks}
        words = []
        if State.REWORDED in states:
            count = self._changes(spots, State.REWORDED)
            words.append(f"worded differently, {count} {'change' if count == 1 else 'changes'}")
        if State.REWRITTEN in states:
            words.append("told in other words")
        if State.INSERTION in states:
            words.append(self._insertion_label([s for s in spots if not self.hunk_of[s].base], len(spots)))
        if State.VERBATIM in states and not words:
            count = self._changes(spots, State.VERBATIM)
            words.append("same words, other punctuation" if count else "same words")
        if any(hunk.moved for hunk in hunks):
            words.append("moved")
        if any(part.kind == "gone" for part in parts):
            words.append("the base has more")
        return f"{NO_BREAK}· ".join(words), _tone(states)

    def _changes(self, spots: Sequence[Spot], state: State) -> int:
        return changes(inline(e for spot in spots if self.hunk_of[spot].state is state for e in self.slice_of[spot]))

    def _insertion_label(self, spots: Sequence[Spot], sentences: int) -> str:
        nowhere = self.only_here is not None and all(spot in self.only_here for spot in spots)
        tells = self.comparison.other.paragraphs[spots[0][0]].kind.tells
        label = "only here" if nowhere and tells else f"not in {self.comparison.base.name}"
        return label if len(spots) == sentences else f"partly {label}"


def titles(article: Article) -> tuple[str, ...]:
    """Return what to call each paragraph: paragraphs of the body are numbered, others are called by their kind."""
    number = 0
    result = []
    for paragraph in article.paragraphs:
        numbered = paragraph.kind.tells and paragraph.kind is not Kind.STANDFIRST
        number += numbered
        result.append(f"Paragraph {number}" if numbered else paragraph.kind.value.capitalize())
    return tuple(result)


def _tone(states: set[State]) -> str:
    if len(states) > 1:
        return "mixed"
    names = {State.VERBATIM: "same", State.REWORDED: "reworded", State.REWRITTEN: "rewritten", State.INSERTION: "only"}
    return names[next(iter(states))]


def first_words(text: str) -> str:
    """Return the words by which a reader recognises a passage; of a text without spaces, its first characters."""
    words = text.split()
    short = " ".join(words[:FIRST_WORDS]) if len(words) > 1 else text[: FIRST_WORDS * 3]
    return f"{short.strip(TRIMMED)}{NO_BREAK}…"


def _direction(*, below: bool) -> str:
    return "below" if below else "above"
