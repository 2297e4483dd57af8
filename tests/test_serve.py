"""The preview, as a reader's browser meets it: a process of its own, with a build small enough to be known by heart."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 15.0
"""Seconds until a condition that should come true is given up; a machine under load is slow, not wrong."""

# A page for each seed, a stylesheet from static/, a frame from templates/; a seed that says BROKEN breaks the build.
FAKE = r"""
import sys, time, types
from dataclasses import dataclass
from pathlib import Path
from sitegen.errors import SitegenError
from sitegen.write import staged

HEAD = (
    "<!doctype html><html><head><title>x</title><link rel='icon' href='data:,'>"
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'self\'; '
    "style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'\">"
    "<link rel='stylesheet' href='style.css'></head>"
)

@dataclass
class Project:
    root: Path
    def __getattr__(self, name):
        return self.root / name
    @property
    def url(self):
        return "https://example.org/repo/"

@dataclass
class Report:
    changed: int
    removed: int
    notices: tuple = ()

def find_project(start):
    if (start / "sitegen.toml").read_text() == "broken":
        raise SitegenError("The settings are broken.", "sitegen.toml, line 1", "Mend them.")
    return Project(start)

def build(project, output, progress):
    sources = sorted((project.root / "seeds").glob("*.txt"))
    frame = project.root / "templates" / "frame.html"
    before = frame.read_text() if frame.exists() else ""
    with staged(output, (project.root / "seeds",)) as stage:
        for number, source in enumerate(sources):
            progress(number, len(sources), source.name)
            text = source.read_text()
            if "BROKEN" in text:
                raise SitegenError("<b>Broken</b> seed.", f"{source.name}:1", "Mend it & look.")
            if "CRASH" in text:
                raise ZeroDivisionError("crash")
            stage.put(f"{source.stem}.html", (HEAD + f"<body>{before}{text}</body></html>").encode())
        stage.put("404.html", b"<html><head></head><body>our own 404</body></html>")
        for style in sorted((project.root / "static").glob("*")):
            stage.put(style.name, style.read_bytes())
        written = stage.commit()
    return Report(len(written.changed), len(written.removed))

for name, members in (("config", {"find_project": find_project}), ("build", {"build": build})):
    module = types.ModuleType(f"sitegen.{name}")
    vars(module).update(members)
    sys.modules[f"sitegen.{name}"] = module

from sitegen.cli import main
sys.exit(main())
"""


class Served:
    """A running preview, of a stand-in for the build or of the real one."""

    def __init__(self, project: Path, *options: str, program: tuple[str, ...] = ("-c", FAKE)) -> None:
        self.project = project
        self.lines: list[str] = []
        self.temporary = project.parent / "temporary"
        self.temporary.mkdir(exist_ok=True)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(self.temporary), "TMP": str(self.temporary)}
        command = [sys.executable, *program, "serve", "--project", str(project), *(options or ("--port", "0"))]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        wait_until(lambda: bool(self.found("Serving http://")), lambda: "\n".join(self.lines))
        address = re.search(r"http://([^:]+):(\d+)/", self.found("Serving")[0])
        assert address
        self.host, self.port = address[1], int(address[2])

    def _read(self) -> None:
        assert self.process.stdout
        with self.process.stdout as said:
            self.lines.extend(line.rstrip("\n") for line in said)

    def found(self, words: str) -> list[str]:
        return [line for line in self.lines if words in line]

    def get(self, path: str) -> tuple[int, str, http.client.HTTPMessage]:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), answer.headers

    def shows(self, path: str, text: str, status: int = 200) -> bool:
        found, page, _ = self.get(path)
        return found == status and text in page

    def wait_for(self, path: str, text: str, status: int = 200) -> None:
        wait_until(lambda: self.shows(path, text, status), lambda: f"{self.get(path)}\n" + "\n".join(self.lines))

    def edit(self, path: str, text: str) -> None:
        file = self.project / path
        file.parent.mkdir(exist_ok=True)
        draft = self.project / "draft"  # moved into place, as many editors save: never seen half written
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)

    def end(self, how: int = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(PATIENCE)
        self._reader.join()
        return code


def wait_until(condition: Callable[[], bool], told: Callable[[], str] = str) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, told()
        time.sleep(0.02)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for name in ("seeds", "static"):
        (root / name).mkdir(parents=True)
    (root / "sitegen.toml").write_text("")
    (root / "seeds" / "index.txt").write_text("first words")
    (root / "static" / "style.css").write_text("p { color: red }")
    return root


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    preview = Served(project)
    try:
        preview.wait_for("/", "first words")
        yield preview
    finally:
        preview.end()


@contextlib.asynccontextmanager
async def connect(
    served: Served, origin: str | None = None
) -> AsyncIterator[Callable[[], Coroutine[None, None, dict[str, object]]]]:
    """Open a socket as livereload's client does; give what waits for the next message."""
    request = HTTPRequest(
        f"ws://{served.host}:{served.port}/livereload",
        headers={"Origin": origin or f"http://{served.host}:{served.port}"},
    )
    browser = await websocket_connect(request)
    await browser.write_message(json.dumps({"command": "hello", "protocols": []}))

    async def following() -> dict[str, object]:
        message = await asyncio.wait_for(browser.read_message(), PATIENCE)
        assert message is not None
        found: dict[str, object] = json.loads(message)
        return found

    try:
        assert (await following())["command"] == "hello"
        yield following
    finally:
        browser.close()
        while await browser.read_message() is not None:
            pass


