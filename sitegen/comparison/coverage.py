"""Who carries what: the sentences of a story's articles in the passages that they tell together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sitegen.model import Article, Match, Spot

Matches = dict[tuple[str, str], tuple["Match", ...]]
"""By (key of the base, key of the article), both ways round."""

Carriers = dict["Spot", tuple[tuple[str, tuple["Spot", ...]], ...]]
"""By sentence: (key, sentences) of each other article that carries it."""


def cover(articles: Sequence[Article], matches: Mapping[tuple[str, str], Sequence[Match]]) -> dict[str, Carriers]:
    """Return, for each article, which other articles carry each of its sentences."""
    return {article.key: _carriers(article, articles, matches) for article in articles}


def _carriers(
    article: Article, articles: Sequence[Article], matches: Mapping[tuple[str, str], Sequence[Match]]
) -> Carriers:
    found: dict[Spot, list[tuple[str, tuple[Spot, ...]]]] = {spot: [] for spot in article.spots()}
    for other in articles:
        for match in matches.get((article.key, other.key), ()):
            for spot in match.base:
                found[spot].append((other.key, match.other))
    return {spot: tuple(carriers) for spot, carriers in found.items()}
