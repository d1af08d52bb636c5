"""A release made of a package, as small as it may be, and ways to spoil one: what tests of loading and verifying go over.

The tables, their forms and their sums are real; what verifying looks at by its sum alone is a line of text. A case of tests/bad/releases is
a folder with a file ``spoil``, a line of JSON each, and ``expect.txt``, as tests/bad/packages has it:

- ["before", file, old, new]   in the package, before the release is made of it: all forms and sums agree
- ["edit", file, old, new], ["add", file, text], ["delete", file], ["link", file, target], ["line ends", file]   in the release's folder
- ["inside", file, old, new]   in the package's archive, its own sums and the descriptor's hashes made anew
- ["parquet", table, "cell", row, column, value], [.., "drop", row], [.., "rename", old, new], [.., "order", columns], [.., "turn"]
- ["sql", statement]           in the SQLite file
- ["forms"]                    what follows from the package made as releases have it, and told to be made with what is installed
- ["sums"]                     SHA256SUMS made anew
"""

import csv
import datetime as dt
import hashlib
import io
import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from importlib.metadata import version as metadata_version
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet
from tiny_package import lines, rehash

from iddia import __version__
from iddia.formats.publication import Publication, package_files
from iddia.formats.tabular.parquet import parquet as make_parquet
from iddia.formats.tabular.sqlite import sqlite as make_sqlite
from iddia.verify import remade
from iddia.verify.package import package_at

CASES = Path(__file__).resolve().parent / "bad" / "releases"
FIRST, SECOND = "1.0.0", "1.1.0"
GONE = "fener-trial.05"
"""A claim that the first release has and the second retracts."""
DAYS = {FIRST: "2026-11-22", SECOND: "2026-12-01"}
TEXTS = (
    *("README.md", "CHANGELOG.md", "LICENSE", "CITATION.cff", ".zenodo.json", "dictionary.md", "datasheet.md", "duckdb.sql"),
    *("claims.jsonld", "context.jsonld", "shapes.ttl", "nanopubs.trig", "croissant.json", "datasette.json", "ro-crate-metadata.json"),
)
_SQL = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def prepare(package: Path, version: str, *, changes: list[list[str]]) -> None:
    """Give a package the version and the history that a release has."""
    with (package / "data" / "changes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([["version", "claim_id", "change", "field", "before", "after", "reason"], *changes])
    descriptor = json.loads((package / "datapackage.json").read_bytes())
    descriptor = {"version": version, "created": DAYS.get(version, "2026-11-22")} | {
        key: value for key, value in descriptor.items() if key not in ("version", "created")
    }
    (package / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False, indent=2), "utf-8")
    rehash(package)


