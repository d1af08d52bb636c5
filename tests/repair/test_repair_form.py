"""Each repair of the form, record by record: what stood there, and what stands there afterwards."""

from pathlib import Path

import pytest

from iddia.language import Said
from iddia.repair.form import BYTE_ORDER_MARK, FINAL_NEWLINE, LINE_ENDS, ORDER, TABS, TRAILING_SPACES, canonical, if_moved
from iddia.repair.layout import ANY, layout_of
from iddia.repair.meaning import meaning

TESTS = Path(__file__).resolve().parent.parent
READING = "seeds/x/reading.yaml"
ASSESSMENTS = "seeds/x/assessments.yaml"
ENTITIES = "seeds/entities.yaml"


@pytest.mark.parametrize(
    ("before", "after", "faults"),
    [
        pytest.param("\ufeffa: 1\n", "a: 1\n", [BYTE_ORDER_MARK], id="byte order mark"),
        pytest.param("a: 1\r\nb: |\r\n  x\r\n  y\r\n", "a: 1\nb: |\n  x\n  y\n", [LINE_ENDS], id="CRLF, also in a block scalar"),
        pytest.param("a: 1\rb: 2\r", "a: 1\nb: 2\n", [LINE_ENDS], id="CR"),
        pytest.param("a:\n\tb: 1\n\tc:\n\t\td: 2\n", "a:\n  b: 1\n  c:\n    d: 2\n", [TABS], id="tabs"),
        pytest.param("- id: x\n\tquote: y\n", "- id: x\n  quote: y\n", [TABS], id="a tab that can only be two spaces"),
        pytest.param('a: "b\n\tc"\n', 'a: "b\n  c"\n', [TABS], id="a tab that a quoted text swallows"),
        pytest.param("a: 1  \nb: 2\t\n  \n# c \n", "a: 1\nb: 2\n\n# c\n", [TRAILING_SPACES], id="trailing spaces"),
        pytest.param("a: |  \n  x  \n\n  y  \n \nb: 1 \n", "a: |\n  x  \n\n  y  \n\nb: 1\n", [TRAILING_SPACES], id="not those of a block"),
        pytest.param(
            "a: |\n  x\n    \nb: 1 \n", "a: |\n  x\n    \nb: 1\n", [TRAILING_SPACES], id="not a line of spaces that a block holds"
        ),
        pytest.param('a: "x  \n  y" \n', 'a: "x  \n  y"\n', [TRAILING_SPACES], id="not those within a quoted text"),
        pytest.param("a: 1", "a: 1\n", [FINAL_NEWLINE], id="no final newline"),
        pytest.param("a: 1\n\n  \n\n", "a: 1\n", [FINAL_NEWLINE], id="several final newlines"),
        pytest.param("a: 1\n# end", "a: 1\n# end\n", [FINAL_NEWLINE], id="a comment at the end"),
        pytest.param("a: |\n  x\n\n\n", "a: |\n  x\n", [FINAL_NEWLINE], id="blank lines that a block does not keep"),
        pytest.param("\ufeffa: 1 \r\n\r\n", "a: 1\n", [BYTE_ORDER_MARK, LINE_ENDS, FINAL_NEWLINE, TRAILING_SPACES], id="all at once"),
    ],
)
def test_the_form_of_any_file(before: str, after: str, faults: list[Said]) -> None:
    form = canonical(before, ANY)
    assert form.text == after
    assert list(form.faults) == faults


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: |+\n  x\n\n\n", id="blank lines that a block keeps"),
        pytest.param("a: |\n  x", id="a block without a newline at its end"),
        pytest.param("a:\n  b:\n\tc: 1\n", id="a tab that says one thing as two spaces, another as four"),
        pytest.param("a:\n    b: 1\n\tc: 2\n", id="a tab that is no two spaces"),
        pytest.param("a: |\n  x\n  \ty\n", id="a tab in the text of a block"),
        pytest.param('a:\n\tb: "x\n', id="a tab in a file that spaces do not mend"),
        pytest.param("a: “x”\n", id="typographic quotation marks"),
        pytest.param('a: "x\nb: 1\n', id="a quotation mark that is missing"),
        pytest.param("a: 1\na: 2 \n", id="a file that cannot be read keeps its spaces"),
        pytest.param("", id="nothing"),
        pytest.param("\ufeff \n\n", id="as good as nothing"),
    ],
)
def test_what_is_not_guessed(text: str) -> None:
    form = canonical(text, layout_of(READING))
    assert form.text == text
    assert form.faults == ()


