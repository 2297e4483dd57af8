"""Serve the preview: livereload's socket, client script and script injector; pages, errors and ports of our own.

livereload's watcher and server loop are not used: they rebuild once per file, drop saves that follow a reload,
and block requests while building.
"""

from __future__ import annotations

import errno
import json
import logging
import mimetypes
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler  # type: ignore[import-untyped]
from livereload.server import LiveScriptInjector  # type: ignore[import-untyped]
from tornado import httpserver, ioloop, netutil, web
from tornado.websocket import WebSocketHandler

from sitegen.commands.preview import client
from sitegen.errors import SitegenError

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from tornado.httputil import HTTPServerRequest

    from sitegen.commands.preview.state import State

PORTS_TRIED = 100
"""How many ports after the wanted one are tried."""


def open_sockets(host: str, port: int) -> tuple[list[socket.socket], int]:
    """Listen on `host`, on `port` or the next free one; return the sockets and the port.

    Raises:
        SitegenError: the address is not this computer's, or no port is free or allowed.
    """
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        try:
            sockets = netutil.bind_sockets(candidate, host)
        except OSError as error:
            if error.errno == errno.EADDRINUSE and candidate:
                continue
            raise SitegenError(
                f"The preview cannot listen there ({error.strerror or error}).",
                f"--host {host} --port {candidate}",
                "Leave out --host, or choose a --port above 1023.",
            ) from error
        return sockets, sockets[0].getsockname()[1]
    raise SitegenError(
        "No free port was found.", f"--port {port}", "Choose another one, or --port 0 for any that is free."
    )


def start(
    sockets: list[socket.socket], folder: Path, state: State
) -> tuple[httpserver.HTTPServer, Callable[[str], None]]:
    """Serve `folder` on `sockets`, on the running event loop.

    Returns:
        The server, and what tells every browser to load `path` again (`*`: the page), callable from any thread.
    """
    logging.getLogger("tornado").addHandler(logging.NullHandler())
    logging.getLogger("tornado").propagate = False
    logging.getLogger("livereload").addHandler(logging.NullHandler())
    loop = ioloop.IOLoop.current()
    LiveReloadHandler.watcher = SimpleNamespace(filepath="")
    LiveReloadHandler.live_css = True
    server = httpserver.HTTPServer(application(folder, state))
    server.add_sockets(sockets)

    def reload(path: str) -> None:
        loop.add_callback(LiveReloadHandler.reload_waiters, path)

    return server, reload


def application(folder: Path, state: State) -> web.Application:
    """Return what answers the requests for the site in `folder`."""

    class Injector(LiveScriptInjector):  # type: ignore[misc] # livereload has no types
        """Adds the script to a page, with the number of the build that was the latest when the request came."""

        def __init__(self, request: HTTPServerRequest) -> None:
            super().__init__(request)
            self.script = client.script_tag(state.build_name)

    return web.Application(
        [
            (r"/livereload", Socket),
            (r"/livereload\.js", Client),
            (client.SCRIPT_PATH, Text, {"read": lambda: client.SCRIPT, "kind": "text/javascript"}),
            (client.BUILD_PATH, Text, {"read": lambda: state.build_name, "kind": "text/plain"}),
            (r"/(.*)", Page, {"path": str(folder), "default_filename": "index.html"}),
        ],
        transforms=[Injector],
        state=state,
        log_function=lambda _handler: None,
    )


class Socket(LiveReloadHandler):  # type: ignore[misc] # as above
    """livereload's socket, for pages of this server only."""

    def check_origin(self, origin: str) -> bool:
        """Refuse other web sites, which livereload lets in."""
        return WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str | bytes) -> None:
        """Count the page as waiting from its first word on: a build that ends a moment later must reach it."""
        try:
            command = json.loads(message)["command"]
        except (ValueError, KeyError, TypeError):
            self.close()
            return
        super().on_message(message)
        if command == "hello":
            LiveReloadHandler.waiters.add(self)


class Fresh(web.RequestHandler):
    """An answer that no browser keeps."""

    def set_default_headers(self) -> None:
        """Forbid keeping it."""
        self.set_header("Cache-Control", "no-store")


class Client(Fresh, LiveReloadJSHandler):  # type: ignore[misc] # as above
    """livereload's client script."""


class Text(Fresh):
    """A small text."""

    def initialize(self, read: Callable[[], str], kind: str) -> None:
        """Take what to answer with."""
        self._read = read
        self._kind = kind

    def get(self) -> None:
        """Answer."""
        self.set_header("Content-Type", f"{self._kind}; charset=utf-8")
        self.finish(self._read())


class Page(Fresh, web.StaticFileHandler):
    """A file of the site, or a page that says why there is none."""

    @property
    def _state(self) -> State:
        state: State = self.settings["state"]
        return state

    def parse_url_path(self, url_path: str) -> str:
        """Find the site also under the path it is published at: its 404 page links there."""
        return super().parse_url_path(url_path.removeprefix(self._state.base_path))

    def prepare(self) -> None:
        """While there is no site, say so whatever was asked for."""
        if self._state.problem:
            self._say(500, client.error_page(self._state.problem))
        elif not self._state.built:
            self._say(503, client.building_page())

    def get_content_type(self) -> str:
        """Return the type by extension, the same on every system (Windows keeps some in its registry)."""
        found = TYPES.get(Path(self.absolute_path or "").suffix.lower())
        return found or mimetypes.MimeTypes().guess_type(self.absolute_path or "")[0] or "application/octet-stream"

    def should_return_304(self) -> bool:
        """Answer in full: pages change within the second that dates of files are told in."""
        return False

    def write_error(self, status_code: int, **details: Any) -> None:  # noqa: ANN401 - tornado's signature
        """Show the site's own page for what is not there, and for what lies outside the site."""
        if status_code not in {403, 404}:
            super().write_error(status_code, **details)
            return
        own = Path(self.root) / "404.html"
        self._say(404, own.read_bytes() if own.is_file() else client.missing_page(self.request.path))

    def _say(self, status: int, page: str | bytes) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page)


TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
