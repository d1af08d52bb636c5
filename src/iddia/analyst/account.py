"""What a source's or a speaker's account assumes: the side it takes wherever claims disagree."""

from collections.abc import Mapping
from itertools import combinations, product
from math import prod
from typing import Any

import pandas as pd

from iddia.analyst.disagreements import clash_together, disagreements
from iddia.language import Language
from iddia.wording import word

COLUMNS = ("relation_id", "kind", "topic", "holds", "modality", "said_by", "against", "against_by", "within", "left_out")
_MOST = 4096  # ways of leaving out one side of each conflict that are all tried, which takes a blink


def account(tables: Mapping[str, pd.DataFrame], claim_ids: set[str], language: Language) -> pd.DataFrame:
    """One row for each disagreement in which some of these claims take a side.

    ``within`` tells whether the account disagrees with itself there; ``left_out`` names the fewest claims without which the rest of
    the account holds together, so that all its other claims are a largest set that does.
    """
    found = [one for one in disagreements(tables, language) if one["rule"] != "strength"]
    mine = [(one, [_of(side, claim_ids) for side in one["sides"]]) for one in found]
    within = [(one, sides, _within(one, sides)) for one, sides in mine if any(sides)]
    dropped = fewest([conflict for _, _, conflicts in within for conflict in conflicts])
    rows = [_row(one, sides, dropped, language, within=bool(conflicts)) for one, sides, conflicts in within]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame = frame.astype({column: "boolean" if column == "within" else "string" for column in COLUMNS})
    frame.attrs = {"title": "What an account assumes", "left_out": sorted(dropped)}
    return frame


def _within(one: dict[str, Any], sides: list[frozenset[str]]) -> list[list[frozenset[str]]]:
    """Where the account disagrees with itself: in a formula by all its terms, otherwise by any two sides."""
    if clash_together({side["role"]: side["claims"] for side in one["sides"]}):
        return [sides] if all(sides) else []
    return [list(pair) for pair in combinations(filter(None, sides), 2)]


def _of(side: dict[str, Any], claim_ids: set[str]) -> frozenset[str]:
    return frozenset(claim["claim_id"] for claim in side["claims"]) & claim_ids


def fewest(conflicts: list[list[frozenset[str]]]) -> set[str]:
    """The fewest claims to leave out so that no conflict has claims on all its sides; greedy where there are many.

    A conflict is gone when one of its sides is left out as a whole.
    """
    if prod(map(len, conflicts)) <= _MOST:
        unions = (sorted({claim for side in chosen for claim in side}) for chosen in product(*conflicts))
        return set(min((len(claims), claims) for claims in unions)[1])
    dropped: set[str] = set()
    for conflict in conflicts:
        if not any(side <= dropped for side in conflict):
            dropped |= min(conflict, key=lambda side: (len(side - dropped), sorted(side)))
    return dropped


def _row(one: dict[str, Any], sides: list[frozenset[str]], dropped: set[str], language: Language, *, within: bool) -> dict[str, Any]:
    held = [claim for side, own in zip(one["sides"], sides, strict=True) if own for claim in side["claims"] if claim["claim_id"] in own]
    against = [claim for side, own in zip(one["sides"], sides, strict=True) if not own for claim in side["claims"]]
    return {
        "relation_id": one["relation_id"],
        "kind": word(one["kind"], language),
        "topic": one["topic"],
        "holds": " | ".join(claim["statement"] for claim in held),
        "modality": " | ".join(dict.fromkeys(claim["modality"] for claim in held)),
        "said_by": " | ".join(dict.fromkeys(claim["said_by"] for claim in held)),
        "against": " | ".join(claim["statement"] for claim in against) or None,
        "against_by": " | ".join(dict.fromkeys(f"{claim['said_by']} ({claim['source_id']})" for claim in against)) or None,
        "within": within,
        "left_out": " ".join(sorted(dropped & {claim["claim_id"] for claim in held})) if within else None,
    }
