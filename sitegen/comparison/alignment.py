"""Which sentences of two articles tell the same thing.

Every pair of sentences has a similarity; what stands beside it in both articles lifts a pair; a pair is linked where
that is well above what pairs of these two articles have by chance, and about as good as the best either side has.
Linked sentences form matches: one to one, one to many, many to one. Matches outside the heaviest run that is in order
in both articles are moved.
"""

from __future__ import annotations

from bisect import bisect_left
from math import sqrt
from typing import TYPE_CHECKING

from sitegen.comparison.similarity import Profile, similarities
from sitegen.model import Match

if TYPE_CHECKING:
    from collections.abc import Iterable

LIFT = 0.3
"""Share of the neighbours' similarity that is added to a pair's own."""

ABOVE_CHANCE = 2.75
"""Standard deviations above the mean of all pairs of two articles from which a pair is linked."""

LOWEST, HIGHEST = 0.18, 0.45
"""Limits of that limit: unrelated articles have no pair worth linking, near copies have hardly a pair by chance."""

BETWEEN = 0.7
"""Share of that limit for sentences left over between the same two matches: there, a chance meeting is unlikely."""

APART = 0.2
"""Similarity that such sentences need of their own, without their neighbours' lift."""

LEAST = 0.08
"""Similarity below which no neighbour helps."""

NEARLY_BEST = 0.5
"""Share of the best similarity of either sentence that a pair needs."""

RIVAL = 0.85
"""The same where both sentences have a better partner."""

FROM_AFAR = 1.5
"""Share of the limit that a further sentence needs to join a match none of whose sentences stands beside it: texts are
split and merged in place."""

LARGEST = 8
"""Sentences of a match on both sides together; a larger one falls apart at its weakest link."""

Row = dict[int, float]

Links = dict[tuple[int, int], float]
"""(sentence of the base, sentence of the article): lifted similarity."""


def align(base: Profile, other: Profile) -> tuple[Match, ...]:
    """Return the matches of two articles, by the first sentence of the base.

    Swapping the articles swaps the sides of the matches and changes nothing else.
    """
    if _text(other) < _text(base):  # one direction only, so that ties fall alike whichever article comes first
        return swap(align(other, base))
    alike = similarities(base, other)
    lifted = _lift(alike)
    limit = _limit(alike, len(base.spots) * len(other.spots))
    links = _links(alike, lifted, limit)
    links |= _between(links, alike, lifted, max(LOWEST, BETWEEN * limit), (base, other))
    groups = _matches(links)
    moved = _out_of_order(groups, base, other)
    matches = []
    for number, group in enumerate(groups):
        left, right = sorted({i for i, _ in group}), sorted({j for _, j in group})
        similarity = sum(sorted(alike[i][j] for i, j in group)) / len(group)
        sides = tuple(base.spots[i] for i in left), tuple(other.spots[j] for j in right)
        matches.append(Match(*sides, similarity, number in moved))
    return tuple(sorted(matches, key=lambda match: match.base))


