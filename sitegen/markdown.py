"""Markdown (CommonMark with tables, raw HTML off): an introduction as HTML, an article as blocks of plain text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from sitegen.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token


class Piece(NamedTuple):
    """A block of a Markdown text."""

    kind: Kind
    """What it is; a heading of the first level is a headline."""
    text: str
    """Its text without markup, white space folded."""
    lines: tuple[int, ...]
    """The numbers of its lines, from 1."""


class Document(NamedTuple):
    """A Markdown text in its parts."""

    front_matter: dict[str, str]
    """Keys (lower case) and values of the block between `---` at the top."""
    front_lines: tuple[int, ...]
    """The numbers of the lines of that block."""
    pieces: tuple[Piece, ...]
    """The blocks in order."""


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").use(front_matter_plugin)


def render(text: str) -> str:
    """Return the HTML of a Markdown text. Raw HTML is shown as text; links that could run a script are left as text."""
    html: str = _parser().render(text)
    return html


def read(text: str) -> Document:
    """Cut a Markdown text into blocks of plain text."""
    tokens = _parser().parse(text)
    front = next((token for token in tokens if token.type == "front_matter"), None)
    lines = _lines(front) if front else ()
    return Document(_pairs(front.content if front else ""), lines, tuple(_pieces(tokens, text.split("\n"))))


def _pieces(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Piece]:
    inside: list[str] = []
    heading = ""
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.nesting:
            inside = [*inside, token.type] if token.nesting > 0 else inside[:-1]
        if token.type == "inline":
            text = " ".join(_plain(token).split())
            if text:
                yield Piece(_kind(heading, inside), text, _filled(_lines(token), lines))
        elif token.type in {"fence", "code_block"}:
            yield Piece(Kind.BODY, " ".join(token.content.split()), _filled(_lines(token), lines))


def _kind(heading: str, inside: Sequence[str]) -> Kind:
    if heading:
        return Kind.HEADLINE if heading == "h1" else Kind.SUBHEADING
    if any(opened.startswith("list_item") for opened in inside):
        return Kind.LIST_ITEM
    return Kind.QUOTE if any(opened.startswith("blockquote") for opened in inside) else Kind.BODY


def _plain(token: Token) -> str:
    """Return the words of an inline token."""
    parts = []
    for child in token.children or []:
        if child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        else:
            parts.append(child.content)
    return "".join(parts)


def _lines(token: Token) -> tuple[int, ...]:
    start, end = token.map or (0, 0)
    return tuple(range(start + 1, end + 1))


def _filled(numbers: Sequence[int], lines: Sequence[str]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number <= len(lines) and lines[number - 1].strip())


def _pairs(text: str) -> dict[str, str]:
    """Read `key: value` lines; what is nested or a list is left alone."""
    pairs = {}
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if colon and key.strip() == key and key:
            pairs[key.lower()] = value.strip().strip("\"'")
    return pairs
