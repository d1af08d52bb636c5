"""Which part of the version a change raises: the table that docs/versions.md publishes.

Every difference falls under exactly one rule, and what no rule foresees is MAJOR.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from iddia.diff.records import Difference, SchemaChange, TableDifference
from iddia.language import Said

Level = Literal["major", "minor", "patch"]
LEVELS: tuple[Level, ...] = ("major", "minor", "patch")
FIRST = "1.0.0"

IDS = frozenset({"sources", "entities", "claims", "properties", "units", "modalities", "references"})
"""Tables whose ids other people's data refers to."""
PARTS = frozenset({"evidence", "attributions"})
"""Tables whose rows are parts of a claim: with a new claim they are new, and with an old one they are its correction."""
COMPUTED = frozenset({"mentions", "relations", "relation_members"})
"""Tables that follow from the others; their ids are made from their content and promise nothing."""
_UNIT_COLUMNS = {("claims", "unit"), ("claims", "per"), ("figures", "unit")}
_DEFINITIONS = {"units": {"dimension", "factor", "code"}, "properties": {"value_kind", "dimension", "domain", "range", "single_valued"}}


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
        ("a number stands in another unit", "bir sayının birimi değişti"),
        ("a claim's unit was usd and is cny, whatever its number", "bir savın birimi usd idi, cny oldu; sayısı aynı kalsa da"),
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


@dataclass(frozen=True)
class Ground:
    """What asks for a level: a rule, the table, and what of it; the ids where rows are meant."""

    rule: Rule
    table: str
    what: tuple[str, ...] = ()


def grounds(difference: Difference) -> Iterator[Ground]:
    """All that differs, by rule, in order of table. What tables are new or gone is one ground each, whatever rows they have."""
    for table in difference.tables:
        if table.status != "changed":
            yield Ground(RULES[f"table-{table.status}"], table.name)
            continue
        for change in table.schema:
            yield Ground(RULES[_of_schema(change)], table.name, (_named(change),))
        for name, ids in (("removed", _keys(table, "removed")), ("added", _keys(table, "added"))):
            if ids:
                yield Ground(RULES[_of_rows(table.name, name)], table.name, ids)
        yield from _of_cells(table)


def level_of(found: list[Ground]) -> Level | None:
    """The highest level that any ground asks for; None where there is none."""
    return next((level for level in LEVELS if any(ground.rule.level == level for ground in found)), None)


def next_version(last: str, level: Level) -> str:
    """The version after ``last``, as Semantic Versioning 2.0.0 counts: what is right of the raised number is 0."""
    major, minor, patch = (int(part) for part in last.split("."))
    return {"major": f"{major + 1}.0.0", "minor": f"{major}.{minor + 1}.0", "patch": f"{major}.{minor}.{patch + 1}"}[level]


def _named(change: SchemaChange) -> str:
    return change.attribute if change.column is None else change.column


def _keys(table: TableDifference, which: Literal["added", "removed"]) -> tuple[str, ...]:
    return tuple(" ".join(table.key_of(row)) for row in getattr(table, which))


def _of_schema(change: SchemaChange) -> str:
    before, after = (None if side is None else json.loads(side) for side in (change.before, change.after))
    if change.attribute == "column" and change.column is not None:
        return "column-added" if before is None else "column-removed"
    if change.column is None:
        return "column-added" if change.attribute == "foreignKeys" and _only_more(before or [], after or []) else "key-changed"
    if change.attribute == "constraints.enum":
        return "list-widened" if before and after and _only_more(before, after) else "constraint-changed"
    return "constraint-changed" if change.attribute.startswith("constraints") else "type-changed"


def _only_more(before: Any, after: Any) -> bool:
    """Whether a list holds all that it held."""
    return isinstance(before, list) and isinstance(after, list) and all(one in after for one in before)


def _of_rows(table: str, what: str) -> str:
    if table in COMPUTED:
        return "recomputed"
    if what == "added":
        return "part-changed" if table in PARTS else "row-added"
    return "id-gone" if table in IDS else "part-changed"


def _of_cells(table: TableDifference) -> Iterator[Ground]:
    """One ground a rule, with the keys of the rows it applies to; a row can fall under two of them.

    Cells of a column that came or went say nothing more than that it did.
    """
    found: dict[str, list[str]] = {}
    passing = {change.column for change in table.schema if change.attribute == "column"}
    for row in table.changed:
        for name in dict.fromkeys(_of_cell(table.name, cell.column) for cell in row.cells if cell.column not in passing):
            found.setdefault(name, []).append(" ".join(row.key))
    for name in RULES:
        if name in found:
            yield Ground(RULES[name], table.name, tuple(found[name]))


def _of_cell(table: str, column: str) -> str:
    if table in COMPUTED:
        return "recomputed"
    if (table, column) in _UNIT_COLUMNS:
        return "unit-changed"
    return "unit-redefined" if column in _DEFINITIONS.get(table, ()) else "corrected"


__all__ = ["FIRST", "LEVELS", "RULES", "Ground", "Level", "Rule", "grounds", "level_of", "next_version"]
