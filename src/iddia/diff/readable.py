"""Several rows of a claim as one value that people can read: its chain of speakers, its quotes of one role."""

import json
from collections import Counter
from collections.abc import Callable, Iterable

from iddia.diff.order import in_order
from iddia.diff.records import Row


def readable(table: str, before: Iterable[Row], after: Iterable[Row]) -> tuple[str, str] | None:
    """Both sides in words, "" for no rows; None where the rows are the same.

    Rows that differ in what the words leave out are told whole, as JSON: different rows never read the same.
    """
    old, new = ([_bare(row) for row in rows] for rows in (before, after))
    if old == new or _counted(old) == _counted(new):
        return None
    words = _WORDS[table]
    short = _joined(words, old), _joined(words, new)
    return short if short[0] != short[1] else (_whole(old), _whole(new))


def _bare(row: Row) -> Row:
    return {column: cell for column, cell in row.items() if cell and column != "claim_id"}


def _counted(rows: list[Row]) -> Counter[frozenset[tuple[str, str]]]:
    return Counter(frozenset(row.items()) for row in rows)


def _joined(words: Callable[[Row], str], rows: list[Row]) -> str:
    def order(row: Row) -> tuple[object, ...]:
        return in_order([row.get("position", ""), row.get("start", ""), row.get("end", "")]), sorted(row.items())

    return "; ".join(words(row) for row in sorted(rows, key=order))


def _whole(rows: list[Row]) -> str:
    return json.dumps(sorted((dict(sorted(row.items())) for row in rows), key=lambda row: [*row.items()]), ensure_ascii=False)


def _speaker(row: Row) -> str:
    kind, speaker = row.get("speaker_kind", ""), row.get("speaker", "")
    named = speaker if speaker and kind in {"", "named"} else ": ".join(filter(None, (kind, speaker)))
    return f"{named} ({row['verb']})" if "verb" in row else named


def _quote(row: Row) -> str:
    return f"“{row.get('quote', '')}” ({row.get('start', '')}–{row.get('end', '')})"


_WORDS: dict[str, Callable[[Row], str]] = {"attributions": _speaker, "evidence": _quote}
