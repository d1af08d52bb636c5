"""The catalogue of problems: every code that a report may hold, what it means and how it is mended, in both languages."""

from iddia.problems import entries, files, judgements, readings, vocabulary
from iddia.problems.kind import Kind

SECTIONS = {
    "files": files.KINDS,
    "entries": entries.KINDS,
    "readings": readings.KINDS,
    "judgements": judgements.KINDS,
    "vocabulary": vocabulary.KINDS,
}
KINDS: dict[str, Kind] = {code: kind for section in SECTIONS.values() for code, kind in section.items()}

__all__ = ["KINDS", "SECTIONS", "Kind"]
