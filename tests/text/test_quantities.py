import re
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.text.numerals import read_digits, render_digits
from iddia.text.quantities import quantities

law = settings(deadline=None, max_examples=150)
UNITS = {
    "abd doları": "usd", "dolar": "usd", "kat": "times", "parametre": "parameter", "gpu": "gpu", "birim": "gpu", "çip": "gpu",
    "sinir ağı": "expert", "kelime": "word", "veri merkezi": "data_center", "token": "token", "petaflops": "petaflops",
}  # fmt: skip
conventions = st.sampled_from([",", "."])
numbers = st.decimals(allow_nan=False, allow_infinity=False)
printable = st.decimals(0, 10**15, allow_nan=False, allow_infinity=False)
Convention = Literal[",", "."]


@law
@given(numbers, conventions)
def test_rendered_digits_are_read_back(number: Decimal, decimal: Convention) -> None:
    assert read_digits(render_digits(number, decimal=decimal)) == number


@law
@given(st.integers(0, 10**9), st.integers(0, 6), conventions)
def test_rendered_digits_are_read_back_for_the_numbers_articles_print(digits: int, places: int, decimal: Convention) -> None:
    number = Decimal(digits).scaleb(-places)
    assert read_digits(render_digits(number, decimal=decimal)) == number


@law
@given(printable, conventions, st.sampled_from(["{} dolar", "Toplam {} dolara çıktı.", "({} dolar)", "Tutar:\n{} dolarlık", "“{} dolar”"]))
def test_a_rendered_number_is_read_in_a_running_sentence(number: Decimal, decimal: Convention, sentence: str) -> None:
    printed = render_digits(number, decimal=decimal)
    text = sentence.format(printed)
    (found,) = quantities(text, UNITS)
    assert found.span.cut(text) == printed
    assert (found.number, found.minimum, found.maximum) == (number, None, None)
    assert (found.unit, found.approximation) == ("usd", "exact")


SCALES = {"bin": 10**3, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12, "katrilyon": 10**15}


@law
@given(st.integers(0, 10**8), st.integers(0, 3), conventions, st.sampled_from([*SCALES]), st.sampled_from(["", "%", "yüzde ", "Yüzde "]))
def test_scale_and_percent_are_read_beside_any_number(digits: int, places: int, decimal: Convention, scale: str, percent: str) -> None:
    number = Decimal(digits).scaleb(-places)
    digits_printed = render_digits(number, decimal=decimal)
    if not percent and re.fullmatch(r"\d{1,3}[.,]\d{3}", digits_printed):
        number = Decimal(digits_printed.replace(",", "."))  # before a scale a single mark is decimal
    printed = f"{percent}{digits_printed}" + ("" if percent else f" {scale}")
    (found,) = quantities(f"Bu {printed} arttı", UNITS)
    assert found.span.cut(f"Bu {printed} arttı") == printed
    assert found.number == (number if percent else number * SCALES[scale])
    assert found.unit == ("percent" if percent else None)


ONES = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
TENS = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]


