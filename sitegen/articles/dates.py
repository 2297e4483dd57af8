"""Dates as newsrooms print them. What can be read in two ways (01/02/2026) is not read."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
"""Names of the months: English, German, French, Spanish, Portuguese, Russian."""

SHORTEST = 3
"""Letters from which the beginning of a month's name is its abbreviation, if only one month begins so."""

LONGEST = 100
"""Characters up to which a line can be nothing but a date."""

WORD = r"[^\W\d_]{3,10}"
FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(?P<month>{WORD})\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})"
    ),
    re.compile(rf"(?P<month>{WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"),
)
AROUND = frozenset(
    re.findall(
        r"\S+",
        """
        published updated posted modified edited last first date dated on at of um uhr vom am stand
        veröffentlicht aktualisiert publié mis à jour le publicado actualizado atualizado el em às a las hrs hs
        h опубликовано обновлено дата в г year monday tuesday wednesday thursday friday saturday sunday mon tue
        tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi
        mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo am pm
        a.m p.m gmt utc est edt cst cdt mst mdt pst pdt et ist bst cet cest msk z t 发布 更新 发布时间 更新时间
        """,
    )
)
"""What else stands on a line that is only a date."""

TIME = re.compile(r"t?[+]?\d{1,2}([:.h]\d{2}){0,2}(\.\d+)?(z|[ap]m)?([+]\d{2}:?\d{2})?", re.IGNORECASE)


def date_line(line: str) -> str:
    """Return the day (ISO 8601) that a line states and nothing else, or ""."""
    if len(line) > LONGEST:
        return ""
    for form in FORMS:
        found = form.search(line)
        if found and all(map(_goes_with_a_date, _words(line[: found.start()] + " " + line[found.end() :]))):
            return _iso(found)
    return ""


def find_date(text: str) -> str:
    """Return the day (ISO 8601) that a short text states somewhere, or ""."""
    return next((day for form in FORMS if (found := form.search(text)) and (day := _iso(found))), "")


def is_update(line: str) -> bool:
    """Tell whether a line with a date says when the article was changed, not when it was published."""
    return bool(
        re.search(r"updat|modif|edited|aktualis|stand\b|jour|actualiz|atualiz|обновл|更新", line, re.IGNORECASE)
    )


def month_number(name: str) -> int:
    """Return the month that a name, perhaps cut short, stands for; 0 for none or several."""
    name = name.lower().rstrip(".")
    numbers = {
        number for names in MONTHS for number, month in enumerate(names.split(), 1) if month.startswith(name)
    } | ({9} if name == "sept" else set())
    return numbers.pop() if len(numbers) == 1 and len(name) >= SHORTEST else 0


def _words(text: str) -> list[str]:
    return [word for part in re.split(r"[\s,|/•·@()\[\]–—-]+", text) if (word := part.strip(".:")) or part.strip(".:")]


def _goes_with_a_date(word: str) -> bool:
    return word.lower() in AROUND or bool(TIME.fullmatch(word))


def _iso(found: re.Match[str]) -> str:
    month = int(found["month"]) if found["month"].isdecimal() else month_number(found["month"])
    try:
        return date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return ""
