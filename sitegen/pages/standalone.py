"""One comparison as a page of its own, for `sitegen compare --format html`."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.pages.article import facts, removed
from sitegen.pages.biggest import biggest
from sitegen.pages.figures import bar, count, sentence
from sitegen.pages.passages import Pager
from sitegen.pages.pieces import Difference, Fact, Frame, Item, NavLink, Removed, Segment

if TYPE_CHECKING:
    from sitegen.model import Comparison


@dataclass(frozen=True, slots=True)
class StandaloneView:
    """One comparison, alone."""

    frame: Frame
    """Around the page."""
    style: str
    """The stylesheet."""
    style_digest: str
    """What the page's policy knows the stylesheet by: `sha256-…`."""
    name: str
    """The article."""
    base: NavLink
    """What it is held against."""
    language: str
    """BCP 47 tag of the article, or ""."""
    base_language: str
    """BCP 47 tag of what it is held against, or ""."""
    facts: tuple[Fact, ...]
    """Its masthead."""
    summary: str
    """One sentence that says how the two stand to each other."""
    bar: tuple[Segment, ...]
    """The same in a bar."""
    biggest: tuple[Difference, ...]
    """The biggest differences, or none where there are few."""
    items: tuple[Item, ...]
    """The text."""
    removed: tuple[Removed, ...]
    """Page furniture that was removed."""


def standalone_view(comparison: Comparison, style: str) -> StandaloneView:
    """Return the view of a comparison of two files."""
    name, base = comparison.other.name, comparison.base.name
    figures = count(comparison)
    summary = sentence(figures, name, base)
    items = Pager(comparison, None).items()
    title = f"{name} held against {base}"
    return StandaloneView(
        frame=Frame(title, summary, "en", "", NavLink("", title), ()),
        style=style,
        style_digest=f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}",
        name=name,
        base=NavLink("", base),
        language=comparison.other.language,
        base_language=comparison.base.language,
        facts=facts(comparison.other),
        summary=summary,
        bar=bar(figures, name, base),
        biggest=biggest(items, base),
        items=items,
        removed=removed(comparison.other),
    )
