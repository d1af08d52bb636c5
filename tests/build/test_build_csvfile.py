"""Cells and files as CSV."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.model.tables import Evidence, Name, Unit
from iddia.package.csvfile import Cell, cell, render

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12) | st.text('a,"\r\n\ufeff ', min_size=1, max_size=6)


def read_back(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-3, "-3"),
        (10**18, "1000000000000000000"),
        (Decimal("1.2e12"), "1200000000000"),
        (Decimal("97.40"), "97.4"),
        (Decimal("1.50E+3"), "1500"),
        (Decimal("1.0"), "1"),
        (Decimal("0E-7"), "0"),
        (Decimal("1e-9"), "0.000000001"),
        ("yapay zekâ", "yapay zekâ"),
        (" ", " "),
    ],
)
def test_a_cell_is_written_plainly(value: Cell, text: str) -> None:
    assert cell(value) == text


@settings(deadline=None, max_examples=200)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e29"), max_value=Decimal("1e29")))
def test_numbers_are_read_back_equal_and_written_in_one_way(number: Decimal) -> None:
    text = cell(number)
    assert Decimal(text) == number
    assert set(text) <= set("-0123456789.")
    assert "." not in text or text[-1] not in "0."
    assert cell(Decimal(text)) == text


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(TEXTS, TEXTS), unique=True, max_size=5), st.randoms(use_true_random=False))
def test_rows_are_read_back_as_they_were_and_their_order_changes_nothing(pairs: list[tuple[str, str]], random: object) -> None:
    rows = [Name.model_construct(entity_id="an-entity", name=name, language=language, kind="alias") for name, language in pairs]
    raw = render(Name, rows)
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert render(Name, rows) == raw
    assert read_back(raw) == [["entity_id", "name", "language", "kind"], *(["an-entity", *pair, "alias"] for pair in sorted(pairs))]


def test_offsets_are_ordered_as_numbers() -> None:
    rows = [
        Evidence(claim_id="an-article.01", start=start, end=end, source_id="an-article", quote="x", role="cue")
        for start, end in ((100, 120), (9, 10), (9, 100), (20, 30))
    ]
    assert [line[1:3] for line in read_back(render(Evidence, rows))[1:]] == [["9", "10"], ["9", "100"], ["20", "30"], ["100", "120"]]


def test_only_what_needs_quotation_marks_has_them() -> None:
    unit = Unit(unit_id="usd", label_en="US, dollar", label_tr='a "dolar"', dimension="money", factor=Decimal("1.50"), code=None)
    assert render(Unit, [unit]) == b'unit_id,label_en,label_tr,dimension,factor,code\nusd,"US, dollar","a ""dolar""",money,1.5,\n'


def test_an_empty_table_is_its_head() -> None:
    assert render(Unit, []) == b"unit_id,label_en,label_tr,dimension,factor,code\n"
