"""A difference as JSON, complete: every cell of added and removed rows, every cell that changed."""

import json
from dataclasses import asdict
from typing import Any

from iddia.diff.records import Difference, TableDifference
from iddia.language import Language


def json_form(found: Difference, _language: Language) -> str:
    """The whole difference; a cell is the text in the file, "" for null. The same in both languages."""
    content = {
        "version": {"before": found.old_version, "after": found.new_version},
        "tables": [_table(table) for table in found.tables],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _table(table: TableDifference) -> dict[str, Any]:
    return {
        "name": table.name,
        "status": table.status,
        "key": table.key,
        "schema": [asdict(change) for change in table.schema],
        "added": table.added,
        "removed": table.removed,
        "changed": [asdict(change) for change in table.changed],
    }
