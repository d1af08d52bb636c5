"""How what is said of one thing drifts: every claim of one property, in the order in which it was said."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from iddia.analyst.flat import flatten, records
from iddia.language import Language

COLUMNS = {
    "published": "Day the article was published, EDTF; empty where it bears no date.",
    "claim_id": "Id of the claim.",
    "subject": "Label of what the claim is about.",
    "value": "The value in words.",
    "change": "How far the date (days) or number (factor) moved since the claim before.",
    "modality": "Label of how far the writer commits to it.",
    "modality_change": "Ranks by which the modality rose since the claim before; negative where it fell.",
    "said_by": "Who stands between the writer and the claim.",
    "compared_to": "Label of what the subject is compared with.",
    "time": "When the claim is said to hold, EDTF.",
    "verdict": "What outside sources say.",
    "outcome": "What became of a claim about the future.",
    "statement": "The proposition, understandable alone.",
    "quote": "The words that carry the claim.",
    "source_id": "The article.",
}


def timeline(tables: Mapping[str, pd.DataFrame], subjects: Sequence[str], property_id: str, language: Language) -> pd.DataFrame:
    """The claims in order: by day of publication, undated articles last; in one article as it tells them.

    ``change`` is how far a date or number moved since the claim before it: days, or a factor; ``modality_change`` how many ranks
    the modality rose (a firmer claim) or fell; both are empty where it is not known which was said first, or of another thing.
    """
    claims = tables["claims"]
    claims = claims[claims["subject"].isin(list(subjects)) & (claims["property"] == property_id)]
    rows = sorted(records(flatten(tables, claims, language)), key=_order(tables))
    days = _days(tables)
    for before, row in zip([None, *rows], rows, strict=False):
        follows = before is not None and _follows(before, row, days)
        row["change"] = _change(before, row) if before is not None and follows else None
        row["modality_change"] = row["modality_rank"] - before["modality_rank"] if before is not None and follows else None
    frame = pd.DataFrame([{column: row[column] for column in COLUMNS} for row in rows], columns=list(COLUMNS))
    frame = frame.astype({column: "Int64" if column == "modality_change" else "string" for column in COLUMNS})
    frame.attrs = {"title": "Timeline", "columns": dict(COLUMNS)}
    return frame


def _days(tables: Mapping[str, pd.DataFrame]) -> dict[str, tuple[Any, Any]]:
    """The first and the last day on which each article may have been published."""
    columns = (tables["sources"][column].tolist() for column in ("source_id", "published_earliest", "published_latest"))
    return {source_id: (first, last) for source_id, first, last in zip(*columns, strict=True)}


def _follows(before: dict[str, Any], row: dict[str, Any], days: Mapping[str, tuple[Any, Any]]) -> bool:
    """Whether one was said after the other for certain, and of the same thing."""
    dated = bool(days[before["source_id"]][1] < days[row["source_id"]][0])  # never so where a day is not known
    alike = all(before[column] == row[column] for column in ("subject_id", "compared_to", "per"))
    return alike and (dated or before["source_id"] == row["source_id"])


def _order(tables: Mapping[str, pd.DataFrame]) -> Any:
    sources = tables["sources"]
    days: dict[str, Any] = dict(zip(sources["source_id"].tolist(), sources["published_earliest"].tolist(), strict=True))
    evidence = tables["evidence"]
    content = evidence[evidence["role"] == "content"]
    starts: dict[str, int] = dict(zip(content["claim_id"].tolist()[::-1], content["start"].tolist()[::-1], strict=True))

    def place(row: dict[str, Any]) -> tuple[bool, Any, str, int]:
        day = days[row["source_id"]]
        return pd.isna(day), 0 if pd.isna(day) else day.toordinal(), row["source_id"], starts[row["claim_id"]]

    return place


def _change(before: dict[str, Any], row: dict[str, Any]) -> str | None:
    first, second = before["value_date_earliest"], row["value_date_earliest"]
    if first is not None and second is not None:
        return f"{(second - first).days:+d} d"
    if before["number"] and row["number"] and before["unit"] == row["unit"] and before["per"] == row["per"]:
        return f"× {row['number'] / before['number']:.3g}"
    return None