def test_a_file_that_cannot_be_read_gets_what_cannot_change_its_meaning() -> None:
    assert canonical('\ufeffb: "x\r\na: 1\r\n\r\n', layout_of(READING)).text == 'b: "x\na: 1\n'


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        pytest.param(
            READING,
            "# head\nclaims: []\nno_cue: []\nno_value: []\nno_claim: []\nsource: {}\n",
            "# head\nsource: {}\nno_claim: []\nno_value: []\nno_cue: []\nclaims: []\n",
            id="the keys of a reading",
        ),
        pytest.param(
            READING,
            "# head\n\n# on claims\nclaims: []\n\n# on the source\nsource: {}\n",
            "# head\n\n# on the source\nsource: {}\n\n# on claims\nclaims: []\n",
            id="the head stays, and blank lines between",
        ),
        pytest.param(
            READING,
            'claims:\n  # second\n  - id: x.10\n    quote: "b"\n  # first\n  - id: x.09  # nine\n    quote: "a"\n',
            'claims:\n  # first\n  - id: x.09  # nine\n    quote: "a"\n  # second\n  - id: x.10\n    quote: "b"\n',
            id="claims by number",
        ),
        pytest.param(
            READING,
            "claims:\n- id: x.1000\n- id: x.0999\n- id: x.20\n",
            "claims:\n- id: x.20\n- id: x.0999\n- id: x.1000\n",
            id="numbers of any length",
        ),
        pytest.param(
            READING,
            "claims:\n  - quote: >\n      a\n\n      b\n    # the id\n    id: x.01\n      # deeper\n    modality: asserted\n    cue: c\n",
            "claims:\n  # the id\n  - id: x.01\n      # deeper\n    quote: >\n      a\n\n      b\n    cue: c\n    modality: asserted\n",
            id="the first key changes behind the dash",
        ),
        pytest.param(
            READING,
            'claims:\n  -\n    quote: "a"\n    id: x.01\n',
            'claims:\n  -\n    id: x.01\n    quote: "a"\n',
            id="a dash on a line of its own",
        ),
        pytest.param(
            READING,
            'claims:\n  - id: x.01\n    value: {raw: "bir, iki", unit: usd ,number: 1}\n    said_by: [{verb: "v", kind: unnamed}, a]\n',
            'claims:\n  - id: x.01\n    value: {number: 1, unit: usd ,raw: "bir, iki"}\n    said_by: [{kind: unnamed, verb: "v"}, a]\n',
            id="mappings in braces",
        ),
        pytest.param(
            READING,
            "no_claim:\n  - {why: w,\n     quote: q}\n",
            "no_claim:\n  - {quote: q,\n     why: w}\n",
            id="braces over two lines",
        ),
        pytest.param(
            ASSESSMENTS,
            "predictions:\n  - horizon: 2025\n    claim: x.03\n  - claim: x.01\nassessments:\n  - claim: x.02\n  - claim: x.01\n",
            "assessments:\n  - claim: x.01\n  - claim: x.02\npredictions:\n  - claim: x.01\n  - claim: x.03\n    horizon: 2025\n",
            id="assessments and predictions by claim",
        ),
        pytest.param(
            ENTITIES,
            "b:\n  label: {tr: B, en: B}\n  type: model\na:\n  names:\n    - {language: tr, kind: alias, name: A}\n  type: model\n",
            "b:\n  type: model\n  label: {en: B, tr: B}\na:\n  type: model\n  names:\n    - {name: A, kind: alias, language: tr}\n",
            id="entities keep their order, their keys get one",
        ),
        pytest.param(
            ENTITIES,
            "a: {maybe_same_as: [{reason: {tr: R, en: R}, entity: b}], type: model}\n",
            "a: {type: model, maybe_same_as: [{entity: b, reason: {en: R, tr: R}}]}\n",
            id="braces within braces",
        ),
        pytest.param(
            READING,
            "claims:\n  - id: x.02\n    quote: |  # 1 + 1\n      b\n  - id: x.01\n",
            "claims:\n  - id: x.01\n  - id: x.02\n    quote: |  # 1 + 1\n      b\n",
            id="a plus in a comment beside a block",
        ),
        pytest.param(
            "seeds/explanations.yaml",
            "- rule: b\n  claims: [x.02, x.01]\n- claims: [x.01]\n  rule: a\n",
            "- claims: [x.02, x.01]\n  rule: b\n- claims: [x.01]\n  rule: a\n",
            id="explanations keep their order",
        ),
    ],
)
def test_what_is_put_in_order(file: str, before: str, after: str) -> None:
    form = canonical(before, layout_of(file))
    assert form.text == after
    assert form.faults == (ORDER,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("claims:\n  - statment_en: s\n    quote: q\n    id: x.01\n", id="a key that is not known"),
        pytest.param("claims:\n  - id: x.02\n  - quote: q\n", id="a claim without an id"),
        pytest.param("claims:\n  - id: x.one\n  - id: x.02\n", id="an id without a number"),
        pytest.param("claims:\n  - id: x.02\n  - x.01\n", id="a claim that is no mapping"),
        pytest.param("claims:\n  - {id: x.02}\n  - {id: [x.01]}\n", id="an id that is a list"),
        pytest.param("no_claim:\n  - {why: w, # reason\n     quote: q}\n", id="a comment in braces"),
        pytest.param("no_claim:\n  - {why: , quote: q}\n", id="an empty value in braces"),
        pytest.param("no_claim:\n  - {? why : w, quote: q}\n", id="a key behind a question mark"),
        pytest.param("no_claim:\n  - ? why\n    : w\n    quote: q\n", id="a key behind a question mark on its line"),
        pytest.param("claims:\n  - id: x.02\n    quote: |+\n      a\n\n  - id: x.01\n", id="blank lines that a block keeps"),
        pytest.param("claims: []\nsource: {title: a\u2028b}\n", id="line ends that no editor knows"),
        pytest.param("new_claims:\n  - id: x.02\n  - id: x.01\n", id="a list that no model knows"),
    ],
)
def test_what_stays_as_it_stands(text: str) -> None:
    assert canonical(text, layout_of(READING)).text == text


