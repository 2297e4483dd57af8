"""Stories made by a seeded program: five articles of about 600 words that tell one event in partly the same words."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 5
WORDS = 600
SYLLABLES = tuple(consonant + vowel for consonant in "bdklmnrstv" for vowel in "aeo")
COMMON = ("the", "of", "and", "to", "in", "that", "for", "with", "on", "was", "by", "as", "it", "from", "at", "which")


def write_stories(folder: Path, number: int) -> None:
    """Write a project of `number` stories into `folder`."""
    (folder / "sitegen.toml").write_text('title = "Measured"\n', encoding="utf-8")
    for count in range(number):
        chance = random.Random(count)
        story = folder / "seeds" / f"story-{count:04}"
        story.mkdir(parents=True)
        facts = _facts(chance)
        for place in range(ARTICLES):
            text = "\n\n".join(_told(facts, chance))
            (story / f"article-{place}.txt").write_text(text + "\n", encoding="utf-8")


def _facts(chance: random.Random) -> list[list[str]]:
    """Return the sentences of the event, each a list of words."""
    names = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(400)]
    facts: list[list[str]] = []
    while sum(len(fact) for fact in facts) < WORDS * 1.25:
        length = chance.randint(12, 30)
        facts.append([chance.choice(names if chance.random() < 0.55 else COMMON) for _ in range(length)])
    return facts


def _told(facts: list[list[str]], chance: random.Random) -> list[str]:
    """Tell the event once: some facts dropped, words changed, two paragraphs out of order."""
    kept = [fact for fact in facts if chance.random() < 0.8]
    sentences = []
    for fact in kept:
        words = ["".join(chance.choices(SYLLABLES, k=3)) if chance.random() < 0.12 else word for word in fact]
        sentences.append(" ".join(words).capitalize() + ".")
    paragraphs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    if len(paragraphs) > 3:
        one, two = chance.sample(range(len(paragraphs)), 2)
        paragraphs[one], paragraphs[two] = paragraphs[two], paragraphs[one]
    return paragraphs
