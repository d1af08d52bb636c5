"""Full-text search over statements and quotes, for SQLite's FTS5."""

import re
from collections.abc import Iterator

import pyarrow as pa

SEARCH = "search"

# unicode61 with remove_diacritics 2: "cip" finds "çip" and "İstanbul" finds "istanbul", as people type. Two things are Turkish and
# unknown to it. Suffixes: no text says "gecikme" alone, they say "gecikmesi" and "gecikmeye". And ı, which it keeps apart from i while
# it takes I for a capital i, so that "IŞIK" would not find "ışık". The column typed_as holds what else a word may be typed as, on both
# accounts; its small weight in bm25 keeps what was found by it alone behind what was found by the word itself. A trigram index would find
# beginnings too, but cannot find "R2", nor be opened by SQLite before 3.34.
CREATE_SEARCH = f"""CREATE VIRTUAL TABLE {SEARCH} USING fts5(
  claim_id UNINDEXED, statement_en, statement_tr, quotes, typed_as, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO {SEARCH} ({SEARCH}, rank) VALUES ('rank', 'bm25(0.0, 2.0, 2.0, 1.0, 0.1)')"""

_WORD = re.compile(r"[^\W_]+")
_SMALL = str.maketrans("Iİ", "ıi")
_SHORTEST = 3


def search_rows(claims: pa.Table, evidence: pa.Table) -> Iterator[tuple[str, str, str, str, str]]:
    """A row a claim, in the order of the claims, so that rowids are equal: id, statements, quotes, other ways to type them."""
    quotes: dict[str, list[str]] = {}
    for claim_id, quote in zip(evidence["claim_id"].to_pylist(), evidence["quote"].to_pylist(), strict=True):
        quotes.setdefault(claim_id, []).append(quote)
    columns = (claims[name].to_pylist() for name in ("claim_id", "statement_en", "statement_tr"))
    for claim_id, english, turkish in zip(*columns, strict=True):
        words = " … ".join(quotes.get(claim_id, ()))
        yield claim_id, english, turkish, words, " ".join(sorted(typed_as(f"{turkish}\n{words}")))


def typed_as(text: str) -> set[str]:
    """What the words of a Turkish text may be typed as: each beginning of three letters or more, in small letters, with ı or i for ı.

    A word that begins with a digit has no beginnings: "2025" is not typed as "202".
    """
    words = {word.translate(_SMALL).lower() for word in _WORD.findall(text)}
    begun = {word[:length] for word in words if not word[0].isdigit() for length in range(_SHORTEST, len(word))}
    return {form for word in words | begun for form in (word, word.replace("ı", "i"), re.sub("^ı", "i", word))}
