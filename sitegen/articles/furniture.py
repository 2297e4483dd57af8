"""Remove page furniture from the lines of a file, each line with the rule that removed it."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from sitegen.articles.rules import RULES, Rule
from sitegen.articles.shape import is_sentence
from sitegen.config import STORY_FILE, locate
from sitegen.errors import SitegenError
from sitegen.model import Removal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sitegen.config import Furniture

EDITOR = "editor"
EDITOR_REASON = "The editor of this story listed this line."


def remove(lines: Sequence[str], off: Sequence[str] = (), listed: Sequence[str] = ()) -> tuple[Removal, ...]:
    """Return the lines that are furniture, by line number.

    Args:
        lines: all lines of the file.
        off: names of rules that are switched off.
        listed: lines that the editor wants removed; `*` stands for anything, case and doubled spaces do not matter.
    """
    left = [line.strip() for line in lines]
    removals = []
    by_editor = Rule(EDITOR, EDITOR_REASON, _find_listed(listed), knows_sentences=True)
    for rule in (by_editor, *(rule for rule in RULES if rule.name not in off)):
        for number in sorted(set(rule.find(left))):
            if left[number] and (rule.knows_sentences or not is_sentence(left[number])):
                removals.append(Removal(number + 1, lines[number], rule.name, rule.reason))
                left[number] = ""
    return tuple(sorted(removals, key=lambda removal: removal.line))


def require_rules(folder: Path, furniture: Furniture) -> None:
    """Refuse a `story.toml` that switches off a rule that there is not.

    Raises:
        SitegenError: with the nearest rule's name.
    """
    names = [rule.name for rule in RULES]
    for name in furniture.off:
        if name not in names:
            nearest = get_close_matches(name, names, 1)
            todo = f'Did you mean "{nearest[0]}"?' if nearest else f"The rules are: {', '.join(names)}."
            raise SitegenError(
                f'There is no rule "{name}" for page furniture.',
                locate(folder / STORY_FILE, ("furniture", "off")),
                todo,
            )


def _find_listed(listed: Sequence[str]) -> Callable[[Sequence[str]], Iterator[int]]:
    wanted = [
        re.compile(".*".join(re.escape(part) for part in _folded(pattern).split("*")), re.IGNORECASE)
        for pattern in listed
    ]

    def find(lines: Sequence[str]) -> Iterator[int]:
        return (n for n, line in enumerate(lines) if any(pattern.fullmatch(_folded(line)) for pattern in wanted))

    return find


def _folded(line: str) -> str:
    return " ".join(line.split())
