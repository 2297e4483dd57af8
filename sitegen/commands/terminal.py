"""What a terminal can show: colour, progress, and text that cannot steer it."""

from __future__ import annotations

import io
import os
import re
import sys
import time
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 1.0
"""Seconds of work before a progress bar is worth a reader's eyes."""

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that move the cursor, change colours or turn the direction of writing. Not: tab and newline."""


def printable(text: str) -> str:
    """Return `text` with steering characters written out: the escape character as its number."""
    return STEERING.sub(lambda found: ascii(found[0])[1:-1], text)


def one_line(text: str) -> str:
    """Return `text` as one line, printable."""
    return printable(" ".join(text.split("\n")).replace("\t", " "))


def colour_wanted(stream: TextIO) -> bool:
    """Whether to write colours to `stream`: a terminal that can show them, and nobody asked for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def speak_utf8(stream: TextIO) -> None:
    """Let `stream` write UTF-8 whatever the locale; half surrogates (from odd file names) are written out."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence(stream: TextIO) -> None:
    """Send what is left in `stream` nowhere: its reader went away, and Python flushes it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class Progress:
    """A progress bar on stderr, drawn only on a terminal and only for work that lasts.

    Use it as a context manager; call it with (done, total, what) as work goes on.
    """

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int, what: str) -> None:
        """Show that `done` of `total` steps are done and that `what` is being worked on."""
        if self._bar is None:
            if time.monotonic() - self._start < PATIENCE or not sys.stderr.isatty():
                return
            self._open()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, total=total, description=one_line(what))

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        text = TextColumn("{task.description}", markup=False)
        self._bar = Progress(text, BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("")
        self._bar.start()
