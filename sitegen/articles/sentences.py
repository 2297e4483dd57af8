"""Cut a paragraph into sentences, each with the white space that follows it.

sentencex (Wikimedia) knows the abbreviations of many languages, but takes a whole quotation for one sentence. So it
sees the text with its quotation marks masked, and marks that close a quotation go back to the sentence they close.
"""

from __future__ import annotations

import re

import sentencex

MARKS = re.compile("[\"“”„‟«»‹›「」『』]|(?<!\\w)['‘’‚](?=\\w)|(?<=[.!?…。！？])['’]")
MASK = "·"
"""A character that ends no sentence and begins none."""

CLOSING = "\"”“»«’'›‹」』)）】]"
ENDS = re.compile(r"[.!?…。！？؟।][\"”“»«’'›‹」』)）】\]]*\s*$")
ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:\p{L}\.)*(?:[A-ZА-Я]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|No|vs|p|pp|Fig|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|Oct|Nov|Dec|bzw|ca|etc|Nr|usw|S|bd|cf|art|Sr|Sra|Dra?|им|ул|г)\.\s*$".replace(r"\p{L}", "[A-Za-z]")
)
ENUMERATION = re.compile(r"^\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s*$")


def sentences(text: str, language: str = "") -> tuple[str, ...]:
    """Cut `text` into sentences; joined, they are the text.

    Args:
        text: a paragraph on one line.
        language: BCP 47 tag; "" for unknown, which is read as English.
    """
    pieces: list[str] = []
    for piece in _raw(text, language or "en"):
        sentence = piece
        if pieces:
            closing = _closing(pieces[-1], sentence)
            pieces[-1] += sentence[:closing]
            sentence = sentence[closing:]
        if pieces and sentence and _goes_on(pieces[-1], sentence):
            pieces[-1] += sentence
        elif sentence:
            pieces.append(sentence)
    return tuple(pieces)


def _raw(text: str, language: str) -> list[str]:
    """Cut the masked text with sentencex and return the same cuts of the text itself."""
    masked = MARKS.sub(MASK, text)
    cuts, place = [], 0
    for piece in sentencex.segment(language.split("-", maxsplit=1)[0], masked):
        cuts.append(text[place : place + len(piece)])
        place += len(piece)
    return [*cuts, text[place:]] if place < len(text) else cuts


def _closing(before: str, piece: str) -> int:
    """Return how much of the start of `piece` closes the sentence before it, with the space after it."""
    if before[-1:].isspace():  # « Non. » with its inner spaces; a mark that opens a quotation has none after it
        return 2 if piece.startswith("» ") else 0
    marks = len(piece) - len(piece.lstrip(CLOSING))
    return marks + len(piece[marks:]) - len(piece[marks:].lstrip()) if marks else 0


def _goes_on(before: str, piece: str) -> bool:
    """Tell whether the cut is none: what follows begins small, or what stands before is an abbreviation or a number."""
    first = piece.lstrip(" \"“”„«»‘’'([")[:1]
    return (
        not first
        or not any(character.isalnum() for character in piece)
        or first.islower()
        or not ENDS.search(before)
        or bool(ENUMERATION.match(before))
        or (bool(ABBREVIATION.search(before)) and not before.rstrip().endswith(("U.S.", "U.N.", "E.U.", "U.K.")))
    )
