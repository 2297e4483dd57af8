"""What stands above the body: headline, standfirst, byline, dateline, date. Each needs its evidence: no guesses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitegen.articles.datelines import find_dateline
from sitegen.articles.dates import date_line, is_update
from sitegen.articles.shape import count_words, ends_like_a_sentence, is_numbered, is_sentence
from sitegen.model import Kind, Masthead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.articles.blocks import Block

TOP = 8
"""Lines with text from the top within which dates and bylines are looked for."""

HEADLINE = 180
"""Characters up to which a block can be a headline."""

STANDFIRST = 400
"""Characters up to which a block can be a standfirst."""

STANDFIRST_WORDS = 8
"""Words that a standfirst has more of: fewer make a heading."""

NAME = r"[^\W\d_a-zа-я][\w.'’-]*(?:\s(?:de|van|von|da|bin|al|du|la|le)){0,2}(?:\s[^\W\d_a-zа-я][\w.'’-]*){1,3}"
BYLINE = re.compile(
    rf"(?:By|BY|by|Von|Par|Por|Di|Автор:?|Текст:?)\s+(?P<name>{NAME}(?:(?:,\s|\s(?:and|und|et|y|e|и|&)\s){NAME}){{0,4}})(?:\s?[,|].{{0,60}})?"
)
"""A word for "by" and first and last names."""


@dataclass(frozen=True, slots=True)
class Top:
    """The lines above the text that are nothing but masthead."""

    published: str = ""
    """The day that one of them states, ISO 8601."""
    byline: str = ""
    """The names that one of them states."""
    lines: tuple[int, ...] = ()
    """Their numbers, from 1."""


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


def read_top(lines: Sequence[str]) -> Top:
    """Find the lines above the first sentence that are only a date or a byline.

    Dates that also stand alone further down are headings of a chronicle, and no date of publication.

    Args:
        lines: trimmed lines; furniture is empty.
    """
    filled = [number for number, line in enumerate(lines) if line]
    first = next((n for n in filled if is_sentence(lines[n]) and not date_line(lines[n])), len(lines))
    above = [number for number in filled[:TOP] if number < first]
    dates = [number for number in above if date_line(lines[number])]
    if any(date_line(lines[number]) for number in filled if number > first):
        dates = []
    first_dates = sorted(dates, key=lambda number: is_update(lines[number]))
    signed = [(number, found["name"]) for number in above if (found := BYLINE.fullmatch(lines[number]))][:1]
    return Top(
        published=date_line(lines[first_dates[0]]) if first_dates else "",
        byline=signed[0][1] if signed else "",
        lines=tuple(sorted(number + 1 for number in {*dates, *(number for number, _ in signed)})),
    )


def find_masthead(
    blocks: Sequence[Block], known: Masthead, headline: Block | None = None, *, has_markup: bool = False
) -> Parts:
    """Tell the masthead from the body.

    Args:
        blocks: the text without the lines of its top.
        known: what those lines, the front matter or the editor say; the editor's headline finds its block.
        headline: the headline's block, if the markup says which it is.
        has_markup: whether the text has markup, so that a headline known from elsewhere is not looked for by its looks.
    """
    headline = headline or _find_stated(blocks, known.headline)
    if headline is None and not (has_markup and known.headline):
        headline = _headline(blocks)
    rest = [block for block in blocks if block is not headline]
    standfirst = _find_stated(rest, known.standfirst)
    if headline and not known.standfirst:
        standfirst = _standfirst(rest)
    rest = [block for block in rest if block is not standfirst]
    masthead = replace(
        known,
        headline=known.headline or (headline.text if headline else ""),
        standfirst=known.standfirst or (standfirst.text if standfirst else ""),
    )
    masthead, body = _cut_dateline(masthead, rest)
    return Parts(masthead, headline, standfirst, tuple(body))


def _find_stated(blocks: Sequence[Block], stated: str) -> Block | None:
    """Return the block near the top that is what the editor or the front matter states."""
    return next((block for block in blocks[:TOP] if block.text == stated), None)


def _headline(blocks: Sequence[Block]) -> Block | None:
    """Return the first block if it is a line of its own without a full stop, above longer ones that are sentences."""
    blocks = [block for block in blocks if block.kind is not Kind.CAPTION]
    first = next(iter(blocks), None)
    if first is None or first.kind is not Kind.BODY or not first.apart or len(first.text) > HEADLINE:
        return None
    if date_line(first.text) or first.text[-1] in ",;:—–-":  # a chronicle's first day, or a line that goes on
        return None
    sentences = [block.text for block in blocks[1:TOP] if is_sentence(block.text)]
    if ends_like_a_sentence(first.text):  # a question may be a headline, above much longer text
        is_question = first.text.endswith(("?", "？"))
        return first if is_question and sentences and len(sentences[0]) > 2 * len(first.text) else None
    return first if any(len(text) > len(first.text) for text in sentences) else None


def _standfirst(blocks: Sequence[Block]) -> Block | None:
    """Return the block below the headline if the page sets it apart.

    Either it has no full stop while the text below has, or it is one sentence with furniture between it and the text.
    """
    top = [block for block in blocks if block.kind is not Kind.CAPTION][:4]
    if not top or top[0].kind is not Kind.BODY or not any(is_sentence(block.text) for block in top[1:]):
        return None
    first = top[0]
    fits = count_words(first.text) > STANDFIRST_WORDS and len(first.text) <= STANDFIRST and not is_numbered(first.text)
    is_apart = first.before_removal if ends_like_a_sentence(first.text) else first.apart
    return first if fits and is_apart and not _has_inner_stop(first.text) else None


def _has_inner_stop(text: str) -> bool:
    return bool(re.search(r"[.!?…。！？][\"'”’»）)]*(\s|(?<=[。！？]))\S", text))


def _cut_dateline(masthead: Masthead, body: Sequence[Block]) -> tuple[Masthead, list[Block]]:
    """Cut the dateline from the first body block."""
    rest = list(body)
    place = next((n for n, block in enumerate(rest) if block.kind is Kind.BODY), None)
    if place is None:
        return masthead, rest
    whole = "\n".join(block.text for block in rest)
    found = find_dateline(rest[place].text, whole)
    if found is None:
        return masthead, rest
    rest[place] = replace(rest[place], text=rest[place].text[len(found.lead_in) :])
    cut = replace(
        masthead,
        dateline=masthead.dateline or found.place,
        agency=found.agency,
        published=masthead.published or found.published,
        lead_in=found.lead_in.strip(),
    )
    return cut, rest
