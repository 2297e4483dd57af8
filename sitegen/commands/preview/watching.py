"""Notice when something changes that the site is made of."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import watchfiles

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

DEBOUNCE = 300
"""Milliseconds within which saves count as one: editors write a file in several steps."""
TICK = 200
"""Milliseconds between looks at what the operating system does not report: folders that appear, single files."""

Stamp = tuple[int, ...]
"""Changes whenever a file is saved or a folder is replaced; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What to watch. Any of it may appear and disappear."""

    folders: tuple[Path, ...]
    """With everything inside."""
    files: tuple[Path, ...]
    """Single files, whose folder holds too much else to be watched."""


def changes(watched: Watched, stop: threading.Event) -> Iterator[frozenset[Path]]:
    """Yield nothing once as soon as watching has begun, then the paths of each burst of changes, until `stop` is set.

    What changes while the caller is busy is yielded next: no save is lost.
    """
    while not stop.is_set():
        yield from _until_folders_change(watched, stop)


def _until_folders_change(watched: Watched, stop: threading.Event) -> Iterator[frozenset[Path]]:
    """Watch the folders that are there now; end when one of them appears, disappears or is replaced."""
    present = _present(watched.folders)
    stamps = _stamps(watched.files)
    begun = False
    for found in _bursts(tuple(present), stop):
        before, stamps = stamps, _stamps(watched.files)
        changed = {file for file in watched.files if before[file] != stamps[file]}
        changed.update(Path(path) for _change, path in found)
        if changed or not begun:
            begun = True
            yield frozenset(changed)
        # A folder made anew at once may have the number of the old one; then only the report of its removal tells.
        if _present(watched.folders) != present or not changed.isdisjoint(watched.folders):
            return


def _bursts(folders: tuple[Path, ...], stop: threading.Event) -> Iterator[set[tuple[watchfiles.Change, str]]]:
    if not folders:
        while not stop.wait(TICK / 1000):
            yield set()
        return
    bursts = watchfiles.watch(
        *folders,
        debounce=DEBOUNCE,
        rust_timeout=TICK,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
    )
    with suppress(FileNotFoundError):  # a folder that disappeared just now: the caller looks again
        yield from bursts


def _present(folders: tuple[Path, ...]) -> dict[Path, Stamp]:
    return {folder: (found.st_dev, found.st_ino) for folder in folders if folder.is_dir() and (found := folder.stat())}


def _stamps(files: tuple[Path, ...]) -> dict[Path, Stamp]:
    return {file: _stamp(file) for file in files}


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except OSError:
        return ()
    return (found.st_mtime_ns, found.st_size, found.st_ino)
