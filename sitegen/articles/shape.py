"""What a line looks like: a sentence, an item of a list. No language is assumed."""

from __future__ import annotations

import re

LABEL_WORDS = 4
"""Words up to which a line may be a label even though it ends with a full stop ("Photo: Reuters.")."""

SENTENCE_END = re.compile(r"[.!?…。！？؟۔।॥።][\"'”“»«’‘›‹」』)）】\]]*$")
UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Characters of scripts that put no space between words."""

BULLET = re.compile(r"\s*[-*•–—·‣▪◦]\s+\S")
NUMBERED = re.compile(r"\s*(§\s*)?\(?(\d{1,3}(\.\d{1,3})*[.)]?|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)])\s+\S")


def ends_like_a_sentence(text: str) -> bool:
    """Tell whether a text ends with a full stop or its like."""
    return bool(SENTENCE_END.search(text[-12:]))


def is_sentence(line: str) -> bool:
    """Tell whether a line reads like a sentence of the story: it ends like one and has more than a few words."""
    return ends_like_a_sentence(line) and count_words(line) > LABEL_WORDS


def count_words(line: str) -> int:
    """Return how many words a line has; where words are not spaced, two characters are taken for one."""
    return len(line.split()) + len(UNSPACED.findall(line)) // 2


def has_bullet(line: str) -> bool:
    """Tell whether a line begins with a bullet."""
    return bool(BULLET.match(line))


def is_numbered(line: str) -> bool:
    """Tell whether a line begins with the number of a heading or a clause."""
    return bool(NUMBERED.match(line))
