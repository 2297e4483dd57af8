"""Templates and static files: the user's, then ours; what is wrong in them is said with file and line."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from sitegen.errors import SitegenError
from sitegen.pages import load_theme, theme_files
from sitegen.pages.theme import builtin, render

OURS = sorted(builtin("templates").glob("*.html"))
LOADED = ("charged", "loaded", "omit", "censor", "wrong", "fake", "lie ", "lies ", "bias", "false", "hide", "suppress")


def written(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def test_a_users_template_wins_and_can_extend_ours(tmp_path: Path) -> None:
    own = '{% extends "default/404.html" %}{% block main %}Lost? {{ super() }}{% endblock %}'
    theme = load_theme(written(tmp_path / "templates", **{"404": own}), None)
    frame = SimpleNamespace(
        language="en", title="t", description="d", root="/", trail=(), home=SimpleNamespace(href="/", name="n")
    )
    page = render(theme, "404.html", SimpleNamespace(frame=frame))
    assert "Lost? " in page
    assert "There is no such page" in page


def test_a_users_static_file_wins_and_changes_its_address(tmp_path: Path) -> None:
    static = tmp_path / "static"
    static.mkdir()
    (static / "style.css").write_text("body { color: red }", encoding="utf-8")
    (static / "extra.txt").write_text("more", encoding="utf-8")
    files = {file.path: file.data for file in theme_files(load_theme(None, static))}
    assert files["static/style.css"] == b"body { color: red }"
    assert files["static/extra.txt"] == b"more"
    assert "static/site.js" in files
    addresses = [load_theme(None, folder).environment.globals["asset"]("style.css") for folder in (None, static)]  # type: ignore[operator]
    assert addresses[0] != addresses[1]


def test_links_out_of_the_static_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    static = tmp_path / "static"
    static.mkdir()
    try:
        (static / "link.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert "static/link.txt" not in {file.path for file in theme_files(load_theme(None, static))}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<p>\n{% if %}</p>", 2),
        ("<p>\n\n{{ view.nothing }}</p>", 3),
        ("{{ view.name|no_such_filter }}", 1),
        ('\n{% include "missing.html" %}', 2),
        ("\n{{ 1 / 0 }}", 2),
    ],
    ids=["syntax", "undefined", "filter", "missing", "runtime"],
)
def test_an_error_in_a_template_names_file_and_line(text: str, line: int, tmp_path: Path) -> None:
    theme = load_theme(written(tmp_path / "templates", broken=text), None)
    with pytest.raises(SitegenError) as caught:
        render(theme, "broken.html", SimpleNamespace(name="x"))
    assert caught.value.where.endswith(f"broken.html, line {line}")
    assert caught.value.todo


def test_a_template_that_is_no_text_is_named_with_the_line(tmp_path: Path) -> None:
    folder = written(tmp_path / "templates", page='{% include "old.html" %}')
    (folder / "old.html").write_bytes("<p>\nÉté</p>".encode("latin-1"))
    with pytest.raises(SitegenError) as caught:
        render(load_theme(folder, None), "page.html", SimpleNamespace())
    assert caught.value.where.endswith("old.html, line 2")


def test_an_error_in_a_piece_names_the_piece(tmp_path: Path) -> None:
    folder = written(tmp_path / "templates", page='{% import "piece.txt" as piece %}\n{{ piece.show() }}')
    (folder / "piece.txt").write_text("{% macro show() %}\n{{ nothing }}{% endmacro %}", encoding="utf-8")
    with pytest.raises(SitegenError) as caught:
        render(load_theme(folder, None), "page.html", SimpleNamespace())
    assert caught.value.where.endswith("piece.txt, line 2")


def test_a_static_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.css").write_text("", encoding="utf-8")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "secret.css":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SitegenError) as caught:
        load_theme(None, tmp_path)
    assert caught.value.where == str(tmp_path / "secret.css")


@pytest.mark.parametrize("template", OURS, ids=lambda path: path.name)
def test_templates_carry_no_inline_style_or_script_and_take_no_side(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|\son\w+=|javascript:|https?://(?!www\.w3\.org)", text)
    assert "<script>" not in text
    words = re.sub(r"{[%#{].*?[%#}]}", " ", text, flags=re.DOTALL)
    words = re.sub(r"<[^>]*>", " ", words).casefold()
    assert not [word for word in LOADED if word in words]


def test_the_stylesheet_is_small_and_calls_nobody() -> None:
    text = (builtin("static") / "style.css").read_text(encoding="utf-8")
    assert len(text.encode()) < 14_000
    assert "http" not in text
    assert "@import" not in text
    assert "url(" not in re.sub(r"url\(#\w+\)", "", text)
