"""d.account(): the side that a source or a speaker takes, and the fewest claims without which an account holds together."""

from collections.abc import Callable
from itertools import chain, combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.analyst.account import COLUMNS, account, fewest
from iddia.analyst.ledger import Ledger
from iddia.errors import UnknownIdError
from iddia.language import LANGUAGES, Language

Conflict = list[frozenset[str]]
Clashing = Callable[..., dict[str, pd.DataFrame]]


def settled(dropped: set[str] | tuple[str, ...], conflicts: list[Conflict]) -> bool:
    return all(any(side <= set(dropped) for side in conflict) for conflict in conflicts)


def a_conflict(claims: str, sides: int) -> st.SearchStrategy[Conflict]:
    side = st.frozensets(st.sampled_from(claims), min_size=1, max_size=3)
    return st.lists(side, min_size=2, max_size=sides, unique=True)


@given(st.lists(a_conflict("abcdef", 3), max_size=4))
@settings(deadline=None, max_examples=150)
def test_no_smaller_set_of_claims_settles_all_conflicts(conflicts: list[Conflict]) -> None:
    claims = sorted(set(chain(*chain(*conflicts))))
    smallest = next(count for count in range(len(claims) + 1) if any(settled(some, conflicts) for some in combinations(claims, count)))
    found = fewest(conflicts)
    assert settled(found, conflicts)
    assert len(found) == smallest


@given(st.lists(a_conflict("abcdefghijklmnopqrst", 4), min_size=6, max_size=15))
@settings(deadline=None, max_examples=60)
def test_however_many_conflicts_there_are_all_are_settled(conflicts: list[Conflict]) -> None:
    assert settled(fewest(conflicts), conflicts)


@pytest.mark.parametrize(
    ("conflicts", "dropped"),
    [
        ([], set()),
        ([["a", "b"]], {"a"}),
        ([["a", "b"], ["b", "c"]], {"b"}),
        ([["ab", "c"]], {"c"}),
        ([["abc", "d"], ["abc", "e"]], {"d", "e"}),
        ([["a", "b", "c"]], {"a"}),
        ([["b", "a"], ["d", "c"]], {"a", "c"}),
    ],
)
def test_the_fewest_claims_are_left_out_the_first_where_it_is_one_to_choose(conflicts: list[list[str]], dropped: set[str]) -> None:
    assert fewest([[frozenset(side) for side in conflict] for conflict in conflicts]) == dropped


def test_where_not_every_way_is_tried_what_is_left_out_already_costs_nothing_more() -> None:
    many = [[frozenset({f"p{number}"}), frozenset({f"q{number}", f"r{number}"})] for number in range(13)]
    first, last = [frozenset("z"), frozenset("xy")], [frozenset("mn"), frozenset("yz")]
    assert fewest([first, *many, last]) == {"y", "z", *(f"p{number}" for number in range(13))}


def test_a_firmer_and_a_weaker_word_for_one_thing_are_no_sides_of_an_account(d: Ledger) -> None:
    relations = d.relations.assign(rule=d.relations["rule"].replace({"date": "strength"}))
    found, left = (
        account({**d.tables, "relations": table}, {"r2-ascend-delay.07"}, "en")["topic"].tolist() for table in (d.relations, relations)
    )
    assert found == ["DeepSeek-R2: release date, is released (denied)", "DeepSeek-R2: release date"]
    assert left == found[:1]


def is_within(rule: str, held: set[str], sides: set[str]) -> bool:
    """Whether an account of these sides disagrees with itself: by any two, but by all three terms of the one formula that has three."""
    return held == sides if rule == "parameter_ratio" else len(held) > 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", ["deepseek-explainer", "deepseek-true-cost", "r2-ascend-delay", "r2-huawei-rumours", "r2-nvidia-delay"])
def test_an_account_takes_its_side_in_each_disagreement(d: Ledger, who: str, language: Language) -> None:
    frame = d.account(who, language)
    table = d.disagreements(language).set_index("relation_id")
    mine = set(d.claims.loc[d.claims["source_id"] == who, "claim_id"])
    statements = d.claims.set_index("claim_id")[f"statement_{language}"]
    flat = d.flat(language).set_index("claim_id")
    members = d.relation_members
    touched = members.loc[members["claim_id"].isin(list(mine)), "relation_id"]
    assert list(frame.columns) == list(COLUMNS)
    assert set(frame["relation_id"]) == set(touched) & set(table.index)
    for row in frame.to_dict("records"):
        sides = members[members["relation_id"] == row["relation_id"]]
        held = sides["claim_id"].isin(list(mine))
        assert row["within"] == is_within(table["rule"][row["relation_id"]], set(sides.loc[held, "role"]), set(sides["role"]))
        assert set(row["holds"].split(" | ")) == set(statements.loc[sides.loc[held, "claim_id"]])
        for column in ("modality", "said_by"):
            assert set(row[column].split(" | ")) == set(flat.loc[sides.loc[held, "claim_id"], column].astype(str))
        against = sides.loc[~sides["role"].isin(sides.loc[held, "role"]), "claim_id"]
        assert (set() if pd.isna(row["against"]) else set(row["against"].split(" | "))) == set(statements.loc[against])
        assert row["topic"] == table["topic"][row["relation_id"]]
        assert row["kind"] == table["kind"][row["relation_id"]]


