"""The ledger as an analyst loads it, and a copy of the package that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import iddia
from iddia.analyst.ledger import Ledger

MadeUp = Callable[..., dict[str, pd.DataFrame]]


@pytest.fixture(scope="session")
def d() -> Ledger:
    return iddia.load()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The built package alone: tables, schemas, descriptor."""
    root = tmp_path / "package"
    for folder in ("data", "schema"):
        shutil.copytree(iddia.ROOT / folder, root / folder)
    shutil.copy(iddia.ROOT / "datapackage.json", root)
    return root


@pytest.fixture
def made_up(d: Ledger) -> MadeUp:
    """Tables with nothing in them but what the test says, beside the package's vocabularies and entities."""

    def tables(**rows: list[dict[str, Any]]) -> dict[str, pd.DataFrame]:
        emptied = ("sources", "claims", "evidence", "attributions", "relations", "relation_members", "predictions", "assessments")
        found = {name: d[name] for name in d} | {name: d[name].iloc[:0] for name in emptied}
        for name, given in rows.items():
            found[name] = pd.DataFrame(given).reindex(columns=d[name].columns).astype(d[name].dtypes.to_dict())
        return found

    return tables


@pytest.fixture
def clashing(made_up: MadeUp) -> MadeUp:
    """Tables with one relation: claims with their sides, and in ``given`` (a_01 for a.01) what a claim has of its own, verdict included."""

    def tables(roles: dict[str, str], kind: str = "contradicts", **given: dict[str, Any]) -> dict[str, pd.DataFrame]:
        particular = {claim_id: given.get(claim_id.replace(".", "_"), {}) for claim_id in roles}
        return made_up(
            sources=[{"source_id": source, "title": source} for source in sorted({claim_id.partition(".")[0] for claim_id in roles})],
            claims=[_claim(claim_id, **particular[claim_id]) for claim_id in roles],
            evidence=[
                {"claim_id": claim_id, "start": 0, "end": 1, "source_id": "a", "quote": f"of {claim_id}", "role": "content"}
                for claim_id in roles
            ],
            assessments=[
                {"claim_id": claim_id, "certainty": "medium", "as_of": "2025", "note_en": "So.", "note_tr": "Öyle.", **judged}
                for claim_id, one in particular.items()
                if (judged := {key: value for key, value in one.items() if key in ("verdict", "certainty")})
            ],
            relations=[
                {
                    "relation_id": "r-1",
                    "kind": kind,
                    "rule": "date",
                    "detail_en": "How.",
                    "detail_tr": "Nasıl.",
                    "independent_origins": 1,
                    "status": "open",
                    "explanation_en": "Why.",
                    "explanation_tr": "Neden.",
                }
            ],
            relation_members=[{"relation_id": "r-1", "claim_id": claim_id, "role": role} for claim_id, role in roles.items()],
        )

    return tables


def _claim(claim_id: str, **given: Any) -> dict[str, Any]:
    """A row of claims that needs only what a test is about."""
    return {
        "claim_id": claim_id,
        "source_id": claim_id.partition(".")[0],
        "proposition_id": "p-000000000000",
        "statement_en": f"English {claim_id}.",
        "statement_tr": f"Türkçe {claim_id}.",
        "subject": "deepseek-r2",
        "property": "release_date",
        "value_kind": "date",
        "value_date": "2025",
        "polarity": "affirmed",
        "modality": "asserted",
        **given,
    }
