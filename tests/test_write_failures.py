"""The old site survives: errors at every step, a full disk, Ctrl-C, and a kill at any moment."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.errors import SitegenError
from sitegen.write import staged, trees

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
OLD = {"a": "old", "b": "old", "folder/gone": "old"}
NEW = {"a": "new", "b": "old", "other/new": "new"}
THEIRS = {"CNAME": "theirs", "theirs/file": "theirs"}

# Kills itself just before the n-th call of the operating system that changes a file system.
KILLED = """
import os, signal, sys
from pathlib import Path
from sitegen.write import staged

moment, output = int(sys.argv[1]), Path(sys.argv[2])
calls = 0

def counted(event, arguments):
    global calls
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if event in {"os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod"} or writes:
        calls += 1
        if calls == moment:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(counted)
with staged(output) as stage:
    for path, text in PAGES.items():
        stage.put(path, text.encode())
    stage.commit()
print("done")
"""


def build(output: Path, pages: dict[str, str]) -> None:
    with staged(output) as stage:
        for path, text in pages.items():
            stage.put(path, text.encode())
        stage.commit()


def held(folder: Path) -> dict[str, str]:
    found = {leaf.path: (folder / leaf.path).read_text() for leaf in trees.leaves(folder)}
    del found["sitegen-manifest.json"]
    return found


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site as it stands before a build, with files of others in it."""
    site = tmp_path / "site"
    build(site, OLD)
    for path, text in THEIRS.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(text)
    return site


class Breaker:
    """Lets the n-th of the calls it stands in for fail."""

    def __init__(self, at: int, error: BaseException) -> None:
        self.at, self.error, self.calls = at, error, 0

    def over(self, owner: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        real: Callable[..., object] = getattr(owner, name)

        def call(*arguments: object, **options: object) -> object:
            self.calls += 1
            if self.calls == self.at:
                raise self.error
            return real(*arguments, **options)

        monkeypatch.setattr(owner, name, call)


STEPS = [(Path, "write_bytes"), (Path, "mkdir"), (Path, "rename"), (os, "link"), (os, "scandir")]
ERRORS = [
    OSError(errno.ENOSPC, "No space left on device"),
    PermissionError(errno.EACCES, "denied"),
    KeyboardInterrupt(),
]


@pytest.mark.parametrize("error", ERRORS, ids=["full", "forbidden", "ctrl-c"])
@pytest.mark.parametrize(("owner", "name"), STEPS, ids=[name for _, name in STEPS])
def test_a_failure_at_any_step_leaves_the_old_site_or_the_new_one(
    output: Path, owner: object, name: str, error: BaseException
) -> None:
    failed = 0
    for moment in range(1, 40):
        before = held(output)
        with pytest.MonkeyPatch.context() as patch:
            breaker = Breaker(moment, error)
            breaker.over(owner, name, patch)
            caught: BaseException | None = None
            try:
                build(output, NEW)
            except (SitegenError, KeyboardInterrupt) as problem:
                caught = problem
        assert held(output) in (before, NEW | THEIRS)
        if breaker.calls < moment:
            break
        failed += caught is not None
        left = beside(output, name)
        # The one thing that may stay: the old site, once the new one is in its place. The next build removes it.
        assert left == [] or (left == [".site-previous"] and held(output) == NEW | THEIRS)
        build(output, OLD)
        assert held(output) == OLD | THEIRS
    else:
        pytest.fail("it never came to an end")
    assert failed or name == "link"  # a link that fails becomes a copy
    assert held(output) == NEW | THEIRS
    assert beside(output, name) == []


def beside(output: Path, failing: str) -> list[str]:
    """Return what is left beside the output.

    Where reading folders fails, clearing up can be what failed: a later build removes the staging folder that is left.
    """
    names = [path.name for path in output.parent.iterdir() if path != output]
    return [name for name in names if not (failing == "scandir" and name.startswith(".site-building-"))]


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "may not be written"), (errno.EIO, "Input/out")]
)
def test_a_failure_is_said_in_plain_words(
    output: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    Breaker(1, OSError(number, os.strerror(number))).over(Path, "write_bytes", monkeypatch)
    with pytest.raises(SitegenError, match=words) as caught:
        build(output, NEW)
    assert caught.value.where.startswith(str(output))
    assert "building" not in caught.value.where


def test_a_first_build_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Breaker(1, OSError(errno.EIO, "Input/output error")).over(Path, "rename", monkeypatch)
    with pytest.raises(SitegenError):
        build(tmp_path / "site", NEW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal there")
def test_a_kill_at_any_moment_leaves_the_old_site_or_the_new_one_whole(output: Path) -> None:
    script = KILLED.replace("PAGES", repr(NEW))
    seen, moment = set(), 0
    while "done" not in seen:
        moment += 1
        assert moment < 100
        command = [sys.executable, "-c", script, str(moment), str(output)]
        ended = subprocess.run(
            command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, timeout=60, check=False
        )
        assert ended.returncode in {0, -signal.SIGKILL}, ended.stderr.decode()
        if not output.exists():
            seen.add("between")
        with staged(output):  # the next start mends
            found = held(output)
        assert found in (OLD | THEIRS, NEW | THEIRS)
        seen.add("done" if ended.returncode == 0 else "new" if found == NEW | THEIRS else "old")
        build(output, OLD)
        assert held(output) == OLD | THEIRS
    assert seen == {"old", "between", "new", "done"}
