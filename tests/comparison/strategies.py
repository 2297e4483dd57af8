"""Texts and articles for property tests: several scripts, hard characters, versions of one text."""

from __future__ import annotations

from hypothesis import strategies as st

from sitegen.model import Article, Kind, Masthead, Paragraph

TEXT = (
    "Moscow will treat any deployment of Western troops in Ukraine as a foreign intervention the plan was unveiled "
    "following Paris U.S. US-led Kiev’s Kyiv's 1,000.50 2014 90% “military hubs” don't e\u0301te\u0301 nai\u0308ve "
    "俄罗斯外交部 西方军队 ロシア外務省は กระทรวงการต่างประเทศ नमस्ते می‌خواهم مرحبا שלום 👨‍👩‍👧 🇩🇪 1️⃣ — « » \u202eabc\u202c"
)
WORDS = TEXT.split()

HARD = st.text(
    alphabet=st.one_of(
        st.sampled_from("aB. ,'’-\u0301\u200d\u200c\ufe0f\u20e3👩🏽🇩🇪กำเ俄ロシ\u0600\u202e한ᄒ\u1161"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=40,
)
"""Short texts of characters that are easily cut in the wrong place."""

words = st.one_of(st.sampled_from(WORDS), st.from_regex(r"[a-z]{1,8}", fullmatch=True))
sentences = st.lists(words, min_size=1, max_size=14).map(lambda w: " ".join(w) + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(tuple)
bodies = st.lists(paragraphs, min_size=1, max_size=8)


def article(key: str, body: list[tuple[str, ...]] | list[list[str]], kinds: list[Kind] | None = None) -> Article:
    """Make an article of paragraphs of sentences; all but the last of a paragraph get a space."""
    made = []
    for number, paragraph in enumerate(body):
        spaced = (*tuple(s + " " for s in paragraph[:-1]), paragraph[-1])
        kind = kinds[number] if kinds else Kind.BODY
        made.append(Paragraph(kind, "".join(spaced), spaced, (number + 1,)))
    lines = tuple(p.text for p in made)
    return Article(key, f"{key}.txt", "", key, key.upper(), "", Masthead(), tuple(made), lines, ())


@st.composite
def two_versions(draw: st.DrawFn) -> tuple[Article, Article]:
    """Draw an article and a version of it: sentences dropped, changed, added, moved, paragraphs cut elsewhere."""
    body = draw(bodies)
    flat = [s for p in body for s in p]
    kept = [s for s in flat if draw(st.integers(0, 9)) > 1]
    changed = [draw(_reworded(s)) if draw(st.booleans()) else s for s in kept]
    for sentence in draw(st.lists(sentences, max_size=3)):
        changed.insert(draw(st.integers(0, len(changed))), sentence)
    if len(changed) > 2 and draw(st.booleans()):
        changed.insert(draw(st.integers(0, len(changed) - 1)), changed.pop(draw(st.integers(0, len(changed) - 1))))
    changed = changed or ["Nothing."]
    cut = []
    while changed:
        size = draw(st.integers(1, 4))
        cut.append(tuple(changed[:size]))
        changed = changed[size:]
    return article("one", body), article("two", cut)


@st.composite
def _reworded(draw: st.DrawFn, sentence: str) -> str:
    parts = sentence.split(" ")
    for _ in range(draw(st.integers(1, 3))):
        parts[draw(st.integers(0, len(parts) - 1))] = draw(words)
    return " ".join(parts)
