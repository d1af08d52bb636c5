"""Laws of counting and of bounds: what must hold of any rows and any file of assertions."""

import json
import random
import tempfile
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from iddia.assertions.checks import MODELS, check_names
from iddia.assertions.counting import broken
from iddia.assertions.reading import read_assertions
from iddia.assertions.released import check_moved
from iddia.assertions.subjects import bounds
from iddia.errors import Finding, Problem
from iddia.language import LANGUAGES
from iddia.model.assertions import TableAssertions
from iddia.model.columns import Row
from iddia.model.fields import few_values
from iddia.model.tables import Attribution, Claim
from iddia.package.assertions import assertions_schema
from iddia.yamlfile import parse_yaml, read_yaml

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = ("schema/vocabulary/assertions.yaml", "tests/tiny/schema/vocabulary/assertions.yaml")
CLAIMS = ("a.01", "a.02", "b.01")
KINDS = ("named", "role", "unnamed")
Rows = Mapping[str, Sequence[Row]]

attributions = st.builds(
    Attribution,
    claim_id=st.sampled_from(CLAIMS),
    position=st.integers(0, 3),
    speaker=st.none() | st.sampled_from(["x", "y", "z"]),
    speaker_kind=st.sampled_from(KINDS),
    verb=st.none() | st.just("dedi"),
)
lists = st.lists(attributions, max_size=12)
counts = st.integers(0, 8)


def rows_of(attributions: list[Attribution]) -> Rows:
    return {"attributions": attributions, "claims": [Claim.model_construct(claim_id=claim_id) for claim_id in CLAIMS]}


def asserted(at: tuple[str, ...], **bound: Any) -> dict[str, TableAssertions]:
    """A file that holds one bound."""
    written: dict[str, Any] = {**bound, "why": "for the test"}
    for key in reversed(at):
        written = {key: written}
    return {"attributions": TableAssertions.model_validate(written)}


def counted(at: tuple[str, ...], rows: list[Attribution]) -> list[int]:
    """What a bound at this path is of, counted plainly: one number, or one for each claim."""
    *where, measure, column, value = (*at, "", "")[: 6 if at[0] == "where" else 3]
    if where:
        rows = [row for row in rows if row.speaker_kind == where[-1]]
    if measure == "rows":
        return [len(rows)]
    if measure == "distinct":
        return [len({getattr(row, column) for row in rows if getattr(row, column) is not None})]
    if measure == "each":
        return [sum(row.claim_id == claim_id for row in rows) for claim_id in CLAIMS]
    return [sum(getattr(row, column) is not None if measure == "filled" else getattr(row, column) == value for row in rows)]


OF_COUNTS: tuple[tuple[str, ...], ...] = (
    ("rows",),
    ("distinct", "speaker"),
    ("distinct", "position"),
    ("values", "speaker_kind", "role"),
    ("each", "claim_id"),
    ("where", "speaker_kind", "named", "distinct", "speaker"),
    ("where", "speaker_kind", "named", "each", "claim_id"),
)
OF_SHARES: tuple[tuple[str, ...], ...] = (
    ("filled", "speaker"),
    ("filled", "verb"),
    ("shares", "speaker_kind", "role"),
    ("where", "speaker_kind", "named", "filled", "verb"),
)


def codes(tables: Mapping[str, TableAssertions], rows: list[Attribution]) -> list[str]:
    return [finding.code for finding in broken(tables, rows_of(rows))]


@pytest.mark.parametrize("at", OF_COUNTS)
@given(rows=lists)
def test_a_bound_that_equals_the_count_holds_and_the_next_one_does_not(at: tuple[str, ...], rows: list[Attribution]) -> None:
    least, most = min(counted(at, rows)), max(counted(at, rows))
    assert codes(asserted(at, min=least, max=most), rows) == []
    assert codes(asserted(at, min=least + 1), rows) == ["minimum-missed"]
    if most > 0:
        assert codes(asserted(at, max=most - 1), rows) == ["maximum-exceeded"]


