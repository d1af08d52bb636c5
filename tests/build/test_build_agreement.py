"""The measures of how far two readings agree, against numbers worked by hand."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from iddia.errors import ContributionError
from iddia.package.agreement import Read, agreement_page, kappa, pair_up
from iddia.text.spans import Span

Labels = list[tuple[str, str]]


def read(start: int, end: int, subject: str = "s", property_id: str = "p", modality: str = "asserted") -> Read:
    return Read(Span(start, end), subject, property_id, "number 1", "affirmed", modality)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        # 35 of 50 agree (0.7); by habit alone 0.5 * 0.6 + 0.5 * 0.4 = 0.5; (0.7 - 0.5) / 0.5
        ([("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15, 0.4),
        # 9 of 12 agree (0.75); by habit (5 * 4 + 4 * 5 + 3 * 3) / 144 = 49/144; (108 - 49) / (144 - 49)
        ([("a", "a")] * 4 + [("a", "b")] + [("b", "b")] * 3 + [("b", "c")] + [("c", "c")] * 2 + [("c", "b")], 59 / 95),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "a")] * 3, 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
    ],
)
def test_kappa_is_as_worked_by_hand(labels: Labels, expected: float) -> None:
    assert kappa(labels) == pytest.approx(expected)


def test_the_best_overlap_is_paired_first() -> None:
    first = [read(0, 10), read(8, 30)]
    second = [read(9, 30), read(0, 9)]
    assert pair_up(first, second) == [(first[1], second[0]), (first[0], second[1])]


def test_among_equal_overlaps_subject_and_property_decide_and_modality_does_not() -> None:
    one = read(0, 10, "deepseek", "training_cost", "alleged")
    second = [read(0, 10, "openai", "training_cost", "alleged"), read(0, 10, "deepseek", "training_cost", "asserted")]
    assert pair_up([one], second) == [(one, second[1])]


def test_quotes_that_only_touch_are_no_pair() -> None:
    assert pair_up([read(0, 10)], [read(10, 20)]) == []


def overlap(a: Read, b: Read) -> tuple[float, int]:
    shared = len(set(range(a.span.start, a.span.end)) & set(range(b.span.start, b.span.end)))
    either = len(set(range(a.span.start, a.span.end)) | set(range(b.span.start, b.span.end)))
    return shared / either, (a.subject == b.subject) + (a.property == b.property)


READS = st.lists(
    st.builds(
        lambda start, length, subject: read(start, start + length, subject), st.integers(0, 60), st.integers(1, 40), st.sampled_from("xy")
    ),
    max_size=5,
    unique=True,
)


@settings(deadline=None, max_examples=100)
@given(READS, READS)
def test_pairs_are_one_to_one_and_no_overlapping_two_are_left_alone(first: list[Read], second: list[Read]) -> None:
    pairs = pair_up(first, second)
    left, right = [a for a, _ in pairs], [b for _, b in pairs]
    assert len(set(left)) == len(set(right)) == len(pairs)
    assert set(left) <= set(first)
    assert set(right) <= set(second)
    assert all(overlap(a, b)[0] > 0 for a, b in pairs)
    assert not [(a, b) for a in set(first) - set(left) for b in set(second) - set(right) if overlap(a, b)[0] > 0]


@settings(deadline=None, max_examples=100)
@given(READS, READS, st.randoms(use_true_random=False))
def test_without_ties_neither_order_nor_who_is_first_matters(first: list[Read], second: list[Read], random: object) -> None:
    scores = [score for a in first for b in second if (score := overlap(a, b))[0] > 0]
    assume(len(scores) == len(set(scores)))
    pairs = set(pair_up(first, second))
    random.shuffle(first)  # type: ignore[attr-defined]
    random.shuffle(second)  # type: ignore[attr-defined]
    assert set(pair_up(first, second)) == pairs
    assert {(a, b) for b, a in pair_up(second, first)} == pairs


CLAIM = "{{quote: {quote}, subject: s, property: {property}, modality: {modality}, value: {{boolean: true}}}}"


@pytest.fixture
def two_readings(tmp_path: Path) -> Path:
    """An article of two claims: read alike by both, but for one quote, one property and one modality."""
    readers = tmp_path / "seeds" / "an-article" / "readers"
    readers.mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "agreement.head.md").write_text("# Head\n", "utf-8")
    (readers.parent / "article.txt").write_text("abcdefgh ijklmnop", "utf-8")
    for name, quote, property_id, modality in (("first", "abcdefgh", "p", "asserted"), ("second", "abcd", "q", "reported")):
        claims = [
            CLAIM.format(quote=quote, property=property_id, modality=modality),
            CLAIM.format(quote="ijkl", property="p", modality="alleged"),
        ]
        (readers / f"{name}.yaml").write_text("claims:\n" + "".join(f"- {claim}\n" for claim in claims), "utf-8")
    return tmp_path


def test_the_page_gives_the_shares_of_the_pairs(two_readings: Path) -> None:
    page = agreement_page(two_readings)
    assert page.startswith("# Head\n")
    assert "| an-article | 2 | 2 | 2 | 100% | 50% | 0.75 | 50% | 100% | 100% | 100% | 50% |" in page
    assert "| **all** | 2 | 2 | 2 | 100% | 50% | 0.75 | 50% | 100% | 100% | 100% | 50% |" in page
    assert "modality 0.33, polarity 1.00" in page
    assert page.endswith("- asserted / reported: 1\n")


def test_a_broken_reader_s_file_is_a_problem_with_its_place(two_readings: Path) -> None:
    (two_readings / "seeds" / "an-article" / "readers" / "second.yaml").write_text("claims: [\n", "utf-8")
    with pytest.raises(ContributionError, match=r"seeds/an-article/readers/second\.yaml:\d+:\d+: yaml-broken"):
        agreement_page(two_readings)
