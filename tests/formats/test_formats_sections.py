"""The pages of a release say what its tables are, from the descriptor."""

import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from formats.tabular import cells
from markdown_it import MarkdownIt

from iddia.formats.papers.rights import QUOTES
from iddia.formats.publication import Publication


def text_of(page: Path) -> str:
    """The text of a README.md, less its front matter, or of that in an archive."""
    if page.suffix != ".zip":
        return page.read_text(encoding="utf-8").split("---\n", 2)[2]
    with zipfile.ZipFile(page) as archived:
        return archived.read("README.md").decode("utf-8")


@pytest.mark.parametrize("page", ["README.md", "iddia-1.0.0.zip"])
def test_the_licence_does_not_cover_the_quotes(page: str, folder: Path) -> None:
    told = text_of(folder / page).partition("## Licence\n")[2].partition("\n## ")[0]
    assert all(words in told for words in QUOTES)


@pytest.mark.parametrize("page", ["README.md", "iddia-1.0.0.zip"])
def test_tables_are_listed_with_their_rows(page: str, folder: Path, published: Publication) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of(folder / page))
    within = [token.content for before, token in pairwise(tokens) if before.type == "td_open"]
    rows = [tuple(within[at : at + 4]) for at in range(0, len(within), 4)]
    assert rows == [
        (f"`{each['name']}`", str(len(cells(published, each["name"]))), each["description"], each["description_tr"])
        for each in published.descriptor["resources"]
    ]


@pytest.mark.parametrize("language", ["description", "description_tr"])
def test_both_languages_say_what_it_is(language: str, tabular: dict[str, bytes], published: Publication) -> None:
    assert published.descriptor[language] in tabular["README.md"].decode("utf-8")
