"""Passages of the articles in what is published: third-party text, of which only quotes may be there."""

import html
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any

import pyarrow.parquet as pq

LONGEST = 80
"""Characters in a row that no published text may share with an article, except in a quote."""
_BLOCK = LONGEST // 2
_BETWEEN = "\0"
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def passages(files: Mapping[str, bytes], articles: Mapping[str, str], allowed: Iterable[str]) -> dict[str, list[str]]:
    """The runs of ``LONGEST`` characters or more that each file shares with an article, by path.

    A run that one of the texts ``allowed`` holds whole is left out: quotes, and headlines, which name a source. Texts are compared
    without what formats escape (quotation marks, backslashes, kinds of blanks). Zip archives, SQLite and Parquet files are looked into.
    UnicodeDecodeError where a file of another kind is not text.
    """
    held = [plain(text) for text in allowed]
    found = {}
    for path, content in files.items():
        text = _BETWEEN.join(plain(each) for each in texts(path, content))
        runs = {run for article in articles.values() for run in _shared(plain(article), text)}
        if taken := sorted(run for run in runs if not any(run in text for text in held)):
            found[path] = taken
    return found


def _shared(article: str, text: str) -> Iterator[str]:
    """Every run of that length holds a block of half of it that begins at a multiple of that half; runs are grown from such blocks."""
    for start in range(0, len(article) - _BLOCK + 1, _BLOCK):
        block = article[start : start + _BLOCK]
        at = text.find(block)
        while at >= 0:
            before, after = 0, _BLOCK
            while before < start and before < at and article[start - before - 1] == text[at - before - 1]:
                before += 1
            while start + after < len(article) and at + after < len(text) and article[start + after] == text[at + after]:
                after += 1
            # A blank or comma at an end may belong to the format as well as to the article.
            if len(run := article[start - before : start + after].strip(" ,.;:")) >= LONGEST:
                yield run
            at = text.find(block, at + 1)


def plain(text: str) -> str:
    """The text with escapes undone, quotation marks and backslashes left out, and one space for each run of blanks."""
    unescaped = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), html.unescape(text))
    return " ".join(re.sub(r"\\[nrt]|\s", " ", unescaped).replace("\\", "").replace('"', "").split())


def texts(path: str, content: bytes) -> Iterator[str]:
    """The texts in a file: its cells, or itself."""
    if path.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archived:
            for name in archived.namelist():
                yield from texts(name, archived.read(name))
    elif path.endswith(".sqlite"):
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(content)
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    yield from (cell for cell in row if isinstance(cell, str))
    elif path.endswith(".parquet"):
        table = pq.read_table(io.BytesIO(content))
        yield str(table.schema.metadata)
        for column in table.columns:
            yield from (cell for cell in column.to_pylist() if isinstance(cell, str))
    else:
        text = content.decode("utf-8")
        yield text
        if path.endswith((".json", ".jsonld")):
            yield from _strings(json.loads(text))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)
