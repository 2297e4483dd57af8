"""How an article and its base stand to each other, counted: the sentence, the bar and the table have one source."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.model import State
from sitegen.pages.pieces import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.model import Article, Comparison, Edit, Spot


UNPARTED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
"""Scripts that set no space between words, as Unicode begins the names of their letters."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one comparison. Wording is measured in characters without spaces, which every script has."""

    base_sentences: int
    """Sentences of the base that tell the story."""
    carried: int
    """Those that the article has, in whatever words."""
    verbatim: int
    """Those that it has in the same words."""
    added: int
    """The article's telling sentences that the base has not."""
    same: int
    """Characters of words in both, in matched passages."""
    other_words: int
    """Characters of the article's words in matched passages that the base has not."""
    only_base: int
    """Characters of passages that only the base has."""
    only_article: int
    """Characters of passages that only the article has."""

    @property
    def carried_percent(self) -> int:
        """Percent of the base's sentences that the article has."""
        return percent(self.carried, self.base_sentences)


def count(comparison: Comparison) -> Figures:
    """Count what a comparison found."""
    hunks = comparison.hunks
    carried = [spot for hunk in hunks if hunk.other for spot in _telling(comparison.base, hunk.base)]
    verbatim = [s for h in hunks if h.state is State.VERBATIM for s in _telling(comparison.base, h.base)]
    matched = [edit for hunk in hunks if hunk.base and hunk.other for edit in hunk.edits]
    return Figures(
        base_sentences=len(list(_telling(comparison.base, comparison.base.spots()))),
        carried=len(carried),
        verbatim=len(verbatim),
        added=sum(len(list(_telling(comparison.other, h.other))) for h in hunks if h.state is State.INSERTION),
        same=_size(matched, "="),
        other_words=_size(matched, "+"),
        only_base=_size((e for h in hunks if h.state is State.DELETION for e in h.edits), "-"),
        only_article=_size((e for h in hunks if h.state is State.INSERTION for e in h.edits), "+"),
    )


def sentence(figures: Figures, article: str, base: str) -> str:
    """Say in one sentence how an article stands to its base."""
    number = figures.base_sentences
    whole = f"the {number} sentences of {base}" if number != 1 else f"the one sentence of {base}"
    adds = f"adds {figures.added} that {base} does not have" if figures.added else "adds none"
    if not figures.carried:
        return f"{article} carries none of {whole} and {adds}."
    words = f"{figures.verbatim} of them word for word" if figures.verbatim else "none of them word for word"
    return f"{article} carries {figures.carried} of {whole}, {words}, and {adds}."


def bar(figures: Figures, article: str, base: str) -> tuple[Segment, ...]:
    """Return the bar, measured in text: words in both, in other words, only in the base, only in the article."""
    parts = (
        ("same", figures.same, "words that both have in common"),
        ("reworded", figures.other_words, f"other words of {article} for what {base} tells too"),
        ("gone", figures.only_base, f"only in {base}"),
        ("only", figures.only_article, f"in {article}, not in {base}"),
    )
    total = sum(size for _, size, _ in parts) or 1
    segments, start = [], 0
    for kind, size, label in parts:
        begin, end = round(1000 * start / total), round(1000 * (start + size) / total)
        segments.append(Segment(kind, f"{(end - begin) / 10:g}", f"{begin / 10:g}", _share(size, total), label))
        start += size
    return tuple(segments)


def percent(part: float, whole: float) -> int:
    """Return a share in whole percent, rounded half up; 0 of nothing is 0."""
    return int(100 * part / whole + 0.5) if whole else 0


def amount(texts: Iterable[str]) -> str:
    """Say how long texts are: in words, or in characters where the script does not part words."""
    joined = " ".join(texts)
    if any(map(_stands_unparted, joined)):
        characters = len(characters_of(joined))
        return f"{characters:,} characters" if characters != 1 else "1 character"
    words = len(joined.split())
    return f"{words:,} words" if words != 1 else "1 word"


def characters_of(text: str) -> str:
    """Return a text without its spaces: what lengths are measured by, since every script has it."""
    return "".join(text.split())


def spelled(number: int) -> str:
    """Return a number as newspapers print it: small ones in words."""
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    return words[number] if number < len(words) else f"{number:,}"


def _telling(article: Article, spots: Iterable[Spot]) -> Iterable[Spot]:
    return (spot for spot in spots if article.paragraphs[spot[0]].kind.tells)


def _size(edits: Iterable[Edit], op: str) -> int:
    return sum(len(characters_of(edit.text)) for edit in edits if edit.op == op)


def _share(part: int, whole: int) -> str:
    return "under 1" if part and not percent(part, whole) else str(percent(part, whole))


def _stands_unparted(character: str) -> bool:
    """Tell whether a character is of a script that sets no space between words."""
    if character.isascii():
        return False
    return character.isalpha() and unicodedata.name(character, "").startswith(UNPARTED)
