"""The toml files: what they may say, and how it is told what they may not."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sitegen.config import StorySettings, find_project, read_story_settings
from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from pathlib import Path

STEMS = ["000_a13008ef", "001_757ef8a5", "two.parts"]


def story(folder: Path, text: str) -> StorySettings:
    (folder / "story.toml").write_text(text, encoding="utf-8")
    return read_story_settings(folder, STEMS)


def story_error(folder: Path, text: str) -> SitegenError:
    with pytest.raises(SitegenError) as raised:
        story(folder, text)
    return raised.value


def test_a_project_is_found_upwards(tmp_path: Path) -> None:
    (tmp_path / "sitegen.toml").write_text('title = "T"\nurl = "https://a.example/x/"\nlanguage = "de-AT"\n', "utf-8")
    (tmp_path / "seeds" / "deep").mkdir(parents=True)
    project = find_project(tmp_path / "seeds" / "deep")
    assert (project.root, project.title, project.url, project.language) == (
        tmp_path.resolve(),
        "T",
        "https://a.example/x/",
        "de-AT",
    )
    folders = (project.seeds, project.templates, project.static, project.site)
    assert [folder.relative_to(project.root).as_posix() for folder in folders] == [
        "seeds",
        "templates",
        "static",
        "site",
    ]


def test_an_empty_file_is_enough(tmp_path: Path) -> None:
    (tmp_path / "sitegen.toml").write_bytes(b"\xef\xbb\xbf")
    project = find_project(tmp_path)
    assert (project.title, project.url, project.language) == ("", "", "en")


def test_no_project(tmp_path: Path) -> None:
    with pytest.raises(SitegenError) as raised:
        find_project(tmp_path / "seeds")
    assert raised.value.what == "There is no sitegen.toml here."
    assert str(tmp_path) in raised.value.where
    assert "Create sitegen.toml" in raised.value.todo


@pytest.mark.parametrize(
    ("text", "what", "line", "todo"),
    [
        ('\ntitel = "T"', 'There is no key "titel" here.', 2, 'Did you mean "title"?'),
        ('xyz = "T"', 'There is no key "xyz" here.', 1, "The keys here are: title, url, language."),
        ('title = "T"\nurl = "javascript:alert(1)"', '"javascript:alert(1)" is not a web address.', 2, "Begin it with"),
        ('url = "https://[x"', '"https://[x" is not a web address.', 1, "Begin it with"),
        ('url = "/x"', '"/x" is not a web address.', 1, "Begin it with"),
        ("title = 3", '"title" is not a text in quotation marks.', 1, "Make it a text in quotation marks."),
        ('language = "klingon!"', '"klingon!" is not a language.', 1, 'Use a tag such as "en"'),
        ('title = "a\\u0007b"', '"title" has a control character.', 1, "Write it without."),
        ('title = "T"\n\ntitle = ', "sitegen.toml is not valid TOML: Invalid value.", 3, "Mend that line."),
        ('title = "T"\n[[', "sitegen.toml is not valid TOML", 2, "Mend that line."),
    ],
)
def test_errors_of_a_project(tmp_path: Path, text: str, what: str, line: int, todo: str) -> None:
    (tmp_path / "sitegen.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SitegenError) as raised:
        find_project(tmp_path)
    assert raised.value.what.startswith(what)
    assert raised.value.where.startswith(f"{tmp_path.resolve() / 'sitegen.toml'}, ")
    assert f"line {line}" in raised.value.where or raised.value.where.endswith("at its end")
    assert raised.value.todo.startswith(todo)


def test_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    assert read_story_settings(tmp_path, STEMS) == StorySettings()


def test_everything_a_story_may_say(tmp_path: Path) -> None:
    settings = story(
        tmp_path,
        """
        title = "Bridges"
        base = "000_a13008ef"
        compare = [["000_a13008ef", "001_757ef8a5"]]
        [furniture]
        off = ["player"]
        remove = ["Our app*"]
        [articles.000_a13008ef]
        outlet = "Daily Bridge"
        headline = "H"
        standfirst = "S"
        url = "http://a.example/1"
        published = 2026-01-08
        author = "Jane Doe"
        dateline = "Moscow"
        language = "en"
        slug = "bridge-1"
        encoding = "windows-1251"
        known_from = "the logo"
        [articles."two.parts"]
        published = "2026-01-09"
        """,
    )
    assert (settings.title, settings.base, settings.compare) == (
        "Bridges",
        "000_a13008ef",
        (("000_a13008ef", "001_757ef8a5"),),
    )
    assert (settings.furniture.off, settings.furniture.remove) == (("player",), ("Our app*",))
    assert settings.articles["000_a13008ef"].published == date(2026, 1, 8)
    assert settings.articles["000_a13008ef"].encoding == "windows-1251"
    assert settings.articles["two.parts"].published == date(2026, 1, 9)


@pytest.mark.parametrize(
    ("text", "what", "line", "todo"),
    [
        ('title = "T"\nbases = "x"', 'There is no key "bases" here.', 2, 'Did you mean "base"?'),
        (
            '# outlt\n[articles.000_a13008ef]\noutlet = "a"\n[articles.001_757ef8a5]\noutlt = "b"',
            'There is no key "outlt" here.',
            5,
            'Did you mean "outlet"?',
        ),
        ('[furniture]\n\nof = ["x"]', 'There is no key "of" here.', 3, 'Did you mean "off"?'),
        (
            'title = "000_a13008"\n[articles.000_a13008]\noutlet = "a"',
            'There is no article "000_a13008" in this story.',
            2,
            'Use a file\'s name without its ending. The nearest is "000_a13008ef".',
        ),
        (
            '[articles.two.parts]\noutlet = "a"',
            'There is no article "two" in this story.',
            1,
            'Use a file\'s name without its ending. The nearest is "two.parts".',
        ),
        (
            'articles = { 000_a13008ef = { slugg = "b" } }',
            'There is no key "slugg" here.',
            1,
            'Did you mean "slug"?',
        ),
        (
            "[articles.000_a13008ef]\npublished = 2026-01-08T10:00:00Z",
            '"published" is not a date such as 2026-01-08.',
            2,
            "Make it a date such as 2026-01-08.",
        ),
        (
            '[articles.000_a13008ef]\noutlet = "x"\npublished = "8 Jan"',
            '"published" is not a date such as 2026-01-08.',
            3,
            "Make it a date such as 2026-01-08.",
        ),
        (
            '[articles.000_a13008ef]\nurl = "javascript:alert(1)"',
            '"javascript:alert(1)" is not a web address.',
            2,
            "Begin it with https:// or http://.",
        ),
        ('[articles.000_a13008ef]\nlanguage = "<b>"', '"<b>" is not a language.', 2, "Use a tag such as"),
        ('title = "T"\ncompare = [["a"]]', '"compare" is not a list of 2.', 2, "Make it a list of 2."),
        ('compare = "a"', '"compare" is not a list in [brackets].', 1, "Make it a list in [brackets]."),
        ("[furniture]\noff = [1]", '"off" is not a text in quotation marks.', 2, "Make it a text in quotation marks."),
        ('articles = "a"', '"articles" is not a table.', 1, "Make it a table."),
        ('[articles]\n000_a13008ef = "a"', '"000_a13008ef" is not a table.', 2, "Make it a table."),
        ("title = [", "story.toml is not valid TOML", 1, "Mend that line."),
    ],
)
def test_errors_of_a_story(tmp_path: Path, text: str, what: str, line: int, todo: str) -> None:
    error = story_error(tmp_path, text)
    assert error.what.startswith(what)
    assert error.where in {f"{tmp_path / 'story.toml'}, line {line}", f"{tmp_path / 'story.toml'}, at its end"}
    assert error.todo.startswith(todo)
    assert str(error).count("\n") == 2


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "story.toml").write_bytes('title = "Brücke"'.encode("latin-1"))
    with pytest.raises(SitegenError) as raised:
        read_story_settings(tmp_path)
    assert (raised.value.what, raised.value.where) == ("story.toml is not UTF-8.", str(tmp_path / "story.toml"))
    assert "UTF-8" in raised.value.todo


def test_a_folder_or_a_link_to_nowhere_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "story.toml").mkdir()
    with pytest.raises(SitegenError, match=r"story\.toml can't be read"):
        read_story_settings(tmp_path)
    (tmp_path / "story.toml").rmdir()
    try:
        os.symlink("nowhere", tmp_path / "story.toml")  # noqa: PTH211 - the order of Path's is easy to get wrong
    except OSError:
        pytest.skip("links need a right here")
    with pytest.raises(SitegenError, match=r"story\.toml can't be read"):
        read_story_settings(tmp_path)
