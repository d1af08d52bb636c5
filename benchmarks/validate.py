"""How long checking a package takes: a million made-up claims with their evidence, by every check that iddia has.

    python benchmarks/validate.py [--claims N] [--judged N] [--runs R]

The yardstick is what pyarrow needs to read the same files, so a run is pyarrow, iddia, pyarrow, each in a process of its own, for
the speed of a machine drifts; a ratio is iddia's seconds over the mean of the two readings around it, and the median of the runs
counts. frictionless checks a smaller ledger (its bytes, hashes, types, constraints, keys and references, without the rules that only
iddia knows) beside iddia in the same manner. Making the ledgers is no part of any time or memory told. Exit code 1 when a bound is broken.

- good     all checks of a sound package against the pyarrow reading
- spoilt   the same with 1 % of the rows spoilt: every spoilt cell must be found at its line and column, and nothing else
- memory   the most that the checking process held
- judge    how many times faster than frictionless; 50 was asked for, and is out of reach on rows as wide as these: frictionless takes
           some 60 times as long as the bare reading, so that 50 would leave us 1.2 times the reading. The bound is what must not be lost
- articles a process that runs `iddia validate` over the five articles after a change of one line, against one that only imports what
           it needs
"""

import argparse
import importlib
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from madeup import make

READING, SPOILT, JUDGE, MEGABYTES, ARTICLES = 2.5, 6.0, 15.0, 1000.0, 2.5
NEEDED = "import iddia.cli.validate, iddia.package.fresh, iddia.report, z3"
REPOSITORY = Path(__file__).resolve().parent.parent
SHARE = 0.01


def arrow(folder: Path) -> dict[str, float]:
    """Read every file with pyarrow."""
    from pyarrow import csv

    start = time.perf_counter()
    rows = sum(
        csv.read_csv(path, parse_options=csv.ParseOptions(newlines_in_values=True)).num_rows for path in (folder / "data").glob("*.csv")
    )
    return {"seconds": time.perf_counter() - start, "rows": rows}


def ours(folder: Path) -> dict[str, float]:
    """Check the package with iddia, what it needs imported before; how many of the spoilt cells it found, and what else."""
    from iddia.checks import check_package
    from iddia.checks.schemas import own_schemas

    importlib.import_module("iddia.checks.package")
    own_schemas()
    start = time.perf_counter()
    problems = check_package(folder)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    told = {tuple(cell) for cell in json.loads((folder / "spoilt.json").read_text("utf-8"))}
    found = [(problem.place.file, problem.place.line, problem.place.column, problem.code) for problem in problems]
    return {"seconds": seconds, "peak": peak, "missed": len(told - set(found)), "extra": len(found) - len(told & set(found))}


def frictionless(folder: Path) -> dict[str, float]:
    """Have frictionless check the package."""
    from frictionless import Package

    start = time.perf_counter()
    report = Package("datapackage.json", basepath=str(folder)).validate()
    return {"seconds": time.perf_counter() - start, "missed": 0, "extra": sum(len(task.errors) for task in report.tasks)}


ALONE = {"arrow": arrow, "ours": ours, "frictionless": frictionless}


