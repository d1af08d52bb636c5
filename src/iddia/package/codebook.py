"""The data dictionary as a page, in both languages: each table with its columns, types, closed lists, keys and references."""

from collections.abc import Mapping, Sequence
from typing import Any

CONVENTIONS = """\
Keys are bold, `?` marks a column that may be empty, → a foreign key. Files are UTF-8 CSV with LF, a comma, a dot for decimals,
`true` and `false`; an empty cell is null. Offsets count Unicode code points of the article from 0; an end is exclusive.

Anahtarlar koyu yazılıdır, `?` boş kalabilen sütunu, → yabancı anahtarı gösterir. Dosyalar UTF-8 CSV'dir: LF, virgül, ondalık nokta,
`true` ve `false`; boş hücre değersizdir. Konumlar makalenin Unicode kod noktalarını 0'dan sayar; son konum dışarıdadır.

"""


def tables_page(head: str, resources: Sequence[Mapping[str, Any]], schemas: Mapping[str, Mapping[str, Any]]) -> str:
    """A page headed by ``head``: a list of the tables, then each one. Resources are those of a descriptor, schemas are Table Schemas."""
    contents = "".join(f"- [{table['name']}](#{table['name']}): {table['title']} / {table['title_tr']}\n" for table in resources)
    return head + CONVENTIONS + contents + "".join(_table(resource, schemas[resource["name"]]) for resource in resources)


def _table(resource: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    lines = [
        f"\n## {resource['name']}\n",
        f"{resource['description']}\n",
        f"{resource['description_tr']}\n",
        "| column | type | English | Türkçe |",
        "|---|---|---|---|",
    ]
    lines += [_row(column, schema) for column in schema["fields"]]
    return "\n".join(lines) + "\n"


def _row(column: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    name = column["name"]
    constraints = column.get("constraints", {})
    shown = f"**{name}**" if name in schema["primaryKey"] else name
    kinds = f"{column['type']}: {', '.join(constraints['enum'])}" if "enum" in constraints else column["type"]
    targets = [
        f" → {key['reference']['resource']}.{reference}"
        for key in schema.get("foreignKeys", [])
        for field, reference in zip(key["fields"], key["reference"]["fields"], strict=True)
        if field == name
    ]
    optional = "" if constraints.get("required") else "?"
    return f"| {shown}{optional} | {kinds}{''.join(targets)} | {column['description']} | {column['description_tr']} |"
