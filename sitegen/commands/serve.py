"""`sitegen serve`: show the site in a browser, and let it follow the edits."""

from __future__ import annotations

import asyncio
import signal
import tempfile
import threading
import time
import webbrowser
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sitegen.commands.preview.building import Outcome, Stopped, attempt
from sitegen.commands.preview.state import State
from sitegen.commands.preview.watching import Watched, changes
from sitegen.commands.terminal import one_line
from sitegen.errors import SitegenError

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from types import FrameType

    from sitegen.build import Report

CONFIGURATION = "sitegen.toml"
FOLDERS = ("seeds", "templates", "static")
LAST_WAIT = 2.0
"""Seconds that a build under way is given to end with the preview."""


@dataclass(slots=True)
class Preview:
    """A preview while it runs."""

    root: Path
    """The project."""
    site: Path
    """Where the site is built: never the project's own `site/`."""
    state: State = field(default_factory=State)
    """How the latest build went."""
    stop: threading.Event = field(default_factory=threading.Event)
    """Set to end it."""
    failure: SitegenError | None = None
    """Why it had to end, if it had to."""

    def build(self, progress: Callable[[int, int, str], None]) -> Report:
        """Build the site with the project's settings as they are now."""
        from sitegen.build import build
        from sitegen.config import find_project

        project = find_project(self.root)
        self.state.base_path = f"{urlsplit(project.url).path.strip('/')}/".lstrip("/")
        return build(project, self.site, progress)

    def follow(self, reload: Callable[[str], None], first_done: Callable[[], None]) -> None:
        """Build now and after each change, until the preview is stopped. Runs in a thread of its own.

        Args:
            reload: tells the browsers what to load again.
            first_done: called after the first build.
        """
        try:
            for sources in changes(watched(self.root), self.stop):
                first = not self.state.built
                outcome = attempt(self.build, sources, self.stop)
                say(describe(outcome, first=first))
                for notice in outcome.notices:
                    say(f"         note: {notice}")
                if self.state.take(outcome):
                    reload(outcome.stylesheet or "*")
                if first:
                    first_done()
        except Stopped:
            return
        except OSError as error:
            self.failure = SitegenError(
                f"The project's folders cannot be watched ({error}).",
                str(self.root),
                "Set WATCHFILES_FORCE_POLLING=1 and try again, or raise the system's limit of watched files.",
            )
            self.stop.set()


def run(start: Path, host: str, port: int, *, opens: bool) -> None:
    """Serve the project that `start` lies in until Ctrl-C or SIGTERM.

    Args:
        start: the project's folder, or one inside it.
        host: address to listen on.
        port: port to listen on; the next free one if it is taken, any for 0.
        opens: whether to open a browser after the first build.

    Raises:
        SitegenError: there is no project, the address cannot be listened on, or folders cannot be watched.
    """
    from sitegen.commands.preview.server import open_sockets

    root = find_root(start)
    sockets, found = open_sockets(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{found}/"
    if port not in {0, found}:
        say(f"Port {port} is taken; using {found}.")
    say(f"Serving {address} (Ctrl-C ends it).")
    say(f"Watching {', '.join(f'{name}/' for name in FOLDERS)} and {CONFIGURATION} in {root}.")
    with tempfile.TemporaryDirectory(prefix="sitegen-preview-", ignore_cleanup_errors=True) as folder:
        preview = Preview(root, Path(folder).resolve() / "site")
        for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _stopper(preview.stop))
        asyncio.run(_serve(preview, sockets, (lambda: _open(address)) if opens else (lambda: None)))
    if preview.failure:
        raise preview.failure


async def _serve(preview: Preview, sockets: list[socket.socket], first_done: Callable[[], None]) -> None:
    from sitegen.commands.preview.server import start

    server, reload = start(sockets, preview.site, preview.state)
    builder = threading.Thread(target=preview.follow, args=(reload, first_done), name="builder", daemon=True)
    builder.start()
    while not preview.stop.is_set():  # noqa: ASYNC110 - a signal handler cannot set an asyncio.Event
        await asyncio.sleep(0.1)
    server.stop()
    builder.join(LAST_WAIT)
    await server.close_all_connections()


def _stopper(stop: threading.Event) -> Callable[[int, FrameType | None], None]:
    def handle(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    return handle


def _open(address: str) -> None:
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def find_root(start: Path) -> Path:
    """Return the project's folder, also where its settings are broken: the preview then shows what is wrong.

    Raises:
        SitegenError: there is no project here.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / CONFIGURATION).is_file():
            return folder
    from sitegen.config import find_project

    return find_project(start).root


def watched(root: Path) -> Watched:
    """Return what the site is made of: the project, and the built-in theme where it is a checkout's."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parent
    is_checkout = (checkout / "pyproject.toml").exists() and not (package / "_theme").exists()
    folders = [root / name for name in FOLDERS]
    folders += [checkout / name for name in FOLDERS[1:] if is_checkout]
    return Watched(tuple(dict.fromkeys(folders)), (root / CONFIGURATION,))


def describe(outcome: Outcome, *, first: bool) -> str:
    """Return one line about a build, with the time of day."""
    clock = time.strftime("%H:%M:%S")
    if outcome.problem:
        problem = outcome.problem
        return f"{clock} not built: {problem.what} | where: {problem.where} | to do: {problem.todo}"
    if first:
        return f"{clock} built in {outcome.seconds:.1f} s"
    changed = f"{outcome.changed} {'page' if outcome.changed == 1 else 'pages'} changed"
    removed = f", {outcome.removed} removed" if outcome.removed else ""
    return f"{clock} rebuilt in {outcome.seconds:.1f} s: {changed}{removed}"


def say(line: str) -> None:
    """Print a line at once; a reader who went away does not end the preview."""
    try:
        print(one_line(line), flush=True)
    except (OSError, ValueError):
        return
