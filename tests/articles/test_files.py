"""From bytes to lines: encodings, newlines, and what is no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from sitegen.articles.files import read_bytes, read_lines
from sitegen.errors import SitegenError

PATH = Path("article.txt")
ENGLISH = "The council has rejected the plan.\nIt’s a “long” night."
TEXTS = {
    "cp1252": [
        "Die Verhandlungen über die Brücke führten gestern zu keiner Einigung, sagte Außenminister Müller „nüchtern“.",
        "Le président a déclaré hier que l’accord était « très proche » et qu’il fallait être prêt à l’été.",
        "El Ministerio señaló que la situación en España será difícil mañana, ¿verdad?",
    ],
    "cp1251": ["Министерство иностранных дел заявило в четверг, что мост будет закрыт на неделю."],
    "koi8-r": ["Министерство иностранных дел заявило в четверг, что мост будет закрыт на неделю."],
    "cp1250": ["Rzeczniczka ostrzegła w czwartek, że każde wejście na most będzie uznane za obcą interwencję."],
    "gb18030": ["市议会周四否决了在河上修建三座新桥的计划，市长感到非常失望，没有人感到意外。"],
    "shift_jis": ["市議会は木曜日、川に三つの新しい橋を架ける計画を否決し、市長は失望したと述べた。"],
}


@pytest.mark.parametrize(
    "text", [ENGLISH, "市议会否决了计划。\n没有人感到意外。", "Совет отклонил план.\nНикто не удивлён."]
)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"], ids=lambda name: name
)
def test_unicode_is_told_with_and_without_its_mark(text: str, encoding: str) -> None:
    assert read_lines(PATH, text.encode(encoding)) == tuple(text.split("\n"))


def test_utf_16_with_the_mark_of_big_ends() -> None:
    assert read_lines(PATH, codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be")) == tuple(ENGLISH.split("\n"))


@pytest.mark.parametrize(
    ("encoding", "text"), [(encoding, text) for encoding, texts in TEXTS.items() for text in texts]
)
def test_legacy_encodings(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    assert read_lines(PATH, data) == (text,)
    assert read_lines(PATH, data, encoding) == (text,)


def test_the_editor_overrules_the_guess() -> None:
    text = "Совет отклонил план"
    assert read_lines(PATH, text.encode("cp866"), "cp866") == (text,)
    assert read_lines(PATH, text.encode("utf-8-sig"), "utf-8") == (text,)


@pytest.mark.parametrize("encoding", ["ascii", "utf-16", "klingon", "base64", "a\0b"])
def test_an_encoding_that_is_not_the_files(encoding: str) -> None:
    with pytest.raises(SitegenError) as raised:
        read_lines(PATH, "Совет".encode() + b"\xff", encoding)
    assert raised.value.what == f'The file is not in the encoding "{encoding}".'
    assert raised.value.where == "article.txt"
    assert "`encoding`" in raised.value.todo


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb\r\nc\rd", ["a", "b", "c", "d"]),
        ("a\u2028b\u2029c\x85d\x0ce\x0bf", ["a", "b", "c", "d", "e", "f"]),
        ("a\n\nb\n", ["a", "", "b"]),
        ("a\n\n", ["a", ""]),
        ("a\n\r\nb", ["a", "", "b"]),
        ("\ufeffa", ["a"]),
        ("a\tb\x1b[0m\x7f\x9f\ufffe\U0010ffff", ["a\tb\ufffd[0m\ufffd\ufffd\ufffd\ufffd"]),
        ("\u202ea\u2066b\u200f", ["\u202ea\u2066b\u200f"]),
        ("e\u0301", ["e\u0301"]),
    ],
)
def test_newlines_and_characters(text: str, lines: list[str]) -> None:
    assert read_lines(PATH, text.encode()) == tuple(lines)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u2003\u2028".encode()])
def test_an_empty_file(data: bytes) -> None:
    with pytest.raises(SitegenError) as raised:
        read_lines(PATH, data)
    assert (raised.value.what, raised.value.where) == ("The file is empty.", "article.txt")
    assert "Put the article's text into it" in raised.value.todo


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nhello world",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04hello",
        b"{\\rtf1 hello}",
        b"hello\x00world",
        bytes(range(256)) * 4,
        bytes(range(256))[::-1] * 4,
        b"\xff\xfe\x00\xd8",
        b"\x00" * 100,
        b"\x80\x81\x8d\x8f\x90\x9d" * 20,
    ],
    ids=lambda data: repr(data[:8]),
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(SitegenError) as raised:
        read_lines(PATH, data)
    assert raised.value.what == "The file is not a text, or its encoding can't be told."
    assert raised.value.where == "article.txt"
    assert "encoding =" in raised.value.todo


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SitegenError) as raised:
        read_bytes(tmp_path / "none.txt")
    assert raised.value.what.startswith("The file can't be read: ")
    assert raised.value.where == str(tmp_path / "none.txt")
    assert raised.value.todo == "Check its name and rights."
