"""What the server knows of the latest build. Written by the thread that builds, read by the one that serves."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.commands.preview.building import Outcome
    from sitegen.errors import SitegenError


@dataclass(slots=True)
class State:
    """The latest build."""

    outcome: Outcome | None = None
    """How it went; None before the first."""
    base_path: str = ""
    """The path that the site is published at, without the first slash, with the last: `repo/`; or ""."""
    token: str = field(default_factory=lambda: secrets.token_hex(4))
    """Tells this preview from the one before it, whose pages may still be open in a browser."""

    number: int = 0
    """Counts the builds that changed what a browser shows."""

    def take(self, outcome: Outcome) -> bool:
        """Take the outcome of a build and say whether browsers now show something old."""
        before = self.outcome
        was_well = before is not None and before.problem is None
        differs = not was_well or outcome.problem is not None or bool(outcome.changed or outcome.removed)
        self.outcome = outcome  # before the number: a page that has the new number must have the new content
        self.number += differs
        return differs

    @property
    def built(self) -> bool:
        """Whether a build has ended."""
        return self.outcome is not None

    @property
    def problem(self) -> SitegenError | None:
        """Why there is no site, or None."""
        return self.outcome.problem if self.outcome else None

    @property
    def build_name(self) -> str:
        """The name of the build whose pages are served."""
        return f"{self.token}-{self.number}"
