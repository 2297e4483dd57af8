"""What the pages say in words: sums, reasons, the biggest differences, folds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from sitegen.build import collate
from sitegen.comparison.alignment import align
from sitegen.comparison.hunks import compare
from sitegen.comparison.similarity import profile
from sitegen.config import Project
from sitegen.model import Article, Collation, Rank, Story
from sitegen.pages.addresses import Place
from sitegen.pages.base import base_view
from sitegen.pages.biggest import LEAST, MOST, biggest
from sitegen.pages.figures import amount, bar, count, sentence
from sitegen.pages.passages import Pager
from sitegen.pages.why import base_sentence, reasons
from tests.comparison.strategies import article, two_versions

STORM = ["The storm broke the northern pier of Marisol on Monday.", "Eleven boats were lost, the coast guard said."]
MAYOR = ["Mayor Ines Calder put the cost of repairs at 4.2 million euros."]
FERRY = ["Ferries to the outer islands will not sail before the end of March."]
SCHOOL = ["A school on Quay Street took in two hundred people overnight."]
LONG = ["Insurers in the capital expect claims from hotels, farms, two breweries and owners of forty vans and lorries."]


def ranked(*figures: tuple[float, int], chosen: int | None = None) -> Collation:
    """Make a collation from (completeness, words): only what the reasons need."""
    ranks = tuple(
        Rank(article(name, [STORM]), share, words, words, ())
        for name, (share, words) in zip(("one", "two", "three"), figures, strict=False)
    )
    key = ranks[chosen].article.key if chosen is not None else ""
    story = Story("", "t", "", tuple(rank.article for rank in ranks), key, ())
    return Collation(story, ranks, ranks[chosen or 0].article, {}, {})


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["one two", "three"], "3 words"),
        (["one"], "1 word"),
        (["俄罗斯 外交部"], "6 characters"),
        (["กระทรวง"], "7 characters"),
        (["Россия против"], "2 words"),
        ([" ".join(["word"] * 1200)], "1,200 words"),
    ],
)
def test_lengths_are_told_in_what_the_script_has(texts: list[str], said: str) -> None:
    assert amount(texts) == said


@given(two_versions())
def test_the_parts_of_the_bar_fill_it(pair: tuple[Article, Article]) -> None:
    one, two = pair
    segments = bar(count(compare(one, two, align(profile(one), profile(two)))), "A", "B")
    assert [segment.kind for segment in segments] == ["same", "reworded", "gone", "only"]
    assert sum(float(segment.percent) for segment in segments) == pytest.approx(100)
    place = 0.0
    for segment in segments:
        assert float(segment.start) == pytest.approx(place)
        place += float(segment.percent)


@pytest.mark.parametrize(
    ("base", "other", "said"),
    [
        ([STORM, MAYOR], [STORM], "A carries 2 of the 3 sentences of B, 2 of them word for word, and adds none."),
        ([STORM, MAYOR], [FERRY], "A carries none of the 3 sentences of B and adds 1 that B does not have."),
        ([MAYOR], [MAYOR], "A carries 1 of the one sentence of B, 1 of them word for word, and adds none."),
    ],
)
def test_the_sum_is_one_plain_sentence(base: list[list[str]], other: list[list[str]], said: str) -> None:
    one, two = article("one", base), article("two", other)
    assert sentence(count(compare(one, two, align(profile(one), profile(two)))), "A", "B") == said


def test_nobody_is_said_to_carry_more_than_an_equal() -> None:
    assert base_sentence(ranked((0.5, 90), (0.5, 80), (0.2, 70))).endswith(
        "as much as TWO; of equals the longer one is the base."
    )
    assert base_sentence(ranked((0.5, 80), (0.5, 80))).endswith("of equals their wording decides which is the base.")
    assert base_sentence(ranked((0.5, 90), (0.4, 80))).endswith("more than any other.")


def test_the_editors_choice_is_told_with_what_the_figures_say() -> None:
    assert "ONE carries 50\u00a0%, but the editor" in base_sentence(ranked((0.5, 90), (0.4, 80), chosen=1))
    assert base_sentence(ranked((0.5, 90), (0.4, 80), chosen=0)).endswith("and the editor of this story chose it.")


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (0.40, "TWO carries 40\u00a0%, 10 points less."),
        (0.492, "TWO carries 49\u00a0%, 1 point less. That is close: one sentence more or less could turn it."),
        (0.5, "TWO carries 50\u00a0%, just as much."),
    ],
)
def test_the_runner_up_and_the_margin_are_told(second: float, said: str) -> None:
    assert reasons(ranked((0.5, 90), (second, 80)))[1] == said


def test_what_length_would_have_chosen_is_told() -> None:
    longest = ranked((0.5, 90), (0.4, 120))
    raw = replace(longest, ranking=(replace(longest.ranking[0], raw_words=300), longest.ranking[1]))
    said = " ".join(reasons(raw))
    assert "the longest article is TWO, with 120 words" in said
    assert "The longest file is that of ONE, with 300 words" in said
    assert "longest" not in " ".join(reasons(ranked((0.5, 90), (0.4, 80))))


def held(base: list[list[str]], other: list[list[str]]) -> Pager:
    one, two = article("one", base), article("two", other)
    return Pager(compare(one, two, align(profile(one), profile(two))), None)


def test_the_biggest_differences_come_biggest_first() -> None:
    found = biggest(held([STORM, MAYOR, FERRY], [STORM, LONG, SCHOOL]).items(), "B")
    assert [(difference.words[:12], difference.label) for difference in found] == [
        ("Mayor Ines C", "only in B, 25 words"),
        ("Insurers in ", "not in ONE, 18 words"),
        ("A school on ", "not in ONE, 11 words"),
    ]


def test_few_differences_need_no_list() -> None:
    assert biggest(held([STORM, MAYOR], [STORM, SCHOOL]).items(), "B") == ()
    assert biggest(held([STORM, MAYOR], [STORM, MAYOR]).items(), "B") == ()


@given(two_versions())
def test_each_of_the_biggest_differences_is_on_the_page(pair: tuple[Article, Article]) -> None:
    one, two = pair
    items = Pager(compare(one, two, align(profile(one), profile(two))), None).items()
    found = biggest(items, "B")
    ids = {part.anchor for item in items for part in item.parts}
    for item in items:
        ids |= {passage.anchor for passage in item.passages}
        ids |= {part.anchor for passage in item.passages for part in passage.parts}
    assert {difference.href[1:] for difference in found} <= ids
    assert len(found) == 0 or LEAST <= len(found) <= MOST


def test_a_fold_says_how_much_it_holds() -> None:
    fold = held([STORM, MAYOR, FERRY], [STORM, MAYOR, FERRY]).items()[0]
    words = sum(len(text.split()) for paragraph in (STORM, MAYOR, FERRY) for text in paragraph)
    assert fold.title == f"3 paragraphs in the same words, {words} words"


def test_changes_are_counted_in_reworded_sentences_only() -> None:
    changed = ["The storm broke the northern pier of Marisol on Sunday.", *STORM[1:]]
    (item,) = held([STORM], [changed + LONG]).items()
    assert item.passages[0].label.startswith("worded differently, 1 change\u00a0· ")


def test_the_base_page_counts_who_tells_a_paragraph() -> None:
    two = collate(Story("", "t", "", (article("one", [STORM, MAYOR]), article("two", [STORM])), "", ()))
    view = base_view(Place(Project(Path(), "t", "", "en"), two))
    assert [paragraph.told for paragraph in view.paragraphs] == ["told by the other, too", "only here"]
