"""Cut a text into words, as a reader would, and give each word the form it is matched by.

A token is a word, a number, a punctuation mark or one character of a script without spaces, with the white space
that follows it; joined, the tokens are the text. Word and grapheme limits follow UAX #29 (Unicode Text Segmentation);
Thai is cut by BudouX's model, Chinese and Japanese characters stand alone, a run of katakana is one word.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
"""Scripts that put no spaces between words."""

LETTER = rf"[[\p{{L}}\p{{N}}_]--[{UNSPACED}]]"
"""A letter or digit of a script that puts spaces between words."""

GLUE = r"[\p{M}\u00ad\u200c\u200d\u2060]"
"""What belongs to the character before it: combining marks, soft hyphens, joiners."""

TOKEN = regex.compile(
    rf"""
      (?P<address> https?://[^\s<>"”»]*[^\s<>"”».,;:!?)\]}}] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ )
    | (?P<word> (?:\p{{L}}\.){{2,}}(?:[-‑]{LETTER}+)*                     # U.S., e.g., U.S.-led
              | \p{{N}}{GLUE}*(?:[.,:/'’\u202f\u00a0]?\p{{N}}{GLUE}*)*(?:[-‑]?{LETTER}{GLUE}*)*%?   # 1,000.50, 90%, 3rd
              | {LETTER}{GLUE}*(?:[-‐‑'’ʼ·&]?{LETTER}{GLUE}*)* )           # US-led, Kiev’s
    | (?P<thai> [\p{{Thai}}{GLUE}]+ )
    | (?P<kana> (?:[\p{{Katakana}}ー]{GLUE}*)+ )
    | (?P<sign> [[{UNSPACED}]--[\p{{Thai}}\p{{Katakana}}]]{GLUE}* )
    | (?P<space> \s+ )
    | (?P<other> \X )
    """,
    regex.VERBOSE | regex.VERSION1,
)

RISKY = regex.compile(
    r"[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Hangul}\p{Regional_Indicator}]"
)
"""Texts without any of these cannot have a grapheme cut by `TOKEN`."""

VARIANTS = {
    "kyiv": "kiev", "volodymyr": "vladimir", "zelenskyy": "zelensky", "zelenskiy": "zelensky", "odesa": "odessa",
    "kharkiv": "kharkov", "lviv": "lvov", "peking": "beijing", "tokio": "tokyo", "moskau": "moskva",
}  # fmt: skip
"""Spellings of one name that tell nothing apart, for matching only; the text is always shown as it stands."""

FOLDED = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "\u00ad": None, "\u2060": None})

SAME_MARK = dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("‘’‚‛‹›＇", "'") | dict.fromkeys("‐‑‒–—―−", "-")
"""Punctuation that differs by house style only, for matching; it is shown as it stands."""


class Token(NamedTuple):
    """A piece of a text."""

    text: str
    """The word or mark with the white space that follows it."""
    word: str
    """The word or mark alone."""
    form: str
    """What it is matched by: case, quotation marks, possessives and spelling variants folded."""
    is_word: bool
    """Whether it is a word or number, not punctuation."""
    is_sign: bool
    """Whether it is one character of a script without spaces."""


@lru_cache(maxsize=4096)  # a sentence is met once for every article that its own is compared with
def tokenize(text: str) -> tuple[Token, ...]:
    """Cut `text` into tokens. Joined, their `text` is `text`."""
    return tuple(_tokens(text))


def count_words(text: str) -> int:
    """Count the words and numbers of `text`; a character of a script without spaces counts as one."""
    return sum(token.is_word for token in tokenize(text))


def _tokens(text: str) -> Iterator[Token]:
    pieces = _whole_graphemes(text, list(_pieces(text))) if RISKY.search(text) else _pieces(text)
    for kind, word, space in pieces:
        yield _token(kind, word, space)


@lru_cache(maxsize=65536)
def _token(kind: str, word: str, space: str) -> Token:
    is_sign = kind in {"thai", "sign", "kana"}
    is_word = is_sign or kind in {"word", "address"}
    return Token(word + space, word, fold(word) if is_word else SAME_MARK.get(word, word), is_word, is_sign)


def _pieces(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, word, space after it) for each piece of the text."""
    kind, word = "", ""
    for found in TOKEN.finditer(text):
        next_kind, piece = found.lastgroup or "", found.group()
        if next_kind == "space":
            yield kind, word, piece
            kind, word = "", ""
            continue
        if word:
            yield kind, word, ""
        kind, word = next_kind, piece
        if kind == "thai":
            *phrases, word = _thai()(piece)
            for phrase in phrases:
                yield kind, phrase, ""
    if word:
        yield kind, word, ""


@cache
def _thai() -> Callable[[str], list[str]]:
    import budoux

    parse: Callable[[str], list[str]] = budoux.load_default_thai_parser().parse
    return parse


def _whole_graphemes(text: str, pieces: list[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Join pieces whose common limit would cut a grapheme."""
    limits = {0}
    for found in regex.finditer(r"\X", text):
        limits.add(found.end())
    place = 0
    held: tuple[str, str, str] | None = None
    for kind, word, space in pieces:
        if held is not None and place not in limits:
            held = (held[0], held[1] + held[2] + word, space)
        else:
            if held is not None:
                yield held
            held = (kind, word, space)
        place += len(word) + len(space)
    if held is not None:
        yield held


def fold(word: str) -> str:
    """Return the form a word is matched by."""
    form = unicodedata.normalize("NFKC", word).casefold().translate(FOLDED)
    if form.endswith(("'s", "s'")):
        form = form[:-2] if form.endswith("'s") else form[:-1]
    if "." in form and form.replace(".", "").isalpha():
        form = form.replace(".", "")
    if "," in form and form.replace(",", "").isdigit():
        form = form.replace(",", "")
    return VARIANTS.get(form, form)
