"""What a user can get wrong ends in three lines and exit code 2, and the site that was there stays."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

ONE = "The harbour of Marisol was closed on Monday after a storm.\n\nEleven boats were lost, the coast guard said.\n"
TWO = "On Monday a storm closed the harbour of Marisol.\n\nThe coast guard said that eleven boats were lost.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project of two articles and build it once."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "sitegen.toml").write_text('title = "Storm"\n', encoding="utf-8")
    (tmp_path / "seeds" / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "seeds" / "two.txt").write_text(TWO, encoding="utf-8")
    assert main(["build", "--project", str(tmp_path)]) == 0
    return tmp_path


def no_seeds(project: Path) -> None:
    shutil.rmtree(project / "seeds")


def no_articles(project: Path) -> None:
    for path in (project / "seeds").iterdir():
        path.unlink()


def one_article(project: Path) -> None:
    (project / "seeds" / "two.txt").unlink()


def empty_file(project: Path) -> None:
    (project / "seeds" / "two.txt").write_text(" \n\n", encoding="utf-8")


def binary_file(project: Path) -> None:
    (project / "seeds" / "two.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)


def broken_link(project: Path) -> None:
    (project / "seeds" / "two.txt").unlink()
    (project / "seeds" / "two.txt").symlink_to(project / "nowhere.txt")


def one_slug(project: Path) -> None:
    text = '[articles.one]\nslug = "same"\n[articles.two]\nslug = "same"\n'
    (project / "seeds" / "story.toml").write_text(text, encoding="utf-8")


def unknown_key(project: Path) -> None:
    (project / "seeds" / "story.toml").write_text('title = "x"\n[articles.one]\noutlt = "RT"\n', encoding="utf-8")


def unknown_project_key(project: Path) -> None:
    (project / "sitegen.toml").write_text('# mine\ntitel = "x"\n', encoding="utf-8")


def broken_toml(project: Path) -> None:
    (project / "seeds" / "story.toml").write_text('title = "x"\nbase = \n', encoding="utf-8")


def no_such_article(project: Path) -> None:
    (project / "seeds" / "story.toml").write_text('[articles.on]\noutlet = "RT"\n', encoding="utf-8")


def no_such_base(project: Path) -> None:
    (project / "seeds" / "story.toml").write_text('base = "twoo"\n', encoding="utf-8")


def script_address(project: Path) -> None:
    text = '[articles.one]\nurl = "javascript:alert(1)"\n'
    (project / "seeds" / "story.toml").write_text(text, encoding="utf-8")


def broken_template(project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "article.html").write_text("fine\n{% if %}\n", encoding="utf-8")


def somebody_elses_output(project: Path) -> None:
    shutil.rmtree(project / "site")
    (project / "site").mkdir()
    (project / "site" / "thesis.doc").write_text("mine", encoding="utf-8")


def files_beside_folders(project: Path) -> None:
    (project / "seeds" / "other").mkdir()
    for name in ("one.txt", "two.txt"):
        shutil.copy(project / "seeds" / name, project / "seeds" / "other")


CASES: list[tuple[Callable[[Path], None], str, str]] = [
    (no_seeds, "seeds", "create"),
    (no_articles, "seeds", "put"),
    (one_article, "one.txt", "put"),
    (empty_file, "two.txt", ""),
    (binary_file, "two.txt", "text"),
    (broken_link, "two.txt", ""),
    (one_slug, "two.txt", "slug"),
    (unknown_key, "story.toml, line 3", "outlet"),
    (unknown_project_key, "sitegen.toml, line 2", "title"),
    (broken_toml, "story.toml, line 2", ""),
    (no_such_article, "story.toml, line 1", "one"),
    (no_such_base, "story.toml", "two"),
    (script_address, "story.toml, line 2", "https"),
    (broken_template, "article.html, line 2", ""),
    (somebody_elses_output, "site", ""),
    (files_beside_folders, "seeds", ""),
]


@pytest.mark.parametrize(("spoil", "where", "todo"), CASES, ids=lambda value: getattr(value, "__name__", ""))
def test_bad_input(
    spoil: Callable[[Path], None], where: str, todo: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    spoil(project)
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    assert main(["build", "--project", str(project)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    first, second, third = said.err.strip().splitlines()
    assert first.startswith("error: ")
    assert where in second
    assert todo in third.casefold()
    assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == before


def test_an_unreadable_file(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "two.txt":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main(["build", "--project", str(project)]) == 2
    assert "two.txt" in capsys.readouterr().err


def test_what_is_no_article_is_named_and_left_aside(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds" / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    assert main(["build", "--project", str(project)]) == 0
    assert "picture.jpg" in capsys.readouterr().err


def test_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--project", str(tmp_path)]) == 2
    assert "sitegen.toml" in capsys.readouterr().err
