"""Problems as a report: text for people, JSON and SARIF for programs, annotations for GitHub, JUnit for CI servers.

Each form is a function of the problems and a language that returns the whole report as text.
"""

from collections.abc import Callable, Sequence

from iddia.errors import Problem
from iddia.language import Language
from iddia.report.github import github
from iddia.report.junit import junit
from iddia.report.records import json_report
from iddia.report.sarif import sarif
from iddia.report.text import text

FORMATS: dict[str, Callable[[Sequence[Problem], Language], str]] = {
    "text": text,
    "json": json_report,
    "sarif": sarif,
    "github": github,
    "junit": junit,
}

__all__ = ["FORMATS"]
