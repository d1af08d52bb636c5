import itertools
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.text.cues import CuePattern, markers
from iddia.text.spans import Span

law = settings(deadline=None, max_examples=200)
FILE = Path(__file__).resolve().parents[2] / "schema" / "vocabulary" / "cues.yaml"


@cache
def _lexicon() -> list[CuePattern]:
    cues: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [CuePattern(cue_id, re.compile(cue["pattern"]), cue["modality"]) for cue_id, cue in cues.items()]


SENTENCES = {
    "Eğer iddialar doğruysa fiyatlar düşer.": [("if-word", "Eğer"), ("if-claims-true", "iddialar doğruysa")],
    "İddialara göre model hazır.": [("claim-going-by", "İddialara göre")],
    "Modelin eğitildiği iddia ediliyor.": [("is-alleged", "iddia ediliyor")],
    "Çiplerle Eğitildiği İddia Ediliyor": [("is-alleged", "İddia Ediliyor")],
    "Şirket bunu iddia etti.": [("claims", "iddia etti")],
    "Kaynaklar aksini iddia ediyor.": [("claims", "iddia ediyor")],
    "Geliştirdiklerini iddia etse de zayıf.": [("claims", "iddia etse")],
    "Ulaşacağı yönündeki iddia yeni.": [("future-suffix", "Ulaşacağı"), ("claim-noun", "iddia")],
    "Bu iddia gerçekçi görünmüyor.": [("claim-noun", "iddia"), ("seems-not", "gerçekçi görünmüyor")],
    "İddiası boşa çıktı.": [("claim-noun", "İddiası")],
    "Entegre ettiği söylenebilir.": [("can-be-said", "söylenebilir")],
    "Ulaşacağı söyleniyor.": [("future-suffix", "Ulaşacağı"), ("is-said", "söyleniyor")],
    "Kapandığı konuşuluyor.": [("is-talked-of", "konuşuluyor")],
    "Söylentiler dolaşmaya başladı.": [("rumour", "Söylentiler")],
    "Sorun yaşandığı belirtiliyor.": [("is-stated", "belirtiliyor")],
    "Olduğu belirtilen bu bilgi yeni.": [("is-stated", "belirtilen")],
    "Bunu belirtmekte fayda var.": [("is-stated", "belirtmekte fayda var")],
    "Yetkili bunu belirtti.": [("stated", "belirtti")],
    "Optimize edildiği bildiriliyor.": [("is-reported", "bildiriliyor")],
    "Kaynakların bildirdiklerine göre model hazır.": [("as-they-report", "bildirdiklerine göre")],
    "İçeriden aldığı bilgilere göre çip yok.": [("going-by-information", "aldığı bilgilere göre")],
    "Habere göre satış durdu.": [("according-to", "Habere göre")],
    "FT'ye göre satış durdu.": [("according-to", "FT'ye göre")],
    "FT’ye göre satış durdu.": [("according-to", "FT’ye göre")],
    "Sorunun türüne göre yalnızca bir bölüm çalışıyor.": [("according-to", "türüne göre")],
    "Şirket bunu söyledi.": [("says", "söyledi")],
    "Uzmanlar farklı söylüyor.": [("says", "söylüyor")],
    "Şirket fiyatı açıkladı.": [("announces", "açıkladı")],
    "Şirketin açıkladığı kadar yüksek.": [("announces", "açıkladığı")],
    "Uzmanlar bunu vurgulamaktadır.": [("emphasises", "vurgulamaktadır")],
    "Gazete bunu keşfetti.": [("found-out", "keşfetti")],
    "Rapor bunu ortaya koymuştu.": [("brings-out", "ortaya koymuştu")],
    "Maliyetin düştüğü tahmin ediliyor.": [("is-estimated", "tahmin ediliyor")],
    "Modelin çıkması bekleniyordu.": [("is-expected", "bekleniyordu")],
    "Küme kullandığı biliniyor.": [("is-known", "biliniyor")],
    "Bu bilgi bunu gösteriyor.": [("shows", "gösteriyor")],
    "Çin bunu göstermişti.": [("shows", "göstermişti")],
    "Sonuç net değil.": [("not-clear", "net değil")],
    "Bu gelişme önemli gibi görünüyor.": [("seems", "gibi görünüyor")],
    "Fiyat düşerse satış artar.": [("if-suffix", "düşerse")],
    "Sorunlar aşılamazsa ertelenir.": [("if-suffix", "aşılamazsa")],
    "Geliyorsa iyi olur.": [("if-suffix", "Geliyorsa")],
    "Herkes bunu çalıştırabilir.": [("possible-suffix", "çalıştırabilir")],
    "Meydan okuyabileceğini göstermektedir.": [("possible-suffix", "okuyabileceğini"), ("shows", "göstermektedir")],
    "Çin bunu istemiş.": [("hearsay-suffix", "istemiş")],
    "Sıkıntılar getirmiş ama bitmiş.": [("hearsay-suffix", "getirmiş"), ("hearsay-suffix", "bitmiş")],
    "Maliyetler düşecek.": [("future-suffix", "düşecek")],
    "Rekabet edeceğini gösteriyor.": [("future-suffix", "edeceğini"), ("shows", "gösteriyor")],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items())
