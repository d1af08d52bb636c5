"""One wide, readable table of all claims."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from iddia.analyst.wording import LANGUAGES, Language, chain_in_words, value_in_words

COLUMNS = {
    "claim_id": "Id of the claim.",
    "statement": "The proposition, understandable alone.",
    "subject": "Label of what the claim is about.",
    "property": "Label of what is said of the subject.",
    "value": "The value in words: number with unit and bounds, date, label of an entity, or yes.",
    "polarity": "Whether the proposition is affirmed or negated.",
    "modality": "Label of how far the writer commits to it.",
    "said_by": "Who stands between the writer and the claim, outermost first.",
    "quote": "The words that carry the claim, as printed.",
    "cue": "The words that mark its modality, as printed.",
    "number": "The number in the unit.",
    "unit": "Id of the unit.",
    "time": "When the claim is said to hold, EDTF.",
    "condition": "What must be so for the claim to hold.",
    "compared_to": "Label of what the subject is compared with.",
    "source_id": "The article.",
    "source_title": "Its headline.",
    "published": "Day it was published, EDTF.",
    "subject_id": "Id of the subject.",
    "property_id": "Id of the property.",
    "proposition_id": "Equal for all claims of the same content.",
}


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dicts of plain values, nulls as None."""
    plain = {str(column): [None if pd.isna(value) else value for value in frame[column].tolist()] for column in frame.columns}
    return [dict(zip(plain, values, strict=True)) for values in zip(*plain.values(), strict=True)]


def labels(frame: pd.DataFrame, id_column: str, language: Language) -> dict[str, str]:
    """Ids to labels."""
    return dict(zip(frame[id_column].tolist(), frame[f"label_{language}"].tolist(), strict=True))


def flatten(tables: Mapping[str, pd.DataFrame], claims: pd.DataFrame, language: Language) -> pd.DataFrame:
    """One row for each of these rows of claims; ids stay beside their labels, so that a row can be followed back."""
    if language not in LANGUAGES:
        raise ValueError(f"language is {language!r}, expected 'en' or 'tr'")
    entities = labels(tables["entities"], "entity_id", language)
    properties = labels(tables["properties"], "property_id", language)
    modalities = labels(tables["modalities"], "modality", language)
    units = labels(tables["units"], "unit_id", language)
    chains = _grouped(tables["attributions"].sort_values(["claim_id", "position"]), claims)
    evidence = _grouped(tables["evidence"], claims)
    sources = {source["source_id"]: source for source in records(tables["sources"])}
    rows = [
        {
            "claim_id": claim["claim_id"],
            "statement": claim[f"statement_{language}"],
            "subject": entities[claim["subject"]],
            "property": properties[claim["property"]],
            "value": value_in_words(claim, entities, units, language),
            "polarity": claim["polarity"],
            "modality": modalities[claim["modality"]],
            "said_by": chain_in_words(chains.get(claim["claim_id"], []), entities, language),
            "quote": _words(evidence[claim["claim_id"]], "content"),
            "cue": _words(evidence[claim["claim_id"]], "cue"),
            "number": claim["number"],
            "unit": claim["unit"],
            "time": claim["time"],
            "condition": claim["condition"],
            "compared_to": entities.get(claim["compared_to"]),
            "source_id": claim["source_id"],
            "source_title": sources[claim["source_id"]]["title"],
            "published": sources[claim["source_id"]]["published"],
            "subject_id": claim["subject"],
            "property_id": claim["property"],
            "proposition_id": claim["proposition_id"],
        }
        for claim in records(claims)
    ]
    strings = dict.fromkeys((column for column in COLUMNS if column != "number"), "string")
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).astype({**strings, "number": "Float64"})
    frame.attrs = {**claims.attrs, "title": "Claims, flat", "columns": dict(COLUMNS)}
    return frame


def _grouped(frame: pd.DataFrame, claims: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in records(frame[frame["claim_id"].isin(claims["claim_id"])]):
        groups.setdefault(row["claim_id"], []).append(row)
    return groups


def _words(evidence: list[dict[str, Any]], role: str) -> str | None:
    return " … ".join(row["quote"] for row in evidence if row["role"] == role) or None
