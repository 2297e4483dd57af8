"""What is matched, what is moved and what is left alone, on small texts."""

from __future__ import annotations

from sitegen.comparison.alignment import align
from sitegen.comparison.base import rank
from sitegen.comparison.coverage import cover
from sitegen.comparison.hunks import compare
from sitegen.comparison.similarity import profile
from sitegen.model import Article, Kind, Match, Rank, State
from tests.comparison.strategies import article

ONE = [
    ["The harbour of Marisol was closed on Monday after a storm broke the northern pier."],
    ["Mayor Ines Calder told reporters that repairs would cost 4.2 million euros."],
    ["Fishing crews lost eleven boats, the coast guard counted on Tuesday."],
    ["Ferries to the outer islands will not sail before the end of March."],
    ["A school on Quay Street took in two hundred people overnight."],
]
OTHER_STORY = [
    ["Quarterly sales of electric bicycles doubled in the Alpine region."],
    ["Dealers said that lighter batteries and tax relief attracted commuters."],
    ["Analysts expect the market to cool once subsidies end next summer."],
]


def matches_of(base: Article, other: Article) -> tuple[Match, ...]:
    return align(profile(base), profile(other))


def ranked(*articles: Article) -> tuple[Rank, ...]:
    pairs = {(a.key, b.key): matches_of(a, b) for a in articles for b in articles if a is not b}
    return rank(articles, cover(articles, pairs))


def test_a_version_in_other_words_is_matched_sentence_by_sentence() -> None:
    other = [
        ["On Monday a storm damaged the northern pier of Marisol, so the harbour closed."],
        ["Repairs would cost 4.2 million euros, according to Mayor Ines Calder."],
        ["The coast guard counted eleven boats that fishing crews had lost."],
        ["No ferries will sail to the outer islands before the end of March."],
        ["Overnight two hundred people were taken in by a school on Quay Street."],
    ]
    found = matches_of(article("a", ONE), article("b", other))
    assert [(m.base, m.other, m.moved) for m in found] == [(((n, 0),), ((n, 0),), False) for n in range(5)]


def test_unrelated_articles_share_nothing() -> None:
    assert matches_of(article("a", ONE), article("b", OTHER_STORY)) == ()


def test_a_passage_that_stands_elsewhere_is_moved() -> None:
    other = [ONE[4], *ONE[:4]]
    found = matches_of(article("a", ONE), article("b", other))
    assert [(m.base[0][0], m.moved) for m in found] == [(0, False), (1, False), (2, False), (3, False), (4, True)]


def test_a_block_of_two_moves_past_the_shorter_rest() -> None:
    other = [*ONE[3:], *ONE[:3]]
    moved = {m.base[0][0] for m in matches_of(article("a", ONE), article("b", other)) if m.moved}
    assert moved == {3, 4}


def test_a_sentence_cut_in_two_is_one_match() -> None:
    whole = [
        *ONE,
        ["The minister said the northern pier will be rebuilt in granite and the harbour dredged by Easter."],
    ]
    parts = [
        *ONE,
        ["The northern pier will be rebuilt in granite, the minister said.", "The harbour will be dredged by Easter."],
    ]
    last = matches_of(article("a", whole), article("b", parts))[-1]
    assert (last.base, last.other) == (((5, 0),), ((5, 0), (5, 1)))


def test_headlines_match_headlines_alone() -> None:
    headline = [ONE[0][0].rstrip(".")]
    kinds = [Kind.HEADLINE] + [Kind.BODY] * 5
    found = matches_of(article("a", [headline, *ONE], kinds), article("b", ONE))
    assert all(spot[0] > 0 for match in found for spot in match.base)


def test_deletions_stand_where_the_base_has_them() -> None:
    base, other = article("a", ONE), article("b", [ONE[0], ONE[1], ONE[3], ONE[4]])
    states = [hunk.state for hunk in compare(base, other, matches_of(base, other)).hunks]
    assert states == [State.VERBATIM, State.VERBATIM, State.DELETION, State.VERBATIM, State.VERBATIM]


def test_links_roll_sentences_up_to_paragraphs() -> None:
    base = article("a", [ONE[0] + ONE[1], ONE[2] + ONE[3], ONE[4]])
    other = article("b", [ONE[0], ONE[1] + ONE[2], ONE[3] + ONE[4]])
    links = compare(base, other, matches_of(base, other)).links
    assert [(link.base, link.other) for link in links] == [(0, 0), (0, 1), (1, 1), (1, 2), (2, 2)]
    assert {link.state for link in links} == {State.VERBATIM}


def test_the_article_that_tells_most_is_first_even_if_another_is_longer() -> None:
    padding = [[sentence] for sentence in ("It was a day to remember for many. " * 30).split(". ") if sentence]
    most, long, short = article("most", ONE), article("long", [*ONE[:2], *padding]), article("short", ONE[:3])
    ranks = ranked(long, short, most)
    assert ranks[0].article.key == "most"
    assert next(r for r in ranks if r.article.key == "long").words > ranks[0].words


def test_repeating_oneself_gains_nothing() -> None:
    once, twice = article("x", ONE[:4]), article("x", [*ONE[:4], *ONE[:4]])
    rest = article("y", ONE[3:])
    assert ranked(once, rest)[0].completeness == ranked(twice, rest)[0].completeness


def test_only_here_is_what_no_other_article_has() -> None:
    ranks = {r.article.key: r for r in ranked(article("a", ONE), article("b", ONE[:4]), article("c", ONE[1:3]))}
    assert ranks["a"].only_here == ((4, 0),)
    assert ranks["b"].only_here == ()
