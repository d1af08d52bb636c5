"""d.timeline(): what is said of one property, in the order in which it was said, and how far it moved."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from iddia.analyst.ledger import Ledger
from iddia.analyst.timeline import COLUMNS, timeline
from iddia.errors import UnknownIdError
from iddia.language import LANGUAGES, Language

Tables = dict[str, pd.DataFrame]
MadeUp = Callable[..., Tables]

DAYS = {"april": "2025-04-01", "spring": "2025-04-01", "summer": "2025-08", "august": "2025-08-15", "undated": None, "again": None}


def first(day: str | None) -> Any:
    return pd.NaT if day is None else pd.Timestamp(day)


def last(day: str | None) -> Any:
    return pd.NaT if day is None else pd.Period(day).end_time.normalize()


def told(made_up: MadeUp, claims: list[dict[str, Any]]) -> Tables:
    """Claims of deepseek-r2, each with the place of its words in its article."""
    sources = [
        {"source_id": name, "title": name, "published": day, "published_earliest": first(day), "published_latest": last(day)}
        for name, day in DAYS.items()
    ]
    rows = [
        {
            "source_id": one["claim_id"].partition(".")[0],
            "statement_en": "It is so.",
            "statement_tr": "Öyledir.",
            "subject": "deepseek-r2",
            "value_kind": "date" if "value_date" in one else "quantity",
            "property": "release_date" if "value_date" in one else "parameter_count",
            "polarity": "affirmed",
            "modality": "asserted",
            "approximation": None if "value_date" in one else "exact",
            **one,
        }
        for one in claims
    ]
    for row in rows:
        row["value_date_earliest"] = pd.Timestamp(row["value_date"]) if "value_date" in row else pd.NaT
    evidence = [
        {"claim_id": one["claim_id"], "start": start, "end": start + 1, "source_id": "-", "quote": "x", "role": role}
        for one in claims
        for role, start in (("cue", 1000 - one["at"]), ("content", one["at"]))
    ]
    return made_up(sources=sources, claims=rows, evidence=evidence)


def test_claims_come_in_the_order_in_which_they_were_said(made_up: MadeUp) -> None:
    """By day, then as an article tells them; articles without a day behind all others, each in one piece."""
    claims = [("undated.01", 0), ("summer.01", 90), ("summer.02", 5), ("spring.01", 70), ("again.01", 30), ("undated.02", 3)]
    tables = told(made_up, [{"claim_id": claim_id, "at": at, "value_date": "2025-05"} for claim_id, at in claims])
    wanted = ["spring.01", "summer.02", "summer.01", "again.01", "undated.01", "undated.02"]
    assert timeline(tables, ["deepseek-r2"], "release_date", "en")["claim_id"].tolist() == wanted
    tables["claims"] = tables["claims"].iloc[::-1]
    assert timeline(tables, ["deepseek-r2"], "release_date", "en")["claim_id"].tolist() == wanted


def test_a_date_moves_by_days_and_a_modality_by_ranks(made_up: MadeUp, d: Ledger) -> None:
    said = [("2025-05-01", "rumoured"), ("2025-09-01", "asserted"), ("2025-08-31", "predicted"), ("2025-08-31", "predicted")]
    claims = [
        {"claim_id": f"spring.{at:02}", "at": at, "value_date": day, "modality": modality} for at, (day, modality) in enumerate(said, 1)
    ]
    frame = timeline(told(made_up, claims), ["deepseek-r2"], "release_date", "en")
    ranks = d.modalities.set_index("modality")["rank"]
    assert frame["change"].fillna("").tolist() == ["", "+123 d", "-1 d", "+0 d"]
    assert pd.isna(frame["modality_change"][0])
    assert frame["modality_change"][1:].tolist() == [
        ranks["asserted"] - ranks["rumoured"],
        ranks["predicted"] - ranks["asserted"],
        0,
    ]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ({"number": 5e6, "unit": "usd"}, {"number": 6e6, "unit": "usd"}, "× 1.2"),
        ({"number": 6e6, "unit": "usd"}, {"number": 5e6, "unit": "usd"}, "× 0.833"),
        ({"number": 5.0, "unit": "usd"}, {"number": 5.0, "unit": "usd"}, "× 1"),
        ({"number": 5.0, "unit": "usd"}, {"number": 5.0, "unit": "gpu"}, None),
        ({"number": 5.0, "unit": "usd", "per": "year"}, {"number": 5.0, "unit": "usd"}, None),
        ({"number": 5.0, "unit": "usd", "per": "year"}, {"number": 10.0, "unit": "usd", "per": "year"}, "× 2"),
        ({"number_min": 5.0, "unit": "usd"}, {"number": 6.0, "unit": "usd"}, None),
        ({"number": 0.0, "unit": "usd"}, {"number": 6.0, "unit": "usd"}, None),
    ],
)
def test_a_number_moves_by_a_factor_where_both_are_of_one_unit(
    made_up: MadeUp, before: dict[str, Any], after: dict[str, Any], change: str | None
) -> None:
    tables = told(made_up, [{"claim_id": "spring.01", "at": 1, **before}, {"claim_id": "spring.02", "at": 2, **after}])
    found = timeline(tables, ["deepseek-r2"], "parameter_count", "en")["change"]
    assert pd.isna(found[0])
    assert (None if pd.isna(found[1]) else found[1]) == change


MOVED = ("× 2", 0)
NOT_KNOWN = (None, None)


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        pytest.param({}, {}, MOVED, id="the same thing"),
        pytest.param({}, {"subject": "deepseek-r1"}, NOT_KNOWN, id="another subject"),
        pytest.param({}, {"compared_to": "deepseek-r1"}, NOT_KNOWN, id="compared with something"),
        pytest.param({"compared_to": "gpt-4"}, {"compared_to": "deepseek-r1"}, NOT_KNOWN, id="compared with another thing"),
        pytest.param({"compared_to": "gpt-4"}, {"compared_to": "gpt-4"}, MOVED, id="compared with the same"),
        pytest.param({"per": "year"}, {}, NOT_KNOWN, id="by the year and in all"),
        pytest.param({"per": "year"}, {"per": "year"}, MOVED, id="both by the year"),
        pytest.param({}, {"unit": "usd"}, (None, 0), id="in another unit"),
    ],
)
def test_a_change_is_told_of_one_and_the_same_thing_alone(
    made_up: MadeUp, before: dict[str, Any], after: dict[str, Any], moved: tuple[str | None, int | None]
) -> None:
    claims = [
        {"claim_id": "spring.01", "at": 1, "number": 5.0, "unit": "gpu", **before},
        {"claim_id": "spring.02", "at": 2, "number": 10.0, "unit": "gpu", **after},
    ]
    frame = timeline(told(made_up, claims), ["deepseek-r2", "deepseek-r1"], "parameter_count", "en")
    assert moves(frame, 1) == moved


def moves(frame: pd.DataFrame, row: int) -> tuple[str | None, int | None]:
    change, modality_change = frame["change"][row], frame["modality_change"][row]
    return None if pd.isna(change) else str(change), None if pd.isna(modality_change) else int(modality_change)


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        pytest.param("spring", "summer", MOVED, id="another day"),
        pytest.param("spring", "august", MOVED, id="another day, to the day"),
        pytest.param("undated", "undated", MOVED, id="one article without a day"),
        pytest.param("spring", "undated", NOT_KNOWN, id="then one without a day"),
        pytest.param("again", "undated", NOT_KNOWN, id="two without a day"),
        pytest.param("april", "spring", NOT_KNOWN, id="two of one day"),
        pytest.param("summer", "august", NOT_KNOWN, id="some day in August, and the fifteenth"),
    ],
)
def test_what_was_said_first_must_be_known(made_up: MadeUp, before: str, after: str, moved: tuple[str | None, int | None]) -> None:
    claims = [
        {"claim_id": f"{before}.01", "at": 1, "number": 5.0, "unit": "gpu"},
        {"claim_id": f"{after}.02", "at": 2, "number": 10.0, "unit": "gpu"},
    ]
    frame = timeline(told(made_up, claims), ["deepseek-r2"], "parameter_count", "en")
    assert frame["claim_id"].tolist() == [f"{before}.01", f"{after}.02"]
    assert moves(frame, 1) == moved


def test_a_change_is_not_told_across_what_stands_between(made_up: MadeUp) -> None:
    """It is since the claim before: of another subject nothing is told, nor after it."""
    claims = [
        {"claim_id": f"spring.{at:02}", "at": at, "number": 5.0, "unit": "gpu", "subject": subject}
        for at, subject in enumerate(("deepseek-r2", "deepseek-r1", "deepseek-r2", "deepseek-r2"), 1)
    ]
    frame = timeline(told(made_up, claims), ["deepseek-r2", "deepseek-r1"], "parameter_count", "en")
    assert frame["change"].fillna("").tolist() == ["", "", "", "× 1"]


@pytest.mark.parametrize("what", ["release_date", "Release Date", "çıkış tarihi", "ÇIKIŞ TARİHİ"])
def test_a_property_is_found_by_its_label(d: Ledger, what: str) -> None:
    assert d.timeline("deepseek-r2", what)["claim_id"].tolist() == d.timeline("deepseek-r2", "release_date")["claim_id"].tolist() != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_r2_was_due_in_may_then_in_september(d: Ledger, language: Language) -> None:
    frame = d.timeline("DeepSeek R2", "release_date", language)
    assert list(frame.columns) == list(COLUMNS)
    assert frame.attrs["title"] == "Timeline"
    assert frame["value"].tolist() == ["2025-05", "2025-09"]
    assert frame["change"].tolist()[1] == "+123 d"
    flat = d.flat(language).set_index("claim_id").loc[frame["claim_id"]]
    for column in ("statement", "modality", "said_by", "verdict", "outcome", "quote"):
        assert frame[column].tolist() == flat[column].astype(str).tolist()


@pytest.mark.parametrize("property_id", ["training_cost", "release_date", "developer"])
def test_related_takes_in_parts_and_what_may_be_the_same(d: Ledger, property_id: str) -> None:
    flat = d.flat().query(f"property_id == '{property_id}'")
    subjects = {"deepseek-r1", *({"deepseek-ai-model", "deepseek-latest-model", "deepseek-chatbot"})}
    alone, related = (d.timeline("deepseek-r1", property_id, related=choice) for choice in (False, True))
    assert set(alone["claim_id"]) == set(flat.query("subject_id == 'deepseek-r1'")["claim_id"])
    assert set(related["claim_id"]) == set(flat[flat["subject_id"].isin(subjects)]["claim_id"])


def test_nothing_said_is_no_rows(d: Ledger) -> None:
    assert d.timeline("nvidia", "release_date").empty


@pytest.mark.parametrize(
    ("what", "property_id", "words"),
    [
        ("deepseek-r2", "relase_date", "there is no property 'relase_date'. Did you mean release_date?"),
        ("deepseek-r2", "%", "there is no property '%'. d.properties lists them."),
        ("deepseek-r2", "deepseek", "there is no property 'deepseek'."),
        ("deepsek-r2", "release_date", "no entity is called 'deepsek-r2'. Did you mean deepseek-r2?"),
    ],
)
def test_what_is_unknown_is_answered_with_the_nearest(d: Ledger, what: str, property_id: str, words: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        d.timeline(what, property_id)
    assert str(caught.value).startswith(words)
