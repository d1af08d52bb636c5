"""What every form of a difference says, in both languages."""

from collections import Counter
from collections.abc import Iterable

from iddia.diff.records import Difference, SchemaChange, TableDifference
from iddia.language import Language, Said, Words, said

CLAIMS = "claims"
NO_DIFFERENCE: Said = ("no difference", "fark yok")
VERSION: Said = ("version", "sürüm")
SCHEMA: Said = ("schema", "şema")
COLUMN: Said = ("column", "sütun")
KEY: Said = ("key", "anahtar")
BEFORE: Said = ("before", "önce")
AFTER: Said = ("after", "sonra")
STATEMENT: Said = ("statement", "önerme")
CONTENT: Said = ("cells", "hücreler")
CLAIM: Said = ("claim", "sav")
NONE: Said = ("none", "yok")
EMPTY: Said = ("empty", "boş")
WHOLE_TABLE: dict[str, Said] = {"added": ("new table", "yeni tablo"), "removed": ("table removed", "tablo çıkarıldı")}
DONE: dict[str, Said] = {"added": ("added", "eklendi"), "removed": ("removed", "çıkarıldı"), "changed": ("changed", "değişti")}


def in_reading_order(found: Difference) -> list[TableDifference]:
    """The claims first, then the other tables by name."""
    return sorted(found.tables, key=lambda table: (table.name != CLAIMS, table.name))


def counted(counts: Counter[str], language: Language) -> str:
    """How many rows were added, removed and changed, as far as any were."""
    return ", ".join(f"{counts[done]} {said(words, language)}" for done, words in DONE.items() if counts[done])


def total(tables: Iterable[TableDifference]) -> Counter[str]:
    """The counts of several tables together."""
    return sum((table.counts() for table in tables), Counter())


def of_table(table: TableDifference, language: Language) -> str:
    """A table's counts; whether it came or went, and whether its schema changed."""
    parts = [said(WHOLE_TABLE[table.status], language)] if table.status in WHOLE_TABLE else []
    parts += [counted(table.counts(), language)] if table.counts().total() else []
    parts += [said(("schema changed", "şeması değişti"), language)] if table.schema else []
    return ", ".join(parts)


def subject_of(change: SchemaChange, language: Language) -> str:
    """What of a schema changed: ``column number: type``, ``primaryKey``."""
    if change.column is None:
        return change.attribute
    named = f"{said(COLUMN, language)} {change.column}"
    return named if change.attribute == "column" else f"{named}: {change.attribute}"


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
