"""The pages on how the data came about lie in a release's folder, and lead to what is there; what they say of the quotes is measured."""

import dataclasses
import re
from pathlib import Path

import pytest
from formats.made import release
from formats.tabular import cells

from iddia.formats.papers.datasheet import AGREEMENT, ANNOTATION, DATASHEET, answer
from iddia.formats.papers.pages import linked, pages
from iddia.formats.papers.releasefiles import FILES, OPTIONAL
from iddia.formats.papers.rights import QUOTES
from iddia.formats.publication import Publication

_LINK = re.compile(r"\]\(([^)]*)\)")


def test_the_pages_link_to_what_is_there(released: Path) -> None:
    for page in ("README.md", "datasheet.md", "annotation.md", "agreement.md", "dictionary.md"):
        text = (released / page).read_text(encoding="utf-8")
        for target in _LINK.findall(text):
            assert target.startswith(("https://", "#")) or (released / target).is_file(), (page, target)
    assert "[annotation.md](annotation.md)" in (released / "README.md").read_text(encoding="utf-8")
    assert "[dictionary.md](dictionary.md)" in (released / "datasheet.md").read_text(encoding="utf-8")


def test_the_words_of_the_pages_are_those_of_the_repository(published: Publication, released: Path) -> None:
    for name in (DATASHEET, ANNOTATION, AGREEMENT):
        there = (released / name.removeprefix("docs/")).read_text(encoding="utf-8")
        assert linked(there, set()).replace("dictionary.md", "tables.md") == linked(published.texts[name], set())


def test_a_project_without_rules_and_agreement_releases(published: Publication) -> None:
    texts = {name: text for name, text in published.texts.items() if name not in (ANNOTATION, AGREEMENT)}
    made = release(dataclasses.replace(published, texts=texts))
    assert set(release(published)) - set(made) == set(OPTIONAL)
    assert "annotation.md](" not in made["datasheet.md"].decode() + made["README.md"].decode()
    assert not set(OPTIONAL) & set(FILES)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[a](b.md), [c](d.md#e)", "a, [c](d.md#e)"),
        ("[web](https://iddia.invalid/b.md)", "[web](https://iddia.invalid/b.md)"),
        ("[tables.md](tables.md) and [columns](tables.md#claims)", "[dictionary.md](dictionary.md) and [columns](dictionary.md)"),
    ],
)
def test_links_to_what_is_not_there_become_words(markdown: str, expected: str) -> None:
    assert linked(markdown, {"d.md", "dictionary.md"}) == expected
    assert linked(expected, {"d.md", "dictionary.md"}) == expected


def test_only_pages_of_the_project_are_made(published: Publication) -> None:
    assert pages(dataclasses.replace(published, texts={}), {}) == {}


def test_quotes_cover_more_than_four_fifths_of_each_article(published: Publication, repository: Path) -> None:
    quoted: dict[str, set[int]] = {}
    named = [field["name"] for field in published.schemas["evidence"]["fields"]]
    for row in (dict(zip(named, cell, strict=True)) for cell in cells(published, "evidence")):
        quoted.setdefault(row["source_id"], set()).update(range(row["start"], row["end"]))
    shares = {
        source: len(places) / len((repository / "seeds" / source / "article.txt").read_bytes().decode("utf-8"))
        for source, places in quoted.items()
    }
    assert set(shares) == {row[0] for row in cells(published, "sources")}
    assert {source: share for source, share in shares.items() if not 0.8 < share < 1} == {}


def test_the_datasheet_says_so_too(published: Publication) -> None:
    assert "the " + QUOTES[0].removeprefix("The ") in answer(published.texts, "Is anything missing?")
    assert "more than four fifths of each article" in QUOTES[0]
    assert "her makalenin beşte dördünden fazlasını" in QUOTES[1]
