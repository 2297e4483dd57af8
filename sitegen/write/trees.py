"""Walk, link and remove folders. Symbolic links are kept as links and never followed."""

from __future__ import annotations

import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Leaf:
    """The end of a branch in a folder: a file, a symbolic link, or a folder with nothing in it."""

    path: str
    """Relative, with `/`."""
    is_folder: bool
    """Whether it is an empty folder."""


def leaves(folder: Path, prefix: str = "") -> Iterator[Leaf]:
    """Yield everything below `folder`, by name.

    Raises:
        OSError: a folder cannot be read; nothing is passed over in silence.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            inside = leaves(Path(entry.path), path + "/")
            first = next(inside, None)
            yield first or Leaf(path, is_folder=True)
            yield from inside
        else:
            yield Leaf(path, is_folder=False)


def link(source: Path, target: Path) -> None:
    """Make `target` the same file as `source`: a hard link, else a copy with its time and mode.

    Raises:
        OSError: neither is possible.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        mode = source.lstat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
            raise  # a pipe or a device: copying it would wait for ever
        shutil.copy2(source, target, follow_symlinks=False)


def keep_unchanged(old: Path, target: Path, data: bytes) -> bool:
    """Link the regular file `old` to `target` if it holds just `data`, so that its time stays; say whether it did."""
    try:
        found = old.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(data) or old.read_bytes() != data:
            return False
    except OSError:
        return False  # not there, or unreadable: written anew
    link(old, target)
    return True


def carry_leaf(leaf: Leaf, source: Path, target: Path) -> None:
    """Carry `leaf` from the folder `source` to the folder `target`; folders made for it keep their mode.

    Raises:
        OSError: it cannot be carried over.
    """
    goal = target / leaf.path
    missing = []
    folder = goal if leaf.is_folder else goal.parent
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for folder in reversed(missing):
        folder.mkdir()
        mode = (source / folder.relative_to(target)).stat().st_mode
        folder.chmod(stat.S_IMODE(mode) | stat.S_IRWXU)  # we still have to write into it
    if not leaf.is_folder:
        link(source / leaf.path, goal)


def remove(path: Path) -> None:
    """Remove a file or a whole folder, also read-only ones; what cannot be removed stays."""
    try:
        if path.is_dir() and not path.is_symlink():
            path.chmod(stat.S_IRWXU)
            for child in list(path.iterdir()):
                remove(child)
            path.rmdir()
        else:
            _unlink(path)
    except OSError:
        return  # rubbish at worst, and the next build tries again


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        path.chmod(stat.S_IWRITE | stat.S_IREAD)  # Windows does not remove read-only files
        path.unlink()
