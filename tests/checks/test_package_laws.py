"""What holds of every package: nothing but problems comes out, positions are right, and quick tests let nothing bad through."""

import json
import random
import re
import shutil
import tempfile
import zipfile
from csv import DictReader, DictWriter
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny_package import build_tiny, rehash

from iddia.checks import check_package, records
from iddia.checks.faults import TYPES, Bad
from iddia.checks.places import cell_spans, unquoted
from iddia.checks.records import Flaw, Piece, Records
from iddia.checks.tables import Column
from iddia.errors import CouldNotRunError, Problem
from iddia.text.spans import line_and_column

CELL = st.text(st.sampled_from('abç,"\n\r😀 1'), max_size=6)
ROWS = st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=12)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny(tmp_path_factory.mktemp("laws") / "package")


def csv(rows: list[list[str]], end: str) -> str:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if re.search('[,"\r\n]', cell) else cell

    return "".join(",".join(map(quoted, row)) + end for row in rows)


def cut(data: bytes, size: int, after: int, path: Path) -> tuple[list[Piece], list[Flaw], bytes]:
    """A file as pieces, read ``size`` bytes at once."""
    flaws: list[Flaw] = []
    seen: list[bytes] = []
    path.write_bytes(data)
    with pytest.MonkeyPatch.context() as patch, path.open("rb") as file:
        patch.setattr(records, "SIZE", size)
        patch.setattr(records, "_AFTER_STRAY", after)
        cutter = Records(file, seen.append, flaws.append)
        cutter.head()
        pieces = list(cutter.pieces())
        cutter.drain()
    return pieces, flaws, b"".join(seen)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS, st.sampled_from(["\n", "\r\n"]), st.integers(1, 40), st.booleans())
