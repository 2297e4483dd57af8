"""`python -m sitegen` is the same as `sitegen`."""

from __future__ import annotations

import sys

from sitegen.cli import main

if __name__ == "__main__":
    sys.exit(main())
