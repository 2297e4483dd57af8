"""Measure a build: `python -m tests.benchmarks [--stories N …]`. Prints ratios, with the figures behind them."""

from __future__ import annotations

import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.generated import write_stories

ROOT = Path(__file__).parent.parent.parent
LIBRARIES = "click, jinja2, markdown_it, diff_match_patch, rapidfuzz, regex, sentencex, msgspec"
"""What a build of the seeds imports from outside."""


def measure(*command: str) -> tuple[float, float]:
    """Run a command; return its seconds (wall clock) and its peak memory (MiB)."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return seconds, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def median(runs: int, *command: str) -> float:
    """Run a command some times after a warm-up; return the median of its seconds."""
    measure(*command)
    return statistics.median(measure(*command)[0] for _ in range(runs))


def seeds_against_imports() -> None:
    """Print how much longer a build of the seeds takes than importing the libraries that it needs."""
    with tempfile.TemporaryDirectory() as folder:
        imports = median(7, "-c", f"import {LIBRARIES}")
        build = median(7, "-m", "sitegen", "build", "--project", str(ROOT), "--output", str(Path(folder, "site")))
    print(f"build of the seeds / bare import of its libraries: {build / imports:.1f} ({build:.2f} s / {imports:.2f} s)")


def growth(numbers: list[int]) -> None:
    """Print the time per story and peak memory for growing numbers of stories, and the growth exponent."""
    print(f"\n{'stories':>8} {'s in all':>9} {'ms a story':>11} {'peak MiB':>9}")
    points = []
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            write_stories(Path(folder), number)
            seconds, memory = measure("-m", "sitegen", "build", "--project", folder)
        points.append((number, seconds))
        print(f"{number:8} {seconds:9.1f} {1000 * seconds / number:11.0f} {memory:9.0f}", flush=True)
    if len(points) > 1:
        (n1, t1), (n2, t2) = points[0], points[-1]
        print(f"growth exponent from {n1} to {n2} stories: {math.log(t2 / t1) / math.log(n2 / n1):.2f}")


def main() -> None:
    """Run the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=[10, 100, 1000], help="how many stories to build")
    options = parser.parse_args()
    seeds_against_imports()
    growth(options.stories)


if __name__ == "__main__":
    main()
