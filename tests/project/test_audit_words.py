"""What the audits show of the words around what nobody read, at the ends of an article too."""

from functools import cache
from pathlib import Path

import pytest

from iddia.audits.cues import audit_cues
from iddia.audits.numbers import audit_numbers
from iddia.errors import Finding, Problem
from iddia.project.account import Account
from iddia.project.article import Article
from iddia.project.vocabulary import Vocabulary, read_vocabulary
from iddia.yamlfile import YamlFile

TINY = Path(__file__).resolve().parents[1] / "tiny"


@cache
def vocabulary() -> Vocabulary:
    problems: list[Problem] = []
    read = read_vocabulary(TINY, problems)
    assert problems == []
    return read


def account(text: str) -> Account:
    return Account(Article("a", text, YamlFile("a")), vocabulary())


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ("12 kedi, uzun uzun bahçede gezdi", '"12 kedi, uzun uzun bah"'),
        ("abcdefghijklmnopqrst 12 kedi", '"bcdefghijklmnopqrst 12 kedi"'),
        ("Kedi 12", '"Kedi 12"'),
    ],
)
def test_an_unread_number_is_shown_with_twenty_letters_on_either_side(text: str, got: str) -> None:
    (found,) = list[Finding](audit_numbers(account(text)))
    assert (found.code, found.got) == ("number-unread", got)


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ("bekleniyor uzun uzun bahçede", '"bekleniyor uzun uzun"'),
        ("abcdefghijklmnopqrstuvwxyz bekleniyor", '"cdefghijklmnopqrstuvwxyz bekleniyor"'),
    ],
)
def test_an_unread_marker_is_shown_with_what_stands_before_it(text: str, got: str) -> None:
    (found,) = list[Finding](audit_cues(account(text)))
    assert (found.code, found.got) == ("cue-unread", got)
