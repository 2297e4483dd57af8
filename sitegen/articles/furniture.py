"""Which lines of a page are furniture: an ordered list of small rules, each with its evidence in the text.

A rule sees all lines and returns the numbers of those it removes (from 0). It must never remove a sentence of the
story: a line that ends like a sentence is safe from every rule that does not know its exact wording.
"""

from __future__ import annotations

import re
from fnmatch import translate
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import Removal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Lines = tuple[str, ...]
"""The lines of a file, trimmed; removed ones are empty."""


class Rule(NamedTuple):
    """A kind of furniture."""

    name: str
    """What `story.toml` calls it."""
    reason: str
    """What it sees, for a reader."""
    find: Callable[[Lines], Iterator[int]]
    """Yields the lines to remove."""


def remove(lines: Sequence[str], off: Sequence[str] = (), patterns: Sequence[str] = ()) -> tuple[Removal, ...]:
    """Return the lines that are furniture, by line number.

    Args:
        lines: all lines of the file.
        off: names of rules that are switched off.
        patterns: lines that the editor wants removed; `*` stands for anything, case does not matter.
    """
    left = [line.strip() for line in lines]
    removals = []
    rules = [rule for rule in RULES if rule.name not in off]
    if patterns:
        rules.insert(0, Rule("editor", "The editor of this story listed this line.", _listed(patterns)))
    for rule in rules:
        for number in sorted(set(rule.find(tuple(left)))):
            if left[number]:
                removals.append(Removal(number + 1, lines[number], rule.name, rule.reason))
                left[number] = ""
    return tuple(sorted(removals, key=lambda removal: removal.line))


def is_sentence(line: str) -> bool:
    """Tell whether a line reads like a sentence of the story: it ends like one and has more than a few words."""
    return bool(re.search(r"[.!?…。！？؟।][\"'”’»）)]*$", line)) and len(line.split()) > LABEL_WORDS


LABEL_WORDS = 4
"""Words up to which a line may be a label even though it ends with a full stop."""

LABEL_LENGTH = 60
"""Characters up to which a line can be a label such as "Also read"."""

ICONS = re.compile(r"\bicon\b|icon(?=[\w-]+icon)", re.IGNORECASE)

ALSO_READ = re.compile(
    r"(also read|read (also|more|next)|others are reading( now)?|more (on|from|about) .{2,30}|"
    r"related( (articles|stories|posts|"
    r"news|topics))?|recommended( for you)?|you (may|might) (also )?like|most (read|popular|viewed)|"
    r"trending( now)?|see also|"
    r"don't miss|up next|keep reading|lesen sie auch|mehr zum thema|das könnte sie auch interessieren|meistgelesen|"
    r"lire aussi|à lire aussi|sur le même sujet|les plus lus|lea también|te puede interesar|lo más leído|leia também|"
    r"leia mais|mais lidas|leggi anche|читайте также|по теме|leesook|lees ook|相关阅读|"
    r"相关新闻|推荐阅读|関連記事|あわせて読みたい)"
    r"\s*[:：…>»]*",
    re.IGNORECASE,
)

ADS = re.compile(
    r"(ads? by .{1,30}|advertisements?|advertising|sponsored( content)?|promoted( content)?|anzeige|"
    r"werbung|publicité|publicidad|"
    r"publicidade|pubblicità|реклама|广告|スポンサーリンク|story continues below( advertisement)?|"
    r"article continues (below|after).{0,20})[.:]?",
    re.IGNORECASE,
)

SHARING = re.compile(
    r"((share|tweet|pin|e-?mail|print|save|copy link|bookmark|comments?|subscribe|sign (in|up)|"
    r"log in|listen|follow us|"
    r"facebook|twitter|x|whatsapp|telegram|linkedin|reddit|teilen|drucken|partager|imprimer|"
    r"compartir|compartilhar|поделиться|"
    r"分享|シェア)([ /|,·•-]+|$)){1,}",
    re.IGNORECASE,
)

PLAYER = re.compile(
    r"((\d{1,2}:)?\d{1,2}:\d{2}([ /|-]+(\d{1,2}:)?\d{1,2}:\d{2})?|podcasts?|live|play|pause|mute)", re.IGNORECASE
)

COMMENTS = re.compile(
    r"dear readers\b.*\bcomment|\bcomment(ing|s)? (policy|section|system)\b|leave a comment|"
    r"join the (conversation|discussion)"
    r"|\d+ comments?$|^comments( \(\d+\))?$|kommentare? (schreiben|lesen)|laisser un commentaire|"
    r"deja (un|tu) comentario",
    re.IGNORECASE,
)

CONSENT = re.compile(
    r"(we use cookies|this (site|website) uses cookies|accept (all )?cookies|wir verwenden cookies|"
    r"nous utilisons des cookies|"
    r"utilizamos cookies|sign up (for|to) (our|the) .{0,40}newsletter|subscribe to (our|the) .{0,40}newsletter|"
    r"get (the|our) .{0,40}newsletter)",
    re.IGNORECASE,
)

