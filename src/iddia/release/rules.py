"""The kinds of change and the part of the version that each raises: the table that docs/versions.md publishes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from iddia.language import Said

Level = Literal["major", "minor", "patch"]
LEVELS: tuple[Level, ...] = ("major", "minor", "patch")


@dataclass(frozen=True)
class Rule:
    """A kind of change: the level it asks for, what it is, and an example."""

    name: str
    level: Level
    what: Said
    example: Said


_RULES = (
    Rule(
        "table-removed",
        "major",
        ("a table is gone or renamed", "bir tablo kalktı ya da adı değişti"),
        ("figures.csv is no longer there", "figures.csv artık yok"),
    ),
    Rule(
        "column-removed",
        "major",
        ("a column is gone or renamed", "bir sütun kalktı ya da adı değişti"),
        ("claims.number is called claims.amount", "claims.number sütununun adı claims.amount oldu"),
    ),
    Rule(
        "type-changed",
        "major",
        ("a column's type, format or meaning changed", "bir sütunun türü, biçimi ya da anlamı değişti"),
        ("claims.number was a number and is a string", "claims.number sayıydı, metin oldu"),
    ),
    Rule(
        "constraint-changed",
        "major",
        (
            "a constraint changed, a value left a closed list, or a column may now be empty",
            "bir kısıt değişti, kapalı listeden bir değer çıktı ya da bir sütun artık boş kalabiliyor",
        ),
        ("claims.modality can no longer be rumoured", "claims.modality artık rumoured olamıyor"),
    ),
    Rule(
        "key-changed",
        "major",
        ("a primary key changed, or a foreign key is gone", "bir birincil anahtar değişti ya da bir yabancı anahtar kalktı"),
        ("names is keyed by entity_id and name alone", "names tablosunun anahtarı yalnız entity_id ve name oldu"),
    ),
    Rule(
        "id-gone",
        "major",
        (
            "an id is gone: a claim was retracted, an entity merged, a unit renamed",
            "bir kimlik kalktı: sav geri çekildi, varlıklar birleştirildi, birimin adı değişti",
        ),
        ("the entity deepseek-v3-base is now deepseek-v3", "deepseek-v3-base varlığı artık deepseek-v3"),
    ),
    Rule(
        "unit-redefined",
        "major",
        (
            "a unit or a property is defined anew: dimension, factor, code, kind of value, domain, range",
            "bir birim ya da özellik yeniden tanımlandı: boyut, katsayı, kod, değer türü, tanım ve değer kümesi",
        ),
        ("the factor of flops_per_second is 1 and was 1e12", "flops_per_second katsayısı 1e12 idi, 1 oldu"),
    ),
    Rule(
        "unit-changed",
        "major",
        ("a number of a claim or a figure stands in another unit", "bir savdaki ya da hesaptaki sayının birimi değişti"),
        ("a claim's unit was usd and is cny, whatever its number", "bir savın birimi usd idi, cny oldu; sayısı aynı kalsa da"),
    ),
    Rule(
        "unit-relabelled",
        "minor",
        (
            "a unit is called otherwise, and is told of with every claim that uses it",
            "bir birimin adı değişti; onu kullanan her savla birlikte bildirilir",
        ),
        ("flops is called operations per second", "flops birimine saniyede işlem deniyor"),
    ),
    Rule(
        "table-added",
        "minor",
        ("a table is new", "yeni bir tablo var"),
        ("figures.csv is there for the first time", "figures.csv ilk kez var"),
    ),
    Rule(
        "column-added",
        "minor",
        ("a column or a foreign key is new", "yeni bir sütun ya da yabancı anahtar var"),
        ("claims.wikidata is new", "claims.wikidata yeni"),
    ),
    Rule(
        "list-widened",
        "minor",
        ("a closed list has a further value", "kapalı bir listeye değer eklendi"),
        ("evidence.role can also be caption", "evidence.role artık caption da olabiliyor"),
    ),
    Rule(
        "row-added",
        "minor",
        ("rows are new: claims, articles, entities, assessments", "yeni satırlar var: savlar, makaleler, varlıklar, değerlendirmeler"),
        ("an article was read: 40 claims are new", "bir makale okundu: 40 yeni sav"),
    ),
    Rule(
        "corrected",
        "patch",
        (
            "a cell was corrected: a value, a label, a span, a modality, who speaks",
            "bir hücre düzeltildi: değer, etiket, alıntının yeri, kiplik, söyleyen",
        ),
        ("5 million dollars was read as 6 million", "5 milyon dolar 6 milyon diye okunmuştu"),
    ),
    Rule(
        "part-changed",
        "patch",
        (
            "a quote or a speaker of a claim came or went, a name or an assessment was withdrawn",
            "bir savın alıntısı ya da söyleyeni eklendi ya da çıkarıldı, bir ad ya da değerlendirme geri alındı",
        ),
        ("a claim has a further context quote", "bir savın bağlam alıntısı eklendi"),
    ),
    Rule(
        "recomputed",
        "patch",
        ("what follows from other tables was computed anew", "öteki tablolardan çıkanlar yeniden hesaplandı"),
        ("a relation is gone because a value was corrected", "bir değer düzeltilince bir ilişki kalktı"),
    ),
    Rule(
        "words",
        "patch",
        (
            "descriptions and titles of tables or columns changed, nothing else",
            "yalnız tablo ya da sütunların başlık ve açıklamaları değişti",
        ),
        ("the description of claims.per is clearer", "claims.per açıklaması daha açık"),
    ),
    Rule(
        "packaging",
        "patch",
        ("the data are the same, and files are written otherwise", "veri aynı, dosyalar başka türlü yazılıyor"),
        ("Parquet is compressed otherwise, the card is worded anew", "Parquet başka türlü sıkıştırıldı, tanıtım sayfası yeniden yazıldı"),
    ),
)
RULES: Mapping[str, Rule] = {rule.name: rule for rule in _RULES}
