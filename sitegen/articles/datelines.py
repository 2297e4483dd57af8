"""The dateline: the place, the day and the agency that stand before the first sentence of a report."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.articles.dates import find_date, month_number


class Dateline(NamedTuple):
    """What stands before the first sentence."""

    lead_in: str
    """The dateline as it stands, with the space after it."""
    place: str
    """Where the report was filed."""
    agency: str
    """The agency, or ""."""
    published: str
    """The day, if it is stated with its year, ISO 8601; or ""."""


AGENCIES = frozenset(
    re.findall(
        r"\S+",
        """
        reuters ap afp dpa tass тасс efe ansa apa kna epd xinhua kyodo interfax интерфакс lusa bloomberg ians
        pti ani aap upi sputnik ukrinform укринформ unian anadolu yonhap jiji belga ats ritzau ntb tt sid
        prnewswire globenewswire
        """,
    )
) | {"business wire", "associated press", "риа новости", "agência brasil", "europa press"}

HEAD = r"\s*(?:date\s+(?P<stated>\d{4}-\d{2}-\d{2})\s+)?(?P<head>[^()/—–]{2,60}?)"
SLASHES = re.compile(HEAD + r"[.,]?\s*/(?P<agency>[^/]{2,20})/\.?(?:\s*[-–—]+)?\s+")
"""MOSCOW, January 8. /TASS/. Moscow warns …"""
BRACKETS = re.compile(HEAD + r"\s*\((?P<agency>[^()]{2,30})\)\s*(?:\.?\s*[-–—]+|\.|:)?\s*")
"""PARIS, Jan 8 (Reuters) - The president …"""
BEFORE_STOP = re.compile(HEAD + r"\s+[-–—]\s+(?P<agency>[^.()/]{2,20})\.\s+")
"""МОСКВА, 8 янв - РИА Новости. Москва …"""
DASH = re.compile(HEAD + r"(?:\s*(?:—|--)\s*|\s+–\s+)(?P<agency>)")
"""WASHINGTON — The president …"""
CHINESE = re.compile(
    r"\s*(?P<agency>[\u4e00-\u9fff]{2,4}[社网])(?P<head>[\u4e00-\u9fff]{2,8}?)\d{1,2}月\d{1,2}日电(?:[(（][^)）]{2,30}[)）])?\s*"
)
"""新华社北京1月8日电（记者 …）"""

NO_PLACE = frozenset(
    re.findall(
        r"\S+",
        """
        BREAKING UPDATE UPDATED EXCLUSIVE WATCH VIDEO LIVE OPINION ANALYSIS EXPLAINER CORRECTION
        """,
    )
)
SHORTEST = 4
"""Letters from which a word in capitals before a dash may be a place; shorter ones are mostly abbreviations."""

MOST_WORDS = 4


def find_dateline(text: str, whole: str = "") -> Dateline | None:
    """Return the dateline that a paragraph begins with, if it does.

    Args:
        text: the paragraph.
        whole: the article's text: a word in capitals that comes up again is an abbreviation, no place.
    """
    chinese = CHINESE.match(text)
    if chinese and chinese.end() < len(text):
        return Dateline(chinese.group(), chinese["head"], chinese["agency"], "")
    for form in (SLASHES, BRACKETS, BEFORE_STOP, DASH):
        found = form.match(text)
        if found and found.end() < len(text) and _begins_a_sentence(text[found.end() :]):
            place, day = _place_and_day(found["head"])
            agency = (found["agency"] or "").strip()
            known = agency.lower() in AGENCIES or (agency.isupper() and form is not BEFORE_STOP)
            if place and (known if agency else day or _is_a_place(place, whole or text)):
                return Dateline(found.group(), _as_written(place), agency, found["stated"] or find_date(found["head"]))
    return None


def _place_and_day(head: str) -> tuple[str, str]:
    """Part "KYIV, Ukraine, Jan. 8" into its place and its day; two empty texts if it is neither."""
    parts = [part.strip() for part in head.rstrip(" .,").split(",")]
    days = [part for part in parts if _is_day(part)]
    places = [part for part in parts if not _is_day(part)]
    plain = 0 < len(places) <= 2 and all(_is_name(place) for place in places)  # noqa: PLR2004 - a town and its country
    return (", ".join(places), ", ".join(days)) if plain else ("", "")


def _is_day(part: str) -> bool:
    words = part.replace(".", " ").split()
    numbers = [word for word in words if word.isdecimal()]
    return bool(numbers) and all(word.isdecimal() or month_number(word) for word in words)


def _is_name(part: str) -> bool:
    words = part.split()
    return 0 < len(words) <= MOST_WORDS and all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words)


def _is_a_place(place: str, whole: str) -> bool:
    """Tell whether a name before a bare dash is a place: in capitals, and in capitals nowhere else."""
    town = place.split(",", maxsplit=1)[0]
    return (
        town.isupper()
        and sum(map(str.isalpha, town)) >= SHORTEST
        and not NO_PLACE & set(town.split())
        and len(re.findall(rf"\b{re.escape(town)}\b", whole)) == 1
    )


def _begins_a_sentence(text: str) -> bool:
    first = text.lstrip("\"'“”„«‘’([")[:1]
    return bool(first) and not first.islower()


def _as_written(place: str) -> str:
    """Return a place without its capitals: "NEW YORK" is New York, "WASHINGTON, D.C." keeps its letters."""
    town, comma, rest = place.partition(",")
    words = [
        "-".join(part.capitalize() for part in word.split("-")) if word.isupper() else word for word in town.split()
    ]
    return " ".join(words) + comma + rest
