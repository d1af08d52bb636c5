"""Whichever way a file is read, its cells are the same, and so is what is said of a broken one."""

import csv
import io

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iddia.diff.columns import ColumnRows
from iddia.diff.csvtext import Csv, read_csv
from iddia.language import SaidError

law = settings(deadline=None, max_examples=150)

CELLS = st.text(st.sampled_from('ab,"\n\r \0ıİ\u2028\x1c\ufeff𝕏'), max_size=4)


def content(data: bytes, large: int) -> tuple[list[str], list[dict[str, str]]] | tuple[str, str]:
    try:
        found = read_csv(data, large)
    except SaidError as error:
        return error.said
    return found.header, [dict(row) for row in found.rows]


@law
@given(st.text(st.sampled_from('ab,,"\n\n\r é\ufeff'), max_size=30), st.booleans())
@example("a,b\n1,2\n\n3,4\n", False)
@example('a\n""\n\n" "\n', False)
@example("a,b\n1\n", False)
@example('a,b\n"1"x,2\n', False)
@example('a,b\nx"1",2\n', False)
@example('a,b\n"1,2\n', False)
@example("a,b\r\n1,2\r\n", False)
@example("a,b\n1\r,2\n", False)
@example("a,a\n1,2\n", False)
@example("a,b", False)
@example('"a\nb",c\n1,2\n', False)
@example("a,b\nNA,null\n", False)
@example("a,b\n01,1e3\n", False)
@example("a,\n,\n", False)
@example("a\nt\n", True)
def test_any_bytes_are_read_alike_in_rows_and_in_columns(text: str, is_cut: bool) -> None:
    data = text.encode()[:-1] if is_cut else text.encode()
    assert content(data, 0) == content(data, 1 << 30)


@law
@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_what_was_written_is_read_by_whole_columns(rows: list[list[str]], end: str) -> None:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=end).writerows([("x", "y"), *rows])
    found = read_csv(text.getvalue().encode(), 0)
    assert found.header == ["x", "y"]
    assert [list(row.values()) for row in found.rows] == rows


def test_a_plain_large_file_is_kept_as_columns() -> None:
    found = read_csv(b'a,b\n1,"x\ny"\n2,\n', 0)
    assert isinstance(found.rows, ColumnRows)
    assert found.rows.frame.equals(pl.DataFrame({"a": ["1", "2"], "b": ["x\ny", ""]}))
    assert isinstance(read_csv(b"a,b\n1,2\n"), Csv)
    assert not isinstance(read_csv(b"a,b\n1,2\n").rows, ColumnRows)


def test_rows_of_columns_are_a_sequence() -> None:
    rows = read_csv(b"a,b\n1,x\n2,\n3,z\n", 0).rows
    assert (len(rows), rows[1], rows[-1]) == (3, {"a": "2", "b": ""}, {"a": "3", "b": "z"})
    assert list(rows[1:]) == [*rows][1:]
    with pytest.raises(IndexError):
        rows[3]
