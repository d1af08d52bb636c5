import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.text.anchors import AmbiguousError, NotFoundError, anchor, nearest, occurrences, same_letters, same_words
from iddia.text.spans import Span
from iddia.text.turkish import fold_typography, key

law = settings(deadline=None, max_examples=200)
letters = st.one_of(st.sampled_from("ab İIıi\u0307\u0301ß’'\u00ad😀\n"), st.characters(exclude_categories=["Cs"]))
texts = st.text(letters, min_size=1)
echoing = st.text(st.sampled_from("abİ\u0307"), min_size=1, max_size=12)


def _stretch(data: st.DataObject, text: str) -> Span:
    start = data.draw(st.integers(0, len(text) - 1))
    return Span(start, data.draw(st.integers(start + 1, len(text))))


def _outcome(text: str, quote: str, **which: object) -> Span | str:
    try:
        return anchor(text, quote, **which)  # type: ignore[arg-type]
    except (NotFoundError, AmbiguousError) as error:
        return type(error).__name__


@law
@given(st.one_of(texts, echoing), st.data())
def test_an_offset_cuts_out_its_quote(text: str, data: st.DataObject) -> None:
    span = _stretch(data, text)
    quote = span.cut(text)
    found = occurrences(text, quote)
    assert span in found
    assert found == [Span(start, start + len(quote)) for start in range(len(text)) if text[start : start + len(quote)] == quote]
    for number, one in enumerate(found, 1):
        assert anchor(text, quote, occurrence=number) == one
        assert one.cut(text) == quote
    assert _outcome(text, quote, occurrence=len(found) + 1) == "NotFoundError"
    assert _outcome(text, quote) == (span if len(found) == 1 else "AmbiguousError")


@law
@given(echoing, st.data())
def test_after_takes_the_first_place_behind_words_found_once(text: str, data: st.DataObject) -> None:
    quote, before = _stretch(data, text).cut(text), _stretch(data, text)
    words = before.cut(text)
    behind = [span for span in occurrences(text, quote) if span.start >= before.end]
    expected: Span | str = behind[0] if behind else "NotFoundError"
    if len(occurrences(text, words)) > 1:
        expected = "AmbiguousError"
    assert _outcome(text, quote, after=words) == expected


@law
@given(echoing, st.data())
def test_near_takes_the_only_place_inside_and_changes_nothing_else(text: str, data: st.DataObject) -> None:
    quote, near = _stretch(data, text).cut(text), _stretch(data, text)
    inside = [span for span in occurrences(text, quote) if near.start <= span.start and span.end <= near.end]
    assert _outcome(text, quote, near=near) == (inside[0] if len(inside) == 1 else _outcome(text, quote))


def test_an_ambiguous_quote_names_all_its_places() -> None:
    with pytest.raises(AmbiguousError) as caught:
        anchor("aaa", "aa")
    assert caught.value.spans == [Span(0, 2), Span(1, 3)]


@pytest.mark.parametrize("quote", ["", "Model", "modell", "mode\u0307l", "model\u00ad"])
def test_what_is_not_there_by_exact_code_points_is_not_found(quote: str) -> None:
    with pytest.raises(NotFoundError):
        anchor("bir model", quote)


@pytest.mark.parametrize("after", ["", "yok"])
def test_after_words_that_are_not_there_nothing_is_found(after: str) -> None:
    with pytest.raises(NotFoundError):
        anchor("bir model", "model", after=after)


@law
@given(st.one_of(texts, echoing), st.data(), st.sampled_from(["NFC", "NFD"]))
def test_other_letters_point_at_the_words_meant(text: str, data: st.DataObject, form: Literal["NFC", "NFD"]) -> None:
    quote = _stretch(data, text).cut(text)
    spelt = unicodedata.normalize(form, quote).replace("'", "’").replace("i", "İ").replace("a", "a\u00ad")
    hint = same_letters(text, spelt)
    if hint is not None:
        assert key(hint.cut(text)) == key(quote) != ""
    elif quote.isascii() and quote.strip("\n") and key(text).count(key(quote)) == 1:
        assert len(occurrences(key(text), key(quote))) > 1  # overlapping places


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("NVIDIA'NIN", "Nvidia’nın"),
        ("ıstanbul", "İstanbul"),
        ("ÇİPLER", "çipler"),
        ("c\u0327ipler", "çipler"),
        ("çip\u00adler", "çipler"),
        ("Stras", None),
        ("yok", None),
        ("a", None),
        ("\u00ad", None),
    ],
)
def test_other_letters_are_told_from_other_words(quote: str, expected: str | None) -> None:
    text = "Nvidia’nın İstanbul çipler Straße"
    hint = same_letters(text, quote)
    assert (hint.cut(text) if hint else None) == expected


