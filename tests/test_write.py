"""Writing the site: what changes, what stays, whose files are whose."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from sitegen.errors import SitegenError
from sitegen.write import Written, places, staged, trees

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST = "sitegen-manifest.json"
LONG_AGO = 1_000_000_000


def write(output: Path, pages: Mapping[str, str], inputs: tuple[Path, ...] = ()) -> Written:
    with staged(output, inputs) as stage:
        for path, text in pages.items():
            stage.put(path, text.encode())
        return stage.commit()


def held(folder: Path) -> dict[str, str]:
    """Return what every file in `folder` holds, the manifest aside."""
    return {leaf.path: (folder / leaf.path).read_text() for leaf in trees.leaves(folder) if leaf.path != MANIFEST}


def rubbish(output: Path) -> list[str]:
    return [path.name for path in output.parent.iterdir() if path.name.startswith(f".{output.name}-")]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "site"


def test_a_site_is_written_and_its_manifest_lists_it(output: Path) -> None:
    written = write(output, {"story/b.html": "b", "a.html": "a"})
    assert written == Written(files=2, pages=2, changed=("a.html", "story/b.html"), removed=())
    assert held(output) == {"a.html": "a", "story/b.html": "b"}
    listed = json.loads((output / MANIFEST).read_bytes())
    assert listed == {"format": "sitegen-manifest/1", "files": ["a.html", "story/b.html"]}
    assert rubbish(output) == []


def test_the_order_of_pages_changes_no_byte(output: Path, tmp_path: Path) -> None:
    write(output, {"a": "1", "b/c": "2"})
    write(tmp_path / "other", {"b/c": "2", "a": "1"})
    assert (output / MANIFEST).read_bytes() == (tmp_path / "other" / MANIFEST).read_bytes()


def test_only_what_changed_is_new(output: Path) -> None:
    write(output, {"same": "1", "edited": "1", "gone": "1", "folder/gone": "1"})
    for leaf in trees.leaves(output):
        os.utime(output / leaf.path, (LONG_AGO, LONG_AGO))
    assert write(output, {"same": "1", "edited": "2", "new": "1"}) == Written(
        pages=0, files=3, changed=("edited", "new"), removed=("folder/gone", "gone")
    )
    assert (output / "same").stat().st_mtime == LONG_AGO
    assert (output / "edited").stat().st_mtime > LONG_AGO
    assert held(output) == {"same": "1", "edited": "2", "new": "1"}
    assert not (output / "folder").exists()


def test_a_build_that_changes_nothing_leaves_the_very_folder(output: Path) -> None:
    write(output, {"a": "1"})
    before = output.stat()
    assert write(output, {"a": "1"}) == Written(files=1, pages=0, changed=(), removed=())
    after = output.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert rubbish(output) == []


def test_without_commit_nothing_changes(output: Path) -> None:
    write(output, {"a": "1"})
    with staged(output) as stage:
        stage.put("a", b"2")
    assert held(output) == {"a": "1"}
    assert rubbish(output) == []


def test_a_page_edited_or_lost_in_the_output_is_written_again(output: Path) -> None:
    write(output, {"a": "1", "b": "1"})
    (output / "a").write_text("by hand")
    (output / "b").unlink()
    assert write(output, {"a": "1", "b": "1"}).changed == ("a", "b")
    assert held(output) == {"a": "1", "b": "1"}


def test_a_page_replaced_by_a_link_is_not_written_through(output: Path, tmp_path: Path) -> None:
    write(output, {"a": "1"})
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (output / "a").unlink()
    (output / "a").symlink_to(precious)
    write(output, {"a": "2"})
    assert precious.read_text() == "mine"
    assert (output / "a").read_text() == "2"
    assert not (output / "a").is_symlink()


def test_files_of_others_are_carried_over(output: Path) -> None:
    write(output, {"story/a": "1"})
    (output / "CNAME").write_text("example.org")
    (output / ".git" / "objects").mkdir(parents=True)
    (output / ".git" / "HEAD").write_text("ref")
    (output / "story" / "notes.txt").write_text("notes")
    (output / "empty").mkdir()
    (output / "link").symlink_to("CNAME")
    (output / "dangling").symlink_to("nowhere")
    (output / "to-folder").symlink_to(".git")
    before = (output / "CNAME").stat()
    write(output, {"b": "2"})
    after = (output / "CNAME").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (output / ".git" / "HEAD").read_text() == "ref"
    assert (output / ".git" / "objects").is_dir()
    assert (output / "story" / "notes.txt").read_text() == "notes"
    assert not (output / "story" / "a").exists()
    assert (output / "empty").is_dir()
    links = {name: str((output / name).readlink()) for name in ("link", "dangling", "to-folder")}
    assert links == {"link": "CNAME", "dangling": "nowhere", "to-folder": ".git"}


def test_where_hard_links_are_impossible_files_are_copied(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(output, {"a": "1", "b": "1"})
    (output / "CNAME").write_text("example.org")
    (output / "link").symlink_to("CNAME")
    for name in ("a", "CNAME"):
        os.utime(output / name, (LONG_AGO, LONG_AGO))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write(output, {"a": "1", "b": "2"})
    assert held(output) == {"a": "1", "b": "2", "CNAME": "example.org", "link": "example.org"}
    assert [(output / name).stat().st_mtime for name in ("a", "CNAME")] == [LONG_AGO, LONG_AGO]
    assert str((output / "link").readlink()) == "CNAME"


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes there")
def test_modes_of_the_site_and_of_others_folders_stay(output: Path) -> None:
    write(output, {"a": "1"})
    output.chmod(0o750)
    (output / "theirs").mkdir(mode=0o700)
    (output / "theirs" / "file").write_text("x")
    write(output, {"a": "2"})
    assert [path.stat().st_mode & 0o777 for path in (output, output / "theirs")] == [0o750, 0o700]


@pytest.mark.parametrize(
    ("foreign", "page"),
    [("CNAME", "CNAME"), ("CNAME", "cname"), ("CNAME", "CNAME/index.html"), ("theirs/file", "theirs"), ("é", "é")],
)
def test_a_page_never_overwrites_a_file_of_others(output: Path, foreign: str, page: str) -> None:
    write(output, {"a": "1"})
    (output / foreign).parent.mkdir(exist_ok=True)
    (output / foreign).write_text("theirs")
    with pytest.raises(SitegenError, match="did not write"):
        write(output, {"a": "2", page: "ours"})
    assert held(output) == {"a": "1", foreign: "theirs"}
    assert rubbish(output) == []


def test_a_file_that_others_put_there_during_the_build_is_not_lost(output: Path) -> None:
    write(output, {"a": "1"})
    with staged(output) as stage:
        stage.put("a", b"2")
        (output / "CNAME").write_text("late")
        stage.commit()
    assert held(output) == {"a": "2", "CNAME": "late"}
    with staged(output) as stage:
        stage.put("b", b"ours")
        (output / "b").write_text("theirs")
        with pytest.raises(SitegenError, match="appeared where a page belongs"):
            stage.commit()
    assert held(output) == {"a": "2", "b": "theirs", "CNAME": "late"}


def test_a_build_that_was_overtaken_by_another_gives_way(output: Path) -> None:
    write(output, {"a": "1"})
    with staged(output) as stage:
        stage.put("a", b"slow")
        write(output, {"a": "2", "b": "2"})
        with pytest.raises(SitegenError, match="Another build"):
            stage.commit()
    assert held(output) == {"a": "2", "b": "2"}


def test_the_manifest_cannot_point_outside(output: Path, tmp_path: Path) -> None:
    write(output, {"a": "1"})
    precious = tmp_path / "precious"
    precious.write_text("mine")
    manifest = {"format": "sitegen-manifest/1", "files": ["a", "../../precious", str(precious)]}
    (output / MANIFEST).write_text(json.dumps(manifest))
    assert write(output, {"b": "1"}).removed == ("a",)
    assert precious.read_text() == "mine"


@pytest.mark.parametrize("broken", ["<<<<<<< HEAD\n", "[]", "{}", '{"format": "sitegen-manifest/9"}', "\xff", "null"])
def test_a_broken_manifest_stops_the_build(output: Path, broken: str) -> None:
    write(output, {"a": "1"})
    (output / MANIFEST).write_text(broken, encoding="latin-1")
    with pytest.raises(SitegenError, match="not known which are yours"):
        write(output, {"a": "2"})
    assert (output / "a").read_text() == "1"


def test_a_folder_of_somebody_else_is_left_alone(output: Path) -> None:
    output.mkdir(parents=True)
    (output / "thesis.doc").write_text("years of work")
    with pytest.raises(SitegenError, match="not empty and sitegen did not write it"):
        write(output, {"a": "1"})
    assert held(output) == {"thesis.doc": "years of work"}


def test_an_empty_folder_or_one_with_hidden_files_only_can_be_used(output: Path) -> None:
    (output / ".git").mkdir(parents=True)
    (output / ".git" / "HEAD").write_text("ref")
    write(output, {"a": "1"})
    assert held(output) == {"a": "1", ".git/HEAD": "ref"}


def test_a_linked_output_is_followed(output: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real"
    real.mkdir(parents=True)
    output.parent.mkdir()
    output.symlink_to(real)
    write(output, {"a": "1"})
    write(output, {"a": "2"})
    assert output.is_symlink()
    assert held(real) == {"a": "2"}
    assert rubbish(real) == rubbish(output) == []


def test_an_output_that_holds_or_lies_in_the_project_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "home" / "project" / "seeds"
    seeds.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    linked = tmp_path / "linked"
    linked.symlink_to(seeds.parent)
    file = tmp_path / "file"
    file.write_text("x")
    for output in (seeds, seeds.parent, seeds / "site", linked, tmp_path / "home", tmp_path, file):
        with pytest.raises(SitegenError, match="cannot be written to this folder"):
            write(output, {"a": "1"}, (seeds,))
    write(seeds.parent / "site", {"a": "1"}, (seeds,))


def test_what_a_killed_build_left_is_mended(output: Path) -> None:
    write(output, {"a": "1"})
    previous = output.with_name(".site-previous")
    output.rename(previous)  # killed between the two renames
    with pytest.raises(ZeroDivisionError), staged(output):
        raise ZeroDivisionError
    assert held(output) == {"a": "1"}
    output.rename(previous)
    output.mkdir()  # and somebody made the folder anew
    with staged(output):
        assert held(output) == {"a": "1"}
    output.rename(previous)  # killed after both
    write(output.with_name("x"), {"a": "2"})
    output.with_name("x").rename(output)
    (previous / "CNAME").write_text("theirs, put there meanwhile")
    write(output, {"a": "3"})
    assert held(output) == {"a": "3", "CNAME": "theirs, put there meanwhile"}
    assert rubbish(output) == []


def test_two_outputs_side_by_side_never_take_each_others_site(tmp_path: Path) -> None:
    write(tmp_path / "site", {"a": "1"})
    (tmp_path / "site").rename(tmp_path / ".site-previous")
    write(tmp_path / "public", {"b": "1"})
    assert held(tmp_path / "public") == {"b": "1"}
    with staged(tmp_path / "site"):
        assert held(tmp_path / "site") == {"a": "1"}


def test_only_old_staging_folders_of_ours_are_removed(output: Path) -> None:
    def leave(name: str, *, age: float, marked: bool) -> Path:
        folder = output.with_name(name)
        (folder / "new").mkdir(parents=True)
        if marked:
            (folder / places.MARKER).write_text("")
            os.utime(folder / places.MARKER, (time.time() - age,) * 2)
        return folder

    stale = leave(".site-building-0001", age=places.STALE + 60, marked=True)
    running = leave(".site-building-0002", age=60, marked=True)
    theirs = leave(".site-building-plans", age=0, marked=False)
    write(output, {"a": "1"})
    assert [folder.exists() for folder in (stale, running, theirs)] == [False, True, True]


def test_a_foreign_folder_in_the_place_of_the_old_site_stops_the_build(output: Path) -> None:
    write(output, {"a": "1"})
    output.with_name(".site-previous").mkdir()
    (output.with_name(".site-previous") / "mine").write_text("x")
    with pytest.raises(SitegenError, match=r"did not write it"):
        write(output, {"a": "2"})
    assert held(output) == {"a": "1"}
