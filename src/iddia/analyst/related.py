"""Which claims an entity takes part in, and which other entities stand near it."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd


def involvement(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Each pair of claim_id and entity_id such that the entity is the claim's subject, value, comparison or speaker."""
    claims = tables["claims"]
    ends = [(claims, "subject"), (claims, "value_entity"), (claims, "compared_to"), (tables["attributions"], "speaker")]
    pairs = pd.concat([frame[["claim_id", column]].set_axis(["claim_id", "entity_id"], axis=1) for frame, column in ends])
    return pairs.dropna().drop_duplicates(ignore_index=True)


def claims_of(tables: Mapping[str, pd.DataFrame], entity_ids: Iterable[str]) -> pd.DataFrame:
    """The rows of claims in which any of these entities takes part."""
    pairs, claims = involvement(tables), tables["claims"]
    return claims[claims["claim_id"].isin(pairs.loc[pairs["entity_id"].isin(list(entity_ids)), "claim_id"])]


def maybe_same(tables: Mapping[str, pd.DataFrame], entity_id: str) -> list[tuple[str, int]]:
    """Entities that may be one with this one, whichever of the two the pair names first, each with its row of identities."""
    pairs = zip(tables["identities"]["entity_id"].tolist(), tables["identities"]["maybe_same_as"].tolist(), strict=True)
    return [(other if one == entity_id else one, row) for row, (one, other) in enumerate(pairs) if entity_id in (one, other)]


def parts(tables: Mapping[str, pd.DataFrame], entity_id: str) -> list[str]:
    """Entities whose parent is this one, all levels down."""
    entities = tables["entities"].dropna(subset=["parent"])
    below: dict[str, list[str]] = {}
    for child, parent in zip(entities["entity_id"].tolist(), entities["parent"].tolist(), strict=True):
        below.setdefault(parent, []).append(child)
    found: dict[str, None] = {entity_id: None}
    waiting = [entity_id]
    while waiting:
        fresh = [child for child in below.get(waiting.pop(), ()) if child not in found]
        found.update(dict.fromkeys(fresh))
        waiting += fresh
    return [name for name in found if name != entity_id]


def related_ids(tables: Mapping[str, pd.DataFrame], entity_id: str) -> dict[str, str]:
    """Ids of all related entities to "part" or "maybe_same"; the latter where both are so."""
    return dict.fromkeys(parts(tables, entity_id), "part") | {other: "maybe_same" for other, _ in maybe_same(tables, entity_id)}


def related(tables: Mapping[str, pd.DataFrame], entity_id: str) -> list[dict[str, Any]]:
    """The related entities that have claims, those with most first."""
    counts = involvement(tables)["entity_id"].value_counts()
    found = [
        {"entity_id": other, "relation": relation, "claims": int(counts.get(other, 0))}
        for other, relation in related_ids(tables, entity_id).items()
    ]
    return sorted((one for one in found if one["claims"]), key=lambda one: (-one["claims"], one["entity_id"]))
