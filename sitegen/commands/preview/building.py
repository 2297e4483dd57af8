"""Build the preview into a temporary folder, again and again, and remember how it went."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.errors import SitegenError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from sitegen.build import Report

    Progress = Callable[[int, int, str], None]
    Build = Callable[[Progress], Report]


class Stopped(Exception):  # noqa: N818 - no error: the user ended the preview while it was building
    """The preview ends, and with it the build under way."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build went."""

    seconds: float
    """How long it took."""
    changed: int
    """Files that are new or hold other bytes than before."""
    removed: int
    """Files that are no more."""
    problem: SitegenError | None
    """Why there is no site, or None."""
    stylesheet: str
    """Name of the one stylesheet that changed, or "" where the page itself may have."""
    notices: tuple[str, ...]
    """What the build remarked."""


def attempt(build: Build, sources: frozenset[Path], stop: threading.Event) -> Outcome:
    """Build once. Whatever goes wrong becomes the outcome's problem: a preview outlives every error.

    Args:
        build: builds the site, given whom to tell of its progress.
        sources: what changed since the last one.
        stop: set when the preview ends.

    Raises:
        Stopped: `stop` was set meanwhile.
    """

    def heed_stop(_done: int, _total: int, _what: str) -> None:
        if stop.is_set():
            raise Stopped

    start = time.monotonic()
    changed, removed = 0, 0
    notices: tuple[str, ...] = ()
    problem = None
    try:
        report = build(heed_stop)
        changed, removed, notices = report.changed, report.removed, report.notices
    except SitegenError as error:
        problem = error
    except Stopped:
        raise
    except Exception as error:  # noqa: BLE001 - the last net: see above
        problem = _unexpected(error)
    return Outcome(
        seconds=time.monotonic() - start,
        changed=changed,
        removed=removed,
        problem=problem,
        stylesheet=_only_stylesheet(sources) if (changed, removed) == (1, 0) else "",
        notices=notices,
    )


def _only_stylesheet(sources: frozenset[Path]) -> str:
    """Return the name of the changed source if it is one stylesheet; its copy in the site is then what changed."""
    names = [source.name for source in sources]
    return names[0] if len(names) == 1 and names[0].endswith(".css") else ""


def _unexpected(error: Exception) -> SitegenError:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return SitegenError(
        f"sitegen met an error it did not expect: {type(error).__name__}: {error}",
        f"{Path(frame.filename).name}:{frame.lineno}",
        "End the preview, run `sitegen build --debug` and report the traceback.",
    )
