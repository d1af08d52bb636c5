"""Problems as JUnit XML, which CI servers show as tests: a suite a file, a failed case a problem, a passed one a warning.

Where there is neither, one passed case says that all is well.
"""

from itertools import groupby
from xml.etree import ElementTree as ET

from iddia.errors import Problem, printable
from iddia.language import Language, said
from iddia.report.report import Report


def junit(report: Report) -> str:
    """The whole report as XML."""
    problems = report.problems
    suites = ET.Element("testsuites", name="iddia validate", tests=str(len(problems) or 1), failures=_failures(problems))
    by_file = sorted(problems, key=lambda problem: problem.place.file)
    for file, found in groupby(by_file, key=lambda problem: problem.place.file):
        listed = list(found)
        suite = ET.SubElement(suites, "testsuite", name=printable(file), tests=str(len(listed)), failures=_failures(listed))
        for problem in listed:
            _case(suite, problem, report.language)
    if not problems:
        suite = ET.SubElement(suites, "testsuite", name="iddia", tests="1", failures="0")
        ET.SubElement(suite, "testcase", name="validate", classname="iddia")
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=False)


def _failures(problems: list[Problem]) -> str:
    return str(sum(not problem.is_warning for problem in problems))


def _case(suite: ET.Element, problem: Problem, language: Language) -> None:
    case = ET.SubElement(suite, "testcase", name=printable(f"{problem.code} ({problem.place})"), classname=problem.code)
    case.set("file", printable(problem.place.file))
    case.set("line", str(problem.place.line))
    if problem.is_warning:
        ET.SubElement(case, "system-out").text = problem.text(language)
        return
    failure = ET.SubElement(case, "failure", type=problem.code, message=printable(said(problem.message, language)))
    failure.text = problem.text(language)