def test_records_are_found_with_their_lines_however_the_file_is_read(rows: list[list[str]], end: str, size: int, chop: bool) -> None:
    rows = [row for row in rows if row != ["", ""]]
    text = csv([["p", "q"], *rows], end)
    text = text.removesuffix(end) if chop else text
    with tempfile.TemporaryDirectory() as folder:
        pieces, flaws, seen = cut(text.encode(), size, 8, Path(folder) / "x.csv")
    assert flaws == []
    assert seen == text.encode()
    found = []
    for piece in pieces:
        at = 0
        for offset, line, length in zip(piece.offsets, piece.lines, piece.lengths, strict=True):
            record = piece.data[at : at + length]
            at += length
            assert text.encode()[offset : offset + length] == record
            before = text.encode()[:offset].decode()
            assert line == line_and_column(text, len(before))[0]
            whole = record.decode().removesuffix("\n").removesuffix("\r") if not chop or record.endswith(b"\n") else record.decode()
            found.append([unquoted(whole[start:stop]) for start, stop in cell_spans(whole)])
    assert found == rows


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.binary(max_size=120).map(lambda data: b"p,q\n" + data) | st.text('ab,"\n\r', max_size=60).map(lambda text: b"p,q\n" + text.encode())
)
def test_the_same_is_found_in_small_bites_as_in_one(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        whole, said, _ = cut(data, 1 << 20, 1 << 16, path)
        bites, told, seen = cut(data, 7, 5, path)
    assert sorted((flaw.line, flaw.code, flaw.at, flaw.record) for flaw in told) == sorted(
        (flaw.line, flaw.code, flaw.at, flaw.record) for flaw in said
    )
    assert seen == data
    for name in ("offsets", "lines", "lengths"):
        assert [one for piece in bites for one in getattr(piece, name)] == [one for piece in whole for one in getattr(piece, name)]


VALUES = st.text(st.sampled_from("ab=+-@.eE_01234567890٣ \t\u202e\u200b\u200d😀X/~?"), max_size=8) | st.sampled_from(
    [
        "true",
        "false",
        "2025-02-30",
        "2025-02-28",
        "2025-01/2024-12",
        "2025",
        "23:59:60",
        "1e5",
        "9007199254740993",
        "9007199254740992",
        "-0",
    ]
)
COLUMNS = st.builds(
    Column,
    st.sampled_from(["a", "quote"]),
    st.sampled_from(["string", "integer", "number", "boolean", "date", "time", "yearmonth", "datetime", "year"]),
    enum=st.sampled_from([None, ("a", "1", "true")]),
    pattern=st.sampled_from([None, "[a-b]*", "[0-9X/~?-]+"]),
    minimum=st.sampled_from([None, Decimal(0), Decimal(1), Decimal(9007199254740993)]),
    maximum=st.sampled_from([None, Decimal(5), Decimal(-1), Decimal(9007199254740992)]),
    min_length=st.sampled_from([None, 2]),
    max_length=st.sampled_from([None, 4]),
    is_edtf=st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(COLUMNS, st.lists(VALUES, min_size=1, max_size=8))
def test_no_bad_value_is_unsuspected(column: Column, values: list[str]) -> None:
    bad = Bad(column)
    series = pl.Series([*values, None], dtype=pl.String)
    suspected = bad.suspects(series, hidden=True)
    misfits = bad.misfits(series)
    assert not suspected[-1]
    for value, is_suspect, misfit in zip(values, suspected, misfits, strict=False):
        assert is_suspect or bad.faults(value, fits=not misfit) is None
        if column.pattern is not None:
            assert misfit == (re.fullmatch(column.pattern, value) is None)


@pytest.mark.parametrize("letter", ["\u00ad", "\u061c", "\u200b", "\u200e", "\u202e", "\u2060", "\u2069", "\ufeff", "\U000e0041"])
def test_no_invisible_letter_is_overlooked_at_any_place(letter: str) -> None:
    from iddia.checks.table import _is_exotic

    for text in (f"{letter}ab\n", f"ab{letter}\n", f"ç{letter}ş’\n"):
        assert _is_exotic(text.encode())
    assert not _is_exotic("çğıöşü ’“”… — € «x» âî\n".encode())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.data())
def test_a_damaged_package_gives_problems_and_nothing_else(tiny: Path, seed: int, data: st.DataObject) -> None:
    dice = random.Random(seed)
    files = sorted(path.relative_to(tiny) for path in tiny.rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(tiny, Path(folder) / "package"))
        for _ in range(data.draw(st.integers(1, 3))):
            path = root / data.draw(st.sampled_from(files))
            content = bytearray(path.read_bytes())
            at = dice.randrange(len(content) + 1)
            new = data.draw(
                st.binary(max_size=4) | st.sampled_from([b'"', b",", b"\n", b"\r", b"\0", b"\xff", b'""', b"null", b"[]", b"{", b"-1"])
            )
            content[at : at + dice.choice([0, 0, 1, 3, 40])] = new
            path.write_bytes(content)
        if data.draw(st.booleans()):
            rehash(root)
        problems = check_package(root)
        for problem in problems:
            assert isinstance(problem, Problem)
            assert problem.place.line >= 1
            assert problem.place.column >= 1
            assert problem.text("tr")
            lines = (root / problem.place.file).read_bytes().count(b"\n") + (root / problem.place.file).read_bytes().count(b"\r") + 1
            assert problem.place.line <= lines


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.binary(max_size=300), st.sampled_from(["datapackage.json", "package.zip"]), st.sampled_from([b"", b"PK\x03\x04", b'{"resources": ['])
)
def test_random_bytes_give_problems_and_nothing_else(content: bytes, name: str, start: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(start + content)
        assert check_package(path)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.floats(allow_nan=False)
    | st.sampled_from(["", "a", "data/units.csv", "../x", "csv", "string"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "path", "schema", "fields", "type", "constraints", "enum", "pattern"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.fixed_dictionaries({}, optional=dict.fromkeys(("name", "path", "schema", "dialect", "bytes", "hash", "encoding"), JSON)),
        max_size=3,
    ),
    JSON,
)
def test_any_descriptor_gives_problems_and_nothing_else(tiny: Path, resources: list[dict[str, object]], schema: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data").mkdir()
        (root / "data" / "units.csv").write_bytes((tiny / "data" / "units.csv").read_bytes())
        fixed = {"name": "u", "path": "data/units.csv", "schema": schema}
        (root / "datapackage.json").write_text(json.dumps({"resources": [*resources, fixed]}), "utf-8")
        assert check_package(root)


@pytest.mark.parametrize("rows", [0, 1])
def test_a_table_that_lost_its_rows_gives_problems_and_nothing_else(tiny: Path, tmp_path: Path, rows: int) -> None:
    """With its header and without, as a file that was saved empty."""
    shutil.copytree(tiny, tmp_path / "package")
    for path in sorted((tmp_path / "package" / "data").glob("*.csv")):
        whole = path.read_bytes()
        if rows == 1 and whole.count(b"\n") == 1:
            continue  # a project that has released nothing has no changes
        path.write_bytes(b"".join(whole.splitlines(keepends=True)[:rows]))
        problems = check_package(tmp_path / "package")
        assert any(problem.place.file == f"data/{path.name}" for problem in problems) or rows
        assert any(problem.code == "file-bytes" for problem in problems)
        path.write_bytes(whole)


def test_what_is_not_there_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(CouldNotRunError):
        check_package(tmp_path / "nothing")
    with pytest.raises(CouldNotRunError):
        check_package(Path("/dev/null"))


def test_rows_beyond_the_first_piece_are_checked_and_placed(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in small bites and beside one another, every planted cell is found where it is, in order, and nothing else."""
    from iddia.checks import table

    monkeypatch.setattr(records, "SIZE", 5_000)
    monkeypatch.setattr(table, "_IN_ONE_GO", 0)
    root = Path(shutil.copytree(tiny, tmp_path / "package"))
    path = root / "data" / "names.csv"
    head, *_ = path.read_text("utf-8").splitlines()
    lines, planted = [head], []
    for number in range(2_000):
        if number % 7 == 3:
            lines += ['ardic,"name', f'{number}",tr,shrot']
            planted.append((len(lines), len(str(number)) + 6, "cell-enum"))
        elif number % 11 == 5:
            lines.append(f"ardıc,name {number},tr,short")
            planted.append((len(lines), 1, "reference-missing"))
        else:
            lines.append(f"ardic,name {number},tr,short")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    rehash(root)
    assert [(problem.place.line, problem.place.column, problem.code) for problem in check_package(root)] == planted
    assert len(np.unique([line for line, _, _ in planted])) == len(planted)


def test_problems_at_one_place_are_put_in_order_with_and_without_an_end() -> None:
    from iddia.errors import Place, ProblemsError

    places = [Place("data/x.csv", 1, 1, 1, 5), Place("data/x.csv", 1, 1), Place("data/x.csv", 1, 1, 1, 2)]
    found = ProblemsError([Problem("cell-type", place, ("wrong", "yanlış")) for place in places]).problems
    assert [problem.place.end_column for problem in found] == [None, 2, 5]


@given(st.lists(st.sampled_from(["a", "b", ""]), min_size=1, max_size=20))
def test_words_by_number_are_the_words_themselves(words: list[str]) -> None:
    from iddia.checks.blocks import split

    data = "".join(f"{word},x\n" for word in words).encode()
    lengths = np.array([len(word) + 3 for word in words], np.int64)
    flaws: list[Flaw] = []
    piece = Piece(data, np.cumsum(lengths) - lengths, np.arange(len(words)) + 2, lengths)
    _, (coded, _) = split(piece, 2, [True, False], [""], flaws.append)
    assert coded.codes is not None
    assert [coded.values[code] if code >= 0 else "" for code in coded.codes.tolist()] == words
    assert flaws == []


def schemas(root: Path) -> dict[Path, dict[str, Any]]:
    return {path: json.loads(path.read_text("utf-8")) for path in sorted((root / "schema").glob("*.json"))}


def cells_of(root: Path, table: str, column: str) -> list[str]:
    """What stands in a column, empty cells aside."""
    with (root / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row[column] for row in DictReader(file) if row[column]]


@pytest.mark.parametrize("more", ["enum", "unique", "foreign key"])
def test_a_schema_may_ask_for_more_of_any_column(more: str, tiny: Path, tmp_path: Path) -> None:
    """Every column a closed list of what it holds, or of different values where they are, or a reference to itself."""
    root = Path(shutil.copytree(tiny, tmp_path / "package"))
    for path, schema in schemas(root).items():
        for field in schema["fields"]:
            name, constraints = field["name"], field.setdefault("constraints", {})
            cells = cells_of(root, path.stem, name)
            if more == "enum" and cells:
                constraints.setdefault("enum", sorted(set(cells)))
            elif more == "unique" and len(set(cells)) == len(cells):
                constraints["unique"] = True
            elif more == "foreign key":
                key = {"fields": [name], "reference": {"resource": "", "fields": [name]}}
                schema.setdefault("foreignKeys", []).append(key)
        path.write_text(json.dumps(schema), "utf-8")
    assert check_package(root) == []
    edited = root / "data" / "evidence.csv"
    edited.write_text(edited.read_text("utf-8").replace(",24,49,", ",24,48,"), "utf-8")
    rehash(root)
    assert {problem.code for problem in check_package(root)} == {"cell-enum" if more == "enum" else "span-length"}


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_columns_of_any_type_give_problems_and_nothing_else(tiny: Path, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(tiny, Path(folder) / "package"))
        told = set()
        for path, schema in schemas(root).items():
            if data.draw(st.booleans()):
                field = data.draw(st.sampled_from(schema["fields"]))
                kind = data.draw(st.sampled_from(sorted(TYPES - {field["type"]})))
                field["type"] = kind
                told.add(f"schema/{path.name}")
                path.write_text(json.dumps(schema), "utf-8")
        problems = check_package(root)
    assert {problem.place.file for problem in problems if problem.code == "schema-weaker"} == told


def test_tables_without_rows_refer_to_nothing_and_are_referred_to_by_nothing(tiny: Path, tmp_path: Path) -> None:
    for path in sorted((tiny / "data").glob("*.csv")):
        root = Path(shutil.copytree(tiny, tmp_path / path.stem))
        (root / "data" / path.name).write_bytes(path.read_bytes().partition(b"\n")[0] + b"\n")
        rehash(root)
        assert all(problem.place.file != f"data/{path.name}" for problem in check_package(root))
    for path in sorted((root / "data").glob("*.csv")):
        path.write_bytes(path.read_bytes().partition(b"\n")[0])
    rehash(root)
    assert check_package(root) == []


def test_a_file_that_changes_meanwhile_is_no_traceback(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the reading of a table and the placing of what is wrong in it, the file is cut short."""
    from iddia.checks import package, rules

    root = Path(shutil.copytree(tiny, tmp_path / "package"))
    path = root / "data" / "evidence.csv"
    path.write_text(path.read_text("utf-8").replace(",24,49,", ",24,48,"), "utf-8")
    check_rules = rules.check_rules

    def changed(tables: Any) -> None:
        path.write_bytes(b"claim_id\n")
        check_rules(tables)

    monkeypatch.setattr(package, "check_rules", changed)
    with pytest.raises(CouldNotRunError, match="was changed while it was checked"):
        check_package(root)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_broken_archive_is_told_whatever_packed_it(method: int, tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w", method) as out:
        out.writestr("datapackage.json", b"{}" * 500)
    content = bytearray(path.read_bytes())
    found = []
    for at in range(30 + len("datapackage.json"), content.index(b"PK\x01\x02")):
        spoilt = content.copy()
        spoilt[at] ^= 0xFF
        path.write_bytes(spoilt)
        found += [problem.code for problem in check_package(path)]
    assert set(found) <= {"archive-broken", "package-broken"}  # some bits mean nothing to who unpacks, and {}{} is no JSON
    assert found.count("archive-broken") > len(found) / 2


@pytest.mark.parametrize(
    ("claim", "column", "other"),
    [
        ("fener-launch.01", "subject", "izmir"),
        ("fener-launch.01", "value_entity", "izmir"),
        ("fener-launch.02", "value_date", "2025-03-15"),
        ("fener-launch.01", "compared_to", "izmir"),
        ("fener-launch.01", "per", "year"),
        ("fener-launch.01", "time", "2025"),
        ("fener-launch.01", "polarity", "negated"),
        ("fener-launch.03", "number", "5"),
    ],
)
def test_every_part_of_a_proposition_is_compared(claim: str, column: str, other: str, tiny: Path, tmp_path: Path) -> None:
    """A claim told again under another id: the same proposition as it is, and another one when any part of it differs."""
    root = Path(shutil.copytree(tiny, tmp_path / "package"))
    path = root / "data" / "claims.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(DictReader(file))
    row = next(row for row in rows if row["claim_id"] == claim)
    for again, expected in (
        ({}, set()),
        ({"proposition_id": "p-000000000000"}, {"proposition-differs"}),
        ({column: other}, {"proposition-shared"}),
        ({column: other, "proposition_id": "p-000000000000"}, set()),
    ):
        with path.open("w", encoding="utf-8", newline="") as file:
            out = DictWriter(file, list(row), lineterminator="\n")
            out.writeheader()
            out.writerows([*rows, {**row, "claim_id": "fener-launch.99", **again}])
        rehash(root)
        assert {problem.code for problem in check_package(root)} - {"evidence-missing"} == expected
