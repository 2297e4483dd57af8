"""A build of the seeds: byte for byte the committed site, whatever the machine, the order and names of the files."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.config import find_project

ROOT = Path(__file__).parent.parent
KNOWN = {"RT": "001", "TASS": "004"}


def silent(done: int, total: int, what: str) -> None:
    """Take progress and say nothing."""


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def copy_project(folder: Path) -> Path:
    """Copy what a user has: the toml and the seeds."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy(ROOT / "sitegen.toml", folder)
    return folder


def built(project: Path, output: Path) -> dict[str, bytes]:
    build(find_project(project), output, silent)
    return files_of(output)


def test_the_committed_site_is_what_a_build_makes(tmp_path: Path) -> None:
    fresh, committed = built(ROOT, tmp_path / "site"), files_of(ROOT / "site")
    assert sorted(fresh) == sorted(committed), "site/ has other files than a build makes: run `make golden` and look"
    differing = [name for name in sorted(fresh) if fresh[name] != committed[name]]
    assert not differing, f"site/ is not what a build makes: {differing}. Run `make golden` and look at what changed"


@pytest.mark.parametrize(
    "setting",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "COLUMNS": "20"},
        {"PYTHONOPTIMIZE": "2", "TZ": "America/St_Johns"},
    ],
    ids=",".join,
)
def test_no_setting_of_the_machine_changes_a_byte(setting: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sitegen", "build", "--project", str(ROOT), "--output", str(tmp_path / "site")]
    subprocess.run(command, env=os.environ | setting, cwd=tmp_path, check=True, capture_output=True)
    assert files_of(tmp_path / "site") == files_of(ROOT / "site")


def test_the_order_of_files_on_the_disk_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed, scanned = os.listdir, Path.iterdir
    monkeypatch.setattr(os, "listdir", lambda *a: sorted(listed(*a), reverse=True))
    monkeypatch.setattr(Path, "iterdir", lambda self: iter(sorted(scanned(self), reverse=True)))
    assert built(ROOT, tmp_path / "site") == files_of(ROOT / "site")


@pytest.mark.parametrize("seed", [1, 2])
def test_other_names_change_addresses_and_nothing_else(seed: int, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    articles = sorted((project / "seeds").glob("*.txt"))
    names = [f"{letter}-{number}" for number, letter in enumerate("qwert")]
    random.Random(seed).shuffle(names)
    settings = (project / "seeds" / "story.toml").read_text(encoding="utf-8")
    for path, name in zip(articles, names, strict=True):
        settings = settings.replace(path.stem, name)
        path.rename(path.with_name(name + ".txt"))
    (project / "seeds" / "story.toml").write_text(settings, encoding="utf-8")
    renamed, plain = (
        found(json.loads(site["story.json"])) for site in (built(project, tmp_path / "one"), files_of(ROOT / "site"))
    )
    assert renamed == plain


def found(story: dict[str, object]) -> object:
    """Return what a story.json says, with each article called by the digest of its file and every order made one."""
    text = json.dumps(story)
    for article in story["articles"]:  # type: ignore[attr-defined]
        for name in ("file", "key", "slug", "name"):
            if article.get(name):
                text = text.replace(json.dumps(article[name]), json.dumps(article["sha256"]))
    return canonical(json.loads(text))


def canonical(value: object) -> object:
    if isinstance(value, dict):
        return sorted((key, canonical(item)) for key, item in value.items() if key not in {"name", "slug", "address"})
    if isinstance(value, list):
        return sorted((canonical(item) for item in value), key=repr)
    return value


def test_the_report_takes_two_lines(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sitegen", "build", "--project", str(ROOT), "--output", str(tmp_path / "site")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    assert len(done.stdout.splitlines()) == 2
    assert "1 story, 5 articles" in done.stdout
    assert "RT" in done.stdout.splitlines()[1]
    assert done.stderr == ""
