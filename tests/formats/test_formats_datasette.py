"""Datasette shows the SQLite file with its titles, words and search."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from formats.tabular import cells

from iddia.formats.publication import Publication
from iddia.formats.tabular.search import SEARCH
from iddia.formats.tabular.views import ABOUT_VIEWS

_BASE = "/iddia-1~2E0~2E0"


@pytest.fixture(scope="module")
def shown(folder: Path) -> Datasette:
    return Datasette(
        files=[], immutables=[str(folder / "iddia-1.0.0.sqlite")], metadata=json.loads((folder / "datasette.json").read_text())
    )


def get(shown: Datasette, path: str) -> Any:
    async def ask() -> Any:
        await shown.invoke_startup()
        return await shown.client.get(path, follow_redirects=True)

    answer = asyncio.run(ask())
    assert answer.status_code == 200, answer.text
    return answer


def test_every_table_and_view_is_described(shown: Datasette, folder: Path) -> None:
    names = {*(table["name"] for table in get(shown, f"{_BASE}.json").json()["tables"] if not table["hidden"]), *ABOUT_VIEWS, SEARCH}
    (described,) = json.loads((folder / "datasette.json").read_text())["databases"].values()
    assert names == described["tables"].keys()


def test_every_description_is_in_both_languages(folder: Path) -> None:
    (described,) = json.loads((folder / "datasette.json").read_text())["databases"].values()
    for name, table in described["tables"].items():
        english, turkish = table["description"].split(" / ")
        assert not set(english.lower()) & set("çğışöü"), name
        assert set(turkish.lower()) & set("çğışöü"), name


def test_a_table_shows_its_title_and_its_columns_words(shown: Datasette, published: Publication) -> None:
    page = get(shown, f"{_BASE}/claims").text
    assert "Claims / Savlar" in page
    assert published.schemas["claims"]["fields"][0]["description"] in page
    assert "Creative Commons Attribution 4.0" in page


def test_the_search_of_claims_finds_a_word_without_its_suffix(shown: Datasette, published: Publication) -> None:
    rows = get(shown, f"{_BASE}/claims.json?_search=gecikme&_shape=array").json()
    words = {row[0]: f"{row[2]} {row[3]}".lower() for row in cells(published, "claims")}
    for row in cells(published, "evidence"):
        words[row[0]] += " " + row[4].lower()
    assert {row["claim_id"] for row in rows} == {claim_id for claim_id, text in words.items() if "gecikme" in text}
    assert rows
