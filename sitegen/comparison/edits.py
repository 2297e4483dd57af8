"""The word edits that lead from one side of a match to the other.

Each distinct word is given one private character, the shortest script of deletions and insertions is found on these
(Hyyrö's bit-parallel longest common subsequence, in rapidfuzz), and diff-match-patch's semantic clean-up then joins
what would read as confetti. Nothing depends on time: there is no time-out, and the work is bounded.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from sitegen.comparison.tokens import Token, tokenize
from sitegen.model import Edit, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PRIVATE = 0xF0000
"""The first of 65,534 characters without any property that the clean-up looks at, so that the numbering of the words
can't matter."""

LONGEST = 20_000
"""Words of the longer side beyond which only what both begin and end with counts as equal: a minimal script needs
memory in proportion to the product of both lengths. No sentence is that long; a text without any full stop may be."""

READABLE_SHARE = 0.5
"""A word diff reads well only where at least this share of the shorter side's words stands on the other side too."""

READABLE_BALANCE = 0.3
"""… and at least this share of the longer side's words."""

READABLE_SWITCHES = 0.22
"""… and where the text switches between same and changed at most this often per word."""

SHARED_RUN = 3
"""Words in a row that two rewritten passages must share before the run is marked: two are chance in any language."""


def edit(base: Sequence[str], other: Sequence[str]) -> tuple[State, tuple[Edit, ...]]:
    """Return the state and the word edits of a match.

    Args:
        base: sentences of the base, each with the white space (or newline) that follows it.
        other: the same of the article.

    Returns:
        The state, and edits that join to the base's text (`=` and `-`) and the article's (`=` and `+`).
    """
    before = [token for sentence in base for token in tokenize(sentence)]
    after = [token for sentence in other for token in tokenize(sentence)]
    if max(len(before), len(after)) > LONGEST:
        shortest = clean = _ends_only(list(map(_symbol, before)), list(map(_symbol, after)))
    else:
        shortest, clean = _scripts(*_encode(before, after))
    state = _state(clean, before, after)
    script = _long_runs_only(shortest, before) if state is State.REWRITTEN else clean
    return state, _edits(script, before, after)


Script = list[tuple[str, int]]
"""(`=`, `-` or `+`, number of tokens)"""


def _scripts(left: str, right: str) -> tuple[Script, Script]:
    """Return the shortest edit script, and the same without what would read as confetti."""
    diffs: list[tuple[int, str]] = []
    for step in Indel.opcodes(left, right):
        gone, new = left[step.src_start : step.src_end], right[step.dest_start : step.dest_end]
        diffs += [(0, gone)] if step.tag == "equal" else [(-1, gone), (1, new)]
    shortest = _lengths(diffs)
    cleaner = diff_match_patch()
    cleaner.diff_cleanupMerge(diffs)
    cleaner.diff_cleanupSemantic(diffs)
    return shortest, _lengths(diffs)


def _lengths(diffs: Iterable[tuple[int, str]]) -> Script:
    return [({0: "=", -1: "-", 1: "+"}[op], len(run)) for op, run in diffs if run]


def _encode(before: Iterable[Token], after: Iterable[Token]) -> tuple[str, str]:
    """Write both sides with one private character per distinct word, numbered in order of appearance."""
    words: dict[str, str] = {}
    left = "".join(words.setdefault(_symbol(token), chr(PRIVATE + len(words))) for token in before)
    right = "".join(words.setdefault(_symbol(token), chr(PRIVATE + len(words))) for token in after)
    return left, right


def _symbol(token: Token) -> str:
    """Return what counts as equal: the same word to the letter, or the same mark in any house style."""
    return token.word if token.is_word else token.form


def _ends_only(left: Sequence[str], right: Sequence[str]) -> Script:
    """Return the script that keeps the common beginning and end alone."""
    shorter = min(len(left), len(right))
    head = next((i for i in range(shorter) if left[i] != right[i]), shorter)
    tail = next((i for i in range(shorter - head) if left[-1 - i] != right[-1 - i]), shorter - head)
    runs = [("=", head), ("-", len(left) - head - tail), ("+", len(right) - head - tail), ("=", tail)]
    return [run for run in runs if run[1]]


def _state(script: Script, before: Sequence[Token], after: Sequence[Token]) -> State:
    """Tell whether a word diff of this script reads well."""
    forms = [[token.word.casefold() for token in tokens if token.is_word] for tokens in (before, after)]
    if forms[0] == forms[1]:
        return State.VERBATIM
    same = _words_kept(script, before)
    shorter, longer = sorted(map(len, forms))
    switches = sum(1 for op, group in groupby(script, key=lambda run: run[0] == "=") if not op)
    reads_well = (
        same >= READABLE_SHARE * shorter
        and same >= READABLE_BALANCE * longer
        and switches <= 1 + READABLE_SWITCHES * (shorter + longer) / 2
    )
    return State.REWORDED if reads_well else State.REWRITTEN


def _words_kept(script: Script, before: Sequence[Token]) -> int:
    kept = place = 0
    for op, length in script:
        if op == "=":
            kept += sum(token.is_word for token in before[place : place + length])
        if op != "+":
            place += length
    return kept


def _long_runs_only(script: Script, before: Sequence[Token]) -> Script:
    """Turn equal runs of fewer than `SHARED_RUN` words into a deletion and an insertion."""
    result: Script = []
    place = 0
    for op, length in script:
        if op == "=" and sum(token.is_word for token in before[place : place + length]) < SHARED_RUN:
            result += [("-", length), ("+", length)]
        else:
            result.append((op, length))
        if op != "+":
            place += length
    return result


def _edits(script: Script, before: Sequence[Token], after: Sequence[Token]) -> tuple[Edit, ...]:
    """Write the script out with the words, deletions before the insertions that stand in their place."""
    edits: list[Edit] = []
    gone: list[str] = []
    new: list[str] = []

    def flush() -> None:
        edits.extend(Edit(op, "".join(run)) for op, run in (("-", gone), ("+", new)) if any(run))
        gone.clear()
        new.clear()

    left = right = 0
    for op, length in script:
        if op == "-":
            gone.extend(token.text for token in before[left : left + length])
            left += length
        elif op == "+":
            new.extend(token.text for token in after[right : right + length])
            right += length
        else:
            for old, now in zip(before[left : left + length], after[right : right + length], strict=True):
                if old.word == now.word:
                    flush()
                if old.text == now.text:
                    edits.append(Edit("=", now.text))
                elif old.word != now.word:  # the same mark in another style
                    gone.append(old.text)
                    new.append(now.text)
                else:  # the same word with other white space after it
                    edits.append(Edit("=", now.word))
                    gone.append(old.text[len(old.word) :])
                    new.append(now.text[len(now.word) :])
            left += length
            right += length
    flush()
    return _merged(edits)


def _merged(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple(Edit(op, "".join(edit.text for edit in run)) for op, run in groupby(edits, key=lambda edit: edit.op))
