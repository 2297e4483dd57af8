"""Which paths a page may have: such that the site can be copied to any file system and any server."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sitegen.errors import SitegenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
"""Names that mean a device on Windows, with any extension (Microsoft, "Naming Files, Paths, and Namespaces")."""

FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f\ud800-\udfff]')
"""Characters that a file name cannot have on Windows, or that cannot be encoded."""

LONGEST = 255
"""Bytes of a name that common file systems allow."""


def key(path: str) -> str:
    """Return `path` as file systems see it that know neither case nor Unicode composition (Windows, macOS)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def folders(path: str) -> Iterator[str]:
    """Yield the folders above `path`, from the outermost."""
    for cut, character in enumerate(path):
        if character == "/":
            yield path[:cut]


def check(path: str) -> None:
    """Refuse what is not a safe relative POSIX path.

    Raises:
        SitegenError: `path` is absolute, leads upwards, or has a name that some file system refuses.
    """
    fault = next((fault for name in path.split("/") if (fault := _fault(name))), "")
    if fault:
        raise SitegenError(
            f"A page cannot have this path: {fault}.",
            repr(path),
            "Rename the story, the article or the file it is for.",
        )


def _fault(name: str) -> str:
    if name in {"", ".", ".."}:
        return "it must be relative and name each folder"
    if FORBIDDEN.search(name):
        return "it has a character that file names cannot have everywhere"
    if name[-1] in ". ":
        return "a name ends with a dot or a space"
    if RESERVED.fullmatch(name):
        return f"Windows keeps the name {name!r} for a device"
    if len(name.encode()) > LONGEST:
        return f"a name is longer than {LONGEST} bytes"
    return ""


class Names:
    """The paths taken so far; two that some file system takes for one are refused.

    Args:
        foreign: paths of files that sitegen did not write.
    """

    def __init__(self, foreign: Iterable[str]) -> None:
        self._foreign = {key(path): path for path in foreign}
        self._foreign_folders = {key(folder): folder for path in self._foreign.values() for folder in folders(path)}
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def take(self, path: str) -> None:
        """Take `path`.

        Raises:
            SitegenError: it is unsafe, somebody else's, or taken.
        """
        check(path)
        name = key(path)
        self._refuse_foreign(path, self._foreign.get(name) or self._foreign_folders.get(name))
        self._refuse_taken(path, self._files.get(name) or self._folders.get(name))
        for folder in folders(path):
            self._enter(path, folder)
        self._files[name] = path

    def _enter(self, path: str, folder: str) -> None:
        name = key(folder)
        known = self._folders.setdefault(name, folder)
        if known != folder or name in self._files:
            self._refuse_taken(path, self._files.get(name, known))
        self._refuse_foreign(path, self._foreign.get(name))

    @staticmethod
    def _refuse_foreign(path: str, foreign: str | None) -> None:
        if foreign is not None:
            raise SitegenError(
                f"The page {path} would overwrite a file that sitegen did not write.",
                foreign,
                "Move that file out of the output folder, or rename the article or file that the page is for.",
            )

    @staticmethod
    def _refuse_taken(path: str, other: str | None) -> None:
        if other is not None:
            raise SitegenError(
                "Two pages have paths that are one and the same on some computers.",
                f"{other} and {path}",
                "Rename one of the stories, articles or files they are for.",
            )
