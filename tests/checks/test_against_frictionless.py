"""frictionless is the outside judge: over made-up packages both must find the same cells wrong, for the same kind of reason.

Where they differ on purpose is told in docs/problems.tail.md; each difference is a predicate here, named as in that table.
"""

import hashlib
import json
import math
import re
import tempfile
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iddia.checks import check_package

Rows = list[list[str]]
Found = set[tuple[str, int, str, str]]
REPOSITORY = Path(__file__).resolve().parents[2]

OURS = {
    "cell-type": "type",
    **dict.fromkeys(
        ["cell-required", "cell-enum", "cell-pattern", "cell-minimum", "cell-maximum", "cell-min-length", "cell-max-length"], "constraint"
    ),
    "cell-twice": "unique",
    "key-twice": "key",
    "primary-key-empty": "key",
    "reference-missing": "reference",
    "cell-extra": "extra-cell",
    "cell-missing": "missing-cell",
    "row-blank": "blank-row",
    "column-twice": "duplicate-label",
    "column-blank": "blank-label",
    "column-missing": "missing-label",
    "column-unknown": "extra-label",
    "column-order": "incorrect-label",
    "file-encoding": "encoding",
    "file-hash": "hash",
    "file-bytes": "bytes",
}
THEIRS = {
    "type-error": "type",
    "constraint-error": "constraint",
    "unique-error": "unique",
    "primary-key": "key",
    "foreign-key": "reference",
    "extra-cell": "extra-cell",
    "missing-cell": "missing-cell",
    "blank-row": "blank-row",
    "duplicate-label": "duplicate-label",
    "blank-label": "blank-label",
    "missing-label": "missing-label",
    "extra-label": "extra-label",
    "incorrect-label": "incorrect-label",
    "encoding-error": "encoding",
    "hash-count": "hash",
    "byte-count": "bytes",
}


# --- where iddia and frictionless differ: the names are those of docs/problems.tail.md


def loose_number(kind: str, cell: str) -> bool:
    """Digits of other scripts, group marks, blanks, inf and nan: a number to Python, not to iddia."""
    if kind not in {"integer", "number"} or re.fullmatch(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?", cell):
        return False
    try:
        Decimal(cell)
    except InvalidOperation:
        return False
    return True


def whole_number_with_point(kind: str, cell: str) -> bool:
    """1.0 in a column of whole numbers."""
    return kind == "integer" and re.fullmatch(r"[+-]?[0-9]+\.0*|[+-]?[0-9]+[eE]\+?[0-9]+", cell.strip()) is not None


def beyond_64_bits(kind: str, cell: str) -> bool:
    """9223372036854775808, 1e309."""
    if kind not in BOUNDED or re.fullmatch(r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]{1,4})?", cell) is None:
        return False
    return not -(2**63) <= Decimal(cell) < 2**63 if kind == "integer" else math.isinf(float(cell))


def other_truth(kind: str, cell: str) -> bool:
    """True, TRUE, 1 and the like in a column of booleans without words of its own."""
    return kind == "boolean" and cell in {"True", "TRUE", "1", "False", "FALSE", "0"}


