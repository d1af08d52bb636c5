"""Keys of all tables, when all have been read: primary keys, unique columns, foreign keys."""

from collections.abc import Mapping

import numpy as np
import polars as pl

from iddia.checks.blocks import Cells
from iddia.checks.descriptor import REQUIRED
from iddia.checks.fault import Fault
from iddia.checks.faults import odd_letters, shown
from iddia.checks.nearest import Nearest, first_rows
from iddia.checks.records import Bools
from iddia.checks.table import Table, derived
from iddia.checks.tables import ForeignKey
from iddia.errors import Place, Problem
from iddia.language import Said

_SHOWN = 60


def check_keys(tables: Mapping[str, Table], listed: frozenset[str]) -> None:
    """Check every key, adding what is wrong to its table. ``listed`` are the names of all tables, also of those not readable."""
    for table in tables.values():
        _primary_key(table)
        for column in table.schema.columns:
            if column.unique and table.schema.primary_key != (column.name,) and table.has(column.name):
                _distinct(table, (column.name,), "cell-twice", TWICE)
        for key in table.schema.foreign_keys:
            _foreign_key(table, key, tables, listed)


def _primary_key(table: Table) -> None:
    key = table.schema.primary_key
    if not key or not table.has(*key):
        return
    for name in key:
        column = table.schema.column(name)
        if column is not None and not column.required:
            for row in _fetched(table, table.nulls(name) & table.sound(name)):
                table.add(row, name, Fault("primary-key-empty", EMPTY, None, FILLED, FILL))
                table.wrong.setdefault(name, []).append(row)
    _distinct(table, key, "key-twice", KEY_TWICE)


def frame(table: Table, names: tuple[str, ...]) -> pl.DataFrame:
    """Columns by which rows are compared; whole numbers as such, so that 01 is 1."""
    return pl.DataFrame({str(number): _comparable(table, name) for number, name in enumerate(names)})


def _comparable(table: Table, name: str) -> pl.Series:
    column = table.schema.column(name)
    if name in table.series and table.series[name].dtype != pl.String:
        return table.series[name]
    values = table.texts(name)
    numbers = derived(column.type, Cells(values)) if column is not None and column.is_number else None
    return values if numbers is None else numbers


def _distinct(table: Table, names: tuple[str, ...], code: str, message: Said) -> None:
    """Report rows whose cells in these columns stand in an earlier row too; rows with an empty or a wrong one aside."""
    fine = table.sound(*names)
    for name in names:
        fine &= ~table.nulls(name)
    kept = np.flatnonzero(fine)
    keys = frame(table, names)
    if len(kept) < len(keys):
        keys = keys.filter(pl.Series(fine))
    if keys.hash_rows(seed=11).n_unique() == len(keys):
        return
    first = first_rows(keys)
    again = np.flatnonzero(first != np.arange(len(first)))
    pairs = [(int(kept[row]), int(kept[first[row]])) for row in again]
    table.fetch([row for pair in pairs for row in pair])
    for row, earlier in pairs:
        got = ", ".join(shown(table.cell(row, name)) for name in names)
        place = table.place(earlier, names[0])
        table.add(row, names[0], Fault(code, message, got, DIFFERENT, ONCE, table.cell(earlier, names[0])[:_SHOWN]), place)
        if code == "key-twice":
            table.repeated.add(row)


def _foreign_key(table: Table, key: ForeignKey, tables: Mapping[str, Table], listed: frozenset[str]) -> None:
    parent = tables.get(key.resource) if key.resource else table
    if parent is None:
        if key.resource not in listed and key.resource not in REQUIRED:
            message = (
                f"the schema refers to the table {key.resource}, which is missing",
                f"şema, eksik olan {key.resource} tablosunu gösteriyor",
            )
            place = key.place or Place(table.schema.file)
            table.problems.append(Problem("reference-table-missing", place, message, key.fields[0], key.resource, None, ADD_TABLE))
        return
    if unknown := [name for name in key.reference if parent.schema.column(name) is None]:
        message = (
            f"{parent.name} has no column {unknown[0]} to refer to",
            f"{parent.name} tablosunda gösterilecek {unknown[0]} sütunu yok",
        )
        table.problems.append(
            Problem("reference-table-missing", key.place or Place(table.schema.file), message, unknown[0], None, None, ADD_TABLE)
        )
        return
    if not table.has(*key.fields) or not parent.has(*key.reference) or not parent.is_readable:
        return
    absent = _absent(table, key, parent) & table.sound(*key.fields)
    if absent.any():
        _report(table, key, parent, absent)


