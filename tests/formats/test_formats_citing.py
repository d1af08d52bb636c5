import datetime as dt
import subprocess
import sys

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from iddia import about
from iddia.citing import bibtex, cite
from iddia.language import Language

DAY = dt.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("language", "date", "expected"),
    [
        ("en", DAY, "The contributors to iddia. (2026). iddia: a ledger of claims (version 1.0.0) [Data set]."),
        ("tr", DAY, "The contributors to iddia. (2026). iddia: bir sav defteri (1.0.0 sürümü) [Veri kümesi]."),
        ("en", None, "The contributors to iddia. (n.d.). iddia: a ledger of claims (version 1.0.0) [Data set]."),
        ("tr", None, "The contributors to iddia. (t.y.). iddia: bir sav defteri (1.0.0 sürümü) [Veri kümesi]."),
    ],
)
def test_a_version_is_cited_on_one_line(language: Language, date: dt.date | None, expected: str) -> None:
    assert cite("1.0.0", date, language) == expected


def test_an_address_is_cited_once_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "REPOSITORY", "https://iddia.invalid/data")
    assert cite("1.0.0", DAY).endswith("[Data set]. https://iddia.invalid/data")
    assert cite("1.0.0", DAY, "tr").endswith("[Veri kümesi]. https://iddia.invalid/data")
    assert entry("1.0.0", DAY)["url"] == "https://iddia.invalid/data"


def entry(version: str, date: dt.date | None) -> dict[str, str]:
    library = parse_string(bibtex(version, date))
    assert not library.failed_blocks
    (only,) = library.entries
    assert only.entry_type == "misc"
    assert only.key == f"iddia-{version}"
    return {field.key: field.value for field in only.fields}


@given(st.from_regex(r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(\+unreleased)?", fullmatch=True), st.none() | st.dates())
def test_a_bibliography_reads_the_entry_back(version: str, date: dt.date | None) -> None:
    fields = entry(version, date)
    assert fields["author"] == f"{{{about.AUTHOR}}}"
    assert fields["title"] == f"{{{about.TITLE[0]}}}"
    assert fields["note"] == f"Version {version}"
    assert fields.get("year") == (str(date.year) if date else None)
    assert fields.get("month") == (date.strftime("%b").lower() if date else None)


def test_citing_needs_neither_pandas_nor_pyarrow() -> None:
    script = "import sys; import iddia.citing; print(sorted({'pydantic', 'pyarrow', 'polars', 'frictionless'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
