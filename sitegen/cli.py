"""The words of a call: commands, options, exit codes, and problems said in three lines.

Exit codes: 0 done, 1 findings (of a command that looks for them), 2 wrong call, configuration or input;
by custom also 130 after Ctrl-C and 141 when the reader of our output went away.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sitegen.commands import terminal
from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, WRONG, INTERRUPTED, BROKEN_PIPE = 0, 2, 130, 141
PATH = click.Path(path_type=Path)


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's call
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("sitegen")
        except PackageNotFoundError:
            number = "(not installed)"
        click.echo(f"sitegen {number}")
        context.exit()


def _remember_debug(_context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - as above
    if wanted:
        os.environ["SITEGEN_DEBUG"] = "1"


_debug = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    envvar="SITEGEN_DEBUG",
    callback=_remember_debug,
    help="Show the traceback of an unexpected error, to report it. Example: --debug",
)
_project = click.option(
    "--project",
    type=PATH,
    default=Path(),
    metavar="DIR",
    help="Folder of the project, or one inside it; by default where you stand. Example: --project my-story",
)


@click.group(context_settings={"auto_envvar_prefix": "SITEGEN", "help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_version,
    help="Show the version. Example: sitegen --version",
)
@_debug
def cli() -> None:
    """Publish how one story was told by several sources.

    Put the articles into seeds/, then: sitegen serve
    """


@cli.command()
@_project
@click.option(
    "--output",
    type=PATH,
    metavar="DIR",
    help="Folder to write the site to; by default site/ in the project. Example: --output public",
)
@_debug
def build(project: Path, output: Path | None) -> None:
    """Build the site.

    The old site stays as it was if anything fails, and so do files in its folder that sitegen did not write.

    Example: sitegen build
    """
    from sitegen.commands.build import run

    for line in run(project, output):
        click.echo(terminal.one_line(line))


@cli.command()
@_project
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; the default cannot be reached from other computers. Example: --host 0.0.0.0",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help="Port to listen on; the next free one if it is taken, any for 0. Example: --port 8080",
)
@click.option(
    "--open/--no-open",
    "opens",
    default=False,
    help="Open the site in your browser after the first build, or do not (the default). Example: --open",
)
@_debug
def serve(project: Path, host: str, port: int, *, opens: bool) -> None:
    """Preview the site in a browser; it follows your edits.

    Builds into a temporary folder, so that site/ stays as it is. Ctrl-C ends it.

    Example: sitegen serve --open
    """
    from sitegen.commands.serve import run

    run(project, host, port, opens=opens)


@cli.command()
@click.argument("base", type=PATH)
@click.argument("other", type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="What to print: for reading here, for programs, or a page. Example: --format json",
)
@click.option(
    "--as-is",
    is_flag=True,
    help="Take each block of text between blank lines as a paragraph; remove nothing. Example: --as-is",
)
@_debug
def compare(base: Path, other: Path, form: str, *, as_is: bool) -> None:
    """Compare the article OTHER with the article BASE.

    Example: sitegen compare first.txt second.txt
    """
    from sitegen.commands.compare import run

    colour = terminal.colour_wanted(sys.stdout)
    click.echo(run(base, other, form, as_is=as_is, colour=colour), color=colour, nl=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run sitegen with `arguments`, by default those of this process, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        terminal.speak_utf8(stream)
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        terminal.silence(sys.stdout)
        return BROKEN_PIPE
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    return code


def _run(arguments: list[str]) -> int:
    if "_SITEGEN_COMPLETE" in os.environ:
        cli.main(arguments, prog_name="sitegen")
    try:
        with cli.make_context("sitegen", arguments) as context:
            cli.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG
    except click.ClickException as error:
        _show(_as_wrong_call(error), sys.stderr)
        return WRONG
    except SitegenError as error:
        _show(error, sys.stderr)
        return WRONG
    except (BrokenPipeError, click.Abort):
        raise
    except Exception as error:  # noqa: BLE001 - the last net: no traceback reaches a user who did not ask for it
        if os.environ.get("SITEGEN_DEBUG", "").lower() in {"1", "true", "t", "yes", "y", "on"}:
            traceback.print_exception(error)
        _show(_as_unexpected(error), sys.stderr)
        return WRONG
    return DONE


def _as_wrong_call(error: click.ClickException) -> SitegenError:
    context = error.ctx if isinstance(error, click.UsageError) else None
    called = context.command_path if context else "sitegen"
    return SitegenError(error.format_message(), called, f"See `{called} --help`.")


def _as_unexpected(error: Exception) -> SitegenError:
    package = Path(__file__).parent
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(package)]
    where = f"{Path(ours[-1].filename).relative_to(package.parent).as_posix()}:{ours[-1].lineno}" if ours else "sitegen"
    return SitegenError(
        f"sitegen met an error it did not expect: {type(error).__name__}: {error}",
        where,
        "Run it again with --debug (or SITEGEN_DEBUG=1) and report the traceback.",
    )


def _show(error: SitegenError, stream: TextIO) -> None:
    """Say what is wrong, where, and what to do, a line each."""
    colour = terminal.colour_wanted(stream)
    label = click.style("error:", fg="red", bold=True) if colour else "error:"
    lines = (
        f"{label} {terminal.one_line(error.what)}",
        f"  where: {terminal.one_line(error.where)}",
        f"  to do: {terminal.one_line(error.todo)}",
    )
    for line in lines:
        click.echo(line, file=stream, color=colour)
