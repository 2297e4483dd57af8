"""One comparison as a page of its own, for `sitegen compare --format html`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.pages.article import facts, removed
from sitegen.pages.figures import bar, count, sentence
from sitegen.pages.passages import Pager
from sitegen.pages.views import Fact, Frame, Item, NavLink, Removed, Segment

if TYPE_CHECKING:
    from sitegen.model import Comparison


@dataclass(frozen=True, slots=True)
class StandaloneView:
    """One comparison, alone."""

    frame: Frame
    """Around the page."""
    style: str
    """The stylesheet."""
    name: str
    """The article."""
    base: NavLink
    """What it is held against."""
    language: str
    """BCP 47 tag of the article, or ""."""
    facts: tuple[Fact, ...]
    """Its masthead."""
    summary: str
    """One sentence that says how the two stand to each other."""
    bar: tuple[Segment, ...]
    """The same in a bar."""
    items: tuple[Item, ...]
    """The text."""
    removed: tuple[Removed, ...]
    """Page furniture that was removed."""


def standalone_view(comparison: Comparison, style: str) -> StandaloneView:
    """Return the view of a comparison of two files."""
    name, base = comparison.other.name, comparison.base.name
    figures = count(comparison)
    summary = sentence(figures, name, base)
    title = f"{name} held against {base}"
    return StandaloneView(
        frame=Frame(title, summary, "en", "", NavLink("", title), ()),
        style=style,
        name=name,
        base=NavLink("", base),
        language=comparison.other.language,
        facts=facts(comparison.other),
        summary=summary,
        bar=bar(figures, name, base),
        items=Pager(comparison, None).items(),
        removed=removed(comparison.other),
    )
