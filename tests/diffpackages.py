"""Made-up packages of any shape, and what of two packages must be the same."""

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from iddia.diff import Package, Table
from iddia.diff.records import Row

NAMES = ("claim_id", "unit", "statement_en", "proposition_id", "role", "a,b", "ü")
CELLS = st.sampled_from(
    ["", "x", "y", "1", "10", "9", "ı", "İ", "tiny.2", "tiny.10", "a\nb", "a\r\nb", '"q"', "a,b", " ", "İ̇", "\u200b", "=1+1", "\0", "𝕏"]
)
TABLES = ("claims", "units", "evidence", "attributions", "other")
ATTRIBUTES = st.dictionaries(st.sampled_from(["type", "format", "constraints.enum"]), st.sampled_from(['"string"', '["x"]', "1"]))


@st.composite
def tables(draw: st.DrawFn, name: str = "t") -> Table:
    columns = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    key = tuple(draw(st.lists(st.sampled_from(columns), unique=True, max_size=3)))
    rows: list[Row] = draw(st.lists(st.fixed_dictionaries(dict.fromkeys(columns, CELLS)), max_size=4))
    if key:
        rows = list({tuple(row[column] for column in key): row for row in rows}.values())
    settings = draw(st.dictionaries(st.sampled_from(["foreignKeys", "missingValues"]), st.sampled_from(["[]", '["x"]'])))
    return Table(name, {column: draw(ATTRIBUTES) for column in columns}, key, tuple(rows), settings)


@st.composite
def packages(draw: st.DrawFn) -> Package:
    names = draw(st.lists(st.sampled_from(TABLES), unique=True, max_size=2))
    return Package({name: draw(tables(name)) for name in names}, draw(st.sampled_from([None, "0.1.0", "0.2.0"])))


@st.composite
def alike(draw: st.DrawFn) -> tuple[Package, Package]:
    """Two packages of which the second comes from the first by changed cells, rows, columns, keys and tables."""
    old = draw(packages())
    made = {name: draw(_edited(table)) for name, table in old.tables.items() if draw(st.integers(0, 9))}
    return old, Package({**made, **draw(packages()).tables} if draw(st.booleans()) else made, draw(st.sampled_from([old.version, "0.3.0"])))


@st.composite
def _edited(draw: st.DrawFn, table: Table) -> Table:
    gone = draw(st.sampled_from(["", *table.columns]))
    come = draw(st.sampled_from(["", *NAMES]))
    columns = {**table.columns, **({come: {}} if come else {})}
    columns = {name: attributes for name, attributes in columns.items() if name != gone or len(columns) == 1}
    if draw(st.booleans()):
        columns = dict(reversed(columns.items()))
    rows = []
    for row in table.rows:
        if draw(st.integers(0, 4)):
            cells = {column: row.get(column, "") for column in columns}
            change = draw(st.sampled_from(["", *columns]))
            rows.append({**cells, **({change: draw(CELLS)} if change else {})})
    key = tuple(column for column in table.key if column in columns)
    if key:
        rows = list({tuple(row[column] for column in key): row for row in rows}.values())
    return replace(table, columns=columns, key=key, rows=tuple(draw(st.permutations(rows))))


def bare(row: Row) -> frozenset[tuple[str, str]]:
    """A row without its nulls."""
    return frozenset((column, cell) for column, cell in row.items() if cell)


def many(rows: Any) -> Counter[frozenset[tuple[str, str]]]:
    """How often each row stands there."""
    return Counter(map(bare, rows))


def content(package: Package) -> dict[str, Any]:
    """All that two equal packages have in common: the order of rows, columns and a key's columns means nothing."""
    return {"version": package.version} | {
        name: (dict(table.columns), sorted(table.key), dict(table.settings), many(table.rows), {frozenset(row) for row in table.rows})
        for name, table in package.tables.items()
    }
