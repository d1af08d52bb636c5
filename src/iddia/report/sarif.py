"""Problems as SARIF 2.1.0 (OASIS), which editors and code hosts show at their lines. Columns count Unicode code points."""

import hashlib
import os
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from iddia.about import NAME, VERSION
from iddia.errors import LABELS, Edit, Place, Problem, Severity
from iddia.language import Language, said
from iddia.problems import kind_of
from iddia.report.escaped import escaped_json
from iddia.report.report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(report: Report) -> str:
    """The whole report as one run of one tool."""
    problems, language = report.problems, report.language
    levels = {problem.code: problem.severity for problem in problems}
    codes = sorted(levels)
    rules = [_rule(code, levels[code], language) for code in codes]
    run = {
        "tool": {"driver": {"name": NAME, "version": VERSION, "language": language, "rules": rules}},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "the folder from which files are named"}}},
        "results": [_result(problem, codes.index(problem.code), language) for problem in problems],
    }
    return escaped_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, level: Severity, language: Language) -> dict[str, Any]:
    kind = kind_of(code)
    means, mend = said(kind.means, language), said(kind.mend, language)
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in code.split("-")),
        "shortDescription": {"text": means},
        "help": {"text": f"{means} {mend}", "markdown": f"{means}\n\n{mend}"},
        "defaultConfiguration": {"level": level},
    }


def _result(problem: Problem, rule: int, language: Language) -> dict[str, Any]:
    details = [f"{said(LABELS[label], language)}: {words}" for label, words in problem.details(language).items()]
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": "\n".join([said(problem.message, language), *details])},
        "locations": [_location(problem.place)],
        "partialFingerprints": {"iddia/v1": _fingerprint(problem)},
    }
    if problem.nearest_place is not None:
        result["relatedLocations"] = [{**_location(problem.nearest_place), "message": {"text": said(LABELS["nearest"], language)}}]
    if problem.fix is not None:
        words = said(problem.mend or problem.message, language)
        result["fixes"] = [{"description": {"text": words}, "artifactChanges": [_change(problem.fix)]}]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(place), "region": _region(place)}}


def _change(fix: Edit) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(fix.place), "insertedContent": {"text": fix.text}}
    return {"artifactLocation": _artifact(fix.place), "replacements": [replacement]}


def _artifact(place: Place) -> dict[str, str]:
    return {"uri": quote(os.fsencode(place.file)), "uriBaseId": "ROOT"}


def _region(place: Place) -> dict[str, int]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line is not None and place.end_column is not None:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    return region


def _fingerprint(problem: Problem) -> str:
    """What stays when lines are added above: the file, the code and what was got."""
    parts: Iterable[str] = (problem.place.file, problem.code, said(problem.got or problem.message, "en"))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
