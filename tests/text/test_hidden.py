"""Hidden characters and formulas: what is seen passes, what is not is found at its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iddia.errors import printable
from iddia.text.hidden import first_hidden, is_control, is_formula, is_hidden, named

SEEN = st.text(st.characters(categories=["Lu", "Ll", "Nd", "Zs", "Pd", "Sc"], exclude_characters="\u2800"))
HIDDEN = (
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    *"\u200b\u2060\ufeff\u00ad\u180e\u034f\u3164\u2028\u2029\u0085\u0000\x7f\ud800\ue000\ufdd0",
    *"\U000e0001\U000e0041\U000e007f\U000e0100",
)


@pytest.mark.parametrize("letter", HIDDEN, ids=named)
@given(before=SEEN, behind=SEEN)
def test_a_hidden_character_is_found_where_it_is_and_shown_by_its_escape(letter: str, before: str, behind: str) -> None:
    text = before + letter + behind
    assert first_hidden(text) == len(before)
    assert letter not in printable(text)


@given(SEEN)
def test_what_is_seen_is_not_hidden(text: str) -> None:
    assert first_hidden(text) is None
    assert printable(text) == "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


@pytest.mark.parametrize(
    "text",
    [
        "çok güzel\n\tolduğu “söyleniyor” — 1,5 €",
        "👩‍💻 yazıyor",
        "👩🏽‍🚀",
        "❤️ ve ☎︎",
        "1️⃣",
        "🏳️‍🌈",
        "می‌خواهم",
        "क्‍ष",
        "İıĞğ i̇",
        "GPT‑4",
        "深度求索",
    ],
)
def test_joiners_and_selectors_may_do_their_work(text: str) -> None:
    assert first_hidden(text) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [("a\u200db", 1), ("Fe\u200cner", 2), ("\u200d", 0), ("👩\u200d", 1), ("\u200d👩", 0), ("a\ufe0f", 1), ("\ufe0f", 0), ("می\u200c", 2)],
)
def test_joiners_and_selectors_without_work_are_hidden(text: str, at: int) -> None:
    assert first_hidden(text) == at


@given(st.characters())
def test_a_control_character_is_hidden_and_a_name_tells_the_code_point(letter: str) -> None:
    assert is_hidden(letter) or not is_control(letter)
    assert named(letter).startswith(f"U+{ord(letter):04X}")
    assert unicodedata.name(letter, "") in named(letter)


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "\t=1", "\r=1", "\nx", "+x", "-x", "-2+3", "+1-2", "-2+3+cmd|' /C calc'!A0", "＝1", "－a", "- a"]
)
def test_what_a_spreadsheet_would_run_is_a_formula(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", ["", "-", "a=b", "-5", "+90", "-1,5", "-5 derece", "-5%", "+1.234,5 lira", " =1", "%5", "1-2", "“=”"])
def test_other_text_is_none(text: str) -> None:
    assert not is_formula(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_a_number_is_no_formula(number: object) -> None:
    assert not is_formula(f"{number:f}")
