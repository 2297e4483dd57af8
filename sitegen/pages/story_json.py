"""`story.json`: everything that was found in a story, for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from sitegen.pages.addresses import article_page, pair_page

if TYPE_CHECKING:
    from sitegen.model import Article, Collation, Comparison, Rank

FORMAT = "sitegen-story/1"


def story_json(collation: Collation) -> str:
    """Return the story as JSON, in an order that depends on the texts alone."""
    articles = [rank.article for rank in collation.ranking]
    return json.dumps(
        {
            "format": FORMAT,
            "title": collation.story.title,
            "base": collation.base.slug,
            "base_chosen_by_editor": bool(collation.story.chosen_base),
            "ranking": [_rank(rank) for rank in collation.ranking],
            "articles": [_article(article) for article in articles],
            "comparisons": [
                _comparison(collation.comparisons[base.key, other.key])
                for base in articles
                for other in articles
                if (base.key, other.key) in collation.comparisons
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def _rank(rank: Rank) -> dict[str, object]:
    return {
        "slug": rank.article.slug,
        "completeness": round(rank.completeness, 4),
        "words": rank.words,
        "raw_words": rank.raw_words,
        "only_here": rank.only_here,
    }


def _article(article: Article) -> dict[str, object]:
    return {
        "slug": article.slug,
        "key": article.key,
        "name": article.name,
        "address": article_page(article),
        "file": article.file,
        "sha256": article.sha256,
        "masthead": asdict(article.masthead),
        "removals": [asdict(removal) for removal in article.removals],
    }


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "base": comparison.base.slug,
        "other": comparison.other.slug,
        "address": pair_page(comparison.other, comparison.base),
        "links": [
            {**asdict(link), "similarity": round(link.similarity, 4), "state": link.state.value}
            for link in comparison.links
        ],
        "hunks": [
            {
                "base": hunk.base,
                "other": hunk.other,
                "state": hunk.state.value,
                "moved": hunk.moved,
                "similarity": round(hunk.similarity, 4),
            }
            for hunk in comparison.hunks
        ],
    }
