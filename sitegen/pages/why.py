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
    equals = _equals(collation, base)
    if base.completeness < first.completeness:
        return f"{carries}; {first.article.name} carries {_share(first)}, but the editor of this story chose this one."
    lead = f"as much as {' and '.join(rank.article.name for rank in equals)}" if equals else "more than any other"
    if collation.story.chosen_base:
        return f"{carries}, {lead}, and the editor of this story chose it."
    if equals:
        longer = all(rank.words < base.words for rank in equals)
        how = "of equals the longer one is the base" if longer else "of equals their wording decides which is the base"
        return f"{carries}, {lead}; {how}."
    return f"{carries}, {lead}."


def reasons(collation: Collation) -> tuple[str, ...]:
    """Say, sentence by sentence, why the base is the base: the runner-up, and what length alone would have chosen."""
    base = next(rank for rank in collation.ranking if rank.article is collation.base)
    rival = next(rank for rank in collation.ranking if rank is not base)
    name = base.article.name
    sentences = [f"{name} is the base, the article that the others are held against. {base_sentence(collation)}"]
    runner_up = f"{rival.article.name} carries {_share(rival)}{_margin(base, rival)}"
    sentences.append(f"Of the others, {runner_up}" if len(collation.ranking) > len((base, rival)) else runner_up)
    cleaned = max(collation.ranking, key=lambda rank: rank.words)
    raw = max(collation.ranking, key=lambda rank: rank.raw_words)
    if cleaned.article is not collation.base:
        longest = f"the longest article is {cleaned.article.name}, with {cleaned.words:,} words"
        sentences.append(f"Length alone does not decide: {longest}.")
    if raw.article is not cleaned.article:
        sentences.append(
            f"The longest file is that of {raw.article.name}, with {raw.raw_words:,} words, page furniture included."
        )
    return tuple(sentences)


def _equals(collation: Collation, base: Rank) -> list[Rank]:
    return [rank for rank in collation.ranking if rank is not base and rank.completeness == base.completeness]


def _margin(base: Rank, rival: Rank) -> str:
    """Say by how much the base is ahead, in points of the percents that are shown."""
    points = percent(base.completeness, 1) - percent(rival.completeness, 1)
    unit = "point" if abs(points) == 1 else "points"
    far = f", {abs(points)} {unit} {'less' if points > 0 else 'more'}" if points else ", about the same"
    if base.completeness == rival.completeness:
        return ", just as much."
    thin = abs(base.completeness - rival.completeness) < THIN
    return f"{far}.{' That is close: one sentence more or less could turn it.' if thin else ''}"


def _share(rank: Rank) -> str:
    return f"{percent(rank.completeness, 1)}\u00a0%"
