"""Safe edits: what is put in place of what, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iddia.errors import Edit, Place
from iddia.repair.edits import edited
from iddia.scalars import as_scalar
from iddia.yamlfile import Path_, parse_yaml

FILE = "seeds/x/reading.yaml"


def edit(text: str, path: Path_, words: str, *, is_safe: bool = True) -> Edit:
    """An edit of the value at ``path``, with the place that a problem has."""
    return Edit(parse_yaml(text, FILE).places[path], as_scalar(words), is_safe)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('a: 1\nq: "Fener\'in"  # c\nz: 2\n', 'a: 1\nq: "Fener’in"  # c\nz: 2\n', id="quoted"),
        pytest.param("q: 'Fener''in'\r\nz: 2\r\n", 'q: "Fener’in"\r\nz: 2\r\n', id="quoted singly, lines ending with CRLF"),
        pytest.param("q: Fener'in\nz: 2", 'q: "Fener’in"\nz: 2', id="plain"),
        pytest.param("{q: Fener'in, z: 2}", '{q: "Fener’in", z: 2}', id="in braces"),
        pytest.param("{\"q\":'Fener', z: 2}", '{"q": "Fener’in", z: 2}', id="right behind a colon"),
        pytest.param('q: "Fener\n  \'in"\nz: 2\n', 'q: "Fener’in"\nz: 2\n', id="over two lines"),
        pytest.param("q: |\n  Fener'in\nz: 2\n", 'q: "Fener’in"\nz: 2\n', id="literal"),
        pytest.param("q: >- # c\n  Fener\n  'in\n\n# d\nz: 2\n", 'q: "Fener’in" # c\n\n# d\nz: 2\n', id="folded, with a comment beside"),
        pytest.param("q: |\r\n  Fener'in\r\n\r\nz: 2\r\n", 'q: "Fener’in"\r\n\r\nz: 2\r\n', id="literal, lines ending with CRLF"),
        pytest.param("q: | # c\r\n  Fener'in\r\nz: 2\r\n", 'q: "Fener’in" # c\r\nz: 2\r\n', id="literal, with CRLF and a comment beside"),
        pytest.param("z: 😀\nq: |\n  Fener'in", 'z: 😀\nq: "Fener’in"', id="literal, at the end, behind an emoji"),
        pytest.param('\ufeffq: "Fener\'in"\n', 'q: "Fener’in"\n', id="behind a byte order mark"),
        pytest.param("---\nq: Fener\n...\n", '---\nq: "Fener’in"\n...\n', id="between document marks"),
    ],
)
def test_a_value_is_replaced_in_any_style(before: str, after: str) -> None:
    assert edited(before, [edit(before, ("q",), "Fener’in")]) == after


def test_several_are_made_at_once_whatever_their_order() -> None:
    text = "a: ['b''', {c: d'}]\ne: f\n"
    edits = [edit(text, ("a", 1, "c"), "d’ ve çok uzun"), edit(text, ("e",), "g"), edit(text, ("a", 0), "b’")]
    assert edited(text, edits) == 'a: ["b’", {c: "d’ ve çok uzun"}]\ne: g\n'


def test_of_two_at_one_place_the_first_is_made() -> None:
    text = "a: b\n"
    assert edited(text, [edit(text, ("a",), "c"), edit(text, ("a",), "d")]) == "a: c\n"


TEXT = 'a: "b c"\nd:\n  - e\n'


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(edit(TEXT, ("a",), "z", is_safe=False), id="not safe"),
        pytest.param(Edit(Place(FILE, 1, 4), "z", is_safe=True), id="no end"),
        pytest.param(Edit(Place(FILE, 1, 5, 1, 6), "z", is_safe=True), id="a part of a value"),
        pytest.param(Edit(Place(FILE, 1, 4, 2, 2), "z", is_safe=True), id="more than a value"),
        pytest.param(Edit(Place(FILE, 1, 1, 1, 2), "z", is_safe=True), id="a key"),
        pytest.param(Edit(Place(FILE, 3, 3, 3, 6), "z", is_safe=True), id="a list"),
        pytest.param(Edit(Place(FILE, 9, 1, 9, 2), "z", is_safe=True), id="beyond the end"),
        pytest.param(Edit(Place(FILE, 1, 4, 1, 4), "z", is_safe=True), id="nothing"),
        pytest.param(Edit(Place(FILE, 1, 9, 1, 4), "z", is_safe=True), id="backwards"),
        pytest.param(Edit(Place(FILE, 1, 4, 1, 9), "[z]", is_safe=True), id="no scalar"),
        pytest.param(Edit(Place(FILE, 1, 4, 1, 9), "z\nx: 1", is_safe=True), id="another key"),
        pytest.param(Edit(Place(FILE, 1, 4, 1, 9), '"z', is_safe=True), id="half a scalar"),
        pytest.param(Edit(Place(FILE, 1, 4, 1, 9), "z # y", is_safe=True), id="a comment too"),
        pytest.param(Edit(Place(FILE, 3, 5, 3, 6), "&z e", is_safe=True), id="an anchor"),
    ],
)
def test_what_is_no_edit_of_one_value_changes_nothing(wrong: Edit) -> None:
    assert edited(TEXT, [wrong]) == TEXT


def test_an_edit_in_a_file_that_cannot_be_read_changes_nothing() -> None:
    assert edited('a: b\nc: "\n', [Edit(Place(FILE, 1, 4, 1, 5), "z", is_safe=True)]) == 'a: b\nc: "\n'


def test_a_plain_word_that_braces_would_read_otherwise_changes_nothing() -> None:
    text = "{a: b, c: d}\n"
    assert edited(text, [Edit(Place(FILE, 1, 5, 1, 6), "x, y", is_safe=True)]) == text


PLAIN = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Co"], exclude_characters="\ufeff"))


@given(
    PLAIN.filter(str.strip),
    st.sampled_from(['"ab" # c', "|\n      a\n      b", ">-  # c\n      a\n\n      b", "a\n      b", "[a, b]", "''"]),
    st.booleans(),
)
def test_only_the_value_meant_changes_whatever_the_words(words: str, old: str, crlf: bool) -> None:
    text = f"x: 1\ny:\n  - q: {old}\n\n    r: 'r'\n# end\nz: [2]\n"
    text = text.replace("\n", "\r\n") if crlf else text
    before = parse_yaml(text, FILE)
    path: Path_ = ("y", 0, "q", 1) if old == "[a, b]" else ("y", 0, "q")
    after = edited(text, [edit(text, path, words)])
    holder = before.data["y"][0]["q"] if path[-1] == 1 else before.data["y"][0]
    holder[path[-1]] = words
    assert parse_yaml(after, FILE).data == before.data
    assert after.count("# ") - words.count("# ") == text.count("# ")
    assert ("\r\n" in after) == crlf
