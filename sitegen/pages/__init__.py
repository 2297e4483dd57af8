"""Pages: from what was found to the files of a site."""

from __future__ import annotations

from sitegen.pages.site import PageFile, site_pages, standalone_comparison, story_link, story_pages, theme_files
from sitegen.pages.theme import Theme, load_theme
from sitegen.pages.views import StoryLink

__all__ = [
    "PageFile",
    "StoryLink",
    "Theme",
    "load_theme",
    "site_pages",
    "standalone_comparison",
    "story_link",
    "story_pages",
    "theme_files",
]
