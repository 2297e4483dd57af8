"""Why this article is the base, in sentences with the figures that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.pages.figures import percent, spelled

if TYPE_CHECKING:
    from sitegen.model import Collation, Rank

THIN = 0.03
"""Lead in completeness below which the choice is said to be close: less than one sentence in thirty."""


def base_sentence(collation: Collation) -> str:
    """Say in one sentence why the base is the base."""
    first = collation.ranking[0]
    base = next(rank for rank in collation.ranking if rank.article is collation.base)
    carries = (
        f"It carries {_share(base)} of everything that the {spelled(len(collation.ranking))} articles tell together"
    )
    if collation.story.chosen_base:
        if first is base:
            return f"{carries}, more than any other, and the editor of this story chose it."
        return f"{carries}; {first.article.name} carries {_share(first)}, but the editor of this story chose this one."
    return f"{carries}, more than any other."


def reasons(collation: Collation) -> tuple[str, ...]:
    """Say, sentence by sentence, why the base is the base: the runner-up, and what length alone would have chosen."""
    base = next(rank for rank in collation.ranking if rank.article is collation.base)
    rival = next(rank for rank in collation.ranking if rank is not base)
    name = base.article.name
    sentences = [f"{name} is the base, the article that the others are held against. {base_sentence(collation)}"]
    close = " That is close: one sentence more or less could turn it."
    if abs(base.completeness - rival.completeness) >= THIN:
        close = ""
    best = "The most complete of the others is"
    sentences.append(f"{best} {rival.article.name} with {_share(rival)}.{close}")
    cleaned = max(collation.ranking, key=lambda rank: rank.words)
    raw = max(collation.ranking, key=lambda rank: rank.raw_words)
    if cleaned.article is not collation.base:
        sentences.append(
            f"Length decides nothing: the longest article is {cleaned.article.name}, with {cleaned.words:,} words."
        )
    if raw.article is not cleaned.article:
        sentences.append(
            f"The longest file is that of {raw.article.name}, with {raw.raw_words:,} words, page furniture included."
        )
    return tuple(sentences)


def _share(rank: Rank) -> str:
    return f"{percent(rank.completeness, 1)}\u00a0%"
