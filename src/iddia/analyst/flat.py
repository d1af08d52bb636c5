"""One wide, readable table of all claims."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from iddia.analyst.wording import LANGUAGES, Language, chain_in_words, value_in_words

if TYPE_CHECKING:
    from iddia.analyst.ledger import Ledger


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dicts of plain values, nulls as None."""
    plain = {str(column): [None if pd.isna(value) else value for value in frame[column].tolist()] for column in frame.columns}
    return [dict(zip(plain, values, strict=True)) for values in zip(*plain.values(), strict=True)]


def labels(frame: pd.DataFrame, id_column: str, language: Language) -> dict[str, str]:
    """Ids to labels."""
    return dict(zip(frame[id_column].tolist(), frame[f"label_{language}"].tolist(), strict=True))


def flatten(ledger: "Ledger", language: Language) -> pd.DataFrame:
    """One row a claim; ids stay beside their labels, so that a row can be followed back."""
    if language not in LANGUAGES:
        raise ValueError(f"language is {language!r}, expected 'en' or 'tr'")
    entities = labels(ledger.entities, "entity_id", language)
    properties = labels(ledger.properties, "property_id", language)
    modalities = labels(ledger.modalities, "modality", language)
    units = labels(ledger.units, "unit_id", language)
    chains = _grouped(ledger.attributions.sort_values(["claim_id", "position"]))
    evidence = _grouped(ledger.evidence)
    sources = {source["source_id"]: source for source in records(ledger.sources)}
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
        for claim in records(ledger.claims)
    ]
    frame = pd.DataFrame(rows).astype({"number": "Float64"})
    strings = [column for column in frame.columns if column != "number"]
    frame = frame.astype(dict.fromkeys(strings, "string"))
    frame.attrs = {**ledger.claims.attrs, "title": "Claims, flat", "columns": {}}
    return frame


def _grouped(frame: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in records(frame):
        groups.setdefault(row["claim_id"], []).append(row)
    return groups


def _words(evidence: list[dict[str, Any]], role: str) -> str | None:
    return " … ".join(row["quote"] for row in evidence if row["role"] == role) or None