def test_a_page_is_served_fresh_and_with_the_script_that_follows(served: Served) -> None:
    status, page, headers = served.get("/index.html")
    assert (status, headers["Cache-Control"]) == (200, "no-store")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    script = re.search(r'<script defer src="(/-sitegen/reload\.js\?build=([\w-]+))"></script></head>', page)
    assert script
    assert served.get("/-sitegen/build")[1] == script[2]
    assert "livereload.js" in served.get(script[1])[1]
    assert "LiveReload" in served.get("/livereload.js")[1]
    assert served.get("/style.css")[2]["Content-Type"] == "text/css; charset=utf-8"


def test_the_site_is_found_under_the_path_it_is_published_at(served: Served) -> None:
    assert served.shows("/repo/index.html", "first words")
    assert served.shows("/repo/style.css", "red")


def test_a_missing_page_is_the_sites_own_404(served: Served) -> None:
    for path in ("/nowhere.html", "/a/b/c", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"):
        assert served.shows(path, "our own 404", 404), path


def test_nobody_else_can_make_pages_reload(served: Served) -> None:
    assert served.get("/forcereload")[0] == 404

    async def scene() -> None:
        async with connect(served, origin="http://elsewhere.example"):
            pass

    with pytest.raises(Exception, match="403"):
        asyncio.run(scene())


def test_an_edit_reaches_the_browser(served: Served) -> None:
    async def scene() -> list[dict[str, object]]:
        async with connect(served) as following:
            messages = []
            for path, text in (("seeds/index.txt", "second words"), ("static/style.css", "p { color: blue }")):
                served.edit(path, text)
                messages.append(await following())
            return messages

    page, style = asyncio.run(scene())
    assert (page["command"], page["path"]) == ("reload", "*")
    assert (style["command"], style["path"], style["liveCSS"]) == ("reload", "style.css", True)
    assert served.shows("/", "second words")
    assert served.shows("/style.css", "blue")
    assert re.fullmatch(r"\d\d:\d\d:\d\d rebuilt in \d+\.\d s: 1 page changed", served.found("rebuilt")[0])


def test_a_save_right_after_a_reload_is_not_lost(served: Served) -> None:
    async def scene() -> None:
        async with connect(served) as following:
            for number in range(4):
                served.edit("seeds/index.txt", f"edit {number}")
                await following()
                assert served.shows("/", f"edit {number}")

    asyncio.run(scene())


def test_five_rapid_saves_are_few_builds_and_the_last_one_wins(served: Served) -> None:
    for number in range(5):
        (served.project / "seeds" / "index.txt").write_text(f"save {number}")
    served.wait_for("/", "save 4")
    assert len(served.found("rebuilt")) <= 2


def test_an_error_is_shown_and_mends_itself(served: Served) -> None:
    async def scene() -> None:
        async with connect(served) as following:
            served.edit("seeds/index.txt", "BROKEN")
            await following()
            status, page, _ = served.get("/any.html")
            assert status == 500
            assert "&lt;b&gt;Broken&lt;/b&gt; seed." in page
            assert "index.txt:1" in page
            assert "Mend it &amp; look." in page
            assert "/-sitegen/reload.js" in page
            # what the site held before: nothing changed, and yet it reloads
            served.edit("seeds/index.txt", "first words")
            await following()
            assert served.shows("/", "first words")

    asyncio.run(scene())
    assert (
        "not built: <b>Broken</b> seed. | where: index.txt:1 | to do: Mend it & look." in served.found("not built")[0]
    )


def test_an_error_nobody_expected_does_not_end_it(served: Served) -> None:
    served.edit("seeds/index.txt", "CRASH")
    served.wait_for("/", "ZeroDivisionError: crash", 500)
    served.edit("seeds/index.txt", "fine")
    served.wait_for("/", "fine")
    assert not served.found("Traceback")


def test_settings_and_folders_that_come_and_go_are_followed(served: Served) -> None:
    served.edit("templates/frame.html", "a frame; ")
    served.wait_for("/", "a frame; first words")
    served.edit("templates/frame.html", "another frame; ")
    served.wait_for("/", "another frame; first words")
    served.edit("sitegen.toml", "broken")
    served.wait_for("/", "The settings are broken.", 500)
    served.edit("sitegen.toml", "")
    served.wait_for("/", "another frame; first words")
    (served.project / "templates" / "frame.html").unlink()
    (served.project / "templates").rmdir()
    wait_until(lambda: "frame" not in served.get("/")[1])
    served.edit("templates/frame.html", "a third frame; ")
    served.wait_for("/", "a third frame; first words")


def test_a_folder_made_anew_at_once_is_still_followed(served: Served) -> None:
    for number in range(5):  # the new folder may get the inode of the old one
        served.edit("templates/frame.html", f"frame {number}; ")
        served.wait_for("/", f"frame {number}; first words")
        shutil.rmtree(served.project / "templates")


def test_a_first_build_that_fails_is_mended_in_place(project: Path) -> None:
    (project / "sitegen.toml").write_text("broken")
    preview = Served(project)
    try:
        preview.wait_for("/", "The settings are broken.", 500)
        preview.edit("sitegen.toml", "")
        preview.wait_for("/", "first words")
    finally:
        preview.end()


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be sent Ctrl-C there without its group")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly_and_leaves_nothing(project: Path, how: int) -> None:
    preview = Served(project)
    preview.wait_for("/", "first words")
    assert preview.end(how) == 0
    assert len(preview.lines) == 3, preview.lines
    assert list(preview.temporary.iterdir()) == []
    assert sorted(path.name for path in project.iterdir()) == ["seeds", "sitegen.toml", "static"]


def test_a_taken_port_is_passed_over_and_said(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        wanted = taken.getsockname()[1]
        preview = Served(project, "--port", str(wanted))
        try:
            assert wanted < preview.port <= wanted + 100
            assert preview.found(f"Port {wanted} is taken; using {preview.port}.")
        finally:
            preview.end()


def test_an_address_of_another_computer_is_a_plain_error(project: Path) -> None:
    command = [sys.executable, "-c", FAKE, "serve", "--project", str(project), "--host", "192.0.2.1"]
    with tempfile.TemporaryDirectory() as elsewhere:
        ended = subprocess.run(
            command,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=elsewhere,
            timeout=60,
            check=False,
        )
    assert ended.returncode == 2
    assert re.fullmatch(r"error: .*\n  where: --host 192.0.2.1 --port 8000\n  to do: .*\n", ended.stderr)
