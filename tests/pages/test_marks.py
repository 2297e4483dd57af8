"""From hunks to marks: nothing lost, no mark on white space, deletions where the base has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from sitegen.comparison.alignment import align
from sitegen.comparison.hunks import compare
from sitegen.comparison.similarity import profile
from sitegen.model import Comparison, Edit, Hunk, State
from sitegen.pages.marks import changes, inline, side, slices
from sitegen.pages.passages import Pager
from tests.comparison.strategies import article, two_versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.model import Article
    from sitegen.pages.pieces import Item, Mark, Part, Passage

STORM = ["The storm broke the northern pier of Marisol on Monday.", "Eleven boats were lost, the coast guard said."]
MAYOR = ["Mayor Ines Calder put the cost of repairs at 4.2 million euros."]
FERRY = ["Ferries to the outer islands will not sail before the end of March."]
SCHOOL = ["A school on Quay Street took in two hundred people overnight."]


def held(base: Article, other: Article) -> Comparison:
    return compare(base, other, align(profile(base), profile(other)))


def items(base: list[list[str]], other: list[list[str]]) -> tuple[Item, ...]:
    return Pager(held(article("base", base), article("other", other)), None).items()


def parts_of(items: Iterable[Item]) -> Iterator[Part]:
    for item in items:
        yield from item.parts
        for passage in item.passages:
            yield from passage.parts


def passages_of(items: Iterable[Item]) -> list[Passage]:
    return [passage for item in items for passage in item.passages]


def words(marks: Iterable[Mark], ops: set[str]) -> list[str]:
    return "".join(mark.text for mark in marks if mark.op in ops).split()


@given(two_versions())
def test_a_page_shows_every_word_of_the_article_and_of_the_base(pair: tuple[Article, Article]) -> None:
    base, other = pair
    shown = Pager(held(base, other), None).items()
    for number, passage in enumerate(passages_of(shown)):
        told = [word for part in passage.parts if part.kind in {"text", "rewritten", "continued"}
                for word in words(part.marks, {"same", "ins", "shared"})]  # fmt: skip
        assert "".join(told) == "".join(other.paragraphs[number].text.split())
    gone = [word for part in parts_of(shown) if part.kind == "gone" for word in words(part.marks, {"del"})]
    inline_gone = [w for part in parts_of(shown) if part.kind == "text" for w in words(part.marks, {"del", "same"})]
    beside = [
        w for part in parts_of(shown) if part.kind == "rewritten" for w in words(part.base_marks, {"same", "shared"})
    ]
    expected = "".join("".join(p.text.split()) for p in base.paragraphs)
    assert sorted("".join(gone + inline_gone + beside)) == sorted(expected)


@given(two_versions())
def test_slices_are_the_sentences(pair: tuple[Article, Article]) -> None:
    base, other = pair
    for hunk in held(base, other).hunks:
        for text, cut in zip(other.wording(hunk.other), slices(hunk, other), strict=True):
            assert "".join(edit.text for edit in cut if edit.op in "=+") == text


@given(two_versions())
def test_no_mark_begins_or_ends_with_white_space(pair: tuple[Article, Article]) -> None:
    for part in parts_of(Pager(held(*pair), None).items()):
        for mark in part.marks:
            if mark.op in {"ins", "del"}:
                assert mark.text == mark.text.strip() != ""


def test_white_space_alone_is_no_change() -> None:
    marks = inline([Edit("=", "one "), Edit("-", " "), Edit("+", "\n"), Edit("=", "two")])
    assert changes(marks) == 0
    assert "".join(mark.text for mark in marks).split() == ["one", "two"]


def test_a_deletion_with_its_insertion_is_one_change() -> None:
    marks = inline([Edit("=", "on "), Edit("-", "Monday "), Edit("+", "Tuesday "), Edit("=", "and "), Edit("+", "so")])
    assert [(mark.op, mark.text) for mark in marks] == [
        ("same", "on "), ("del", "Monday"), ("gap", " "), ("ins", "Tuesday"), ("same", " and "), ("ins", "so"),
    ]  # fmt: skip
    assert changes(marks) == 2


def test_a_word_and_the_one_in_its_place_never_touch() -> None:
    marks = inline([Edit("-", "Moscow"), Edit("+", "Russia"), Edit("=", ", despite")])
    assert [mark.op for mark in marks] == ["del", "gap", "ins", "same"]


def test_neighbours_of_a_kind_are_one_mark() -> None:
    marks = inline([Edit("+", "One sentence. "), Edit("+", "Another."), Edit("-", "Gone "), Edit("-", "too.")])
    assert [mark.text for mark in marks if mark.op in {"ins", "del"}] == ["One sentence. Another.", "Gone too."]


def test_what_the_base_has_inside_a_rewritten_passage_is_not_lost() -> None:
    base, other = article("one", [[*STORM, *MAYOR]]), article("two", [[*FERRY, *SCHOOL]])
    edits = (*(Edit("-", base.sentence((0, s))) for s in (0, 2)), *(Edit("+", other.sentence((0, s))) for s in (0, 1)))
    told = Hunk(((0, 0), (0, 2)), ((0, 0), (0, 1)), State.REWRITTEN, moved=False, similarity=0.4, edits=edits)
    missing = Edit("-", base.sentence((0, 1)))
    gone = Hunk(((0, 1),), (), State.DELETION, moved=False, similarity=0.0, edits=(missing,), after=(0, 0))
    (item,) = Pager(Comparison(base, other, (told, gone), ()), None).items()
    assert [part.kind for part in item.passages[0].parts] == ["rewritten", "gone", "continued"]


def test_sides_share_the_same_wording() -> None:
    edits = [Edit("-", "Plans for "), Edit("+", "A scheme of "), Edit("=", "hubs in the country"), Edit("-", " today")]
    assert [m.text for m in side(edits, "-") if m.op == "shared"] == ["hubs in the country"]
    assert [m.text for m in side(edits, "+") if m.op == "shared"] == ["hubs in the country"]


def test_what_only_the_base_has_stands_where_the_base_has_it() -> None:
    shown = items([STORM, MAYOR, FERRY, SCHOOL], [STORM, FERRY, SCHOOL])
    assert [item.kind for item in shown] == ["passage", "gap", "passage", "passage"]
    (part,) = shown[1].parts
    assert (part.kind, words(part.marks, {"del"})[:3]) == ("gone", ["Mayor", "Ines", "Calder"])


def test_inside_a_paragraph_it_stands_inside() -> None:
    (item,) = items([STORM + MAYOR + FERRY], [STORM + FERRY])
    assert [part.kind for part in item.passages[0].parts] == ["text", "gone", "text"]
    assert "the base has more" in item.passages[0].label


def test_a_moved_passage_and_its_place_in_the_base_link_to_each_other() -> None:
    shown = items([STORM, MAYOR, FERRY, SCHOOL], [SCHOOL, STORM, MAYOR, FERRY])
    (moved,) = [part for part in parts_of(shown) if part.moved and part.kind == "text"]
    (place,) = [part for part in parts_of(shown) if part.kind == "placeholder"]
    assert moved.moved is not None
    assert place.moved is not None
    assert moved.moved.href == f"#{place.anchor}"
    assert place.moved.href == f"#{shown[0].passages[0].anchor}"
    assert (moved.moved.direction, place.moved.direction) == ("below", "above")
    assert shown[0].passages[0].label.endswith("moved")


def test_a_long_unchanged_stretch_is_folded() -> None:
    shown = items([STORM, MAYOR, FERRY, SCHOOL], [STORM, MAYOR, FERRY, ["Quite another school took in three goats."]])
    assert shown[0].kind == "fold"
    assert [passage.title for passage in shown[0].passages] == ["Paragraph 1", "Paragraph 2", "Paragraph 3"]


def test_every_id_on_a_page_is_its_own() -> None:
    shown = items([STORM, MAYOR, MAYOR, FERRY, FERRY], [FERRY, STORM, STORM, SCHOOL])
    ids = [p.anchor for p in passages_of(shown)] + [part.anchor for part in parts_of(shown) if part.anchor]
    assert len(ids) == len(set(ids))
