"""How a difference is shown: for people in two languages, in Markdown that no cell can break out of, in JSON that says all."""

import json
import re
from dataclasses import asdict

import pytest
from htmlpage import HtmlPage
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from iddia.diff import Package, Table, difference
from iddia.diff.escaping import LONGEST_CELL, code, prose
from iddia.diff.jsonform import json_form
from iddia.diff.markdown import markdown
from iddia.diff.text import text
from iddia.errors import printable
from iddia.language import LANGUAGES, Language

RENDER = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render
OURS = {"p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "h3"}
NASTY = (
    *("|", "a|b", "\\|", "`", "``` ", "\\", "a\nb", "a\r\n\r\n# b", "1. x", "**b**", "~~x~~", "$x$", ":rocket:"),
    *("<script>alert(1)</script>", "</code></td></table>", "</details>", "<!--", "-->", "&lt;", "&#64;x"),
    *("@everyone", "see #1", "![x](y)", "[x](y)", "www.example.org"),
)
CELLS = st.one_of(st.sampled_from(NASTY), st.text(max_size=20), st.text("|`<>&@#*_[]()\\\n\r!~-x", max_size=12))


def claims(cells: dict[str, str], **more: Table) -> Package:
    columns: dict[str, dict[str, str]] = {name: {} for name in ("claim_id", "statement_en", "statement_tr", "note")}
    rows = tuple(dict(zip(columns, [claim, cell, cell, cell], strict=True)) for claim, cell in cells.items())
    return Package({"claims": Table("claims", columns, ("claim_id",), rows), **more})


class Page(HtmlPage):
    """What Markdown becomes: a page whose tags have no attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(RENDER(page))
        assert not self.attributes, self.attributes


@given(CELLS, CELLS, st.sampled_from(LANGUAGES))
@example("@someone", "#1", "en")
def test_no_cell_breaks_out_of_markdown(before: str, after: str, language: Language) -> None:
    other = Table("notes", {"id": {}, "note": {}}, ("id",), ({"id": before or "x", "note": after},))
    found = difference(claims({"t.1": before}), claims({"t.1": after, "t.2": after}, notes=other))
    page = Page(markdown(found, language))
    assert set(page.tags) <= OURS
    assert not page.open
    assert page.tags["details"] == page.tags["summary"] == 1
    sides = [printable(side) or {"en": "(empty)", "tr": "(boş)"}[language] for side in (before, after)]
    shown = [cell.replace("\u200b", "").strip() for cell in page.cells]
    expected = ["t.2", printable(after)]
    for column in ("statement_en", "statement_tr", "note") * (before != after):
        expected += ["t.1", column, *sides]
    expected += [printable(before or "x"), f"note: {printable(after)}" * bool(after)]
    assert shown == [cell.strip() for cell in expected]


@given(CELLS)
def test_nobody_is_called_and_nothing_referred_to(cell: str) -> None:
    """What GitHub links in the text that is left: a name after @, a number after #; it looks for neither in code."""
    page = Page(f"| x |\n| --- |\n| {prose(cell)} |")
    (shown,) = page.cells
    assert not re.search(r"[@#](?!\u200b)", shown)
    assert RENDER(code(cell)).startswith("<p><code>")


def test_a_long_cell_is_cut_and_says_by_how_much() -> None:
    assert prose("x" * LONGEST_CELL) == "x" * LONGEST_CELL
    assert prose("x" * (LONGEST_CELL + 1234)) == "x" * LONGEST_CELL + "… (+1,234)"


def test_the_cut_leaves_what_differs() -> None:
    page = Page(markdown(difference(claims({"t.1": "x" * 1000 + "old"}), claims({"t.1": "x" * 1000 + "new"})), "en"))
    assert page.cells[2:4] == [f"…{'x' * 40}old", f"…{'x' * 40}new"]


@given(st.integers(1, 60), st.integers(1_000, 9_000), st.sampled_from(LANGUAGES))
def test_what_does_not_fit_is_counted(rows: int, limit: int, language: Language) -> None:
    other = Table("notes", {"id": {}, "note": {}}, ("id",), tuple({"id": str(row), "note": "ş" * 50} for row in range(rows)))
    found = difference(claims({}), claims({f"t.{row}": "ğ" * 70 for row in range(rows)}, notes=other))
    page = markdown(found, language, limit)
    assert len(page.encode()) <= limit
    assert not Page(page).open
    shown = len(re.findall(r"^\| <code>", page, re.MULTILINE))
    (left,) = re.findall(r"^\*\*(\d+) (?:more lines|satır daha)", page, re.MULTILINE) or ["0"]
    assert shown + int(left) == 2 * rows
    done = {"en": "added", "tr": "eklendi"}[language]
    assert f"### claims: {rows} {done}" in page
    assert f"{rows} {done}</summary>" in page


def test_tables_that_do_not_fit_are_counted() -> None:
    many = {f"t{number}": Table(f"t{number}", {"id": {}}, ("id",), ()) for number in range(100)}
    page = markdown(difference(Package({}), Package(many)), "en", 3_000)
    assert len(page.encode()) <= 3_000
    assert page.count("<summary>") + int(re.findall(r"and (\d+) more tables", page)[0]) == 100


SMALL = (
    claims({"t.1": "Bir.", "t.2": "İki."}),
    Package(
        {**claims({"t.1": "Bir!", "t.3": "Üç."}).tables, "units": Table("units", {"unit": {}}, ("unit",), ({"unit": "usd"},))}, "2.0.0"
    ),
)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            """version: none → 2.0.0
claims: 1 added, 1 retracted, 1 corrected
  + t.3
      Üç.
  - t.2
      İki.
  ~ t.1: corrected
      statement_en: Bir. → Bir!
      statement_tr: Bir. → Bir!
      note: Bir. → Bir!
units: new table, 1 added
  + usd""",
        ),
        (
            "tr",
            """sürüm: yok → 2.0.0
claims: 1 eklendi, 1 geri çekildi, 1 düzeltildi
  + t.3
      Üç.
  - t.2
      İki.
  ~ t.1: düzeltildi
      statement_en: Bir. → Bir!
      statement_tr: Bir. → Bir!
      note: Bir. → Bir!
units: yeni tablo, 1 eklendi
  + usd""",
        ),
    ],
)
def test_text_has_a_line_for_each_row_and_cell(language: Language, lines: str) -> None:
    assert text(difference(*SMALL), language) == lines


