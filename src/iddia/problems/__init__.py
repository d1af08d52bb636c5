"""The catalogue of problems: every code that a report may hold, what it means and how it is mended, in both languages."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {}

__all__ = ["KINDS", "Kind"]