def alone(which: str, folder: Path) -> dict[str, float]:
    """One measurement in a process of its own."""
    code = [sys.executable, __file__, "--alone", which, str(folder)]
    found: dict[str, float] = json.loads(subprocess.run(code, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return found


def bracketed(folder: Path, runs: int) -> tuple[float, list[dict[str, float]], float, float]:
    """The median ratio to the pyarrow reading, what each run of ours gave, and the median seconds of both."""
    ratios, given, readings = [], [], []
    for _ in range(runs):
        before, row, after = alone("arrow", folder), alone("ours", folder), alone("arrow", folder)
        reading = (before["seconds"] + after["seconds"]) / 2
        ratios.append(row["seconds"] / reading)
        readings.append(reading)
        given.append(row)
    return median(ratios), given, median(row["seconds"] for row in given), median(readings)


def articles(root: Path, runs: int) -> tuple[float, float, float]:
    """Median ratio and seconds of validating the project after a change of one line, and of a process that only imports."""
    for folder in ("seeds", "schema", "data"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / "datapackage.json", root)
    reading = min(root.glob("seeds/*/reading.yaml"))
    reading.write_text(reading.read_text("utf-8").replace("    modality: asserted\n", "    modality: asertted\n", 1), "utf-8")
    validate = f"import sys; from iddia.cli import main; sys.exit(main(['validate', '--root', {str(root)!r}]) - 1)"
    pairs = [(seconds_of(validate), seconds_of(NEEDED)) for _ in range(runs)]
    mine, theirs = (median(side) for side in zip(*pairs, strict=True))
    return mine / theirs, mine, theirs


def seconds_of(code: str) -> float:
    """Seconds of a fresh process that runs ``code``."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def told(name: str, figure: float, bound: float, words: str, *, at_least: bool = False) -> bool:
    """Print a figure beside its bound; whether the bound is kept."""
    kept = figure >= bound if at_least else figure <= bound
    sign = "at least" if at_least else "at most"
    print(f"{name:10}{figure:8.2f}   {sign} {bound:g}   {'kept' if kept else 'BROKEN'}   {words}")
    return kept


def measure(claims: int, judged: int, runs: int, root: Path) -> bool:
    """Make the ledgers, measure and print; whether all bounds are kept."""
    for name, count, share in (("good", claims, 0.0), ("spoilt", claims, SHARE), ("judged", judged, 0.0)):
        cells = make(root / name, count, share)
        (root / name / "spoilt.json").write_text(json.dumps([list(vars(cell).values()) for cell in cells]), "utf-8")
    kept = []
    peaks = []
    for name, bound in (("good", READING), ("spoilt", SPOILT)):
        ratio, rows, mine, reading = bracketed(root / name, runs)
        peaks += [row["peak"] for row in rows]
        kept.append(told(name, ratio, bound, f"{claims:,} claims: iddia {mine:.2f} s, pyarrow reads them in {reading:.2f} s"))
        missed, extra = max(row["missed"] for row in rows), max(row["extra"] for row in rows)
        planted = len(json.loads((root / name / "spoilt.json").read_text("utf-8")))
        kept.append(missed == extra == 0)
        print(f"{'':10}{planted:,} wrong cells, {missed} of them missed, {extra} others reported")
    kept.append(told("memory", max(peaks), MEGABYTES, "MB"))
    before, judge, after = alone("ours", root / "judged"), alone("frictionless", root / "judged"), alone("ours", root / "judged")
    mine = (before["seconds"] + after["seconds"]) / 2
    words = f"{judged:,} claims: frictionless {judge['seconds']:.1f} s, iddia {mine:.2f} s"
    kept.append(told("judge", judge["seconds"] / mine, JUDGE, words, at_least=True))
    kept.append(judge["extra"] == 0)
    ratio, mine, importing = articles(root / "articles", 5 * runs)
    kept.append(told("articles", ratio, ARTICLES, f"the five after a change of one line {mine:.2f} s, only importing {importing:.2f} s"))
    return all(kept)


def main() -> int:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description="How long checking a package takes.")
    parser.add_argument("--claims", type=int, default=1_000_000, metavar="N", help="claims of the ledger that is checked")
    parser.add_argument("--judged", type=int, default=100_000, metavar="N", help="claims of the ledger that frictionless checks too")
    parser.add_argument("--runs", type=int, default=3, metavar="R", help="how often each is measured")
    parser.add_argument(
        "--alone", nargs=2, metavar=("WHICH", "FOLDER"), help="measure one thing in this process and print the result as JSON"
    )
    options = parser.parse_args()
    if options.alone is not None:
        print(json.dumps(ALONE[options.alone[0]](Path(options.alone[1]))))
        return 0
    with tempfile.TemporaryDirectory(prefix="iddia-benchmark-") as root:
        return 0 if measure(options.claims, options.judged, options.runs, Path(root)) else 1


if __name__ == "__main__":
    sys.exit(main())
