"""What is wrong with the assertions themselves: of what is not there, of what they cannot be said, or that they cannot fail."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from iddia.assertions.subjects import OF_COLUMNS, OF_VALUES, At, subjects
from iddia.errors import Finding
from iddia.language import Said
from iddia.model.assertions import TableAssertions
from iddia.model.columns import Row
from iddia.model.fields import column_type, extra_of, few_values
from iddia.model.tables import TABLES
from iddia.project.validation import unknown_key

MODELS: Mapping[str, type[Row]] = {model.table: model for model in TABLES}


def check_names(written: Mapping[str, Any]) -> Iterator[Finding]:
    """Tables, columns and values that are not there or not of the kind, in what is written, be the rest of an entry right or wrong."""
    for table, entry in written.items():
        model = MODELS.get(table)
        if model is None:
            yield unknown_key((table,), list(MODELS), written)
            continue
        where = _mapping(entry, "where")
        yield from _of_rows(model, entry, (table,))
        yield from _of_values(model, where, (table, "where"))
        for column in where:
            for value, part in _mapping(where, column).items():
                yield from _of_rows(model, part, (table, "where", column, value))


def _mapping(entry: Any, key: str) -> Mapping[str, Any]:
    """The mapping under a key; an empty one where there is none, which the model of the entry tells."""
    inner = entry.get(key) if isinstance(entry, dict) else None
    return inner if isinstance(inner, dict) else {}


def check_complete(written: Mapping[str, Any], misspelt: Collection[str | None]) -> Iterator[Finding]:
    """Tables of the package without a minimum of rows, those that are not in the file at all (nor ``misspelt``) in one finding.

    The history of releases needs none: it is empty before the first, and what releases/ records is never changed.
    """
    needed = [table for table in MODELS if table != HISTORY]
    left_out = [table for table in needed if table not in written and table not in misspelt]
    if left_out:
        listed = ", ".join(left_out)
        message = (
            f"nothing is asserted of {len(left_out)} of {len(needed)} tables",
            f"{len(needed)} tablonun {len(left_out)} tanesi için hiçbir koşul yok",
        )
        mend = f"add rows: {{min: ...}} for {listed}", f"şunlar için rows: {{min: ...}} ekleyin: {listed}"
        yield Finding("assertions-missing", (), message, got=_NOTHING, expected=_A_MINIMUM, mend=mend)
    for table in needed:
        if table in written and "min" not in _mapping(written[table], "rows"):
            yield _without_minimum(table)


HISTORY = "changes"
_NOTHING: Said = ("nothing", "hiçbir şey")
_A_MINIMUM: Said = ("a minimum of rows for each table", "her tablo için en az satır sayısı")


def _without_minimum(table: str) -> Finding:
    message = f"{table} has no minimum of rows", f"{table} için en az satır sayısı verilmemiş"
    mend = f"add rows: {{min: ...}} to {table}", f"{table} altına rows: {{min: ...}} ekleyin"
    return Finding("assertions-missing", (table,), message, expected=_A_MINIMUM, mend=mend)


def _of_rows(model: type[Row], entry: Any, at: At) -> Iterator[Finding]:
    fields = model.model_fields
    for measure in OF_COLUMNS:
        columns = _mapping(entry, measure)
        for column in columns:
            path = (*at, measure, column)
            if (info := fields.get(column)) is None:
                yield unknown_key(path, list(fields), columns)
            elif measure == "filled" and not column_type(info)[2]:
                can = [name for name, other in fields.items() if column_type(other)[2]]
                yield _unfit(path, (f"{column} is never empty", f"{column} hiç boş kalmaz"), can)
            elif measure == "each" and "to" not in extra_of(info):
                can = [name for name, other in fields.items() if "to" in extra_of(other)]
                yield _unfit(path, (f"{column} refers to no table", f"{column} hiçbir tabloya başvurmuyor"), can)
    for of_value in OF_VALUES:
        yield from _of_values(model, _mapping(entry, of_value), (*at, of_value))


def _of_values(model: type[Row], columns: Mapping[str, Any], at: At) -> Iterator[Finding]:
    """What is wrong with values of columns: only those of a closed list, and true and false, can be told."""
    fields = model.model_fields
    for column in columns:
        if (info := fields.get(column)) is None:
            yield unknown_key((*at, column), list(fields), columns)
        elif not (few := few_values(info)):
            can = [name for name, other in fields.items() if few_values(other)]
            yield _unfit((*at, column), (f"{column} has no closed list of values", f"{column} için kapalı bir değer listesi yok"), can)
        else:
            values = _mapping(columns, column)
            yield from (unknown_key((*at, column, value), list(few), values) for value in values if value not in few)


def _unfit(at: At, message: Said, can: list[str]) -> Finding:
    expected = ", ".join(can) or ("no such assertion of this table", "bu tablo için böyle bir koşul olmaması")
    mend = ("name another column, or remove it", "başka bir sütun adı yazın ya da silin")
    return Finding("assertion-form", at, message, got=at[-1], expected=expected, mend=mend)


def check_loose(tables: Mapping[str, TableAssertions]) -> Iterator[Finding]:
    """Bounds that hold of whatever there is, and do not say why they are there."""
    for subject in subjects(tables):
        bound = subject.bound
        if bound.why is None and bound.min == 0:
            yield _cannot_fail((*subject.at, "min"), "0", ("a number above 0", "0 üzerinde bir sayı"))
        if bound.why is None and subject.is_share and bound.max == 1:
            yield _cannot_fail((*subject.at, "max"), "1", ("a share below 1", "1'den küçük bir oran"))


def _cannot_fail(at: At, got: str, expected: Said) -> Finding:
    message = "this bound holds of any data", "hangi veri olursa olsun bu sınır aşılmaz"
    mend = (
        "write a bound that can fail, or say with why: why there is none",
        "aşılabilecek bir sınır yazın ya da neden olmadığını why: ile belirtin",
    )
    return Finding("bound-loose", at, message, got=got, expected=expected, mend=mend)
