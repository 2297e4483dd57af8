"""The command line: words, exit codes, and problems said in three lines."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
import types
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen import cli
from sitegen.commands import terminal
from sitegen.errors import SitegenError
from sitegen.model import Article, Comparison, Edit, Hunk, Kind, Link, Masthead, Paragraph, State

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {"jinja2", "livereload", "tornado", "rich", "markdown_it", "sentencex", "watchfiles", "msgspec", "rapidfuzz"}


def article(key: str, *paragraphs: tuple[str, ...]) -> Article:
    return Article(
        key=key,
        file=f"{key}.txt",
        sha256="0" * 64,
        slug=key,
        name=key.title(),
        language="en",
        masthead=Masthead(),
        paragraphs=tuple(
            Paragraph(Kind.BODY, "".join(sentences), sentences, (line,)) for line, sentences in enumerate(paragraphs, 1)
        ),
        lines=(),
        removals=(),
    )


LONG = " ".join(f"word{number}" for number in range(40)) + "."
BASE = article("one", (LONG,), ("He said yes. ", "It rained. "), ("Only in the first “one”.",))
OTHER = article("two", ("It poured \x1b[31mdown. ",), (LONG,), ("He said no. ",), ("Only \u202ehere.",))
COMPARISON = Comparison(
    BASE,
    OTHER,
    hunks=(
        Hunk(
            ((1, 1),),
            ((0, 0),),
            State.REWRITTEN,
            True,
            0.3,
            (Edit("=", "It "), Edit("-", "rained. "), Edit("+", "poured \x1b[31mdown. ")),
        ),
        Hunk(((0, 0),), ((1, 0),), State.VERBATIM, False, 1.0, (Edit("=", LONG),)),
        Hunk(
            ((1, 0),),
            ((2, 0),),
            State.REWORDED,
            False,
            0.7,
            (Edit("=", "He said "), Edit("-", "yes. "), Edit("+", "no. ")),
        ),
        Hunk(((2, 0),), (), State.DELETION, False, 0.0, (Edit("-", "Only in the first “one”."),)),
        Hunk((), ((3, 0),), State.INSERTION, False, 0.0, (Edit("+", "Only \u202ehere."),)),
    ),
    links=(Link(0, 1, 1.0, State.VERBATIM, False), Link(1, 0, 0.123456, State.REWRITTEN, True)),
)


@dataclass
class Project:
    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"


@dataclass
class Report:
    stories: int = 1
    articles: int = 5
    pages: int = 27
    changed: int = 25
    removed: int = 2
    notices: tuple[str, ...] = ()
    summary: str = "Base: RT, 71 % of everything told."


class Fake:
    """Stands in for the floors below the commands."""

    def __init__(self) -> None:
        self.report = Report()
        self.error: BaseException | None = None
        self.outputs: list[Path] = []
        self.as_is: list[bool] = []

    def find_project(self, start: Path) -> Project:
        return Project(start.resolve())

    def build(self, _project: Project, output: Path, progress: object) -> Report:
        assert callable(progress)
        progress(0, 1, "reading")
        self.outputs.append(output)
        if self.error:
            raise self.error
        return self.report

    def compare_files(self, _base: Path, _other: Path, as_is: bool) -> Comparison:  # noqa: FBT001 - the real one's
        self.as_is.append(as_is)
        return COMPARISON


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Fake:
    stand_in = Fake()
    modules: dict[str, dict[str, object]] = {
        "config": {"find_project": stand_in.find_project},
        "build": {"build": stand_in.build, "compare_files": stand_in.compare_files},
        "pages": {"standalone_comparison": lambda found: f"<p>{found.base.key}</p>\n"},
    }
    for name, members in modules.items():
        module = types.ModuleType(f"sitegen.{name}")
        vars(module).update(members)
        monkeypatch.setitem(sys.modules, f"sitegen.{name}", module)
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("SITEGEN_")]:
        monkeypatch.delenv(name)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(name)
    return stand_in


def run_apart(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("call", ["--help", "--version", "build --help", "serve --help", "compare --help"])
def test_help_imports_nothing_heavy(call: str) -> None:
    script = (
        f"import sys; from sitegen.cli import main; code = main({call.split()!r}); print(*sys.modules); sys.exit(code)"
    )
    ended = run_apart("-c", script)
    assert ended.returncode == 0, ended.stderr
    loaded = set(ended.stdout.decode().splitlines()[-1].split())
    assert "click" in loaded
    assert loaded & (HEAVY | {"sitegen.build", "sitegen.pages", "sitegen.comparison", "asyncio", "email"}) in (
        set(),
        {"email"},  # importlib.metadata, for --version
    )


def test_python_m_sitegen_is_the_same() -> None:
    for call in (["--help"], ["build", "--help"], ["--nonsense"]):
        module = run_apart("-m", "sitegen", *call)
        function = run_apart("-c", f"import sys; from sitegen.cli import main; sys.exit(main({call!r}))")
        assert (module.returncode, module.stdout, module.stderr) == (
            function.returncode,
            function.stdout,
            function.stderr,
        )
        assert b"__main__" not in module.stdout


def test_every_option_says_what_it_does_with_an_example() -> None:
    for command in (cli.cli, *cli.cli.commands.values()):
        assert command is cli.cli or "Example: sitegen" in (command.help or "")
        for option in command.params:
            if option.param_type_name == "option":
                assert "Example: " in (getattr(option, "help", "") or ""), (command.name, option.name)


def test_build_reports_in_two_lines(fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    fake.report.notices = ("Article 3 has no date.",)
    assert cli.main(["build"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "Built site/: 1 story, 5 articles, 27 pages (25 changed, 2 removed).",
        "Base: RT, 71 % of everything told. Open site/index.html",
    ]
    assert said.err == "note: Article 3 has no date.\n"


def test_build_counts_in_words(fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    fake.report = Report(stories=2, articles=1000, pages=1, changed=0, removed=0)
    assert cli.main(["build", "--output", "public"]) == 0
    assert capsys.readouterr().out.startswith("Built public/: 2 stories, 1,000 articles, 1 page (nothing changed).\n")
    assert fake.outputs == [Path("public")]


def test_options_can_come_from_the_environment(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_BUILD_OUTPUT", "from-environment")
    cli.main(["build"])
    cli.main(["build", "--output", "from-option"])
    assert fake.outputs == [Path("from-environment"), Path("from-option")]


def test_a_problem_is_three_lines(fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    fake.error = SitegenError("The file\nis \x1b[31mempty.", "seeds/\u202eone.txt:3", "Write something.")
    assert cli.main(["build"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "error: The file is \\x1b[31mempty.\n  where: seeds/\\u202eone.txt:3\n  to do: Write something.\n"
    )


@pytest.mark.parametrize("arguments", [["build"], ["--debug", "build"], ["build", "--debug"]])
def test_an_unexpected_error_shows_its_traceback_only_when_asked(
    fake: Fake, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("SITEGEN_DEBUG", "0")
    fake.error = ZeroDivisionError("by zero")
    assert cli.main(arguments) == 2
    said = capsys.readouterr().err
    lines = said.splitlines()[-3:]
    assert lines[0] == "error: sitegen met an error it did not expect: ZeroDivisionError: by zero"
    assert lines[1].startswith("  where: sitegen/commands/build.py:")
    assert "--debug" in lines[2]
    assert ("Traceback" in said) is ("--debug" in arguments)
    assert len(said.splitlines()) == 3 or "--debug" in arguments


@pytest.mark.parametrize(
    "arguments",
    [["--nonsense"], ["nonsense"], ["build", "--output"], ["serve", "--port", "99999"], ["compare", "one.txt"]],
)
def test_a_wrong_call_is_three_lines(fake: Fake, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert cli.main(arguments) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("error: ")
    assert lines[2].endswith("--help`.")
    assert fake.outputs == []


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    assert "Commands:" in capsys.readouterr().err


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize(("first", "words"), [("nowhere.txt", "no such file"), (".", "a folder, not an article")])
def test_compare_names_what_is_no_file(first: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", first, "two.txt"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert words in lines[0]
    assert lines[1] == f"  where: {first}"


def test_compare_as_json(fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "./one.txt", "two.txt", "--format", "json", "--as-is"]) == 0
    printed = capsys.readouterr().out
    found = json.loads(printed)
    assert fake.as_is == [True]
    assert list(found) == ["format", "base", "other", "links", "hunks"]
    assert found["format"] == "sitegen-comparison/1"
    assert found["base"]["file"] == str(Path("./one.txt"))
    assert found["base"]["paragraphs"][2] == {"kind": "body", "text": "Only in the first “one”."}
    assert "“one”" in printed
    assert found["links"][1] == {
        "base": 1,
        "other": 0,
        "similarity": 0.1235,
        "state": "rewritten",
        "moved": True,
    }
    assert found["hunks"][2] == {
        "base": [[1, 0]],
        "other": [[2, 0]],
        "state": "reworded",
        "moved": False,
        "edits": [["=", "He said "], ["-", "yes. "], ["+", "no. "]],
    }


@pytest.mark.usefixtures("fake")
def test_compare_as_html(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "one.txt", "two.txt", "--format", "html"]) == 0
    assert capsys.readouterr().out == "<p>one</p>\n"


@pytest.mark.usefixtures("fake")
def test_compare_as_text_without_colour(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "one.txt", "two.txt"]) == 0
    assert capsys.readouterr().out == (
        "BASE   one.txt\nOTHER  two.txt\n\n"
        "Passages: 1 the same, 1 worded differently, 1 told in other words, 1 only in BASE, 1 only in OTHER; "
        "1 moved.\n\n"
        "== moved, told in other words ==\n  BASE:  It rained.\n  OTHER: It poured \\x1b[31mdown.\n\n"
        "== the same ==\n  word0 word1 word2 word3 word4 word5 word6 word7 […24 words…] "
        "word32 word33 word34 word35 word36 word37 word38 word39.\n\n"
        "== worded differently ==\n  He said [-yes.-] {+no.+}\n\n"
        "== only in BASE ==\n  [-Only in the first “one”.-]\n\n"
        "== only in OTHER ==\n  {+Only \\u202ehere.+}\n"
    )


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="latin-1")

    def isatty(self) -> bool:
        return True

    def said(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode() if isinstance(self.buffer, io.BytesIO) else ""


@pytest.mark.usefixtures("fake")
def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for refusal, coloured in ({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False):
        with monkeypatch.context() as patch:
            for name, value in refusal.items():
                patch.setenv(name, value)
            out, err = Terminal(), Terminal()
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            cli.main(["compare", "one.txt", "two.txt"])
            cli.main(["compare", "nowhere", "two.txt"])
            assert ("\x1b[36;4mno.\x1b[0m" in out.said()) is coloured
            assert ("{+no.+}" in out.said()) is not coloured
            assert ("\x1b[31m" in err.said()) is coloured


def test_progress_is_for_terminals_and_for_work_that_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    for is_terminal, seconds, shown in (True, 0.9, False), (False, 5.0, False), (True, 1.1, True):
        screen = Terminal()
        monkeypatch.setattr(screen, "isatty", lambda answer=is_terminal: answer)
        monkeypatch.setattr(sys, "stderr", screen)
        now[0] = 0.0
        with terminal.Progress() as progress:
            now[0] = seconds
            progress(3, 7, "comparing [b]")
        assert ("comparing [b]" in screen.said()) is shown
        assert ("3/7" in screen.said()) is shown


def test_output_is_utf8_whatever_the_locale() -> None:
    text = ascii("“Киев” \udce9")
    script = f"import sys; from sitegen import cli; cli._run = lambda _: print({text}) or 0; sys.exit(cli.main())"
    ended = run_apart("-c", script, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ended.stderr == b""
    assert ended.stdout.decode().strip() == "“Киев” \\udce9"


def test_a_reader_who_goes_away_is_no_error() -> None:
    script = "import sys; from sitegen import cli; cli._run = lambda _: print('x' * 10**6) or 0; sys.exit(cli.main())"
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), said) == (cli.BROKEN_PIPE, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be sent Ctrl-C there without its group")
def test_ctrl_c_is_quiet() -> None:
    script = (
        "import os, signal, sys; from sitegen import cli\n"
        f"cli._run = lambda _: os.kill(os.getpid(), {int(signal.SIGINT)})\nsys.exit(cli.main())"
    )
    ended = run_apart("-c", script)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")
