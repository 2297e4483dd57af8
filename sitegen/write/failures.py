"""Say in plain words what the operating system refused."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def explain(error: OSError, where: Path) -> SitegenError:
    """Return `error`, met while writing `where`, as a problem that a user can mend."""
    reason = error.strerror or str(error)
    if error.errno in FULL:
        return SitegenError(
            f"The disk is full: the site could not be written ({reason}).",
            str(where),
            "Free some space and build again; the old site is as it was.",
        )
    if error.errno in FORBIDDEN:
        return SitegenError(
            f"The site may not be written here ({reason}).",
            str(where),
            "Change the permissions, close programs that use the folder, or choose another one with --output.",
        )
    return SitegenError(
        f"The site could not be written ({reason}).",
        str(where),
        "Mend this and build again; the old site is as it was.",
    )


@contextmanager
def explained(where: Path) -> Iterator[None]:
    """Let an OSError from the block leave as a SitegenError about `where`."""
    try:
        yield
    except OSError as error:
        raise explain(error, where) from error