RESPELT = {"'": "’", "’": "'", '"': "“", "-": "–", " ": "\u00a0", "\n": " "}


@law
@given(st.one_of(texts, echoing), st.data(), st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_other_typography_points_at_the_words_meant(text: str, data: st.DataObject, form: Literal["NFC", "NFD"], respell: bool) -> None:
    quote = _stretch(data, text).cut(text)
    spelt = unicodedata.normalize(form, "".join(RESPELT.get(letter, letter) if respell else letter for letter in quote))
    hint = same_words(text, spelt)
    if hint is not None:
        assert fold_typography(hint.cut(text)).text.strip() == fold_typography(quote).text.strip() != ""
    elif quote.strip() and (folded := fold_typography(quote.strip()).text):
        assert len(occurrences(fold_typography(text).text, folded)) > 1  # in several places, or as a part of other letters


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Nvidia'nın", "Nvidia’nın"),
        ("dag\u0306", "dağ"),
        ("dag", None),
        ("ÇİPLER", None),
        ("oldu", None),
        ("bir iki", "bir\n\u00a0iki"),
        (" üç “dört” ", 'üç "dört"'),
        ("beş–altı", "beş-altı"),
        ("ye\u00addi", "yedi"),
        ("...", "…"),
        ("", None),
        ("\u00ad", None),
    ],
)
def test_typography_is_told_from_other_letters(quote: str, expected: str | None) -> None:
    text = 'Nvidia’nın dağ öldü bir\n\u00a0iki üç "dört" beş-altı yedi çipler …'
    hint = same_words(text, quote)
    assert (hint.cut(text) if hint else None) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("yeni modelini Mayıs ayında cıkarması", "yeni modelini Mayıs ayında çıkarması"),
        ("yeni modelinin Mayıs ayında", "yeni modelini Mayıs ayında"),
        ("odelini Mayıs ayındx", "modelini Mayıs ayında"),
        ("delini Mayys ayın", "modelini Mayıs ayında"),
        ("BEKLENIYORDU", "bekleniyordu"),
        ("zzzz qqqq xxxx", None),
        ("", None),
    ],
)
def test_the_nearest_words_are_shown_whole(quote: str, expected: str | None) -> None:
    text = "Şirketin yeni modelini Mayıs ayında çıkarması bekleniyordu."
    found = nearest(text, quote)
    assert (found.cut(text).strip() if found else None) == expected


@law
@given(texts, texts)
def test_a_nearest_match_is_some_words_of_the_text(text: str, quote: str) -> None:
    found = nearest(text, quote)
    assert found is None or (0 <= found.start < found.end <= len(text))


SENTENCES = [f"Model {number}, önceki yıl alınan {number * 7} çiple eğitildi ve ilgi gördü." for number in range(200)]
LONG = " ".join(SENTENCES)


@pytest.mark.parametrize(("first", "last"), [(0, 60), (20, 199), (150, 199)])
def test_long_words_with_a_slip_in_the_middle_are_found_by_their_ends(first: int, last: int) -> None:
    meant = " ".join(SENTENCES[first:last])
    middle = len(meant) // 2
    found = nearest(LONG, f"{meant[:middle]}x{meant[middle + 1 :]}")
    assert found is not None
    assert found.cut(LONG) == meant


def test_long_words_whose_ends_stand_the_other_way_round_are_nowhere() -> None:
    quote = f"{' '.join(SENTENCES[100:130])} bambaşka {' '.join(SENTENCES[:30])}"
    assert nearest(LONG, quote) is None


def test_words_just_so_long_are_compared_whole_and_longer_ones_by_their_ends() -> None:
    def at_length(length: int) -> Span | None:
        half = length // 2
        return nearest(LONG, LONG[4000 : 4000 + half] + "zq" * 20 + LONG[200 : 200 + length - half - 40])

    whole, by_ends = at_length(2000), at_length(2001)
    assert whole is not None
    assert by_ends is None


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("abcdefgh", "bcdxfg", "abcdefgh"),
        ("bu modellerin biri", "delxerin", "modellerin"),
        ("bu modellerin biri", "odellxri", "modellerin"),
        ("x, modellerimizdeki", "x, modelxerimiz", "x, modellerimizdeki"),
    ],
)
def test_a_nearest_match_is_widened_to_whole_words_and_no_further(text: str, quote: str, expected: str) -> None:
    found = nearest(text, quote, 50)
    assert found is not None
    assert found.cut(text) == expected


def test_how_alike_words_must_be_is_told_in_percent() -> None:
    text, quote = "abcdefghij", "abcdexxxxx"
    assert nearest(text, quote, 50) is not None
    assert nearest(text, quote, 99) is None
