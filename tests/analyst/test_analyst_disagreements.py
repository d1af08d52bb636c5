"""d.contradictions and d.disagreements(): a readable table of what disagrees; the columns of d.flat() that judge a claim."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

import iddia
from iddia.analyst.conflicts import conflicts
from iddia.analyst.disagreements import COLUMNS, as_frame, disagreements
from iddia.analyst.ledger import Ledger
from iddia.language import LANGUAGES, Language
from iddia.wording import word

SIDED = ("statement", "said_by", "modality", "quote", "claim_ids")
Clashing = Callable[..., dict[str, pd.DataFrame]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_one_row_a_disagreement_with_all_its_claims(d: Ledger, language: Language) -> None:
    frame = d.disagreements(language)
    wanted = d.relations[d.relations["kind"].isin(["contradicts", "in_tension"])].set_index("relation_id")
    assert sorted(frame["relation_id"]) == sorted(wanted.index)
    members = {relation_id: set(ids) for relation_id, ids in d.relation_members.groupby("relation_id")["claim_id"]}
    for row in frame.to_dict("records"):
        assert {*row["claim_ids_1"].split(), *row["claim_ids_2"].split()} == members[row["relation_id"]]
        relation = wanted.loc[row["relation_id"]]
        assert (row["detail"], row["explanation"]) == (relation[f"detail_{language}"], relation[f"explanation_{language}"])
        assert (row["kind"], row["status"]) == (word(relation["kind"], language), word(relation["status"], language))
        assert (row["rule"], row["independent_origins"]) == (relation["rule"], relation["independent_origins"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_outside_sources_settle_is_told_of_each_disagreement(d: Ledger, language: Language) -> None:
    """R2's release, which did not come; what one verdict bears on in part; and the rest, on which sources are silent."""
    rules = d.disagreements(language).set_index("rule")["settled"]
    assert [rules[rule] for rule in ("date", "released_after_absence")] == [word("settled", language)] * 2
    assert [rules[rule] for rule in ("parameter_ratio", "trained_or_not_known")] == [word("in_part", language)] * 2
    assert [rules[rule] for rule in ("subsidiary_or_independent", "cause_of_r2_delay")] == [word("not_settled", language)] * 2
    assert d.disagreements(language).attrs["columns"]["settled"].startswith("Whether outside sources settle it")


