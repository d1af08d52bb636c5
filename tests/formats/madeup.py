"""Made-up packages of one table, full of what formats stumble over."""

import csv
import datetime as dt
import io
import json
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from iddia.formats.publication import Publication

_AWKWARD = [
    *(
        "NA",
        "null",
        "None",
        "nan",
        "NaN",
        "inf",
        "true",
        "1",
        "-0",
        "1e5",
        "2.10",
        "0x1F",
        " ",
        " a ",
        "\t",
        "ı",
        "İ",
        "🙂",
        "e\u0301",
        "\ufeff",
    ),
    *('"', '""', "'", "a,b", "a\nb", "a\r\nb", "\r", "\\N", "\\", "--", "; DROP TABLE made", "=1+1", "<b>", "\u2028", "\x1f", "\U0010ffff"),
]
_TEXTS = st.sampled_from(_AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
_INTEGERS = st.integers(-(2**63), 2**63 - 1) | st.sampled_from([0, -1, 2**53 + 1, -(2**63), 2**63 - 1])
_NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1e20"), max_value=Decimal("1e20"), places=6
) | st.sampled_from(
    [Decimal(1200000000000), Decimal("0.1"), Decimal("-0.0"), Decimal(9007199254740993), Decimal("1e300"), Decimal("0.00000000012")]
)
_KINDS: dict[str, st.SearchStrategy[Any]] = {"string": _TEXTS, "integer": _INTEGERS, "number": _NUMBERS, "boolean": st.booleans()}


@st.composite
def publications(draw: st.DrawFn) -> Publication:
    """A package of one table "made": its key counts the rows, its other columns have any type, any cells and nulls."""
    kinds = draw(st.lists(st.sampled_from(sorted(_KINDS)), min_size=1, max_size=6))
    key = {"name": "id", "type": "integer", "description": "Key.", "description_tr": "Anahtar.", "constraints": {"required": True}}
    fields: list[dict[str, Any]] = [key]
    columns = []
    size = draw(st.integers(0, 12))
    for number, kind in enumerate(kinds):
        required = draw(st.booleans())
        field = {"name": f"column {number}", "type": kind, "description": draw(_TEXTS), "description_tr": "“Ç”"}
        fields.append(field | {"constraints": {"required": True}} if required else field)
        cell = _KINDS[kind] if required else _KINDS[kind] | st.none()
        columns.append(draw(st.lists(cell, min_size=size, max_size=size)))
    rows = [[str(at), *(_printed(column[at]) for column in columns)] for at in range(size)]
    return _package(fields, rows)


def _printed(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _package(fields: list[dict[str, Any]], rows: list[list[str]]) -> Publication:
    said = {"title": "Made", "title_tr": "Uydurma", "description": "Made up.", "description_tr": "Uyduruldu."}
    resource = {"name": "made", "path": "data/made.csv", "schema": "schema/made.json", **said}
    licence = {"name": "CC-BY-4.0", "title": "CC BY", "path": "https://creativecommons.org/licenses/by/4.0/"}
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([[field["name"] for field in fields], *rows])
    files = {
        "datapackage.json": {"name": "made", **said, "licenses": [licence], "resources": [resource]},
        "schema/made.json": {"fields": fields, "primaryKey": ["id"]},
    }
    encoded = {path: json.dumps(content).encode() for path, content in files.items()}
    return Publication("1.2.3", dt.date(2026, 1, 2), 1_767_312_000, None, encoded | {"data/made.csv": written.getvalue().encode("utf-8")})
