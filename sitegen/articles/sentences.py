"""Cut a paragraph into sentences, each with the white space that follows it.

sentencex (Wikimedia) knows the abbreviations of many languages, but takes a whole quotation for one sentence. So it
sees the text with its quotation marks and brackets masked, one character for each; the text is cut at the same places.
Marks that close a quotation are then handed back to the sentence they close, and cuts that are none are mended.
"""

from __future__ import annotations

import re
from itertools import pairwise

import sentencex

MARKS = re.compile(
    '["“”„‟«»‹›「」『』()（）]'
    "|(?<!\\w)['‘’‚](?=\\w)|(?<=[.!?…。！？])['’]"  # single ones, and no apostrophes
    "|(?<=[.!?…])\\s(?=»(?:\\s|$|[.,]))"  # the space inside « Non. »
)
MASK = "·"
"""A character that ends no sentence and begins none."""

OPENING = " \"“”„‟«»‹›‘’'([（「『—–-"
"""What may stand before the first word of a sentence."""

CLOSERS = re.compile(r"\s?»(?=\s|$)\s*|(?:[\"”»’'›」』)）】\]]|[“«‹](?!\w))+\s*")
SPACED = re.compile(r"»\s+")
"""What closes a sentence right after it, and after a space: there, a mark before a space is no opening one."""

ENDS = re.compile(r"[.!?…。！？؟۔।॥][\"'”“»«’‘›‹」』)）】\]]*\s*(?:»\s*)?$")

ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Za-z]\.)*(?:[A-ZА-Я]|Mr|Mrs|Ms|Mme|Mlle|Mgr|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Hon|Rev|St|No|vs|p|pp|Fig|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|bzw|ca|Nr|usw|S|bd|cf|art|Sr|Sra|Dra?|Ud|им|ул|г)\.\s*$"
)
COUNTRIES = ("U.S.", "U.N.", "E.U.", "U.K.", "D.C.")
"""Abbreviations that often end a sentence; sentencex tells by what follows."""

ENUMERATION = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s*")
JAPANESE_QUOTE = re.compile(r"(?:と|って)")
"""What goes on after a quotation in Japanese: "… 」と述べた"."""

TAIL = 40
"""Characters at the end of a sentence that are looked at: more than any abbreviation has."""


def sentences(text: str, language: str = "") -> tuple[str, ...]:
    """Cut `text` into sentences; joined, they are the text.

    Args:
        text: a paragraph on one line.
        language: BCP 47 tag; "" for unknown, which is read as English.
    """
    starts, place = [0], 0
    for cut in _cut(text, language or "en"):
        closing = _closing(text[place - 1], cut) if place else len(cut)
        start, rest = place + closing, cut[closing:]
        if rest and not _goes_on(text[max(starts[-1], start - TAIL) : start], rest):
            starts.append(start)
        place += len(cut)
    return tuple(text[start:end] for start, end in pairwise([*starts, len(text)])) if text else ()


def _cut(text: str, language: str) -> list[str]:
    """Cut the masked text with sentencex and return the same cuts of the text itself."""
    cuts, place = [], 0
    for piece in sentencex.segment(language.split("-", maxsplit=1)[0].lower(), MARKS.sub(MASK, text)):
        cuts.append(text[place : place + len(piece)])
        place += len(piece)
    return [*cuts, text[place:]] if place < len(text) else cuts


def _closing(last: str, cut: str) -> int:
    """Return how much of the start of `cut`, which follows the character `last`, closes the sentence before it."""
    found = (SPACED if last.isspace() else CLOSERS).match(cut)
    return found.end() if found else 0


def _goes_on(before: str, piece: str) -> bool:
    """Tell whether a cut is none: what follows begins small or is no word, or what stands before does not end."""
    first = piece.lstrip(OPENING)[:1]
    if not first or first.islower() or not any(character.isalnum() for character in piece):
        return True
    is_abbreviation = ABBREVIATION.search(before) and not before.rstrip().endswith(COUNTRIES)
    is_number = ENUMERATION.fullmatch(before)
    is_told = before.endswith(("」", "』")) and JAPANESE_QUOTE.match(piece)
    return bool(not ENDS.search(before) or is_abbreviation or is_number or is_told)
