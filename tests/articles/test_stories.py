"""Which files are a story, what its articles are called, and what the editor may state."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sitegen.articles import find_stories, read_article, read_pair, read_story
from sitegen.articles.names import slugify
from sitegen.config import Facts
from sitegen.errors import SitegenError
from sitegen.model import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.model import Article, Story

TEXT = "The council has rejected the plan for three new bridges."


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def only_story(seeds: Path) -> Story:
    (folder,) = find_stories(seeds)
    return read_story(folder)


def by_key(story: Story) -> dict[str, Article]:
    return {article.key: article for article in story.articles}


def error_of(seeds: Path) -> SitegenError:
    with pytest.raises(SitegenError) as raised:
        read_all(seeds)
    return raised.value


def read_all(seeds: Path) -> list[Story]:
    return [read_story(folder) for folder in find_stories(seeds)]


def test_files_are_one_story(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT, b_dot_MD=TEXT, c_dot_html="x", _dot_hidden_dot_txt="x", story_dot_md="*Hello*")
    write(tmp_path, story_dot_toml='title = "T"\nbase = "b"\ncompare = [["a", "b"]]', pictures__p_dot_png="x")
    (folder,) = find_stories(tmp_path)
    assert [path.name for path in folder.files] == ["a.txt", "b.MD"]
    assert [path.name for path in folder.left_aside] == ["c.html", "pictures"]
    story = read_story(folder)
    assert (story.title, story.introduction, story.slug) == ("T", "*Hello*", "")
    assert (story.chosen_base, story.chosen_pairs) == ("b", (("a", "b"),))


def test_folders_are_a_story_each(tmp_path: Path) -> None:
    write(tmp_path, Bridges__a_dot_txt=TEXT, Bridges__b_dot_txt=TEXT, boats__a_dot_txt=TEXT, boats__b_dot_txt=TEXT)
    write(tmp_path, readme_dot_pdf="x", story_dot_toml="", empty__x_dot_png="")
    stories = find_stories(tmp_path)
    assert [story.slug for story in stories] == ["bridges", "boats"]
    assert [path.name for path in stories[0].left_aside] == ["empty", "readme.pdf", "story.toml"]
    assert [read_story(story).title for story in stories] == ["Bridges", "boats"]


def test_a_title_of_last_resort(tmp_path: Path) -> None:
    (folder,) = find_stories(write(tmp_path, a_dot_txt=TEXT, b_dot_txt=TEXT))
    assert [read_story(folder).title, read_story(folder, "Site").title] == ["A story", "Site"]


@pytest.mark.parametrize(
    ("files", "what", "where", "todo"),
    [
        ({}, "There are no articles in this story", "", "Put the other sources' articles beside it"),
        ({"a.txt": TEXT}, "There is only one article in this story", "a.txt", "Put the other sources' articles"),
        ({"a.txt": TEXT, "b.txt": ""}, "The file is empty.", "b.txt", "Put the article's text into it"),
        ({"a.txt": TEXT, "b.txt": "%PDF-1"}, "The file is not a text", "b.txt", "Save the article as plain text"),
        (
            {"a.txt": TEXT, "b.txt": "Also read"},
            "The file has no text but page furniture",
            "b.txt",
            "Put the article's",
        ),
        (
            {"a.txt": TEXT, "x/a.txt": TEXT, "x/b.txt": TEXT},
            "There are articles beside folders of articles.",
            "a.txt and x/",
            "Keep the files of one story",
        ),
        ({"x/a.txt": TEXT}, "There is only one article in this story", "a.txt", "Put the other sources' articles"),
        (
            {"x/a.txt": TEXT, "x/b.txt": TEXT, "X!/a.txt": TEXT, "X!/b.txt": TEXT},
            'Two stories would have the address "x/".',
            " and ",
            "Rename one",
        ),
        (
            {"桥/a.txt": TEXT, "桥/b.txt": TEXT},
            'The folder "桥" can\'t be part of an address.',
            "桥",
            "Rename it",
        ),
        ({"a.txt": TEXT, "a.md": TEXT}, 'Two files are called "a"', "a.md and a.txt", "Rename one of them."),
        (
            {"a b.txt": TEXT, "a-b.txt": TEXT},
            'Two articles would have the address "a-b.html".',
            "a b.txt and a-b.txt",
            "Give one of them another: slug =",
        ),
        (
            {"a.txt": TEXT, "b.txt": TEXT, "story.toml": '[articles.a]\nslug = "x"\n[articles.b]\nslug = "x"'},
            'Two articles would have the address "x.html".',
            "a.txt and b.txt",
            "Give one of them another: slug =",
        ),
        (
            {"a.txt": TEXT, "b.txt": TEXT, "story.toml": '[articles.a]\n\nslug = "A--b"'},
            '"A--b" can\'t be an address.',
            "story.toml, line 3",
            "Use up to 60 lower-case letters",
        ),
        (
            {"a.txt": TEXT, "b.txt": TEXT, "story.toml": '[articles.a]\nslug = "index"'},
            '"index" can\'t be an address.',
            "story.toml, line 2",
            "Use up to 60 lower-case letters",
        ),
        (
            {"a.txt": TEXT, "b.txt": TEXT, "story.toml": 'title = "c"\nbase = "c"'},
            'There is no article "c" in this story.',
            "story.toml, line 2",
            "Use a file's name without its ending.",
        ),
        (
            {"one.txt": TEXT, "two.txt": TEXT, "story.toml": 'compare = [\n["one", "tow"]]'},
            'There is no article "tow" in this story.',
            "story.toml, line 1",
            'Use a file\'s name without its ending. The nearest is "two".',
        ),
        (
            {"a.txt": TEXT, "b.txt": TEXT, "story.toml": '[furniture]\noff = ["podcast", "plaier"]'},
            'There is no rule "podcast" for page furniture.',
            "story.toml, line 2",
            "",
        ),
    ],
)
def test_errors(tmp_path: Path, files: dict[str, str], what: str, where: str, todo: str) -> None:
    for name, text in files.items():
        write(tmp_path, **{name: text})
    error = error_of(tmp_path)
    assert error.what.startswith(what)
    assert where in error.where
    assert str(tmp_path) in error.where
    assert error.todo.startswith(todo)


def test_no_seeds(tmp_path: Path) -> None:
    error = error_of(tmp_path / "seeds")
    assert (error.what, error.where) == ("There is no folder seeds/.", str(tmp_path / "seeds"))
    assert "at least two articles" in error.todo


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs Unix")
def test_odd_things_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT, b_dot_txt=TEXT)
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "self").symlink_to("self")
    (folder,) = find_stories(tmp_path)
    assert [path.name for path in folder.files] == ["a.txt", "b.txt"]
    assert [path.name for path in folder.left_aside] == ["folder.txt", "pipe.txt", "self"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs Unix")
@pytest.mark.parametrize("target", ["self.txt", "nowhere.txt"])
def test_a_link_that_leads_nowhere_is_an_error(tmp_path: Path, target: str) -> None:
    write(tmp_path, a_dot_txt=TEXT, b_dot_txt=TEXT)
    (tmp_path / "self.txt").symlink_to(target)
    error = error_of(tmp_path)
    assert error.what.startswith("The file can't be read: ")
    assert error.where == str(tmp_path / "self.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read here")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT, b_dot_txt=TEXT)
    (tmp_path / "a.txt").chmod(0)
    error = error_of(tmp_path)
    assert (error.what, error.where) == ("The file can't be read: permission denied.", str(tmp_path / "a.txt"))


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="names are texts here")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=TEXT)
    (tmp_path / os.fsdecode(b"\xff\x07.txt")).write_text(TEXT, encoding="utf-8")
    story = only_story(tmp_path)
    (odd,) = [article for article in story.articles if article.key != "a"]
    assert (odd.file, odd.name) == ("\ufffd\ufffd.txt", "Unknown source (\ufffd\ufffd)")
    assert odd.slug.startswith("article-")


@pytest.mark.parametrize(
    ("files", "slugs"),
    [
        (["000_a13008ef9a600ad4", "001_757ef8a5af0c1b83"], {"000": "(000)", "001": "(001)"}),
        (["a_a13008ef9a600ad4", "a_757ef8a5af0c1b83"], {"a-a13008ef9a600ad4": "(a_a", "a-757ef8a5af0c1b83": "(a_7"}),
        (["index", "404"], {"index-1": "(index)", "404-1": "(404)"}),
        (["decade", "Straße & Fluß"], {"decade": "(decade)", "strasse-fluss": "(Straße & Fluß)"}),
        (["20260108", "x--y"], {"20260108": "(20260108)", "x-y": "(x--y)"}),
    ],
)
def test_names_from_files(tmp_path: Path, files: list[str], slugs: dict[str, str]) -> None:
    for number, name in enumerate(files):
        write(tmp_path, **{f"{name}.txt": f"{TEXT} {number}."})
    found = {article.slug: article.name for article in only_story(tmp_path).articles}
    assert sorted(found) == sorted(slugs)
    assert all(found[slug].startswith(f"Unknown source {slugs[slug]}") for slug in slugs)


def test_a_name_without_a_letter_of_ascii(tmp_path: Path) -> None:
    write(tmp_path, **{"桥.txt": TEXT, "船.txt": TEXT})
    slugs = {article.key: article.slug for article in only_story(tmp_path).articles}
    assert all(len(slug) == len("article-123456") and slug.startswith("article-") for slug in slugs.values())
    assert len(set(slugs.values())) == 2


def test_names_from_outlets(tmp_path: Path) -> None:
    write(tmp_path, **{f"{name}.txt": f"{TEXT} {name}." for name in ("000", "001", "002", "003", "004")})
    write(
        tmp_path,
        story_dot_toml="""
        [articles.000]
        outlet = "RT"
        [articles.001]
        outlet = "rt "
        [articles.002]
        outlet = "Novinky – České"
        [articles.003]
        outlet = "Новости"
        [articles.004]
        outlet = "Известия"
        """,
    )
    found = {key: (article.name, article.slug) for key, article in by_key(only_story(tmp_path)).items()}
    assert found == {
        "000": ("RT (000)", "rt-000"),
        "001": ("rt (001)", "rt-001"),
        "002": ("Novinky – České", "novinky-ceske"),
        "003": ("Новости", "003"),
        "004": ("Известия", "004"),
    }


@pytest.mark.parametrize("text", ["", "Ж", "--", "a" * 500, "CON", "static", "İstanbul ı", "x\u202ey"])
def test_slugs_are_safe(text: str) -> None:
    slug = slugify(text)
    assert len(slug) <= 62
    assert "--" not in slug
    assert slug.strip("-") == slug
    assert slug not in {"index", "404", "static", "con"}
    assert all(character.isascii() and (character.isalnum() or character == "-") for character in slug)


def test_the_order_of_articles_is_that_of_their_text(tmp_path: Path) -> None:
    texts = [f"{TEXT} It is number {number}." for number in range(8)]
    orders: list[list[str]] = []
    for turn in (texts, texts[::-1], texts[3:] + texts[:3]):
        folder = tmp_path / str(len(orders))
        for name, text in zip("abcdefgh", turn, strict=True):
            write(folder, **{f"{name}.txt": text})
        orders.append([article.paragraphs[0].text for article in only_story(folder).articles])
    assert orders[0] == orders[1] == orders[2]
    assert sorted(orders[0]) == texts


def test_what_the_editor_states_wins(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=f"Council rejects\n\n8 January 2026\n\n{TEXT}")
    facts = Facts(headline="No bridges", author="Jane  Doe", dateline="Rome", language="en-GB")
    article = read_article(tmp_path / "a.txt", facts)
    head = article.masthead
    assert (head.headline, head.byline, head.dateline, head.published) == (
        "No bridges",
        "Jane Doe",
        "Rome",
        "2026-01-08",
    )
    assert article.language == "en-GB"
    assert [(p.kind, p.text, p.lines) for p in article.paragraphs] == [
        (Kind.HEADLINE, "No bridges", ()),
        (Kind.BODY, TEXT, (5,)),
    ]
    assert [(r.line, r.text, r.rule) for r in article.removals] == [(1, "Council rejects", "editor")]


def test_the_editors_words_are_found_in_the_text(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=f"Daily Bridge\n\nNo bridges!\n\n{TEXT}")
    article = read_article(tmp_path / "a.txt", Facts(headline="No bridges!"))
    assert [(p.kind, p.lines) for p in article.paragraphs] == [
        (Kind.HEADLINE, (3,)),
        (Kind.SUBHEADING, (1,)),
        (Kind.BODY, (5,)),
    ]


def test_a_pair_is_read_wherever_it_is(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=f"Also read\n{TEXT}", b__b_dot_txt=TEXT)
    base, other = read_pair(tmp_path / "a.txt", tmp_path / "b" / "b.txt", as_is=False)
    assert (base.slug, other.slug, base.file) == ("base", "other", str(tmp_path / "a.txt"))
    assert [len(article.paragraphs) for article in (base, other)] == [1, 1]
    as_is, _ = read_pair(tmp_path / "a.txt", tmp_path / "b" / "b.txt", as_is=True)
    assert [p.text for p in as_is.paragraphs] == [f"Also read {TEXT}"]
    assert as_is.removals == ()
