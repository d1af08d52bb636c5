"""What every form of a difference says, in both languages."""

from collections import Counter

from iddia.diff.records import ClaimChange, Difference, SchemaChange, TableDifference, UnitChange
from iddia.language import Language, Said, Words, said

CLAIMS = "claims"
NO_DIFFERENCE: Said = ("no difference", "fark yok")
DIFFERENCE: Said = ("What differs", "Farklar")
VERSION: Said = ("version", "sürüm")
SCHEMA: Said = ("schema", "şema")
COLUMN: Said = ("column", "sütun")
KEY: Said = ("key", "anahtar")
BEFORE: Said = ("before", "önce")
AFTER: Said = ("after", "sonra")
STATEMENT: Said = ("statement", "önerme")
CONTENT: Said = ("cells", "hücreler")
CLAIM: Said = ("claim", "sav")
WHAT: Said = ("what", "ne değişti")
USERS: Said = ("claims that use it", "onu kullanan savlar")
NONE: Said = ("none", "yok")
EMPTY: Said = ("empty", "boş")
RENAMED: Said = ("looks renamed, the cells are the same", "yeniden adlandırılmış görünüyor, hücreler aynı")
UNIT_CHANGED: Said = ("UNIT CHANGED", "BİRİM DEĞİŞTİ")
WHOLE_TABLE: dict[str, Said] = {"added": ("new table", "yeni tablo"), "removed": ("table removed", "tablo çıkarıldı")}
DONE: dict[str, Said] = {"added": ("added", "eklendi"), "removed": ("removed", "çıkarıldı"), "changed": ("changed", "değişti")}
UNIT = "unit changed"
HAPPENED: dict[str, Said] = {
    "added": ("added", "eklendi"),
    "retracted": ("retracted", "geri çekildi"),
    UNIT: ("unit changed", "birimi değişti"),
    "corrected": ("corrected", "düzeltildi"),
    "re-attributed": ("re-attributed", "söyleyeni değişti"),
    "re-graded": ("re-graded", "kesinlik derecesi değişti"),
}
"""What happens to claims, in the order in which it is told; a change of unit never passes for a correction."""
_OF_A_CLAIM = (UNIT, "re-attributed", "re-graded")
_OF_UNIT = ("unit", "per")


def happened(change: ClaimChange) -> str:
    """Which of ``HAPPENED`` a change of a claim is."""
    return UNIT if change.change == "corrected" and change.field in _OF_UNIT else change.change


def claims_counted(found: Difference, language: Language) -> str:
    """To how many claims each thing happened."""
    ids: dict[str, set[str]] = {kind: set() for kind in HAPPENED}
    for change in found.claims:
        ids[happened(change)].add(change.claim_id)
    told = ((kind, f"{len(ids[kind])}{' savın' * (language == 'tr' and kind in _OF_A_CLAIM)}") for kind in HAPPENED if ids[kind])
    return ", ".join(f"{count} {said(HAPPENED[kind], language)}" for kind, count in told)


def counted(counts: Counter[str], language: Language) -> str:
    """How many rows were added, removed and changed, as far as any were."""
    return ", ".join(f"{counts[done]} {said(words, language)}" for done, words in DONE.items() if counts[done])


def of_table(table: TableDifference, language: Language) -> str:
    """A table's counts; whether it came or went, and whether its schema changed."""
    parts = [said(WHOLE_TABLE[table.status], language)] if table.status in WHOLE_TABLE else []
    parts += [counted(table.counts(), language)] if table.counts().total() else []
    parts += [said(("schema changed", "şeması değişti"), language)] if table.schema else []
    return ", ".join(parts)


def counted_of(table: TableDifference, rest: TableDifference, language: Language) -> str:
    """A table's counts, and that only the ``rest`` of its rows follows, the others being told with their claims."""
    is_told = rest.counts().total() < table.counts().total()
    return of_table(table, language) + said((" (see the claims)", " (savlara bakınız)"), language) * is_told


def subject_of(change: SchemaChange, language: Language) -> str:
    """What of a schema changed: ``column number: type``, ``primaryKey``."""
    if change.column is None:
        return change.attribute
    named = f"{said(COLUMN, language)} {change.column}"
    return named if change.attribute == "column" else f"{named}: {change.attribute}"


def subject_of_unit(change: UnitChange, language: Language) -> str:
    """Whose unit changed: a claim's id, with ``per`` where it is that; a unit's id and what of it differs."""
    if change.table == "figures":
        return f"{said(('figure', 'hesap'), language)} {change.id}"
    if change.table == "units":
        return f"{said(('unit', 'birim'), language)} {change.id}: {change.column}"
    return change.id if change.column == "unit" else f"{change.id} ({change.column})"


def versions(found: Difference, language: Language) -> str | None:
    """The version before and after, if it changed."""
    if found.old_version == found.new_version:
        return None
    old, new = (said(NONE, language) if version is None else version for version in (found.old_version, found.new_version))
    return f"{said(VERSION, language)}: {old} → {new}"


def statement_column(language: Language) -> str:
    """The column in which a claim is told in the language."""
    return f"statement_{language}"


def side(text: str | None, language: Language, nothing: Words = EMPTY) -> str:
    """A cell or attribute as one side of a change."""
    return text or f"({said(nothing, language)})"
