"""Problems as JSON, by schema/report.schema.json: one record each, flat, the same keys always there."""

from dataclasses import asdict
from typing import Any

from iddia.errors import Problem
from iddia.language import Language, said
from iddia.report.escaped import escaped_json
from iddia.report.report import Report


def json_report(report: Report) -> str:
    """The whole report as JSON: the language of its words, the problems, how many, what was found right, and what not looked at."""
    content = {
        "language": report.language,
        "problems": [record(problem, report.language) for problem in report.problems],
        "summary": report.summary,
        "checked": report.checked,
        "unchecked": report.unchecked,
    }
    return escaped_json(content)


def record(problem: Problem, language: Language) -> dict[str, Any]:
    """One problem; what it does not say is null. Lines and columns count from 1, columns in code points, ends are exclusive."""
    words = {name: getattr(problem, name) for name in ("message", "got", "expected", "nearest", "mend")}
    fix = problem.fix
    return {
        "code": problem.code,
        "severity": problem.severity,
        **asdict(problem.place),
        **{name: None if value is None else said(value, language) for name, value in words.items()},
        "nearest_place": None if problem.nearest_place is None else asdict(problem.nearest_place),
        "fix": None if fix is None else {**asdict(fix.place), "text": fix.text, "safe": fix.is_safe},
    }


def report_schema() -> dict[str, Any]:
    """JSON Schema of the report."""
    texts = {"type": ["string", "null"]}
    number, maybe_number = {"type": "integer", "minimum": 1}, {"type": ["integer", "null"], "minimum": 1}
    place = {"file": {"type": "string"}, "line": number, "column": number, "end_line": maybe_number, "end_column": maybe_number}
    fix = {**place, "text": {"type": "string"}, "safe": {"type": "boolean"}}
    problem = {
        "code": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "description": "One of docs/problems.md."},
        "severity": {"enum": ["error", "warning"], "description": "A warning stops nothing."},
        **place,
        "message": {"type": "string"},
        **dict.fromkeys(("got", "expected", "nearest", "mend"), texts),
        "nearest_place": {"anyOf": [{"type": "null"}, _closed(place)]},
        "fix": {"anyOf": [{"type": "null"}, _closed(fix)], "description": "What to put from the place's start to its end."},
    }
    content = {
        "language": {"enum": ["en", "tr"]},
        "problems": {"type": "array", "items": _closed(problem)},
        "summary": {"type": "string"},
        "checked": {"type": "array", "items": {"type": "string"}, "description": "What was looked at and found right."},
        "unchecked": {"type": "array", "items": {"type": "string"}, "description": "What could not be looked at."},
    }
    schema = _closed(content)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A report of iddia validate", **schema}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
