"""d.contradictions and d.disagreements(): a readable table of what disagrees; the columns of d.flat() that judge a claim."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

import iddia
from iddia.analyst.conflicts import conflicts
from iddia.analyst.disagreements import COLUMNS, as_frame, disagreements
from iddia.analyst.ledger import Ledger
from iddia.wording import LANGUAGES, Language, word

SIDED = ("statement", "said_by", "modality", "quote", "claim_ids")


def statement(claim_id: str, **given: Any) -> dict[str, Any]:
    """A row of claims that needs only what a test is about."""
    return {
        "claim_id": claim_id,
        "source_id": claim_id.partition(".")[0],
        "proposition_id": "p-000000000000",
        "statement_en": f"English {claim_id}.",
        "statement_tr": f"Türkçe {claim_id}.",
        "subject": "deepseek-r2",
        "property": "release_date",
        "value_kind": "date",
        "value_date": "2025",
        "polarity": "affirmed",
        "modality": "asserted",
        **given,
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_one_row_a_disagreement_with_all_its_claims(d: Ledger, language: Language) -> None:
    frame = d.disagreements(language)
    wanted = d.relations[d.relations["kind"].isin(["contradicts", "in_tension"])].set_index("relation_id")
    assert sorted(frame["relation_id"]) == sorted(wanted.index)
    members = d.relation_members.groupby("relation_id")["claim_id"].agg(set)
    for row in frame.to_dict("records"):
        assert {*row["claim_ids_1"].split(), *row["claim_ids_2"].split()} == members[row["relation_id"]]
        relation = wanted.loc[row["relation_id"]]
        assert (row["detail"], row["explanation"]) == (relation[f"detail_{language}"], relation[f"explanation_{language}"])
        assert (row["kind"], row["status"]) == (word(relation["kind"], language), word(relation["status"], language))
        assert (row["rule"], row["independent_origins"]) == (relation["rule"], relation["independent_origins"])


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


def relation(made_up: Callable[..., dict[str, pd.DataFrame]], roles: dict[str, str], kind: str = "contradicts") -> dict[str, pd.DataFrame]:
    """One relation; the claims each with their side."""
    return made_up(
        sources=[{"source_id": source, "title": source} for source in sorted({claim_id.partition(".")[0] for claim_id in roles})],
        claims=[statement(claim_id) for claim_id in roles],
        evidence=[
            {"claim_id": claim_id, "start": 0, "end": 1, "source_id": "a", "quote": f"of {claim_id}", "role": "content"}
            for claim_id in roles
        ],
        relations=[
            {
                "relation_id": "r-1",
                "kind": kind,
                "rule": "date",
                "detail_en": "How.",
                "detail_tr": "Nasıl.",
                "independent_origins": 1,
                "status": "open",
                "explanation_en": "Why.",
                "explanation_tr": "Neden.",
            }
        ],
        relation_members=[{"relation_id": "r-1", "claim_id": claim_id, "role": role} for claim_id, role in roles.items()],
    )


def test_the_tenth_side_stands_behind_the_second(made_up: Callable[..., dict[str, pd.DataFrame]]) -> None:
    tables = relation(made_up, {f"a.{number:02}": f"side_{number}" for number in range(11, 0, -1)})
    (one,) = disagreements(tables, "en")
    assert [side["role"] for side in one["sides"]] == [f"side_{number}" for number in range(1, 12)]
    row = as_frame([one], "en").iloc[0]
    assert (row["claim_ids_1"], row["claim_ids_2"].split()) == ("a.01", [f"a.{number:02}" for number in range(2, 12)])


def test_a_claim_that_breaks_a_rule_alone_has_no_other_side(made_up: Callable[..., dict[str, pd.DataFrame]]) -> None:
    row = as_frame(disagreements(relation(made_up, {"a.01": "breaks"}), "tr"), "tr").iloc[0]
    assert (row["statement_1"], row["claim_ids_1"], row["status"], row["articles"]) == ("Türkçe a.01.", "a.01", "açık", 1)
    assert row[[f"{column}_2" for column in (*SIDED, "verdict")]].isna().all()


def test_where_nothing_disagrees_the_table_is_empty_and_has_its_columns(made_up: Callable[..., dict[str, pd.DataFrame]]) -> None:
    frame = as_frame(disagreements(relation(made_up, {"a.01": "agrees", "b.01": "agrees"}, "corroborates"), "en"), "en")
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
