"""What an entry with problems plainly means, so that the rest of it is checked in the same run."""

import copy
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from iddia.errors import Finding
from iddia.project.validation import split_number

At = tuple[str | int, ...]

_STATEMENTS = frozenset({"statement_en", "statement_tr"})
_NOT_YET_WRITTEN = "?"
"""In place of a statement that is missing: no check of an entry against its article looks at it."""


def as_meant(value: Any, at: At, findings: Iterable[Finding]) -> Any | None:
    """A copy of the entry at ``at`` with its misspelt keys and words as their nearest match; None where one cannot be told."""
    meant = copy.deepcopy(value)
    for finding in findings:
        path = tuple(finding.at)[len(at) :] if isinstance(finding.at, tuple) else ()
        around = _at(meant, path[:-1])
        if not path or not isinstance(around, dict) or not _mend(around, str(path[-1]), finding):
            return None
    return meant


def _mend(around: dict[str, Any], key: str, finding: Finding) -> bool:
    """Mend one key of a mapping; whether it could be."""
    if finding.code == "key-unknown" and (number := split_number(around, key)) is not None:
        of, digits = number
        around[of] = Decimal(digits)
        del around[key]
    elif finding.code == "key-unknown" and finding.instead is not None:
        around[str(finding.instead)] = around.pop(key)
    elif finding.code == "not-in-list" and finding.instead is not None:
        around[key] = finding.instead
    elif finding.code in ("key-missing", "key-empty") and key in _STATEMENTS:
        around[key] = _NOT_YET_WRITTEN
    else:
        return False
    return True


def _at(value: Any, path: At) -> Any:
    """What stands at the path; None where nothing does."""
    for step in path:
        holds = step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int) and step < len(value)
        if not holds:
            return None
        value = value[step]
    return value
