"""Anchors of paragraphs that survive paragraphs added before them and small edits of their own.

An anchor is made of the first letters of the first three words of the first and of the last sentence, as in the New
York Times' Emphasis (2011); texts in other scripts give a short digest of the same characters.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.model import Article, Paragraph

WORDS = 3
"""Words of a sentence that count."""


def anchors(article: Article) -> tuple[str, ...]:
    """Return the anchor of each paragraph of `article`; paragraphs that would share one are numbered."""
    seen: Counter[str] = Counter()
    result = []
    for paragraph in article.paragraphs:
        anchor = f"p-{_letters(paragraph)}"
        seen[anchor] += 1
        result.append(anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}")
    return tuple(result)


def _letters(paragraph: Paragraph) -> str:
    letters = _initials(paragraph.sentences[0]) + _initials(paragraph.sentences[-1])
    if letters.isascii() and letters:
        return letters
    return hashlib.sha256(letters.encode()).hexdigest()[:6]


def _initials(sentence: str) -> str:
    words = ["".join(filter(str.isalnum, word)) for word in sentence.split()]
    return "".join(word[0] for word in words if word)[:WORDS].lower()
