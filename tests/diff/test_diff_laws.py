"""What a difference is, whatever the tables: laws, and known answers where a law says too little."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import polars as pl
import pytest
from diffpackages import alike, bare, content, many, packages, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.diff import CellChange, Difference, Package, Renamed, RowChange, Table, TableDifference, apply, difference
from iddia.diff.columns import ColumnRows
from iddia.diff.jsonform import from_json, json_form
from iddia.diff.records import Row, Status
from iddia.errors import CouldNotRunError

law = settings(deadline=None, max_examples=60)


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


@law
@given(packages())
def test_equal_packages_do_not_differ(package: Package) -> None:
    assert difference(package, package).is_empty


@law
@given(packages(), packages(), st.randoms())
def test_the_order_of_rows_and_columns_means_nothing(old: Package, new: Package, chance: object) -> None:
    def shuffled(table: Table) -> Table:
        rows = [dict(sorted(row.items(), reverse=True)) for row in table.rows]
        chance.shuffle(rows)  # type: ignore[attr-defined]
        return replace(table, rows=tuple(rows), columns=dict(sorted(table.columns.items())))

    again = Package({name: shuffled(table) for name, table in new.tables.items()}, new.version)
    assert difference(new, again).is_empty
    turned = Package({name: replace(table, key=tuple(reversed(table.key))) for name, table in new.tables.items()}, new.version)
    assert difference(new, turned).is_empty
    assert records(difference(old, again)) == records(difference(old, new))


def records(found: Difference) -> list[object]:
    return [
        (one.name, one.key, one.status, set(one.schema), *map(many, (one.added, one.removed)), {c.key: set(c.cells) for c in one.changed})
        for one in found.tables
    ]


@law
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


@law
@given(packages(), packages())
def test_the_old_rows_and_what_differs_make_the_new_rows(old: Package, new: Package) -> None:
    found = {one.name: one for one in difference(old, new).tables}
    for name in old.tables.keys() | new.tables.keys():
        before, after = old.tables.get(name), new.tables.get(name)
        columns = [*(before.columns if before else ()), *(after.columns if after else ())]
        assert applied(before, found.get(name), columns) == Counter(map(bare, after.rows if after else ()))


@law
@given(tables(), tables())
def test_no_difference_means_the_same_rows_under_the_same_schema(old: Table, new: Table) -> None:
    if difference(Package({"t": old}), Package({"t": new})).is_empty:
        assert Counter(map(bare, old.rows)) == Counter(map(bare, new.rows))
        assert old.columns == new.columns
        assert (sorted(old.key), old.settings) == (sorted(new.key), new.settings)


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


@law
@given(alike())
def test_the_old_package_with_what_differs_is_the_new_one(pair: tuple[Package, Package]) -> None:
    old, new = pair
    assert content(apply(old, difference(old, new))) == content(new)
    assert content(apply(new, difference(new, old))) == content(old)


@law
@given(packages(), packages())
def test_packages_that_have_nothing_in_common_can_be_made_of_each_other(old: Package, new: Package) -> None:
    assert content(apply(old, difference(old, new))) == content(new)


@law
@given(alike())
def test_json_read_back_is_the_difference(pair: tuple[Package, Package]) -> None:
    found = difference(*pair)
    read = from_json(json_form(found, "en"))
    assert read == found
    assert content(apply(pair[0], read)) == content(pair[1])


def in_columns(package: Package) -> Package:
    """The package with all rows kept as whole columns."""
    frames = {
        name: pl.DataFrame(
            {column: [row[column] for row in table.rows] for column in table.columns}, dict.fromkeys(table.columns, pl.String)
        )
        for name, table in package.tables.items()
    }
    return replace(package, tables={name: replace(table, rows=ColumnRows(frames[name])) for name, table in package.tables.items()})


@law
@given(alike(), st.booleans(), st.booleans())
def test_whole_columns_differ_as_their_rows_do(pair: tuple[Package, Package], old_is_large: bool, new_is_large: bool) -> None:
    old, new = pair
    found = difference(in_columns(old) if old_is_large else old, in_columns(new) if new_is_large else new)
    assert records(found) == records(difference(old, new))
    assert (found.units, found.claims) == (difference(old, new).units, difference(old, new).claims)
    assert [one.renamed for one in found.tables] == [one.renamed for one in difference(old, new).tables]
    assert [one.added for one in found.tables] == [one.added for one in difference(old, new).tables]


@law
@given(alike(), st.sampled_from(["claims", "other"]))
def test_a_table_and_the_versions_can_be_passed_over(pair: tuple[Package, Package], name: str) -> None:
    old, new = pair
    found = difference(old, new, without={name}, with_version=False)
    assert found.tables == tuple(one for one in difference(old, new).tables if one.name != name)
    assert found.old_version is found.new_version is None


SMALL = Table("t", {"id": {}, "n": {}}, ("id",), ({"id": "1", "n": "x"}, {"id": "2", "n": "y"}))
OTHER = replace(SMALL, rows=({"id": "1", "n": "z"}, {"id": "3", "n": "y"}))


@pytest.mark.parametrize(
    "rows",
    [
        (),
        ({"id": "2", "n": "y"},),
        ({"id": "1", "n": "x"},),
        ({"id": "1", "n": "not x"}, {"id": "2", "n": "y"}),
        ({"id": "1", "n": "x"}, {"id": "2", "n": "not y"}),
        ({"id": "1", "n": "x"}, {"id": "2", "n": "y"}, {"id": "3", "n": "is there"}),
    ],
)
def test_what_differs_from_another_version_is_not_applied(rows: tuple[Row, ...]) -> None:
    found = difference(Package({"t": SMALL}), Package({"t": OTHER}))
    assert content(apply(Package({"t": SMALL}), found))["t"][3] == many(OTHER.rows)
    for packages_of_another in (Package({"t": replace(SMALL, rows=rows)}), Package({})):
        with pytest.raises(CouldNotRunError, match="starts from another version") as error:
            apply(packages_of_another, found)
        assert "başka bir sürümden" in error.value.words[1]
    with pytest.raises(CouldNotRunError, match="starts from another version"):
        apply(Package({"t": replace(SMALL, rows=rows)}), difference(Package({"t": SMALL}), Package({})))


@pytest.mark.parametrize("kept", [lambda package: package, in_columns])
def test_a_renamed_column_is_suggested_and_its_cells_are_still_told(kept: Callable[[Package], Package]) -> None:
    def found(cells: list[str], old: Table = SMALL) -> TableDifference:
        rows = tuple({"id": str(number), "number": cell} for number, cell in enumerate(cells, 1))
        renamed = replace(SMALL, columns={"id": {}, "number": {}}, rows=rows)
        return difference(kept(Package({"t": old})), kept(Package({"t": renamed}))).tables[0]

    assert found(["x", "y"]).renamed == (Renamed("n", "number"),)
    assert len(found(["x", "y"]).changed) == 2
    assert found(["x", "y", "more"]).renamed == (Renamed("n", "number"),)
    assert found(["x", "not y"]).renamed == ()
    nothing = replace(SMALL, rows=({"id": "1", "n": ""}, {"id": "2", "n": ""}))
    assert found(["", ""], nothing).renamed == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("[]", "does not say which versions"),
        ('{"version": {"before": null}}', "does not say which versions"),
        (
            '{"version": {"before": 1, "after": null}, "units": [], "claims": [], "tables": []}',
            "old_version: Input should be a valid string",
        ),
        ('{"version": {"before": null, "after": null}, "units": [], "claims": []}', "tables: Field required"),
        ('{"version": {"before": null, "after": null}, "units": [], "claims": [], "tables": [], "more": 1}', "more or less"),
        (
            '{"version": {"before": null, "after": null}, "units": [], "claims": [], "tables": [{"name": "t"}]}',
            "tables.0.status: Field req",
        ),
    ],
)
def test_what_is_no_difference_is_refused_and_says_why(text: str, said: str) -> None:
    with pytest.raises(CouldNotRunError, match=said):
        from_json(text)
