"""`sitegen build`: write the site and say in two lines what was done."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sitegen.commands.terminal import Progress, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator


class Counts(Protocol):
    """What the report's first line counts."""

    @property
    def stories(self) -> int:
        """Stories of the site."""

    @property
    def articles(self) -> int:
        """Articles of all stories."""

    @property
    def pages(self) -> int:
        """Pages of the site."""

    @property
    def changed(self) -> int:
        """Files that are new or hold other bytes than before."""

    @property
    def removed(self) -> int:
        """Files of the old site that are no more."""


def run(start: Path, output: Path | None) -> Iterator[str]:
    """Build the site of the project that `start` lies in; yield the two lines of the report.

    Notices go to stderr.

    Args:
        start: the project's folder, or one inside it.
        output: where to write; None for the project's `site/`.

    Raises:
        SitegenError: the project, an input or the output does not allow it; the old site is as it was.
    """
    from sitegen.build import build
    from sitegen.config import find_project

    project = find_project(start)
    target = project.site if output is None else output
    with Progress() as progress:
        report = build(project, target, progress)
    for notice in report.notices:
        print(f"note: {one_line(notice)}", file=sys.stderr)
    yield f"Built {name_folder(target)}: {describe(report)}."
    yield f"{report.summary} Open {name_folder(target)}index.html".strip()


def describe(report: Counts) -> str:
    """Return, for example, `1 story, 5 articles, 27 pages (25 changed, 2 removed)`."""
    changes = [f"{report.changed} changed"] if report.changed else []
    changes += [f"{report.removed} removed"] if report.removed else []
    counted = (
        count(report.stories, "story", "stories"),
        count(report.articles, "article", "articles"),
        count(report.pages, "page", "pages"),
    )
    return f"{', '.join(counted)} ({', '.join(changes) or 'nothing changed'})"


def count(number: int, one: str, many: str) -> str:
    """Return `number` with its noun, and thousands set apart."""
    return f"{number:,} {one if number == 1 else many}"


def name_folder(folder: Path) -> str:
    """Return how to call `folder` from where the user stands, with a slash at its end."""
    try:
        near = Path(os.path.relpath(folder))
    except ValueError:  # on Windows: another drive
        near = folder
    return f"{(folder if '..' in near.parts else near).as_posix()}/"
