"""From the lines that are left to blocks: pieces of text that will be paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.model import Removal

UNWRAPPED = 120
"""Characters beyond which a line was not cut to fit a screen: then each line of the file is a paragraph."""

BULLETS = ("- ", "* ", "• ", "– ", "· ", "‣ ", "▪ ")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text between limits."""

    text: str
    """Its lines on one line, white space folded."""
    lines: tuple[int, ...]
    """Their numbers in the file, from 1."""
    kind: Kind = Kind.BODY
    """What it is, as far as the markup says."""
    before_removal: bool = False
    """Whether furniture that was removed follows it directly (blank lines apart)."""


def cut(lines: Sequence[str], removals: Sequence[Removal]) -> tuple[Block, ...]:
    """Cut a plain text into blocks: by blank lines, or a line each where there are no blank lines."""
    removed = {removal.line for removal in removals}
    groups: list[list[int]] = [[]]
    for number, line in enumerate(lines, 1):
        if number in removed or not line.strip():
            groups.append([])
        else:
            groups[-1].append(number)
    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    blank_seen = any(not lines[n - 1].strip() for n in range(filled[0], filled[-1])) if filled else False
    blocks: list[Block] = []
    for group in groups:
        whole = blank_seen and all(len(lines[n - 1]) <= UNWRAPPED and not _is_item(lines[n - 1]) for n in group)
        parts = [group] if whole else [[n] for n in group]
        blocks += [_block(lines, part, removed) for part in parts if part]
    return tuple(blocks)


def cut_as_is(lines: Sequence[str]) -> tuple[Block, ...]:
    """Cut a text into blocks by blank lines and nothing else."""
    groups: list[list[int]] = [[]]
    for number, line in enumerate(lines, 1):
        if line.strip():
            groups[-1].append(number)
        else:
            groups.append([])
    return tuple(_block(lines, group, set()) for group in groups if group)


def _block(lines: Sequence[str], numbers: list[int], removed: set[int]) -> Block:
    text = " ".join(" ".join(lines[n - 1] for n in numbers).split())
    kind = Kind.LIST_ITEM if _is_item(text) else Kind.BODY
    following = next((n for n in range(numbers[-1] + 1, len(lines) + 1) if lines[n - 1].strip()), 0)
    return Block(text, tuple(numbers), kind, following in removed)


def _is_item(line: str) -> bool:
    return line.lstrip().startswith(BULLETS)
