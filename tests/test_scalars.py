"""A text that an edit writes reads back as itself."""

from hypothesis import example, given
from hypothesis import strategies as st

from iddia.scalars import as_scalar
from iddia.yamlfile import parse_yaml


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
@example("\x85\u2028\ufeff\ufffe\x7f\u00a0\U000e0041")
@example("null")
@example("2025-08-15")
@example("a: b # c")
def test_a_scalar_reads_back_as_the_text(text: str) -> None:
    read = parse_yaml(f"key: {as_scalar(text)}\n", "file.yaml")
    assert read.problems == []
    assert read.data == {"key": text}
