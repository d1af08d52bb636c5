"""What the schemas say of columns is true of their cells."""

import re

import pytest
from formats.tabular import cells

from iddia.formats.publication import Publication


def dated(published: Publication) -> list[tuple[str, str]]:
    """The tables and columns of EDTF dates."""
    return [
        (name, field["name"])
        for name, schema in published.schemas.items()
        for field in schema["fields"]
        if field.get("semantics") == "edtf"
    ]


def test_a_column_that_is_said_to_hold_days_holds_days_only(published: Publication) -> None:
    wrong = []
    for name, column in dated(published):
        at, field = next((at, each) for at, each in enumerate(published.schemas[name]["fields"]) if each["name"] == column)
        of_days = re.search(r"\bday\b", field["description"].lower()) and not re.search(r"\bmonth\b", field["description"])
        if of_days and any(row[at] and len(row[at]) < len("2026-11-22") for row in cells(published, name)):
            wrong.append((name, column))
    assert len(dated(published)) > 5
    assert wrong == []


@pytest.mark.parametrize("language", ["description", "description_tr"])
@pytest.mark.parametrize(("table", "column"), [("assessments", "as_of"), ("predictions", "as_of"), ("references", "published")])
def test_dates_that_may_be_months_or_years_are_said_to_be(table: str, column: str, language: str, published: Publication) -> None:
    said = next(field[language] for field in published.schemas[table]["fields"] if field["name"] == column)
    words = {"description": ("day", "month", "year"), "description_tr": ("gün", "ay", "yıl")}[language]
    assert all(re.search(rf"\b{word}", said.lower()) for word in words)


def test_titles_of_tables_differ_in_both_languages(published: Publication) -> None:
    for language in ("title", "title_tr"):
        titles = [resource[language] for resource in published.descriptor["resources"]]
        assert len(titles) == len(set(titles))
