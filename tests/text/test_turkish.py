import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.text.turkish import WORD, fold, key, suffix_after

law = settings(deadline=None, max_examples=200)
TRICKY = "İIıiğĞşŞçÇöÖüÜâ’'‘ʼ“\"\u00ad\u200b\ufeff\u0307\u0301\u00a0ßﬁŉΐ😀 aA1\n"
texts = st.text(st.one_of(st.sampled_from(TRICKY), st.characters(exclude_categories=["Cs"])))


@law
@given(texts)
def test_folding_is_letter_by_letter_and_every_letter_knows_its_origin(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert folded.origin[-1] == len(text)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(letter in fold(text[origin]).text for letter, origin in zip(folded.text, folded.origin, strict=False))
    assert folded.text == key(text) == "".join(key(letter) for letter in text)


@law
@given(texts, st.data())
def test_every_folded_stretch_maps_back_to_letters_that_fold_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    cut = key(folded.back(start, end).cut(text))
    wanted = folded.text[start:end]
    whole_letters = all(edge == 0 or folded.origin[edge] != folded.origin[edge - 1] for edge in (start, end))
    assert cut == wanted if whole_letters or start == end else wanted in cut


@law
@given(texts, st.data())
def test_every_stretch_of_the_original_is_found_where_its_letters_folded_to(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    folded = fold(text)
    first, last = (sum(origin < edge for origin in folded.origin[:-1]) for edge in (start, end))
    assert folded.text[first:last] == key(text[start:end])
    if first < last:
        back = folded.back(first, last)
        assert key(text[start : back.start]) == ""
        assert key(text[end : back.end]) == ""


@law
@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert key(key(text)) == key(text)


@law
@given(texts)
def test_composed_and_decomposed_accents_fold_alike(text: str) -> None:
    assert key(unicodedata.normalize("NFD", text)) == key(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "spelling",
    [
        "İSTANBUL’DA IŞIK",
        "istanbul'da ışık",
        "I\u0307stanbul'da is\u0327ik",
        "ıstanbul‘da isık",
        "İs\u00adtan\u200bbulʼda\u00a0IŞIK",
        "\ufeffİstanbul’da ışık",
    ],
)
def test_spellings_that_differ_in_typography_fold_to_one(spelling: str) -> None:
    assert key(spelling) == "istanbul'da isik"


@pytest.mark.parametrize(("one", "other"), [("kar", "kara"), ("on", "un"), ("R1", "R2"), ("çip", "cip ")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(("start", "end", "cut"), [(0, 4, "Stra"), (0, 5, "Straß"), (5, 6, "ß"), (4, 7, "ße"), (7, 7, "")])
def test_a_letter_that_folds_to_two_is_never_cut_in_half(start: int, end: int, cut: str) -> None:
    assert fold("Straße").back(start, end).cut("Straße") == cut


@pytest.mark.parametrize(
    ("text", "name", "suffix"),
    [
        ("Nvidia", "Nvidia", ""),
        ("Nvidia.", "Nvidia", ""),
        ("Nvidia'nın", "Nvidia", "'nın"),
        ("Nvidia’nın payı", "Nvidia", "’nın"),
        ("H20'lerin", "H20", "'lerin"),
        ("H20’ler,", "H20", "’ler"),
        ("DeepSeek'ten", "DeepSeek", "'ten"),
        ("DeepSeek’inkinden", "DeepSeek", "’inkinden"),
        ("Huawei'nin", "Huawei", "'nin"),
        ("OpenAI'", "OpenAI", ""),
        ("OpenAI' dedi", "OpenAI", ""),
        ("GPU'lara", "GPU", "'lara"),
        ("GPUlar", "GPU", "lar"),
        ("GPUdur", "GPU", "dur"),
        ("Çindekiler", "Çin", "dekiler"),
        ("Çinli", "Çin", "li"),
        ("Çin", "Çin", ""),
        ("çiplerinden", "çip", "lerinden"),
        ("modelimizde", "model", None),
        ("Çinko", "Çin", None),
        ("GPT-4o", "GPT-4", None),
        ("GPT-4.5", "GPT-4", None),
        ("GPT-4. 5", "GPT-4", ""),
        ("R10", "R1", None),
        ("ailesi", "ai", None),
        ("Metal", "Meta", None),
        ("Applebee", "Apple", None),
    ],
)
def test_suffixes_are_split_off_and_other_words_are_refused(text: str, name: str, suffix: str | None) -> None:
    assert suffix_after(text, len(name)) == suffix


@law
@given(texts, st.data())
def test_a_suffix_is_what_stands_behind(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(text)))
    suffix = suffix_after(text, end)
    assert suffix is None or text.startswith(suffix, end)


def test_a_word_keeps_its_suffix_behind_either_apostrophe() -> None:
    assert WORD.findall("R2'nin, Nvidia’nın ve 'çip'") == ["R2'nin", "Nvidia’nın", "ve", "çip"]
