"""The full-text search of the SQLite file finds Turkish words however they are typed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from formats.tabular import bare, cells
from hypothesis import given
from hypothesis import strategies as st

from iddia.formats.publication import Publication
from iddia.formats.tabular.search import typed_as
from iddia.text.turkish import turkish_upper

_TURKISH = "abcçdefgğhıijklmnoöprsştuüvyz"


@pytest.fixture(scope="module")
def database(tabular: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(tabular["iddia-1.0.0.sqlite"])
    with closing(connection):
        yield connection


def found(database: sqlite3.Connection, words: str) -> set[str]:
    return {claim_id for (claim_id,) in database.execute("SELECT claim_id FROM search WHERE search MATCH ?", [f'"{words}"'])}


@pytest.fixture(scope="module")
def texts(published: Publication) -> dict[str, list[str]]:
    """The words of each claim's statements and quotes, bare."""
    spoken = {row[0]: f"{row[2]} {row[3]}" for row in cells(published, "claims")}
    quotes: dict[str, str] = {}
    for row in cells(published, "evidence"):
        quotes[row[0]] = f"{quotes.get(row[0], '')} {row[4]}"
    return {
        claim_id: "".join(letter if letter.isalnum() else " " for letter in bare(f"{said} {quotes.get(claim_id, '')}")).split()
        for claim_id, said in spoken.items()
    }


@pytest.mark.parametrize("typed", ["gecikme", "GECİKME", "Gecikme", "gecikmesi", "çip", "cip", "ÇİP", "yarı", "YARI", "yari", "R2", "Çin"])
def test_a_word_finds_all_claims_that_have_it_with_any_suffix(
    typed: str, database: sqlite3.Connection, texts: dict[str, list[str]]
) -> None:
    whole = len(typed) < 3
    expected = {at for at, words in texts.items() if any(word == bare(typed) if whole else word.startswith(bare(typed)) for word in words)}
    assert expected
    assert found(database, typed) == expected


@pytest.mark.parametrize("typed", ["DeepSeek-R2", "Nvidia'nın", "1.2 trilyon", '"R2"'])
def test_what_stands_in_quotation_marks_is_found_whatever_signs_are_in_it(
    typed: str, database: sqlite3.Connection, texts: dict[str, list[str]]
) -> None:
    wanted = "".join(letter if letter.isalnum() else " " for letter in bare(typed)).split()
    expected = {
        at for at, words in texts.items() if any(words[start : start + len(wanted)] == wanted for start in range(len(words)))
    }  # fmt: skip
    assert expected
    assert expected <= found(database, typed.replace('"', '""'))


def test_every_turkish_word_is_found_however_it_is_typed(database: sqlite3.Connection, published: Publication) -> None:
    lost = []
    for row in cells(published, "claims")[::7]:
        for word in "".join(letter if letter.isalnum() else " " for letter in row[3]).split():
            small = word.translate(str.maketrans("Iİ", "ıi")).lower()
            ways = {word, small, turkish_upper(word), bare(word), bare(word).upper(), turkish_upper(small[0]) + small[1:]}
            lost += [(row[0], word, way) for way in ways if row[0] not in found(database, way)]
    assert lost == []


def test_rows_of_the_search_are_rows_of_the_claims(database: sqlite3.Connection) -> None:
    joined = database.execute(
        "SELECT count(*) FROM claims JOIN search ON search.rowid = claims.rowid AND search.claim_id = claims.claim_id"
    )
    assert joined.fetchone() == database.execute("SELECT count(*) FROM claims").fetchone()


def test_the_word_itself_is_ranked_before_its_beginnings(database: sqlite3.Connection) -> None:
    ranked = [text for (text,) in database.execute("SELECT statement_tr || quotes FROM search WHERE search MATCH 'eğitim' ORDER BY rank")]
    whole = ["eğitim" in {word.strip(".,'’") for word in text.lower().replace("’", " ").replace("'", " ").split()} for text in ranked]
    assert whole[0]
    assert not all(whole)
    assert sum(whole[: sum(whole)]) > 0.9 * sum(whole)


@given(st.text(_TURKISH, min_size=3) | st.text("ıiş", min_size=3))
def test_every_beginning_of_three_letters_is_a_way_to_type_a_word(word: str) -> None:
    ways = typed_as(turkish_upper(word))
    assert {word[:length] for length in range(3, len(word) + 1)} <= ways
    assert {way.replace("ı", "i") for way in ways} | {f"i{way[1:]}" for way in ways if way[0] == "ı"} <= ways
    assert not {way for way in ways if not word.replace("ı", "i").startswith(way.replace("ı", "i"))}


def test_a_number_has_no_beginnings() -> None:
    assert typed_as("2025") == {"2025"}
