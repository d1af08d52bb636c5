"""Problems as a report: text for people, JSON and SARIF for programs, annotations for GitHub, JUnit for CI servers."""

from collections.abc import Callable

from iddia.report.github import github
from iddia.report.junit import junit
from iddia.report.records import json_report
from iddia.report.report import Report
from iddia.report.sarif import sarif
from iddia.report.text import text

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text,
    "json": json_report,
    "sarif": sarif,
    "github": github,
    "junit": junit,
}
"""The whole report as text, in each form."""

__all__ = ["FORMATS", "Report"]
