"""All disagreements, or all agreements, of the ledger or of one thing in it, as plain values with what outside sources say."""

from typing import Any

from iddia.analyst.disagreements import AGREEING, DISAGREEING, disagreements
from iddia.analyst.flat import records
from iddia.analyst.ledger import Ledger
from iddia.analyst.show import claims_on, find, id_of
from iddia.language import Language


def conflicts(
    ledger: Ledger, language: Language, *, about: str | None = None, related: bool = False, agreements: bool = False
) -> dict[str, Any]:
    """Counts and relations. ``about`` keeps to one relation, or to what a thing takes part in; UnknownIdError for what is neither."""
    table, row = find(ledger, about) if about is not None else ("", {})
    if table == "relations":
        agreements = row["kind"] in AGREEING
    kinds = AGREEING if agreements else DISAGREEING
    found = disagreements(ledger.tables, language, kinds)
    if table == "relations":
        found = [one for one in found if one["relation_id"] == row["relation_id"]]
    elif about is not None:
        wanted = set(claims_on(ledger, table, id_of(ledger, table, row), with_related=related)["claim_id"])
        found = [one for one in found if wanted & {claim["claim_id"] for side in one["sides"] for claim in side["claims"]}]
    if agreements:
        found.sort(key=lambda one: -one["independent_origins"])
    _assess(found, ledger, language)
    return {
        "about": about,
        "agreements": agreements,
        "claims": len(ledger.claims),
        "articles": len(ledger.sources),
        "sources": _sources(found, ledger),
        "kinds": {kind: sum(one["kind"] == kind for one in found) for kind in kinds},
        "open": sum(one["status"] == "open" for one in found),
        "relations": found,
    }


def _sources(found: list[dict[str, Any]], ledger: Ledger) -> list[dict[str, Any]]:
    """The articles that what was found runs through."""
    wanted = {claim["source_id"] for one in found for side in one["sides"] for claim in side["claims"]}
    taken = ("source_id", "title", "published")
    return [{column: row[column] for column in taken} for row in records(ledger.sources) if row["source_id"] in wanted]


def _assess(found: list[dict[str, Any]], ledger: Ledger, language: Language) -> None:
    """Put under each claim what outside sources say of it, in the language."""
    assessments = {row["claim_id"]: row for row in records(ledger.assessments)}
    for claim in (claim for one in found for side in one["sides"] for claim in side["claims"]):
        row = assessments.get(claim["claim_id"])
        taken = ("verdict", "certainty", "as_of")
        claim["assessment"] = row and {**{key: row[key] for key in taken}, "note": row[f"note_{language}"]}