def test_the_table_says_what_its_columns_are_and_reads_english_by_default(d: Ledger) -> None:
    frame = d.contradictions
    pd.testing.assert_frame_equal(frame, d.disagreements("en"))
    assert list(frame.columns) == list(COLUMNS) == list(frame.attrs["columns"])
    assert frame.attrs["title"] == "What disagrees"
    assert {str(dtype) for name, dtype in frame.dtypes.items() if name not in ("independent_origins", "articles")} == {"string"}
    assert str(frame["articles"].dtype) == str(frame["independent_origins"].dtype) == "Int64"


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_are_there_in_words(d: Ledger, language: Language) -> None:
    frame = d.disagreements(language)
    sides = frame[[f"{column}_{side}" for column in SIDED for side in (1, 2)]]
    assert not sides.isna().any(axis=None)
    flat = d.flat(language).set_index("claim_id")
    for row in frame.to_dict("records"):
        for side in (1, 2):
            mine = flat.loc[row[f"claim_ids_{side}"].split()]
            for column in ("statement", "said_by", "modality", "quote", "verdict"):
                wanted = list(dict.fromkeys(mine[column].dropna().astype(str)))
                found = row[f"{column}_{side}"]
                assert ([] if pd.isna(found) else found.split(" | ")) == wanted, row["relation_id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_contradictions_come_first_then_what_runs_through_most_articles(d: Ledger, language: Language) -> None:
    frame = d.disagreements(language)
    order = [(kind != word("contradicts", language), -articles) for kind, articles in zip(frame["kind"], frame["articles"], strict=True)]
    assert order == sorted(order)
    assert len(set(order)) > 2
    sources = d.claims.set_index("claim_id")["source_id"]
    for row in frame.to_dict("records"):
        assert row["articles"] == sources.loc[f"{row['claim_ids_1']} {row['claim_ids_2']}".split()].nunique()


def test_both_languages_have_the_same_order(d: Ledger) -> None:
    assert d.disagreements("tr")["relation_id"].tolist() == d.disagreements("en")["relation_id"].tolist()


def test_a_third_language_is_refused(d: Ledger) -> None:
    with pytest.raises(ValueError, match="expected 'en' or 'tr'"):
        d.disagreements("de")  # type: ignore[arg-type]


def test_the_tenth_side_stands_behind_the_second(clashing: Clashing) -> None:
    tables = clashing({f"a.{number:02}": f"side_{number}" for number in range(11, 0, -1)})
    (one,) = disagreements(tables, "en")
    assert [side["role"] for side in one["sides"]] == [f"side_{number}" for number in range(1, 12)]
    row = as_frame([one], "en").iloc[0]
    assert (row["claim_ids_1"], row["claim_ids_2"].split()) == ("a.01", [f"a.{number:02}" for number in range(2, 12)])


def test_a_claim_that_breaks_a_rule_alone_has_no_other_side(clashing: Clashing) -> None:
    row = as_frame(disagreements(clashing({"a.01": "breaks"}), "tr"), "tr").iloc[0]
    assert (row["statement_1"], row["claim_ids_1"], row["status"], row["articles"]) == ("Türkçe a.01.", "a.01", "açık", 1)
    assert row[[f"{column}_2" for column in (*SIDED, "verdict")]].isna().all()


TWO = {"a.01": "side_1", "b.01": "side_2"}
THREE = {"a.01": "side_1", "b.01": "side_2", "c.01": "side_3"}
FORMULA = {"a.01": "parameter_count", "b.01": "parameter_count_2", "c.01": "parameter_count_ratio"}
TERMS = {
    "a_01": {"property": "parameter_count"},
    "b_01": {"property": "parameter_count"},
    "c_01": {"property": "parameter_count_ratio"},
}


@pytest.mark.parametrize(
    ("roles", "verdicts", "found"),
    [
        (TWO, {}, "not_settled"),
        (TWO, {"a_01": "refuted"}, "settled"),
        (TWO, {"b_01": "refuted"}, "settled"),
        (TWO, {"a_01": "refuted", "b_01": "refuted"}, "settled"),
        (TWO, {"a_01": "refuted", "b_01": "supported"}, "settled"),
        (TWO, {"b_01": "supported"}, "in_part"),
        (TWO, {"a_01": "partly", "b_01": "unverified"}, "not_settled"),
        (TWO, {"a_01": "untestable"}, "not_settled"),
        ({**TWO, "a.02": "side_1"}, {"a_01": "refuted"}, "in_part"),
        ({**TWO, "a.02": "side_1"}, {"a_01": "refuted", "a_02": "refuted"}, "settled"),
        (THREE, {"a_01": "refuted"}, "in_part"),
        (THREE, {"a_01": "refuted", "c_01": "refuted"}, "settled"),
        (FORMULA, {"c_01": "refuted"}, "settled"),
        (FORMULA, {"c_01": "supported", "a_01": "partly"}, "in_part"),
        (FORMULA, {"c_01": "unverified"}, "not_settled"),
        ({"a.01": "release_date"}, {}, "not_settled"),
        ({"a.01": "release_date"}, {"a_01": "supported"}, "in_part"),
        ({"a.01": "release_date"}, {"a_01": "refuted"}, "settled"),
    ],
)
def test_a_clash_is_settled_where_what_sources_refute_leaves_none(
    clashing: Clashing, roles: dict[str, str], verdicts: dict[str, str], found: str
) -> None:
    """Two sides cannot stand together; of the three terms of a formula any two can."""
    given: dict[str, dict[str, Any]] = {one: {**(TERMS[one] if roles is FORMULA else {})} for one in ("a_01", "b_01", "c_01")}
    for claim_id, verdict in verdicts.items():
        given[claim_id] = {**given.get(claim_id, {}), "verdict": verdict}
    tables = clashing(roles, **given)
    (one,) = disagreements(tables, "en")
    assert one["settled"] == found
    for language in LANGUAGES:
        assert as_frame([one], language)["settled"].tolist() == [word(found, language)]


@pytest.mark.parametrize("verdict", ["refuted", "supported"])
def test_a_verdict_that_is_little_more_than_a_guess_settles_nothing(clashing: Clashing, verdict: str) -> None:
    (one,) = disagreements(clashing(TWO, a_01={"verdict": verdict, "certainty": "low"}), "en")
    assert one["settled"] == "not_settled"


DENIED = {"polarity": "negated"}
RELEASED = {"property": "released", "value_kind": "boolean", "value_boolean": True}


@pytest.mark.parametrize(
    ("roles", "given", "english", "turkish"),
    [
        (TWO, {}, "DeepSeek-R2: release date", "DeepSeek-R2: çıkış tarihi"),
        (TWO, {"a_01": DENIED}, "DeepSeek-R2: release date", "DeepSeek-R2: çıkış tarihi"),
        (TWO, {"a_01": DENIED, "b_01": DENIED}, "DeepSeek-R2: release date (denied)", "DeepSeek-R2: çıkış tarihi (olumsuz)"),
        (
            TWO,
            {"b_01": {**RELEASED, **DENIED}},
            "DeepSeek-R2: release date, is released (denied)",
            "DeepSeek-R2: çıkış tarihi, çıkmıştır (olumsuz)",
        ),
        (
            {**TWO, "b.02": "side_2"},
            {"b_01": {**RELEASED, **DENIED}, "b_02": {**RELEASED, "subject": "deepseek-r1"}},
            "DeepSeek-R2, DeepSeek-R1: release date, is released",
            "DeepSeek-R2, DeepSeek-R1: çıkış tarihi, çıkmıştır",
        ),
        (
            {**THREE, "d.01": "side_4"},
            {"b_01": {"subject": "deepseek-r1"}, "c_01": {"subject": "deepseek"}, "d_01": {"subject": "huawei"}},
            "DeepSeek-R2, DeepSeek-R1, …: release date",
            "DeepSeek-R2, DeepSeek-R1, …: çıkış tarihi",
        ),
    ],
)
def test_a_topic_names_two_of_each_and_marks_what_is_only_denied(
    clashing: Clashing, roles: dict[str, str], given: dict[str, dict[str, Any]], english: str, turkish: str
) -> None:
    tables = clashing(roles, **given)
    assert [disagreements(tables, language)[0]["topic"] for language in LANGUAGES] == [english, turkish]


def test_where_nothing_disagrees_the_table_is_empty_and_has_its_columns(clashing: Clashing) -> None:
    frame = as_frame(disagreements(clashing({"a.01": "agrees", "b.01": "agrees"}, "corroborates"), "en"), "en")
    assert frame.empty
    assert list(frame.columns) == list(COLUMNS)


def test_agreements_come_by_their_origins_however_many_articles_they_run_through() -> None:
    ledger = iddia.load()
    last = conflicts(ledger, "en", agreements=True)["relations"][-1]["relation_id"]
    relations = ledger.tables["relations"]
    relations.loc[relations["relation_id"] == last, "independent_origins"] = 99
    found = conflicts(ledger, "en", agreements=True)["relations"]
    assert found[0]["relation_id"] == last
    assert found[0]["articles"] < found[1]["articles"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("column", "table"), [("verdict", "assessments"), ("outcome", "predictions")])
def test_flat_has_verdict_and_outcome_in_words_and_only_where_there_is_one(d: Ledger, column: str, table: str, language: Language) -> None:
    judged = {row["claim_id"]: word(row[column], language) for row in d[table].to_dict("records")}
    flat = d.flat(language)
    found = dict(zip(flat["claim_id"], flat[column], strict=True))
    assert {claim_id: value for claim_id, value in found.items() if pd.notna(value)} == judged
    assert 0 < len(judged) < len(flat)
