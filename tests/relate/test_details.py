"""What is said of a relation, in English and in Turkish: for each rule a few examples, word for word, in details.yaml."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from iddia.relate.detailwords import interval_in_words
from iddia.relate.intervals import EVERYTHING, Amount, Interval, of_date, of_quantity

Maker = Callable[[Mapping[str, Any]], Any]
WORDS = yaml.load((Path(__file__).parent / "details.yaml").read_text("utf-8"), yaml.BaseLoader)
LABELS, EXAMPLES = WORDS["labels"], WORDS["examples"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_relation_is_put_into_these_words(name: str, made: Maker) -> None:
    example = EXAMPLES[name]
    entities = {key: {**entity, **example.get("entities", {}).get(key, {})} for key, entity in LABELS["entities"].items()}
    related = made({**LABELS, **example, "entities": entities}).related
    assert [relation.detail for relation in related.relations if relation.rule == example["rule"]] == [(example["en"], example["tr"])]


def test_every_pair_rule_has_an_example() -> None:
    rules = {example["rule"] for example in EXAMPLES.values()}
    assert {"value", "date", "polarity", "maybe_same", "strength", "agreement", "narrower"} - rules == set()


def _of(approximation: str, number: str, factor: str = "1") -> Interval:
    return of_quantity(Amount(Decimal(number), None, None, approximation), Decimal(factor), "money")


@pytest.mark.parametrize(
    ("interval", "is_date", "factor", "english", "turkish"),
    [
        (EVERYTHING, False, "1", "any value", "herhangi bir değer"),
        (_of("exact", "5e6"), False, "1", "4.5 million to under 5.5 million", "4,5 milyon ile 5,5 milyon arası, üst sınır hariç"),
        (_of("exact", "5", "1e6"), False, "1e6", "4.5 to under 5.5", "4,5 ile 5,5 arası, üst sınır hariç"),
        (_of("about", "5e6"), False, "1", "4 million to 6 million", "4 milyon ile 6 milyon arası"),
        (_of("about", "1", "3"), False, "7", "0.342857142857 to 0.514285714286", "0,342857142857 ile 0,514285714286 arası"),
        (_of("at_least", "5"), False, "1", "5 or more", "5 ya da üzeri"),
        (_of("more_than", "5"), False, "1", "more than 5", "5 üzeri"),
        (_of("at_most", "5"), False, "1", "5 or less", "5 ya da altı"),
        (_of("less_than", "5"), False, "1", "less than 5", "5 altı"),
        (_of("exact", "0"), False, "1", "0", "0"),
        (of_date("2025-05"), True, "1", "2025-05-01 to 2025-05-31", "2025-05-01 ile 2025-05-31 arası"),
        (of_date("2025-05-17"), True, "1", "2025-05-17", "2025-05-17"),
    ],
)
def test_an_interval_is_put_into_these_words(interval: Interval, is_date: bool, factor: str, english: str, turkish: str) -> None:
    assert interval_in_words(interval, "en", is_date=is_date, factor=Decimal(factor)) == english
    assert interval_in_words(interval, "tr", is_date=is_date, factor=Decimal(factor)) == turkish


@pytest.mark.parametrize(("early", "late"), [("0001~", "0002-06"), ("9998-01", "9999~"), ("0001-01-01~", "9999-12-31?")])
def test_days_at_the_calendars_ends_are_put_into_words(early: str, late: str, made: Maker) -> None:
    related = made({"default": {"property": "release_date"}, "claims": {"a.1": {"date": early}, "b.1": {"date": late}}}).related
    assert all(words for relation in related.relations for words in relation.detail)
    assert related.relations
