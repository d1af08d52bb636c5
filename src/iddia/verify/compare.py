"""A table in one form against the same table in the package's CSV: columns, rows by their key, then cell by cell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from iddia.errors import Place, Problem, did_you_mean, shortened
from iddia.language import Said, Words

_SHOWN = 3
Key = tuple[Any, ...]


@dataclass(frozen=True)
class Compared:
    """The file in which a table has another form, the table's name, and the columns of its primary key."""

    file: str
    table: str
    key: Sequence[str]

    def problem(self, code: str, message: Said, got: Words | None, expected: Words | None) -> Problem:
        """A problem of this file."""
        return Problem(code, Place(self.file), message, got=got, expected=expected, mend=_FETCH)


def differences(form: Compared, expected: pa.Table, got: pa.Table) -> Iterator[Problem]:
    """Where ``got``, in another form, is not ``expected``, as the CSV has it. Rows count from 1, as they stand in the form."""
    yield from _columns(form, expected.column_names, got.column_names)
    shared = [name for name in expected.column_names if name in got.column_names]
    if not all(name in shared for name in form.key):
        return
    keys = _keys(expected, form.key), _keys(got, form.key)
    if keys[0] != keys[1]:
        yield from _rows(form, *keys)
        there = {key: row for row, key in enumerate(keys[1])}
        if len(there) < len(keys[1]):
            return
        matched = [(row, there[key]) for row, key in enumerate(keys[0]) if key in there]
        rows = [row for _, row in matched]
        expected, got = expected.take(pa.array([row for row, _ in matched], pa.int64())), got.take(pa.array(rows, pa.int64()))
    else:
        rows = list(range(len(keys[1])))
    for name in shared:
        yield from _cells(form, expected, got, name, rows)


def _columns(form: Compared, expected: Sequence[str], got: Sequence[str]) -> Iterator[Problem]:
    table = form.table
    for name in expected:
        if name not in got:
            near = did_you_mean(name, [one for one in got if one not in expected])
            message = (f"the table {table} lacks the column {name}", f"{table} tablosunda {name} sütunu yok")
            yield form.problem("form-columns", message, near or ("nothing", "hiçbir şey"), name)
    for name in got:
        if name not in expected:
            message = (
                f"the table {table} has a column {name} that its CSV lacks",
                f"{table} tablosunun CSV'de olmayan bir sütunu var: {name}",
            )
            yield form.problem("form-columns", message, name, None)
    if set(expected) == set(got) and list(expected) != list(got):
        message = (f"the columns of {table} stand in another order", f"{table} tablosunun sütunları başka sırada")
        yield form.problem("form-columns", message, ", ".join(got), ", ".join(expected))


def _keys(table: pa.Table, key: Sequence[str]) -> list[Key]:
    return list(zip(*(table.column(name).to_pylist() for name in key), strict=True))


def _rows(form: Compared, expected: list[Key], got: list[Key]) -> Iterator[Problem]:
    counts = Counter(expected), Counter(got)
    table, numbers = form.table, (f"{len(got)}", f"{len(expected)}")
    for (more, fewer), message in zip((counts, counts[::-1]), (_LACKS, _HAS_MORE), strict=True):
        if only := list((more - fewer).elements()):
            words = tuple(text.format(table=table, count=len(only), rows=_named(only)) for text in message)
            yield form.problem("form-rows", (words[0], words[1]), *numbers)
    if counts[0] == counts[1]:
        row = next(number for number, pair in enumerate(zip(expected, got, strict=True)) if pair[0] != pair[1])
        message = (
            f"the rows of {table} stand in another order, from row {row + 1} on",
            f"{table} satırları {row + 1}. satırdan başlayarak başka sırada",
        )
        yield form.problem("form-rows", message, _named(got[row : row + 1]), _named(expected[row : row + 1]))


def _named(keys: list[Key]) -> str:
    shown = [" ".join(map(str, key)) for key in keys[:_SHOWN]]
    return ", ".join(shown) + " …" * (len(keys) > _SHOWN)


def _cells(form: Compared, expected: pa.Table, got: pa.Table, name: str, rows: list[int]) -> Iterator[Problem]:
    """One problem a column: the first cell that differs, and how many do."""
    left, right = expected.column(name), _of_type(got.column(name), expected.column(name).type)
    if right is None:
        message = (f"the column {name} of {form.table} is of another type", f"{form.table} tablosunun {name} sütunu başka türde")
        yield form.problem("form-columns", message, str(got.column(name).type), str(left.type))
        return
    if left.equals(right):
        return
    same = pc.fill_null(pc.equal(left, right), False)
    same = pc.or_(same, pc.and_(pc.is_null(left), pc.is_null(right)))
    differing = pc.indices_nonzero(pc.invert(same)).to_pylist()
    if not differing:
        return
    first = differing[0]
    key = _named(_keys(expected.slice(first, 1), form.key))
    more = (
        (f" ({len(differing)} cells of this column differ)", f" (bu sütunda {len(differing)} hücre farklı)")
        if len(differing) > 1
        else ("", "")
    )
    message = (
        f"row {rows[first] + 1} of {form.table} ({key}) has another {name} than the CSV{more[0]}",
        f"{form.table}, {rows[first] + 1}. satır ({key}): {name} hücresi CSV'dekinden farklı{more[1]}",
    )
    yield form.problem("form-cell", message, _shown(right[first].as_py()), _shown(left[first].as_py()))


def _of_type(column: Any, wanted: Any) -> Any:
    """The column in the type of the CSV's; None where its values are not of that type."""
    if column.type == wanted or pa.types.is_null(column.type):
        return column.cast(wanted)
    same = (pa.types.is_dictionary(column.type) and column.type.value_type == wanted) or (
        pa.types.is_large_string(column.type) and pa.types.is_string(wanted)
    )
    return column.cast(wanted) if same else None


def _shown(value: Any) -> Words:
    return ("nothing", "boş") if value is None else shortened(str(value))


_LACKS = ("{table} lacks rows of its CSV, {count} in all: {rows}", "{table}: CSV'deki kimi satırlar yok, toplam {count}: {rows}")
_HAS_MORE = ("{table} has rows that its CSV lacks, {count} in all: {rows}", "{table}: CSV'de olmayan satırlar var, toplam {count}: {rows}")
_FETCH = (
    "fetch the release anew: its forms were made from one package",
    "sürümü yeniden indirin: biçimlerinin hepsi tek paketten üretilir",
)
