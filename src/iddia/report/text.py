"""Problems for people to read."""

from iddia.errors import printable
from iddia.language import said
from iddia.report.report import Report

_FINE = ("fine", "tamam")
_UNCHECKED = ("not checked", "denetlenmedi")
_NOTHING = ("nothing to mend in what was asked about", "sorulanlarda düzeltilecek bir şey yok")


def text(report: Report) -> str:
    """Each problem with its details, then how many there are; what was right where nothing fails; what was not looked at."""
    found = [problem.text(report.language) for problem in report.problems]
    left_out = [f"{said(_UNCHECKED, report.language)}: {printable(line)}" for line in report.unchecked]
    if not all(problem.is_warning for problem in report.problems):
        return "\n".join([*found, *left_out, report.summary])
    fine = said(_FINE, report.language)
    right = [f"{fine}: {printable(line)}" for line in report.checked or [said(_NOTHING, report.language)]]
    return "\n".join([*found, *[report.summary] * bool(found), *right, *left_out])
