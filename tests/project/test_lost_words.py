"""What is said of words that are not where a reading says, word for word."""

import pytest

from iddia.errors import Finding
from iddia.model.reading import Words
from iddia.project.article import Article
from iddia.project.lost import ambiguous, not_found
from iddia.text.spans import Span
from iddia.yamlfile import YamlFile

AT = ("claims", 0, "quote")
TEXT = "Fener’in 12 milyar parametresi var.\nArdıç bunu dün duyurdu. Fener çok hızlıymış, dediler.\nDün dündür."


def article(text: str = TEXT, *others: Article, source_id: str = "here") -> Article:
    made = Article(source_id, text, YamlFile(f"seeds/{source_id}/reading.yaml"))
    made.articles = (made, *others)
    return made


def lost(quote: str, *others: Article, after: str | None = None, occurrence: int | None = None, text: str = TEXT) -> Finding:
    return not_found(article(text, *others), Words(quote=quote, after=after, occurrence=occurrence), AT)


def line_and_column(finding: Finding) -> tuple[str, int, int]:
    place = finding.nearest_place
    assert place is not None
    return place.file, place.line, place.column


def test_other_typography_names_the_first_code_points_that_differ() -> None:
    found = lost("Fener'in 12 milyar")
    assert found.code == "quote-typography"
    assert found.message == (
        'these words are in the article, but with other typography: U+0027 in place of U+2019 behind "Fener"',
        'bu sözcükler makalede var, ama başka dizgiyle: "Fener" ardından U+2019 yerine U+0027',
    )
    assert (found.instead, found.is_safe) == ("Fener’in 12 milyar", True)
    assert line_and_column(found) == ("seeds/here/article.txt", 1, 1)


def test_what_stands_before_the_difference_is_shown_by_its_last_fifteen_letters() -> None:
    assert lost("12 milyar parametresi\u00a0var").message[0].endswith('U+00A0 in place of U+0020 behind "yar parametresi"')


def test_words_that_only_go_on_or_end_otherwise_are_told_by_their_end() -> None:
    assert lost("Dün dündür.\u00ad").message == (
        'these words are in the article, but with other typography: U+00AD in place of the end behind "Dün dündür."',
        'bu sözcükler makalede var, ama başka dizgiyle: "Dün dündür." ardından son yerine U+00AD',
    )


@pytest.mark.parametrize("quote", ["FENER çok hızlıymış", "Fener cok hizliymis"])
def test_other_letters_are_no_safe_edit(quote: str) -> None:
    found = lost(quote)
    assert found.code == "quote-altered"
    assert found.message[0].startswith("these words are in the article, but with other letters")
    assert (found.instead, found.is_safe) == ("Fener çok hızlıymış", False)


def test_altered_words_are_shown_beside_those_of_the_article() -> None:
    found = lost("Fener’in 12 milyon parametresi var")
    assert (found.code, found.message[0]) == ("quote-altered", "these are not quite the words of the article")
    assert found.nearest == '"Fener’in 12 milyar parametresi var"'
    assert line_and_column(found) == ("seeds/here/article.txt", 1, 1)
    assert not found.is_safe


@pytest.mark.parametrize("gap", [" … ", "...", " [...] ", " […]"])
def test_words_left_out_are_told_by_the_first_part(gap: str) -> None:
    found = lost(f"Ardıç bunu{gap}çok hızlıymış")
    assert found.code == "quote-elided"
    assert found.nearest == '"Ardıç bunu"'
    assert line_and_column(found) == ("seeds/here/article.txt", 2, 1)


def test_an_elision_of_words_that_are_not_there_is_none() -> None:
    assert lost("Ardıç bunu … bambaşka sözler").code != "quote-elided"
    assert lost("bambaşka sözler …").code == "quote-fabricated"


