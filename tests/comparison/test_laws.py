"""The laws of a comparison, on generated texts in several scripts."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from sitegen.comparison.alignment import align, swap
from sitegen.comparison.edits import edit
from sitegen.comparison.hunks import compare
from sitegen.comparison.similarity import profile
from sitegen.comparison.tokens import tokenize
from sitegen.model import State
from tests.comparison.strategies import HARD, article, bodies, sentences, two_versions

if TYPE_CHECKING:
    from sitegen.model import Article, Comparison


def held_against(base: Article, other: Article) -> Comparison:
    return compare(base, other, align(profile(base), profile(other)))


@given(st.one_of(HARD, sentences))
def test_tokens_join_to_the_text(text: str) -> None:
    assert "".join(token.text for token in tokenize(text)) == text


@given(HARD)
def test_no_token_cuts_a_grapheme(text: str) -> None:
    limits = {found.end() for found in regex.finditer(r"\X", text)} | {0}
    place = 0
    for token in tokenize(text):
        assert place in limits
        place += len(token.text)


@given(two_versions())
def test_edits_are_lossless(pair: tuple[Article, Article]) -> None:
    base, other = pair
    for hunk in held_against(base, other).hunks:
        before = "".join(edit.text for edit in hunk.edits if edit.op in "=-")
        after = "".join(edit.text for edit in hunk.edits if edit.op in "=+")
        assert before == "".join(base.wording(hunk.base))
        assert after == "".join(other.wording(hunk.other))


@given(two_versions())
def test_every_sentence_stands_in_exactly_one_hunk(pair: tuple[Article, Article]) -> None:
    comparison = held_against(*pair)
    for side, article_ in (("base", comparison.base), ("other", comparison.other)):
        placed = [spot for hunk in comparison.hunks for spot in getattr(hunk, side)]
        assert sorted(placed) == list(article_.spots())


@given(two_versions())
def test_hunks_follow_the_article(pair: tuple[Article, Article]) -> None:
    firsts = [hunk.other[0] for hunk in held_against(*pair).hunks if hunk.other]
    assert firsts == sorted(firsts)


@given(two_versions())
def test_edits_neither_touch_nor_are_empty(pair: tuple[Article, Article]) -> None:
    for hunk in held_against(*pair).hunks:
        ops = [edit.op for edit in hunk.edits]
        assert all(edit.text for edit in hunk.edits)
        assert all(one != two for one, two in itertools.pairwise(ops))
        assert "+-" not in "".join(ops)


@given(two_versions())
def test_marks_never_cut_a_word(pair: tuple[Article, Article]) -> None:
    for hunk in held_against(*pair).hunks:
        for signs in ("=-", "=+"):
            runs = [edit.text for edit in hunk.edits if edit.op in signs]
            text = "".join(runs)
            limits = {0}
            for token in tokenize(text):
                limits |= {max(limits) + len(token.word), max(limits) + len(token.text)}
            place = 0
            for run in runs:
                assert place in limits, (run, text)
                place += len(run)


@given(two_versions())
def test_swapping_the_articles_swaps_the_matches(pair: tuple[Article, Article]) -> None:
    base, other = pair
    assert swap(align(profile(base), profile(other))) == align(profile(other), profile(base))


@given(two_versions())
def test_names_change_no_match(pair: tuple[Article, Article]) -> None:
    base, other = pair
    renamed = replace(base, key="zzz", file="zzz.txt", slug="zzz"), replace(other, key="aaa", file="aaa.txt")
    assert align(profile(renamed[0]), profile(renamed[1])) == align(profile(base), profile(other))


@given(bodies)
def test_an_article_held_against_itself_is_verbatim(body: list[tuple[str, ...]]) -> None:
    comparison = held_against(article("one", body), article("two", body))
    states = {hunk.state for hunk in comparison.hunks if hunk.base and hunk.other}
    assert states <= {State.VERBATIM}


@given(st.permutations(range(12)))
def test_the_numbering_of_words_changes_no_edit(order: list[int]) -> None:
    names = [f"word{number}" for number in range(12)]
    renamed = {name: names[place] for name, place in zip(names, order, strict=True)}
    before = "word0 word1 word2 word3 word4 word5 word6 word7 word8 word9"
    after = "word0 word10 word2 word11 word4 word5 word1 word7 word3 word9"

    def rename(text: str) -> str:
        return " ".join(renamed[word] for word in text.split())

    shape = [(e.op, len(e.text.split())) for e in edit([before], [after])[1]]
    assert [(e.op, len(e.text.split())) for e in edit([rename(before)], [rename(after)])[1]] == shape


@pytest.mark.parametrize("size", [25_000, 60_000])
def test_a_text_without_any_full_stop_is_bounded(size: int) -> None:
    before = " ".join(f"word{number}" for number in range(size))
    after = "Quite " + before + " indeed"
    _, edits = edit([before], [after])
    assert "".join(e.text for e in edits if e.op in "=-") == before
    assert "".join(e.text for e in edits if e.op in "=+") == after
