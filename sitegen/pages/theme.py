"""Templates and static files: the user's, then ours, file by file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE = Path(__file__).parent.parent
"""The built-in theme ships inside the package; in a checkout it lies beside it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What pages look like."""

    environment: jinja2.Environment
    """Renders the templates."""
    templates: tuple[Path, ...]
    """The folders they are in, the user's before ours."""
    static: Mapping[str, Path]
    """By path below `static/`: the file that provides it."""


def builtin(name: str) -> Path:
    """Return the folder of the built-in templates or static files."""
    shipped = PACKAGE / "_theme" / name
    return shipped if shipped.is_dir() else PACKAGE.parent / name


def load_theme(templates: Path | None, static: Path | None) -> Theme:
    """Return the theme: a user's files override ours of the same name.

    A template that replaces one of ours can extend it by the name `default/<name>`.
    """
    own = (templates,) if templates and templates.is_dir() else ()
    folders = (*own, builtin("templates"))
    loaders = [jinja2.FileSystemLoader(folder) for folder in folders]
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader([*loaders, jinja2.PrefixLoader({"default": loaders[-1]})]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    files = _files(builtin("static")) | (_files(static) if static and static.is_dir() else {})
    digests = {name: hashlib.sha256(read_static(path)).hexdigest()[:8] for name, path in files.items()}

    def asset(name: str) -> str:
        """Return the address of a static file below the site's root, with a digest so that no old copy is used."""
        return f"static/{name}?v={digests[name]}" if name in digests else f"static/{name}"

    environment.globals["asset"] = asset
    return Theme(environment, folders, dict(sorted(files.items())))


def read_static(path: Path) -> bytes:
    """Return what a static file holds.

    Raises:
        SitegenError: it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"A static file can't be read: {error.strerror}."
        raise SitegenError(what, str(path), "Make it readable, or take it out of static/.") from error


def _files(folder: Path) -> dict[str, Path]:
    """Return the files below a folder; links that lead out of it and hidden files are left alone."""
    root = folder.resolve()
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file()
        and path.resolve().is_relative_to(root)
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def render(theme: Theme, name: str, view: object) -> str:
    """Render a page.

    Raises:
        SitegenError: the template is missing, broken, or uses what its view does not have.
    """
    try:
        html = theme.environment.get_template(name).render(view=view)
    except jinja2.TemplateNotFound as error:
        raise SitegenError(
            f'There is no template "{error.name}".',
            _where(error) or f"templates/, needed for {name}",
            "Correct the name where it is used, or put a template of that name into templates/.",
        ) from error
    except jinja2.TemplateSyntaxError as error:
        where = f"{error.filename or error.name}, line {error.lineno}"
        what = f"The template has an error: {(error.message or 'it is not understood').rstrip('.')}."
        raise SitegenError(what, where, "Correct that line.") from error
    except UnicodeDecodeError as error:
        raise SitegenError(
            "A template is not UTF-8 text.",
            _undecodable(theme, error) or f"templates/, needed for {name}",
            "Save it as UTF-8.",
        ) from error
    except Exception as error:
        raise SitegenError(
            f"The template can't be rendered: {error}.",
            _where(error) or name,
            "Use only what the built-in template of this name uses.",
        ) from error
    return html


def _where(error: Exception) -> str:
    """Return the template and line that an error comes from."""
    place, trace = "", error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if not file.endswith(".py") and not file.startswith("<"):
            place = f"{file}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _undecodable(theme: Theme, error: UnicodeDecodeError) -> str:
    """Return the template and line with the bytes that are no text."""
    line = error.object[: error.start].count(b"\n") + 1
    files = (path for folder in theme.templates for path in sorted(folder.rglob("*")) if path.is_file())
    return next((f"{path}, line {line}" for path in files if path.read_bytes() == error.object), "")
