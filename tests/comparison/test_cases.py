"""The examples in `tests/cases/`: how texts are cut into words and what word diffs look like."""

from __future__ import annotations

import pytest

from sitegen.comparison.edits import edit
from sitegen.comparison.tokens import tokenize
from tests.casefile import Case, read_cases

SIGNS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


@pytest.mark.parametrize("case", read_cases("words"), ids=lambda case: case.title)
def test_words(case: Case) -> None:
    assert "|".join(token.word for token in tokenize(case.given)) == case.expected


@pytest.mark.parametrize("case", read_cases("edits"), ids=lambda case: case.title)
def test_edits(case: Case) -> None:
    base, other = case.given.split("\n→\n")
    state, edits = edit([base], [other])
    assert f"{state}: " + "".join(SIGNS[e.op].format(e.text) for e in edits) == case.expected
