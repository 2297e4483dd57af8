"""Dates and datelines as newsrooms print them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<m>\d{2})-(?P<day>\d{2})"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(r"(?P<day>\d{1,2})\.(?P<m>\d{1,2})\.(?P<year>\d{4})"),
)
AROUND = re.compile(
    r"(published|updated|posted|date|on|at|last|modified|first|edited|(mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(mon|tue|wed|thu|fri|sat|sun)|\d{1,2}[:.]\d{2}(:\d{2})?|[ap]\.?m\.?|gmt|utc|[ec][sd]?t|bst|"
    r"cet|msk|t|z|[+-]\d{1,4}|[\s,:|/•·@-]+)*",
    re.IGNORECASE,
)
"""What else stands on a line that is only a date."""


def date_line(line: str) -> str:
    """Return the day (ISO 8601) that a line states and nothing else, or ""."""
    for form in FORMS:
        found = form.search(line)
        if found and AROUND.fullmatch(line[: found.start()].strip()) and AROUND.fullmatch(line[found.end() :].strip()):
            return _iso(found)
    return ""


def _iso(found: re.Match[str]) -> str:
    parts = found.groupdict()
    month = int(parts["m"]) if parts.get("m") else MONTHS[parts["month"][:3].lower()]
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return ""


class Dateline(NamedTuple):
    """What stands before the first sentence of an agency's report."""

    lead_in: str
    """The dateline as it stands."""
    place: str
    """Where it was filed."""
    agency: str
    """The agency, or ""."""
    published: str
    """The day it states in full, ISO 8601, or ""."""


UPPER = "A-ZÀ-ÖØ-ÞА-Я"
OPENING = (
    r"\s*(?:date\s+(?P<stated>\d{4}-\d{2}-\d{2})\s+)?"
    rf"(?P<place>[{UPPER}][{UPPER}.'’-]+(?:[ /][{UPPER}][{UPPER}.'’-]*)*(?:, [A-Z][A-Za-z.]+(?![\w ]))?)"
    r"(?:,\s+[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?"
)
"""A place in capitals, perhaps with a day."""

DATELINES = (
    re.compile(OPENING + r"\.\s+/(?P<agency>[\w .-]{2,20})/\.?\s+(?=\S)"),  # MOSCOW, January 8. /TASS/.
    re.compile(OPENING + r"\s+\((?P<agency>[A-Z][\w .-]{1,20})\)\s*(?:—|–|--?)?\s*(?=\S)"),  # PARIS (Reuters) -
    re.compile(OPENING + r"\s*(?:—|–|--)\s*(?=\S)"),  # WASHINGTON —
)


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with, if it does."""
    for form in DATELINES:
        found = form.match(text)
        if found and found.end() < len(text):
            parts = found.groupdict()
            place = parts["place"]
            return Dateline(
                found.group(),
                place.title() if place.isupper() else place,
                parts.get("agency") or "",
                parts["stated"] or "",
            )
    return None
