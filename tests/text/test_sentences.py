import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.text.sentences import sentences
from iddia.text.spans import Span

law = settings(deadline=None, max_examples=250)
pieces = st.sampled_from(
    [
        "Model çıktı", "İlk", "R2", "3", "10", "2025", "dr", "Prof", "A", ".", "!", "?", "…", ".”", ".)", ")", '"', "“", "(", " ", "  ",
        "\t", "\n", "\r\n", "\r", "• ", "- ", "1. ", "12) ", "123. ", "\u2028", "\u00a0", "😀", "ß", "\u0307",
    ]
)  # fmt: skip
texts = st.one_of(st.lists(pieces, max_size=14).map("".join), st.text(st.characters(exclude_categories=["Cs"])))
NUMBERING = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+")


@law
@given(texts)
def test_sentences_are_ordered_apart_inside_the_text_and_tight(text: str) -> None:
    found = sentences(text)
    edges = [0, *(edge for span in found for edge in span), len(text)]
    assert edges == sorted(edges)
    for span in found:
        cut = span.cut(text)
        assert cut == cut.strip()
        assert any(letter.isalnum() for letter in cut)
        assert not set(cut) & {"\n", "\r"}


@law
@given(texts)
def test_every_letter_and_digit_is_in_a_sentence_except_a_lists_numbers(text: str) -> None:
    covered = {offset for span in sentences(text) for offset in range(*span)}
    for line in re.finditer(r"[^\r\n]+", text):
        mark = NUMBERING.match(line.group())
        start = line.start() + (mark.end() if mark else 0)
        missed = [text[offset] for offset in range(start, line.end()) if text[offset].isalnum() and offset not in covered]
        assert missed == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n ", []),
        ("...\n!!!\n—", []),
        ("Model çıktı. Fiyat düştü.", ["Model çıktı.", "Fiyat düştü."]),
        ("Model çıktı! Öyle mi? İyi… Şimdi", ["Model çıktı!", "Öyle mi?", "İyi…", "Şimdi"]),
        ("Başlık\nİlk cümle.\n\nSon", ["Başlık", "İlk cümle.", "Son"]),
        ("Başlık\r\nİlk cümle.\rSon", ["Başlık", "İlk cümle.", "Son"]),
        ("  1. Giriş\n    • Model çıktı. Fiyat düştü.\n  2) Sonuç", ["Giriş", "Model çıktı.", "Fiyat düştü.", "Sonuç"]),
        ("123. Madde\n12) Madde\n1.Madde", ["Madde", "Madde", "1.Madde"]),
        ("- bir\n* iki\n– üç", ["bir", "iki", "üç"]),
        ("Dr. Yılmaz ve Prof. Kaya geldi.", ["Dr. Yılmaz ve Prof. Kaya geldi."]),
        ("J. Huang konuştu. Bitti.", ["J. Huang konuştu.", "Bitti."]),
        ("Bu yıl 3. Çeyrek iyiydi.", ["Bu yıl 3. Çeyrek iyiydi."]),
        ("Yıl 2025. Model yok.", ["Yıl 2025.", "Model yok."]),
        ("Fiyat 1.3 milyon. 5 milyon değil.", ["Fiyat 1.3 milyon.", "5 milyon değil."]),
        ("Gemini 2.0 Pro ve ensigame.com var.", ["Gemini 2.0 Pro ve ensigame.com var."]),
        ("“Evet.” Sonra gitti.", ["“Evet.”", "Sonra gitti."]),
        ("Dedi ki “Evet.” “Hayır.”", ["Dedi ki “Evet.”", "“Hayır.”"]),
        ("Bitti (sonunda.) Evet.", ["Bitti (sonunda.)", "Evet."]),
        ("şu vb. şeyler. küçük harf", ["şu vb. şeyler. küçük harf"]),
        ("Bitti.\u00a0Sonra", ["Bitti.", "Sonra"]),
        ("2025 yılında", ["2025 yılında"]),
        ("1234. Madde", ["1234.", "Madde"]),
        ("Gelişme var!. Evet", ["Gelişme var!.", "Evet"]),
        ("Öyle A? Evet", ["Öyle A?", "Evet"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [span.cut(text) for span in sentences(text)] == expected


def test_offsets_count_from_the_text_and_not_from_the_line() -> None:
    assert sentences("İlk.\n  2. Son. Bitti") == [Span(0, 4), Span(10, 14), Span(15, 20)]