def test_what_a_file_says_is_told_apart_to_the_type_and_the_last_digit() -> None:
    texts = ["a: 1", 'a: "1"', "a: 1.0", "a: true", 'a: "true"', "a:", 'a: ""', "a: [1]", "a: [1, 2]", "a: [2, 1]", "a: {b: 1}", "b: 1"]
    assert len({meaning(text) for text in texts}) == len(texts)
    assert meaning("a: 1\nb: 2") == meaning("{b: 2, a: 1}") is not None
    assert meaning("a: *b") is None


def test_moving_lines_may_neither_lose_nor_double_a_comment() -> None:
    before = "a: 1\n# c\nb: 2\n"
    assert if_moved(before, "b: 2\n# c\na: 1\n", ANY) == "b: 2\n# c\na: 1\n"
    assert if_moved(before, "b: 2\na: 1\n", ANY) == before
    assert if_moved(before, "b: 2\n# c\n# c\na: 1\n", ANY) == before
    assert if_moved(before, "b: 1\n# c\na: 2\n", ANY) == before


def test_a_file_without_a_model_keeps_its_order() -> None:
    text = "claims:\n  - quote: q\n    id: x.02\n  - id: x.01\n"
    assert canonical(text, layout_of("seeds/x/readers/first.yaml")).text == text
    assert canonical(text, layout_of(READING)).text != text


@pytest.mark.parametrize("root", [TESTS.parent, TESTS / "tiny"], ids=["seeds", "tiny"])
def test_every_file_of_the_project_is_canonical(root: Path) -> None:
    paths = [*(root / "seeds").rglob("*.yaml"), *(root / "schema" / "vocabulary").glob("*.yaml")]
    assert len(paths) > 8
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        assert canonical(text, layout_of(path.relative_to(root).as_posix())).text == text
