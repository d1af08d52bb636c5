"""How long comparing two packages takes: a million made-up claims with their evidence, and the next version of them.

    python benchmarks/release_diff.py [--claims N] [--runs R]

In the next version 1 % of the claims have another number, statement or unit, 1 % of the quotes are longer, some claims came and some
went, and all rows are in another order. The yardstick is what pyarrow needs to read all tables of both packages as text, so a run is
pyarrow, iddia, pyarrow, each in a process of its own, for the speed of a machine drifts; a ratio is iddia's seconds over the mean
of the two readings around it, and the median of the runs counts. iddia reads both packages, compares them and tells of each claim
what happened to it. Making the packages is no part of any time or memory told. Exit code 1 when a bound is broken.

- diff     seconds of iddia over those of pyarrow; every change that was made is found, and nothing else
- memory   the most that the process of iddia held over the most that the process of pyarrow held, which keeps all tables of both
"""

import argparse
import csv
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from madeup import make, quoted

SECONDS, MEMORY = 4.0, 2.5
SHARE, COME, GONE = 0.01, 0.001, 0.001


def arrow(folder: Path) -> dict[str, float]:
    """Read all tables of both packages as text with pyarrow, and keep them."""
    import pyarrow as pa
    from pyarrow import csv as reader

    start = time.perf_counter()
    tables = []
    for path in sorted(folder.glob("*/data/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        convert = reader.ConvertOptions(column_types=dict.fromkeys(header, pa.string()))
        tables.append(reader.read_csv(path, parse_options=reader.ParseOptions(newlines_in_values=True), convert_options=convert))
    return {"seconds": time.perf_counter() - start, "peak": peak(), "rows": sum(table.num_rows for table in tables)}


def ours(folder: Path) -> dict[str, float]:
    """Compare both packages with iddia, what it needs imported before; how many of the changes it missed, and what else it told."""
    import numpy  # noqa: F401, ICN001 imported before the clock starts
    import polars  # noqa: F401, ICN001
    import pyarrow  # noqa: F401, ICN001

    from iddia.diff import difference
    from iddia.diff.places import version_at
    from iddia.diff.reading import read_package

    start = time.perf_counter()
    found = difference(*(read_package(version_at(str(folder / name), folder)) for name in ("old", "new")))
    seconds = time.perf_counter() - start
    held = peak()
    told = {(change.claim_id, change.change, change.field) for change in found.claims}
    units = {(one.id, "corrected", "unit") for one in found.units}
    made = {tuple(one) for one in json.loads((folder / "made.json").read_text("utf-8"))}
    missed = len(made - told) + len({one for one in made if one[2] == "unit"} - units)
    return {"seconds": seconds, "peak": held, "missed": missed, "extra": len(told - made) + len(units - made), "made": len(made)}


def peak() -> float:
    """The most megabytes that this process held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def next_version(old: Path, new: Path, seed: int = 2) -> set[tuple[str, str, str]]:
    """Write the version after ``old``; what happened to each claim: its id, the change, the field."""
    shutil.copytree(old, new)
    dice = random.Random(seed)  # noqa: S311 - the same version every time, no secret
    claims, evidence = (rows_of(old / "data" / f"{name}.csv") for name in ("claims", "evidence"))
    made: set[tuple[str, str, str]] = set()
    kept = []
    for row in claims[1:]:
        draw = dice.random()
        if draw < GONE:
            made.add((row[0], "retracted", "statement_en"))
            continue
        if draw > 1 - SHARE:
            made.add((row[0], "corrected", changed(row, dict(zip(claims[0], range(99), strict=False)), dice)))
        if GONE < draw < GONE + COME:
            kept.append([f"{row[0]}9999", *row[1:]])
            made.add((f"{row[0]}9999", "added", "statement_en"))
        kept.append(row)
    gone = {claim for claim, change, _ in made if change == "retracted"}
    shown = [row for row in evidence[1:] if row[0] not in gone]
    for row in shown:
        if dice.random() < SHARE:
            row[4] += "!"
            made.add((row[0], "re-graded" if row[5] == "cue" else "corrected", f"evidence.{row[5]}"))
    for name, header, rows in (("claims", claims[0], kept), ("evidence", evidence[0], shown)):
        dice.shuffle(rows)
        write(new / "data" / f"{name}.csv", header, rows)
    return made


def changed(row: list[str], at: dict[str, int], dice: random.Random) -> str:
    """Change a cell of a claim; which."""
    column = dice.choice(["statement_en", "number", "unit"]) if row[at["number"]] else "statement_en"
    cell = row[at[column]]
    row[at[column]] = {"statement_en": f"{cell} Indeed.", "number": f"{cell}0", "unit": "usd" if cell == "parameter" else "parameter"}[
        column
    ]
    return column


def rows_of(path: Path) -> list[list[str]]:
    """All rows of a file, its header first."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    """Write a file as madeup does."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines(header, rows))


def lines(header: list[str], rows: list[list[str]]) -> Iterator[str]:
    """The lines of a file."""
    for row in (header, *rows):
        yield ",".join(map(quoted, row)) + "\n"


ALONE = {"arrow": arrow, "ours": ours}


def alone(which: str, folder: Path) -> dict[str, float]:
    """One measurement in a process of its own."""
    code = [sys.executable, __file__, "--alone", which, str(folder)]
    found: dict[str, float] = json.loads(subprocess.run(code, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return found


def measure_diff(claims: int, runs: int, root: Path) -> bool:
    """Make both packages below ``root``, measure and print; whether all bounds are kept."""
    make(root / "old", claims)
    (root / "made.json").write_text(json.dumps(sorted(next_version(root / "old", root / "new"))), "utf-8")
    ratios, memory, given, readings = [], [], [], []
    for _ in range(runs):
        before, row, after = alone("arrow", root), alone("ours", root), alone("arrow", root)
        readings.append((before["seconds"] + after["seconds"]) / 2)
        ratios.append(row["seconds"] / readings[-1])
        memory.append(row["peak"] / max(before["peak"], after["peak"]))
        given.append(row)
    seconds, reading = median(row["seconds"] for row in given), median(readings)
    missed, extra = max(row["missed"] for row in given), max(row["extra"] for row in given)
    kept = [
        told("diff", median(ratios), SECONDS, f"{claims:,} claims: iddia {seconds:.2f} s, pyarrow reads both in {reading:.2f} s"),
        told("memory", median(memory), MEMORY, f"iddia {max(row['peak'] for row in given):.0f} MB"),
        missed == extra == 0,
    ]
    print(f"{'':10}{given[0]['made']:,.0f} changes of claims, {missed:.0f} of them missed, {extra:.0f} others told")
    return all(kept)


def told(name: str, figure: float, bound: float, words: str) -> bool:
    """Print a figure beside its bound; whether the bound is kept."""
    kept = figure <= bound
    print(f"{name:10}{figure:8.2f}   at most {bound:g}   {'kept' if kept else 'BROKEN'}   {words}")
    return kept


def main() -> int:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description="How long comparing two packages takes.")
    parser.add_argument("--claims", type=int, default=1_000_000, metavar="N", help="claims of the package before")
    parser.add_argument("--runs", type=int, default=3, metavar="R", help="how often each is measured")
    parser.add_argument(
        "--alone", nargs=2, metavar=("WHICH", "FOLDER"), help="measure one thing in this process and print the result as JSON"
    )
    options = parser.parse_args()
    if options.alone is not None:
        print(json.dumps(ALONE[options.alone[0]](Path(options.alone[1]))))
        return 0
    with tempfile.TemporaryDirectory(prefix="iddia-benchmark-") as root:
        return 0 if measure_diff(options.claims, options.runs, Path(root)) else 1


if __name__ == "__main__":
    sys.exit(main())
