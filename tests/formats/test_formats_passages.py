"""No form of a release holds a passage of an article but in a quote."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import apsw
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from formats.passages import LONGEST, passages, plain
from formats.tabular import cells

from iddia.formats.publication import Publication


@pytest.fixture(scope="module")
def articles(repository: Path) -> dict[str, str]:
    return {path.parent.name: path.read_text(encoding="utf-8") for path in sorted((repository / "seeds").glob("*/article.txt"))}


@pytest.fixture(scope="module")
def allowed(published: Publication) -> list[str]:
    """Quotes, and headlines of sources."""
    return [row[4] for row in cells(published, "evidence")] + [row[2] for row in cells(published, "sources")]


def test_only_quotes_are_published(tabular: dict[str, bytes], articles: dict[str, str], allowed: list[str]) -> None:
    assert len(articles) == 5
    assert passages(tabular, articles, allowed) == {}


def test_quotes_are_seen_where_they_are(tabular: dict[str, bytes], articles: dict[str, str]) -> None:
    told = set(passages(tabular, articles, []))
    assert told == {"iddia-1.0.0.zip", "iddia-1.0.0.sqlite", "parquet/evidence.parquet", "parquet/sources.parquet"}


def in_zip(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archived:
        archived.writestr("inner.csv", '"' + text.replace('"', '""') + '"\n')
    return out.getvalue()


def in_parquet(text: str) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"a": [None, text]}), out)
    return out.getvalue()


def in_sqlite(text: str) -> bytes:
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE VIRTUAL TABLE a USING fts5(b)")
    connection.execute("INSERT INTO a VALUES (?)", [text])
    return bytes(connection.serialize("main"))


HIDDEN: dict[str, Callable[[str], bytes]] = {
    "a.md": lambda text: f"# 1\n\n{text}\n".encode(),
    "a.json": lambda text: json.dumps({"a": [text]}).encode(),
    "a.ttl": lambda text: json.dumps(text).encode(),
    "a.html": lambda text: text.replace("&", "&amp;").replace("'", "&#39;").replace("ı", "&#305;").encode(),
    "wrapped.txt": lambda text: text.replace(" ", "\n").encode(),
    "a.zip": in_zip,
    "a.parquet": in_parquet,
    "a.sqlite": in_sqlite,
}


@pytest.mark.parametrize("name", HIDDEN)
@pytest.mark.parametrize("start", [0, 7, 400])
def test_a_passage_is_found_in_any_form(name: str, start: int, articles: dict[str, str]) -> None:
    text = plain(articles["r2-ascend-delay"])[start : start + LONGEST + 4]
    assert passages({name: HIDDEN[name](text)}, articles, []).keys() == {name}


@pytest.mark.parametrize("name", HIDDEN)
def test_less_than_a_passage_is_not(name: str, articles: dict[str, str]) -> None:
    short = plain(articles["r2-ascend-delay"])[100 : 100 + LONGEST - 2]
    assert passages({name: HIDDEN[name](short)}, articles, []) == {}


def test_a_passage_around_a_quote_is_more_than_the_quote(articles: dict[str, str]) -> None:
    text = plain(articles["r2-ascend-delay"])[200:400].strip(" ,.;:")
    assert passages({"a.txt": text.encode()}, articles, [text]) == {}
    assert passages({"a.txt": text.encode()}, articles, [text[:-1], text[1:]]) == {"a.txt": [text]}


def test_bytes_that_are_no_text_are_not_passed_over(articles: dict[str, str]) -> None:
    with pytest.raises(UnicodeDecodeError):
        passages({"a.bin": b"\xff\xfe"}, articles, [])
    with pytest.raises(sqlite3.DatabaseError):
        passages({"a.sqlite": b"\xff" * 4096}, articles, [])
