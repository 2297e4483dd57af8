"""Publish how one story was told by several sources."""