def all_added(package: Path, version: str) -> list[list[str]]:
    """A history in which every claim came with one version."""
    with (package / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        return [
            [version, row["claim_id"], "added", "statement_en", "", row["statement_en"], "A first reading."] for row in csv.DictReader(file)
        ]


def released(package: Path, folder: Path, previous: str | None = None) -> Path:
    """The release of a package, in ``folder`` under its version."""
    files = package_files(package)
    version: str = json.loads(files["datapackage.json"])["version"]
    root = folder / version
    (root / "parquet").mkdir(parents=True)
    for name in (*TEXTS, *(f"diff.{form}" for form in ("json", "md", "html", "csv") if previous)):
        (root / name).write_text(f"{name} of {version}\n", "utf-8")
    (root / f"iddia-{version}.zip").write_bytes(packed(files | {"README.md": b"What is inside.\n"}))
    publication = Publication(version, dt.date(2026, 11, 22), 0, previous, files)
    for name, table in publication.tables.items():
        parquet.write_table(table, root / "parquet" / f"{name}.parquet")
    write_sqlite(root / f"iddia-{version}.sqlite", publication)
    counts = {name: table.num_rows for name, table in publication.tables.items()}
    record = {"version": version, "date": DAYS.get(version, "2026-11-22"), "previous": previous, "level": "minor" if previous else "first"}
    (root / "release.json").write_text(json.dumps(record | {"counts": counts}, indent=2) + "\n", "utf-8")
    make_sums(root)
    return root


def packed(files: dict[str, bytes]) -> bytes:
    """The files in a zip archive, with their sums."""
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in sorted((files | {"SHA256SUMS": sums.encode()}).items()):
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def write_sqlite(path: Path, publication: Publication) -> None:
    """The tables in a SQLite file."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for name, table in publication.tables.items():
            columns = ", ".join(f'"{field["name"]}" {_SQL[field["type"]]}' for field in publication.schemas[name]["fields"])
            connection.execute(f'CREATE TABLE "{name}" ({columns})')
            marks = ", ".join("?" * table.num_columns)
            connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', zip(*(one.to_pylist() for one in table.columns), strict=True))


def make_sums(root: Path) -> None:
    """SHA256SUMS of all other files."""
    names = sorted(
        path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() and not path.name.startswith("SHA256SUMS")
    )
    sums = "".join(f"{hashlib.sha256((root / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (root / "SHA256SUMS").write_text(sums, "utf-8", newline="\n")


def all_in_one(root: Path) -> Path:
    """The -all.zip of a release, beside it."""
    archive = root.parent / f"iddia-{root.name}-all.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for path in sorted(root.rglob("*")):
            if path.is_file():
                out.write(path, path.relative_to(root).as_posix())
    return archive


def two_releases(tiny: Path, folder: Path, before: list[list[str]] | None = None) -> Path:
    """Two releases of the tiny package, one beside the other; the second. ``before`` are edits of its package."""
    first, second = folder.parent / f"{folder.name}-first", folder.parent / f"{folder.name}-second"
    shutil.copytree(tiny, first)
    with (first / "data" / "claims.csv").open("a", encoding="utf-8") as file:
        last = (tiny / "data" / "claims.csv").read_text("utf-8").splitlines()[-1]
        file.write(last.replace("fener-trial.04", GONE) + "\n")
    told = all_added(first, FIRST)
    prepare(first, FIRST, changes=told)
    released(first, folder)
    shutil.copytree(tiny, second)
    told.append(
        [SECOND, "fener-launch.01", "corrected", "statement_en", "Ardıç made Fener.", "Ardıç makes the model Fener.", "As printed."]
    )
    told.append([SECOND, GONE, "retracted", "statement_en", "Fener is successful.", "", "It says\nthe same twice."])
    prepare(second, SECOND, changes=told)
    for name, old, new in before or ():
        _edit(second / name, old, new)
    rehash(second)
    return released(second, folder, FIRST)


def spoilt(case: Path, tiny: Path, folder: Path) -> Path:
    """The second release, spoilt as the case says."""
    orders: list[list[Any]] = [json.loads(line) for line in lines(case, "spoil")]
    root = two_releases(tiny, folder, [rest for what, *rest in orders if what == "before"])
    for what, *rest in orders:
        if what != "before":
            _SPOILERS[what](root, *rest)
    return root


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def _inside(root: Path, name: str, old: str, new: str) -> None:
    archive = root / f"iddia-{root.name}.zip"
    package = root.parent / "unpacked"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(package)
    (package / "SHA256SUMS").unlink()
    _edit(package / name, old, new)
    rehash(package)
    archive.write_bytes(packed({path.relative_to(package).as_posix(): path.read_bytes() for path in package.rglob("*") if path.is_file()}))
    shutil.rmtree(package)


def _parquet(root: Path, table: str, what: str, *rest: Any) -> None:
    path = root / "parquet" / f"{table}.parquet"
    content = parquet.read_table(path)
    if what == "cell":
        row, column, value = rest
        cells = content.column(column).to_pylist()
        cells[row] = value
        content = content.set_column(content.column_names.index(column), column, pa.array(cells, content.column(column).type))
    elif what == "drop":
        content = content.take([row for row in range(content.num_rows) if row != rest[0]])
    elif what == "double":
        content = content.take([*range(content.num_rows), rest[0]])
    elif what == "rename":
        content = content.rename_columns([rest[1] if name == rest[0] else name for name in content.column_names])
    elif what == "turn":
        content = content.take(list(range(content.num_rows))[::-1])
    elif what == "cast":
        content = content.set_column(content.column_names.index(rest[0]), rest[0], content.column(rest[0]).cast(rest[1]))
    elif what == "select":
        content = content.select(rest[0])
    parquet.write_table(content, path)


def _sql(root: Path, statement: str) -> None:
    with closing(sqlite3.connect(root / f"iddia-{root.name}.sqlite")) as connection, connection:
        connection.execute(statement)


def _add(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text(text, "utf-8")


def _link(root: Path, name: str, target: str) -> None:
    (root / name).unlink(missing_ok=True)
    (root / name).symlink_to(target)


def make_forms(root: Path) -> None:
    """The forms that verifying makes anew, as a release has them, and in release.json what they were made with."""
    record = json.loads((root / "release.json").read_bytes())
    package = package_at(root / f"iddia-{root.name}.zip", dt.date.fromisoformat(record["date"]), record["previous"])
    for form in (*remade.TEXTS, make_parquet, make_sqlite):
        for name, content in form(package, {}).items():
            (root / name).write_bytes(content)
    made_with = {"iddia": __version__, "apsw": metadata_version("apsw"), "pyarrow": metadata_version("pyarrow")}
    (root / "release.json").write_text(json.dumps(record | {"made_with": made_with}, indent=2) + "\n", "utf-8")
    make_sums(root)


_SPOILERS: dict[str, Any] = {
    "forms": make_forms,
    "line ends": lambda root, name: (root / name).write_bytes((root / name).read_bytes().replace(b"\n", b"\r\n")),
    "edit": lambda root, name, old, new: _edit(root / name, old, new),
    "add": _add,
    "delete": lambda root, name: (root / name).unlink(),
    "link": _link,
    "inside": _inside,
    "parquet": _parquet,
    "sql": _sql,
    "sums": make_sums,
}