def short_date(kind: str, cell: str) -> bool:
    """2025-1-5."""
    return kind == "date" and re.fullmatch(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", cell) is not None and len(cell) < 10


CELLS: dict[str, Callable[[str, str], bool]] = {
    "loose number": loose_number,
    "whole number with point": whole_number_with_point,
    "number beyond 64 bits": beyond_64_bits,
    "other truth": other_truth,
    "short date": short_date,
}
FOLLOWS = {"follow-up"}
ONLY_OURS = {"hostile cell": {"cell-formula", "cell-invisible"}, "table of the ledger": {"table-missing"}}


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(letter in cell for letter in ',"\n\r') or (not cell.strip() and cell) else cell


def write(root: Path, tables: dict[str, tuple[dict[str, Any], Rows]]) -> dict[str, dict[tuple[int, int], tuple[int, str]]]:
    """Write a package; where each cell of each table begins, line and column, as row number and label."""
    resources = []
    where: dict[str, dict[tuple[int, int], tuple[int, str]]] = {}
    for name, (schema, rows) in tables.items():
        line, text = 1, ""
        places = where.setdefault(name, {})
        for number, row in enumerate(rows):
            column = 1
            for at, cell in enumerate(row):
                places[line, column] = (number, rows[0][at] if at < len(rows[0]) else "")
                shown = quoted(cell)
                line += shown.count("\n")
                column = (len(shown) - shown.rindex("\n") if "\n" in shown else column + len(shown)) + 1
                text += shown + ("," if at < len(row) - 1 else "")
            text += "\n"
            line += 1
        data = text.encode()
        (root / f"{name}.csv").write_bytes(data)
        digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
        resources.append(
            {
                "name": name,
                "type": "table",
                "path": f"{name}.csv",
                "encoding": "utf-8",
                "bytes": len(data),
                "hash": digest,
                "schema": schema,
            }
        )
    (root / "datapackage.json").write_text(json.dumps({"name": "made-up", "resources": resources}), "utf-8")
    return where


def ours(root: Path, where: dict[str, dict[tuple[int, int], tuple[int, str]]]) -> Found:
    found: Found = set()
    for problem in check_package(root):
        if any(problem.code in codes for codes in ONLY_OURS.values()):
            continue
        table = problem.place.file.removesuffix(".csv")
        number, label = where[table][problem.place.line, problem.place.column]
        kind = OURS[problem.code]
        found.add((table, number, "" if kind in {"key", "reference", "blank-row"} else label, kind))
    return found


def theirs(root: Path) -> Found:
    found: Found = set()
    for task in Package("datapackage.json", basepath=str(root)).validate().tasks:
        for error in task.errors:
            kind = THEIRS[error.type]
            number = getattr(error, "row_number", 1) - 1
            found.add((task.name, number, "" if kind in {"key", "reference"} else getattr(error, "field_name", ""), kind))
    return found


GOOD = {
    "string": ["a", "b", "çok\nsatırlı", 'tırnak "iç"', "İstanbul", "😀", "virgül, var"],
    "integer": ["0", "1", "2", "-3", "12", "+4"],
    "number": ["0", "1.5", "-2.25", "1e3", "12"],
    "boolean": ["true", "false"],
    "date": ["2025-01-05", "2024-02-29"],
}
BAD = [
    "x",
    "1.2.3",
    "2025-02-30",
    "yes",
    "1_000",
    "١٢",
    "inf",
    " 12 ",
    "2025-1-5",
    "TRUE",
    "1.0",
    "9223372036854775808",
    "1e309",
    "--1",
    "12 000",
    "=1",
]
BOUNDED = {"integer", "number"}


@st.composite
def columns(draw: st.DrawFn, name: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(GOOD)))
    constraints: dict[str, Any] = {}
    if draw(st.booleans()):
        constraints["required"] = True
    if kind == "string":
        extra: dict[str, Any] = draw(
            st.sampled_from([{}, {"enum": ["a", "b", "😀"]}, {"pattern": "[a-z]"}, {"minLength": 2}, {"maxLength": 6}, {"unique": True}])
        )
        constraints.update(extra)
    if kind in BOUNDED:
        constraints.update(draw(st.sampled_from([{}, {"minimum": 0}, {"maximum": 2}, {"unique": True}])))
    return {"name": name, "type": kind, "constraints": constraints}


@st.composite
def packages(draw: st.DrawFn) -> dict[str, tuple[dict[str, Any], Rows]]:
    fields = [draw(columns(name)) for name in "pqrs"[: draw(st.integers(1, 4))]]
    kinds = [field["type"] for field in fields]

    def cells(kind: str) -> st.SearchStrategy[str]:
        return st.one_of([st.sampled_from([*GOOD[kind], ""])] * 12 + [st.sampled_from(BAD)])

    rows = draw(st.lists(st.tuples(*(cells(kind) for kind in kinds)), max_size=6))
    main: dict[str, Any] = {"fields": fields}
    tables: dict[str, tuple[dict[str, Any], Rows]] = {"main": (main, [[field["name"] for field in fields], *map(list, rows)])}
    if draw(st.booleans()) and len(fields) > 1:
        other = [{"name": "k", "type": kinds[0]}, {"name": "l", "type": kinds[1]}]
        some = draw(st.lists(st.tuples(st.sampled_from(GOOD[kinds[0]]), st.sampled_from(GOOD[kinds[1]])), max_size=4))
        tables["other"] = ({"fields": other}, [["k", "l"], *map(list, some)])
        both = draw(st.booleans())
        main["foreignKeys"] = [
            {"fields": ["p", "q"] if both else ["p"], "reference": {"resource": "other", "fields": ["k", "l"] if both else ["k"]}}
        ]
    elif draw(st.booleans()):
        main["primaryKey"] = [field["name"] for field in fields[: draw(st.integers(1, len(fields)))]]
    return tables