def swap(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return the matches seen from the other article."""
    turned = (Match(match.other, match.base, match.similarity, match.moved) for match in matches)
    return tuple(sorted(turned, key=lambda match: match.base))


def _text(side: Profile) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in side.article.paragraphs)


def _lift(alike: list[Row]) -> list[Row]:
    """Add to each pair a share of what stands before and after it in both articles."""

    def at(i: int, j: int) -> float:
        return alike[i].get(j, 0.0) if 0 <= i < len(alike) else 0.0

    def raised(i: int, j: int) -> float:
        diagonal = max(at(i - 1, j - 1), at(i + 1, j + 1))
        skipping = max(at(i - 2, j - 1), at(i - 1, j - 2), at(i + 1, j + 2), at(i + 2, j + 1))
        before = max(at(i - 1, j - 1), at(i - 1, j), at(i, j - 1))
        after = max(at(i + 1, j + 1), at(i + 1, j), at(i, j + 1))
        return alike[i][j] + LIFT * 0.5 * (max(diagonal, 0.8 * skipping) + 0.5 * (before + after))

    return [{j: raised(i, j) for j in row} for i, row in enumerate(alike)]


def _links(alike: list[Row], lifted: list[Row], limit: float) -> Links:
    """Return the linked pairs of sentences with their lifted similarity."""
    found = {
        (i, j): value
        for i, row in enumerate(lifted)
        for j, value in row.items()
        if value >= limit and alike[i][j] >= LEAST
    }
    rows, columns = _best(((i, j), value) for i, row in enumerate(lifted) for (j, value) in row.items())
    found = {(i, j): v for (i, j), v in found.items() if v >= NEARLY_BEST * max(rows[i], columns[j])} | {
        (i, j): v for (i, j), v in found.items() if v >= max(rows[i], columns[j])
    }
    rows, columns = _best(found.items())
    found = {
        (i, j): v
        for (i, j), v in found.items()
        if v >= min(rows[i], columns[j]) or v >= RIVAL * max(rows[i], columns[j])
    }
    return {(i, j): v for (i, j), v in found.items() if v >= max(rows[i], columns[j]) or _joins(found, i, j, limit)}


def _joins(links: Links, i: int, j: int, limit: float) -> bool:
    """Tell whether a pair may join the match of a better rival: beside it freely, from afar on good evidence."""
    beside = any(pair in links for pair in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)))
    return beside or links[i, j] >= FROM_AFAR * limit


def _limit(alike: list[Row], pairs: int) -> float:
    """Return a similarity that pairs of these articles, nearly all of which tell different things, rarely reach."""
    values = sorted(value for row in alike for value in row.values())
    mean = sum(values) / max(1, pairs)
    variance = sum(value * value for value in values) / max(1, pairs) - mean * mean
    return min(max(mean + ABOVE_CHANCE * sqrt(max(0.0, variance)), LOWEST), HIGHEST)


def _between(links: Links, alike: list[Row], lifted: list[Row], limit: float, sides: tuple[Profile, Profile]) -> Links:
    """Link sentences left over between the same two matches on both sides, where each is the other's best."""
    groups = _matches(links)
    moved = _out_of_order(groups, *sides)
    chain = [group for number, group in enumerate(groups) if number not in moved]
    rows, columns = {i for i, _ in links}, {j for _, j in links}
    starts = sorted(min(i for i, _ in group) for group in chain), sorted(min(j for _, j in group) for group in chain)
    left = {
        (i, j): value
        for i, row in enumerate(lifted)
        if i not in rows
        for j, value in row.items()
        if j not in columns and bisect_left(starts[0], i) == bisect_left(starts[1], j) and alike[i][j] >= APART
    }
    best = _best(left.items())
    return {(i, j): v for (i, j), v in left.items() if v >= limit and v >= max(best[0][i], best[1][j])}


def _best(links: Iterable[tuple[tuple[int, int], float]]) -> tuple[Row, Row]:
    """Return the best value of each sentence, on the one side and on the other."""
    rows: Row = {}
    columns: Row = {}
    for (i, j), value in links:
        rows[i] = max(rows.get(i, 0.0), value)
        columns[j] = max(columns.get(j, 0.0), value)
    return rows, columns


def _matches(links: Links) -> list[Links]:
    return [part for group in _groups(links) for part in _broken_up(group)]


def _groups(links: Links) -> list[Links]:
    """Return the links in connected groups."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for i, j in links:
        by_row.setdefault(i, []).append(j)
        by_column.setdefault(j, []).append(i)
    groups = []
    seen: set[int] = set()
    for start in sorted(by_row):
        if start in seen:
            continue
        waiting, rows = [start], {start}
        while waiting:
            neighbours = {k for j in by_row[waiting.pop()] for k in by_column[j]} - rows
            rows |= neighbours
            waiting += sorted(neighbours)
        seen |= rows
        groups.append({(i, j): links[i, j] for i in sorted(rows) for j in sorted(by_row[i])})
    return groups


def _broken_up(group: Links) -> list[Links]:
    """Take the weakest links from a group that is too large, until every part is small enough."""
    if len({i for i, _ in group}) + len({j for _, j in group}) <= LARGEST or len(group) == 1:
        return [group]
    weakest = min(group.values())
    kept = {pair: value for pair, value in group.items() if value > weakest}
    if not kept:  # all alike, such as a sentence that is repeated: pair them off in order
        kept = _paired_off(group)
        return [{pair: value} for pair, value in kept.items()]
    return [part for smaller in _groups(kept) for part in _broken_up(smaller)]


def _paired_off(group: Links) -> Links:
    rows, columns = sorted({i for i, _ in group}), sorted({j for _, j in group})
    return {(i, j): group[i, j] for i, j in zip(rows, columns, strict=False) if (i, j) in group}


def _out_of_order(groups: list[Links], base: Profile, other: Profile) -> set[int]:
    """Return the numbers of the groups outside the heaviest chain that is in order on both sides.

    Heaviest increasing subsequence, in n log n (after Fredman 1975), weighted with the words of both sides.
    """
    spans = []
    for number, group in enumerate(groups):
        left, right = sorted({i for i, _ in group}), sorted({j for _, j in group})
        weight = sum(base.words[i] for i in left) + sum(other.words[j] for j in right) + 1
        spans.append((left[0], right[0], weight, number))
    spans.sort()
    ends: list[int] = []  # the last place of each chain that is not dominated, ascending …
    weights: list[int] = []  # … with its weight, ascending too
    heads: list[int] = []
    previous: dict[int, int | None] = {}
    for _, place, weight, number in spans:
        at = bisect_left(ends, place)
        previous[number] = heads[at - 1] if at else None
        total = weight + (weights[at - 1] if at else 0)
        stop = at
        while stop < len(ends) and weights[stop] <= total:
            stop += 1
        if at == len(ends) or ends[at] > place or weights[at] <= total:
            ends[at:stop], weights[at:stop], heads[at:stop] = [place], [total], [number]
    chain: set[int] = set()
    step = heads[-1] if heads else None
    while step is not None:
        chain.add(step)
        step = previous[step]
    return set(range(len(groups))) - chain
