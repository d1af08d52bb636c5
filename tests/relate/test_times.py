"""Which claims are held against one another, by the times they speak of."""

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.relate.times import time_of, together

law = settings(deadline=None, max_examples=150)
Maker = Callable[[Mapping[str, Any]], Any]


def sets_of(made: Maker, times: list[str | None]) -> list[set[int]]:
    """The sets, as places in the list of times."""
    claims = {f"a.{number}": {"time": time, "number": number} for number, time in enumerate(times)}
    statements = made({"default": {"property": "chips", "unit": "chip"}, "claims": claims}).statements
    return [{int(one.claim_id[2:]) for one in contemporary} for contemporary in together(statements)]


@pytest.mark.parametrize(
    ("times", "sets"),
    [
        ([], [set()]),
        ([None, None], [{0, 1}]),
        (["2025"], [{0}]),
        (["2023", "2025"], [{0}, {1}]),
        (["2025", "2025-03", "2025-08"], [{0, 1}, {0, 2}]),
        (["2025-03-31", "2025-03", "2025-04"], [{0, 1}, {2}]),
        (["2025-01/2025-03-31", "2025-03-31/2025-05"], [{0, 1}]),
        (["2025-01/2025-03", "2025-02/2025-05", "2025-04/2025-08", "2025-06"], [{0, 1}, {1, 2}, {2, 3}]),
        (["2023", "XXXX-04", "2025"], [{0, 1}, {1, 2}]),
        (["2025", None], [{0, 1}]),
        (["2025", "2025-03", None, None, None], [{0, 1, 2, 3, 4}]),
        (["2023", "2025", None], [{0, 2}, {1, 2}]),
        (["2025", "XXXX-04", None, None], [{0, 1, 2, 3}]),
        (["2023", "2025", None, None], [{2, 3}, {0, 2, 3}, {1, 2, 3}]),
        (["2023", "2025", None, None, None], [{2, 3, 4}, {0, 2, 4}, {1, 2, 4}]),
        (["../2024", "2024/..", "2025"], [{0, 1}, {1, 2}]),
    ],
)
def test_sets_of_claims_are_as_large_as_their_times_allow(times: list[str | None], sets: list[set[int]], made: Maker) -> None:
    assert sets_of(made, times) == sets


months = st.integers(1, 12).map(lambda month: f"2025-{month:02}")
spans = st.tuples(months, months).map(lambda pair: "/".join(sorted(pair)))
stated = st.one_of(months, spans, st.sampled_from(["2025", "2024", "2025-05-17", "2025-05~", "XXXX-04", "2025-06/..", "../2025-02"]))


@law
@given(times=st.lists(stated, min_size=2, max_size=9))
def test_every_two_times_that_overlap_meet_in_a_set_and_no_others_do(times: list[str], made: Maker) -> None:
    claims = {f"a.{number}": {"time": time, "number": number} for number, time in enumerate(times)}
    statements = made({"default": {"property": "chips", "unit": "chip"}, "claims": claims}).statements
    sets = together(statements)
    for one, other in combinations(statements, 2):
        overlap = not time_of(one).apart(time_of(other))
        assert any(one in contemporary and other in contemporary for contemporary in sets) is overlap
    ids = [frozenset(one.claim_id for one in contemporary) for contemporary in sets]
    assert not any(one < other or (one == other and at != place) for at, one in enumerate(ids) for place, other in enumerate(ids))


@law
@given(times=st.lists(stated, min_size=1, max_size=4), timeless=st.integers(1, 6))
def test_without_a_time_the_lowest_and_the_highest_meet_every_time_and_the_others_only_where_all_times_overlap(
    times: list[str], timeless: int, made: Maker
) -> None:
    sets = sets_of(made, [*[None] * timeless, *times])
    first, last = 0, timeless - 1
    everybody = set(range(timeless + len(times)))
    assert all({first, last} <= one for one in sets)
    assert timeless == 1 or set(range(timeless)) in sets or sets == [everybody]
    assert all(len(one & set(range(timeless))) <= 2 for one in sets if one - set(range(timeless))) or sets == [everybody]
    assert (sets == [everybody]) is (len(sets_of(made, [*times])) == 1)
