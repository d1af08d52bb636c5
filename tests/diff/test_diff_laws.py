"""What a difference is, whatever the tables: laws, and known answers where a law says too little."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from iddia.diff import CellChange, Difference, Package, RowChange, Table, TableDifference, difference
from iddia.diff.records import Row, Status

NAMES = ("a", "b", "c", "d")
CELLS = st.sampled_from(["", "x", "y", "1", "10", "9", "ı", "İ", "tiny.2", "tiny.10"])
TYPES = st.sampled_from(['"string"', '"integer"'])


@st.composite
def tables(draw: st.DrawFn, name: str = "t") -> Table:
    columns = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    key = tuple(draw(st.lists(st.sampled_from(columns), unique=True)))
    rows = draw(st.lists(st.fixed_dictionaries(dict.fromkeys(columns, CELLS)), max_size=6))
    if key:
        rows = list({tuple(row[column] for column in key): row for row in rows}.values())
    return Table(name, {column: {"type": draw(TYPES)} for column in columns}, key, tuple(rows))


@st.composite
def packages(draw: st.DrawFn) -> Package:
    names = draw(st.lists(st.sampled_from(["claims", "units"]), unique=True))
    return Package({name: draw(tables(name)) for name in names}, draw(st.sampled_from([None, "0.1.0", "0.2.0"])))


def bare(row: Row) -> frozenset[tuple[str, str]]:
    """A row without its nulls."""
    return frozenset((column, cell) for column, cell in row.items() if cell)


def applied(old: Table | None, found: TableDifference | None, columns: list[str]) -> Counter[frozenset[tuple[str, str]]]:
    """The rows of the new table, made of the old one and what differs."""
    rows = list(old.rows if old else ())
    if found is None:
        return Counter(map(bare, rows))
    changes = {change.key: change for change in found.changed}
    made = Counter(map(bare, found.added))
    gone = Counter(map(bare, found.removed))
    for row in rows:
        change = changes.get(found.key_of(row))
        cells = dict(row)
        for cell in change.cells if change else ():
            assert cells.get(cell.column, "") == cell.before
            assert cell.before != cell.after
            assert cell.column in columns
            cells[cell.column] = cell.after
        if gone[bare(row)]:
            gone[bare(row)] -= 1
        else:
            made[bare(cells)] += 1
    assert not gone.total()
    return made


@given(packages())
def test_equal_packages_do_not_differ(package: Package) -> None:
    assert difference(package, package).is_empty


@given(packages(), packages(), st.randoms())
def test_the_order_of_rows_and_columns_means_nothing(old: Package, new: Package, chance: object) -> None:
    def shuffled(table: Table) -> Table:
        rows = [dict(sorted(row.items(), reverse=True)) for row in table.rows]
        chance.shuffle(rows)  # type: ignore[attr-defined]
        return replace(table, rows=tuple(rows), columns=dict(sorted(table.columns.items())))

    again = Package({name: shuffled(table) for name, table in new.tables.items()}, new.version)
    assert difference(new, again).is_empty
    assert records(difference(old, again)) == records(difference(old, new))


def records(found: Difference) -> list[object]:
    return [
        (one.name, one.key, one.status, set(one.schema), *map(many, (one.added, one.removed)), {c.key: set(c.cells) for c in one.changed})
        for one in found.tables
    ]


def many(rows: tuple[Row, ...]) -> Counter[frozenset[tuple[str, str]]]:
    return Counter(map(bare, rows))


@given(packages(), packages())
def test_sides_swapped_swap_added_and_removed_before_and_after(old: Package, new: Package) -> None:
    there, back = difference(old, new), difference(new, old)
    assert (there.old_version, there.new_version) == (back.new_version, back.old_version)
    statuses: dict[Status, Status] = {"added": "removed", "removed": "added", "changed": "changed"}
    turned = [
        replace(
            one,
            status=statuses[one.status],
            schema=tuple(replace(change, before=change.after, after=change.before) for change in one.schema),
            added=one.removed,
            removed=one.added,
            changed=tuple(
                RowChange(row.key, tuple(replace(cell, before=cell.after, after=cell.before) for cell in row.cells)) for row in one.changed
            ),
        )
        for one in back.tables
    ]
    assert records(there) == records(replace(there, tables=tuple(turned)))


@given(packages(), packages())
def test_the_old_rows_and_what_differs_make_the_new_rows(old: Package, new: Package) -> None:
    found = {one.name: one for one in difference(old, new).tables}
    for name in old.tables.keys() | new.tables.keys():
        before, after = old.tables.get(name), new.tables.get(name)
        columns = [*(before.columns if before else ()), *(after.columns if after else ())]
        assert applied(before, found.get(name), columns) == Counter(map(bare, after.rows if after else ()))


@given(tables(), tables())
def test_no_difference_means_the_same_rows_under_the_same_schema(old: Table, new: Table) -> None:
    if difference(Package({"t": old}), Package({"t": new})).is_empty:
        assert Counter(map(bare, old.rows)) == Counter(map(bare, new.rows))
        assert old.columns == new.columns


def test_every_kind_of_change_of_a_small_table() -> None:
    old = Table("t", {"id": {}, "n": {"type": '"string"'}}, ("id",), ({"id": "x.10", "n": "1"}, {"id": "x.9", "n": "2"}))
    new = Table(
        "t",
        {"id": {}, "n": {"type": '"integer"'}, "m": {"type": '"string"'}},
        ("id",),
        ({"id": "x.11", "n": "", "m": ""}, {"id": "x.10", "n": "1", "m": "yes"}, {"id": "x.2", "n": "5", "m": ""}),
    )
    (found,) = difference(Package({"t": old}), Package({"t": new})).tables
    assert [row["id"] for row in found.added] == ["x.2", "x.11"]
    assert [row["id"] for row in found.removed] == ["x.9"]
    assert found.changed == (RowChange(("x.10",), (CellChange("m", "", "yes"),)),)
    told = [(change.column, change.attribute, change.before, change.after) for change in found.schema]
    assert told == [("n", "type", '"string"', '"integer"'), ("m", "column", None, '"string"')]
    assert dict(found.counts()) == {"added": 2, "removed": 1, "changed": 1}
