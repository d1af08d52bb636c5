"""Problems as workflow commands, which GitHub shows at the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions: %, line ends and, in properties, colons and
commas are escaped; columns are shown for a problem of one line only.
"""

from iddia.errors import LABELS, Problem, printable
from iddia.language import Language, said
from iddia.report.report import Report

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github(report: Report) -> str:
    """An ::error or ::warning line each, then a ::notice that counts them: GitHub shows ten annotations a step."""
    lines = [_command(problem, report.language) for problem in report.problems]
    if report.problems:
        lines.append(f"::notice title=iddia::{report.summary.translate(_IN_TEXT)}")
    return "\n".join(lines)


def _command(problem: Problem, language: Language) -> str:
    place = problem.place
    where: dict[str, object] = {"file": place.file, "line": place.line, "endLine": place.end_line}
    if place.end_line in (None, place.line):
        # GitHub's end column is inclusive, ours is not.
        where |= {"col": place.column, "endColumn": place.end_column and max(place.column, place.end_column - 1)}
    where["title"] = problem.code
    properties = ",".join(f"{name}={printable(str(value)).translate(_IN_PROPERTY)}" for name, value in where.items() if value is not None)
    details = [f"{said(LABELS[label], language)}: {words}" for label, words in problem.details(language).items()]
    message = "\n".join(map(printable, [said(problem.message, language), *details]))
    return f"::{problem.severity} {properties}::{message.translate(_IN_TEXT)}"