def excused(tables: dict[str, tuple[dict[str, Any], Rows]]) -> set[tuple[str, int, str]]:
    """Cells on which the two differ on purpose."""
    cells = set()
    for name, (schema, rows) in tables.items():
        for number, row in enumerate(rows[1:], 1):
            for field, cell in zip(schema["fields"], row, strict=False):
                if any(differs(field["type"], cell) for differs in CELLS.values()):
                    cells.add((name, number, field["name"]))
    return cells


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(packages())
def test_both_find_the_same_cells_wrong(tables: dict[str, tuple[dict[str, Any], Rows]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        where = write(root, tables)
        mine, judge = ours(root, where), theirs(root)
    aside = excused(tables)
    assert kept(mine, mine | judge, aside, tables) == kept(judge, mine | judge, aside, tables)


def partly_empty(table: tuple[dict[str, Any], Rows], row: int) -> bool:
    """Whether a part of a row's primary key is empty, and not all of it: frictionless lets it pass (key partly empty)."""
    schema, rows = table
    names = [field["name"] for field in schema["fields"]]
    cells = [rows[row][names.index(name)] for name in schema.get("primaryKey", ())]
    return "" in cells and any(cells)


def kept(found: Found, everything: Found, aside: set[tuple[str, int, str]], tables: dict[str, tuple[dict[str, Any], Rows]]) -> Found:
    """What was found, but for cells read in two ways and for what follows of them or of a wrong cell (follow-up)."""
    wrong = {(one[0], one[2]) for one in aside} | {(one[0], one[2]) for one in everything if one[3] in {"type", "constraint"}}
    schema = tables["main"][0]
    keys = {*schema.get("primaryKey", ()), *(name for key in schema.get("foreignKeys", ()) for name in key["fields"])}
    is_doubtful = any(("main", name) in wrong for name in keys)
    left = {one for one in found if (one[0], one[1], one[2]) not in aside}
    follows = {one for one in left if one[3] == "unique" and (one[0], one[2]) in wrong}
    follows |= {one for one in left if one[3] == "unique" and schema.get("primaryKey") == [one[2]]}
    follows |= {one for one in left if one[3] == "key" and partly_empty(tables["main"], one[1])}
    blank = {one[1] for one in everything if one[3] == "blank-row"}
    follows |= {one for one in left if one[3] in {"key", "reference"} and (is_doubtful or one[1] in blank)}
    return left - follows


A = {"name": "a", "type": "string"}
N = {"name": "n", "type": "integer"}


def _field(**constraints: Any) -> dict[str, Any]:
    return {"fields": [{**A, "constraints": constraints}, N]}


@pytest.mark.parametrize(
    ("kind", "schema", "rows"),
    [
        ("type", {"fields": [A, N]}, [["a", "n"], ["x", "y"]]),
        ("constraint", _field(required=True), [["a", "n"], ["", "1"]]),
        ("constraint", _field(enum=["x", "y"]), [["a", "n"], ["z", "1"]]),
        ("constraint", _field(pattern="x+"), [["a", "n"], ["xxy", "1"]]),
        ("constraint", _field(minLength=2), [["a", "n"], ["x", "1"]]),
        ("constraint", _field(maxLength=2), [["a", "n"], ["xxx", "1"]]),
        ("constraint", {"fields": [A, {**N, "constraints": {"minimum": 3}}]}, [["a", "n"], ["x", "2"]]),
        ("constraint", {"fields": [A, {**N, "constraints": {"maximum": 3}}]}, [["a", "n"], ["x", "4"]]),
        ("unique", _field(unique=True), [["a", "n"], ["x", "1"], ["x", "2"]]),
        ("key", {"fields": [A, N], "primaryKey": ["a", "n"]}, [["a", "n"], ["x", "1"], ["x", "01"]]),
        (
            "reference",
            {"fields": [A, N], "foreignKeys": [{"fields": ["a"], "reference": {"resource": "", "fields": ["a2"]}}]},
            [["a", "n"], ["x", "1"]],
        ),
        ("extra-cell", {"fields": [A, N]}, [["a", "n"], ["x", "1", "z"]]),
        ("missing-cell", {"fields": [A, N]}, [["a", "n"], ["x"]]),
        ("blank-row", {"fields": [A, N]}, [["a", "n"], [], ["x", "1"]]),
        ("duplicate-label", {"fields": [A, N]}, [["a", "a"], ["x", "1"]]),
        ("blank-label", {"fields": [A, N]}, [["a", ""], ["x", "1"]]),
        ("missing-label", {"fields": [A, N]}, [["a"], ["x"]]),
        ("extra-label", {"fields": [A, N]}, [["a", "n", "b"], ["x", "1", "z"]]),
        ("incorrect-label", {"fields": [A, N]}, [["n", "a"], ["1", "x"]]),
    ],
)
def test_both_know_each_kind_of_error(kind: str, schema: dict[str, Any], rows: Rows, tmp_path: Path) -> None:
    if kind == "reference":
        schema = {"fields": [A, {**A, "name": "n"}], "foreignKeys": [{"fields": ["a"], "reference": {"resource": "", "fields": ["n"]}}]}
    write(tmp_path, {"main": (schema, rows)})
    assert kind in {OURS.get(problem.code) for problem in check_package(tmp_path)}
    assert kind in {one[3] for one in theirs(tmp_path)}


@pytest.mark.parametrize(("kind", "old", "new"), [("encoding", b"x", b"\xff"), ("hash", b"x", b"y"), ("bytes", b"x", b"xx")])
def test_both_know_each_kind_of_damage(kind: str, old: bytes, new: bytes, tmp_path: Path) -> None:
    write(tmp_path, {"main": ({"fields": [A, N]}, [["a", "n"], ["x", "1"]])})
    path = tmp_path / "main.csv"
    path.write_bytes(path.read_bytes().replace(old, new))
    assert kind in {OURS.get(problem.code) for problem in check_package(tmp_path)}
    assert kind in {one[3] for one in theirs(tmp_path)}


def test_every_difference_is_written_down() -> None:
    table = (REPOSITORY / "docs" / "problems.tail.md").read_text("utf-8")
    names = re.findall(r"^\| ([a-z0-9 -]+) \|", table, re.MULTILINE)
    assert {*CELLS, *ONLY_OURS, *FOLLOWS} <= set(names)
