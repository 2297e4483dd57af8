"""A Markdown article: its markup says what each block is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen import markdown
from sitegen.articles.blocks import Block
from sitegen.articles.dates import find_date
from sitegen.articles.furniture import remove
from sitegen.articles.masthead import Parts, find_masthead, read_top
from sitegen.config import LANGUAGE
from sitegen.model import Kind, Removal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.config import Furniture
    from sitegen.markdown import Piece
    from sitegen.model import Masthead

FRONT_MATTER = {
    "headline": ("headline", "title"),
    "standfirst": ("standfirst", "description"),
    "byline": ("author", "byline"),
    "outlet": ("outlet", "source", "publisher"),
    "url": ("url",),
}
"""Keys of the front matter that say what stands in the masthead."""

MARKUP = "markup"
MARKUP_REASON = "Nothing but Markdown’s own marks: a rule, a link’s address, an empty item."


def read_marked(lines: Sequence[str], known: Masthead, furniture: Furniture) -> tuple[Parts, tuple[Removal, ...], str]:
    """Return the parts of a Markdown article, what was removed from it, and the language that it states.

    Args:
        lines: all lines of the file.
        known: what the editor states.
        furniture: what the editor changes in the removal of furniture.
    """
    document = markdown.read("\n".join(lines))
    front = document.front_matter
    removals = _furniture(lines, document.pieces, furniture)
    removed = {removal.line for removal in removals}
    pieces = [piece for piece in document.pieces if not removed & set(piece.lines)]
    top = read_top([piece.text for piece in pieces])
    tops = {number - 1 for number in top.lines}
    blocks = [Block(piece.text, piece.lines, piece.kind) for place, piece in enumerate(pieces) if place not in tops]
    headline, blocks = _headline(blocks)
    masthead = _known(known, front, headline)
    masthead = replace(
        masthead,
        published=masthead.published or top.published,
        byline=masthead.byline or top.byline,
        lines=(*document.front_lines, *(number for place in sorted(tops) for number in pieces[place].lines)),
    )
    parts = find_masthead(blocks, masthead, headline, has_markup=True)
    kept = {number for piece in pieces for number in piece.lines} | set(document.front_lines)
    markup = (
        Removal(number, line, MARKUP, MARKUP_REASON)
        for number, line in enumerate(lines, 1)
        if line.strip() and number not in kept | removed
    )
    language = front.get("language", "") or front.get("lang", "")
    return parts, (*removals, *markup), language if LANGUAGE.fullmatch(language) else ""


def _furniture(lines: Sequence[str], pieces: Sequence[Piece], furniture: Furniture) -> tuple[Removal, ...]:
    """Try the rules on the blocks' texts, each on its first line; with a block all of its lines go."""
    texts = [""] * len(lines)
    for piece in pieces:
        texts[piece.lines[0] - 1] = piece.text
    found = {removal.line: removal for removal in remove(texts, furniture.off, furniture.remove)}
    return tuple(
        replace(found[piece.lines[0]], line=number, text=lines[number - 1])
        for piece in pieces
        if piece.lines[0] in found
        for number in piece.lines
    )


def _headline(blocks: list[Block]) -> tuple[Block | None, list[Block]]:
    """Return the first heading of the first level, and the blocks with the others as subheadings."""
    headline = next((block for block in blocks if block.kind is Kind.HEADLINE), None)
    return headline, [
        replace(block, kind=Kind.SUBHEADING) if block.kind is Kind.HEADLINE and block is not headline else block
        for block in blocks
    ]


def _known(known: Masthead, front: dict[str, str], headline: Block | None) -> Masthead:
    """Add to what the editor states what the front matter says; a headline in the text goes before one above it."""
    said = dict(_said(front))
    if headline:
        said["headline"] = headline.text
    for name, value in said.items():
        if not getattr(known, name):
            known = replace(known, **{name: value})  # type: ignore[arg-type] # all of them are texts
    return known


def _said(front: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, keys in FRONT_MATTER.items():
        value = " ".join(next((front[key] for key in keys if front.get(key)), "").split())
        if value and (name != "url" or value.startswith(("http://", "https://"))):
            yield name, value
    published = find_date(front.get("date", "") or front.get("published", ""))
    if published:
        yield "published", published
