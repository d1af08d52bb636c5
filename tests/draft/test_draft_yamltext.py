"""What drafts write as YAML reads back as what was meant."""

import re
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iddia.draft.slug import slug_of
from iddia.draft.yamltext import comment, empty, flow, worded
from iddia.model.columns import ID_PATTERN, SNAKE_PATTERN
from iddia.scalars import quoted
from iddia.yamlfile import read_yaml

law = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
texts = st.text(
    st.one_of(st.sampled_from("aİı'’\"\\{}[],:#&*!|>%@`-? \t\xa0\u200b\ufeff\u0307😀1"), st.characters(exclude_categories=["Cs", "Cc"])),
    max_size=12,
)


def read_back(folder: Path, text: str) -> object:
    path = folder / "one.yaml"
    path.write_text(text, "utf-8", newline="")
    file = read_yaml(path, "one.yaml")
    assert file.problems == []
    return file.data


@law
@given(text=texts)
def test_a_text_in_quotation_marks_reads_back(tmp_path: Path, text: str) -> None:
    assert read_back(tmp_path, f"key: {quoted(text)}\n") == {"key": text}


@law
@given(first=texts, second=texts)
def test_worded_texts_read_back_as_texts_in_a_mapping_on_one_line(tmp_path: Path, first: str, second: str) -> None:
    assert read_back(tmp_path, f"key: {flow({'en': worded(first), 'tr': worded(second)})}\n") == {"key": {"en": first, "tr": second}}


def test_words_stand_without_quotation_marks_where_yaml_allows() -> None:
    assert worded("Maker of models.") == "Maker of models."
    assert worded("Yapay zekâ (AI) %50") == "Yapay zekâ (AI) %50"
    assert [worded(text)[0] for text in ("a, b", "a: b", "true", "1.5", "", "a #b", "- a", "a }", " a")] == ['"'] * 9


@law
@given(text=texts, indent=st.integers(0, 6), bullet=st.sampled_from(["", "- "]))
def test_a_comment_says_nothing_to_yaml(tmp_path: Path, text: str, indent: int, bullet: str) -> None:
    lines = comment(text * 30, indent, bullet)
    assert read_back(tmp_path, "\n".join(["a: 1", *lines, "b: 2", *empty("c", text, indent=0), *lines]) + "\n") == {
        "a": 1,
        "b": 2,
        "c": None,
    }


@law
@given(words=st.one_of(st.text(), texts, st.from_regex(r"[0-9A-Za-zçğıİöşü' ]{0,60}", fullmatch=True)))
def test_a_slug_is_an_id_or_nothing(words: str) -> None:
    slug, snake = slug_of(words), slug_of(words, "_")
    assert slug is None or (re.fullmatch(ID_PATTERN, slug) and len(slug) <= 40)
    assert snake is None or re.fullmatch(SNAKE_PATTERN, snake)


def test_a_slug_keeps_what_turkish_letters_sound_like() -> None:
    assert slug_of("Şaşırtıcı İddia: ÇİĞ köfte") == "sasirtici-iddia-cig-kofte"
    assert slug_of("Fener’in 12 milyarı") == "fener-12-milyari"
    assert slug_of("2025-08 Fener") == "fener-2025-08"
    assert slug_of(unicodedata.normalize("NFD", "Ağrı Dağı")) == "agri-dagi"
    assert [slug_of(words) for words in ("", "2025", "!?", "新闻", "NaN", "x")] == [None] * 6
