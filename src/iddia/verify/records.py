"""release.json: what a release says of itself."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from iddia.checks.jsonfile import Json, read_json
from iddia.errors import Place, Problem
from iddia.language import Said, Words
from iddia.retrieval.number import is_version
from iddia.verify.layout import RELEASE

_LEVELS = ("first", "major", "minor", "patch")


@dataclass(frozen=True)
class Record:
    """What release.json says, as far as it has its form; ``at`` tells where a value stands."""

    version: str | None = None
    previous: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    date: dt.date | None = None
    made_with: dict[str, str] = field(default_factory=dict)
    json: Json | None = None

    def place(self, *at: str | int) -> Place:
        """Where a value stands."""
        return self.json.place(at) if self.json else Place(RELEASE)


def read_record(content: bytes | None, problems: list[Problem]) -> Record:
    """Read release.json; what is wrong with it is added to ``problems``."""
    if content is None:
        problems.append(Problem("release-file-missing", Place(RELEASE), _MISSING, expected=RELEASE, mend=_FETCH))
        return Record()
    json = read_json(content, RELEASE, problems)
    if json is None:
        return Record()
    data = json.data if isinstance(json.data, dict) else {}
    problems += _malformed(json, data)
    counts, made_with = data.get("counts"), data.get("made_with")
    return Record(
        _version(data.get("version")),
        _version(data.get("previous")),
        dict(counts) if isinstance(counts, dict) and _are_counts(counts) else {},
        dt.date.fromisoformat(data["date"]) if _is_day(data.get("date")) else None,
        {name: one for name, one in made_with.items() if isinstance(one, str)} if isinstance(made_with, dict) else {},
        json,
    )


def _malformed(json: Json, data: dict[str, Any]) -> Iterator[Problem]:
    for key, (is_right, expected) in _FORMS.items():
        if key not in data or not is_right(data[key]):
            at = (key,) if key in data else ()
            shown: Words = str(data[key])[:120] if key in data else ("nothing", "hiçbir şey")
            message = (f"the release does not tell its {key}", f"sürüm, {key} bilgisini vermiyor")
            yield Problem("release-record", json.place(at), message, got=shown or '""', expected=expected, mend=_FETCH)


def _version(value: Any) -> str | None:
    return value if isinstance(value, str) and is_version(value) else None


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _are_counts(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_is_count, value.values()))


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


_FORMS: dict[str, tuple[Any, Said]] = {
    "version": (lambda value: _version(value) is not None, ("a version such as 1.0.0", "1.0.0 gibi bir sürüm")),
    "date": (_is_day, ("a day such as 2026-11-22", "2026-11-22 gibi bir gün")),
    "previous": (
        lambda value: value is None or _version(value) is not None,
        ("the version before, or null for the first", "önceki sürüm; ilk sürümde null"),
    ),
    "level": (lambda value: value in _LEVELS, (", ".join(_LEVELS), ", ".join(_LEVELS) + " değerlerinden biri")),
    "counts": (
        _are_counts,
        ("the number of rows of each table", "her tablonun satır sayısı"),
    ),
}
_MISSING: Said = ("the release says nothing of itself", "sürüm kendini tanıtmıyor")
_FETCH: Said = ("fetch the release anew", "sürümü yeniden indirin")
