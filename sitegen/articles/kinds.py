"""What each block of a plain text is: a subheading, a caption, a credit, or body."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.articles import labels
from sitegen.articles.shape import ends_like_a_sentence
from sitegen.model import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sitegen.articles.blocks import Block
    from sitegen.model import Removal

SUBHEADING = 80
"""Characters up to which a line can be a subheading."""

CAPTION = 200
"""Characters up to which a block can be the caption of a picture."""

CLOSING = "'\"’”»)]」』）%"
"""What a heading may end with beside letters and digits."""

LAST = 3
"""Blocks from the end within which credits stand."""

CREDIT = re.compile(
    r"(sources?|quellen?|fuentes?|fontes?|bronnen|источники?|来源|資料)\s*[:：].+"
    r"|(with )?(additional )?(reporting|writing|editing|edited|translated|translation|compiled) (and .{3,20} )?by\b.+"
    r"|(mit material|avec|con información) (von|de|d['’]).{2,60}",
    re.IGNORECASE,
)


def mark_captions(blocks: Sequence[Block], removals: Sequence[Removal]) -> tuple[Block, ...]:
    """Mark the blocks that end with a photo credit, or stand right above one that was removed."""
    above_credit = {removal.line - 1 for removal in removals if removal.rule == "photo-credit"}
    return tuple(replace(b, kind=Kind.CAPTION) if _is_caption(b, above_credit) else b for b in blocks)


def _is_caption(block: Block, above_credit: Collection[int]) -> bool:
    fits = block.kind is Kind.BODY and block.apart and len(block.text) <= CAPTION
    return fits and (block.lines[-1] in above_credit or bool(labels.CAPTION_WITH_CREDIT.fullmatch(block.text)))


def mark_kinds(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark the subheadings among the blocks below the masthead, and at the end what says who made the article."""
    marked: list[Block] = []
    for place in range(len(blocks) - 1, -1, -1):  # from the end: what a heading heads is known before it
        block, above, below = blocks[place], blocks[place - 1] if place else None, marked[-1] if marked else None
        marked.append(replace(block, kind=_kind(block, above, below, is_last=len(marked) < LAST)))
    return tuple(reversed(marked))


def _kind(block: Block, above: Block | None, below: Block | None, *, is_last: bool) -> Kind:
    if block.kind is not Kind.BODY:
        return block.kind
    if is_last and CREDIT.fullmatch(block.text):
        return Kind.CREDIT
    return Kind.SUBHEADING if below and _heads(block, below) and (above is None or _closes(above)) else Kind.BODY


def _heads(block: Block, below: Block) -> bool:
    """Tell whether a block reads like a heading: short, set off, no stop, above another heading or a fuller text."""
    is_label = (
        block.apart
        and len(block.lines) == 1
        and len(block.text) <= SUBHEADING
        and not ends_like_a_sentence(block.text)
        and (block.text[-1].isalnum() or block.text[-1] in CLOSING)
    )
    fuller = len(below.text) > 2 * len(block.text) and ends_like_a_sentence(below.text)
    return is_label and (below.kind is Kind.SUBHEADING or (below.kind is Kind.BODY and fuller))


def _closes(block: Block) -> bool:
    """Tell whether a heading may follow: nothing runs on from here."""
    return block.kind is not Kind.BODY or ends_like_a_sentence(block.text) or len(block.text) <= SUBHEADING
