"""What each block of a plain text is: a subheading, a caption, a credit, or body."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.articles.masthead import ends_like_a_sentence
from sitegen.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.articles.blocks import Block
    from sitegen.model import Removal

SUBHEADING = 70
"""Characters up to which a line can be a subheading."""

CREDIT = re.compile(
    r"(sources?|quellen?|fuentes?|fontes?|источники?|来源)\s*[:：].+"
    r"|(with )?(additional )?(reporting|writing|editing|edited|translated|compiled) (and .{3,20} )?by\b.+",
    re.IGNORECASE,
)


def captions(blocks: Sequence[Block], removals: Sequence[Removal]) -> tuple[Block, ...]:
    """Mark the line above a removed photo credit as a caption."""
    credited = {removal.line - 1 for removal in removals if removal.rule == "photo-credit"}
    return tuple(
        replace(block, kind=Kind.CAPTION) if block.kind is Kind.BODY and block.lines[-1] in credited else block
        for block in blocks
    )


def subheadings_and_credits(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark short lines between full paragraphs as subheadings, and what says who made the article as a credit."""
    marked = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if block.kind is Kind.BODY and CREDIT.fullmatch(block.text) and place >= len(blocks) - 2:
            marked.append(replace(block, kind=Kind.CREDIT))
        elif following and _heads(block, following) and (not marked or _closes(marked[-1])):
            marked.append(replace(block, kind=Kind.SUBHEADING))
        else:
            marked.append(block)
    return tuple(marked)


def _heads(block: Block, following: Block) -> bool:
    """Tell whether a block reads like a heading of what follows."""
    return (
        block.kind is Kind.BODY
        and len(block.lines) == 1
        and len(block.text) <= SUBHEADING
        and not ends_like_a_sentence(block.text)
        and block.text[-1] not in ",;:—–-"
        and following.kind is Kind.BODY
        and len(following.text) > len(block.text)
        and ends_like_a_sentence(following.text)
    )


def _closes(block: Block) -> bool:
    return block.kind is not Kind.BODY or ends_like_a_sentence(block.text)
