"""Known answers: each ``tests/consistency/<case>.yaml`` is a small ledger with every relation that must be found, and no other.

``about`` says what is shown. ``entities``, ``units``, ``properties`` and ``constraints`` are laid over shared/vocabulary.yaml;
``default`` is what all claims have in common, ``claims`` are rows of the table of claims by id, without what is null or usual
(subject kandil-1, affirmed, asserted, exact). ``chain`` are the speakers of a claim, outermost first, "-" for one without a name;
``writer`` is who stands behind the article. In ``expect``, kind and rule name a relation, sides its claims by role,
``assuming`` the pairs of entities taken for one, ``detail`` words that the English detail holds, ``independent`` its origins.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from iddia.relate.identities import Identities
from iddia.relate.origins import independent, origin
from iddia.relate.relation import Relation

FOLDER = Path(__file__).resolve().parent.parent / "consistency"
CASES: dict[str, dict[str, Any]] = {  # all scalars as text, so that 97.4 stays decimal
    path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted(FOLDER.glob("*.yaml"))
}
KEYS = {"about", "entities", "units", "properties", "constraints", "default", "claims", "expect"}
HOLES = re.compile(r"[{}]|\b(None|nan|inf|infinity)\b|  ", re.IGNORECASE)
OF_ORIGIN = {"chain", "writer"}
ORDERS: dict[str, Callable[[list[str]], list[str]]] = {
    "as written": lambda ids: ids,
    "reversed": lambda ids: ids[::-1],
    "odd ones first": lambda ids: ids[1::2] + ids[::2],
}


def found(made: Callable[[Mapping[str, Any]], Any], case: Mapping[str, Any], ids: Sequence[str]) -> tuple[list[Relation], Identities]:
    claims = {claim_id: {key: value for key, value in (case["claims"][claim_id] or {}).items() if key not in OF_ORIGIN} for claim_id in ids}
    ledger = made({**case, "claims": claims})
    related = ledger.related
    assert not related.more
    return list(related.relations), Identities.of(ledger.vocabulary.identity_pairs)


def shown(relation: Relation) -> tuple[Any, ...]:
    """A relation as something to compare: kind, rule, claims by role, pairs assumed."""
    sides = {side.role: sorted(one.claim_id for one in side.statements) for side in relation.sides}
    return relation.kind, relation.rule, tuple(sorted((role, *ids) for role, ids in sides.items())), _pairs(relation.assuming)


def wanted(relation: Mapping[str, Any]) -> tuple[Any, ...]:
    sides = tuple(sorted((role, *sorted(ids)) for role, ids in relation["sides"].items()))
    return relation["kind"], relation["rule"], sides, _pairs(relation.get("assuming", ()))


def _pairs(pairs: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(sorted(pair)) for pair in pairs))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("name", CASES)
def test_exactly_the_known_relations_are_found_in_whatever_order_the_claims_come(
    name: str, order: str, made: Callable[[Mapping[str, Any]], Any]
) -> None:
    case = CASES[name]
    relations, _ = found(made, case, ORDERS[order](list(case["claims"])))
    assert sorted(map(shown, relations)) == sorted(map(wanted, case["expect"]))


@pytest.mark.parametrize("name", CASES)
def test_details_have_no_hole_and_say_what_is_known_and_origins_are_counted(name: str, made: Callable[[Mapping[str, Any]], Any]) -> None:
    case = CASES[name]
    relations, identities = found(made, case, list(case["claims"]))
    by_content = {shown(relation): relation for relation in relations}
    for expected in case["expect"]:
        relation = by_content[wanted(expected)]
        for words in expected.get("detail", ()):
            assert words in relation.detail[0]
        if "independent" in expected:
            origins = [_origin(case["claims"][claim_id], claim_id) for claim_id in relation.claim_ids]
            assert independent(origins, identities) == int(expected["independent"])
    for words in (words for relation in relations for words in relation.detail):
        assert words.strip()
        assert HOLES.search(words) is None


def _origin(claim: Mapping[str, Any], claim_id: str) -> Any:
    chain = [None if speaker == "-" else speaker for speaker in claim.get("chain", ())]
    return origin(chain, claim.get("writer", claim_id.rpartition(".")[0]))


@pytest.mark.parametrize("name", CASES)
def test_every_case_says_what_it_shows_and_names_claims_that_it_has(name: str) -> None:
    case = CASES[name]
    assert set(case) - KEYS == set()
    assert len(case["about"].split()) >= 4
    named = {claim_id for expected in case["expect"] for ids in expected["sides"].values() for claim_id in ids}
    assert named - set(case["claims"]) == set()


def test_no_two_cases_say_the_same() -> None:
    about = [CASES[name]["about"] for name in CASES]
    assert len(set(about)) == len(about) >= 45


def test_the_cases_show_every_rule_and_kind() -> None:
    expected = [relation for name in CASES for relation in CASES[name]["expect"]]
    assert {"value", "date", "polarity", "maybe_same", "strength", "agreement", "narrower"} - {one["rule"] for one in expected} == set()
    assert {one["kind"] for one in expected} == {"contradicts", "in_tension", "corroborates", "refines"}
