"""The repository keeps its word: no address of an index or a machine, docs that fit the code, a complete wheel."""

from __future__ import annotations

import re
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hatchling.builders.wheel import WheelBuilder

from sitegen import config
from sitegen.cli import cli
from sitegen.model import Kind, State
from tests.repository import ROOT, project, read, texts

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = ("requirements.txt", "requirements-dev.txt")

INDEX_ADDRESSES = re.compile(
    r"""
      --(extra-)?index-url | --find-links | --trusted-host   # options that name an index
    | ^\s*\[\[?(tool\.\w+\.)?(index|source)\]                # tables that name one
    | \b(index|extra-index|registry|default-index)[-_]?(url)?\s*=\s*["']?https?:
    | https?://\S+/simple\b                                  # where pip asks
    | https?://\S+\.(whl|tar\.gz|tgz)\b                      # where a lock file's archive lies
    | "(resolved|registry)":\s*"https?:                      # npm's lock files
    """,
    re.VERBOSE | re.MULTILINE,
)

MACHINE_PATHS = re.compile(r"(?<![\w.~/-])/(?:home|root|work|Users)/\w|\b[A-Z]:\\Users\\")


def found(pattern: re.Pattern[str]) -> dict[str, list[str]]:
    """Return the matches of a pattern in each file that has some."""
    matches = {name: [match[0].strip() for match in pattern.finditer(text)] for name, text in texts().items()}
    return {name: all_ for name, all_ in matches.items() if all_ and name != "tests/test_repository.py"}


def test_no_file_names_a_package_index() -> None:
    assert found(INDEX_ADDRESSES) == {}


def test_no_file_names_a_place_on_one_machine() -> None:
    assert found(MACHINE_PATHS) == {}


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-url https://packages.example/",
        "pip install --find-links wheels",
        "https://packages.example/pypi/simple/click",
        "click @ https://packages.example/click-8.0-py3-none-any.whl",
        'source = "x"\nregistry = "https://packages.example"',
        '[[tool.uv.index]]\nname = "x"',
        '  "resolved": "https://packages.example/a.tgz",',
    ],
)
def test_an_index_is_recognised(line: str) -> None:
    assert INDEX_ADDRESSES.search(line)


@pytest.mark.parametrize("line", ["see /home/someone/notes", "(/Users/someone)", "C:\\Users\\someone"])
def test_a_machine_path_is_recognised(line: str) -> None:
    assert MACHINE_PATHS.search(line)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_dependency_has_a_hash(lock: str) -> None:
    requirements = re.split(r"\n(?=\S)", read(lock).strip())
    assert len(requirements) > 10
    bare = [text for text in requirements if not re.match(r"[\w.-]+==\S+ .*\\\n +--hash=sha256:[0-9a-f]{64}\b", text)]
    assert bare == []


def test_the_locks_agree_and_hold_every_dependency() -> None:
    run_time, development = ({*re.findall(r"^([\w.-]+)==(\S+)", read(lock), re.MULTILINE)} for lock in LOCKS)
    assert run_time <= development
    declared = {re.split(r"[^\w.-]", requirement)[0] for requirement in project()["dependencies"]}
    assert declared <= {name for name, _ in run_time}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))


@pytest.mark.parametrize(
    "file", ["README.md", "CONTRIBUTING.md", ".github/workflows/test.yml", ".github/workflows/pages.yml"]
)
def test_make_knows_what_the_docs_tell_to_make(file: str) -> None:
    wanted = set(re.findall(r"(?:^\$ |`|run: |^ +)make (?:PYTHON=\S+ )?([a-z]+)", read(file), re.MULTILINE))
    assert wanted <= targets()
    assert wanted or file.endswith("test.yml")


def test_the_readme_shows_the_commands_in_order() -> None:
    readme = read("README.md")
    places = [readme.index(text) for text in ("make site", "make test", "make serve", "sitegen build", "sitegen serve")]
    assert all(one < two for one, two in pairwise(places))


def test_sitegen_knows_what_the_readme_tells_to_call() -> None:
    called = set(re.findall(r"^\$ sitegen ([a-z]+)", read("README.md"), re.MULTILINE))
    assert called == set(cli.commands)


def test_the_readme_explains_every_key() -> None:
    keys = {
        *config.StorySettings.__struct_fields__,
        *config.Furniture.__struct_fields__,
        *config.Facts.__struct_fields__,
    }
    shown = "\n".join(re.findall(r"```toml\n(.*?)```", read("README.md"), re.DOTALL))
    assert {key for key in keys if not re.search(rf"^\[?{key}\b", shown, re.MULTILINE)} == set()


def test_ci_calls_the_readmes_command() -> None:
    assert "make test" in read(".ci/run")


def glossary() -> set[str]:
    rows = re.findall(r"^\| ([^|]+) \|", read("docs/glossary.md"), re.MULTILINE)
    return {word.strip() for row in rows[1:] for word in row.split(",")}


@pytest.mark.parametrize("word", [*Kind, *State])
def test_the_glossary_has_the_models_words(word: str) -> None:
    assert re.search(rf"\b{word}\b", read("docs/glossary.md"))


def test_the_docs_use_the_glossarys_words() -> None:
    docs = " ".join(read(file) for file in ("README.md", "CONTRIBUTING.md", "docs/architecture.md")).lower()
    assert {word for word in glossary() if word not in docs} == set()


def test_the_changelog_names_this_version() -> None:
    versions = re.findall(r"^## \[(\d[^]]*)\]", read("CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == project()["version"]


@pytest.mark.skipif(not (ROOT / "templates").exists(), reason="the theme was put aside: what is installed is tested")
def test_the_wheel_holds_the_code_and_the_theme(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name: archive.read(name) for name in archive.namelist() if not name.split("/")[0].endswith(".dist-info")
        }
    homes = {"sitegen": "sitegen", "templates": "sitegen/_theme/templates", "static": "sitegen/_theme/static"}
    expected = {
        f"{there}/{path.relative_to(ROOT / here).as_posix()}": path.read_bytes()
        for here, there in homes.items()
        for path in (ROOT / here).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == expected
    assert "sitegen/py.typed" in packed
