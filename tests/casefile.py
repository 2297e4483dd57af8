"""Read example cases that a reader could write: a title, the input and what is expected, parted by lines of one dot."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """One example."""

    title: str
    """What it shows."""
    given: str
    """The input, without its last newline."""
    expected: str
    """What should come out, without its last newline."""


def read_cases(name: str) -> list[Case]:
    """Read `tests/cases/<name>.md`.

    A case is `title`, `.`, the input, `.`, the expected outcome, `.`, each dot alone on its line; what stands before
    the first title is a note to the reader and ends with a line of three hyphens.
    """
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    parts = text.split("\n---\n", 1)[-1].split("\n.\n")
    if len(parts) % 3 != 1 or parts[-1].strip():
        message = f"tests/cases/{name}.md: a case is a title, an input and an outcome, each ended by a line with a dot"
        raise ValueError(message)
    return [Case(parts[n].strip(), parts[n + 1], parts[n + 2]) for n in range(0, len(parts) - 1, 3)]
