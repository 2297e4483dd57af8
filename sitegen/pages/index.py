"""The page of a story: the index of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen import markdown
from sitegen.pages.addresses import article_page
from sitegen.pages.figures import count, percent, spelled
from sitegen.pages.views import IndexView, Row
from sitegen.pages.why import reasons

if TYPE_CHECKING:
    from sitegen.model import Rank
    from sitegen.pages.addresses import Place


def index_view(place: Place) -> IndexView:
    """Return the view of a story's index."""
    collation = place.collation
    against = collation.base.name if collation.story.chosen_base else f"the most complete, {collation.base.name}"
    number = spelled(len(collation.ranking))
    summary = f"How {number} sources told one story: each held, sentence by sentence, against {against}."
    return IndexView(
        frame=place.frame(collation.story.title, summary, is_index=True),
        title=collation.story.title,
        introduction=markdown.render(collation.story.introduction) if collation.story.introduction else "",
        summary=summary,
        rows=tuple(_row(place, rank) for rank in collation.ranking),
        why=reasons(collation),
    )


def _row(place: Place, rank: Rank) -> Row:
    article, base = rank.article, place.collation.base
    is_base = article is base
    figures = None if is_base else count(place.collation.comparisons[base.key, article.key])
    return Row(
        href=article_page(article),
        name=article.name,
        is_base=is_base,
        headline=article.masthead.headline,
        language=article.language,
        published=article.masthead.published,
        words=rank.words,
        raw_words=rank.raw_words,
        completeness=percent(rank.completeness, 1),
        shared=f"{figures.carried} of {figures.base_sentences} sentences" if figures else "",
        shared_percent=figures.carried_percent if figures else 100,
        only_here=len(rank.only_here),
        known_from=article.masthead.known_from,
    )
