"""The commands: each a `run` function that `cli` calls."""
