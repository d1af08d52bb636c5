"""What is said of a bound that is broken, in both languages."""

from iddia.assertions.subjects import Subject
from iddia.language import Said

BRING_BACK: Said = (
    "bring the data back (iddia diff shows what was lost), or lower the bound and say why under moved:",
    "veriyi geri getirin (ne yittiğini iddia diff gösterir) ya da sınırı düşürüp nedenini moved: altında yazın",
)
IS_RIGHT: Said = (
    "see what got in; if it belongs there, raise the bound and say why under moved:",
    "araya ne karıştığına bakın; hepsi yerindeyse sınırı yükseltip nedenini moved: altında yazın",
)


def too_few(subject: Subject) -> Said:
    """That there is less than the minimum."""
    table, column, value = subject.table, subject.column, subject.value
    return _of_which(
        subject,
        {
            "rows": (f"{table} has too few rows", f"{table} tablosunda çok az satır var"),
            "filled": (f"{table}.{column} is empty too often", f"{table}.{column} sütunu çok sık boş"),
            "distinct": (
                f"{table}.{column} has too few different values",
                f"{table}.{column} sütununun çok az farklı değeri var",
            ),
            "values": (
                f"too few rows of {table} have the {column} {value}",
                f"{table} tablosunda {column} değeri {value} olan satırlar çok az",
            ),
            "shares": (
                f"too small a share of {table} has the {column} {value}",
                f"{table} tablosunda {column} değeri {value} olan satırların oranı çok düşük",
            ),
            "each": (
                f"{table} has too few rows for some {column}",
                f"{table} tablosunda bazı {column} değerleri için çok az satır var",
            ),
        }[subject.measure],
    )


def too_many(subject: Subject) -> Said:
    """That there is more than the maximum."""
    table, column, value = subject.table, subject.column, subject.value
    return _of_which(
        subject,
        {
            "rows": (f"{table} has strikingly many rows", f"{table} tablosunda göze çarpacak kadar çok satır var"),
            "filled": (
                f"{table}.{column} is filled strikingly often",
                f"{table}.{column} sütunu göze çarpacak kadar sık dolu",
            ),
            "distinct": (
                f"{table}.{column} has strikingly many different values",
                f"{table}.{column} sütununun göze çarpacak kadar çok farklı değeri var",
            ),
            "values": (
                f"strikingly many rows of {table} have the {column} {value}",
                f"{table} tablosunda {column} değeri {value} olan satırlar göze çarpacak kadar çok",
            ),
            "shares": (
                f"a strikingly large share of {table} has the {column} {value}",
                f"{table} tablosunda {column} değeri {value} olan satırların oranı göze çarpacak kadar yüksek",
            ),
            "each": (
                f"{table} has strikingly many rows for some {column}",
                f"{table} tablosunda bazı {column} değerleri için göze çarpacak kadar çok satır var",
            ),
        }[subject.measure],
    )


def _of_which(subject: Subject, words: Said) -> Said:
    """The words with the rows that are meant, where not all are."""
    if subject.where is None:
        return words
    column, value = subject.where
    return f"{words[0]} (of those with the {column} {value})", f"{words[1]} ({column} değeri {value} olanlarda)"
