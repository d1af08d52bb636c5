"""One entity, claim, source, property, relation, reference, unit or modality with its claims, as plain values."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from iddia.analyst.disagreements import AGREEING, DISAGREEING, disagreements, judged_records
from iddia.analyst.flat import records
from iddia.analyst.judged import Judged
from iddia.analyst.ledger import Ledger
from iddia.analyst.nearest import nearest_id
from iddia.analyst.related import claims_of, maybe_same, related, related_ids
from iddia.errors import UnknownIdError
from iddia.language import Language
from iddia.text.turkish import key

KINDS = (*DISAGREEING, *AGREEING)
# The tables that are looked through, in this order, and the columns of claims that refer to them.
_TABLES = {
    "claims": ("claim_id",),
    "sources": ("source_id",),
    "entities": (),
    "properties": ("property",),
    "units": ("unit", "per"),
    "modalities": ("modality",),
    "relations": (),
    "references": (),
}
# The tables through which claims are found that do not refer to an id themselves.
_THROUGH = {"relations": ("relation_members", "relation_id"), "references": ("assessment_references", "reference_id")}


def find(ledger: Ledger, what: str) -> tuple[str, dict[str, Any]]:
    """The table and row that an id (or an entity's name) stands for. Raises UnknownIdError with the nearest id."""
    wanted = what.strip()
    for table in _TABLES:
        matches = ledger[table][_equal(ledger[table][_key(ledger, table)], wanted)]
        if len(matches):
            return table, records(matches)[0]
    if (row := _labelled(ledger, wanted)) is not None:
        return "properties", row
    try:
        return find(ledger, ledger.entity_id(wanted))
    except UnknownIdError:
        nearest = nearest_id(wanted, _ids(ledger))
        hint = f"did you mean {nearest}?" if nearest else "iddia info names the sources; d.entities, d.properties and d.claims list all ids"
        raise UnknownIdError(f"there is no entity, claim, source, property, relation or reference {what!r}; {hint}") from None


def _labelled(ledger: Ledger, wanted: str) -> dict[str, Any] | None:
    """The property that has this label in either language."""
    rows = records(ledger.properties)
    return next((row for row in rows if key(wanted) in (key(row["label_en"]), key(row["label_tr"]))), None)


def id_of(ledger: Ledger, table: str, row: dict[str, Any]) -> str:
    """The id of a row of this table."""
    return str(row[_key(ledger, table)])


def _key(ledger: Ledger, table: str) -> str:
    return str(ledger.schema(table)["primaryKey"][0])


def _ids(ledger: Ledger) -> Iterator[str]:
    for table in _TABLES:
        yield from ledger[table][_key(ledger, table)].tolist()


def _equal(column: pd.Series, wanted: str) -> pd.Series:
    return (column == wanted).fillna(False).astype(bool)


def page(ledger: Ledger, what: str, language: Language, *, with_related: bool = False) -> dict[str, Any]:
    """Everything about one id as plain values: what it is, its names if any, and the claims in which it takes part.

    ``with_related`` takes in the claims of an entity's related ones; those are named in either case.
    """
    table, row = find(ledger, what)
    found = id_of(ledger, table, row)
    content: dict[str, Any] = {"table": table, "id": found, **row}
    if table == "entities":
        names = records(ledger.names[_equal(ledger.names["entity_id"], found)])
        content["names"] = [{key: name[key] for key in ("name", "kind", "language")} for name in names]
        reasons = ledger.identities[f"reason_{language}"].tolist()
        content["maybe_same_as"] = [{"entity_id": other, "reason": reasons[at]} for other, at in maybe_same(ledger.tables, found)]
        content["related"] = related(ledger.tables, found)
    claims = claims_on(ledger, table, found, with_related=with_related)
    judged = Judged(ledger, language)
    flat = judged_records(ledger.tables, claims, language)
    if table == "relations":
        alone = {**ledger.tables, "relations": ledger.relations[_equal(ledger.relations["relation_id"], found)]}
        content["title"] = disagreements(alone, language, KINDS)[0]["topic"]
    content["claims"] = [{**_claim(ledger, claim), **judged.of(claim["claim_id"])} for claim in flat]
    return content


def claims_on(ledger: Ledger, table: str, found: str, *, with_related: bool = False) -> pd.DataFrame:
    """The rows of claims in which the thing with the id ``found`` of ``table`` takes part."""
    if table == "entities":
        published = ledger.sources.loc[_equal(ledger.sources["publisher"], found), "source_id"]
        own = ledger.claims[ledger.claims["source_id"].isin(published)]
        part_in = claims_of(ledger.tables, [found, *(related_ids(ledger.tables, found) if with_related else ())])
        return ledger.claims[
            ledger.claims["claim_id"].isin([*own["claim_id"], *part_in["claim_id"]])
        ]  # an outlet stands for what it printed
    if table in _THROUGH:
        through, column = _THROUGH[table]
        links = ledger[through]
        return ledger.claims[ledger.claims["claim_id"].isin(links.loc[_equal(links[column], found), "claim_id"])]
    taking_part = [_equal(ledger.claims[column], found) for column in _TABLES[table]]
    return ledger.claims[pd.concat(taking_part, axis=1).any(axis=1)]


def _claim(ledger: Ledger, flat: dict[str, Any]) -> dict[str, Any]:
    evidence = ledger.evidence[_equal(ledger.evidence["claim_id"], flat["claim_id"])]
    return {**flat, "evidence": [{key: row[key] for key in ("role", "start", "end", "quote")} for row in records(evidence)]}
