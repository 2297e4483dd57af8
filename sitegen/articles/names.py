"""What articles are called: for readers, and in addresses."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sitegen.config import Facts
    from sitegen.model import Article

HASH = re.compile(r"[_\-. ]+(?=[0-9a-f]*\d)[0-9a-f]{8,}$", re.IGNORECASE)
"""What ends a file's name and says nothing to a reader."""

RESERVED = {"index", "404", "static", "story", "con", "prn", "aux", "nul"} | {
    f"{n}{i}" for n in ("com", "lpt") for i in range(10)
}
"""Names that pages or Windows need for themselves."""


def slugify(text: str) -> str:
    """Return `text` in lower-case ASCII letters, digits and single hyphens; "" if none is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"{slug}-1" if slug in RESERVED else slug


def name_articles(articles: Sequence[Article], facts: Mapping[str, Facts], folder: str) -> tuple[Article, ...]:
    """Give every article of a story its name and slug.

    The slug is the editor's, else the outlet's, else the file's name without a hash at its end.

    Raises:
        SitegenError: two articles would have one slug.
    """
    short = _short_stems([article.key for article in articles])
    outlets = Counter(slugify(article.masthead.outlet) for article in articles if article.masthead.outlet)
    named = []
    for article in articles:
        stem, outlet = short[article.key], article.masthead.outlet
        alone = outlet and outlets[slugify(outlet)] == 1
        name = (outlet if alone else f"{outlet} ({stem})") if outlet else f"Unknown source ({stem})"
        own = facts[article.key].slug if article.key in facts else ""
        automatic = slugify(outlet if alone else f"{outlet} {stem}") or _digest(article.key)
        named.append(replace(article, name=name, slug=own or automatic))
    _require_distinct(named, folder)
    return tuple(named)


def _short_stems(stems: Sequence[str]) -> dict[str, str]:
    """Return the stems without a hash at their end, where that leaves all of them distinct."""
    short = {stem: HASH.sub("", stem) or stem for stem in stems}
    count = Counter(slugify(name) for name in short.values())
    return {stem: name if count[slugify(name)] == 1 else stem for stem, name in short.items()}


def _digest(text: str) -> str:
    return f"article-{hashlib.sha256(text.encode()).hexdigest()[:6]}"


def _require_distinct(articles: Sequence[Article], folder: str) -> None:
    seen: dict[str, Article] = {}
    for article in articles:
        other = seen.setdefault(article.slug, article)
        if other is not article:
            raise SitegenError(
                f'Two articles would have the address "{article.slug}.html".',
                f"{folder}: {' and '.join(sorted((other.file, article.file)))}",
                f'Give one of them another: slug = "…" under [articles."{article.key}"] in story.toml.',
            )