@pytest.mark.parametrize("at", OF_SHARES)
@given(rows=lists)
def test_a_share_holds_at_what_it_is_and_not_beside_it(at: tuple[str, ...], rows: list[Attribution]) -> None:
    total = len(rows) if at[0] != "where" else sum(row.speaker_kind == "named" for row in rows)
    if not total:
        assert codes(asserted(at, min=1, max=1), rows) == []
        return
    exact = Decimal(counted(at, rows)[0]) / total
    below, above = (exact.quantize(Decimal("0.0001"), rounding) for rounding in (ROUND_DOWN, ROUND_UP))
    assert codes(asserted(at, min=below, max=above), rows) == []
    if below != exact:
        assert codes(asserted(at, min=above), rows) == ["minimum-missed"]
        assert codes(asserted(at, max=below), rows) == ["maximum-exceeded"]
    if exact < 1:
        assert codes(asserted(at, min=1), rows) == ["minimum-missed"]
    if exact > 0:
        assert codes(asserted(at, max=0), rows) == ["maximum-exceeded"]


@pytest.mark.parametrize("at", OF_COUNTS)
@given(rows=lists, more=lists, least=counts)
def test_rows_that_are_added_never_break_a_minimum_count(
    at: tuple[str, ...], rows: list[Attribution], more: list[Attribution], least: int
) -> None:
    bound = asserted(at, min=least)
    if not codes(bound, rows):
        assert codes(bound, [*rows, *more]) == []


@given(rows=lists, seed=st.integers())
def test_the_order_of_rows_changes_nothing(rows: list[Attribution], seed: int) -> None:
    shuffled = random.Random(seed).sample(rows, len(rows))
    for at in (*OF_COUNTS, *OF_SHARES):
        bound = asserted(at, min=1)
        assert codes(bound, rows) == codes(bound, shuffled)


@pytest.mark.parametrize(
    ("few", "got"),
    [(5, "5 / 6: a.1 (0), a.2 (0), a.3 (0), a.4 (0), a.5 (0)"), (6, "6 / 7: a.1 (0), a.2 (0), a.3 (0), a.4 (0), a.5 (0), …")],
)
def test_groups_that_break_a_bound_are_named_five_at_most(few: int, got: str) -> None:
    claims = [Claim.model_construct(claim_id=f"a.{at}") for at in range(few + 1)]
    row = Attribution(claim_id="a.0", position=0, speaker=None, speaker_kind="role", verb=None)
    (finding,) = broken(asserted(("each", "claim_id"), min=1), {"attributions": [row], "claims": claims})
    assert finding.got == got


def test_numbers_of_bounds_have_no_trailing_zeros() -> None:
    written = {
        **asserted(("filled", "verb"), min=Decimal("0.10"), max=Decimal("0.9")),
        "claims": TableAssertions.model_validate({"rows": {"min": Decimal("1e2")}}),
    }
    names = {"attributions.filled.verb.max": "0.9", "attributions.filled.verb.min": "0.1", "claims.rows.min": "100"}
    assert {name: str(value) for name, value in bounds(written).items()} == names


def test_true_and_false_are_named_as_files_write_them() -> None:
    claims = [Claim.model_construct(claim_id="a.01", value_boolean=True), Claim.model_construct(claim_id="a.02", value_boolean=None)]
    for value, least, expected in (("true", 1, []), ("true", 2, ["minimum-missed"]), ("false", 1, ["minimum-missed"])):
        tables = {"claims": TableAssertions.model_validate({"values": {"value_boolean": {value: {"min": least}}}})}
        assert [finding.code for finding in broken(tables, {"claims": claims})] == expected


def tables_of(content: Mapping[str, Any]) -> dict[str, TableAssertions]:
    return {table: TableAssertions.model_validate(entry) for table, entry in content.items()}


def content_of(name: str) -> dict[str, Any]:
    content = read_yaml(ROOT / name, name).data
    assert isinstance(content, dict)
    return content


def shuffled(value: Any, order: random.Random) -> Any:
    """The same mappings with their keys in another order."""
    if not isinstance(value, dict):
        return value
    return {key: shuffled(value[key], order) for key in order.sample(list(value), len(value))}


@pytest.mark.parametrize("name", FILES)
def test_bounds_do_not_depend_on_the_order_of_the_file(name: str) -> None:
    content = content_of(name)
    expected = list(bounds(tables_of(content)).items())
    assert len(expected) >= 20
    for seed in range(5):
        assert list(bounds(tables_of(shuffled(content, random.Random(seed)))).items()) == expected


def moved(tables: Mapping[str, TableAssertions], recorded: Mapping[str, Decimal]) -> list[Finding]:
    return list(check_moved(tables, recorded, "1.0.0"))


