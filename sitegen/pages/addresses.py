"""Where pages are, and the links between them: flat files and relative addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.pages.pieces import Frame, NavLink

if TYPE_CHECKING:
    from sitegen.config import Project
    from sitegen.model import Article, Collation

INDEX = "index.html"


def article_page(article: Article) -> str:
    """Return the file of an article's page, within its story's folder."""
    return f"{article.slug}.html"


def pair_page(article: Article, held_against: Article) -> str:
    """Return the file of the page that holds an article against another, within its story's folder."""
    return f"{article.slug}--{held_against.slug}.html"


@dataclass(frozen=True, slots=True)
class Place:
    """A story's place in the site."""

    project: Project
    """The site."""
    collation: Collation
    """The story."""

    @property
    def folder(self) -> str:
        """The story's folder with its slash, or ""."""
        slug = self.collation.story.slug
        return f"{slug}/" if slug else ""

    def frame(self, title: str, description: str, *, is_index: bool = False) -> Frame:
        """Return what stands around a page of this story."""
        root = "../" if self.folder else ""
        site = self.project.title or self.collation.story.title
        above = [NavLink(f"{root}{INDEX}", site)] if self.folder or not is_index else []
        if self.folder and not is_index:
            above.append(NavLink(INDEX, self.collation.story.title))
        elif above and not self.folder:
            above = [NavLink(INDEX, self.collation.story.title)]
        full = title if title == site else f"{title} – {site}"
        return Frame(full, description, self.project.language, root, NavLink(f"{root}{INDEX}", site), tuple(above))

    def neighbours(self, article: Article) -> tuple[NavLink | None, NavLink | None]:
        """Return links to the articles before and after this one in the ranking."""
        ranked = [rank.article for rank in self.collation.ranking]
        at = ranked.index(article)
        before = ranked[at - 1] if at else None
        after = ranked[at + 1] if at + 1 < len(ranked) else None
        return _link(before), _link(after)

    def against(self, article: Article, shown: Article | None) -> tuple[NavLink, ...]:
        """Return links to the pages that hold this article against others than the one shown, in ranking order."""
        others = (rank.article for rank in self.collation.ranking)
        return tuple(
            NavLink(pair_page(article, other), other.name)
            for other in others
            if other is not shown and (other.key, article.key) in self.collation.comparisons
        )


def _link(article: Article | None) -> NavLink | None:
    return NavLink(article_page(article), article.name) if article else None
