"""The page of HTML, the CSV and the JSON Schema of a difference; what a person sees first in each form."""

import csv
import io
import json
import re
from collections import Counter

import pytest
from diffpackages import alike
from htmlpage import HtmlPage
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from iddia.cli import main
from iddia.diff import Package, Table, difference
from iddia.diff.csvform import COLUMNS, csv_form
from iddia.diff.htmlform import html_form
from iddia.diff.jsonform import diff_schema, json_form
from iddia.diff.markdown import markdown
from iddia.diff.records import Difference
from iddia.diff.text import lines, text
from iddia.errors import printable
from iddia.language import LANGUAGES, Language
from iddia.root import ROOT

law = settings(deadline=None, max_examples=60)

NASTY = ("<script>alert(1)</script>", "</style>", "</td></table>", "&lt;", '" onload="', "'", "<!--", "]]>", "a\nb", "\u202e", "x y z", "")
CELLS = st.one_of(st.sampled_from(NASTY), st.text("<>&\"' ab\n\u200b", max_size=8))


def claims(rows: dict[str, tuple[str, str]], factor: str = "1") -> Package:
    columns: dict[str, dict[str, str]] = {name: {} for name in ("claim_id", "statement_en", "statement_tr", "number", "unit")}
    made = tuple(dict(zip(columns, (claim, words, words, "5", unit), strict=True)) for claim, (words, unit) in rows.items())
    units = Table("units", {"unit_id": {}, "factor": {}}, ("unit_id",), ({"unit_id": "usd", "factor": factor},))
    return Package({"claims": Table("claims", columns, ("claim_id",), made), "units": units})


class Page(HtmlPage):
    """A page in which every tag is closed."""

    def __init__(self, page: str) -> None:
        super().__init__(page)
        assert not self.open


@law
@given(CELLS, CELLS, st.sampled_from(LANGUAGES))
def test_no_cell_breaks_out_of_html(before: str, after: str, language: Language) -> None:
    found = difference(claims({"t.1": (before, "usd")}), claims({"t.1": (after, "usd"), "t.2": (after, "usd")}))
    page = html_form(found, language)
    shown = Page(page)
    assert not shown.tags.keys() & {"script", "link", "img", "iframe", "object", "base"}
    assert shown.attributes <= {"lang", "charset", "name", "content", "scope", "class", "open"}
    assert "url(" not in page
    assert "://" not in page
    empty = {"en": "(empty)", "tr": "(boş)"}[language]
    sides = [printable(side) or empty for side in (before, after)]
    expected = ["t.2", printable(after)]
    for column in ("statement_en", "statement_tr") * (before != after):
        expected += ["t.1", column, *sides]
    assert shown.cells == expected


@law
@given(alike(), st.sampled_from(LANGUAGES))
def test_any_difference_makes_a_page_and_text_of_lines(pair: tuple[Package, Package], language: Language) -> None:
    found = difference(*pair)
    Page(html_form(found, language))
    written = text(found, language)
    assert written
    assert all(line == printable(line) for line in written.split("\n"))
    assert "\n".join(line for line, _ in lines(found, language)) == written
    assert (written == {"en": "no difference", "tr": "fark yok"}[language]) == found.is_empty


UNIT = difference(claims({"t.1": ("One.", "usd"), "t.2": ("Two.", "usd")}), claims({"t.1": ("One.", "lira"), "t.2": ("Two.", "usd")}, "2"))


