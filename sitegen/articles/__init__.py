"""Reading: from the bytes of files to articles and stories."""

from __future__ import annotations

from sitegen.articles.read import read_article
from sitegen.articles.stories import StoryFolder, find_stories, read_pair, read_story

__all__ = ["StoryFolder", "find_stories", "read_article", "read_pair", "read_story"]
