"""From the bytes of a file to its lines."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

from sitegen.config import UNPRINTABLE
from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from pathlib import Path

BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY = (
    b"%PDF-", b"\x89PNG", b"PK\x03\x04", b"PK\x05\x06", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"BZh", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"Rar!", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"RIFF", b"OggS", b"ID3", b"SQLite format", b"\x7fELF",
)  # fmt: skip
"""First bytes of files that people take for texts: documents, archives, pictures, sound."""

NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""All that Unicode takes for the end of a line: U+0085 and U+2028 too, which stand in a text for nothing else."""

WESTERN = "cp1252"


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        SitegenError: it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise SitegenError(f"The file can't be read: {why}.", str(path), "Check its name and rights.") from error


def read_lines(path: Path, data: bytes, encoding: str = "") -> tuple[str, ...]:
    """Return the lines of a text file without their newlines.

    What HTML can't carry (control characters, noncharacters) becomes U+FFFD: seen, and not dropped in silence. Marks of
    writing direction stay; a page has to isolate the text. A newline at the file's end begins no further line.

    Args:
        path: the file, for what is said of it.
        data: its bytes.
        encoding: its encoding, if the editor states it.

    Raises:
        SitegenError: the file is empty, binary, or not in the given encoding.
    """
    text = _decode(path, data, encoding).removeprefix("\ufeff")
    if not text.strip():
        raise SitegenError("The file is empty.", str(path), "Put the article's text into it, or remove it.")
    lines = [UNPRINTABLE.sub("\ufffd", line) for line in NEWLINE.split(text)]
    return tuple(lines[:-1] if not lines[-1] else lines)


def _decode(path: Path, data: bytes, encoding: str) -> str:
    if encoding:
        return _decode_as_told(path, data, encoding)
    if data.startswith(BINARY):
        raise _not_text(path)
    for bom, name in BOMS:
        if data.startswith(bom):
            return _required(path, _strictly(data, name))
    if b"\x00" in data:
        return _required(path, _utf16_without_mark(data))
    text = _strictly(data, "utf-8")
    return _required(path, _guess(data)) if text is None else text


def _decode_as_told(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (LookupError, ValueError) as error:
        raise SitegenError(
            f'The file is not in the encoding "{encoding}".',
            str(path),
            "Correct `encoding` for it in story.toml, or leave it out there.",
        ) from error


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_mark(data: bytes) -> str | None:
    """Read UTF-16 in the byte order that gives a text; the other gives unassigned characters, or fewer plain ones."""
    texts = [text for order in ("utf-16-le", "utf-16-be") if (text := _strictly(data, order)) and _is_text(text)]
    return max(texts, key=lambda text: sum(character.isascii() for character in text), default=None)


def _is_text(text: str) -> bool:
    """Tell whether all characters are assigned to something that a text may hold."""
    return not any(
        unicodedata.category(character) in {"Cn", "Co", "Cs", "Cc"}
        for character in set(text) - set("\t\n\r\x0b\x0c\x85")
    )


def _guess(data: bytes) -> str | None:
    """Read a legacy encoding. The Western one is meant where it is possible: its neighbours differ in few letters."""
    from charset_normalizer import from_bytes

    found = from_bytes(data)
    best = found.best()
    if best is None:
        return None
    western = any(WESTERN in {match.encoding, *match.could_be_from_charset} for match in found)
    text = (_strictly(data, WESTERN) if western else None) or str(best)
    controls = UNPRINTABLE.findall(text)
    return None if len(controls) > len(text) // 100 else text


def _required(path: Path, text: str | None) -> str:
    if text is None:
        raise _not_text(path)
    return text


def _not_text(path: Path) -> SitegenError:
    return SitegenError(
        "The file is not a text, or its encoding can't be told.",
        str(path),
        'Save the article as plain text in UTF-8, or state its encoding in story.toml (encoding = "windows-1251").',
    )