RIGHTS = re.compile(
    r"^(©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés)", re.IGNORECASE
)

AGENCIES = (
    r"shutterstock(\.com)?|getty( images)?|reuters|afp|ap( photo)?|epa|dpa|istock|alamy|unsplash|"
    r"pixabay|pexels|wikimedia( commons)?|"
    r"imago|picture alliance|sputnik|tass|xinhua|depositphotos|adobe stock|flickr|zuma( press)?"
)
CREDIT = re.compile(
    rf"((photo|image|picture|foto|bild|illustration|фото|图片|写真)( credit| by|: | courtesy).{{1,80}}|©\s?.{{1,80}}"
    rf"|[^.!?]{{2,60}}\s?[/|©]\s?({AGENCIES})(\s?[/|,]\s?[^.!?]{{2,40}})?)",
    re.IGNORECASE,
)


def _whole(pattern: re.Pattern[str], longest: int = LABEL_LENGTH) -> Callable[[Lines], Iterator[int]]:
    """Make a rule of lines that are nothing but `pattern`."""

    def find(lines: Lines) -> Iterator[int]:
        return (n for n, line in enumerate(lines) if 0 < len(line) <= longest and pattern.fullmatch(line))

    return find


def _listed(patterns: Sequence[str]) -> Callable[[Lines], Iterator[int]]:
    wanted = [re.compile(translate(pattern.strip()), re.IGNORECASE) for pattern in patterns]

    def find(lines: Lines) -> Iterator[int]:
        return (n for n, line in enumerate(lines) if line and any(one.fullmatch(line) for one in wanted))

    return find


def _icons(lines: Lines) -> Iterator[int]:
    """Find runs of icon names: no text says "icon" this often."""
    return (
        n
        for n, line in enumerate(lines)
        if len(re.findall("icon", line, re.IGNORECASE)) > max(4, len(line.split()) / 4)
    )


def _breadcrumbs(lines: Lines) -> Iterator[int]:
    """Find a line above the headline that ends with the headline, whole or cut."""
    filled = [n for n, line in enumerate(lines) if line]
    for place, number in enumerate(filled[:6]):
        line = lines[number]
        cut = re.sub(r"\s*(\.\.\.|…)$", "", line)
        for following in filled[place + 1 : place + 6]:
            start = lines[following][: max(20, len(lines[following]) // 3)]
            at = cut.find(start)
            if at > 0 and len(start) > 15 and lines[following].startswith(cut[at:]) and at < LABEL_LENGTH:  # noqa: PLR2004
                yield number
                break
        if re.search(r"\S\s+[>›»]\s+\S", line) and not is_sentence(line) and len(line) < 2 * LABEL_LENGTH:
            yield number


def _repeated_headline(lines: Lines) -> Iterator[int]:
    """Find a line that repeats an earlier one above the body and does not end like a sentence."""
    filled = [n for n, line in enumerate(lines) if line][:8]
    seen: set[str] = set()
    for number in filled:
        line = lines[number]
        if line in seen and len(line.split()) > 2:  # noqa: PLR2004
            yield number
        if not is_sentence(line):
            seen.add(line)


def _comments(lines: Lines) -> Iterator[int]:
    return (
        n
        for n, line in enumerate(lines)
        if COMMENTS.search(line) and (len(line) <= LABEL_LENGTH or "omment" in line[-400:])
    )


def _consent(lines: Lines) -> Iterator[int]:
    return (n for n, line in enumerate(lines) if CONSENT.match(line))


def _rights(lines: Lines) -> Iterator[int]:
    return (n for n, line in enumerate(lines) if RIGHTS.search(line) and len(line) < 2 * LABEL_LENGTH)


RULES = (
    Rule("icon-names", "A run of icon names, not words of the article.", _icons),
    Rule("breadcrumb", "The page's path, which ends with the headline.", _breadcrumbs),
    Rule("repeated-headline", "The headline, printed a second time.", _repeated_headline),
    Rule("also-read", "A label above links to other articles.", _whole(ALSO_READ)),
    Rule("advertisement", "A label of an advertisement.", _whole(ADS)),
    Rule("sharing", "Buttons for sharing the page.", _whole(SHARING)),
    Rule("photo-credit", "Who made a picture that is not here.", _whole(CREDIT, 2 * LABEL_LENGTH)),
    Rule("comment-notice", "A notice to readers about comments.", _comments),
    Rule("consent", "A notice about cookies or a newsletter.", _consent),
    Rule("player", "The times and buttons of a media player.", _whole(PLAYER)),
    Rule("rights", "A notice about rights.", _rights),
)
"""In the order in which they are tried."""
