"""What disagrees: each contradiction and tension with its sides, their words and speakers, the arithmetic and the explanation."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from iddia.analyst.flat import flatten, records
from iddia.language import Language
from iddia.wording import word

DISAGREEING = ("contradicts", "in_tension")
AGREEING = ("corroborates", "refines")
_SIDE = {
    "statement": "What the {} side says.",
    "said_by": "Who says so.",
    "modality": "How surely.",
    "quote": "In which words.",
    "verdict": "What outside sources say of it.",
    "claim_ids": "The claims, separated by spaces.",
}
COLUMNS = {
    "relation_id": "The relation.",
    "kind": "contradiction or tension.",
    "topic": "What it is about.",
    **{f"{column}_1": about.format("first") for column, about in _SIDE.items()},
    **{f"{column}_2": about.format("other") for column, about in _SIDE.items()},
    "detail": "The arithmetic in words.",
    "explanation": "Why they disagree.",
    "status": "explained, or open where what is known does not settle it.",
    "settled": "Whether outside sources settle it: settled when what they refute leaves no clash, in part, or not.",
    "independent_origins": "Origins of the claims that do not depend on one another, as far as the articles tell.",
    "articles": "How many articles it runs through.",
    "rule": "The rule or constraint that found it.",
}


def disagreements(tables: Mapping[str, pd.DataFrame], language: Language, kinds: Sequence[str] = DISAGREEING) -> list[dict[str, Any]]:
    """Relations of these kinds as plain values: contradictions first, then those that run through most articles."""
    relations = tables["relations"][tables["relations"]["kind"].isin(kinds)]
    members = tables["relation_members"][tables["relation_members"]["relation_id"].isin(relations["relation_id"])]
    claims = tables["claims"][tables["claims"]["claim_id"].isin(members["claim_id"])]
    flat = {claim["claim_id"]: claim for claim in judged_records(tables, claims, language)}
    sides: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for row in records(members):
        sides.setdefault(row["relation_id"], {}).setdefault(row["role"], []).append(flat[row["claim_id"]])
    found = [_content(relation, sides[relation["relation_id"]], language) for relation in records(relations)]
    return sorted(found, key=lambda one: (kinds.index(one["kind"]), -one["articles"], _ids(one), one["relation_id"]))


def judged_records(tables: Mapping[str, pd.DataFrame], claims: pd.DataFrame, language: Language) -> list[dict[str, Any]]:
    """Flat rows of claims as plain values, with the verdict of each that is more than a guess, and whether it denies."""
    columns = (tables["assessments"][column].tolist() for column in ("claim_id", "verdict", "certainty"))
    verdicts = {claim_id: verdict for claim_id, verdict, certainty in zip(*columns, strict=True) if certainty != "low"}
    denied = set(claims.loc[claims["polarity"] == "negated", "claim_id"])
    return [
        {**claim, "verdict_id": verdicts.get(claim["claim_id"]), "is_denied": claim["claim_id"] in denied}
        for claim in records(flatten(tables, claims, language))
    ]


def settled(sides: list[list[dict[str, Any]]], *, together: bool) -> str:
    """settled, in_part or not_settled: whether what outside sources refute leaves no clash, or decides at least some claims.

    What clashes only all ``together`` is settled by any side that is refuted; otherwise one side may stand.
    """
    refuted = [all(claim["verdict_id"] == "refuted" for claim in side) for side in sides]
    verdicts = {claim["verdict_id"] for side in sides for claim in side}
    if any(refuted) and (together or refuted.count(False) <= 1):
        return "settled"
    return "in_part" if verdicts & {"refuted", "supported"} else "not_settled"


def clash_together(sides: Mapping[str, list[dict[str, Any]]]) -> bool:
    """Whether the sides clash only all together, as three terms of a formula do; their roles are then named after properties."""
    properties = {claim["property_id"] for claims in sides.values() for claim in claims}
    return len(sides) > 2 and all(role.rstrip("0123456789").rstrip("_") in properties for role in sides)


def _content(relation: dict[str, Any], sides: dict[str, list[dict[str, Any]]], language: Language) -> dict[str, Any]:
    claims = [claim for role in sorted(sides, key=_role_order) for claim in sides[role]]
    return {
        "relation_id": relation["relation_id"],
        "kind": relation["kind"],
        "topic": topic(claims, language),
        "sides": [{"role": role, "claims": sides[role]} for role in sorted(sides, key=_role_order)],
        "detail": relation[f"detail_{language}"],
        "explanation": relation[f"explanation_{language}"],
        "status": relation["status"],
        "settled": settled(list(sides.values()), together=clash_together(sides)),
        "independent_origins": relation["independent_origins"],
        "articles": len({claim["source_id"] for claim in claims}),
        "rule": relation["rule"],
    }


def _ids(one: dict[str, Any]) -> tuple[str, str]:
    """What orders relations alike in every language: the ids of what the first claim is about."""
    first = one["sides"][0]["claims"][0]
    return first["subject_id"], first["property_id"]


def _role_order(role: str) -> tuple[str, int]:
    """side_10 behind side_2."""
    name, _, number = role.rpartition("_")
    return (name, int(number)) if number.isdigit() else (role, 0)


def topic(claims: list[dict[str, Any]], language: Language) -> str:
    """What some claims are about: their subjects and properties, two of each named; what all of them deny is marked."""
    denied = {claim["property"] for claim in claims} - {claim["property"] for claim in claims if not claim["is_denied"]}
    subjects = list(dict.fromkeys(claim["subject"] for claim in claims))
    properties = [
        word("denied", language).format(name) if name in denied else name for name in dict.fromkeys(claim["property"] for claim in claims)
    ]
    return ": ".join(", ".join([*names[:2], *(["…"] if len(names) > 2 else [])]) for names in (subjects, properties))


def as_frame(found: list[dict[str, Any]], language: Language) -> pd.DataFrame:
    """One row a disagreement; its first side stands against all others."""
    rows = []
    for one in found:
        sides = [one["sides"][0]["claims"], [claim for side in one["sides"][1:] for claim in side["claims"]]]
        row = {column: one[column] for column in COLUMNS if column in one}
        row |= {key: word(one[key], language) for key in ("kind", "status", "settled")}
        for number, claims in enumerate(sides, 1):
            row |= {f"{column}_{number}": _together(claims, column) for column in _SIDE}
        rows.append(row)
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    whole = ("independent_origins", "articles")
    frame = frame.astype({column: "Int64" if column in whole else "string" for column in COLUMNS})
    frame.attrs = {"title": "What disagrees", "columns": dict(COLUMNS)}
    return frame


def _together(claims: list[dict[str, Any]], column: str) -> str | None:
    if column == "claim_ids":
        return " ".join(claim["claim_id"] for claim in claims) or None
    return " | ".join(dict.fromkeys(claim[column] for claim in claims if claim[column] is not None)) or None
