"""Words that stand in an article more than once are sought by the claim that they belong to: its sentence, then its paragraph."""

import pytest

from iddia.errors import Finding
from iddia.model.reading import Words
from iddia.project.article import Article
from iddia.project.claims import find_words
from iddia.text.spans import Span
from iddia.yamlfile import YamlFile


def sought(text: str, quote: str, near: str) -> tuple[Span | None, list[Finding]]:
    """Where ``quote`` is taken to stand for a claim with the words ``near``, and what is told."""
    article = Article("a", text, YamlFile("a"))
    start = text.index(near)
    search = find_words(article, Words(quote=quote), ("claims", 0, "cue", 0), Span(start, start + len(near)))
    found: list[Finding] = []
    while True:
        try:
            found.append(next(search))
        except StopIteration as stop:
            return stop.value, found


@pytest.mark.parametrize(
    ("text", "quote", "near", "start"),
    [
        ("Ali dedi. Ayşe dedi. Can dedi.", "dedi", "Ayşe", 15),
        ("Ali geldi. Oya dedi.\nAyşe dedi.", "dedi", "Ali", 15),
        ("Can on onlar gördü. Bin on yok.", "on", "Can", 4),
        ("Can onlar on gördü. Bin on yok.", "on", "Can", 10),
        ("Can balkon on gördü. Bin on yok.", "on", "Can", 11),
        ("on onlar. Bin on yok.", "on", "onlar", 0),
        ("Bin on yok. Bu onlar on", "on", "onlar", 21),
    ],
)
def test_the_words_of_the_claim_s_sentence_or_paragraph_are_taken(text: str, quote: str, near: str, start: int) -> None:
    assert sought(text, quote, near) == (Span(start, start + len(quote)), [])


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Ali on on gördü. Bin on yok.", "Ali"),
        ("Ali balkon onlar gördü. Bin on yok, on.", "Ali"),
        ("Ali yok.\nBin on yok. On on.", "Ali"),
    ],
)
def test_what_is_still_in_doubt_is_told(text: str, near: str) -> None:
    span, found = sought(text, "on", near)
    assert span is None
    assert [finding.code for finding in found] == ["quote-ambiguous"]