def test_a_changed_unit_is_seen_first_and_never_passes_for_a_correction() -> None:
    assert (
        text(UNIT, "en")
        == """UNIT CHANGED:
  ! unit usd: factor: 1 → 2
      claims that use it: t.2
  ! t.1: 5 usd → 5 lira
claims: 1 unit changed
  ~ t.1: UNIT CHANGED
      unit: usd → lira (UNIT CHANGED)
units: 1 changed
  ~ usd
      factor: 1 → 2"""
    )
    assert text(UNIT, "tr").splitlines()[0] == "BİRİM DEĞİŞTİ:"
    assert "claims: 1 savın birimi değişti" in text(UNIT, "tr")
    for form in (text, markdown, html_form):
        assert "correct" not in form(UNIT, "en")
        assert "düzelt" not in form(UNIT, "tr")
    assert markdown(UNIT, "en").startswith("### ⚠️ UNIT CHANGED: 2")
    assert '<section class="warning"><h2>UNIT CHANGED: 2</h2>' in html_form(UNIT, "en")
    assert "units,usd,unit changed,factor,1,2\nclaims,t.1,unit changed,unit,5 usd,5 lira\n" in csv_form(UNIT, "en")
    assert {style for line, style in lines(UNIT, "en") if "!" in line} == {"bold red"}


@law
@given(alike())
def test_csv_has_a_row_for_each_cell_exactly_as_it_is(pair: tuple[Package, Package]) -> None:
    found = difference(*pair)
    header, *rows = csv.reader(io.StringIO(csv_form(found, "en"), newline=""))
    assert tuple(header) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    told = Counter((row[0], *row[2:]) for row in rows if row[2] in ("added", "removed", "changed"))
    assert told == cells(found)
    assert sum(row[2] == "schema" for row in rows) == sum(len(one.schema) for one in found.tables)
    assert sum(row[2] in ("table added", "table removed") for row in rows) == sum(one.status != "changed" for one in found.tables)
    assert (rows == []) == found.is_empty


def cells(found: Difference) -> Counter[tuple[str, ...]]:
    expected: Counter[tuple[str, ...]] = Counter()
    for one in found.tables:
        for row in one.added:
            expected.update((one.name, "added", column, "", cell) for column, cell in row.items() if cell)
            expected[one.name, "added", "", "", ""] += not any(row.values())
        for row in one.removed:
            expected.update((one.name, "removed", column, cell, "") for column, cell in row.items() if cell)
            expected[one.name, "removed", "", "", ""] += not any(row.values())
        for change in one.changed:
            expected.update((one.name, "changed", cell.column, cell.before, cell.after) for cell in change.cells)
    return +expected


SCHEMA = Draft202012Validator(diff_schema())


@law
@given(alike())
def test_json_is_by_its_schema(pair: tuple[Package, Package]) -> None:
    SCHEMA.validate(json.loads(json_form(difference(*pair), "en")))


@pytest.mark.parametrize("spoil", ["version", "units", "claims", "tables"])
def test_the_schema_takes_nothing_else(spoil: str) -> None:
    content = json.loads(json_form(UNIT, "en"))
    SCHEMA.validate(content)
    assert not SCHEMA.is_valid({name: value for name, value in content.items() if name != spoil})
    assert not SCHEMA.is_valid(content | {spoil: "x"})
    one_more = [{**content[spoil][0], "more": ""}] if spoil != "version" else {**content[spoil], "more": ""}
    assert not SCHEMA.is_valid(content | {spoil: one_more})


@pytest.mark.skipif(not (ROOT / "schema" / "report.schema.json").is_file(), reason="needs the schemas")
def test_the_published_schema_is_this_one() -> None:
    assert json.loads((ROOT / "schema" / "diff.schema.json").read_text("utf-8")) == diff_schema()


def test_on_a_terminal_lines_have_colours_and_in_a_pipe_none(
    capsys: pytest.CaptureFixture[str], package: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(package)
    old = package("old", {"claims": "claim_id,statement_en\nt.01,One.\n"})
    new = package("new", {"claims": "claim_id,statement_en\nt.01,Two.\n"})
    assert main(["diff", str(old), str(new)]) == 0
    piped = capsys.readouterr().out
    assert "\x1b" not in piped
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "200"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(["diff", str(old), str(new)]) == 0
    coloured = capsys.readouterr().out
    assert "\x1b[33m  ~ t.01: corrected" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["diff", str(old), str(new)]) == 0
    plain = capsys.readouterr().out
    without_bold = re.sub(r"\x1b\[[01]m", "", plain)
    assert [line.rstrip() for line in without_bold.splitlines()] == piped.splitlines()
