"""From edits to runs of words as they are shown."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sitegen.model import Edit
from sitegen.pages.pieces import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sitegen.model import Article, Hunk


THIN_SPACE = "\u2009"
"""Parts a deletion from the insertion in its place where the text has no space."""


def slices(hunk: Hunk, other: Article) -> tuple[tuple[Edit, ...], ...]:
    """Cut a hunk's edits at the article's sentences: one tuple for each of `hunk.other`.

    What only the base has goes with the sentence that is not yet complete, at the end with the last.
    """
    if not hunk.other:
        return ()
    lengths = [len(text) for text in other.wording(hunk.other)]
    cut: list[list[Edit]] = [[] for _ in lengths]
    place, left = 0, lengths[0]
    for edit in hunk.edits:
        text = edit.text
        while text:
            if not left and place < len(lengths) - 1:
                place, left = place + 1, lengths[place + 1]
            size = len(text) if edit.op == "-" else min(left, len(text))
            cut[place].append(Edit(edit.op, text[:size]))
            left -= 0 if edit.op == "-" else size
            text = text[size:]
    return tuple(map(tuple, cut))


def inline(edits: Iterable[Edit]) -> tuple[Mark, ...]:
    """Return the marks of a word diff: deletions first, no mark on white space alone."""
    names = {"=": "same", "-": "del", "+": "ins"}
    runs = groupby(edits, key=lambda edit: edit.op)
    return tidy(Mark(names[op], "".join(edit.text for edit in run)) for op, run in runs)


def side(edits: Iterable[Edit], sign: str) -> tuple[Mark, ...]:
    """Return one side (`-` the base, `+` the article) of a rewritten passage, the shared wording marked."""
    return tidy(Mark("shared" if e.op == "=" else "same", e.text) for e in edits if e.op in {"=", sign})


def tidy(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Move white space out of marks and join neighbours of a kind."""
    spread: list[Mark] = []
    for mark in marks:
        if mark.op == "same":
            spread.append(mark)
            continue
        core = mark.text.strip()
        if not core:
            spread += [Mark("same", mark.text)] if mark.op != "del" else []
            continue
        head, tail = mark.text[: mark.text.index(core)], mark.text[mark.text.index(core) + len(core) :]
        outside = "gap" if mark.op == "del" else "same"
        if mark.op == "ins" and spread and spread[-1].op == "del":
            spread.append(Mark("gap", THIN_SPACE))
        spread += [piece for piece in (Mark(outside, head), Mark(mark.op, core), Mark(outside, tail)) if piece.text]
    return tuple(Mark(op, "".join(mark.text for mark in run)) for op, run in groupby(spread, key=lambda mark: mark.op))


def changes(marks: Sequence[Mark]) -> int:
    """Count the changes a reader sees: a deletion with the insertion in its place is one."""
    seen = [mark.op in {"ins", "del"} for mark in marks if mark.op != "gap"]
    return sum(here and not before for here, before in zip(seen, [False, *seen], strict=False))
