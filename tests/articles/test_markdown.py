"""Markdown: introductions as HTML, articles as blocks."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from sitegen import markdown
from sitegen.articles import read_article
from sitegen.config import Facts, Furniture
from tests.articles.test_laws import assert_lossless

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.model import Article


def read(folder: Path, text: str, facts: Facts | None = None, furniture: Furniture | None = None) -> Article:
    path = folder / "a.md"
    path.write_text(dedent(text), encoding="utf-8")
    article = read_article(path, facts, furniture)
    assert_lossless(article, has_markup=True)
    return article


def listed(article: Article) -> list[str]:
    return [f"{p.kind} {','.join(map(str, p.lines))}: {p.text}" for p in article.paragraphs]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*Hello* [you](https://a.example)", '<p><em>Hello</em> <a href="https://a.example">you</a></p>\n'),
        (
            "[a](base.html) [b](mailto:a@b.example)",
            '<p><a href="base.html">a</a> <a href="mailto:a@b.example">b</a></p>\n',
        ),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](JaVaScRiPt&colon;alert(1))", "<p>[x](JaVaScRiPt:alert(1))</p>\n"),
        ("[x](data:text/html,a)", "<p>[x](data:text/html,a)</p>\n"),
        ("[x](ftp://a.example)", "<p>[x](ftp://a.example)</p>\n"),
        ("[x](//a.example)", "<p>[x](//a.example)</p>\n"),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>\n"),
    ],
)
def test_render(text: str, html: str) -> None:
    assert markdown.render(text) == html


def test_blocks_keep_their_kind(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        """\
        # Council *rejects* the plan

        The council has [rejected](https://a.example "t") the
        plan for `three` bridges.

        ## Too dear

        > “We will
        > build them.”

        - a bridge
        - a boat

          with oars
        1. a raft

        ```py
        code

        more
        ```

        | bridge | cost |
        |--------|-----:|
        | north  | 3    |

        Setext
        ------

        ***
        [ref]: https://a.example
        <b>raw</b> ![The bridge](b.png)
        """,
    )
    assert listed(article) == [
        "headline 1: Council rejects the plan",
        "body 3,4: The council has rejected the plan for three bridges.",
        "subheading 6: Too dear",
        "quote 8,9: “We will build them.”",
        "list item 11: a bridge",
        "list item 12: a boat",
        "list item 14: with oars",
        "list item 15: a raft",
        "body 17,18,20,21: code more",
        "body 23: bridge | cost",
        "body 25: north | 3",
        "subheading 27,28: Setext",
        "body 32: <b>raw</b> The bridge",
    ]
    assert [(r.line, r.rule) for r in article.removals] == [(24, "markup"), (30, "markup"), (31, "markup")]


def test_front_matter_is_masthead(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        """\
        ---
        title: "No bridges"
        author: Jane Doe
        date: 2026-01-08T10:00:00Z
        publisher: Daily Bridge
        url: https://a.example/1
        description: It would be too dear.
        language: en-GB
        layout: post
        tags:
          - title: not this
        ---

        The council has rejected the plan for three new bridges.
        """,
    )
    head = article.masthead
    assert (head.headline, head.byline, head.published) == ("No bridges", "Jane Doe", "2026-01-08")
    assert (head.outlet, head.url, article.language) == ("Daily Bridge", "https://a.example/1", "en-GB")
    assert head.lines == tuple(range(1, 13))
    assert listed(article) == [
        "headline : No bridges",
        "standfirst : It would be too dear.",
        "body 14: The council has rejected the plan for three new bridges.",
    ]


@pytest.mark.parametrize("line", ["url: javascript:alert(1)", "language: <b>", "date: soon"])
def test_front_matter_that_can_not_be_used_is_left(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, f"---\n{line}\n---\nThe council has rejected the plan.\n")
    assert (article.masthead.url, article.language, article.masthead.published) == ("", "", "")
    assert article.masthead.lines == (1, 2, 3)


def test_the_editor_wins_over_the_front_matter_and_the_heading(tmp_path: Path) -> None:
    text = "---\ntitle: A\n---\n# B\n\nThe council has rejected the plan.\n"
    assert read(tmp_path, text).masthead.headline == "B"
    article = read(tmp_path, text, Facts(headline="C"))
    assert article.masthead.headline == "C"
    assert [(r.line, r.text) for r in article.removals] == [(4, "# B")]


def test_furniture_and_masthead_lines(tmp_path: Path) -> None:
    text = "# B\n\n8 January 2026\n\nMOSCOW — The council has rejected\nthe plan.\n\n*Also read*\n\n- Our app\n"
    article = read(tmp_path, text, furniture=Furniture(remove=("our app",)))
    assert listed(article) == ["headline 1: B", "body 5,6: The council has rejected the plan."]
    assert (article.masthead.published, article.masthead.dateline) == ("2026-01-08", "Moscow")
    assert [(r.line, r.rule, r.text) for r in article.removals] == [
        (8, "also-read", "*Also read*"),
        (10, "editor", "- Our app"),
    ]


def test_what_is_nested_too_deep_for_the_parser_is_not_lost(tmp_path: Path) -> None:
    article = read(tmp_path, "- " * 60 + "deep\n\nThe council has rejected the plan.\n")
    assert [p.text for p in article.paragraphs] == ["- " * 60 + "deep", "The council has rejected the plan."]
