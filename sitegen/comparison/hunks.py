"""One article held against another: matches and lone sentences in reading order, with their word edits."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sitegen.comparison.edits import edit
from sitegen.model import Comparison, Edit, Hunk, Link, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sitegen.model import Article, Match, Spot


def compare(base: Article, other: Article, matches: Sequence[Match]) -> Comparison:
    """Return the comparison of `other` with `base`: every sentence of both in exactly one hunk."""
    hunks = [_matched(base, other, match) for match in matches]
    hunks += _unmatched(base, State.DELETION, {spot for match in matches for spot in match.base})
    hunks += _unmatched(other, State.INSERTION, {spot for match in matches for spot in match.other})
    return Comparison(base, other, _in_order(hunks, base, other), _links(hunks))


def text_of(article: Article, spots: Sequence[Spot]) -> tuple[str, ...]:
    """Return the sentences at `spots` as a text that can be joined: a newline follows the last of a paragraph."""
    sentences = [article.sentence(spot) for spot in spots]
    for place, (here, following) in enumerate(pairwise(spots)):
        if here[0] != following[0]:
            sentences[place] += "\n"
        elif following[1] != here[1] + 1 and not sentences[place][-1:].isspace():
            sentences[place] += " "
    return tuple(sentences)


def _matched(base: Article, other: Article, match: Match) -> Hunk:
    state, edits = edit(text_of(base, match.base), text_of(other, match.other))
    return Hunk(match.base, match.other, state, match.moved, match.similarity, edits)


def _unmatched(article: Article, state: State, matched: set[Spot]) -> list[Hunk]:
    hunks = []
    for spot in article.spots():
        if spot not in matched:
            gone = state is State.DELETION
            edits = (Edit("-" if gone else "+", article.sentence(spot)),)
            hunks.append(Hunk((spot,) if gone else (), () if gone else (spot,), state, False, 0.0, edits))  # noqa: FBT003
    return hunks


def _in_order(hunks: Sequence[Hunk], base: Article, other: Article) -> tuple[Hunk, ...]:
    """Sort hunks by the article's order; a deletion follows the unmoved passage that the base has before it."""
    at_base = {spot: hunk for hunk in hunks for spot in hunk.base}
    place = {spot: number for number, spot in enumerate(other.spots())}
    keys: dict[int, tuple[int, int, int]] = {}
    after = -1
    for number, spot in enumerate(base.spots()):
        hunk = at_base[spot]
        if not hunk.other:
            keys[id(hunk)] = (after, 1, number)
        elif not hunk.moved:
            after = max(after, place[hunk.other[-1]])
    for hunk in hunks:
        if hunk.other:
            keys[id(hunk)] = (place[hunk.other[0]], 0, 0)
    return tuple(sorted(hunks, key=lambda hunk: keys[id(hunk)]))


def _links(hunks: Iterable[Hunk]) -> tuple[Link, ...]:
    """Roll matches of sentences up to pairs of paragraphs."""
    shared: dict[tuple[int, int], list[Hunk]] = {}
    for hunk in hunks:
        for pair in sorted({(p, q) for p, _ in hunk.base for q, _ in hunk.other}):
            shared.setdefault(pair, []).append(hunk)
    return tuple(
        Link(
            base=pair[0],
            other=pair[1],
            similarity=max(hunk.similarity for hunk in found),
            state=max(found, key=lambda hunk: sum(len(edit.text) for edit in hunk.edits)).state,
            moved=all(hunk.moved for hunk in found),
        )
        for pair, found in sorted(shared.items())
    )
