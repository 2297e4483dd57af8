"""The site being built, until it takes the place of the old one."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.errors import SitegenError
from sitegen.write import manifest, places, trees
from sitegen.write.failures import explained
from sitegen.write.paths import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """What a build changed in the output. Paths are relative, with `/`, sorted."""

    files: int
    """How many files the site has, not counting the manifest."""
    pages: int
    """How many of them are HTML pages."""
    changed: tuple[str, ...]
    """Those that are new or hold other bytes than before."""
    removed: tuple[str, ...]
    """Those that sitegen wrote before and that are no more."""


class Stage:
    """Takes the files of a site one by one, on disk, and puts them in place all at once.

    Args:
        where: the folders, as `places.prepare` left them.
        listed: the paths that sitegen wrote into the output before.
        leaves: what stands in the output now.
    """

    def __init__(self, where: places.Places, listed: frozenset[str], leaves: tuple[trees.Leaf, ...]) -> None:
        self._where = where
        self._listed = listed
        self._present = {leaf.path for leaf in leaves} & listed
        foreign = (leaf.path for leaf in leaves if not leaf.is_folder and leaf.path not in listed)
        self._names = Names((*foreign, manifest.NAME))
        self._files: list[str] = []
        self._changed: list[str] = []

    def put(self, path: str, data: bytes) -> None:
        """Add a file. One with the bytes it had before stays the same file, with its time of change.

        Args:
            path: relative, with `/`.
            data: what it holds.

        Raises:
            SitegenError: the path is unsafe, taken or somebody else's; the disk is full or may not be written.
        """
        self._names.take(path)
        with explained(self._where.output / path):
            if self._place(path, data):
                self._changed.append(path)
        self._files.append(path)

    def commit(self) -> Written:
        """Put the new site in the place of the old one. Call it once, at the end.

        Raises:
            SitegenError: the file system refuses; the old site is as it was.
        """
        written = Written(
            files=len(self._files),
            pages=sum(path.endswith(".html") for path in self._files),
            changed=tuple(sorted(self._changed)),
            removed=tuple(sorted(self._present.difference(self._files))),
        )
        with explained(self._where.output):
            self._refuse_other_build()
            differs = self._place(manifest.NAME, manifest.encode(self._files))
            if differs or written.changed or written.removed:
                self._carry_over()
                swap(self._where)
                if self._where.previous.exists():
                    places.clear_previous(self._where, self._listed)
        return written

    def _place(self, path: str, data: bytes) -> bool:
        """Write a file into the new site and say whether it differs from the old one."""
        target = self._where.new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if trees.keep_unchanged(self._where.output / path, target, data):
            return False
        target.write_bytes(data)
        return True

    def _refuse_other_build(self) -> None:
        """Refuse to go on if another build wrote the output meanwhile: its pages would be taken for foreign files."""
        if manifest.read(self._where.output) != self._listed:
            raise SitegenError(
                "Another build wrote the site while this one was at work.",
                str(self._where.output),
                "Build again when the other one is done.",
            )

    def _carry_over(self) -> None:
        old = self._where.output
        if not old.is_dir():
            return
        for leaf in trees.leaves(old):
            if leaf.path in self._listed or leaf.path == manifest.NAME:
                continue
            if not leaf.is_folder and os.path.lexists(self._where.new / leaf.path):
                raise SitegenError(
                    "A file that sitegen did not write appeared where a page belongs while the site was built.",
                    str(old / leaf.path),
                    "Move that file out of the output folder and build again.",
                )
            trees.carry_leaf(leaf, old, self._where.new)
        shutil.copymode(old, self._where.new)


def swap(where: places.Places) -> None:
    """Let the new site take the place of the old one, which becomes `previous`; undo it if that fails half-way.

    Raises:
        OSError: a rename fails; the old site is in its place.
    """
    try:
        if where.output.exists():
            where.output.rename(where.previous)
        where.new.rename(where.output)
    except BaseException:
        if where.previous.exists() and not where.output.exists():
            where.previous.rename(where.output)
        raise


@contextmanager
def staged(output: Path, inputs: Iterable[Path] = ()) -> Iterator[Stage]:
    """Open a staging folder for a build into `output`; without `commit`, or if anything fails, nothing changes.

    Args:
        output: the site's folder; made if it is not there, followed if it is a symbolic link.
        inputs: files and folders that sitegen reads: the output may hold none of them nor lie in one.

    Raises:
        SitegenError: the output is dangerous or somebody else's, or the file system refuses.
    """
    places.refuse_dangerous(output, inputs)
    where = places.choose(output)
    try:
        with explained(where.output):
            places.prepare(where)
            listed = manifest.read(where.output)
            leaves = tuple(trees.leaves(where.output)) if where.output.is_dir() else ()
        yield Stage(where, listed, leaves)
    finally:
        places.discard(where.staging)