@pytest.mark.parametrize("name", FILES)
def test_bounds_that_were_recorded_and_read_again_have_not_moved(name: str) -> None:
    tables = tables_of(content_of(name))
    lines = "".join(f"{key}: {value:f}\n" for key, value in bounds(tables).items())
    read = parse_yaml(lines, "release.yaml").data
    assert moved(tables, {key: Decimal(value) for key, value in read.items()}) == []


@pytest.mark.parametrize("change", [lambda value: value + 1, lambda value: value / 2 - 1])
def test_each_bound_that_is_not_as_recorded_is_told_and_no_other(change: Callable[[Decimal], Decimal]) -> None:
    tables = tables_of(content_of(FILES[0]))
    recorded = bounds(tables)
    for name, value in recorded.items():
        found = moved(tables, {**recorded, name: change(value)})
        assert [(finding.code, ".".join(map(str, finding.at))) for finding in found] == [("bound-moved", name)]


def test_each_bound_that_is_gone_is_told_and_what_the_schema_no_longer_has_is_not() -> None:
    recorded = bounds(tables_of(content_of(FILES[0])))
    found = moved({}, recorded)
    assert [".".join(map(str, finding.at)) for finding in found] == list(recorded)
    gone = (
        "topics.rows.min",
        "claims.filled.colour.min",
        "claims.values.modality.guessed.min",
        "claims.filled.subject.min",
        "claims.rows.mean",
    )
    assert moved({}, dict.fromkeys(gone, Decimal(1))) == []


@given(was=counts, least=counts, entries=st.lists(st.tuples(st.sampled_from(["min_was", "max_was"]), counts), max_size=4))
def test_only_the_latest_entry_of_the_side_that_moved_accounts_for_it(was: int, least: int, entries: list[tuple[str, int]]) -> None:
    history = [{side: value, "why": "for the test"} for side, value in entries]
    tables = {"claims": TableAssertions.model_validate({"rows": {"min": least, "moved": history}})}
    latest = [value for side, value in entries if side == "min_was"][-1:]
    found = moved(tables, {"claims.rows.min": Decimal(was)})
    assert bool(found) == (least != was and latest != [was])


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    """A file of one bound: of what may be there and may be asserted, or not."""
    table = draw(st.sampled_from([*MODELS, "clams"]))
    fields = MODELS[table].model_fields if table in MODELS else {}

    def column() -> str:
        return draw(st.sampled_from([*fields, "colour"]))

    def with_value(name: str) -> tuple[str, str]:
        return name, draw(st.sampled_from([*(few_values(fields[name]) if name in fields else ()), "guessed"]))

    measure = draw(st.sampled_from(["rows", "filled", "distinct", "values", "shares", "each", "filed"]))
    at = (measure, *(with_value(column()) if measure in ("values", "shares") else () if measure == "rows" else (column(),)))
    if draw(st.booleans()):
        at = ("where", *with_value(column()), *at)
    written: Any = draw(st.sampled_from([{"min": 1}, {"max": Decimal("0.5")}, {"min": 2}, {"min": -1}, {}, {"mim": 1}, 3]))
    for key in (*reversed(at), table):
        written = {key: written}
    return dict(written)


KEYS = (
    "claims",
    "units",
    "clams",
    "rows",
    "filled",
    "values",
    "each",
    "where",
    "modality",
    "unit",
    "asserted",
    "min",
    "max",
    "moved",
    "why",
    "2",
)
contents = st.recursive(
    st.sampled_from([None, True, 0, 1, 2, Decimal("0.5"), -1, "x", "", "\u202e", "0,5"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(contents)
def test_whatever_the_file_holds_is_answered_with_places_in_it(content: Any) -> None:
    written = json.dumps(content, default=str)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILES[0]
        path.parent.mkdir(parents=True)
        path.write_text(written, "utf-8")
        problems: list[Problem] = []
        assertions = read_assertions(Path(folder), None, problems)
    assert problems
    assert [one for one in problems if one.place.line != 1 or not 1 <= one.place.column <= len(written) + 1] == []
    assert all(one.text(language).replace("\n", "").isprintable() for one in problems for language in LANGUAGES)
    assert all(name.partition(".")[0] in content for name in bounds(assertions.tables))


SCHEMA = Draft202012Validator(assertions_schema())


@given(entries())
def test_editors_and_the_build_refuse_the_same(entry: dict[str, Any]) -> None:
    try:
        tables_of(entry)
        is_right = not list(check_names(entry))
    except ValidationError:
        is_right = False
    assert SCHEMA.is_valid(entry) == is_right
