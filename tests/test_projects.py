"""Projects of other shapes than the seeds': several stories, many articles, a chosen base, Markdown, other scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sitegen.build import EVERY_PAIR_UP_TO, build
from sitegen.config import find_project

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = "bcdefghijklmnopqr"
FACTS = (
    "The harbour of Marisol was closed on Monday after a storm broke the northern pier.",
    "Mayor Ines Calder told reporters that repairs would cost 4.2 million euros.",
    "Fishing crews lost eleven boats, the coast guard counted on Tuesday.",
    "Ferries to the outer islands will not sail before the end of March.",
    "A school on Quay Street took in two hundred people overnight.",
)


def site_of(folder: Path, files: dict[str, str], title: str = "Storms") -> Path:
    """Write a project, build it, return its site."""
    (folder / "sitegen.toml").write_text(f'title = "{title}"\n', encoding="utf-8")
    for name, text in files.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(find_project(folder), folder / "site", lambda *_: None)
    return folder / "site"


def article(*numbers: int) -> str:
    return "\n\n".join(FACTS[number] for number in numbers) + "\n"


def test_several_stories_get_an_index_and_folders(tmp_path: Path) -> None:
    files = {f"{story}/{name}.txt": article(0, 1, 2) for story in ("First storm", "Zweiter Sturm") for name in "ab"}
    site = site_of(tmp_path, files)
    index = (site / "index.html").read_text(encoding="utf-8")
    assert 'href="first-storm/index.html">First storm</a>' in index
    assert 'href="zweiter-sturm/index.html">Zweiter Sturm</a>' in index
    page = (site / "first-storm" / "a--b.html").read_text(encoding="utf-8")
    assert 'href="../static/style.css?' in page
    assert 'href="../index.html">Storms</a>' in page
    assert (site / "zweiter-sturm" / "story.json").exists()


def test_beyond_twelve_articles_only_pairs_with_the_base_and_chosen_ones_get_a_page(tmp_path: Path) -> None:
    number = EVERY_PAIR_UP_TO + 1
    files = {
        f"paper-{letter}.txt": article(n % 4, (n + 1) % 4) for n, letter in enumerate("bcdefghijklmnopqr"[: number - 1])
    }
    files["all.txt"] = article(0, 1, 2, 3, 4)
    files["story.toml"] = 'compare = [["paper-c", "paper-d"]]\n'
    site = site_of(tmp_path, files)
    pairs = {path.stem for path in site.glob("*--*.html")}
    with_base = {pair for pair in pairs if "all" in pair.split("--")}
    assert len(with_base) == 2 * (number - 1)
    assert pairs - with_base == {"paper-c--paper-d", "paper-d--paper-c"}


def test_the_editors_base_wins_and_the_page_says_so(tmp_path: Path) -> None:
    files = {"long.txt": article(0, 1, 2, 3, 4), "short.txt": article(0, 1), "story.toml": 'base = "short"\n'}
    site = site_of(tmp_path, files)
    story = json.loads((site / "story.json").read_text(encoding="utf-8"))
    assert (story["base"], story["base_chosen_by_editor"]) == ("short", True)
    assert [rank["slug"] for rank in story["ranking"]] == ["long", "short"]
    assert "the editor of this story chose this one" in (site / "index.html").read_text(encoding="utf-8")
    assert "held against" in (site / "long.html").read_text(encoding="utf-8")


def test_a_base_chosen_later_changes_no_permanent_address(tmp_path: Path) -> None:
    files = {"long.txt": article(0, 1, 2, 3, 4), "short.txt": article(0, 1)}
    before = (site_of(tmp_path, files) / "short--long.html").read_bytes()
    after = (site_of(tmp_path, files | {"story.toml": 'base = "short"\n'}) / "short--long.html").read_bytes()
    assert b"held against" in before
    assert after.replace(b", the base", b"") == before.replace(b", the base", b"")


def test_markdown_and_plain_text_of_one_report_are_the_same_words(tmp_path: Path) -> None:
    plain = f"Storm closes harbour\n\n{article(0, 1, 2)}"
    marked = f"# Storm closes harbour\n\n**{FACTS[0]}**\n\n> {FACTS[1]}\n\n- {FACTS[2]}\n"
    site = site_of(tmp_path, {"plain.txt": plain, "marked.md": marked, "story.md": "An *introduction*."})
    story = json.loads((site / "story.json").read_text(encoding="utf-8"))
    states = {hunk["state"] for comparison in story["comparisons"] for hunk in comparison["hunks"]}
    assert states == {"verbatim"}
    assert "<p>An <em>introduction</em>.</p>" in (site / "index.html").read_text(encoding="utf-8")


CHINESE = "西方军队在乌克兰的部署{}被视为外国干预。\n\n会议在巴黎举行。"
ARABIC = "وقالت موسكو إن {} نشر لقوات غربية سيعد تدخلا.\n\nعقد الاجتماع في باريس."


@pytest.mark.parametrize(("text", "one", "two"), [(CHINESE, "将", "会"), (ARABIC, "أي", "كل")], ids=["zh", "ar"])
def test_other_scripts(text: str, one: str, two: str, tmp_path: Path) -> None:
    site = site_of(tmp_path, {"one.txt": text.format(one), "two.txt": text.format(two)})
    page = (site / "two--one.html").read_text(encoding="utf-8")
    assert f"<del>{one}</del>" in page
    assert f"<ins>{two}</ins>" in page
    assert 'dir="auto"' in page
