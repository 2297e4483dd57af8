"""The folders a build uses: the output, the one before it, and the staging folder, side by side."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.errors import SitegenError
from sitegen.write import manifest, trees

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKER = "sitegen-building"
"""The file that tells our staging folder from a folder that happens to have such a name."""
STALE = 3600
"""Seconds after which a staging folder belongs to a build that was killed: none takes so long."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where one build writes. All are on one file system, so that a rename is atomic."""

    output: Path
    """The site, resolved: never a symbolic link."""
    previous: Path
    """The old site, between the two renames."""
    staging: Path
    """Holds the marker, `new` (the site being built) and old sites that are to be removed."""

    @property
    def new(self) -> Path:
        """The site being built."""
        return self.staging / "new"


def choose(output: Path) -> Places:
    """Return the folders for a build into `output`; they carry its name, so that two outputs never meet."""
    real = output.resolve()
    stem = f".{real.name}"
    return Places(real, real.with_name(f"{stem}-previous"), real.with_name(f"{stem}-building-{secrets.token_hex(4)}"))


def refuse_dangerous(output: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output that holds what sitegen reads, lies within it, or is a home or a root folder.

    Raises:
        SitegenError: it is one of these.
    """
    real = output.resolve()
    read = [path.resolve() for path in inputs]
    fault = ""
    if any(path.is_relative_to(real) for path in read):
        fault = "it contains the project"
    elif any(real.is_relative_to(path) for path in read):
        fault = "it lies inside a folder that sitegen reads"
    elif _holds_home(real):
        fault = "it contains your home folder"
    elif real.exists() and not real.is_dir():
        fault = "it is a file"
    if fault:
        raise SitegenError(
            f"The site cannot be written to this folder: {fault}.",
            str(output),
            "Choose a folder of its own with --output, for example `--output site`.",
        )


def _holds_home(folder: Path) -> bool:
    try:
        return Path.home().resolve().is_relative_to(folder)
    except RuntimeError:  # an account without a home
        return folder == Path(folder.anchor)


def is_ours(folder: Path) -> bool:
    """Whether sitegen may work in `folder`: it wrote it before, or nothing but hidden files stands in it."""
    names = [child.name for child in folder.iterdir()]
    return manifest.NAME in names or all(name.startswith(".") for name in names)


def refuse_foreign(folder: Path) -> None:
    """Refuse a folder that holds somebody else's files.

    Raises:
        SitegenError: it does.
        OSError: it cannot be read.
    """
    if folder.is_dir() and not is_ours(folder):
        raise SitegenError(
            f"The folder is not empty and sitegen did not write it (it has no {manifest.NAME}).",
            str(folder),
            "Choose another folder with --output, or move these files away.",
        )


def prepare(places: Places) -> None:
    """Mend what a killed build left, make sure that the output is ours, and make the staging folder.

    Raises:
        SitegenError: the output, or the folder for the old site, is somebody else's.
        OSError: the file system refuses.
    """
    places.output.parent.mkdir(parents=True, exist_ok=True)
    refuse_foreign(places.previous)
    _put_back(places)
    refuse_foreign(places.output)
    _remove_stale(places)
    places.staging.mkdir()
    (places.staging / MARKER).write_bytes(b"A build of sitegen works here; if none is running, delete this folder.\n")
    places.new.mkdir()
    if places.previous.exists():
        clear_previous(places, manifest.read(places.previous))


def _put_back(places: Places) -> None:
    """Put the old site back where a build was killed between its two renames."""
    if not places.previous.is_dir():
        return
    if places.output.is_dir() and not any(places.output.iterdir()):
        places.output.rmdir()
    if not places.output.exists():
        places.previous.rename(places.output)


def _remove_stale(places: Places) -> None:
    now = time.time()
    for folder in places.output.parent.glob(f".{_escape(places.output.name)}-building-*"):
        marker = folder / MARKER
        if not folder.is_symlink() and marker.is_file() and now - marker.stat().st_mtime > STALE:
            discard(folder)


def _escape(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def clear_previous(places: Places, listed: frozenset[str]) -> None:
    """Remove the old site, after carrying over what others put there while the build went on.

    Args:
        places: the folders; the new site is in its place.
        listed: what sitegen wrote into the old site.

    Raises:
        OSError: something cannot be carried over; then nothing is removed.
    """
    for leaf in trees.leaves(places.previous):
        if leaf.path not in listed and leaf.path != manifest.NAME and not os.path.lexists(places.output / leaf.path):
            trees.carry_leaf(leaf, places.previous, places.output)
    # Into the staging folder first: a removal that is cut short is then finished by a later build.
    places.previous.rename(places.staging / f"old-{secrets.token_hex(4)}")


def discard(staging: Path) -> None:
    """Remove a staging folder, its marker last, so that a removal that is cut short can be taken up again.

    What can't be removed stays for a later build: the site itself is in its place by now, or as it was.
    """
    with contextlib.suppress(OSError):
        for child in list(staging.iterdir()) if staging.is_dir() else ():
            if child.name != MARKER:
                trees.remove(child)
        trees.remove(staging)
