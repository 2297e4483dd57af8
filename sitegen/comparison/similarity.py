"""How alike two sentences are, from 0.0 to 1.0: the weight of the words they share.

Words are matched by their first six letters (truncation, which serves inflected languages about as well as stemming:
McNamee and Mayfield 2004), characters of scripts without spaces alone and in pairs. A word weighs the more the fewer
sentences have it (inverse document frequency, Spärck Jones 1972) and vectors are compared by their cosine.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from sitegen.comparison.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sitegen.model import Article, Spot

STEM = 6
"""Letters of a word that count."""

CONTAINED = 0.15
"""Weight of the share of the shorter sentence that the longer one has: a part is told where the whole is."""

COSINE = 0.7
"""Weight of the sentences' cosine."""

AROUND = 0.25
"""Weight of the paragraphs' cosine: what stands around a sentence says what it is about."""

SMALL = 3.0
"""Weight added to the shorter side of a containment: one shared word must not make a short sentence "contained"."""

PAIR = 0.4
"""Weight of a pair of characters beside the characters themselves: pairs say more, and are rarer by nature."""

Terms = Counter[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """The terms of an article's sentences."""

    article: Article
    """The article."""
    spots: tuple[Spot, ...]
    """The places of its sentences, in reading order."""
    terms: tuple[Terms, ...]
    """The terms of each of these sentences with their counts."""
    words: tuple[int, ...]
    """The number of words of each of these sentences."""


def profile(article: Article) -> Profile:
    """Collect the terms of every sentence of `article`."""
    spots = article.spots()
    tokens = [[token for token in tokenize(article.sentence(spot)) if token.is_word] for spot in spots]
    terms = []
    for words in tokens:
        counts: Terms = Counter(word.form if word.is_sign else word.form[:STEM] for word in words)
        counts.update("+" + a.form + b.form for a, b in pairwise(words) if a.is_sign and b.is_sign)
        terms.append(counts)
    return Profile(article, spots, tuple(terms), tuple(map(len, tokens)))


def similarities(base: Profile, other: Profile) -> list[dict[int, float]]:
    """Return, for each sentence of `base`, the similarity of each sentence of `other` that shares a term with it.

    Sentences are counted over the whole article, as in `Profile.spots`. Swapping the sides transposes the result.
    """
    weights = _weights([*base.terms, *other.terms])
    cosine = _dots([_unit(t, weights) for t in base.terms], [_unit(t, weights) for t in other.terms])
    shared = _shared(base, other, weights)
    around = _dots(*([_unit(terms, weights) for terms in _paragraphs(side)] for side in (base, other)))
    mass = [[sum(weights[term] for term in terms) for terms in side.terms] for side in (base, other)]
    result: list[dict[int, float]] = []
    for i, row in enumerate(cosine):
        alike = {}
        for j in sorted(row):
            if not comparable(base, i, other, j):
                continue
            contained = shared[i][j] / (min(mass[0][i], mass[1][j]) + SMALL)
            context = around[base.spots[i][0]].get(other.spots[j][0], 0.0)
            alike[j] = min(1.0, COSINE * row[j] + CONTAINED * contained + AROUND * context)
        result.append(alike)
    return result


def comparable(base: Profile, i: int, other: Profile, j: int) -> bool:
    """Tell whether the kinds allow a match: headlines, subheadings and credits only match their like."""
    kinds = base.article.paragraphs[base.spots[i][0]].kind, other.article.paragraphs[other.spots[j][0]].kind
    return kinds[0] is kinds[1] or (kinds[0].tells and kinds[1].tells)


def _weights(sentences: Iterable[Terms]) -> dict[str, float]:
    """Return the inverse document frequency of each term."""
    found: Counter[str] = Counter()
    number = 0
    for terms in sentences:
        found.update(terms.keys())
        number += 1
    return {
        term: log((number + 1) / (count + 0.5)) * (PAIR if term.startswith("+") else 1.0)
        for term, count in found.items()
    }


def _unit(terms: Terms, weights: Mapping[str, float]) -> dict[str, float]:
    vector = {term: weights[term] * (1 + log(count)) for term, count in terms.items()}
    length = sqrt(sum(sorted(x * x for x in vector.values()))) or 1.0  # sorted: the sum must not depend on word order
    return {term: x / length for term, x in vector.items()}


def _dots(left: list[dict[str, float]], right: list[dict[str, float]]) -> list[dict[int, float]]:
    """Return the dot products of all pairs of vectors that share a term."""
    index: dict[str, list[tuple[int, float]]] = {}
    for j, vector in enumerate(right):
        for term, x in vector.items():
            index.setdefault(term, []).append((j, x))
    rows = []
    for vector in left:
        row: dict[int, float] = {}
        for term in sorted(vector):
            x = vector[term]
            for j, y in index.get(term, ()):
                row[j] = row.get(j, 0.0) + x * y
        rows.append(row)
    return rows


def _shared(base: Profile, other: Profile, weights: Mapping[str, float]) -> list[dict[int, float]]:
    """Return the weight of the terms that each pair of sentences shares."""
    left = [{term: weights[term] for term in terms} for terms in base.terms]
    right = [dict.fromkeys(terms, 1.0) for terms in other.terms]
    return _dots(left, right)


def _paragraphs(side: Profile) -> list[Terms]:
    result: list[Terms] = [Counter() for _ in side.article.paragraphs]
    for (paragraph, _), terms in zip(side.spots, side.terms, strict=True):
        result[paragraph].update(terms)
    return result
