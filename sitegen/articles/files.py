"""From the bytes of a file to its lines."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from pathlib import Path

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def read_lines(path: Path, data: bytes, encoding: str) -> tuple[str, ...]:
    """Return the lines of a text file without their newlines.

    Control characters, which HTML can't carry, become U+FFFD so that nothing is dropped in silence.

    Raises:
        SitegenError: the file is empty, binary, or not in the given encoding.
    """
    text = _decode(path, data, encoding)
    if not text.strip():
        raise SitegenError("The file is empty.", str(path), "Put the article's text into it, or remove it.")
    return tuple(CONTROL.sub("\ufffd", line) for line in NEWLINE.split(text))


def _decode(path: Path, data: bytes, encoding: str) -> str:
    if encoding:
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError) as error:
            raise SitegenError(
                f'The file is not in the encoding "{encoding}".',
                str(path),
                f"Correct or remove `encoding` for it in story.toml ({error}).",
            ) from error
    for bom, name in BOMS:
        if data.startswith(bom):
            return _strict(path, data, name)
    if b"\x00" in data:
        return _strict(path, data, _utf16_without_bom(path, data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(path, data)


def _strict(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(path) from error


def _utf16_without_bom(path: Path, data: bytes) -> str:
    """Tell UTF-16 by its zeros: in European text nearly every second byte, on one side only."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and odd > len(data) // 5 and even * 10 < odd:
        return "utf-16-le"
    if len(data) % 2 == 0 and even > len(data) // 5 and odd * 10 < even:
        return "utf-16-be"
    raise _not_text(path)


def _guess(path: Path, data: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(data).best()
    if found is None or len(CONTROL.findall(str(found))) * 50 > len(data):
        raise _not_text(path)
    return str(found)


def _not_text(path: Path) -> SitegenError:
    return SitegenError(
        "The file is not a text.",
        str(path),
        "Save the article as plain text (UTF-8), or say its `encoding` in story.toml, or remove the file.",
    )


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        SitegenError: it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SitegenError(
            f"The file can't be read: {(error.strerror or str(error)).lower()}.",
            str(path),
            "Check its name and rights.",
        ) from error
