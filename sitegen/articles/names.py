"""What articles are called: for readers, and in addresses."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.config import STORY_FILE, locate
from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sitegen.config import Facts
    from sitegen.model import Article

RESERVED = frozenset({"index", "404", "static", "story", "con", "prn", "aux", "nul"}) | frozenset(
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
)
"""Names that the site's own files have, or that Windows keeps for devices."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

HASH = re.compile(r"[_\-. ]+(?=[0-9a-f]*\d)[0-9a-f]{8,}$", re.IGNORECASE)
"""What ends a file's name and says nothing to a reader."""

LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that Unicode does not take apart into one of ASCII and an accent."""

LONGEST = 60
"""Characters of a slug: the names of two articles and an ending have to make a file's name."""


def slugify(text: str) -> str:
    """Return `text` in lower-case ASCII letters, digits and single hyphens; "" if none is left."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS)).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
    return f"{slug}-1" if slug in RESERVED else slug


def name_articles(articles: Sequence[Article], facts: Mapping[str, Facts], folder: Path) -> tuple[Article, ...]:
    """Give every article of a story its name and slug.

    The slug is the editor's, else the outlet's, else the file's name without a hash at its end. Where two articles are
    of one outlet, both bear the file's name too.

    Raises:
        SitegenError: two articles would have one slug, or two files one name for `story.toml`; or a slug can't be one.
    """
    for key, known in facts.items():
        _require_address(known.slug, folder, key)
    _require_one_each(articles, folder)
    short = _short_stems([article.key for article in articles])
    outlets = Counter(_outlet_key(article) for article in articles)
    named = []
    for article in articles:
        stem, outlet = short[article.key], article.masthead.outlet
        if not outlet:
            name, words = f"Unknown source ({stem})", stem
        elif outlets[_outlet_key(article)] == 1:
            name, words = outlet, outlet
        else:
            name, words = f"{outlet} ({stem})", f"{outlet} {stem}"
        own = facts[article.key].slug if article.key in facts else ""
        named.append(replace(article, name=name, slug=own or slugify(words) or slugify(stem) or _digest(article.key)))
    _require_distinct(named, folder)
    return tuple(named)


def _outlet_key(article: Article) -> str:
    """Return what two spellings of one outlet have in common."""
    outlet = article.masthead.outlet
    return slugify(outlet) or outlet.casefold()


def _short_stems(stems: Sequence[str]) -> dict[str, str]:
    """Return the stems without a hash at their end; in full where two would be the same."""
    short = {stem: HASH.sub("", stem) or stem for stem in stems}
    count = Counter(slugify(name) or name for name in short.values())
    return {stem: name if count[slugify(name) or name] == 1 else stem for stem, name in short.items()}


def _digest(text: str) -> str:
    return f"article-{hashlib.sha256(text.encode()).hexdigest()[:6]}"


def _require_address(slug: str, folder: Path, key: str) -> None:
    if slug and (not SLUG.fullmatch(slug) or slug in RESERVED or len(slug) > LONGEST):
        raise SitegenError(
            f'"{slug}" can\'t be an address.',
            locate(folder / STORY_FILE, ("articles", key, "slug")),
            f"Use up to {LONGEST} lower-case letters a to z, digits and single hyphens; index and the like are taken.",
        )


def _require_one_each(articles: Sequence[Article], folder: Path) -> None:
    seen: dict[str, str] = {}
    for article in articles:
        other = seen.setdefault(article.key, article.file)
        if other != article.file:
            raise SitegenError(
                f'Two files are called "{article.key}", and story.toml could not tell them apart.',
                f"{folder}: {' and '.join(sorted((other, article.file)))}",
                "Rename one of them.",
            )


def _require_distinct(articles: Sequence[Article], folder: Path) -> None:
    seen: dict[str, Article] = {}
    for article in articles:
        other = seen.setdefault(article.slug, article)
        if other is not article:
            raise SitegenError(
                f'Two articles would have the address "{article.slug}.html".',
                f"{folder}: {' and '.join(sorted((other.file, article.file)))}",
                f'Give one of them another: slug = "…" under [articles."{article.key}"] in story.toml.',
            )
