"""Laws of reading: no line and no word is lost, whatever the file holds."""

from __future__ import annotations

import re
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.articles import read_article
from sitegen.articles.sentences import sentences
from sitegen.config import UNPRINTABLE, Furniture
from sitegen.errors import SitegenError
from sitegen.model import Article, Kind

LANGUAGES = ["", "en", "de", "fr", "es", "ru", "zh", "ja", "ar", "hi", "xx"]

STORY = st.sampled_from(
    [
        "The council has rejected the plan for three new bridges over the river.",
        "“We will build them,” the mayor said. “Wait and see.”",
        "Readers were told to comment, register and share the page with your friends on Facebook.",
        "Also read was a letter by the mayor, who asked for your comments on our policy.",
        "The icon, the photo by Reuters and the advertisement were sold for $5 million.",
        "Совет отклонил план строительства трёх мостов через реку.",
        "市议会否决了在河上修建三座新桥的计划，市长感到非常失望。",
    ]
)
FRAME = st.sampled_from(
    [
        "Also read",
        "Council rejects the plan",
        "0:00",
        "13:51",
        "Podcasts",
        "8 Jan, 2026 15:39",
        "By Jane Doe",
        "Jane Doe / Reuters",
        "Facebook",
        "Share",
        "We use cookies to improve this page.",
        "MOSCOW, January 8. /TASS/. The bridge is closed.",
        "Dear readers! To leave comments, you will need to register. Please see our policy.",
        "1. Scope",
        "- a bridge",
        "Sources: Daily Bridge.",
        "# Heading",
        "> quoted",
        "[a]: https://a.example",
        "---",
        "| a | b |",
        "|---|---|",
        "```",
        "    code",
        "====",
        "\u202egnirts\u202c",
        "<script>alert(1)</script>",
    ]
)
ODD = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs", "Zl", "Cc", "Cf", "Co"]),
    max_size=60,
).map(lambda text: text.replace("\0", "\1"))  # a zero makes a file binary
PAGES = st.lists(st.one_of(STORY, FRAME, ODD, st.just("")), min_size=1, max_size=25).map("\n".join)
ENDINGS = st.sampled_from([".txt", ".md"])


