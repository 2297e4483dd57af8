"""A comparison as text for a terminal: what differs in full, what is the same in short."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sitegen.commands.terminal import one_line
from sitegen.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.model import Article, Comparison, Edit, Hunk, Spot

TITLES = {
    State.VERBATIM: "the same",
    State.REWORDED: "worded differently",
    State.REWRITTEN: "told in other words",
    State.DELETION: "only in BASE",
    State.INSERTION: "only in OTHER",
}
SHOWN_WORDS = 8
"""Words kept at either end of a long unchanged stretch: enough to find the place."""
COLOURS = {"+": "36;4", "-": "33;9", "title": "1", "=": "2"}
"""Cyan underlined and yellow struck differ for every kind of colour blindness; bold; faint (ECMA-48 SGR)."""
SIGNS = {"+": ("{+", "+}"), "-": ("[-", "-]")}
"""As in `wdiff`, where there is no colour."""


def to_text(comparison: Comparison, base: str, other: str, *, colour: bool) -> str:
    """Return the comparison for a reader at a terminal.

    Args:
        comparison: what was found.
        base: the base's file, as the user called it.
        other: the other file, likewise.
        colour: whether the terminal shows colours.
    """
    write = _Writer(colour=colour)
    lines = [f"BASE   {one_line(base)}", f"OTHER  {one_line(other)}", "", f"{_tally(comparison)}.", ""]
    for title, hunks in groupby(comparison.hunks, key=_title):
        lines.append(write.title(title))
        for hunk in hunks:
            lines.extend(_passage(comparison, hunk, write))
        lines.append("")
    return "\n".join(lines)


class _Writer:
    """Marks text, in colour or with signs."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def title(self, text: str) -> str:
        return self._paint("title", f"== {text} ==")

    def mark(self, op: str, text: str, *, signs: bool = True) -> str:
        """Mark an edit; the white space at its ends stays outside the mark."""
        text = one_line(text)
        inner = text.strip()
        if not inner or op == "=":
            return text
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        opening, closing = SIGNS[op] if signs and not self._colour else ("", "")
        return f"{before}{self._paint(op, opening + inner + closing)}{after}"

    def faint(self, text: str) -> str:
        return self._paint("=", text)

    def _paint(self, style: str, text: str) -> str:
        return f"\x1b[{COLOURS[style]}m{text}\x1b[0m" if self._colour else text


def _tally(comparison: Comparison) -> str:
    states = [hunk.state for hunk in comparison.hunks]
    parts = [f"{states.count(state)} {title}" for state, title in TITLES.items() if state in states]
    moved = sum(hunk.moved for hunk in comparison.hunks)
    return f"Passages: {', '.join(parts) or 'none'}" + (f"; {moved} moved" if moved else "")


def _title(hunk: Hunk) -> str:
    title = TITLES[hunk.state]
    return f"moved, {title}" if hunk.moved else title


def _passage(comparison: Comparison, hunk: Hunk, write: _Writer) -> Iterator[str]:
    if hunk.state is State.VERBATIM:
        yield "  " + write.faint(shorten(one_line(_text(comparison.other, hunk.other))))
    elif hunk.state is State.REWORDED:
        yield "  " + "".join(_inline(hunk.edits, write)).strip()
    elif hunk.state is State.REWRITTEN:
        # Side by side in other words: signs at every switch would be confetti, so only colour marks the words.
        yield "  BASE:  " + _half(hunk.edits, "-", write)
        yield "  OTHER: " + _half(hunk.edits, "+", write)
    elif hunk.state is State.DELETION:
        yield "  " + write.mark("-", _text(comparison.base, hunk.base))
    else:
        yield "  " + write.mark("+", _text(comparison.other, hunk.other))


def _text(article: Article, spots: tuple[Spot, ...]) -> str:
    return " ".join(article.sentence(spot).strip() for spot in spots)


def _inline(edits: tuple[Edit, ...], write: _Writer) -> Iterator[str]:
    for edit in edits:
        yield shorten(one_line(edit.text)) if edit.op == "=" else write.mark(edit.op, edit.text)


def _half(edits: tuple[Edit, ...], op: str, write: _Writer) -> str:
    return "".join(write.mark(edit.op, edit.text, signs=False) for edit in edits if edit.op in {"=", op}).strip()


def shorten(text: str) -> str:
    """Return `text` with the middle of a long stretch left out; the white space at its ends stays."""
    words = text.split()
    if len(words) <= 2 * SHOWN_WORDS + 2:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    left_out = len(words) - 2 * SHOWN_WORDS
    middle = f" […{left_out} words…] "
    return before + " ".join(words[:SHOWN_WORDS]) + middle + " ".join(words[-SHOWN_WORDS:]) + after
