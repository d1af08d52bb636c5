"""Who stands behind a proposition, and from how many independent origins."""

from collections.abc import Mapping

import pandas as pd

from iddia.analyst.flat import flatten, records
from iddia.language import Language
from iddia.relate.identities import Identities
from iddia.relate.origins import Origin, independent, origin, writer_of

COLUMNS = ("claim_id", "source_id", "statement", "modality", "said_by", "origin", "verdict", "quote")


def support(tables: Mapping[str, pd.DataFrame], claim_ids: list[str], language: Language) -> pd.DataFrame:
    """The claims, each with its origin; ``attrs["independent_origins"]`` says how many of these do not depend on one another."""
    claims = tables["claims"][tables["claims"]["claim_id"].isin(claim_ids)]
    origins = origins_of(tables, claims)
    frame = flatten(tables, claims, language)
    frame["origin"] = pd.array([origins[claim_id].name for claim_id in claims["claim_id"].tolist()], dtype="string")
    frame = frame[list(COLUMNS)].copy()
    identities = tables["identities"]
    pairs = zip(identities["entity_id"].tolist(), identities["maybe_same_as"].tolist(), strict=True)
    frame.attrs = {"title": "Support", "independent_origins": independent(origins.values(), Identities.of(pairs))}
    return frame


def same_content(tables: Mapping[str, pd.DataFrame], claim_id: str) -> list[str]:
    """Claims that say the same as this one: of its proposition, or in agreement with it."""
    claims, relations, members = tables["claims"], tables["relations"], tables["relation_members"]
    proposition = claims.loc[claims["claim_id"] == claim_id, "proposition_id"]
    agreeing = relations.loc[relations["kind"] == "corroborates", "relation_id"]
    mine = members.loc[(members["claim_id"] == claim_id) & members["relation_id"].isin(agreeing), "relation_id"]
    found = [
        *claims.loc[claims["proposition_id"].isin(proposition), "claim_id"],
        *members.loc[members["relation_id"].isin(mine), "claim_id"],
    ]
    return list(dict.fromkeys(found))


def origins_of(tables: Mapping[str, pd.DataFrame], claims: pd.DataFrame) -> dict[str, Origin]:
    """Where each of these claims comes from."""
    rows = records(tables["sources"])
    writers = {row["source_id"]: writer_of(row["source_id"], row["translation_of"], row["publisher"]) for row in rows}
    chains: dict[str, list[str | None]] = {}
    links = tables["attributions"].sort_values(["claim_id", "position"])
    for claim_id, speaker in zip(links["claim_id"].tolist(), links["speaker"].tolist(), strict=True):
        chains.setdefault(claim_id, []).append(None if pd.isna(speaker) else speaker)
    pairs = zip(claims["claim_id"].tolist(), claims["source_id"].tolist(), strict=True)
    return {claim_id: origin(chains.get(claim_id, ()), writers[source_id]) for claim_id, source_id in pairs}
