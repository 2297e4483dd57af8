"""The files of a site, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from sitegen.pages.addresses import INDEX, Place, article_page, pair_page
from sitegen.pages.article import article_view
from sitegen.pages.base import base_view
from sitegen.pages.index import index_view
from sitegen.pages.pieces import Frame, NavLink
from sitegen.pages.standalone import standalone_view
from sitegen.pages.story_json import story_json
from sitegen.pages.theme import Theme, load_theme, read_static, render
from sitegen.pages.views import NotFoundView, StoriesView, StoryLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.config import Project
    from sitegen.model import Collation, Comparison


class PageFile(NamedTuple):
    """A file of the site."""

    path: str
    """Where it belongs, relative to the site's root, with `/`."""
    data: bytes
    """What it holds."""


def theme_files(theme: Theme) -> Iterator[PageFile]:
    """Yield the static files."""
    for name, path in theme.static.items():
        yield PageFile(f"static/{name}", read_static(path))


def story_pages(collation: Collation, project: Project, theme: Theme) -> Iterator[PageFile]:
    """Yield the files of a story: its index, a page an article, a page a pair, and `story.json`."""
    place = Place(project, collation)
    base = collation.base

    def page(path: str, template: str, view: object) -> PageFile:
        return PageFile(place.folder + path, render(theme, template, view).encode())

    yield page(INDEX, "story.html", index_view(place))
    yield page(article_page(base), "base.html", base_view(place))
    for rank in collation.ranking:
        if rank.article is not base:
            comparison = collation.comparisons[base.key, rank.article.key]
            yield page(article_page(rank.article), "article.html", article_view(place, comparison, is_own_page=True))
    for comparison in collation.comparisons.values():
        path = pair_page(comparison.other, comparison.base)
        yield page(path, "article.html", article_view(place, comparison, is_own_page=False))
    yield PageFile(f"{place.folder}story.json", story_json(collation).encode() + b"\n")


def story_link(collation: Collation) -> StoryLink:
    """Return what the index of stories says of a story."""
    names = tuple(rank.article.name for rank in collation.ranking)
    return StoryLink(f"{collation.story.slug}/{INDEX}", collation.story.title, names)


def site_pages(stories: Iterable[StoryLink], project: Project, theme: Theme) -> Iterator[PageFile]:
    """Yield what the site as a whole needs: the page for lost addresses and, for several stories, their index."""
    stories = sorted(stories, key=lambda story: (story.title, story.href))
    title = project.title or "Comparisons"
    if len(stories) > 1:
        summary = f"{len(stories)} stories, each as several sources told it."
        frame = Frame(title, summary, project.language, "", NavLink(INDEX, title), ())
        yield PageFile(INDEX, render(theme, "stories.html", StoriesView(frame, tuple(stories))).encode())
    root = urlsplit(project.url).path.rstrip("/") + "/"
    lost = Frame(
        f"Not found – {title}", "This address leads nowhere.", project.language, root, NavLink(root, title), ()
    )
    yield PageFile("404.html", render(theme, "404.html", NotFoundView(lost)).encode())
    yield PageFile(".nojekyll", b"")


def standalone_comparison(comparison: Comparison) -> str:
    """Return one comparison as a page of its own that needs no other file."""
    theme = load_theme(None, None)
    style = theme.static["style.css"].read_text(encoding="utf-8")
    return render(theme, "standalone.html", standalone_view(comparison, style))