def test_markers_of_a_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(marker.cue.cue_id, marker.span.cut(sentence)) for marker in markers(sentence, _lexicon())] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Bu gelişmiş bir model.",
        "Ancak sorunlar ortaya çıktı.",
        "Ekip yoğun şekilde çalışsa da memnun değil.",
        "Daha kırpılmış bir versiyonu olsa da popülerdi.",
        "R1 modeliyle dikkat çekmişti.",
        "Bu özellik geliştirilmişti.",
        "Geniş bir kitle tarafından benimsenmişti.",
        "Sistem geliştirilmiştir.",
        "Şimdi ise gözler şirkete çevrildi.",
        "Para yoksa olmaz.",
        "Model Ocak ayında çıktı.",
        "Pazar sıcak kaldı.",
        "Borsa ve Bursa hareketli.",
        "Otomobil sektörü büyüdü.",
        "Kaynaklar herkese açık.",
        "R1'e kıyasla daha ucuz.",
        "Çipler Çin'e satıldı.",
    ],
)
def test_look_alikes_are_no_markers(sentence: str) -> None:
    assert [(marker.cue.cue_id, marker.span.cut(sentence)) for marker in markers(sentence, _lexicon())] == []


def test_every_cue_of_the_lexicon_marks_some_sentence() -> None:
    shown = {cue_id for expected in SENTENCES.values() for cue_id, _ in expected}
    assert {cue.cue_id for cue in _lexicon()} - shown == set()


@law
@given(st.lists(st.sampled_from([*SENTENCES, "iddia", " ", "\n", "’", "sa da", "göre", "miş"]), max_size=4).map(" ".join))
def test_markers_are_ordered_and_do_not_overlap(text: str) -> None:
    found = markers(text, _lexicon())
    assert all(before.span.end <= after.span.start for before, after in itertools.pairwise(found))
    assert all(marker.span.cut(text).strip() for marker in found)


def _cue(cue_id: str, pattern: str) -> CuePattern:
    return CuePattern(cue_id, re.compile(pattern), "reported")


@law
@given(st.text("abc ", max_size=12), st.permutations(["ab", "b+c?", "a", "c", "[abc]+", "b(?P<marker>a)"]))
def test_the_first_cue_that_claims_a_letter_has_it(text: str, patterns: list[str]) -> None:
    found = markers(text, [_cue(pattern, pattern) for pattern in patterns])
    assert [marker.span for marker in found] == sorted(marker.span for marker in found)
    assert all(before.span.end <= after.span.start for before, after in itertools.pairwise(found))
    for rank, pattern in enumerate(patterns):
        for match in re.finditer(pattern, text):
            span = Span(*match.span(match.lastgroup or 0))
            takers = [marker for marker in found if marker.span.overlaps(span)]
            assert any(patterns.index(taker.cue.cue_id) <= rank for taker in takers)


def test_special_before_general_and_not_longest_first() -> None:
    text = "iddia edildi"
    special, general = _cue("special", "iddia"), _cue("general", r"iddia edil\w+")
    assert [marker.cue.cue_id for marker in markers(text, [special, general])] == ["special"]
    assert [marker.cue.cue_id for marker in markers(text, [general, special])] == ["general"]


def test_a_named_group_is_the_marker() -> None:
    assert [marker.span for marker in markers("kaynak: söyledi", [_cue("said", r"kaynak: (?P<marker>\w+)")])] == [Span(8, 15)]


def test_an_empty_match_marks_nothing() -> None:
    assert markers("abc", [_cue("empty", "x*")]) == []