def _absent(table: Table, key: ForeignKey, parent: Table) -> Bools:
    """The rows whose reference is found nowhere; a row without any reference refers to nothing."""
    if len(key.fields) == 1 and key.fields[0] in table.coded:
        coded = table.coded[key.fields[0]]
        known = set(parent.texts(key.reference[0]).unique().to_list()) | parent.lost
        if _is_numeric(table, key.fields[0]):
            known = set(_comparable(parent, key.reference[0]).cast(pl.Float64, strict=False).unique().to_list())
            words = pl.Series(coded.words, dtype=pl.String).cast(pl.Float64, strict=False).to_list()
            known.discard(None)
            bad = np.array([*(word not in known for word in words), False])
        else:
            bad = np.array([*(word not in known for word in coded.words), False])
        absent: Bools = bad[coded.codes]
        return absent
    if parent.name == "claims" and key.fields == key.reference == ("claim_id",) and _are_texts(table, parent):
        absent = table.claim_rows(parent) < 0
        absent &= ~table.nulls("claim_id")
    else:
        ours, theirs = frame(table, key.fields), frame(parent, key.reference)
        on = list(ours.columns)
        theirs = theirs.cast({name: dtype for name, dtype in ours.schema.items() if theirs.schema[name] != dtype}, strict=False).unique()
        found = ours.join(theirs.with_columns(pl.lit(True).alias("found")), on=on, how="left", nulls_equal=True, maintain_order="left")[
            "found"
        ]
        empty = np.logical_and.reduce([table.nulls(name) for name in key.fields])
        absent = found.is_null().to_numpy() & ~empty
    if parent.lost and absent.any():
        for row in _fetched(table, absent):
            absent[row] = any(table.cell(row, name) not in parent.lost for name in key.fields)
    return absent


def _are_texts(*tables: Table) -> bool:
    return all(table.texts("claim_id").dtype == pl.String for table in tables)


def _is_numeric(table: Table, name: str) -> bool:
    column = table.schema.column(name)
    return column is not None and column.is_number


def _report(table: Table, key: ForeignKey, parent: Table, absent: Bools) -> None:
    name, single = key.fields[0], len(key.fields) == 1
    nearest = Nearest(parent.texts(key.reference[0])) if single and not _is_numeric(table, name) else None
    where = f"{parent.name}.{', '.join(key.reference)}"
    rows = _fetched(table, absent)
    for row in rows:
        value = table.cell(row, name)
        message = (
            f"this refers to nothing: {parent.name} has no such row",
            f"bu hiçbir şeyi göstermiyor: {parent.name} tablosunda böyle bir satır yok",
        )
        if odd := odd_letters(value):
            message = (f"{message[0]}; {odd[0]}", f"{message[1]}; {odd[1]}")
        near = nearest.row(value) if nearest is not None else None
        got = ", ".join(shown(table.cell(row, one)) for one in key.fields)
        known = parent.cell(near, key.reference[0])[:_SHOWN] if near is not None else None
        place = parent.place(near, key.reference[0]) if near is not None else None
        expected = (f"a value of {where}", f"{where} sütunundan bir değer")
        mend = (f"correct it, or add the row to {parent.name}", f"düzeltin ya da satırı {parent.name} tablosuna ekleyin")
        table.add(row, name, Fault("reference-missing", message, got, expected, mend, known), place)
        table.wrong.setdefault(name, []).append(row)
        if near is not None:
            table.meant.setdefault(name, set()).add(near)


def _fetched(table: Table, rows: Bools) -> list[int]:
    found: list[int] = np.flatnonzero(rows).tolist()
    table.fetch(found)
    return found


EMPTY: Said = ("a column of the key is empty", "anahtarın bir sütunu boş")
FILLED: Said = ("a value", "bir değer")
FILL: Said = ("fill it in", "doldurun")
TWICE: Said = ("the value stands twice in a column of different values", "değerleri farklı olması gereken sütunda bu değer iki kez geçiyor")
KEY_TWICE: Said = ("an earlier row has the same key", "daha önceki bir satırın anahtarı da aynı")
DIFFERENT: Said = ("values that differ from row to row", "satırdan satıra değişen değerler")
ONCE: Said = ("remove one of the rows, or give it an id of its own", "satırlardan birini silin ya da ona ayrı bir kimlik verin")
ADD_TABLE: Said = ("add it to the package, or remove the foreign key", "pakete ekleyin ya da yabancı anahtarı silin")
