"""What is known of a claim besides its words: the relations it takes part in, what outside sources say, what became of it."""

from typing import Any

import pandas as pd

from iddia.analyst.disagreements import DISAGREEING
from iddia.analyst.flat import labels, records
from iddia.analyst.ledger import Ledger
from iddia.language import Language
from iddia.wording import number_in_words, word


class Judged:
    """Looks claims up in the tables that judge them."""

    def __init__(self, ledger: Ledger, language: Language) -> None:
        self.ledger, self.language = ledger, language
        self.units = labels(ledger.units, "unit_id", language)
        self.relations = {row["relation_id"]: row for row in records(ledger.relations)}
        self.members = _by(ledger.relation_members, "relation_id")
        self.of_claim = _by(ledger.relation_members, "claim_id")
        self.assessments = _by(ledger.assessments, "claim_id")
        self.predictions = _by(ledger.predictions, "claim_id")
        self.figures = _by(ledger.figures, "claim_id")
        self.citations = _by(ledger.assessment_references, "claim_id")
        self.references = {row["reference_id"]: row for row in records(ledger.references)}

    def of(self, claim_id: str) -> dict[str, Any]:
        """``relations``, ``assessment`` and ``prediction`` of a claim; the latter two None where there is none."""
        mine = [self._relation(row["relation_id"], claim_id) for row in self.of_claim.get(claim_id, ())]
        return {
            "relations": sorted(mine, key=lambda one: (not one["disagrees"], one["relation_id"])),
            "assessment": next((self._assessment(row) for row in self.assessments.get(claim_id, ())), None),
            "prediction": next((self._prediction(row) for row in self.predictions.get(claim_id, ())), None),
        }

    def _relation(self, relation_id: str, claim_id: str) -> dict[str, Any]:
        row = self.relations[relation_id]
        return {
            "relation_id": relation_id,
            "kind": row["kind"],
            "kind_in_words": word(row["kind"], self.language),
            "rule": row["rule"],
            "disagrees": row["kind"] in DISAGREEING,
            "detail": row[f"detail_{self.language}"],
            "with": [other["claim_id"] for other in self.members[relation_id] if other["claim_id"] != claim_id],
        }

    def _assessment(self, row: dict[str, Any]) -> dict[str, Any]:
        claim_id = row["claim_id"]
        cited = [self.references[link["reference_id"]] for link in self.citations.get(claim_id, ())]
        return {
            "verdict": word(row["verdict"], self.language),
            "certainty": word(row["certainty"], self.language),
            "as_of": row["as_of"],
            "note": row[f"note_{self.language}"],
            "figures": [self._figure(figure) for figure in self.figures.get(claim_id, ())],
            "references": [
                {key: one[key] for key in ("reference_id", "title", "publisher", "published", "url", "kind", "basis")} for one in cited
            ],
        }

    def _figure(self, row: dict[str, Any]) -> dict[str, Any]:
        result = f"{number_in_words(row['result'], self.language)} {self.units.get(row['unit'], '')}".strip()
        return {"label": row[f"label_{self.language}"], "formula": row["formula"], "reckoned": f"{row['formula']} = {result}"}

    def _prediction(self, row: dict[str, Any]) -> dict[str, Any]:
        return {
            "horizon": word("no_end", self.language)
            if row["horizon"].endswith("..")
            else word("due", self.language).format(row["horizon"]),
            "outcome": word(row["outcome"], self.language),
            "as_of": row["as_of"],
            "note": row[f"note_{self.language}"],
        }


def _by(frame: pd.DataFrame, column: str) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in records(frame):
        grouped.setdefault(row[column], []).append(row)
    return grouped
