"""How long starting, loading and building take, as ratios against a yardstick measured in the same run.

    python benchmarks/start.py [runs]

Each row is the median of so many runs (default 15), the two sides taken in turn, so that a machine whose speed drifts
slows both. Exit code 1 when a ratio is above its bound.

- import   a process that imports iddia, against one that imports pandas
- load     iddia.load() against pandas.read_csv of the same files, both in one warm process
- build    a process that runs `iddia build`, against one that only imports what the build needs
- memory   of the loaded tables, and the peak resident memory of a process that loads them, against one that imports pandas
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pandas as pd

import iddia

BOUNDS = {"import": 1.15, "load": 2.0, "build": 2.5}
NEEDED_BY_BUILD = "import iddia.cli, iddia.package.build, z3"


def seconds_of(code: str) -> Callable[[], float]:
    """A stopwatch for a fresh Python process that runs ``code``."""

    def run() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    return run


def seconds_in_process(action: Callable[[], object]) -> Callable[[], float]:
    """A stopwatch for a call in this process."""

    def run() -> float:
        start = time.perf_counter()
        action()
        return time.perf_counter() - start

    return run


def ratio(name: str, ours: Callable[[], float], yardstick: Callable[[], float], runs: int) -> bool:
    """Print one row; whether it keeps its bound."""
    ours(), yardstick()  # warm the caches of the file system
    pairs = [(ours(), yardstick()) for _ in range(runs)]
    mine, theirs = (median(side) for side in zip(*pairs, strict=True))
    kept = bool(mine / theirs <= BOUNDS[name])
    verdict = "kept" if kept else "BROKEN"
    print(f"{name:<8}{mine * 1000:9.1f} ms{theirs * 1000:9.1f} ms   ratio {mine / theirs:5.2f}   bound {BOUNDS[name]:.2f}   {verdict}")
    return kept


def read_plainly(files: list[Path]) -> list[pd.DataFrame]:
    """What an analyst without iddia would do."""
    return [pd.read_csv(file) for file in files]


def peak_megabytes(code: str) -> float:
    """Peak resident memory of a fresh process that runs ``code``."""
    report = f"{code}\nimport resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    output = subprocess.run([sys.executable, "-c", report], check=True, capture_output=True, text=True).stdout
    return int(output.split()[-1]) / (1024**2 if sys.platform == "darwin" else 1024)


def main() -> int:
    """Measure and print everything."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    files = sorted((iddia.ROOT / "data").glob("*.csv"))
    print(f"{'':<8}{'iddia':>12}{'yardstick':>12}")
    build = f"import sys; from iddia.cli import main; sys.exit(main(['build', '--root', {str(iddia.ROOT)!r}]))"
    kept = [
        ratio("import", seconds_of("import iddia"), seconds_of("import pandas"), runs),
        ratio("load", seconds_in_process(iddia.load), seconds_in_process(lambda: read_plainly(files)), runs * 4),
        ratio("build", seconds_of(build), seconds_of(NEEDED_BY_BUILD), runs),
    ]
    tables = sum(frame.memory_usage(deep=True).sum() for frame in iddia.load().tables.values())
    loaded, alone = peak_megabytes("import iddia; d = iddia.load()"), peak_megabytes("import pandas")
    print(
        f"memory  {tables / 2**20:.1f} MB of tables; peak of a process {loaded:.0f} MB with them loaded, {alone:.0f} MB with pandas alone"
    )
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