def read(text: str, ending: str = ".txt", furniture: Furniture | None = None, *, as_is: bool = False) -> Article | None:
    """Read a text; None where there is no article in it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"article{ending}"
        path.write_bytes(text.encode("utf-8"))
        try:
            return read_article(path, furniture=furniture, as_is=as_is)
        except SitegenError as error:
            if error.what not in {"The file is empty.", "The file has no text but page furniture and headings."}:
                raise
            return None


def squeezed(text: str) -> str:
    return "".join(text.split())


def assert_lossless(article: Article, *, has_markup: bool = False) -> None:
    """Assert that each line is kept, removed, masthead or blank, and that kept text is kept whole."""
    kept = [number for paragraph in article.paragraphs for number in paragraph.lines]
    removed = [removal.line for removal in article.removals]
    blank = [number for number, line in enumerate(article.lines, 1) if not line.strip()]
    everything = sorted([*kept, *removed, *article.masthead.lines, *blank])
    assert everything == list(range(1, len(article.lines) + 1))
    assert all(removal.text == article.lines[removal.line - 1] for removal in article.removals)
    cut = squeezed(article.masthead.lead_in)
    for paragraph in article.paragraphs:
        assert "".join(paragraph.sentences) == paragraph.text == " ".join(paragraph.text.split())
        assert paragraph.text
        source = squeezed("".join(article.lines[number - 1] for number in paragraph.lines))
        if paragraph.lines and not has_markup:
            assert source in {squeezed(paragraph.text), cut + squeezed(paragraph.text)}
            cut = "" if source != squeezed(paragraph.text) else cut
    assert has_markup or not cut, "what was cut stood at the start of a paragraph"


@given(PAGES, ENDINGS)
@example("\ufeffa\u2028b\r\nc\rd\x85e\x01\x1b[31mred", ".txt")
@example("---\ntitle: x\n---\n\n[a]: b\n\n***\n\n> \n\ntext", ".md")
def test_no_line_is_lost(text: str, ending: str) -> None:
    article = read(text, ending)
    if article:
        assert_lossless(article, has_markup=ending == ".md")
        assert not UNPRINTABLE.search("".join([*article.lines, *(p.text for p in article.paragraphs)]))


@given(PAGES)
def test_as_is_drops_nothing_and_tells_nothing_apart(text: str) -> None:
    article = read(text, as_is=True)
    if article:
        assert_lossless(article)
        assert {paragraph.kind for paragraph in article.paragraphs} == {Kind.BODY}
        assert (article.removals, article.masthead.lines, article.masthead.lead_in) == ((), (), "")
        groups = re.split(r"\n(?:\s*\n)+", "\n".join(line.strip() for line in article.lines).strip("\n"))
        assert [p.text for p in article.paragraphs] == [" ".join(group.split()) for group in groups]


@given(st.lists(st.tuples(STORY, FRAME), min_size=1, max_size=12))
def test_no_sentence_of_the_story_is_removed(pairs: list[tuple[str, str]]) -> None:
    article = read("\n\n".join(line for pair in pairs for line in pair))
    assert article is not None
    removed = {removal.text for removal in article.removals}
    assert not removed & {story for story, _ in pairs}


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
@example("“”.”.“ « . » ?! ...", "fr")
def test_sentences_joined_are_the_text(text: str, language: str) -> None:
    text = " ".join(text.split())
    cut = sentences(text, language)
    assert "".join(cut) == text
    assert all(cut)


@given(st.lists(STORY, min_size=1, max_size=6), st.sampled_from(LANGUAGES))
def test_sentences_begin_with_a_word_or_its_marks(paragraphs: list[str], language: str) -> None:
    for sentence in sentences(" ".join(paragraphs), language):
        assert any(character.isalnum() for character in sentence)
        assert not sentence[0].isspace()


@pytest.mark.parametrize(
    "text",
    [
        "\u202eevil\u202c \u2066text\u2069 \u200f",
        "?!…“”" * 2000,
        "a" * 300_000,
        "word " * 60_000,
        "- " * 50_000 + "x",
        "Photo: " * 20_000,
        "icon" * 50_000,
        "8 Jan, 2026 " + "-" * 50_000,
        "By " + "Jane Doe and " * 20_000,
        "MOSCOW " * 20_000 + "— x",
        "(" * 50_000,
        "> " * 2_000 + "x",
        "`" * 20_000,
        "\n".join(["Share"] * 5_000),
        "\n".join(["0:00"] * 5_000),
    ],
    ids=lambda text: f"{text[:8]!r} × {len(text)}",
)
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_odd_texts_are_read_in_time_and_whole(text: str, ending: str) -> None:
    begun = time.perf_counter()
    article = read(text + "\n\nThe council has rejected the plan for the bridges.", ending)
    assert article is not None
    assert_lossless(article, has_markup=ending == ".md")
    assert time.perf_counter() - begun < 20, "no pattern may take more than linear time"


def test_switched_off_rules_and_listed_lines() -> None:
    text = (
        "Also read\n\nThe council has rejected the plan for three bridges.\n\nOur   App [new?] 3.0\n\nOur axe is fine."
    )
    plain, changed = read(text), read(text, furniture=Furniture(off=("also-read",), remove=("our app [new?]*",)))
    assert plain is not None
    assert changed is not None
    assert [(r.line, r.rule) for r in plain.removals] == [(1, "also-read")]
    assert [(r.line, r.rule) for r in changed.removals] == [(5, "editor")]
    assert_lossless(changed)


def test_marks_of_direction_stay_and_controls_are_shown() -> None:
    article = read("A \u202ereversed\u202c word and a \x07 bell.\n\nA second \ufdd0 paragraph.")
    assert article is not None
    assert [p.text for p in article.paragraphs] == [
        "A \u202ereversed\u202c word and a \ufffd bell.",
        "A second \ufffd paragraph.",
    ]
