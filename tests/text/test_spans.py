import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.text.spans import Lines, Span, line_and_column

law = settings(deadline=None, max_examples=150)
texts = st.text(st.one_of(st.sampled_from("\r\n\x0b\x0c\x85\u2028 aİ😀"), st.characters(exclude_categories=["Cs"])))
offsets = st.integers(0, 8)
spans = st.tuples(offsets, offsets).map(lambda pair: Span(*sorted(pair)))


@law
@given(texts, st.data())
def test_a_span_cuts_out_what_lies_between_its_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert text[:start] + Span(start, end).cut(text) + text[end:] == text


@law
@given(spans, spans)
def test_spans_overlap_when_they_share_a_code_point(one: Span, other: Span) -> None:
    if one.start < one.end and other.start < other.end:
        shared = set(range(*one)) & set(range(*other))
        assert one.overlaps(other) == bool(shared)
        assert other.overlaps(one) == bool(shared)


@law
@given(spans, spans)
def test_a_span_holds_another_when_all_its_code_points_are_inside(one: Span, other: Span) -> None:
    if other.start < other.end:
        assert one.holds(other) == (set(range(*other)) <= set(range(*one)))


def _walk(text: str) -> list[tuple[int, int]]:
    """Line and column of every offset, by reading letter after letter."""
    line, column, places = 1, 1, []
    for index, letter in enumerate(text):
        places.append((line, column))
        if letter == "\n" or (letter == "\r" and text[index + 1 : index + 2] != "\n"):
            line, column = line + 1, 1
        else:
            column += 1
    return [*places, (line, column)]


@law
@given(texts)
def test_line_and_column_of_every_offset_are_those_a_reader_counts(text: str) -> None:
    expected = _walk(text)
    lines = Lines(text)
    assert [line_and_column(text, offset) for offset in range(len(text) + 1)] == expected
    assert [lines(offset) for offset in range(len(text) + 1)] == expected


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\n\rb", 3, (3, 1)),
        ("İ😀\u0307x", 3, (1, 4)),
        ("a\u2028b\x0cc\x85d", 6, (1, 7)),
    ],
)
def test_only_lf_cr_and_crlf_end_a_line(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert line_and_column(text, offset) == expected
