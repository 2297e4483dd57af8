"""The page of an article: held against the story's base, or against any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.pages.addresses import article_page, pair_page
from sitegen.pages.biggest import biggest
from sitegen.pages.figures import bar, count, sentence
from sitegen.pages.passages import Pager
from sitegen.pages.pieces import Fact, NavLink, Removed
from sitegen.pages.views import ArticleView

if TYPE_CHECKING:
    from sitegen.model import Article, Collation, Comparison, Rank
    from sitegen.pages.addresses import Place


def article_view(place: Place, comparison: Comparison, *, is_own_page: bool) -> ArticleView:
    """Return the view of one comparison.

    Args:
        place: the story.
        comparison: the article and what it is held against.
        is_own_page: whether this is the article's own page, which holds it against the story's base, whichever that is,
            or the page with the permanent address of this pair.
    """
    article, base = comparison.other, comparison.base
    figures = count(comparison)
    summary = sentence(figures, article.name, base.name)
    rank = rank_of(place.collation, article)
    previous, following = place.neighbours(article)
    items = Pager(comparison, rank.only_here).items()
    permanent = NavLink(pair_page(article, base), f"{article.name} held against {base.name}")
    return ArticleView(
        frame=place.frame(f"{article.name} held against {base.name}", summary),
        name=article.name,
        base=NavLink(article_page(base), base.name),
        is_story_base=base is place.collation.base,
        language=article.language,
        base_language=base.language,
        facts=facts(article, rank.words),
        summary=summary,
        bar=bar(figures, article.name, base.name),
        biggest=biggest(items, base.name),
        items=items,
        removed=removed(article),
        permanent=permanent if is_own_page else None,
        previous=previous,
        following=following,
        against=place.against(article, base),
    )


def rank_of(collation: Collation, article: Article) -> Rank:
    """Return what an article carries."""
    return next(rank for rank in collation.ranking if rank.article is article)


def facts(article: Article, words: int | None = None) -> tuple[Fact, ...]:
    """Return an article's masthead as facts. What is not known is said to be."""
    head = article.masthead
    source = head.outlet or "unknown"
    found = [
        Fact("Source", f"{source} (known from {head.known_from})" if head.known_from else source),
        Fact("Published", head.published or "unknown"),
    ]
    found += [Fact("Filed from", head.dateline)] if head.dateline else []
    found += [Fact("Agency", head.agency)] if head.agency and head.agency != head.outlet else []
    found += [Fact("Author", head.byline)] if head.byline else []
    found += [Fact("Words", f"{words:,}")] if words is not None else []
    found += [Fact("File", article.file)]
    printed = [article.lines[number - 1].strip() for number in head.lines] + [head.lead_in]
    found += [Fact("As printed", " / ".join(filter(None, printed)))] if any(printed) else []
    found += [Fact("Original", head.url, head.url)] if head.url.startswith(("http://", "https://")) else []
    return tuple(found)


def removed(article: Article) -> tuple[Removed, ...]:
    """Return the lines of page furniture that were removed from an article."""
    return tuple(Removed(r.line, r.text.strip(), r.rule, r.reason) for r in article.removals)