def test_schema_changes_stand_apart() -> None:
    old = Table("t", {"a": {"type": '"string"'}}, ("a",), (), {"primaryKey": '["a"]'})
    new = Table("t", {"a": {"type": '"integer"'}, "b": {"type": '"date"'}}, ("b",), (), {"primaryKey": '["b"]'})
    found = difference(Package({"t": old}), Package({"t": new}))
    assert text(found, "en").splitlines() == [
        "t: schema changed",
        '  * primaryKey: ["a"] → ["b"]',
        '  * column a: type: "string" → "integer"',
        '  * column b: (none) → "date"',
    ]
    cells = Page(markdown(found, "tr")).cells
    assert cells == ["primaryKey", '["a"]', '["b"]', "sütun a: type", '"string"', '"integer"', "sütun b", "(yok)", '"date"']


@pytest.mark.parametrize("form", [text, markdown])
def test_no_difference_is_said(form: object) -> None:
    same = difference(SMALL[1], SMALL[1])
    assert form(same, "en") == "no difference"  # type: ignore[operator]
    assert form(same, "tr") == "fark yok"  # type: ignore[operator]


@given(CELLS, CELLS)
def test_json_holds_the_whole_difference(before: str, after: str) -> None:
    found = difference(claims({"t.1": before}), claims({"t.1": after, "t.2": before}))
    for language in LANGUAGES:
        content = json.loads(json_form(found, language))
        assert content["version"] == {"before": None, "after": None}
        as_records = json.loads(json.dumps([asdict(table) for table in found.tables]))
        assert content["tables"] == as_records
