"""Anchors hold when a text changes around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.pages.anchors import anchors
from tests.comparison.strategies import article, bodies, paragraphs


def test_an_anchor_is_made_of_first_letters() -> None:
    body = [["The harbour was closed on Monday.", "Ferries will not sail."], ["“Stop!” he said."]]
    assert anchors(article("a", body)) == ("p-thwfwn", "p-shsshs")


@given(bodies)
def test_anchors_are_distinct_and_safe(body: list[tuple[str, ...]]) -> None:
    found = anchors(article("a", body))
    assert len(set(found)) == len(body)
    assert all(anchor.isascii() and anchor.replace("-", "").isalnum() for anchor in found)


@given(bodies, paragraphs, st.data())
def test_a_paragraph_that_is_added_changes_no_other_anchor_but_its_doubles(
    body: list[tuple[str, ...]], added: tuple[str, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(body)))
    before, after = anchors(article("a", body)), anchors(article("a", [*body[:place], added, *body[place:]]))
    (mine,) = set(anchors(article("a", [added])))
    kept = [anchor for anchor in before if not anchor.startswith(mine)]
    assert [anchor for anchor in after if not anchor.startswith(mine)] == kept


def test_a_word_that_is_changed_inside_changes_no_anchor() -> None:
    one = article("a", [["The harbour was closed on Monday after a storm.", "Ferries will not sail before March."]])
    two = article("a", [["The harbour was closed on Tuesday after a gale.", "Ferries will not sail until April."]])
    assert anchors(one) == anchors(two)
