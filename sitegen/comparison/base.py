"""Which article is the most complete: how much each carries of everything the story's articles tell together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.comparison.tokens import count_words
from sitegen.model import Rank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sitegen.model import Article, Spot

    Coverage = Mapping[str, Mapping[Spot, Sequence[tuple[str, tuple[Spot, ...]]]]]


def rank(articles: Sequence[Article], coverage: Coverage) -> tuple[Rank, ...]:
    """Return the articles by completeness, the most complete first; ties fall to the longer, then by their text.

    Everything that is told is the words of all the articles' sentences; a sentence that stands word for word in several
    articles, or twice in one, counts once, so that copying and repeating gain nothing. An article carries its own
    sentences and those that are matched in it: what is told counts, not in how many words it tells it.
    """
    words = {
        (article.key, spot): count_words(article.sentence(spot)) for article in articles for spot in article.spots()
    }
    telling = {article.key: {i for i, p in enumerate(article.paragraphs) if p.kind.tells} for article in articles}
    told = _told(articles, coverage)
    everything = sum(count_words(sentence) for sentence in told)
    carried = {
        article.key: sum(count_words(sentence) for sentence, tellers in told.items() if article.key in tellers)
        for article in articles
    }
    ranks = [
        Rank(
            article=article,
            completeness=carried[article.key] / everything if everything else 0.0,
            words=sum(words[article.key, spot] for spot in article.spots()),
            raw_words=count_words("\n".join(article.lines)),
            only_here=tuple(
                spot for spot in article.spots() if spot[0] in telling[article.key] and not coverage[article.key][spot]
            ),
        )
        for article in articles
    ]
    return tuple(sorted(ranks, key=lambda r: (-r.completeness, -r.words, [p.text for p in r.article.paragraphs])))


def _told(articles: Sequence[Article], coverage: Coverage) -> dict[str, set[str]]:
    """Return who carries each different sentence that tells the story."""
    told: dict[str, set[str]] = {}
    for article in articles:
        for spot in article.spots():
            if article.paragraphs[spot[0]].kind.tells:
                tellers = told.setdefault(article.sentence(spot).strip().casefold(), set())
                tellers |= {article.key, *(key for key, _ in coverage[article.key][spot])}
    return told
