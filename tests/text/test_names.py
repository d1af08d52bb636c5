import itertools
import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.text.names import Mention, NameIndex
from iddia.text.spans import Span
from iddia.text.turkish import WORD, key, suffix_after

law = settings(deadline=None, max_examples=200)
NAMES = {
    "AI": "ai", "R1": "r1", "R2": "r2", "FT": "ft", "Çin": "china", "Çin Siberalem İdaresi": "cac", "DeepSeek": "deepseek",
    "DeepSeek R1": "r1", "DeepSeek-R1": "r1", "DeepSeek AI": "deepseek", "GPT-4": "gpt4", "GPT-4o": "gpt4o", "Nvidia": "nvidia",
    "İzmir": "izmir", "H20": "h20", "Ascend 910B": "ascend", "The Financial Times": "ft", "Financial Times": "ft",
}  # fmt: skip
INDEX = NameIndex.of(NAMES.items())
pieces = st.sampled_from(
    [
        *NAMES, "deepseek", "NVIDIA", "izmir", "I\u0307zmir", "Deep\u00adSeek", "c\u0327in", "ai", "ailesi", "R10", "GPT", "-4", "o",
        "ko", "Çinko", "'nın", "’nin", "'", "lar", "li", " ", " ", ". ", ", ", "\n", "-", "ß", "ﬁ", "😀", "\u0301", "0", ".5", "_",
    ]
)  # fmt: skip
texts = st.one_of(st.lists(pieces, max_size=9).map("".join), st.text(st.characters(exclude_categories=["Cs"])))


def _read_naively(text: str, names: dict[str, str]) -> list[Mention]:
    """At each word the longest name that stands there, by trying every name at every end."""
    found: list[Mention] = []
    for word in WORD.finditer(text):
        start = word.start()
        if found and start < found[-1].span.end:
            continue
        fits = []
        for name, entity in names.items():
            ends = [end for end in range(start + 1, len(text) + 1) if key(text[start:end]) == key(name)]
            suffix = suffix_after(text, ends[-1]) if ends else None
            if suffix is not None and (len(name) > 3 or text[start : ends[-1]] == name):
                fits.append((len(key(name)), Mention(Span(start, ends[-1]), suffix, entity)))
        if fits:
            found.append(max(fits, key=lambda fit: fit[0])[1])
    return found


@law
@given(texts)
def test_the_longest_name_at_each_word_is_found(text: str) -> None:
    assert INDEX.find(text) == _read_naively(text, NAMES)


@law
@given(texts)
def test_every_mention_cuts_out_a_registered_name_and_none_overlap(text: str) -> None:
    found = INDEX.find(text)
    for mention in found:
        assert mention.entity_id in {entity for name, entity in NAMES.items() if key(name) == key(mention.span.cut(text))}
        assert text.startswith(mention.suffix, mention.span.end)
    assert all(before.span.end <= after.span.start for before, after in itertools.pairwise(found))


@law
@given(st.permutations(list(NAMES.items())), texts)
def test_the_order_of_the_registry_changes_nothing(names: list[tuple[str, str]], text: str) -> None:
    assert NameIndex.of(names).find(text) == INDEX.find(text)


@law
@given(st.sampled_from([name for name in NAMES if len(name) > 3]), st.sampled_from(["NFC", "NFD"]), st.sampled_from("'’"))
def test_a_name_is_found_in_any_typography(name: str, form: Literal["NFC", "NFD"], apostrophe: str) -> None:
    for printed in (name, name.upper(), name.replace("i", "ı"), name[:2] + "\u00ad" + name[2:]):
        spelt = unicodedata.normalize(form, printed)
        text = f"Şimdi {spelt}{apostrophe}nin payı"
        assert INDEX.find(text) == [Mention(Span(6, 6 + len(spelt)), f"{apostrophe}nin", NAMES[name])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia'nın payı", [("Nvidia", "'nın", "nvidia")]),
        ("Nvidia’nın payı", [("Nvidia", "’nın", "nvidia")]),
        ("H20'lerin ve H20’ler", [("H20", "'lerin", "h20"), ("H20", "’ler", "h20")]),
        ("Çinli şirket, Çinko madeni", [("Çin", "li", "china")]),
        ("Çin Siberalem İdaresi'ne", [("Çin Siberalem İdaresi", "'ne", "cac")]),
        ("ÇİN SİBERALEM İDARESİ", [("ÇİN SİBERALEM İDARESİ", "", "cac")]),
        ("Çin Siberalemi", [("Çin", "", "china")]),
        ("DeepSeek-R1 ile DeepSeek R1'in", [("DeepSeek-R1", "", "r1"), ("DeepSeek R1", "'in", "r1")]),
        ("DeepSeek-R10", [("DeepSeek", "", "deepseek")]),
        ("DeepSeek-R2", [("DeepSeek", "", "deepseek"), ("R2", "", "r2")]),
        ("The Financial Times'ın", [("The Financial Times", "'ın", "ft")]),
        ("the financial times", [("the financial times", "", "ft")]),
        ("(Nvidia)", [("Nvidia", "", "nvidia")]),
        ("“Nvidia”", [("Nvidia", "", "nvidia")]),
        ("ailesi ve ai", []),
        ("AI'nin AIsi AI", [("AI", "'nin", "ai"), ("AI", "si", "ai"), ("AI", "", "ai")]),
        ("OpenAI", []),
        ("GPT-4o ve GPT-4", [("GPT-4o", "", "gpt4o"), ("GPT-4", "", "gpt4")]),
        ("GPT-4.5", []),
        ("GPT-4.", [("GPT-4", "", "gpt4")]),
        ("R10 ve XR1 ve r1", []),
        ("R1, R2.", [("R1", "", "r1"), ("R2", "", "r2")]),
        ("Ascend 910B çip", [("Ascend 910B", "", "ascend")]),
        ("Ascend 910", []),
        ("", []),
    ],
)
def test_names_are_found_and_other_words_are_not(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(mention.span.cut(text), mention.suffix, mention.entity_id) for mention in INDEX.find(text)] == expected


def test_gpt_4_is_not_found_in_gpt_4o_when_gpt_4o_is_unknown() -> None:
    assert NameIndex.of([("GPT-4", "gpt4")]).find("GPT-4o, GPT-40 ve GPT-4turbo") == []


def test_a_letter_that_folds_to_two_is_not_cut_in_half() -> None:
    assert NameIndex.of([("Gras", "gras")]).find("Graß") == []
    assert [mention.span for mention in NameIndex.of([("Grass", "grass")]).find("Graß")] == [Span(0, 4)]


def test_nothing_is_found_without_names() -> None:
    assert NameIndex.of([]).find("DeepSeek R1") == []
