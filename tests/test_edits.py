"""An edit that a problem carries mends that problem, and changes nothing else than the value that it stands for."""

import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_bad_contributions import CASES, TINY, lay, problems_of

from iddia.corpus import read_corpus
from iddia.errors import Edit, Finding, Place, Problem, ProblemsError
from iddia.scalars import as_scalar
from iddia.text.spans import Lines
from iddia.yamlfile import read_yaml

law = settings(deadline=None, max_examples=100)
DEFINED = {"entity-unknown", "property-unknown", "unit-unknown", "modality-unknown", "reference-unknown", "claim-unknown"}


def problems_in(root: Path) -> list[Problem]:
    try:
        read_corpus(root)
    except ProblemsError as error:
        return error.problems
    return []


def offsets(text: str, place: Place) -> tuple[int, int]:
    """Where the place begins and ends in the file's text."""
    assert place.end_line is not None
    assert place.end_column is not None
    starts = Lines(text).starts
    return starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1


def edited(text: str, fix: Edit) -> str:
    start, end = offsets(text, fix.place)
    return text[:start] + fix.text + text[end:]


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def mendable() -> list[tuple[str, Problem]]:
    """Every problem of the corpus that carries an edit, with its case."""
    return [(case, problem) for case in CASES for problem in problems_of(case) if problem.fix is not None]


def test_every_edit_mends_its_problem(tmp_path: Path) -> None:
    assert len(mendable()) > 60
    for number, (case, problem) in enumerate(mendable()):
        assert problem.fix is not None
        root = lay(case, tmp_path / str(number))
        path = root / problem.fix.place.file
        path.write_bytes(edited(text_of(path), problem.fix).encode("utf-8"))
        left = [(other.code, replace(other.place, end_line=None, end_column=None)) for other in problems_in(root)]
        assert (problem.code, replace(problem.place, end_line=None, end_column=None)) not in left, f"{case}: {problem}"
        shutil.rmtree(root)


def test_an_edit_puts_what_the_mend_says() -> None:
    for case, problem in mendable():
        assert problem.fix is not None
        assert problem.mend is not None, case
        assert problem.fix.text.strip('"') in str([problem.mend, problem.nearest, problem.expected]), f"{case}: {problem}"


def test_no_mend_asks_for_a_key_that_cannot_stand_there() -> None:
    (label,) = problems_of("speaker-label-twice")
    (quote,) = problems_of("quote-twice")
    assert label.mend == ("add words to it", "sözcük ekleyerek uzatın")
    assert "occurrence:" in str(quote.mend)


def test_the_nearest_id_stands_where_it_is_said_to(tmp_path: Path) -> None:
    near = [(case, problem) for case in CASES for problem in problems_of(case) if problem.nearest is not None and problem.code in DEFINED]
    assert {problem.code for _, problem in near} == DEFINED - {"modality-unknown"}
    for number, (case, problem) in enumerate(near):
        assert problem.nearest_place is not None, f"{case}: {problem}"
        text = text_of(lay(case, tmp_path / str(number)) / problem.nearest_place.file)
        start, end = offsets(text, problem.nearest_place)
        assert text[start:end].strip("\"'") == problem.nearest


def replaced_in(root: Path, file: str, old: str, new: str) -> list[Problem]:
    path = shutil.copytree(TINY, root) / file
    text = text_of(path)
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return problems_in(root)


READING = "seeds/fener-launch/reading.yaml"


