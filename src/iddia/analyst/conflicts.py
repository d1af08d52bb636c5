"""All disagreements, or all agreements, of the ledger or of one thing in it, as plain values with what outside sources say."""

from typing import Any

from iddia.analyst.disagreements import DISAGREEING, disagreements
from iddia.analyst.flat import records
from iddia.analyst.ledger import Ledger
from iddia.analyst.show import claims_on
from iddia.wording import Language

AGREEING = ("corroborates", "refines")


def conflicts(
    ledger: Ledger, language: Language, *, about: str | None = None, related: bool = False, agreements: bool = False
) -> dict[str, Any]:
    """Counts and relations. Raises UnknownIdError where ``about`` is nothing that the ledger knows."""
    found = disagreements(ledger.tables, language, AGREEING if agreements else DISAGREEING)
    if about is not None:
        wanted = set(claims_on(ledger, about, with_related=related)["claim_id"])
        found = [one for one in found if wanted & {claim["claim_id"] for side in one["sides"] for claim in side["claims"]}]
    if agreements:
        found.sort(key=lambda one: -one["independent_origins"])
    notes = {row["claim_id"]: row for row in records(ledger.assessments)}
    for one in found:
        for side in one["sides"]:
            for claim in side["claims"]:
                assessment = notes.get(claim["claim_id"])
                claim["assessment"] = assessment and {
                    "verdict": assessment["verdict"],
                    "certainty": assessment["certainty"],
                    "as_of": assessment["as_of"],
                    "note": assessment[f"note_{language}"],
                }
    return {
        "about": about,
        "agreements": agreements,
        "claims": len(ledger.claims),
        "articles": len(ledger.sources),
        "kinds": {kind: sum(one["kind"] == kind for one in found) for kind in (AGREEING if agreements else DISAGREEING)},
        "open": sum(one["status"] == "open" for one in found),
        "relations": found,
    }
