"""What stands above the body: headline, standfirst, byline, dateline, date. Each needs its evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitegen.articles.dates import date_line, find_dateline
from sitegen.articles.furniture import is_sentence
from sitegen.model import Kind, Masthead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.articles.blocks import Block

TOP = 6
"""Blocks from the top within which a masthead is looked for."""

HEADLINE = 180
"""Characters up to which a line can be a headline."""

STANDFIRST = 400
"""Characters up to which a block can be a standfirst."""

BYLINE = re.compile(r"(?:by|von|par|por|di|автор:?)\s+(?P<name>\w[\w .,'’&-]{2,80})", re.IGNORECASE)
BYLINE_WORDS = 8
"""Words up to which a line that begins with "By" is a byline."""

SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"”“»«’'›‹」』)）】\]]*$")


@dataclass(frozen=True, slots=True)
class Parts:
    """A text in its parts."""

    masthead: Masthead
    """What stands above the body."""
    headline: Block | None
    """The headline's block."""
    standfirst: Block | None
    """The standfirst's block."""
    body: tuple[Block, ...]
    """The rest, in order."""


def find_masthead(blocks: Sequence[Block]) -> Parts:
    """Tell the masthead from the body."""
    masthead, rest = _dates_and_bylines(blocks)
    headline = _headline(rest)
    standfirst = None
    if headline:
        rest = [block for block in rest if block is not headline]
        standfirst = _standfirst(rest)
        rest = [block for block in rest if block is not standfirst]
    masthead = replace(
        masthead, headline=headline.text if headline else "", standfirst=standfirst.text if standfirst else ""
    )
    masthead, body = _dateline(masthead, rest)
    return Parts(masthead, headline, standfirst, tuple(body))


def _dates_and_bylines(blocks: Sequence[Block]) -> tuple[Masthead, list[Block]]:
    """Take the lines that are only a date or a byline from the top."""
    published, byline = "", ""
    lines: list[int] = []
    rest = []
    for place, block in enumerate(blocks):
        day = date_line(block.text) if place < TOP and not published else ""
        signed = BYLINE.fullmatch(block.text) if place < TOP and not byline else None
        if day:
            published = day
            lines += block.lines
        elif signed and len(block.text.split()) <= BYLINE_WORDS and not ends_like_a_sentence(block.text):
            byline = signed["name"]
            lines += block.lines
        else:
            rest.append(block)
    return Masthead(byline=byline, published=published, lines=tuple(lines)), rest


def _headline(blocks: Sequence[Block]) -> Block | None:
    """Return the first block if it is a line without a full stop above longer ones that end like sentences."""
    first = next(iter(blocks), None)
    if first is None or len(first.text) > HEADLINE or ends_like_a_sentence(first.text) or first.kind is Kind.LIST_ITEM:
        return None
    following = [block for block in blocks[1:TOP] if is_sentence(block.text) or len(block.text) > HEADLINE]
    return first if any(len(block.text) > len(first.text) for block in following) else None


def _standfirst(blocks: Sequence[Block]) -> Block | None:
    """Return the block below the headline if it is set apart: no full stop, or furniture between it and the body."""
    first = next((block for block in blocks if block.kind is Kind.BODY), None)
    if first is None or first is blocks[-1] or len(first.text) > STANDFIRST:
        return None
    long_enough = len(first.text.split()) > BYLINE_WORDS
    apart = first.before_removal or not ends_like_a_sentence(first.text)
    return first if long_enough and apart else None


def _dateline(masthead: Masthead, body: Sequence[Block]) -> tuple[Masthead, list[Block]]:
    """Cut the dateline from the first body block."""
    rest = list(body)
    place = next((n for n, block in enumerate(rest) if block.kind is Kind.BODY), None)
    found = find_dateline(rest[place].text) if place is not None else None
    if place is None or found is None:
        return masthead, rest
    rest[place] = replace(rest[place], text=rest[place].text[len(found.lead_in) :])
    return (
        replace(
            masthead,
            dateline=found.place,
            agency=found.agency,
            published=masthead.published or found.published,
            lead_in=found.lead_in.strip(),
        ),
        rest,
    )


def ends_like_a_sentence(text: str) -> bool:
    """Tell whether a text ends with a full stop or its like."""
    return bool(SENTENCE_END.search(text))
