"""The examples in `tests/cases/`: furniture, mastheads, paragraphs and sentences."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from sitegen.articles import read_article
from sitegen.articles.furniture import remove
from sitegen.articles.rules import RULES
from sitegen.articles.sentences import sentences
from tests.casefile import Case, read_cases

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.model import Article


def read(text: str, folder: Path, name: str = "article.txt") -> Article:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return read_article(path)


@pytest.mark.parametrize("case", read_cases("furniture"), ids=lambda case: case.title)
def test_furniture(case: Case) -> None:
    removals = remove(case.given.split("\n"))
    assert "\n".join(f"{r.line} {r.rule}: {r.text}" for r in removals) == case.expected


def test_every_rule_has_an_example() -> None:
    expected = "\n".join(case.expected for case in read_cases("furniture"))
    assert {rule.name for rule in RULES} == set(re.findall(r"^\d+ ([\w-]+):", expected, re.MULTILINE))


@pytest.mark.parametrize("case", read_cases("masthead"), ids=lambda case: case.title)
def test_masthead(case: Case, tmp_path: Path) -> None:
    said = asdict(read(case.given, tmp_path).masthead)
    said["lines"] = " ".join(map(str, said["lines"]))
    order = ("headline", "standfirst", "byline", "dateline", "agency", "published", "lead_in", "lines")
    assert "\n".join(f"{name}: {said[name]}" for name in order if said[name]) == case.expected


@pytest.mark.parametrize("case", read_cases("paragraphs"), ids=lambda case: case.title)
def test_paragraphs(case: Case, tmp_path: Path) -> None:
    paragraphs = read(case.given, tmp_path).paragraphs
    assert "\n".join(f"{p.kind} {span(p.lines)}: {p.text}" for p in paragraphs) == case.expected


def span(lines: tuple[int, ...]) -> str:
    assert [n - place for place, n in enumerate(lines)] == [lines[0]] * len(lines)
    return str(lines[0]) if len(lines) == 1 else f"{lines[0]}-{lines[-1]}"


@pytest.mark.parametrize("case", read_cases("sentences"), ids=lambda case: case.title)
def test_sentences(case: Case) -> None:
    language = re.search(r"\[(.*)\]$", case.title)
    cut = sentences(case.given, language[1] if language else "en")
    assert "|".join(cut) == case.expected
    assert "".join(cut) == case.given


def test_no_two_examples_have_one_title() -> None:
    for name in ("furniture", "masthead", "paragraphs", "sentences"):
        titles = sorted(case.title for case in read_cases(name))
        assert [title for title, same in groupby(titles) if len(list(same)) > 1] == []
