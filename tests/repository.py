"""What this repository says of itself: its files, its dependencies, its commands."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MADE = {".git", ".venv", "__pycache__", "dist", "build", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
"""Folders that hold nothing of ours."""


def project() -> dict[str, Any]:
    """Return the `[project]` table."""
    said: dict[str, Any] = tomllib.loads(read("pyproject.toml"))["project"]
    return said


def declared_dependencies() -> list[str]:
    """Return the names of the libraries that sitegen needs at run time."""
    return [re.split(r"[^\w.-]", requirement)[0] for requirement in project()["dependencies"]]


def read(file: str) -> str:
    """Return the text of a file, by its path from the root."""
    return (ROOT / file).read_text(encoding="utf-8")


def files() -> list[Path]:
    """Return the files of the repository that are there: what git knows, or, in a source archive, all."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not MADE & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in paths if path.is_file())


def texts() -> dict[str, str]:
    """Return the text of each file that is text, but for the seeds and the site made of them: those are articles."""
    found = {}
    for path in files():
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(("seeds/", "site/")):
            try:
                found[name] = path.read_bytes().decode()
            except UnicodeDecodeError:
                continue
    return found
