"""How long releases take: loading one from Parquet, comparing two of a million claims, and making one of the five articles.

    python benchmarks/release.py [--claims N] [--runs R]

- plain, nullable   see release_load.py
- diff, memory      see release_diff.py
- release           `iddia release --dry-run` in a clone of the last commit, a whole process: the clean room, builds, all forms; against
                    a process that only imports what it needs; no bound. In brackets the process of a build alone.

Exit code 1 when a bound is broken.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from release_diff import measure_diff
from release_load import measure_load

ROOT = Path(__file__).resolve().parent.parent
NEEDED = "import iddia.release.plan, iddia.release.publish, frictionless, polars, z3"


def seconds_of(*arguments: str) -> float:
    """Seconds of a Python process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure_release(runs: int, root: Path) -> None:
    """Clone the last commit below ``root``, measure and print."""
    root.mkdir()
    clone = root / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    release = ("-m", "iddia", "release", "--dry-run", "--root", str(clone))
    rows = [(seconds_of("-c", NEEDED), seconds_of(*release), seconds_of("-c", NEEDED)) for _ in range(runs)]
    ratio = median(mine / ((before + after) / 2) for before, mine, after in rows)
    build = median(seconds_of("-m", "iddia", "build", "--root", str(clone)) for _ in range(runs))
    mine, needed = median(row[1] for row in rows), median((row[0] + row[2]) / 2 for row in rows)
    print(f"release   {ratio:8.2f}                        five articles: iddia {mine:.2f} s, imports {needed:.2f} s (build {build:.2f} s)")


def main() -> int:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description="How long releases take.")
    parser.add_argument("--claims", type=int, default=1_000_000, metavar="N", help="claims of what is loaded and compared")
    parser.add_argument("--runs", type=int, default=3, metavar="R", help="how often each is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="iddia-benchmark-") as name:
        root = Path(name)
        measure_release(options.runs, root / "release")
        kept = [measure_load(options.claims, options.runs, root / "load"), measure_diff(options.claims, options.runs, root / "diff")]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
