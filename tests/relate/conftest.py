"""Made-up ledgers, laid over the vocabulary of tests/consistency/shared and made ready to be compared."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
import yaml

from iddia.model import lists
from iddia.model.registry import DefinedConstraint, DefinedModality, DefinedProperty, DefinedUnit, RegisteredEntity
from iddia.project.constraints import Constraint, compile_constraints
from iddia.project.vocabulary import Vocabulary
from iddia.relate.relations import Related, relate
from iddia.relate.statements import Statement, statement

SHARED = Path(__file__).resolve().parent.parent / "consistency" / "shared" / "vocabulary.yaml"
NUMBERS = ("number", "number_min", "number_max")
NULLS = (*NUMBERS, "unit", "value_entity", "value_date", "value_text", "value_boolean", "compared_to", "per", "time", "condition")
SHORT = {"min": "number_min", "max": "number_max", "entity": "value_entity", "date": "value_date", "text": "value_text"}


class Made(NamedTuple):
    """A made-up ledger."""

    vocabulary: Vocabulary
    constraints: list[Constraint]
    statements: list[Statement]

    @property
    def related(self) -> Related:
        return relate(self.statements, self.vocabulary, self.constraints)


@pytest.fixture(scope="session")
def made() -> Callable[[Mapping[str, Any]], Made]:
    """Makes a ledger of a mapping with entities, properties, units, constraints, claims and, as ``default``, what claims have in common."""
    shared = yaml.load(SHARED.read_text("utf-8"), yaml.BaseLoader)  # all scalars as text, so that 97.4 stays decimal

    def make(case: Mapping[str, Any]) -> Made:
        vocabulary = _vocabulary(shared, case)
        constraints, findings = compile_constraints(vocabulary)
        assert findings == []
        rows = [
            _row(claim_id, {**case.get("default", {}), **(given or {})}, vocabulary) for claim_id, given in case.get("claims", {}).items()
        ]
        return Made(vocabulary, constraints, [statement(row, vocabulary) for row in rows])

    return make


def _vocabulary(shared: Mapping[str, Any], case: Mapping[str, Any]) -> Vocabulary:
    def over(part: str) -> dict[str, dict[str, Any]]:
        theirs, ours = shared.get(part, {}), case.get(part, {})
        return {
            key: {**_named(key), **theirs.get(key, {}), **ours.get(key, {})}
            for key in (*theirs, *(key for key in ours if key not in theirs))
        }

    entities = {
        key: RegisteredEntity.model_validate(
            {"description": entity["label"], **entity, "maybe_same_as": [_possible(other) for other in entity.get("maybe_same_as", ())]}
        )
        for key, entity in over("entities").items()
    }
    properties = {
        key: DefinedProperty.model_validate(
            {"domain": ["any"], "range": ["any"] if one["value_kind"] == "entity" else [], "definition": one["label"], **one}
        )
        for key, one in over("properties").items()
    }
    units = {key: DefinedUnit.model_validate(one) for key, one in over("units").items()}
    modalities = {
        name: DefinedModality.model_validate(
            {**_named(name), "definition": _named(name)["label"], "rank": 1, **case.get("modalities", {}).get(name, {})}
        )
        for name in get_args(lists.Modality)
    }
    constraints = {
        key: DefinedConstraint.model_validate({"says": {"en": f"{key}.", "tr": f"{key}."}, **one})
        for key, one in case.get("constraints", {}).items()
    }
    return Vocabulary(entities, properties, units, modalities, {}, constraints)


def _named(key: str) -> dict[str, Any]:
    words = key.replace("_", " ")
    return {"label": {"en": words, "tr": words}}


def _possible(other: object) -> object:
    return {"entity": other, "reason": {"en": "maybe", "tr": "belki"}} if isinstance(other, str) else other


def _row(claim_id: str, given: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """A row of the table of claims."""
    claim = {SHORT.get(key, key): value for key, value in given.items()}
    for name in NUMBERS:
        if name in claim:
            claim[name] = Decimal(str(claim[name]))
    kind = vocabulary.properties[claim["property"]].value_kind
    if kind == "boolean":
        claim["value_boolean"] = str(claim.pop("boolean", "true")) == "true"
    return {
        **dict.fromkeys(NULLS),
        "claim_id": claim_id,
        "source_id": claim_id.rpartition(".")[0],
        "subject": "kandil-1",
        "polarity": "affirmed",
        "modality": "asserted",
        "value_kind": kind,
        "approximation": "exact" if kind == "quantity" else None,
        "statement_en": f"{claim_id} says so.",
        "statement_tr": f"{claim_id} böyle diyor.",
        **claim,
    }