@pytest.mark.parametrize(
    ("old", "new", "code", "mended"),
    [
        pytest.param(
            'context: "Fener,"', 'context: {"qoute": "Fener,"}', "key-unknown", 'context: {quote: "Fener,"}', id="a key in quotes"
        ),
        pytest.param(
            "said_by: [{speaker: kiyi-postasi", "said_by: [{speaker: 'kiyi-posta'", "entity-unknown", "{speaker: kiyi-postasi,", id="quoted"
        ),
        pytest.param(
            "modality: reported", "modality: >\n      reportd", "not-in-list", "modality: reported\n    said_by", id="a folded block"
        ),
        pytest.param(
            "modality: reported", "modality: |-\n      reportd\n", "not-in-list", "modality: reported\n\n    said_by", id="a block"
        ),
        pytest.param("unit: parameter,", "unit: usd,", "value-disagrees", "unit: parameter,", id="a unit"),
        pytest.param("number: 1.2e10", 'number: "1.2e9"', "value-disagrees", "number: 12000000000,", id="a number"),
        pytest.param(
            "- id: fener-launch.03", "- id: fener-trial.33", "id-malformed", "- id: fener-launch.33", id="an id of another article"
        ),
    ],
)
def test_an_edit_fits_however_the_value_was_written(old: str, new: str, code: str, mended: str, tmp_path: Path) -> None:
    problems = replaced_in(tmp_path / "project", READING, old, new)
    problem = next(problem for problem in problems if problem.code == code and problem.fix is not None)
    assert problem.fix is not None
    path = tmp_path / "project" / READING
    text = edited(text_of(path), problem.fix)
    assert mended in text
    path.write_text(text, "utf-8")
    assert code not in {problem.code for problem in problems_in(tmp_path / "project")}


def test_a_lone_speaker_is_mended_in_its_short_form(tmp_path: Path) -> None:
    said_by = '[{speaker: kiyi-postasi, label: "Kıyı Postası"}]'
    problems = replaced_in(tmp_path / "project", READING, said_by, "kiyi-posta")
    (problem,) = [problem for problem in problems if problem.code == "entity-unknown"]
    assert problem.fix is not None
    assert "said_by: kiyi-postasi\n" in edited(text_of(tmp_path / "project" / READING), problem.fix)


def test_a_key_that_stands_there_already_is_not_offered(tmp_path: Path) -> None:
    problems = replaced_in(tmp_path / "project", READING, 'context: "Fener,"', 'context: {quote: "Fener,", qoute: "Fener,"}')
    (problem,) = problems
    assert (problem.code, problem.nearest, problem.fix, problem.mend) == (
        "key-unknown",
        None,
        None,
        ("remove qoute", "qoute anahtarını silin"),
    )


def test_an_id_that_another_claim_has_is_not_offered(tmp_path: Path) -> None:
    problems = replaced_in(tmp_path / "project", READING, "- id: fener-launch.03", "- id: fener-trial.04")
    (problem,) = [problem for problem in problems if problem.code == "id-malformed"]
    assert problem.fix is None


scalars = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=20)
STYLES = {
    "plain": "old",
    "single": "'old'",
    "double": '"o\\u006cd"',
    "two lines": '"o\n      ld"',
    "literal": "|\n      old\n\n",
    "folded": ">-\n      old\n      old",
}


@law
@given(scalars, st.sampled_from(sorted(STYLES)), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_an_edit_changes_one_value_and_nothing_else(value: str, style: str, in_list: bool, end: str) -> None:
    text = f"first: 1\nlist:\n  - key: {STYLES[style]}\n    other: x\n" if in_list else f"key: {STYLES[style]}\nother: x\n"
    path: tuple[Any, ...] = ("list", 0, "key") if in_list else ("key",)
    text = text.replace("\n", end)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.yaml"
        file.write_bytes(text.encode("utf-8"))
        read = read_yaml(file, "a.yaml")
        assert read.problems == []
        fix = Finding("a", path, ("a", "b"), instead=value).placed(read.place(path)).fix
        assert fix is not None
        file.write_bytes(edited(text, fix).encode("utf-8"))
        again = read_yaml(file, "a.yaml")
    assert again.problems == []
    mapping = again.data["list"][0] if in_list else again.data
    assert mapping == {"key": value, "other": "x"}


@law
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**25), max_value=10**25, places=4))
def test_a_number_is_written_as_a_number(number: Any) -> None:
    assert re.fullmatch(r"-?[0-9]+\.[0-9]{4}", as_scalar(number))
