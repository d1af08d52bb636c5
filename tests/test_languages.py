"""Whatever reading a project can report is said in English and in Turkish, and the Turkish is Turkish.

The problems are those of the known-bad corpus. What is quoted, written as in YAML, or named (files, keys, ids) is the same in both.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from test_bad_contributions import CASES, problems_of, reportable

from iddia.errors import LABELS, Problem
from iddia.language import Said, SaidError, Words, said
from iddia.model.assertions import CountBound, Moved, ShareBound, TableAssertions
from iddia.model.judgement import ReadAssessment, ReadExplanation, ReadFigure, ReadPrediction, ReadReference
from iddia.model.reading import Excuse, ReadClaim, ReadSource, Speaker, Value
from iddia.model.registry import DefinedConstraint, DefinedCue, DefinedModality, DefinedProperty, DefinedUnit, RegisteredEntity
from iddia.project.validation import findings_of
from iddia.text.dates import bounds
from iddia.text.formulas import calculate, parse_comparison, parse_expression, parse_pattern
from iddia.yamlwords import parser_words

ENGLISH = re.compile(
    r"(?<!['’\w])(?:a|an|and|are|as|at|been|behind|beside|but|can|does|each|every|from|give|has|have|here|if|in|into|is|it|its|known|least|more|most|no|nor|not|nothing|of|on|once|one|only|or|out|remove|say|should|stand|stands|such|than|that|the|them|then|there|these|they|this|to|twice|use|what|where|which|with|without|word|words|write|wrong|you)(?!\w)"
)
TURKISH = re.compile(r"[a-zçğıöşüâîûA-ZÇĞİÖŞÜÂÎÛ0-9\s.,;:!?…'’“”()\[\]{}<>=+*/&|_@#%$^~×→≤-]*")
SNIPPET = re.compile(
    r"\"[^\"]*\"|(?<!\w)'[^']*'|[&*]\w+|\{[^{}]*\}|\[[^\]]*\]|\bnot (?=[a-z_]+\()|\bnot ile\b"
    r"|\w+\([^)]*\)|\w+:(?: \w+)?|[\w./-]*[_/.-][\w./-]*"
)
"""What is the same in both languages: quotations, mappings and lists as YAML writes them, terms, keys with a value, ids, paths."""
NAMED = re.compile(r"[a-z][a-z0-9]+(?:[-_/.][a-z0-9]+)+|[0-9]+")
"""Ids, paths and numbers."""
QUOTED = re.compile(r"\"[^\"]*\"")
KEYS = re.compile(r"\w+(?:, \w+)*")


def parts(problem: Problem) -> dict[str, Words]:
    names = ("message", *LABELS)
    return {name: words for name in names if (words := getattr(problem, name)) is not None}


def english_in(text: str, *but: str) -> set[str]:
    """English words of a text that are no part of what both languages have alike."""
    for words in sorted(but, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", "", text) if words else text
    return set(ENGLISH.findall(SNIPPET.sub(" ", text).lower()))


def everything() -> Iterator[tuple[str, str, Words]]:
    """Each part of each problem, with the case and what it is a part of."""
    for case in CASES:
        for problem in problems_of(case):
            yield from ((f"{case}, {problem.code}, {name}", name, words) for name, words in parts(problem).items())


def test_every_problem_is_said_in_english_and_in_turkish() -> None:
    for where, name, words in everything():
        if isinstance(words, tuple):
            english, turkish = words
            assert english != turkish, where
            assert turkish.strip() == turkish != "", where
        else:
            assert name != "message", where


def test_the_turkish_holds_no_english() -> None:
    for case in CASES:
        for problem in problems_of(case):
            got = problem.got if isinstance(problem.got, str) else ""
            for name, words in parts(problem).items():
                if isinstance(words, tuple):
                    assert not english_in(words[1], got), f"{case}: {name}: {words[1]}"
                elif name in ("expected", "mend") and not KEYS.fullmatch(words):
                    assert not english_in(words), f"{case}: {name} is words, in one language only: {words}"


def test_the_turkish_is_written_with_turkish_letters() -> None:
    for where, _, words in everything():
        if isinstance(words, tuple):
            assert TURKISH.fullmatch(QUOTED.sub("", words[1])), where
            assert "TODO" not in words[1], where


def test_ids_numbers_and_paths_are_the_same_in_both_languages() -> None:
    for where, _, words in everything():
        if isinstance(words, tuple) and "relation-unexplained" not in where:  # its detail says numbers by each language's rules
            english, turkish = (set(NAMED.findall(QUOTED.sub("", one))) for one in words)
            assert english == turkish, f"{where}: {words}"


def test_the_words_that_tell_english_are_told() -> None:
    assert english_in("write it anew") == {"write", "it"}
    assert english_in("remove one") == {"remove", "one"}
    assert english_in('tek bir boyut, not ile, for: altında, said_by: ya da "the quote"') == set()
    assert not TURKISH.fullmatch("tümü €")


@pytest.mark.parametrize(
    "read",
    [
        lambda: bounds("2025-13"),
        lambda: bounds("../.."),
        lambda: bounds("Eylül"),
        lambda: parse_expression("2 +"),
        lambda: parse_expression("2 ^ 3"),
        lambda: parse_expression("2 ^ 3", of_numbers=True),
        lambda: parse_comparison("cost(x) < "),
        lambda: parse_comparison("cost(x) < 1 usd usd"),
        lambda: parse_pattern("cost(x"),
        lambda: parse_pattern("time(time(x(y)))"),
        lambda: calculate(parse_expression("1 / 0")),
        lambda: calculate(parse_expression("cost(x)")),
    ],
)
def test_a_value_that_cannot_be_says_why_in_both_languages(read: object) -> None:
    assert callable(read)
    with pytest.raises(SaidError) as caught:
        read()
    english, turkish = caught.value.said
    assert str(caught.value) == english != turkish
    assert not english_in(turkish, "cost")


ODD: tuple[Any, ...] = (
    None,
    1,
    Decimal("2.5"),
    True,
    False,
    "",
    " ",
    "x y",
    "9" * 5000,
    "\x07",
    [],
    {},
    [1],
    ["x"],
    [[]],
    {"k": 1},
    {"k": {"m": []}},
    [None],
    Decimal("1e29"),
)


@pytest.mark.parametrize(
    "model",
    [
        ReadClaim,
        Value,
        Speaker,
        Excuse,
        ReadSource,
        ReadReference,
        ReadAssessment,
        ReadFigure,
        ReadPrediction,
        ReadExplanation,
        RegisteredEntity,
        DefinedProperty,
        DefinedUnit,
        DefinedModality,
        DefinedCue,
        DefinedConstraint,
        TableAssertions,
        CountBound,
        ShareBound,
        Moved,
    ],
)
def test_whatever_stands_in_an_entry_is_answered_in_both_languages(model: type[BaseModel]) -> None:
    names = [field.alias or name for name, field in model.model_fields.items()]
    for entry in (*ODD, *({name: odd} for name in (*names, "zzz") for odd in ODD)):
        try:
            model.model_validate(entry)
        except ValidationError as error:
            for finding in findings_of(error, model, ("entry",), entry):
                for words in (finding.message, finding.expected, finding.mend):
                    turkish = said(words or "", "tr")
                    assert KEYS.fullmatch(turkish) or not english_in(turkish, *names), f"{entry}: {words}"


def test_a_formula_of_numbers_suggests_no_term() -> None:
    for text in ("2 ^ 3", "2 *", "+"):
        with pytest.raises(SaidError) as caught:
            parse_expression(text, of_numbers=True)
        assert all("release_date" not in words for words in caught.value.said)


@pytest.mark.parametrize(
    ("text", "turkish"),
    [
        ("a: b: c\n", "burada iki nokta üst üste olamaz"),
        ("a: [1\n", "virgül ya da ] bekleniyor"),
        ("a: {x: 1\n", "virgül ya da } bekleniyor"),
        ("a: 'x\n", "dosya beklenmedik yerde bitiyor"),
        ("a: @x\n", "hiçbir değer bu karakterle başlayamaz"),
        ("a: - b\n", "burada - ile başlayan bir satır olamaz"),
        ("- a\nb: 1\n", "- ile başlayan bir satır bekleniyor"),
    ],
)
def test_common_messages_of_the_parser_are_said_in_turkish(text: str, turkish: str, tmp_path: Path) -> None:
    from iddia.yamlfile import read_yaml

    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (problem,) = read_yaml(tmp_path / "a.yaml", "a.yaml").problems
    assert problem.message[1] == f"bu YAML değil: {turkish}"


def test_another_message_of_the_parser_is_quoted() -> None:
    assert parser_words("found a dragon") == ("found a dragon", '"found a dragon"')


def test_every_code_is_looked_at() -> None:
    assert {problem.code for case in CASES for problem in problems_of(case)} == reportable()


def test_one_thing_is_said_in_one_way() -> None:
    """The same English has the same Turkish wherever it stands."""
    turkish: dict[str, set[str]] = {}
    pairs: set[Said] = {words for _, _, words in everything() if isinstance(words, tuple)}
    for english, other in pairs:
        turkish.setdefault(english, set()).add(other)
    assert {english: both for english, both in turkish.items() if len(both) > 1} == {}
