"""How many clashes are listed, of which claims, and how many instances of constraints are checked."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from iddia.relate.clashes import LISTED, clashes
from iddia.relate.grounding import index_of, instances
from iddia.relate.identities import Identities

Maker = Callable[[Mapping[str, Any]], Any]
WITHIN = {"within": {"for": {"x": "a"}, "check": "busy_chips(x) <= chips(x)"}}


def crowd(busy: int, whole: int, subject: str = "cluster") -> dict[str, dict[str, Any]]:
    """So many different numbers of busy chips, each more than each of so many numbers of chips."""
    few = {f"{subject}.{number}": {"property": "chips", "number": number} for number in range(1, whole + 1)}
    many = {f"{subject}.{100 + number}": {"property": "busy_chips", "number": 100 + number} for number in range(busy)}
    return {claim_id: {**claim, "subject": subject, "unit": "chip"} for claim_id, claim in {**few, **many}.items()}


@pytest.mark.parametrize(("busy", "whole", "listed", "more"), [(3, 4, 12, False), (10, 10, LISTED, False), (11, 10, LISTED, True)])
def test_at_most_a_hundred_clashes_of_what_hangs_together_are_listed_and_whether_there_are_more(
    busy: int, whole: int, listed: int, more: bool, made: Maker
) -> None:
    related = made({"constraints": WITHIN, "claims": crowd(busy, whole)}).related
    assert (len([one for one in related.relations if one.rule == "within"]), related.more) == (listed, more)


def test_each_component_has_its_own_hundred(made: Maker) -> None:
    related = made(
        {"constraints": WITHIN, "claims": {**crowd(11, 10), **crowd(11, 10, "cluster-east"), **crowd(2, 2, "cluster-west")}}
    ).related
    assert len([one for one in related.relations if one.rule == "within"]) == 2 * LISTED + 4
    assert related.more
    assert related.checked == {"within": 3}


def test_fewer_are_listed_on_demand(made: Maker) -> None:
    ledger = made({"constraints": WITHIN, "claims": crowd(3, 3)})
    index = index_of(ledger.statements)
    applied = list(instances(ledger.constraints[0], index, Identities.of(())))
    assert [(len(found.clashes), found.more) for found in (clashes(applied, limit) for limit in (1, 8, 9))] == [
        (1, True),
        (8, True),
        (9, False),
    ]


@pytest.mark.parametrize(
    ("claims", "checked"),
    [
        ({}, 0),
        ({"a.1": {"property": "chips", "subject": "cluster"}}, 0),
        ({"a.1": {"property": "chips", "subject": "cluster"}, "a.2": {"property": "busy_chips", "subject": "mum"}}, 0),
        ({"a.1": {"property": "chips", "subject": "cluster"}, "a.2": {"property": "busy_chips", "subject": "cluster"}}, 1),
        ({"a.1": {"property": "chips", "subject": "cluster"}, "a.2": {"property": "chips", "subject": "cluster"}}, 0),
        (
            {
                f"{subject}.{number}": {"property": name, "subject": subject}
                for subject in ("cluster", "mum")
                for number, name in enumerate(("chips", "busy_chips"))
            },
            2,
        ),
    ],
)
def test_a_rule_is_checked_for_each_thing_of_which_two_terms_are_claimed(
    claims: dict[str, dict[str, Any]], checked: int, made: Maker
) -> None:
    related = made({"constraints": WITHIN, "default": {"number": "5", "unit": "chip"}, "claims": claims}).related
    assert related.checked == ({"within": checked} if checked else {})


def test_a_rule_of_one_term_is_checked_for_each_thing_of_which_that_is_claimed_and_each_rule_on_its_own(made: Maker) -> None:
    rules = {
        "few": {"for": {"x": "a"}, "check": "chips(x) <= 50 chip"},
        "none": {"for": {"x": "a"}, "check": "broken_chips(x) <= 50 chip"},
        **WITHIN,
    }
    things = {"a.1": ("chips", "cluster"), "a.2": ("busy_chips", "cluster"), "b.1": ("chips", "mum"), "c.1": ("busy_chips", "fener")}
    claims = {claim_id: {"property": name, "subject": subject} for claim_id, (name, subject) in things.items()}
    related = made({"constraints": rules, "default": {"number": "5", "unit": "chip"}, "claims": claims}).related
    assert related.checked == {"few": 2, "within": 1}
    assert related.impossible == ()


LESS_THAN_NOTHING = {"less": {"for": {"x": "a"}, "check": "busy_chips(x) + idle_chips(x) < 0 chip"}}
NEVER = {
    "more": {"for": {"x": "a"}, "check": "chips(x) >= idle_chips(x) + 1 chip"},
    "fewer": {"for": {"x": "a"}, "check": "chips(x) <= idle_chips(x)"},
}
GIVEN = {"given_one": {"for": {"x": "a", "y": "b"}, "given": ["has_part(x, y)"], "check": "chips(x) < 0 chip"}}


@pytest.mark.parametrize(
    ("constraints", "impossible", "broken"),
    [
        (LESS_THAN_NOTHING, [("less",)], set()),
        (WITHIN, [], {("within", "a.1", "a.3")}),
        ({**WITHIN, **LESS_THAN_NOTHING}, [("less",)], {("within", "a.1", "a.3")}),
        ({**LESS_THAN_NOTHING, **WITHIN}, [("less",)], {("within", "a.1", "a.3")}),
        (NEVER, [("fewer", "more")], set()),
        ({"fewer": NEVER["fewer"], "more": NEVER["more"]}, [("more", "fewer")], {("fewer", "a.2", "a.3")}),
        ({**NEVER, **LESS_THAN_NOTHING}, [("less",), ("fewer", "more")], set()),
        (GIVEN, [("given_one",)], set()),
    ],
)
def test_a_rule_that_nothing_can_meet_is_named_with_those_it_excludes_and_what_others_say_is_said(
    constraints: dict[str, Any], impossible: list[tuple[str, ...]], broken: set[tuple[str, ...]], made: Maker
) -> None:
    numbers = {"a.1": ("busy_chips", 9), "a.2": ("idle_chips", 3), "a.3": ("chips", 5)}
    claims: dict[str, dict[str, Any]] = {claim_id: {"property": name, "number": number} for claim_id, (name, number) in numbers.items()}
    claims["a.4"] = {"property": "has_part", "entity": "cluster-east"}
    related = made({"constraints": constraints, "default": {"subject": "cluster", "unit": "chip"}, "claims": claims}).related
    assert sorted(related.impossible) == sorted(impossible)
    assert {(relation.rule, *relation.claim_ids) for relation in related.relations} == broken


def test_an_impossible_rule_is_named_once_however_often_it_applies(made: Maker) -> None:
    claims = {
        f"a.{place}{number}": {"property": name, "subject": subject, "number": "5", "unit": "chip"}
        for place, subject in enumerate(("cluster", "mum", "fener"))
        for number, name in enumerate(("busy_chips", "idle_chips"))
    }
    related = made({"constraints": LESS_THAN_NOTHING, "claims": claims}).related
    assert related.impossible == (("less",),)
    assert related.checked == {"less": 3}


def test_the_smaller_clashes_come_first(made: Maker) -> None:
    rule = {"within": {"for": {"x": "a"}, "check": "busy_chips(x) + idle_chips(x) <= chips(x)"}}
    numbers = {
        "a.1": ("idle_chips", 50),
        "a.2": ("busy_chips", 60),
        "a.3": ("chips", 99),
        "a.4": ("busy_chips", 101),
        "a.5": ("idle_chips", 102),
    }
    claims = {claim_id: {"property": name, "number": number} for claim_id, (name, number) in numbers.items()}
    ledger = made({"constraints": rule, "default": {"subject": "cluster", "unit": "chip"}, "claims": claims})
    found = clashes(instances(ledger.constraints[0], index_of(ledger.statements), Identities.of(())))
    assert [len(clash.choices) for clash in found.clashes] == [2, 2, 3]


def test_of_many_instances_that_hang_together_only_the_broken_one_is_told(made: Maker) -> None:
    rule = {"later": {"for": {"new": "a", "old": "b"}, "given": ["successor_of(new, old)"], "check": "chips(new) >= chips(old)"}}
    entities = {f"model-{number}": {"type": "model"} for number in range(60)}
    numbers = {number: 5 if number < 29 else 100 for number in range(60)} | {29: 29, 30: 5}
    claims: dict[str, dict[str, Any]] = {
        f"a.{number}": {"property": "chips", "subject": f"model-{number}", "number": chips, "unit": "chip"}
        for number, chips in numbers.items()
    }
    claims |= {
        f"b.{number}": {"property": "successor_of", "subject": f"model-{number}", "entity": f"model-{number - 1}"}
        for number in range(1, 60)
    }
    related = made({"constraints": rule, "entities": entities, "claims": claims}).related
    assert related.checked == {"later": 59}
    assert [relation.claim_ids for relation in related.relations] == [("a.29", "a.30", "b.30")]
    assert related.relations[0].detail[0] == (
        "Later. model-30, chips = 5 chip; model-29, chips = 29 chip. The first should be no less than the second, and is less."
    )
