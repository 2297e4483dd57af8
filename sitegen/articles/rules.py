"""The rules that tell page furniture from an article: an ordered list, each with its evidence in the text.

A rule sees all lines and yields the numbers (from 0) of those that are furniture. A line that ends like a sentence is
out of its reach, unless the rule knows such a line by its whole wording (`knows_sentences`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.articles import labels
from sitegen.articles.dates import date_line
from sitegen.articles.shape import count_words, is_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Lines = Sequence[str]
    """The lines of a file, trimmed; removed ones are empty."""

LABEL = 60
"""Characters up to which a line can be a label such as "Also read"."""

NOTE = 160
"""Characters up to which a line can be a note such as a photo credit."""

EDGE = 6
"""Lines with text from the top or the end of a page within which its frame is looked for."""


class Rule(NamedTuple):
    """A kind of furniture."""

    name: str
    """What `story.toml` calls it."""
    reason: str
    """What it sees, for a reader."""
    find: Callable[[Lines], Iterator[int]]
    """Yields the lines to remove."""
    knows_sentences: bool = False
    """Whether it may remove a line that ends like a sentence."""


def _filled(lines: Lines) -> list[int]:
    return [number for number, line in enumerate(lines) if line]


def _whole(*patterns: re.Pattern[str], longest: int = LABEL) -> Callable[[Lines], Iterator[int]]:
    """Make a rule of lines that are nothing but one of the patterns."""

    def find(lines: Lines) -> Iterator[int]:
        for number, line in enumerate(lines):
            if 0 < len(line) <= longest and any(pattern.fullmatch(line) for pattern in patterns):
                yield number

    return find


def _runs(lines: Lines, belongs: Callable[[str], object]) -> Iterator[list[int]]:
    """Yield the longest runs of lines, blank ones apart, that all belong to something."""
    run: list[int] = []
    for number in _filled(lines):
        if len(lines[number]) <= LABEL and belongs(lines[number]):
            run.append(number)
        else:
            yield run
            run = []
    yield run


def icon_names(lines: Lines) -> Iterator[int]:
    """More than four "icon", and in every fourth word: no text says it this often."""
    for number, line in enumerate(lines):
        if len(re.findall("icon", line, re.IGNORECASE)) > max(4, len(line.split()) / 4):
            yield number


def breadcrumb(lines: Lines) -> Iterator[int]:
    """A line at the top that ends with the headline below it, whole or cut; or a path of pages that begins at home."""
    top = _filled(lines)[:EDGE]
    for place, number in enumerate(top):
        crumbs = [crumb.strip() for crumb in re.split(r"\s[>›»/|]\s", lines[number])]
        if (
            len(crumbs) > 1
            and len(lines[number]) <= NOTE
            and labels.HOME.fullmatch(crumbs[0])
            and not is_sentence(lines[number])
        ) or any(_ends_with_headline(lines[number], lines[following]) for following in top[place + 1 :]):
            yield number


def _ends_with_headline(line: str, headline: str) -> bool:
    """Tell whether a line is a few words of path and then the headline; a cut one is at least a third of it."""
    cut = re.sub(r"\s*(\.\.\.|…)$", "", line)
    start = headline[: max(20, len(headline) // 3)]
    at = cut.find(start)
    return (
        0 < at < min(LABEL, len(headline))
        and cut[at - 1].isspace()
        and headline.startswith(cut[at:])
        and not is_sentence(headline)
    )


def repeated_headline(lines: Lines) -> Iterator[int]:
    """The first line (dates apart) printed again near the top, above text that is much longer."""
    top = [number for number in _filled(lines) if not date_line(lines[number])][: EDGE + 2]
    if not top or is_sentence(lines[top[0]]) or count_words(lines[top[0]]) < 3:  # noqa: PLR2004 - names recur
        return
    headline = lines[top[0]]
    if any(is_sentence(line) and len(line) > 2 * len(headline) for line in lines):
        yield from (number for number in top[1:] if lines[number] == headline)


def sharing(lines: Lines) -> Iterator[int]:
    """A request to share the page; or two and more names of buttons, one of them beyond doubt."""
    yield from _whole(labels.SHARE_PAGE)(lines)
    for run in _runs(lines, labels.SHARE_RUN.fullmatch):
        text = " ".join(lines[number] for number in run)
        if len(text.split()) > 1 and labels.SHARE_SURE.search(text):
            yield from run


def player(lines: Lines) -> Iterator[int]:
    """Times and buttons side by side, one of the times 0:00."""
    for run in _runs(lines, labels.PLAYER.fullmatch):
        times = [time for number in run for time in re.findall(r"\d:\d", lines[number])]
        if len(times) > 1 and any(labels.PLAYER_AT_START.search(lines[number]) for number in run):
            yield from run


def comment_notice(lines: Lines) -> Iterator[int]:
    """A label about comments; or, in the page's second half, words to the readers about how to comment here."""
    yield from _whole(labels.COMMENT_LABEL)(lines)
    filled = _filled(lines)
    signs = (labels.COMMENTS, labels.COMMENT_ADDRESS, labels.COMMENT_HOUSE, labels.COMMENT_ACT)
    for number in filled[len(filled) // 2 :]:
        line = lines[number]
        if line[0] not in "“\"«„‘'「" and all(sign.search(line) for sign in signs):
            yield number


def cookie_notice(lines: Lines) -> Iterator[int]:
    """A notice at the page's edge that asks for consent, if nothing else on the page is about cookies."""
    filled = _filled(lines)
    edge = {*filled[:EDGE], *filled[-EDGE:]}
    about = {number for number in filled if labels.COOKIE.search(lines[number])}
    buttons = {n for n in edge if len(lines[n]) <= LABEL and labels.COOKIE_BUTTON.fullmatch(lines[n])}
    notices = {number for number in about & edge if labels.COOKIE_NOTICE.match(lines[number])}
    asks = buttons or any(labels.COOKIE_CONSENT.search(lines[number]) for number in notices)
    if notices and asks and about <= notices | buttons:
        yield from notices | buttons


def tags(lines: Lines) -> Iterator[int]:
    """A list of keywords at the page's end."""
    last = set(_filled(lines)[-EDGE:])
    return (number for number in _whole(labels.TAGS, longest=NOTE)(lines) if number in last)


RULES = (
    Rule("icon-names", "A run of icon names, not words of the article.", icon_names),
    Rule("breadcrumb", "The page's path, which ends with the headline.", breadcrumb, knows_sentences=True),
    Rule("repeated-headline", "The headline, printed a second time.", repeated_headline),
    Rule("also-read", "A label above links to other articles.", _whole(labels.ALSO_READ), knows_sentences=True),
    Rule(
        "also-read-link",
        "A link to another article.",
        _whole(labels.ALSO_READ_LINK, longest=NOTE),
        knows_sentences=True,
    ),
    Rule("advertisement", "A label of an advertisement.", _whole(labels.ADVERTISEMENT), knows_sentences=True),
    Rule("sharing", "Buttons for sharing the page.", sharing),
    Rule("navigation", "A button or note for finding one's way on the page.", _whole(labels.NAVIGATION)),
    Rule("photo-credit", "Who made a picture that is not here.", _whole(labels.PHOTO_CREDIT, longest=NOTE)),
    Rule("comment-notice", "A notice to readers about comments.", comment_notice, knows_sentences=True),
    Rule("newsletter", "An invitation to a newsletter.", _whole(labels.NEWSLETTER, longest=NOTE), knows_sentences=True),
    Rule("cookie-notice", "A notice about cookies.", cookie_notice, knows_sentences=True),
    Rule("player", "The times and buttons of a media player.", player),
    Rule("tags", "Keywords of the page.", tags),
    Rule("rights", "A notice about rights.", _whole(labels.RIGHTS, longest=NOTE), knows_sentences=True),
)
"""In the order in which they are tried."""
