"""The catalogue of problems: every code that a report may hold, what it means and how it is mended, in both languages."""

from iddia.problems import assertions, built, entries, files, judgements, package, readings, releases, verified, vocabulary
from iddia.problems.kind import Kind

SECTIONS: dict[str, dict[str, Kind]] = {
    "files": files.KINDS,
    "entries": entries.KINDS,
    "readings": readings.KINDS,
    "judgements": judgements.KINDS,
    "vocabulary": vocabulary.KINDS,
    "assertions": assertions.KINDS,
    "releases": releases.KINDS,
    "releasing": releases.RELEASING,
    "package": package.KINDS,
    "verified": verified.KINDS,
    "built": built.KINDS,
}
KINDS: dict[str, Kind] = {code: kind for section in SECTIONS.values() for code, kind in section.items()}


def kind_of(code: str) -> Kind:
    """What the catalogue says of a code. Raises KeyError for one it does not have."""
    return built.FRICTIONLESS if code.startswith("frictionless-") else KINDS[code]


__all__ = ["KINDS", "SECTIONS", "Kind", "kind_of"]