def _in_words(number: int) -> str:
    words: list[str] = []
    for value, scale in ((10**9, "milyar"), (10**6, "milyon"), (10**3, "bin"), (1, "")):
        part, number = divmod(number, value)
        hundreds, rest = divmod(part, 100)
        if part == 1 and scale == "bin":
            words.append(scale)
        elif part:
            words += ["" if hundreds == 1 else ONES[hundreds], "yüz" if hundreds else "", TENS[rest // 10], ONES[rest % 10], scale]
    return " ".join(word for word in words if word)


@law
@given(st.integers(2, 10**12 - 1), st.sampled_from(["lower", "capital", "upper"]))
def test_number_words_are_read_back(number: int, case: str) -> None:
    words = _in_words(number)
    if case == "upper":
        words = words.replace("i", "İ").upper()
    if case == "capital":
        words = words.replace("i", "İ", 1).capitalize() if words.startswith("i") else words.capitalize()
    text = f"Tam {words} dolar"
    (found,) = quantities(text, UNITS)
    assert (found.number, found.unit, found.span.cut(text)) == (Decimal(number), "usd", words)


def _decimal(number: str | None) -> Decimal | None:
    return Decimal(number) if number is not None else None


Row = tuple[str, str, str | None, str | None, str | None, str | None, str]
# text, words as printed, number, minimum, maximum, unit, approximation
PRINTED: list[Row] = [
    # digits, both conventions
    ("10.000 H800 birim", "10.000", "10000", None, None, "gpu", "exact"),
    ("10,000 GPU", "10,000", "10000", None, None, "gpu", "exact"),
    ("1.234,5 dolar", "1.234,5", "1234.5", None, None, "usd", "exact"),
    ("1,234.5 dolar", "1,234.5", "1234.5", None, None, "usd", "exact"),
    ("1.234.567 dolar", "1.234.567", "1234567", None, None, "usd", "exact"),
    ("1,234,567 dolar", "1,234,567", "1234567", None, None, "usd", "exact"),
    ("1.234.567,89 dolar", "1.234.567,89", "1234567.89", None, None, "usd", "exact"),
    ("0,125 dolar", "0,125", "0.125", None, None, "usd", "exact"),
    ("0.125 dolar", "0.125", "0.125", None, None, "usd", "exact"),
    ("1,6 dolar", "1,6", "1.6", None, None, "usd", "exact"),
    ("97.4 dolar", "97.4", "97.4", None, None, "usd", "exact"),
    ("1234,567 dolar", "1234,567", "1234.567", None, None, "usd", "exact"),
    ("2000 Dolar", "2000", "2000", None, None, "usd", "exact"),
    ("0 dolar", "0", "0", None, None, "usd", "exact"),
    ("256 sinir ağı", "256", "256", None, None, "expert", "exact"),
    ("512 PetaFLOPS'luk güç", "512", "512", None, None, "petaflops", "exact"),
    ("Fiyat 5, sonra düştü", "5", "5", None, None, None, "exact"),
    ("Fiyat 5.", "5", "5", None, None, None, "exact"),
    # scales
    ("1,6 milyar dolar", "1,6 milyar", "1.6e9", None, None, "usd", "exact"),
    ("1.2 trilyon parametreye", "1.2 trilyon", "1.2e12", None, None, "parameter", "exact"),
    ("671 milyar parametreyle", "671 milyar", "671e9", None, None, "parameter", "exact"),
    ("944 milyon dolar", "944 milyon", "944e6", None, None, "usd", "exact"),
    ("100 bin kelime", "100 bin", "100e3", None, None, "word", "exact"),
    ("3 katrilyon token", "3 katrilyon", "3e15", None, None, "token", "exact"),
    ("6 milyon dolarlık", "6 milyon", "6e6", None, None, "usd", "exact"),
    ("5 MİLYAR DOLAR", "5 MİLYAR", "5e9", None, None, "usd", "exact"),
    ("5 Milyon ABD doları", "5 Milyon", "5e6", None, None, "usd", "exact"),
    ("5 milyon dolardı", "5 milyon", "5e6", None, None, "usd", "exact"),
    ("5,576 milyon dolar", "5,576 milyon", "5576000", None, None, "usd", "exact"),
    ("1.300 milyon dolar", "1.300 milyon", "1.3e6", None, None, "usd", "exact"),
    ("2,788 milyon GPU saati", "2,788 milyon", "2788000", None, None, "gpu", "exact"),
    ("671.500 MİLYAR parametre", "671.500 MİLYAR", "671.5e9", None, None, "parameter", "exact"),
    ("1.234.567 bin dolar", "1.234.567 bin", "1234567000", None, None, "usd", "exact"),
    ("5,576 dolar", "5,576", "5576", None, None, "usd", "exact"),
    ("5,576-6,125 milyon dolar", "5,576-6,125 milyon", None, "5576000", "6125000", "usd", "exact"),
    # suffixes on a scale
    ("37 milyarı buldu", "37 milyar", "37e9", None, None, None, "exact"),
    ("5 milyona çıktı", "5 milyon", "5e6", None, None, None, "exact"),
    ("2 milyarlık yatırım", "2 milyar", "2e9", None, None, None, "exact"),
    ("5 milyonluk", "5 milyon", "5e6", None, None, None, "exact"),
    ("3 bini GPU", "3 bin", "3000", None, None, "gpu", "exact"),
    ("3 BİNİ", "3 BİN", "3000", None, None, None, "exact"),
    ("2 milyon 500 bine", "2 milyon 500 bin", "2.5e6", None, None, None, "exact"),
    ("5 milyondu", "5 milyon", "5e6", None, None, None, "exact"),
    ("5,5 milyonmuş", "5,5 milyon", "5.5e6", None, None, None, "exact"),
    ("5 milyon'u", "5 milyon", "5e6", None, None, None, "exact"),
    ("10-15 milyonluk", "10-15 milyon", None, "10e6", "15e6", None, "exact"),
    ("10 milyon-15 milyon dolar", "10 milyon-15 milyon", None, "10e6", "15e6", "usd", "exact"),
    ("900 bin – 1,2 milyon dolar", "900 bin – 1,2 milyon", None, "900e3", "1.2e6", "usd", "exact"),
    ("birkaç milyonluk", "birkaç milyon", None, "2e6", "10e6", None, "order_of_magnitude"),
    ("milyonları eğitti", "milyon", None, "1e6", "10e6", None, "order_of_magnitude"),
    ("100 milyonu aşkın kullanıcı", "100 milyon", "100e6", "100e6", None, None, "more_than"),
    ("1 milyondan fazla dolar", "1 milyon", "1e6", "1e6", None, "usd", "more_than"),
    ("bir milyonun üzerinde", "bir milyon", "1e6", "1e6", None, None, "more_than"),
    ("bini aşkın GPU", "bin", "1000", "1000", None, "gpu", "more_than"),
    ("yaklaşık 5 milyarlık dolar", "5 milyar", "5e9", None, None, "usd", "about"),
    ("5 milyona kadar", "5 milyon", "5e6", None, "5e6", None, "at_most"),
    ("5 milyonun altında", "5 milyon", "5e6", None, "5e6", None, "less_than"),
    # words that only look like a scale
    ("5 bina", "5", "5", None, None, None, "exact"),
    ("5 binadan fazla", "5", "5", "5", None, None, "more_than"),
    ("5 milyarder", "5", "5", None, None, None, "exact"),
    ("5 milyoner", "5", "5", None, None, None, "exact"),
    ("5 binici", "5", "5", None, None, None, "exact"),
    # short scales
    ("671B parametre", "671B", "671e9", None, None, "parameter", "exact"),
    ("671B’lik parametre", "671B", "671e9", None, None, "parameter", "exact"),
    ("5,6M dolar", "5,6M", "5.6e6", None, None, "usd", "exact"),
    ("5,576M dolar", "5,576M", "5576000", None, None, "usd", "exact"),
    ("1.2T parametreyi aşan", "1.2T", "1.2e12", "1.2e12", None, "parameter", "more_than"),
    ("yaklaşık 128K token", "128K", "128e3", None, None, "token", "about"),
    ("10k GPU", "10k", "10e3", None, None, "gpu", "exact"),
    ("10.000 Ascend 910B çip", "10.000", "10000", None, None, "gpu", "exact"),
    # percent
    ("%97.4 oranında", "%97.4", "97.4", None, None, "percent", "exact"),
    ("%97,4 oranında", "%97,4", "97.4", None, None, "percent", "exact"),
    ("% 20 kayıpla", "% 20", "20", None, None, "percent", "exact"),
    ("%82’lik pay", "%82", "82", None, None, "percent", "exact"),
    ("20% kayıpla", "20", "20", None, None, "percent", "exact"),
    ("yüzde 20 kayıpla", "yüzde 20", "20", None, None, "percent", "exact"),
    ("Yüzde 97,4'lük pay", "Yüzde 97,4", "97.4", None, None, "percent", "exact"),
    ("yüzde yirmi beş kayıpla", "yüzde yirmi beş", "25", None, None, "percent", "exact"),
    ("yüzde yüz yerli", "yüzde yüz", "100", None, None, "percent", "exact"),
    ("yüzde bir arttı", "yüzde bir", "1", None, None, "percent", "exact"),
    # number words
    ("R1'in iki katı parametre", "iki", "2", None, None, "times", "exact"),
    ("İki katı", "İki", "2", None, None, "times", "exact"),
    ("ÜÇ KAT", "ÜÇ", "3", None, None, "times", "exact"),
    ("işlemi 2 kat hızlandırıyor", "2", "2", None, None, "times", "exact"),
    ("on iki çip", "on iki", "12", None, None, "gpu", "exact"),
    ("sekiz model", "sekiz", "8", None, None, None, "exact"),
    ("altı veri merkezi", "altı", "6", None, None, "data_center", "exact"),
    ("yüz dolar", "yüz", "100", None, None, "usd", "exact"),
    ("bin dolar", "bin", "1000", None, None, "usd", "exact"),
    ("bir milyon dolar", "bir milyon", "1e6", None, None, "usd", "exact"),
    ("iki yüz elli bin dolar", "iki yüz elli bin", "250e3", None, None, "usd", "exact"),
    ("bin dokuz yüz doksan dokuz kelime", "bin dokuz yüz doksan dokuz", "1999", None, None, "word", "exact"),
    # orders of magnitude
    ("yüz milyarlarca dolar eridi", "yüz milyarlarca", None, "100e9", "1000e9", "usd", "order_of_magnitude"),
    ("milyonlarca dolar", "milyonlarca", None, "1e6", "10e6", "usd", "order_of_magnitude"),
    ("binlerce GPU", "binlerce", None, "1000", "10000", "gpu", "order_of_magnitude"),
    ("yüzlerce çip", "yüzlerce", None, "100", "1000", "gpu", "order_of_magnitude"),
    ("onlarca model", "onlarca", None, "10", "100", None, "order_of_magnitude"),
    ("10 milyarlarca dolar", "10 milyarlarca", None, "10e9", "100e9", "usd", "order_of_magnitude"),
    # bounds and hedges
    ("aynı anda birden fazla kelimeyi", "birden fazla", "1", "1", None, "word", "more_than"),
    ("birden çok veri merkezi", "birden çok", "1", "1", None, "data_center", "more_than"),
    ("yaklaşık 50.000 NVIDIA Hopper GPU", "50.000", "50000", None, None, "gpu", "about"),
    ("Yaklaşık olarak 5 milyon dolar", "5 milyon", "5e6", None, None, "usd", "about"),
    ("tahminen 3 GPU", "3", "3", None, None, "gpu", "about"),
    ("neredeyse iki kat", "iki", "2", None, None, "times", "about"),
    ("5 milyon dolar civarında", "5 milyon", "5e6", None, None, "usd", "about"),
    ("en az 3 milyon dolar", "3 milyon", "3e6", "3e6", None, "usd", "at_least"),
    ("En az on iki GPU", "on iki", "12", "12", None, "gpu", "at_least"),
    ("en fazla 10 GPU", "10", "10", None, "10", "gpu", "at_most"),
    ("en çok yüzde 20", "yüzde 20", "20", None, "20", "percent", "at_most"),
    ("500 milyon doların üzerinde", "500 milyon", "500e6", "500e6", None, "usd", "more_than"),
    ("1.3 milyon doların üstünde", "1.3 milyon", "1.3e6", "1.3e6", None, "usd", "more_than"),
    ("10 milyon dolardan fazla", "10 milyon", "10e6", "10e6", None, "usd", "more_than"),
    ("100 GPU'yu aşkın", "100", "100", "100", None, "gpu", "more_than"),
    ("5 milyon doların altında", "5 milyon", "5e6", None, "5e6", "usd", "less_than"),
    ("%20'nin altında", "%20", "20", None, "20", "percent", "less_than"),
    ("5 dolar, beklenenin üzerinde", "5", "5", None, None, "usd", "exact"),
    ("5 dolar ise beklenenin üzerinde", "5", "5", None, None, "usd", "exact"),
    ("5 milyon dolar. Üzerinde durulmadı", "5 milyon", "5e6", None, None, "usd", "exact"),
    ("5 milyon dolara kadar", "5 milyon", "5e6", None, "5e6", "usd", "at_most"),
    ("5 milyon dolar kadar", "5 milyon", "5e6", None, None, "usd", "about"),
    ("2 kat daha fazla", "2", "2", None, None, "times", "exact"),
    ("2 kattan daha fazla", "2", "2", "2", None, "times", "more_than"),
    ("10 milyon dolardan az", "10 milyon", "10e6", None, "10e6", "usd", "less_than"),
    ("100 milyon doları aşan", "100 milyon", "100e6", "100e6", None, "usd", "more_than"),
    ("100 milyon doları aşmış", "100 milyon", "100e6", "100e6", None, "usd", "more_than"),
    ("100 milyon doları aştı", "100 milyon", "100e6", "100e6", None, "usd", "more_than"),
    ("100 MİLYON DOLARI AŞTI", "100 MİLYON", "100e6", "100e6", None, "usd", "more_than"),
    ("100 milyonu aşıyor", "100 milyon", "100e6", "100e6", None, None, "more_than"),
    ("100 milyonu çoktan aşacağı", "100 milyon", "100e6", "100e6", None, None, "more_than"),
    ("%20'yi aştı", "%20", "20", "20", None, "percent", "more_than"),
    ("5 dolar aşağı", "5", "5", None, None, "usd", "exact"),
    ("5 aşamalı", "5", "5", None, None, None, "exact"),
    ("100 milyon doları bulan", "100 milyon", "100e6", None, None, "usd", "exact"),
    ("100 milyon dolara ulaşan", "100 milyon", "100e6", None, None, "usd", "exact"),
    ("100 milyon doları geçen", "100 milyon", "100e6", "100e6", None, "usd", "more_than"),
    ("100 milyon ABD dolarını geçti", "100 milyon", "100e6", "100e6", None, "usd", "more_than"),
    ("100 milyonu geçecek", "100 milyon", "100e6", "100e6", None, None, "more_than"),
    ("100'ü geçiyor", "100", "100", "100", None, None, "more_than"),
    ("5 milyonu geçen yıl harcandı", "5 milyon", "5e6", None, None, None, "exact"),
    ("5 milyon dolar geçen ay", "5 milyon", "5e6", None, None, "usd", "exact"),
    ("3 modeli geçti", "3", "3", None, None, None, "exact"),
    # halves, several scales, ranges, a few, spaces as groups, below zero
    ("bir buçuk milyar dolar", "bir buçuk milyar", "1.5e9", None, None, "usd", "exact"),
    ("2 buçuk milyon dolar", "2 buçuk milyon", "2.5e6", None, None, "usd", "exact"),
    ("iki buçuk kat", "iki buçuk", "2.5", None, None, "times", "exact"),
    ("yarım milyon dolar", "yarım milyon", "0.5e6", None, None, "usd", "exact"),
    ("2 milyon 500 bin dolar", "2 milyon 500 bin", "2.5e6", None, None, "usd", "exact"),
    ("1 milyar 250 milyon 300 bin dolar", "1 milyar 250 milyon 300 bin", "1250300000", None, None, "usd", "exact"),
    ("iki milyon beş yüz bin dolar", "iki milyon beş yüz bin", "2.5e6", None, None, "usd", "exact"),
    ("10-15 milyon dolar", "10-15 milyon", None, "10e6", "15e6", "usd", "exact"),
    ("10 ila 15 milyon dolar", "10 ila 15 milyon", None, "10e6", "15e6", "usd", "exact"),
    ("1,5 – 2 milyar dolar", "1,5 – 2 milyar", None, "1.5e9", "2e9", "usd", "exact"),
    ("iki üç kat", "iki üç", None, "2", "3", "times", "exact"),
    ("birkaç milyon dolar", "birkaç milyon", None, "2e6", "10e6", "usd", "order_of_magnitude"),
    ("1 000 000 dolar", "1 000 000", "1000000", None, None, "usd", "exact"),
    ("Sonuç -5 dolar", "-5", "-5", None, None, "usd", "exact"),
    ("5 milyon bir dolar", "5 milyon", "5e6", None, None, "usd", "exact"),
    # no unit of another clause or word
    ("3 yeni ve hızlı NVIDIA GPU", "3", "3", None, None, None, "exact"),
    ("61 katman", "61", "61", None, None, None, "exact"),
    ("3 model. Dolar düştü", "3", "3", None, None, None, "exact"),
    ("3 (dolar değil)", "3", "3", None, None, None, "exact"),
]


@pytest.mark.parametrize("row", PRINTED, ids=[row[0] for row in PRINTED])
def test_printed_numbers_are_read(row: Row) -> None:
    text, printed, number, low, high, unit, approximation = row
    (found,) = quantities(text, UNITS)
    assert found.span.cut(text) == printed
    assert (found.number, found.minimum, found.maximum) == (_decimal(number), _decimal(low), _decimal(high))
    assert (found.unit, found.approximation) == (unit, approximation)


@pytest.mark.parametrize(
    "text",
    [
        "H20",
        "H20'ler",
        "GPT-4",
        "GPT-4'e kıyasla",
        "Ascend 910B",
        "FP16 hassasiyetinde",
        "R1",
        "DeepSeek-R2'nin",
        "ChatGpt4o",
        "48MP",
        "3.5GB",
        "1.5B",
        "1.5B model",
        "Ascend 910B çip kümesi",
        "910B GPU",
        "H20 GPU",
        "FP16 parametre",
        "671B, parametre",
        "671B yeni parametre",
        "671b parametre",
        "48MP parametre",
        "4K video",
        "5 milyonuncu kelime",
        "5 bininci kelime",
        "beşer milyonar",
        "binici, binası",
        "üçte biri ve yarısı",
        "v2.0",
        "R1.5",
        "2024-te",
        "  1. Giriş",
        "12) Sonuç",
        "\t3. Çıkış:",
        "Başlık\n  2. Etki\n  3. Sonuç",
        "ön eğitim",
        "yüz yüze",
        "altında",
        "bir model",
        "bir kat daha",
        "Bir dolar",
        "altı çizildi",
        "birim maliyetler",
        "binlik, onlar, yüzü",
        "yediler ve kırkı",
        "ikinci model",
        "dörtlü",
        "üçgen",
        "yüzde",
        "% kayıp",
        "",
    ],
)
def test_names_numbering_and_other_words_are_no_numbers(text: str) -> None:
    assert quantities(text, UNITS) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.000 H800 birim, 10.000 H100'ler ve 50 çip", [("10.000", "gpu"), ("10.000", None), ("50", "gpu")]),
        ("sekiz etkinleştirilmiş 256 sinir ağı", [("sekiz", None), ("256", "expert")]),
        ("1,6 milyar dolar ve 1.3 milyon dolar", [("1,6 milyar", "usd"), ("1.3 milyon", "usd")]),
        ("R1'e 5 milyon dolar, GPT-4'e 100 milyon dolar", [("5 milyon", "usd"), ("100 milyon", "usd")]),
        ("  1. Model 5 dolar\n  2. Model 6 dolar", [("5", "usd"), ("6", "usd")]),
        ("%20 ve %30", [("%20", "percent"), ("%30", "percent")]),
        ("5 ve %20", [("5", None), ("%20", "percent")]),
        ("5 %20", [("5", None), ("%20", "percent")]),
        ("5 GPU on milyonun üzerinde", [("5", "gpu"), ("on milyon", None)]),
        ("1 milyondan 2 milyona", [("1 milyon", None), ("2 milyon", None)]),
        ("5 milyona ve 3 binden 2 bina", [("5 milyon", None), ("3 bin", None), ("2", None)]),
        ("15.08.2025 ve 1,2,3", [("15.08.2025", None), ("1,2,3", None)]),
    ],
)
def test_each_number_has_its_own_unit(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(found.span.cut(text), found.unit) for found in quantities(text, UNITS)] == expected


pieces = st.sampled_from(
    [
        "iki", "İki", "ıkı", "BİN", "yüz", "altı", "on", "milyar", "MILYAR", "larca", "yüzde", "%", "buçuk", "en az", "üzerinde",
        "dolar", "kat", " ", " ", " ", ".", ",", "-", "'", "\n", "\u00a0", "\u0307", "1", "23", "000", "٣", "²", "½", "R", "B",
        "birden fazla", "  1. ",
    ]
)  # fmt: skip


@law
@given(st.one_of(st.lists(pieces, max_size=12).map("".join), st.text(st.characters(exclude_categories=["Cs"]))))
def test_numbers_of_any_text_are_ordered_apart_and_within_their_bounds(text: str) -> None:
    reached = 0
    for found in quantities(text, UNITS):
        assert reached <= found.span.start < found.span.end <= len(text)
        reached = found.span.end
        assert (found.number is None) == (found.minimum is not None and found.maximum is not None)
        assert found.minimum is None or found.number is None or found.minimum == found.number
        assert found.maximum is None or found.number is None or found.maximum == found.number
        assert found.minimum is None or found.maximum is None or found.minimum <= found.maximum
