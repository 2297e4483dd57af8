"""From the lines that are left to blocks: pieces of text that will be paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sitegen.articles.shape import ends_like_a_sentence, has_bullet, is_numbered
from sitegen.model import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

UNWRAPPED = 120
"""Characters beyond which a line was not cut to fit a screen: then each line is a paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that will be a paragraph."""

    text: str
    """Its lines on one line, white space folded."""
    lines: tuple[int, ...]
    """Their numbers in the file, from 1."""
    kind: Kind = Kind.BODY
    """What it is, as far as the markup says."""
    apart: bool = True
    """Whether blank lines set it off on both sides, or the file has none at all."""
    before_removal: bool = False
    """Whether furniture that was removed is the next thing below it."""


def cut(lines: Sequence[str], gone: Collection[int]) -> tuple[Block, ...]:
    """Cut a plain text into blocks, by blank lines and by what else parts lines.

    Lines with no blank line between them are one paragraph if they were wrapped to a width, and one each if not.

    Args:
        lines: all lines of the file.
        gone: numbers of the lines that are furniture or masthead.
    """
    groups = list(_groups(lines, gone))
    filled = [number for group in groups for number in group]
    has_blanks = any(not lines[number - 1].strip() for number in range(filled[0], filled[-1])) if filled else False
    blocks = []
    for group in groups:
        parts = list(_paragraphs(lines, group))
        blocks += [_block(lines, part, apart=len(parts) == 1 or not has_blanks, gone=gone) for part in parts]
    return tuple(blocks)


def cut_as_is(lines: Sequence[str]) -> tuple[Block, ...]:
    """Cut a text into blocks by blank lines and nothing else, all of them body."""
    return tuple(Block(_joined(lines, group), tuple(group)) for group in _groups(lines, ()))


def _groups(lines: Sequence[str], gone: Collection[int]) -> Iterator[list[int]]:
    """Yield the numbers of the lines that stand together."""
    group: list[int] = []
    for number, line in enumerate(lines, 1):
        if line.strip() and number not in gone:
            group.append(number)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _paragraphs(lines: Sequence[str], group: list[int]) -> Iterator[list[int]]:
    """Cut a group where its lines were not broken to fit a width."""
    widest = max(len(lines[number - 1].rstrip()) for number in group)
    wrapped = widest <= UNWRAPPED and any(_is_wrapped(lines[a - 1], lines[b - 1], widest) for a, b in pairwise(group))
    part = group[:1]
    for above, below in pairwise(group):
        if wrapped and not _is_deliberate(lines[above - 1], lines[below - 1], widest):
            part.append(below)
        else:
            yield part
            part = [below]
    yield part


def _is_full(line: str, following: str, widest: int) -> bool:
    """Tell whether the next line's first word had no more room on this one."""
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > widest


def _is_wrapped(line: str, following: str, widest: int) -> bool:
    """Tell whether a sentence runs on over the break, which is the proof that lines were wrapped."""
    if ends_like_a_sentence(line.strip()) or _begins_an_item(following):
        return False
    first = following.lstrip()[0]
    return first.islower() or (not first.isupper() and _is_full(line, following, widest))


def _is_deliberate(line: str, following: str, widest: int) -> bool:
    """Tell whether somebody meant the break: there was room for the next word, or an item of a list follows."""
    return _begins_an_item(following) or not (following.lstrip()[0].islower() or _is_full(line, following, widest))


def _begins_an_item(line: str) -> bool:
    return has_bullet(line) or is_numbered(line)


def _block(lines: Sequence[str], numbers: list[int], *, apart: bool, gone: Collection[int]) -> Block:
    text = _joined(lines, numbers)
    kind = Kind.LIST_ITEM if has_bullet(text) else Kind.BODY
    following = next((n for n in range(numbers[-1] + 1, len(lines) + 1) if lines[n - 1].strip()), 0)
    return Block(text, tuple(numbers), kind, apart, following in gone)


def _joined(lines: Sequence[str], numbers: Sequence[int]) -> str:
    return " ".join(" ".join(lines[number - 1] for number in numbers).split())
