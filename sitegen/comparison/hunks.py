"""One article held against another: matches and lone sentences in reading order, with their word edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.comparison.edits import edit
from sitegen.model import Comparison, Edit, Hunk, Link, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sitegen.model import Article, Match, Spot


def compare(base: Article, other: Article, matches: Sequence[Match]) -> Comparison:
    """Return the comparison of `other` with `base`: every sentence of both in exactly one hunk."""
    after = _places(base, matches)
    matched_base = {spot for match in matches for spot in match.base}
    matched_other = {spot for match in matches for spot in match.other}
    hunks = [_matched(base, other, match, after) for match in matches]
    hunks += [_deletion(base, spot, after) for spot in base.spots() if spot not in matched_base]
    hunks += [_insertion(other, spot) for spot in other.spots() if spot not in matched_other]
    return Comparison(base, other, _in_order(hunks), _links(hunks))


def _places(base: Article, matches: Sequence[Match]) -> dict[Spot, Spot | None]:
    """Return, for each sentence of the base, the article's sentence behind which it belongs.

    That is the last one that is matched, in order, with what the base has before it.
    """
    stands = {spot: match.other[-1] for match in matches if not match.moved for spot in match.base}
    places: dict[Spot, Spot | None] = {}
    after: Spot | None = None
    for spot in base.spots():
        places[spot] = after
        if spot in stands and (after is None or stands[spot] > after):
            after = stands[spot]
    return places


def _matched(base: Article, other: Article, match: Match, after: dict[Spot, Spot | None]) -> Hunk:
    state, edits = edit(base.wording(match.base), other.wording(match.other))
    place = after[match.base[0]] if match.moved else None
    return Hunk(match.base, match.other, state, match.moved, match.similarity, edits, after=place)


def _deletion(base: Article, spot: Spot, after: dict[Spot, Spot | None]) -> Hunk:
    edits = (Edit("-", base.sentence(spot)),)
    return Hunk((spot,), (), State.DELETION, moved=False, similarity=0.0, edits=edits, after=after[spot])


def _insertion(other: Article, spot: Spot) -> Hunk:
    edits = (Edit("+", other.sentence(spot)),)
    return Hunk((), (spot,), State.INSERTION, moved=False, similarity=0.0, edits=edits)


def _in_order(hunks: Sequence[Hunk]) -> tuple[Hunk, ...]:
    """Sort hunks by the article's order; a deletion follows the sentence that it stands behind."""
    start = (-1, -1)

    def key(hunk: Hunk) -> tuple[Spot, int, Spot]:
        if hunk.other:
            return hunk.other[0], 0, start
        return hunk.after or start, 1, hunk.base[0]

    return tuple(sorted(hunks, key=key))


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
