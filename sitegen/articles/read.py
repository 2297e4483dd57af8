"""From a file to an article."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.articles.blocks import Block, cut, cut_as_is
from sitegen.articles.files import read_bytes, read_lines
from sitegen.articles.furniture import EDITOR, remove
from sitegen.articles.kinds import mark_captions, mark_kinds
from sitegen.articles.marked import read_marked
from sitegen.articles.masthead import Parts, find_masthead, read_top
from sitegen.articles.sentences import sentences
from sitegen.config import UNPRINTABLE, Facts, Furniture
from sitegen.errors import SitegenError
from sitegen.model import Article, Kind, Masthead, Paragraph, Removal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

REPLACED = "The editor of this story states another headline."

Reading = tuple[Parts, tuple[Removal, ...], str]
"""The parts of a text, what was removed from it, and the language that it states."""


def read_article(
    path: Path, facts: Facts | None = None, furniture: Furniture | None = None, *, as_is: bool = False
) -> Article:
    """Read one article. What the editor states wins over what the text states.

    Every line of the file is on a paragraph, or removed, or a line of the masthead, or blank.

    Args:
        path: the file, plain text or Markdown (`.md`).
        facts: what the editor states of it.
        furniture: what the editor changes in the removal of furniture.
        as_is: take each block of text between blank lines for a paragraph; remove nothing and tell nothing apart.

    Raises:
        SitegenError: the file can't be read, is empty or not a text, or nothing but furniture.
    """
    facts, furniture = facts or Facts(), furniture or Furniture()
    data = read_bytes(path)
    lines = read_lines(path, data, facts.encoding)
    known = _stated(facts)
    removals: tuple[Removal, ...]
    if as_is:
        parts, removals, stated = Parts(Masthead(), None, None, cut_as_is(lines)), (), ""
    elif path.suffix.lower() == ".md":
        parts, removals, stated = read_marked(lines, known, furniture)
    else:
        parts, removals, stated = _read_plain(lines, known, furniture)
    language = facts.language or stated
    blocks = [*_titles(parts), *parts.body]
    if not any(block.kind.tells for block in blocks):
        raise _nothing_left(path)
    return Article(
        key=_shown(path.stem),
        file=_shown(path.name),
        sha256=hashlib.sha256(data).hexdigest(),
        slug="",
        name="",
        language=language,
        masthead=parts.masthead,
        paragraphs=tuple(Paragraph(b.kind, b.text, _sentences(b, language), b.lines) for b in blocks),
        lines=lines,
        removals=tuple(sorted((*removals, *_replaced(parts, lines)), key=lambda removal: removal.line)),
    )


def _read_plain(lines: Sequence[str], known: Masthead, furniture: Furniture) -> Reading:
    removals = remove(lines, furniture.off, furniture.remove)
    removed = {removal.line for removal in removals}
    top = read_top(["" if number in removed else line.strip() for number, line in enumerate(lines, 1)])
    known = replace(
        known, published=known.published or top.published, byline=known.byline or top.byline, lines=top.lines
    )
    blocks = cut(lines, removed | set(top.lines))
    parts = find_masthead(mark_captions(blocks, removals), known)
    return replace(parts, body=mark_kinds(parts.body)), removals, ""


def _stated(facts: Facts) -> Masthead:
    """Return what the editor states, each text on one line."""

    def one_line(text: str) -> str:
        return " ".join(text.split())

    return Masthead(
        headline=one_line(facts.headline),
        standfirst=one_line(facts.standfirst),
        byline=one_line(facts.author),
        dateline=one_line(facts.dateline),
        published=facts.published.isoformat() if facts.published else "",
        outlet=one_line(facts.outlet),
        url=facts.url,
        known_from=one_line(facts.known_from),
    )


def _titles(parts: Parts) -> Iterator[Block]:
    """Yield headline and standfirst; what only the editor or the front matter states stands on no line of the text."""
    for kind, text, block in (
        (Kind.HEADLINE, parts.masthead.headline, parts.headline),
        (Kind.STANDFIRST, parts.masthead.standfirst, parts.standfirst),
    ):
        if text:
            yield Block(text, block.lines if block and block.text == text else (), kind)


def _replaced(parts: Parts, lines: Sequence[str]) -> Iterator[Removal]:
    """Yield the lines of the text's own headline if the editor states another."""
    if parts.headline and parts.headline.text != parts.masthead.headline:
        yield from (Removal(number, lines[number - 1], EDITOR, REPLACED) for number in parts.headline.lines)


def _sentences(block: Block, language: str) -> tuple[str, ...]:
    """Cut a paragraph into sentences; a heading is one whatever its marks."""
    if block.kind in {Kind.HEADLINE, Kind.SUBHEADING, Kind.CREDIT}:
        return (block.text,)
    return sentences(block.text, language)


def _shown(name: str) -> str:
    """Return a file's name as a page can carry it: a disk may hold names that are no text."""
    return UNPRINTABLE.sub("\ufffd", name)


def _nothing_left(path: Path) -> SitegenError:
    return SitegenError(
        "The file has no text but page furniture and headings.",
        str(path),
        "Put the article's text into it; or switch off, in story.toml, the rule that takes it for furniture.",
    )
