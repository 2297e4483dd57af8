"""From a file to an article."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen import markdown
from sitegen.articles.blocks import Block, cut, cut_as_is
from sitegen.articles.dates import date_line
from sitegen.articles.files import read_bytes, read_lines
from sitegen.articles.furniture import remove
from sitegen.articles.kinds import captions, subheadings_and_credits
from sitegen.articles.masthead import Parts, find_masthead
from sitegen.articles.sentences import sentences
from sitegen.config import Facts, Furniture
from sitegen.errors import SitegenError
from sitegen.model import Article, Kind, Masthead, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sitegen.model import Removal

FRONT_MATTER = {
    "headline": ("headline", "title"),
    "standfirst": ("standfirst", "description", "summary", "subtitle"),
    "byline": ("author", "byline"),
    "outlet": ("outlet", "source", "publisher"),
    "url": ("url", "link"),
}
"""Keys of a Markdown file's front matter that say what stands in the masthead."""


class _Said(NamedTuple):
    """What is known of an article beside its text."""

    masthead: Masthead = Masthead()
    removals: tuple[Removal, ...] = ()
    language: str = ""


def read_article(path: Path, facts: Facts | None = None, furniture: Furniture | None = None) -> Article:
    """Read one article. What the editor states wins over what the text states.

    Raises:
        SitegenError: the file can't be read, is empty or not a text, or nothing but furniture.
    """
    facts, furniture = facts or Facts(), furniture or Furniture()
    data = read_bytes(path)
    lines = read_lines(path, data, facts.encoding)
    is_markdown = path.suffix.lower() == ".md"
    parts, removals, language = _markdown(lines) if is_markdown else (*_plain(lines, furniture), "")
    masthead = _stated(parts.masthead, facts)
    language = facts.language or language
    paragraphs = _paragraphs(_titled(parts, masthead), language)
    if not any(paragraph.kind.tells for paragraph in paragraphs):
        raise SitegenError(
            "The file has no text but page furniture and headings.",
            str(path),
            "Look at what the rules would remove, and switch rules off under [furniture] in story.toml.",
        )
    return _article(path, data, lines, paragraphs, _Said(masthead, removals, language))


def read_as_is(path: Path) -> Article:
    """Read a file of which each block of text between blank lines is one paragraph; nothing else is told apart."""
    data = read_bytes(path)
    lines = read_lines(path, data, "")
    return _article(path, data, lines, _paragraphs(cut_as_is(lines), ""), _Said())


def _plain(lines: Sequence[str], furniture: Furniture) -> tuple[Parts, tuple[Removal, ...]]:
    removals = remove(lines, furniture.off, furniture.remove)
    parts = find_masthead(captions(cut(lines, removals), removals))
    return replace(parts, body=subheadings_and_credits(parts.body)), removals


def _markdown(lines: Sequence[str]) -> tuple[Parts, tuple[Removal, ...], str]:
    document = markdown.read("\n".join(lines))
    front = document.front_matter
    said = {name: next((front[key] for key in keys if front.get(key)), "") for name, keys in FRONT_MATTER.items()}
    if not said["url"].startswith(("http://", "https://")):
        said["url"] = ""
    published = date_line(front.get("date", "") or front.get("published", ""))
    blocks = [Block(piece.text, piece.lines, piece.kind) for piece in document.pieces]
    first = next((n for n, block in enumerate(blocks) if block.kind is Kind.HEADLINE), None)
    headline = blocks.pop(first) if first is not None else None
    body = tuple(replace(block, kind=Kind.SUBHEADING) if block.kind is Kind.HEADLINE else block for block in blocks)
    if headline:
        said["headline"] = headline.text
    masthead = _with(Masthead(published=published, lines=document.front_lines), said)
    return Parts(masthead, headline, None, body), (), front.get("language", "") or front.get("lang", "")


def _stated(masthead: Masthead, facts: Facts) -> Masthead:
    """Let the editor's facts win."""
    said = {
        "headline": facts.headline,
        "standfirst": facts.standfirst,
        "byline": facts.author,
        "dateline": facts.dateline,
        "published": facts.published.isoformat() if facts.published else "",
        "outlet": facts.outlet,
        "url": facts.url,
        "known_from": facts.known_from,
    }
    return _with(masthead, said)


def _with(masthead: Masthead, said: dict[str, str]) -> Masthead:
    """Put what is said into a masthead; what is "" stays as it is."""
    known: dict[str, Any] = {name: value for name, value in said.items() if value}
    return replace(masthead, **known)


def _titled(parts: Parts, masthead: Masthead) -> list[Block]:
    """Return all blocks, headline and standfirst first; what the editor stated stands on no line of the file."""
    top = []
    for kind, text, block in (
        (Kind.HEADLINE, masthead.headline, parts.headline),
        (Kind.STANDFIRST, masthead.standfirst, parts.standfirst),
    ):
        if text:
            top.append(Block(" ".join(text.split()), block.lines if block else (), kind))
    return [*top, *parts.body]


def _paragraphs(blocks: Sequence[Block], language: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(b.kind, b.text, _sentences(b, language), b.lines) for b in blocks)


def _sentences(block: Block, language: str) -> tuple[str, ...]:
    if block.kind in {Kind.HEADLINE, Kind.SUBHEADING, Kind.CREDIT}:
        return (block.text,)
    return sentences(block.text, language)


def _article(
    path: Path, data: bytes, lines: tuple[str, ...], paragraphs: tuple[Paragraph, ...], said: _Said
) -> Article:
    return Article(
        key=path.stem,
        file=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        slug="",
        name="",
        language=said.language,
        masthead=said.masthead,
        paragraphs=paragraphs,
        lines=lines,
        removals=said.removals,
    )
