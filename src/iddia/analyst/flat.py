"""One wide, readable table of all claims."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from iddia.language import LANGUAGES, Language
from iddia.wording import chain_in_words, value_in_words, word

COLUMNS = {
    "claim_id": "Id of the claim.",
    "statement": "The proposition, understandable alone.",
    "subject": "Label of what the claim is about.",
    "property": "Label of what is said of the subject.",
    "value": 'The value in words: number with unit and bounds, date, label of an entity, yes or no; "not " before it when negated.',
    "polarity": "Whether the proposition is affirmed or negated.",
    "modality": "Label of how far the writer commits to it; an ordered category, least committed first.",
    "said_by": "Who stands between the writer and the claim, outermost first.",
    "quote": "The words that carry the claim, as printed.",
    "cue": "The words that mark its modality, as printed.",
    "number": "The number in the unit.",
    "number_min": "Lower bound in the unit.",
    "number_max": "Upper bound in the unit.",
    "approximation": "How the number is meant: exact, about, at_least and so on.",
    "unit": "Id of the unit.",
    "per": "Id of the unit that the number is per one of.",
    "value_date_earliest": "Earliest day that a value that is a date allows; empty when open or unknown.",
    "value_date_latest": "Latest day that a value that is a date allows; empty when open or unknown.",
    "time": "When the claim is said to hold, EDTF.",
    "condition": "What must be so for the claim to hold.",
    "compared_to": "Label of what the subject is compared with.",
    "verdict": "What outside sources say of the content; empty where it was not checked.",
    "outcome": "What became of a claim about the future; empty for any other.",
    "source_id": "The article.",
    "source_title": "Its headline.",
    "published": "Day it was published, EDTF.",
    "modality_rank": "Place of the modality in its order, from 1, least committed.",
    "subject_id": "Id of the subject.",
    "property_id": "Id of the property.",
    "proposition_id": "Equal for all claims of the same content.",
}
# Columns taken from claims as they are, types included.
_TAKEN = ("number", "number_min", "number_max", "approximation", "unit", "per", "value_date_earliest", "value_date_latest")


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dicts of plain values, nulls as None, days as dates."""
    plain = {str(column): [_plain(value) for value in frame[column].tolist()] for column in frame.columns}
    return [dict(zip(plain, values, strict=True)) for values in zip(*plain.values(), strict=True)]


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def labels(frame: pd.DataFrame, id_column: str, language: Language) -> dict[str, str]:
    """Ids to labels."""
    return dict(zip(frame[id_column].tolist(), frame[f"label_{language}"].tolist(), strict=True))


def flatten(tables: Mapping[str, pd.DataFrame], claims: pd.DataFrame, language: Language) -> pd.DataFrame:
    """One row for each of these rows of claims; ids stay beside their labels, so that a row can be followed back."""
    if not isinstance(language, str) or language not in LANGUAGES:
        shown = repr(language) if isinstance(language, str) or language is None else f"a {type(language).__name__}"
        raise ValueError(f"language is {shown}, expected 'en' or 'tr'")
    entities = labels(tables["entities"], "entity_id", language)
    properties = labels(tables["properties"], "property_id", language)
    ranked = tables["modalities"].sort_values("rank")
    modalities = labels(ranked, "modality", language)
    ranks = dict(zip(ranked["modality"].tolist(), ranked["rank"].tolist(), strict=True))
    units = labels(tables["units"], "unit_id", language)
    chains = _grouped(tables["attributions"].sort_values(["claim_id", "position"]), claims)
    evidence = _grouped(tables["evidence"], claims)
    verdicts = worded_by_claim(tables["assessments"], "verdict", language)
    outcomes = worded_by_claim(tables["predictions"], "outcome", language)
    sources = {source["source_id"]: source for source in records(tables["sources"])}
    rows = [
        {
            "claim_id": claim["claim_id"],
            "statement": claim[f"statement_{language}"],
            "subject": entities[claim["subject"]],
            "property": properties[claim["property"]],
            "value": value_in_words(claim, entities, units, language),
            "polarity": word(claim["polarity"], language),
            "modality": modalities[claim["modality"]],
            "said_by": chain_in_words(chains.get(claim["claim_id"], []), entities, language),
            "quote": _words(evidence[claim["claim_id"]], "content"),
            "cue": _words(evidence[claim["claim_id"]], "cue"),
            "time": claim["time"],
            "condition": claim["condition"],
            "compared_to": entities.get(claim["compared_to"]),
            "verdict": verdicts.get(claim["claim_id"]),
            "outcome": outcomes.get(claim["claim_id"]),
            "source_id": claim["source_id"],
            "source_title": sources[claim["source_id"]]["title"],
            "published": sources[claim["source_id"]]["published"],
            "modality_rank": ranks[claim["modality"]],
            "subject_id": claim["subject"],
            "property_id": claim["property"],
            "proposition_id": claim["proposition_id"],
        }
        for claim in records(claims)
    ]
    types: dict[str, Any] = dict.fromkeys((column for column in COLUMNS if column not in _TAKEN), "string")
    types |= {"modality": pd.CategoricalDtype(list(modalities.values()), ordered=True), "modality_rank": "Int64"}
    worded = {column: pd.array([row[column] for row in rows], dtype=dtype) for column, dtype in types.items()}
    frame = pd.DataFrame({column: claims[column].array if column in _TAKEN else worded[column] for column in COLUMNS})
    frame.attrs = {**claims.attrs, "title": "Claims, flat", "columns": dict(COLUMNS)}
    return frame


def worded_by_claim(frame: pd.DataFrame, column: str, language: Language) -> dict[str, str]:
    """Claim ids to a column of a closed list, in words."""
    return {claim_id: word(value, language) for claim_id, value in zip(frame["claim_id"].tolist(), frame[column].tolist(), strict=True)}


def _grouped(frame: pd.DataFrame, claims: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in records(frame[frame["claim_id"].isin(claims["claim_id"])]):
        groups.setdefault(row["claim_id"], []).append(row)
    return groups


def _words(evidence: list[dict[str, Any]], role: str) -> str | None:
    return " … ".join(row["quote"] for row in evidence if row["role"] == role) or None
