"""Paths that a page may have, and those that some computer would refuse or mix up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import SitegenError
from sitegen.write.paths import Names, check, folders

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)


@pytest.mark.parametrize("path", ["a", "a/b.html", ".nojekyll", "é/日本.html", "console.html", "com.html", "a--b.html"])
def test_safe_paths_are_taken(path: str) -> None:
    Names(()).take(path)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/etc/passwd", "..", "../a", "a/../b", "a/./b", "a//b", "a/", "./a", "a\\b", "C:/a", "a:b"),
        *("con", "CON.html", "a/nul", "aux.tar.gz", "com1.html", "LPT9", "con .html", "a.", "a ", "a /b", "a\x00b"),
        *("a\nb", "a?b", "a*b", 'a"b', "a<b", "a|b", "\ud800", "a" * 256, "é" * 128),
    ],
)
def test_unsafe_paths_are_refused(path: str) -> None:
    with pytest.raises(SitegenError, match="cannot have this path"):
        check(path)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        *(("a", "a"), ("a", "A"), ("A/b", "a/c"), ("a", "a/b"), ("a/b", "a"), ("a", "A/b"), ("A/b", "a")),
        *(("é", "e\u0301"), ("É", "é"), ("straße", "STRASSE"), ("a/b/c", "a/B/d")),
    ],
)
def test_paths_that_some_computer_takes_for_one_are_refused(one: str, two: str) -> None:
    names = Names(())
    names.take(one)
    with pytest.raises(SitegenError, match="one and the same") as caught:
        names.take(two)
    assert two in caught.value.where


def test_folders_are_shared() -> None:
    names = Names(())
    for path in ("a/b", "a/c", "a/d/e", "ab"):
        names.take(path)
    assert list(folders("a/d/e")) == ["a", "a/d"]


@given(st.lists(NAMES, min_size=1, max_size=4).map("/".join))
def test_what_is_safe_stays_below_its_folder(path: str) -> None:
    try:
        check(path)
    except SitegenError:
        return
    assert not path.startswith("/")
    assert not {"", ".", ".."} & set(path.split("/"))
    names = Names(())
    names.take(path)
    with pytest.raises(SitegenError, match="one and the same"):
        names.take(path)
