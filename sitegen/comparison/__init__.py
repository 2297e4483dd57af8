"""Comparing: pure, no files, no configuration, no HTML."""
