"""What holds of the computed relations: who disagrees and agrees, explained, numbered and counted as docs/consistency.md says."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable

import pytest

pytestmark = pytest.mark.data

Row = dict[str, str]
Tables = dict[str, list[Row]]

DISAGREEING = ("contradicts", "in_tension")
LANGUAGES = ("en", "tr")
RUMOURS, COST, EXPLAINER = "r2-huawei-rumours", "deepseek-true-cost", "deepseek-explainer"
ASCEND, NVIDIA = "r2-ascend-delay", "r2-nvidia-delay"


def claims_of(tables: Tables) -> dict[str, dict[str, str]]:
    """For each relation its claims and the role of each."""
    found: dict[str, dict[str, str]] = {row["relation_id"]: {} for row in tables["relations"]}
    for row in tables["relation_members"]:
        found[row["relation_id"]][row["claim_id"]] = row["role"]
    return found


def test_just_what_disagrees_is_explained_and_in_both_languages(tables: Tables) -> None:
    bad = [
        row["relation_id"]
        for row in tables["relations"]
        for language in LANGUAGES
        if bool(row[f"explanation_{language}"].strip()) != (row["kind"] in DISAGREEING)
    ]
    assert not bad, bad
    assert {row["kind"] for row in tables["relations"]} >= {*DISAGREEING, "corroborates"}


def test_only_what_disagrees_is_open(tables: Tables) -> None:
    assert {row["kind"] for row in tables["relations"] if row["status"] == "open"} <= set(DISAGREEING)
    assert {row["status"] for row in tables["relations"]} == {"explained", "open"}


def test_an_explanation_is_written_for_its_relation_and_its_language(tables: Tables) -> None:
    texts = [row[f"explanation_{language}"] for row in tables["relations"] for language in LANGUAGES if row["kind"] in DISAGREEING]
    assert len(texts) == len(set(texts)) > 20
    assert not (short := [text for text in texts if len(text) < 100]), short


def test_members_are_claims_and_every_relation_has_some(tables: Tables) -> None:
    claims = {row["claim_id"] for row in tables["claims"]}
    assert not (unknown := {row["claim_id"] for row in tables["relation_members"]} - claims), unknown
    assert not (empty := [relation_id for relation_id, members in claims_of(tables).items() if not members]), empty


def test_a_disagreement_has_two_sides_unless_one_claim_breaks_a_rule_alone(tables: Tables) -> None:
    kinds = {row["relation_id"]: row["kind"] for row in tables["relations"]}
    bad = [
        relation_id
        for relation_id, members in claims_of(tables).items()
        if kinds[relation_id] in DISAGREEING and len(members) > 1 and len(set(members.values())) < 2
    ]
    assert not bad, bad


def test_what_agrees_says_the_same_of_the_same(tables: Tables) -> None:
    claims = {row["claim_id"]: row for row in tables["claims"]}
    members = claims_of(tables)
    bad = []
    for row in tables["relations"]:
        if row["kind"] == "corroborates":
            mine = members[row["relation_id"]]
            ends = {tuple(claims[one][column] for column in ("subject", "property", "compared_to", "per")) for one in mine}
            if len(ends) != 1 or set(mine.values()) != {"agrees"} or len(mine) < 2:
                bad.append(row["relation_id"])
    assert not bad, bad


def order(claim_id: str) -> tuple[str, int]:
    stem, _, number = claim_id.rpartition(".")
    return stem, int(number)


def test_a_relation_s_id_is_the_hash_of_its_rule_and_claims(tables: Tables) -> None:
    members = claims_of(tables)
    bad = []
    for row in tables["relations"]:
        words = "\n".join([row["rule"], *sorted(members[row["relation_id"]], key=order)])
        if row["relation_id"] != f"r-{hashlib.sha256(words.encode()).hexdigest()[:12]}":
            bad.append(row["relation_id"])
    assert not bad, bad


def test_the_arithmetic_in_words_has_no_hole_in_it(tables: Tables) -> None:
    hole = re.compile(r"[{}]|\b(None|nan|NaN|NaT|Decimal|Fraction|inf)\b|  |\(\)|: *[.;]")
    for language in LANGUAGES:
        texts = {row["relation_id"]: row[f"detail_{language}"] for row in tables["relations"]}
        assert not (bad := {name: text for name, text in texts.items() if hole.search(text) or not text.endswith(".")}), bad
    assert not (same := [row["relation_id"] for row in tables["relations"] if row["detail_en"] == row["detail_tr"]]), same


@pytest.mark.parametrize(
    ("kind", "sides"),
    [
        pytest.param("in_tension", [{f"{RUMOURS}.24"}, {f"{RUMOURS}.25"}, {f"{EXPLAINER}.40"}], id="twice R1, 1.2 trillion, 671 billion"),
        pytest.param("in_tension", [{f"{COST}.37"}, {f"{COST}.64"}], id="1.6 billion against over 500 million"),
        pytest.param("contradicts", [{f"{ASCEND}.07"}, {f"{ASCEND}.08"}], id="expected in May, absent in August"),
        pytest.param("contradicts", [{f"{ASCEND}.07"}, {f"{ASCEND}.30"}], id="May against September"),
        pytest.param("contradicts", [{f"{COST}.44"}, {f"{COST}.70"}], id="subsidiary against independent"),
        pytest.param("in_tension", [{f"{EXPLAINER}.17", f"{EXPLAINER}.53"}, {f"{COST}.30"}], id="low need against 50,000 GPUs"),
        pytest.param(
            "in_tension",
            [{f"{NVIDIA}.03", f"{NVIDIA}.10", f"{NVIDIA}.11"}, {f"{ASCEND}.10", f"{ASCEND}.27"}],
            id="cause of the delay",
        ),
        pytest.param(
            "in_tension",
            [{f"{RUMOURS}.38"}, {f"{ASCEND}.{number}" for number in (20, 21, 26, 44)}],
            id="82 percent against performance problems",
        ),
        pytest.param("in_tension", [{f"{COST}.57"}, {f"{COST}.78"}], id="6 million against 5 million"),
    ],
)
def test_the_clashes_that_a_reader_would_find_are_found(kind: str, sides: list[set[str]], tables: Tables) -> None:
    kinds = {row["relation_id"]: row["kind"] for row in tables["relations"]}
    found = []
    for relation_id, members in claims_of(tables).items():
        by_role: dict[str, set[str]] = defaultdict(set)
        for claim_id, role in members.items():
            by_role[role].add(claim_id)
        found.append((kinds[relation_id], sorted(map(sorted, by_role.values()))))
    assert (kind, sorted(map(sorted, sides))) in found


def test_what_may_be_the_same_is_registered(tables: Tables) -> None:
    maybe = {frozenset((row["entity_id"], row["maybe_same_as"])) for row in tables["identities"]}
    subjects = {row["claim_id"]: row["subject"] for row in tables["claims"]}
    members = claims_of(tables)
    resting = [
        frozenset(subjects[one] for one in members[row["relation_id"]]) for row in tables["relations"] if row["rule"] == "maybe_same"
    ]
    assert resting
    assert not (bad := [sorted(pair) for pair in resting if pair not in maybe]), bad


def test_parts_and_reductions_that_fit_make_no_clash(tables: Tables) -> None:
    """10,000 H800 and 10,000 H100 fit into about 50,000 Hopper GPUs, and 97.4 percent lower is a price."""
    rules = {row["rule"] for row in tables["relations"]}
    assert not rules & {"parts_within_total", "reduction_below_whole", "cheaper_means_reduction", "successor_comes_later"}


def origins(tables: Tables, claim_ids: Iterable[str]) -> int:
    """How many independent origins stand behind claims, the slow way: by joining whatever touches until nothing more does."""
    maybe = {frozenset((row["entity_id"], row["maybe_same_as"])) for row in tables["identities"]}
    home = {row["claim_id"]: row["source_id"] for row in tables["claims"]}
    writer = {row["source_id"]: row["translation_of"] or row["publisher"] or row["source_id"] for row in tables["sources"]}
    chains: dict[str, list[str]] = defaultdict(list)
    for row in sorted(tables["attributions"], key=lambda row: int(row["position"])):
        chains[row["claim_id"]].append(row["speaker"] or "unnamed")
    said = [(chains[one] or [writer[home[one]]], writer[home[one]]) for one in claim_ids]
    named = [(chain[-1], {*chain} - {"unnamed"}) for chain, _ in said if chain[-1] != "unnamed"]
    told = [{*chain} - {"unnamed"} or {by} for chain, by in said if chain[-1] == "unnamed"]

    def same(one: str, other: str) -> bool:
        return one == other or frozenset((one, other)) in maybe

    def touch(one: tuple[str, set[str]], other: tuple[str, set[str]]) -> bool:
        return any(same(end, name) for (end, _), (_, chain) in ((one, other), (other, one)) for name in chain)

    clusters = [{number} for number in range(len(named))]
    for number, one in enumerate(named):
        near = [cluster for cluster in clusters if number in cluster or any(touch(one, named[other]) for other in cluster)]
        clusters = [cluster for cluster in clusters if cluster not in near] + [set().union(*near)]
    apart = [through for through in told if not any(same(name, end) for name in through for end, _ in named)]
    return len(clusters) + bool(apart)


def test_independent_origins_are_counted_through_chains_translations_and_identities(tables: Tables) -> None:
    members = claims_of(tables)
    bad = {
        row["relation_id"]: (row["independent_origins"], count)
        for row in tables["relations"]
        if int(row["independent_origins"]) != (count := origins(tables, members[row["relation_id"]]))
    }
    assert not bad, bad
    assert all(1 <= int(row["independent_origins"]) <= len(members[row["relation_id"]]) for row in tables["relations"])


@pytest.mark.parametrize(
    ("claim_ids", "count"),
    [
        pytest.param({f"{COST}.01", f"{COST}.76"}, "1", id="one article twice"),
        pytest.param({f"{ASCEND}.28", f"{RUMOURS}.03", f"{NVIDIA}.31"}, "3", id="DeepSeek develops R2, in three articles"),
        pytest.param({f"{COST}.77", f"{ASCEND}.02", f"{RUMOURS}.07", f"{NVIDIA}.13"}, "4", id="DeepSeek developed R1, in four articles"),
        pytest.param({f"{ASCEND}.19", f"{RUMOURS}.06"}, "2", id="R2 on Huawei chips, by the Financial Times and by hearsay"),
    ],
)
def test_agreement_is_worth_as_much_as_its_origins(claim_ids: set[str], count: str, tables: Tables) -> None:
    members = claims_of(tables)
    agreeing = [row for row in tables["relations"] if row["kind"] == "corroborates" and set(members[row["relation_id"]]) == claim_ids]
    assert [row["independent_origins"] for row in agreeing] == [count]
