"""The biggest differences of a comparison: the few places that a reader in a hurry should see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.pages.figures import amount, characters_of
from sitegen.pages.passages import first_words
from sitegen.pages.pieces import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.pages.pieces import Item, Mark, Part, Passage

MOST = 5
"""Links at most: more are a table of contents, and the page itself is that."""

LEAST = 3
"""Links at least: with fewer differences the page is seen at a glance."""


def biggest(items: Iterable[Item], base: str) -> tuple[Difference, ...]:
    """Return links to the passages with the most wording that only one side has, the biggest first.

    Args:
        items: what is on the page.
        base: what a reader calls that which the article is held against.
    """
    found = sorted(_sized(items, base), key=lambda sized: -sized[0])[:MOST]
    return tuple(difference for _, difference in found) if len(found) >= LEAST else ()


def _sized(items: Iterable[Item], base: str) -> Iterator[tuple[int, Difference]]:
    """Yield each difference with its size in characters, in the page's order."""
    for item in items:
        yield from _only_in_base(item.parts, base)
        for passage in item.passages:
            size = sum(map(_size, passage.parts))
            if size:
                yield size, Difference(f"#{passage.anchor}", first_words(_wording(passage)), _label(passage))
            yield from _only_in_base(passage.parts, base)


def _only_in_base(parts: Iterable[Part], base: str) -> Iterator[tuple[int, Difference]]:
    for part in parts:
        if part.kind == "gone":
            text = "".join(mark.text for mark in part.marks)
            label = f"only in {base}, {amount([text])}"
            yield len(characters_of(text)), Difference(f"#{part.anchor}", first_words(text), label)


def _size(part: Part) -> int:
    """Return how many characters only one side of a part has: of the side that has more."""
    if part.kind == "text":
        return max(_length(part.marks, "ins"), _length(part.marks, "del"))
    if part.kind in {"rewritten", "continued"}:
        return max(_length(part.marks, "same"), _length(part.base_marks, "same"))
    return 0


def _length(marks: Iterable[Mark], op: str) -> int:
    return sum(len(characters_of(mark.text)) for mark in marks if mark.op == op)


def _wording(passage: Passage) -> str:
    """Return the article's own words."""
    own = [part for part in passage.parts if part.kind in {"text", "rewritten", "continued"}]
    return "".join(mark.text for part in own for mark in part.marks if mark.op not in {"del", "gap"})


def _label(passage: Passage) -> str:
    """Say what differs; of a passage that only the article has, also how long it is."""
    return f"{passage.label}, {amount([_wording(passage)])}" if passage.tone == "only" else passage.label
