"""Long unchanged stretches become one line that unfolds."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sitegen.pages.figures import amount
from sitegen.pages.marks import changes
from sitegen.pages.pieces import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.pages.pieces import Passage

FOLD_FROM = 3
"""Unchanged paragraphs in a row from which they are folded: fewer are read faster than a fold is opened."""


def folded(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items with every long unchanged stretch in a fold."""
    return tuple(_folded(items))


def is_unchanged(item: Item) -> bool:
    """Tell whether an item is a passage in exactly the base's words, at its place."""
    return item.kind == "passage" and all(
        part.kind == "text" and part.moved is None and not changes(part.marks) for part in item.passages[0].parts
    )


def _folded(items: Iterable[Item]) -> Iterator[Item]:
    for unchanged, group in groupby(items, key=is_unchanged):
        run = list(group)
        if unchanged and len(run) >= FOLD_FROM:
            passages = tuple(item.passages[0] for item in run)
            yield Item("fold", passages=passages, title=_title(passages))
        else:
            yield from run


def _title(passages: tuple[Passage, ...]) -> str:
    texts = ["".join(mark.text for part in passage.parts for mark in part.marks) for passage in passages]
    return f"{len(passages)} paragraphs in the same words, {amount(texts)}"
