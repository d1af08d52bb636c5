"""The notes of a release: what it changes for a reader, why its number is what it is, and every claim that changed with the reason."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from iddia.diff.units import OF_CLAIM
from iddia.model.release import ReadRelease, Reasons
from iddia.model.tables import Change
from iddia.release.levels import Ground

_MOST_IDS = 12
_UNDER_HEAD = "\n## "


def notes(record: ReadRelease, grounds: Sequence[Ground], changes: Sequence[Change], reasons: Reasons, counts: dict[str, int]) -> str:
    """The notes in Markdown, as they open with the version and its day. ``counts`` are the rows by table."""
    parts = [f"## {record.version} ({record.date.isoformat()})\n"]
    if reasons.summary:
        parts.append(f"{_prose(reasons.summary)}\n")
    parts.append(_why(record, grounds))
    parts.append("\n".join(_claims(changes)) + "\n" if changes else "No claim changed.\n")
    rows = ", ".join(f"{count:,} {table}" for table, count in counts.items() if table in ("sources", "claims", "evidence", "entities"))
    parts.append(f"This version holds {rows}.\n")
    return "\n".join(parts)


def in_changelog(changelog: str, entry: str) -> str:
    """The changelog with the entry before all others."""
    head, mark, rest = changelog.partition(_UNDER_HEAD)
    return f"{head.rstrip()}\n\n{entry.rstrip()}\n" + (f"{mark}{rest}" if mark else "")


def _why(record: ReadRelease, grounds: Sequence[Ground]) -> str:
    if record.previous is None:
        return "The first release.\n"
    lines = [f"{record.level.upper()} after {record.previous}:\n"]
    lines += [f"- {ground.rule.level}: {ground.rule.what[0]} ({told(ground, _cell)})" for ground in grounds]
    return "\n".join(lines) + "\n"


def told(ground: Ground, shown: Callable[[str], str] = str) -> str:
    """The table and what of it, a few ids at most, each as ``shown``."""
    if not ground.what:
        return ground.table
    more = len(ground.what) - _MOST_IDS
    return f"{ground.table}: {', '.join(map(shown, ground.what[:_MOST_IDS]))}{f' and {more} more' if more > 0 else ''}"


def happened(change: Change) -> str:
    """What happened to a claim, in words; a unit that changed is never told as a correction."""
    return f"{change.field} changed" if change.field in OF_CLAIM else f"{change.change}, {change.field}"


def _claims(changes: Iterable[Change]) -> Iterator[str]:
    """Units first; a line for all claims of an article that came or went for one reason; a line for each other field that changed."""
    whole: dict[tuple[str, str, str], list[str]] = {}
    units: list[str] = []
    lines: list[str] = []
    for change in changes:
        if change.change in ("added", "retracted"):
            whole.setdefault((change.change, change.claim_id.rpartition(".")[0], change.reason), []).append(change.claim_id)
        else:
            what = f"**{happened(change)}**" if change.field in OF_CLAIM else happened(change)
            line = f"- `{change.claim_id}` {what}: {_cell(change.before)} → {_cell(change.after)} ({_prose(change.reason)})"
            (units if change.field in OF_CLAIM else lines).append(line)
    yield from units
    for (what, source, reason), ids in whole.items():
        named = f"`{ids[0]}`" if len(ids) == 1 else f"{len(ids)} claims of `{source}`"
        listed = "" if len(ids) == 1 or what == "added" else f" ({', '.join(ids)})"
        yield f"- {named} {what}{listed} ({_prose(reason)})"
    yield from lines


def _prose(text: str) -> str:
    """What a person wrote, on one line; what Markdown would take for a tag or a link stands as it is."""
    return " ".join(text.split()).replace("<", "&lt;").replace("[", "\\[")


def _cell(value: str | None) -> str:
    """A cell as code, on one line; a fence longer than any in it."""
    if not value:
        return "nothing"
    text = " ".join(value.split())
    fence = "`"
    while fence in text:
        fence += "`"
    return f"{fence} {text} {fence}" if fence != "`" else f"`{text}`"
