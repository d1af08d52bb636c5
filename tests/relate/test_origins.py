"""How many origins stand behind some claims."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.relate.identities import Identities
from iddia.relate.origins import Origin, independent, origin

law = settings(deadline=None, max_examples=150)
NOBODY = Identities.of(())

# Chains, outermost first, None for a speaker without a name; "=paper" is an article's own word. Then pairs that may be the same.
# Whoever is cited is cited by the writer of "article".
TABLE: list[tuple[list[list[str | None]], list[tuple[str, str]], int]] = [
    ([], [], 0),
    ([["reuters"]], [], 1),
    ([["reuters"], ["reuters"]], [], 1),
    ([["reuters"], ["ft"]], [], 2),
    ([["ft", "reuters"], ["nyt", "reuters"]], [], 1),
    ([["ft", "reuters"], ["ft"]], [], 1),
    ([["ft", "anna"], ["ft", "bora"]], [], 2),
    ([["ft", "anna"], ["ft", "bora"], ["ft"]], [], 1),
    ([["ft", "anna"], ["=ft"]], [], 1),
    ([["=ft"], ["=nyt"]], [], 2),
    ([["=ft"], ["ft"]], [], 1),
    ([[None], [None]], [], 1),
    ([[None], ["ft"]], [], 2),
    ([["ft", None], ["ft"]], [], 1),
    ([["ft", None], ["nyt", None]], [], 1),
    ([["ft", None], ["nyt"]], [], 2),
    ([["ft", None], ["=ft"]], [], 1),
    ([["ft", None], ["nyt", None], ["nyt"]], [], 2),
    ([["ft", None], ["nyt"]], [("ft", "nyt")], 1),
    ([["ft", None], ["=nyt"]], [("nyt", "ft")], 1),
    ([[None], ["=article"]], [], 1),
    ([[None], ["article"]], [], 1),
    ([[None], ["anna"], ["=article"]], [], 2),
    ([["ft", None], ["=article"]], [], 2),
    ([[None], ["=nyt"]], [("article", "nyt")], 1),
    ([[None, "anna"], [None, "bora"]], [], 2),
    ([["anna"], ["bora"]], [("anna", "bora")], 1),
    ([["anna"], ["bora"]], [("bora", "anna"), ("anna", "bora")], 1),
    ([["=anna"], ["=bora"]], [("anna", "bora")], 1),
    ([["anna"], ["cem"]], [("anna", "bora"), ("bora", "cem")], 2),
    ([["anna"], ["bora"], ["cem"]], [("anna", "bora"), ("bora", "cem")], 1),
    ([["ft", "anna"], ["nyt"]], [("ft", "nyt")], 1),
    ([["ft", "anna"], ["=ft"], ["nyt", "bora"]], [], 2),
]


def made(chain: list[str | None]) -> Origin:
    own = chain[0] if chain[0] is not None and chain[0].startswith("=") else None
    return origin([], own[1:]) if own else origin(chain, "article")


@pytest.mark.parametrize(("chains", "pairs", "count"), TABLE)
def test_origins_are_counted_once_however_often_they_are_passed_on(
    chains: list[list[str | None]], pairs: list[tuple[str, str]], count: int
) -> None:
    for order in permutations(chains):
        assert independent(map(made, order), Identities.of(pairs)) == count


def test_the_innermost_speaker_is_the_origin_and_the_writer_where_nobody_is_cited() -> None:
    assert origin(["ft", "anna"], "paper") == Origin("anna", frozenset({"ft", "anna"}), "paper")
    assert origin(["ft", None], "paper") == Origin(None, frozenset({"ft"}), "paper")
    assert origin([], "paper") == Origin("paper", frozenset(), "paper")


def test_an_origin_is_named_by_its_end() -> None:
    assert origin(["ft", "anna"], "paper").name == "anna"
    assert origin([], "paper").name == "paper"
    assert origin(["ft", None], "paper").name == "an unnamed source"


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ([([None], "ft"), ([None], "nyt")], 1),
        ([([None], "ft"), ([], "ft")], 1),
        ([([None], "ft"), ([None], "nyt"), ([], "ft")], 2),
        ([([None], "ft"), ([None], "nyt"), ([], "ft"), ([], "nyt")], 2),
        ([([None], "ft"), (["ft"], "nyt")], 1),
        ([(["anna"], "ft"), ([], "ft")], 2),
        ([(["ft", None], "nyt"), ([], "nyt")], 2),
    ],
)
def test_an_unnamed_source_counts_with_its_writer_where_the_writer_speaks_and_all_others_as_one(
    said: list[tuple[list[str | None], str]], count: int
) -> None:
    for order in permutations(said):
        assert independent((origin(chain, writer) for chain, writer in order), NOBODY) == count


names = st.sampled_from(["a", "b", "c", "d", "e"])
chains = st.lists(st.lists(st.one_of(names, st.none()), max_size=3), min_size=1, max_size=6)
pairs = st.lists(st.tuples(names, names).filter(lambda pair: pair[0] != pair[1]), max_size=3)


@law
@given(chains, pairs, names)
def test_repeating_a_claim_or_its_order_makes_no_origin_and_none_are_more_than_the_claims(
    given_chains: list[list[str | None]], maybe: list[tuple[str, str]], writer: str
) -> None:
    origins = [origin(chain, writer) for chain in given_chains]
    count = independent(origins, Identities.of(maybe))
    assert 1 <= count <= len({one.end for one in origins})
    assert independent([*origins[::-1], *origins], Identities.of(maybe)) == count
    assert count <= independent(origins, NOBODY)


@law
@given(chains, names)
def test_a_further_claim_makes_at_most_one_more_origin(given_chains: list[list[str | None]], writer: str) -> None:
    origins = [origin(chain, writer) for chain in given_chains]
    assert independent(origins, NOBODY) <= independent(origins[1:], NOBODY) + 1
