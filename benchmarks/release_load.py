"""How long loading a release's Parquet takes: a million made-up claims with their evidence, as `iddia.load` gives them.

    python benchmarks/release_load.py [--claims N] [--runs R]

The yardstick is what pandas needs to read the same Parquet files, `pd.read_parquet` each, so a run is pandas, iddia, pandas, each in a
process of its own, for the speed of a machine drifts; a ratio is iddia's seconds over the mean of the two readings around it, and the
median of the runs counts. Making the release is no part of any time told. Exit code 1 when a bound is broken.

- plain    against pd.read_parquet(path)
- nullable against pd.read_parquet(path, dtype_backend="numpy_nullable"), whose types come nearest to ours; no bound, for comparison
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from statistics import median
from typing import Any

from madeup import make

PLAIN = 1.3
VERSION = "1.0.0"


def release(root: Path, claims: int) -> Path:
    """A release's folder, as far as loading reads it: the package's archive, its tables as Parquet, and the sums of both."""
    from pyarrow import csv

    from iddia.formats.arrowtypes import arrow_type
    from iddia.formats.tabular.parquet import as_parquet, for_pandas
    from iddia.sums import SUMS, sha256_of

    make(root / "package", claims, 0.0)
    folder = root / VERSION
    (folder / "parquet").mkdir(parents=True)
    descriptor = json.loads((root / "package" / "datapackage.json").read_text("utf-8"))
    for resource in descriptor["resources"]:
        types = {field["name"]: arrow_type(field) for field in resource["schema"]["fields"]}
        convert = csv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True)
        table = csv.read_csv(
            root / "package" / resource["path"], parse_options=csv.ParseOptions(newlines_in_values=True), convert_options=convert
        )
        described = [{"description": "", "description_tr": "", **field} for field in resource["schema"]["fields"]]
        (folder / "parquet" / f"{resource['name']}.parquet").write_bytes(as_parquet(table, described, {"pandas": for_pandas(described)}))
    with zipfile.ZipFile(folder / f"iddia-{VERSION}.zip", "w") as out:
        for path in sorted((root / "package").rglob("*")):
            out.write(path, path.relative_to(root / "package").as_posix())
    files = [path for path in folder.rglob("*") if path.is_file()]
    sums = sorted(f"{sha256_of(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)
    (folder / SUMS).write_text("".join(sums), "utf-8")
    return folder


def plain(folder: Path) -> Any:
    """Read every file with pandas."""
    import pandas as pd

    return [pd.read_parquet(path) for path in sorted((folder / "parquet").iterdir())]


def nullable(folder: Path) -> Any:
    """Read every file with pandas, in types that can be empty."""
    import pandas as pd

    return [pd.read_parquet(path, dtype_backend="numpy_nullable") for path in sorted((folder / "parquet").iterdir())]


def ours(folder: Path) -> Any:
    """Load the release."""
    import iddia

    return iddia.load(folder)


ALONE = {"plain": plain, "nullable": nullable, "ours": ours}


def seconds(which: str, folder: Path) -> float:
    """Seconds of one reading in a process of its own, after a first one that imports what it needs."""
    done = subprocess.run([sys.executable, __file__, "--alone", which, str(folder)], check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout)


def timed(which: str, folder: Path) -> float:
    """Seconds of the second reading in this process."""
    ALONE[which](folder)
    start = time.perf_counter()
    found = ALONE[which](folder)
    took = time.perf_counter() - start
    del found
    return took


def bracketed(yardstick: str, folder: Path, runs: int) -> tuple[float, float, float]:
    """The median ratio, and the median seconds of both sides."""
    rows = [(seconds(yardstick, folder), seconds("ours", folder), seconds(yardstick, folder)) for _ in range(runs)]
    ratios = [mine / ((before + after) / 2) for before, mine, after in rows]
    return median(ratios), median(row[1] for row in rows), median((row[0] + row[2]) / 2 for row in rows)


def main() -> int:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description="How long loading a release's Parquet takes.")
    parser.add_argument("--claims", type=int, default=1_000_000, metavar="N", help="claims of the release")
    parser.add_argument("--runs", type=int, default=5, metavar="R", help="how often each is measured")
    parser.add_argument("--alone", nargs=2, metavar=("WHICH", "FOLDER"), help="measure one thing in this process and print its seconds")
    options = parser.parse_args()
    if options.alone is not None:
        print(timed(options.alone[0], Path(options.alone[1])))
        return 0
    with tempfile.TemporaryDirectory(prefix="iddia-benchmark-") as root:
        return 0 if measure_load(options.claims, options.runs, Path(root)) else 1


def measure_load(claims: int, runs: int, root: Path) -> bool:
    """Make a release below ``root``, measure and print; whether the bound is kept."""
    folder = release(root, claims)
    ratio, mine, theirs = bracketed("plain", folder, runs)
    verdict = "kept" if ratio <= PLAIN else "BROKEN"
    print(f"plain     {ratio:8.2f}   at most {PLAIN:g}   {verdict}   {claims:,} claims: iddia {mine:.2f} s, pandas {theirs:.2f} s")
    other, mine, theirs = bracketed("nullable", folder, runs)
    print(f"nullable  {other:8.2f}                        iddia {mine:.2f} s, pandas {theirs:.2f} s")
    return ratio <= PLAIN


if __name__ == "__main__":
    sys.exit(main())
