"""The list of the files that sitegen wrote, kept in the output so that the next build knows them.

Paths only: what the files hold is seen in the files, and a digest would change this one with every edit.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "sitegen-manifest.json"
FORMAT = "sitegen-manifest/1"


def encode(paths: Iterable[str]) -> bytes:
    """Return the manifest of `paths`: sorted, one a line."""
    listed = {"format": FORMAT, "files": sorted(paths)}
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


def read(folder: Path) -> frozenset[str]:
    """Return the paths that the manifest in `folder` lists; none where there is no manifest.

    Raises:
        SitegenError: it is not a manifest, for example after a merge conflict.
        OSError: it cannot be read.
    """
    file = folder / NAME
    try:
        return _decode(file.read_bytes())
    except FileNotFoundError:
        return frozenset()
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SitegenError(
            "The list of the files that sitegen wrote cannot be understood, so it is not known which are yours.",
            str(file),
            "Restore this file as sitegen wrote it, or move your own files away and delete the output folder.",
        ) from error


def _decode(data: bytes) -> frozenset[str]:
    listed = json.loads(data)
    if listed["format"] != FORMAT:
        raise ValueError(listed["format"])
    return frozenset(str(path) for path in listed["files"])
