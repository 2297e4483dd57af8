"""Markdown: a story's introduction as HTML, an article as blocks of plain text. CommonMark, tables, no HTML."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from sitegen.model import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from markdown_it.token import Token

SCHEMES = {"", "http", "https", "mailto"}
"""What a link in an introduction may lead to; "" is a page of the same site."""


LINK_ADDRESS = re.compile(r"[>\s]*\[[^\]]+\]:")
"""How a line begins that only says where a link leads."""


class Piece(NamedTuple):
    """A block of a Markdown text."""

    kind: Kind
    """What it is; a heading of the first level is a headline."""
    text: str
    """Its text without markup, white space folded."""
    lines: tuple[int, ...]
    """The numbers of its lines, from 1."""


class Document(NamedTuple):
    """A Markdown text in its parts. Lines that hold nothing but markup (a rule, a link's address) belong to none."""

    front_matter: dict[str, str]
    """Keys (lower case) and values of the block between `---` at the top."""
    front_lines: tuple[int, ...]
    """The numbers of the lines of that block."""
    pieces: tuple[Piece, ...]
    """The blocks in order."""


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").use(front_matter_plugin)
    parser.validateLink = _may_link  # type: ignore[method-assign] # how markdown-it-py is told
    return parser


def _may_link(url: str) -> bool:
    try:
        return urlsplit(url).scheme in SCHEMES and not url.startswith(("//", "\\"))
    except ValueError:
        return False


def render(text: str) -> str:
    """Return the HTML of a Markdown text. Raw HTML and links that lead elsewhere than to the web are shown as text."""
    return str(_parser().render(text))


def read(text: str) -> Document:
    """Cut a Markdown text into blocks of plain text."""
    tokens = _parser().parse(text)
    front = next((token for token in tokens if token.type == "front_matter"), None)
    lines = text.split("\n")
    numbers = _filled(_lines(front), lines) if front else ()
    pieces = tuple(_pieces(tokens, lines))
    passed = {*numbers, *(number for piece in pieces for number in piece.lines)}
    whole = sorted((*pieces, *_passed_over(lines, passed)), key=lambda piece: piece.lines)
    return Document(_pairs(front.content if front else ""), numbers, tuple(whole))


def _pieces(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Piece]:
    opened: list[Token] = []
    cells: list[str] = []
    for token in tokens:
        if token.nesting > 0:
            opened.append(token)
        elif token.nesting < 0:
            block = opened.pop()
            if block.type == "tr_open" and cells:
                yield Piece(Kind.BODY, " | ".join(cells), _filled(_lines(block), lines))
                cells = []
        elif token.type in {"fence", "code_block"}:
            text = " ".join(token.content.split())
            if text:
                yield Piece(Kind.BODY, text, _filled(_lines(token), lines))
        elif token.type == "inline" and (text := " ".join(_plain(token).split())):
            if opened[-1].type in {"td_open", "th_open"}:
                cells.append(text)
            else:
                yield Piece(_kind(opened), text, _filled(_lines(opened[-1]), lines))


def _passed_over(lines: Sequence[str], passed: Collection[int]) -> Iterator[Piece]:
    """Yield lines with words that stand in no block: the parser gives up where blocks are nested too deep."""
    for number, line in enumerate(lines, 1):
        if number not in passed and any(map(str.isalnum, line)) and not LINK_ADDRESS.match(line):
            yield Piece(Kind.BODY, " ".join(line.split()), (number,))


def _kind(opened: Sequence[Token]) -> Kind:
    """Return the kind of a text by the blocks that it stands in."""
    if opened[-1].type == "heading_open":
        return Kind.HEADLINE if opened[-1].tag == "h1" else Kind.SUBHEADING
    inside = {token.type for token in opened}
    if "list_item_open" in inside:
        return Kind.LIST_ITEM
    return Kind.QUOTE if "blockquote_open" in inside else Kind.BODY


def _plain(token: Token) -> str:
    """Return the words of an inline token; those of a picture are the ones that stand in for it."""
    breaks = {"softbreak", "hardbreak"}
    return "".join(" " if child.type in breaks else child.content for child in token.children or [])


def _lines(token: Token) -> tuple[int, ...]:
    start, end = token.map or (0, 0)
    return tuple(range(start + 1, end + 1))


def _filled(numbers: Sequence[int], lines: Sequence[str]) -> tuple[int, ...]:
    return tuple(number for number in numbers if number <= len(lines) and lines[number - 1].strip())


def _pairs(text: str) -> dict[str, str]:
    """Read `key: value` lines; what is nested or a list is left alone."""
    pairs: dict[str, str] = {}
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if colon and key and not key[0].isspace():
            pairs.setdefault(key.strip().lower(), _unquoted(value.strip()))
    return pairs


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
