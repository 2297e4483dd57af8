"""The shape of the code: floors, one door for each outside library, frozen nouns."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sitegen
from tests.repository import declared_dependencies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = Path(sitegen.__file__).parent

FLOORS = (
    ("__main__",),
    ("cli",),
    ("commands",),
    ("build",),
    ("articles", "comparison", "pages", "write", "check"),
    ("markdown",),
    ("config",),
    ("model",),
    ("errors",),
    ("",),  # the package itself: everybody imports it, so it imports nothing of ours
)
"""Rooms by floor, from the top. A room is a module or a folder of modules right inside the package."""

FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
MUTABLE = {"list", "dict", "set", "bytearray", "List", "Dict", "Set", "MutableMapping", "MutableSequence", "MutableSet"}


def module_name(path: Path) -> str:
    parts = ("sitegen", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


def room(module: str) -> str:
    """Return the room of one of our modules; "" for the package itself."""
    return [*module.split("."), ""][1]


def imports(module: str, source: str) -> Iterator[str]:
    """Yield the full name of everything a module imports: at its top, inside functions and for types alone."""
    package = module if module in {"sitegen", *folders()} else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")
            home = parents[: len(parents) - node.level + 1] if node.level else []
            start = ".".join([*home, *([node.module] if node.module else [])])
            yield from (f"{start}.{alias.name}" for alias in node.names)


def folders() -> set[str]:
    return {module_name(path) for path in PACKAGE.rglob("__init__.py")}


def climbing(module: str, source: str) -> list[str]:
    """Return the imports of a module that lead up, or to a neighbour on the same floor."""
    here = room(module)
    ours = {name for name in imports(module, source) if name.split(".")[0] == "sitegen"}
    return sorted(name for name in ours if not may_import(here, room_imported(name)))


def room_imported(name: str) -> str:
    """Return the room an import leads to; a name such as `sitegen.something` that is no room is the package's own."""
    return room(name) if name.count(".") > 1 or room(name) in FLOOR else ""


def may_import(here: str, there: str) -> bool:
    return here == there or FLOOR[here] < FLOOR[there]


def outside(module: str, source: str) -> set[str]:
    """Return the outside libraries that a module imports."""
    return {name.split(".")[0] for name in imports(module, source)} - {"sitegen"} - set(sys.stdlib_module_names)


def test_every_module_has_a_floor() -> None:
    assert {room(module) for module in MODULES} <= set(FLOOR)


@pytest.mark.parametrize("module", MODULES)
def test_imports_lead_downwards(module: str) -> None:
    assert climbing(module, MODULES[module]) == []


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        ("sitegen.model", "from sitegen.config import Project", ["sitegen.config.Project"]),
        ("sitegen.model", "def f():\n    import sitegen.cli", ["sitegen.cli"]),
        ("sitegen.model", "if TYPE_CHECKING:\n    from sitegen import build", ["sitegen.build"]),
        ("sitegen.articles.files", "from sitegen.comparison import tokens", ["sitegen.comparison.tokens"]),
        ("sitegen.articles.files", "from ..write import stage", ["sitegen.write.stage"]),
        ("sitegen.articles", "from .files import read", []),
        ("sitegen.articles.files", "from . import dates\nfrom sitegen.errors import SitegenError\nimport os", []),
        ("sitegen", "from sitegen.errors import SitegenError", ["sitegen.errors.SitegenError"]),
        ("sitegen.cli", "from sitegen import __doc__", []),
    ],
)
def test_what_climbing_means(module: str, source: str, found: list[str]) -> None:
    assert climbing(module, source) == found


def test_each_outside_library_has_one_door() -> None:
    doors: dict[str, set[str]] = {}
    for module, source in MODULES.items():
        for library in outside(module, source):
            doors.setdefault(library, set()).add(module)
    assert {library: sorted(modules) for library, modules in doors.items() if len(modules) > 1} == {}


def test_what_is_declared_is_imported_and_the_reverse() -> None:
    distributions = packages_distributions()
    libraries = {library for module, source in MODULES.items() for library in outside(module, source)}
    used = {distribution for library in libraries for distribution in distributions[library]}
    assert normal(used) == normal(declared_dependencies())


def normal(names: Iterable[str]) -> list[str]:
    return sorted({name.lower().replace("_", "-") for name in names})


NOUNS = [
    pytest.param(node, id=f"{module}.{node.name}")
    for module, source in MODULES.items()
    if module == "sitegen.model" or room(module) == "pages"
    for node in ast.walk(ast.parse(source))
    if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(mark) for mark in node.decorator_list)
]


def test_there_are_nouns() -> None:
    assert len(NOUNS) > 10


@pytest.mark.parametrize("noun", NOUNS)
def test_the_model_is_frozen(noun: ast.ClassDef) -> None:
    options = {
        keyword.arg: ast.unparse(keyword.value)
        for mark in noun.decorator_list
        if isinstance(mark, ast.Call)
        for keyword in mark.keywords
    }
    assert (options.get("frozen"), options.get("slots")) == ("True", "True")
    assert not {field: names for field, names in mutable_fields(noun).items() if names}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_field_is_explained(noun: ast.ClassDef) -> None:
    if noun.name.startswith("_"):
        return
    after = zip(noun.body, [*noun.body[1:], ast.Pass()], strict=True)
    bare = [ast.unparse(field.target) for field, next_ in after if isinstance(field, ast.AnnAssign) and not text(next_)]
    assert bare == []


def text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def mutable_fields(noun: ast.ClassDef) -> dict[str, set[str]]:
    """Return, for each field, the containers in its type that can be changed."""
    fields = [node for node in noun.body if isinstance(node, ast.AnnAssign)]
    return {
        ast.unparse(field.target): {
            node.id for node in ast.walk(field.annotation) if isinstance(node, ast.Name) and node.id in MUTABLE
        }
        for field in fields
    }


def test_a_list_in_a_noun_is_found() -> None:
    noun = ast.parse("class Noun:\n    good: tuple[str, ...]\n    bad: tuple[list[str], ...]").body[0]
    assert isinstance(noun, ast.ClassDef)
    assert mutable_fields(noun) == {"good": set(), "bad": {"list"}}
