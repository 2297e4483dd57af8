"""The page of the base: its text with who else carries each paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.model import State
from sitegen.pages.addresses import article_page
from sitegen.pages.anchors import anchors
from sitegen.pages.article import facts, rank_of, removed
from sitegen.pages.figures import spelled
from sitegen.pages.passages import titles
from sitegen.pages.views import BaseParagraph, BaseView, Teller
from sitegen.pages.why import base_sentence

if TYPE_CHECKING:
    from sitegen.model import Article, Comparison
    from sitegen.pages.addresses import Place

MANNERS = {
    State.VERBATIM: "in the same words",
    State.REWORDED: "worded differently",
    State.REWRITTEN: "told in other words",
}
STEPS = 4
"""Grades by which a reader can tell how many carry a paragraph: more can't be told apart in grey."""


def base_view(place: Place) -> BaseView:
    """Return the view of the base."""
    collation, base = place.collation, place.collation.base
    others = [rank.article for rank in collation.ranking if rank.article is not base]
    previous, following = place.neighbours(base)
    what = "the base that the editor chose" if collation.story.chosen_base else "the most complete article"
    summary = f"{base.name}, {what} of {spelled(len(others) + 1)}, with who else carries each paragraph."
    return BaseView(
        frame=place.frame(f"{base.name}, the base", summary),
        name=base.name,
        language=base.language,
        facts=facts(base, rank_of(collation, base).words),
        why=base_sentence(collation),
        paragraphs=_paragraphs(place, base, others),
        removed=removed(base),
        previous=previous,
        following=following,
        against=place.against(base, None),
    )


def _paragraphs(place: Place, base: Article, others: list[Article]) -> tuple[BaseParagraph, ...]:
    names, called = anchors(base), titles(base)
    tellers: list[list[Teller]] = [[] for _ in base.paragraphs]
    for other in others:
        comparison = place.collation.comparisons[base.key, other.key]
        for number, teller in _tellers(comparison).items():
            tellers[number].append(teller)
    return tuple(
        BaseParagraph(
            anchor=names[number],
            title=called[number],
            kind=paragraph.kind.value,
            text=paragraph.text,
            tellers=tuple(tellers[number]),
            told=_told(len(tellers[number]), len(others)),
            grade=-(-STEPS * len(tellers[number]) // len(others)),
        )
        for number, paragraph in enumerate(base.paragraphs)
    )


def _told(number: int, others: int) -> str:
    if not number:
        return "only here"
    return f"told by {number} of {others} others" if others > 1 else "told by the other, too"


def _tellers(comparison: Comparison) -> dict[int, Teller]:
    """Return, for each paragraph of the base that the article carries, a link to the nearest of its wordings."""
    names = anchors(comparison.other)
    best = {}
    for link in sorted(comparison.links, key=lambda link: (link.base, -link.similarity, link.other)):
        if link.base not in best:
            href = f"{article_page(comparison.other)}#{names[link.other]}"
            best[link.base] = Teller(href, comparison.other.name, MANNERS[link.state])
    return best
