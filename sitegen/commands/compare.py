"""`sitegen compare`: hold one file against another and print what was found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sitegen.commands import wording
from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.model import Article, Comparison

FORMAT = "sitegen-comparison/1"


def run(base: Path, other: Path, form: str, *, as_is: bool, colour: bool) -> str:
    """Compare two files.

    Args:
        base: the article that edits lead from.
        other: the article they lead to.
        form: `text`, `json` or `html`.
        as_is: take each block between blank lines as a paragraph and remove nothing.
        colour: whether `text` may use the colours of a terminal.

    Returns:
        What to print, with its last newline.

    Raises:
        SitegenError: a file is not there, is a folder, or holds no article.
    """
    for file in (base, other):
        _refuse_no_file(file)
    from sitegen.build import compare_files

    comparison = compare_files(base, other, as_is=as_is)
    if form == "json":
        return to_json(comparison, str(base), str(other)) + "\n"
    if form == "html":
        from sitegen.pages import standalone_comparison

        return standalone_comparison(comparison)
    return wording.to_text(comparison, str(base), str(other), colour=colour)


def to_json(comparison: Comparison, base: str, other: str) -> str:
    """Return the comparison as JSON in the format `sitegen-comparison/1`.

    Args:
        comparison: what was found.
        base: the base's file, as the user called it.
        other: the other file, likewise.
    """
    found = {
        "format": FORMAT,
        "base": _side(comparison.base, base),
        "other": _side(comparison.other, other),
        "links": [
            {
                "base": link.base,
                "other": link.other,
                "similarity": round(link.similarity, 4),
                "state": str(link.state),
                "moved": link.moved,
            }
            for link in comparison.links
        ],
        "hunks": [
            {
                "base": hunk.base,
                "other": hunk.other,
                "state": str(hunk.state),
                "moved": hunk.moved,
                "edits": [(edit.op, edit.text) for edit in hunk.edits],
            }
            for hunk in comparison.hunks
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def _side(article: Article, file: str) -> dict[str, object]:
    paragraphs = [{"kind": str(paragraph.kind), "text": paragraph.text} for paragraph in article.paragraphs]
    return {"file": file, "paragraphs": paragraphs}


def _refuse_no_file(file: Path) -> None:
    if file.is_dir():
        raise SitegenError("This is a folder, not an article.", str(file), "Name one file, for example seeds/one.txt.")
    if not file.exists():
        raise SitegenError("There is no such file.", str(file), "Check its name and the folder you stand in.")