def test_an_account_holds_together_without_what_is_left_out(d: Ledger) -> None:
    for who in d.sources["source_id"]:
        frame = d.account(who)
        dropped = set(frame.attrs["left_out"])
        mine = set(d.claims.loc[d.claims["source_id"] == who, "claim_id"]) - dropped
        members = d.relation_members[d.relation_members["relation_id"].isin(frame["relation_id"])]
        rules = d.relations.set_index("relation_id")["rule"]
        for relation_id, one in members.groupby("relation_id"):
            kept = set(one.loc[one["claim_id"].isin(list(mine)), "role"])
            assert not is_within(str(rules[relation_id]), kept, set(one["role"])), relation_id
        named = {claim_id for cell in frame["left_out"].dropna() for claim_id in cell.split()}
        assert named == dropped
        assert frame.loc[frame["left_out"].notna(), "within"].all()
    assert d.account("r2-ascend-delay").attrs["left_out"] == ["r2-ascend-delay.07"]


TERMS = {"a_01": {"property": "parameter_count"}, "a_02": {"property": "parameter_count"}, "a_03": {"property": "parameter_count_ratio"}}
SIDES = ("side_1", "side_2", "side_3")
ROLES = ("parameter_count", "parameter_count_2", "parameter_count_ratio")


@pytest.mark.parametrize(
    ("roles", "held", "left_out"),
    [
        (SIDES, ["a.01"], None),
        (SIDES, ["a.02", "a.03"], ["a.02"]),
        (SIDES, ["a.01", "a.02", "a.03"], ["a.01", "a.02"]),
        (ROLES, ["a.03"], None),
        (ROLES, ["a.01", "a.03"], None),
        (ROLES, ["a.01", "a.02", "a.03"], ["a.01"]),
    ],
)
def test_any_two_sides_are_at_odds_but_the_terms_of_a_formula_only_all_together(
    clashing: Clashing, roles: tuple[str, ...], held: list[str], left_out: list[str] | None
) -> None:
    claims = ("a.01", "a.02", "a.03")
    tables = clashing(dict(zip(claims, roles, strict=True)), **(TERMS if roles is ROLES else {}))
    frame = account(tables, set(held), "en")
    (row,) = frame.to_dict("records")
    assert frame.attrs["left_out"] == (left_out or [])
    assert row["within"] == bool(left_out)
    assert (None if pd.isna(row["left_out"]) else row["left_out"].split()) == left_out
    assert row["holds"] == " | ".join(f"English {claim_id}." for claim_id in held)
    against = " | ".join(f"English {claim_id}." for claim_id in claims if claim_id not in held)
    assert ("" if pd.isna(row["against"]) else row["against"]) == against


def test_an_account_tells_how_surely_it_holds_and_on_whose_word(clashing: Clashing) -> None:
    tables = clashing({"a.01": "side_1", "a.02": "side_1", "b.01": "side_2"}, a_02={"modality": "rumoured"})
    tables["attributions"] = pd.DataFrame(
        [{"claim_id": "a.02", "position": 1, "speaker": "financial-times", "speaker_kind": "named"}]
    ).reindex(columns=tables["attributions"].columns)
    frame = account(tables, {"a.01", "a.02"}, "tr")
    assert frame["modality"].tolist() == ["kesin bildirim | söylenti"]
    assert frame["said_by"].tolist() == ["yazarın kendisi | Financial Times"]
    assert frame["against_by"].tolist() == ["yazarın kendisi (b)"]


def test_a_publisher_answers_for_its_article_and_a_speaker_for_what_it_is_said_to_say(d: Ledger) -> None:
    assert d.account("DonanımHaber")["relation_id"].tolist() == d.account("r2-ascend-delay")["relation_id"].tolist()
    speaker = d.account("semianalysis-analysts")
    assert speaker["holds"].str.contains("10,000 H100|50,000").all()
    assert speaker["against_by"].tolist() == ["the writer (deepseek-explainer)"] * 2
    assert not speaker["within"].any()
    assert speaker["left_out"].isna().all()


def test_who_takes_no_side_has_an_empty_account(d: Ledger) -> None:
    frame = d.account("openai")
    assert frame.empty
    assert frame.attrs["left_out"] == []


def test_an_unknown_account_is_answered_with_the_nearest(d: Ledger) -> None:
    with pytest.raises(UnknownIdError, match=r"Did you mean donanimhaber\?"):
        d.account("donanimhabr")
