"""What goes wrong in a way that a user can mend, said in three lines."""

from __future__ import annotations


class SitegenError(Exception):
    """A problem with a call, a setting or an input; shown to the user without a traceback.

    Args:
        what: what is wrong, one sentence.
        where: the file, with its line where there is one, or the option.
        todo: what the user can do about it, one sentence.
    """

    def __init__(self, what: str, where: str, todo: str) -> None:
        super().__init__(what, where, todo)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        return f"{self.what}\n  where: {self.where}\n  to do: {self.todo}"