def test_words_of_another_article_are_misattributed_from_twelve_letters_on() -> None:
    other = article("Giriş.\nBugün hava çok sıcak.", source_id="there")
    found = lost("hava çok sıcak", article("Başka.", source_id="third"), other)
    assert found.code == "quote-misattributed"
    assert found.message == (
        "these words are not in this article; there has them",
        "bu sözcükler bu makalede yok; there makalesinde var",
    )
    assert line_and_column(found) == ("seeds/there/article.txt", 2, 7)
    assert lost("hava çok sıc", other).code == "quote-misattributed"
    assert lost("hava çok sı", other).code == "quote-fabricated"
    assert lost("   hava çok sı   ", other).code == "quote-fabricated"


def test_words_of_another_article_with_other_typography_are_misattributed_too() -> None:
    other = article("Ali’nin evi çok uzakta.", source_id="there")
    found = lost("Ali'nin evi çok uzakta", other)
    assert (found.code, found.nearest) == ("quote-misattributed", '"Ali’nin evi çok uzakta"')


@pytest.mark.parametrize(
    ("others", "english", "turkish"),
    [(0, "", ""), (1, "", ""), (2, ", nor in any of the other 2", "; öteki 2 makalede de yok")],
)
def test_words_of_no_article_are_said_to_be_of_none(others: int, english: str, turkish: str) -> None:
    found = lost("bambaşka bir haberden sözler", *(article("Başka.", source_id=f"a{number}") for number in range(others)))
    assert found.code == "quote-fabricated"
    assert found.message == (f"these words are not in this article{english}", f"bu sözcükler bu makalede yok{turkish}")
    assert (found.nearest, found.nearest_place) == (None, None)


def test_words_of_after_that_are_not_there_are_told_at_after() -> None:
    found = lost("Fener", after="Ardıc bunu")
    assert (found.code, found.at) == ("after-not-found", ("claims", 0, "after"))
    assert (found.nearest, found.instead) == ('"Ardıç bunu"', "Ardıç bunu")
    assert line_and_column(found) == ("seeds/here/article.txt", 2, 1)


def test_an_occurrence_too_many_is_told_with_how_many_there_are() -> None:
    found = lost("Fener", occurrence=3)
    assert (found.code, found.at) == ("occurrence-missing", ("claims", 0, "occurrence"))
    assert found.expected == (
        "an occurrence from 1 to 2, counted behind after: where it is given",
        "1 ile 2 arasında bir sıra; after: varsa ondan sonrası sayılır",
    )
    assert lost("Fener", after="dediler").at == ("claims", 0, "after")


def test_long_words_are_cut_where_they_are_shown() -> None:
    found = lost("x" * 300)
    assert found.got == f'"{"x" * 199}…"'


def spans(count: int, per_line: int = 1) -> tuple[Article, list[Span]]:
    text = "".join("da\n" if number % per_line == per_line - 1 else "da " for number in range(count))
    return article(text), [Span(number * 3, number * 3 + 2) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "per_line", "lines"),
    [
        (2, 2, "line 1"),
        (2, 1, "lines 1, 2"),
        (10, 1, "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
        (11, 1, "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …"),
    ],
)
def test_words_that_stand_in_several_places_are_told_with_their_lines(count: int, per_line: int, lines: str) -> None:
    found = ambiguous(*spans(count, per_line)[:1], AT, "da", spans(count, per_line)[1])
    assert found.message[0] == f"these words stand in the article {count} times ({lines})"
    assert found.message[1] == f"bu sözcükler makalede {count} kez geçiyor ({lines.replace('lines', 'satır').replace('line', 'satır')})"
    assert found.mend == (
        "add words to it, or say occurrence: 1 (or which), or after: the words before it",
        "sözcük ekleyerek uzatın ya da occurrence: 1 (hangisiyse) veya after: (önündeki sözcükler) yazın",
    )


def test_words_of_after_that_stand_in_several_places_need_more_words() -> None:
    where, places = spans(2)
    found = ambiguous(where, ("claims", 0, "after"), "da", places)
    assert found.mend == ("add words to it", "sözcük ekleyerek uzatın")
