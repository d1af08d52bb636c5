"""What is read does not depend on how lines end: LF, CRLF or CR."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.errors import Problem
from iddia.project.article import Article
from iddia.project.vocabulary import read_vocabulary
from iddia.text.cues import markers
from iddia.text.dates import dates
from iddia.text.quantities import quantities
from iddia.text.sentences import sentences
from iddia.text.spans import Span
from iddia.yamlfile import YamlFile

LINES = st.lists(
    st.sampled_from(
        [
            "",
            "1. Fener hızlı.",
            "12) Fener küçük",
            "• 12 milyar parametre",
            "- 3 milyon dolara mal oldu.",
            "Bütçe 5 milyon dolar",
            "üzerinde bir para; en az",
            "40 lira kadar",
            "İzmir’de 14 Mart 2025",
            "yılında. Analistler söyledi! Fener",
            "hızlı olabilir… Eylül ayında",
            "dolar",
        ]
    ),
    min_size=1,
)


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@settings(max_examples=300, deadline=None)
@given(lines=LINES)
def test_the_same_is_read_from_the_same_lines(end: str, everything_read_from: Callable[[str], list[object]], lines: list[str]) -> None:
    assert everything_read_from(end.join(lines)) == everything_read_from("\n".join(lines))


@pytest.fixture(scope="module")
def everything_read_from(repository: Path) -> Callable[[str], list[object]]:
    problems: list[Problem] = []
    vocabulary = read_vocabulary(repository / "tests" / "tiny", problems)
    assert problems == []

    def everything_read(text: str) -> list[object]:
        def shown(span: Span) -> tuple[str, int, int]:
            before = text[: span.start].replace("\r\n", "\n").replace("\r", "\n")
            return span.cut(text).replace("\r\n", "\n").replace("\r", "\n"), before.count("\n"), len(before)

        article = Article("a", text, YamlFile("a"))
        numbers = quantities(text, vocabulary.unit_words)
        return [
            [(shown(one.span), one.number, one.minimum, one.maximum, one.unit, one.approximation) for one in numbers],
            [(shown(one.span), one.year, one.month, one.day) for one in dates(text)],
            [shown(one) for one in sentences(text)],
            [shown(one.span) for one in markers(text, vocabulary.lexicon)],
            [shown(article.paragraph(one)) for one in sentences(text)],
        ]

    return everything_read


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("bullet", ["-", "–"])
def test_the_bullet_behind_a_number_is_no_dash_of_a_range(end: str, bullet: str) -> None:
    text = f"Yıl 2025{end}{bullet} 3 milyon dolar, 4-5 milyon dolar"
    found = quantities(text, {"dolar": "usd"})
    assert [(one.span.cut(text), one.number, one.minimum, one.maximum) for one in found] == [
        ("2025", 2025, None, None),
        ("3 milyon", 3_000_000, None, None),
        ("4-5 milyon", None, 4_000_000, 5_000_000),
    ]
