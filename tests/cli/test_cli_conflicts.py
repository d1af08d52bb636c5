"""What `iddia conflicts` prints, and what `iddia show` adds to a claim: what disagrees, what outside sources say, what became of it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import iddia
from iddia.analyst.conflicts import conflicts
from iddia.analyst.ledger import Ledger
from iddia.cli import FINE, INVALID, main
from iddia.language import LANGUAGES, Language
from iddia.wording import number_in_words, word

Capture = pytest.CaptureFixture[str]
Shown = Callable[..., str]

DISAGREEING = ["contradicts", "in_tension"]
AGREEING = ["corroborates", "refines"]
NOTHING = {
    "en": "Nothing found for {}; --related also looks at its parts and at what may be the same, iddia conflicts shows everything.",
    "tr": "{} için bir şey bulunmadı; --related parçalarına ve aynı olabilecek olanlara da bakar, iddia conflicts hepsini gösterir.",
}


SOURCES = {"en": "sources", "tr": "kaynaklar"}


@pytest.fixture(scope="module")
def d(built_once: Path) -> Ledger:
    return iddia.load(built_once)


@pytest.fixture
def shown(capsys: Capture, built_once: Path) -> Shown:
    """What a command prints to a pipe."""

    def run(*arguments: str) -> str:
        assert main([*arguments, "--root", str(built_once)]) == FINE
        captured = capsys.readouterr()
        assert not captured.err
        return captured.out

    return run


def squeezed(text: str) -> str:
    return " ".join(text.split())


def blocks(page: str) -> dict[str, list[str]]:
    """The lines of each relation on a page, by its id in the first of them, in the order of the page."""
    found = {}
    for block in re.split(r"^(?=\d+\. )", page, flags=re.MULTILINE)[1:]:
        head, *lines = block.partition("\n\n")[0].splitlines()
        found[head.split()[-1]] = [head, *(line.strip() for line in lines)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_all_that_a_reader_needs_of_each_disagreement(shown: Shown, d: Ledger, language: Language) -> None:
    """Topic, kind, both sides' statements, quotes, speakers, modality and verdicts, the arithmetic, the explanation."""
    found = blocks(shown("conflicts", "--lang", language))
    table = d.disagreements(language).set_index("relation_id")
    assert list(found) == table.index.tolist()
    flat = d.flat(language).set_index("claim_id")
    certainty = {row["claim_id"]: word(row["certainty"], language) for row in d.assessments.to_dict("records")}
    members = d.relation_members.groupby("relation_id")["claim_id"].agg(list)
    for number, (relation_id, lines) in enumerate(found.items(), 1):
        row = table.loc[relation_id]
        marks = [row["kind"], *([row["status"]] if row["status"] == word("open", language) else []), row["settled"]]
        assert lines[0] == f"{number}. {row['topic']}  {', '.join(map(str, marks))}  {relation_id}"
        assert any(line.endswith(f": {row['detail']}") for line in lines)
        assert any(line.endswith(f": {row['explanation']}") for line in lines)
        for claim_id in members[relation_id]:
            claim = flat.loc[claim_id]
            at = lines.index(claim["statement"])
            assert lines[at + 1] == f"“{squeezed(claim['quote'])}”"
            words = [f"{claim_id}  {claim['modality']}, {claim['said_by']}"]
            words += [claim["outcome"]] if isinstance(claim["outcome"], str) else []
            words += [f"{SOURCES[language]}: {claim['verdict']} ({certainty[claim_id]})"] if claim_id in certainty else []
            assert lines[at + 2] == "  ".join(words)


@pytest.mark.parametrize(
    ("rule", "mark", "count"),
    [
        ("date", "≠", 1),
        ("low_need_or_many_gpus", "≠", 1),
        ("spending_within_investment", "≠", 1),
        ("released_after_absence", "≠", 1),
        ("parameter_ratio", "+", 2),
    ],
)
def test_sides_exclude_each_other_and_the_terms_of_a_formula_clash_together(
    shown: Shown, d: Ledger, rule: str, mark: str, count: int
) -> None:
    (relation_id,) = d.relations.loc[d.relations["rule"] == rule, "relation_id"]
    lines = blocks(shown("conflicts"))[relation_id]
    assert [line for line in lines if line in ("≠", "+", "⊂")] == [mark] * count


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_begins_with_its_counts(shown: Shown, d: Ledger, language: Language) -> None:
    first = shown("conflicts", "--lang", language).splitlines()[0]
    kinds = d.relations["kind"].value_counts()
    counts = (kinds["contradicts"], kinds["in_tension"], (d.relations["status"] == "open").sum(), len(d.claims), len(d.sources))
    wanted = {
        "en": "{} contradictions, {} tensions ({} open) over {} claims of {} articles",
        "tr": "{} çelişki, {} gerilim ({} açık); {} sav, {} makale",
    }
    assert first == wanted[language].format(*counts)


@pytest.mark.parametrize(
    ("language", "wanted"), [("en", "{} agreements over {} claims of {} articles"), ("tr", "{} uyuşma; {} sav, {} makale")]
)
def test_no_agreement_is_counted_as_open(shown: Shown, d: Ledger, language: Language, wanted: str) -> None:
    counts = d.relations["kind"].isin(AGREEING).sum(), len(d.claims), len(d.sources)
    assert shown("conflicts", "--agreements", "--lang", language).splitlines()[0] == wanted.format(*counts)


SIGNS = {
    "en": "≠ exclude one another   + clash only all together   ⊂ lies within",
    "tr": "≠ birbirini dışlar   + yalnızca hepsi birlikte çatışır   ⊂ içinde kalır",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "arguments", [(), ("--agreements",), ("deepseek-r2",), ("r2-ascend-delay.07",), ("openai",), ("r2-nvidia-delay.48",)]
)
def test_the_legend_names_the_articles_of_the_page_and_its_signs(
    shown: Shown, d: Ledger, arguments: tuple[str, ...], language: Language
) -> None:
    page = shown("conflicts", *arguments, "--lang", language)
    if not (found := blocks(page)):
        assert arguments == ("openai",)
        return
    *articles, signs = page.split("\n\n")[1].splitlines()
    sources = d.claims.set_index("claim_id")["source_id"]
    there = {str(sources[one]) for one in d.relation_members.loc[d.relation_members["relation_id"].isin(list(found)), "claim_id"]}
    wanted = [
        [row["source_id"], row["title"] if pd.isna(row["published"]) else f"{row['title']}, {row['published']}"]
        for row in d.sources.to_dict("records")
        if row["source_id"] in there
    ]
    assert [re.split(r"\s{2,}", line.strip(), maxsplit=1) for line in articles] == wanted
    assert signs.strip() == SIGNS[language]
    used = {line for lines in found.values() for line in lines if line in ("≠", "+", "⊂")}
    assert used <= set(signs.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_stand_under_every_claim_that_was_checked(shown: Shown, d: Ledger, language: Language) -> None:
    notes = d.assessments.set_index("claim_id")[f"note_{language}"].to_dict()
    members = d.relation_members.groupby("relation_id")["claim_id"].agg(list)
    plain, noted = (blocks(shown("conflicts", "--lang", language, *option)) for option in ([], ["--notes"]))
    assert list(plain) == list(noted)
    for relation_id, lines in noted.items():
        mine = [line for line in lines if (claim_id := line.partition("  ")[0]) in notes and claim_id in members[relation_id]]
        assert {line.partition("  ")[0] for line in mine} == set(members[relation_id]) & set(notes)
        for line in mine:
            assert lines[lines.index(line) + 1] == notes[line.partition("  ")[0]]
        told = [notes[one] for one in members[relation_id] if one in notes]
        assert sorted(lines) == sorted([*plain[relation_id], *told])


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [("en", "1 tension (1 open) over ", "2 contradictions (0 open) over "), ("tr", "1 gerilim (1 açık); ", "2 çelişki (0 açık); ")],
)
def test_one_is_counted_in_the_singular(shown: Shown, language: Language, one: str, many: str) -> None:
    for claim_id, words in (("r2-nvidia-delay.18", one), ("r2-ascend-delay.07", many)):
        assert shown("conflicts", claim_id, "--lang", language).startswith(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_ends_with_what_outside_sources_settle(shown: Shown, d: Ledger, language: Language) -> None:
    end = shown("conflicts", "--lang", language).split("\n\n")[-2].splitlines()
    flat = d.flat(language).set_index("claim_id")
    notes = d.assessments.set_index("claim_id")[f"note_{language}"].to_dict()
    disagreeing = d.relations.loc[d.relations["kind"].isin(DISAGREEING), "relation_id"]
    claims = flat.loc[d.relation_members.loc[d.relation_members["relation_id"].isin(disagreeing), "claim_id"].unique()]
    order, members = d.disagreements(language)["relation_id"], d.relation_members.groupby("relation_id")["claim_id"].agg(set)
    assert str(len(claims)) in end[0]
    for verdict in ("supported", "refuted"):
        told = claims[claims["verdict"] == word(verdict, language)]
        found = [line for line in end if line.strip().startswith(f"{word(verdict, language)}: ")]
        assert {re.split(r"\s{2,}", line.strip())[1] for line in found} == set(told.index)
        for line in found:
            claim_id = re.split(r"\s{2,}", line.strip())[1]
            numbers = [str(place) for place, relation in enumerate(order, 1) if claim_id in members[relation]]
            assert line.strip() == f"{word(verdict, language)}: {claims.loc[claim_id, 'statement']!s}  {claim_id}  ({', '.join(numbers)})"
            assert end[end.index(line) + 1].strip() == notes[claim_id]
    counts = claims["verdict"].value_counts()
    rest = [*(counts.get(word(verdict, language), 0) for verdict in ("partly", "unverified", "untestable")), claims["verdict"].isna().sum()]
    assert [int(number) for number in re.findall(r"\d+", end[-1])] == [count for count in rest if count]
    assert rest[-1]


@pytest.mark.parametrize("arguments", [[], ["--agreements"], ["--brief"], ["deepseek-r2", "--lang", "tr"]])
def test_in_a_pipe_there_is_no_colour_and_one_line_a_thing(shown: Shown, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    text = shown("conflicts", *arguments)
    assert "\x1b" not in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert max(map(len, text.splitlines())) > 80
    assert text.endswith("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_brief_has_one_line_a_disagreement(shown: Shown, d: Ledger, language: Language) -> None:
    lines = [line for line in shown("conflicts", "--brief", "--lang", language).splitlines() if line.startswith("r-")]
    wanted = d.disagreements(language)[["relation_id", "kind", "topic", "settled"]].to_numpy().tolist()
    assert [re.split(r"\s{2,}", line) for line in lines] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_line_of_an_agreement_ends_with_its_origins(shown: Shown, d: Ledger, language: Language) -> None:
    lines = [line for line in shown("conflicts", "--agreements", "--brief", "--lang", language).splitlines() if line.startswith("r-")]
    relations = d.relations[d.relations["kind"].isin(AGREEING)].set_index("relation_id")
    cells = [re.split(r"\s{2,}", line) for line in lines]
    assert {relation_id: (kind, int(last)) for relation_id, kind, _, last in cells} == {
        relation_id: (word(row["kind"], language), row["independent_origins"]) for relation_id, row in relations.iterrows()
    }
    assert len(lines) == len(relations)


@pytest.mark.parametrize("language", LANGUAGES)
def test_agreements_come_with_their_origins_most_first(shown: Shown, d: Ledger, language: Language) -> None:
    page = shown("conflicts", "--agreements", "--lang", language)
    agreeing = d.relations[d.relations["kind"].isin(AGREEING)].set_index("relation_id")
    found = blocks(page)
    assert set(found) == set(agreeing.index)
    counts = [int(re.findall(r"\d+", lines[-1])[-1]) for lines in found.values()]
    assert counts == [agreeing["independent_origins"][relation_id] for relation_id in found]
    assert counts == sorted(counts, reverse=True)
    assert word("contradicts", language) not in page


def test_the_agreement_of_most_origins_comes_first_even_of_one_article(capsys: Capture, project: Path, d: Ledger) -> None:
    path = project / "data" / "relations.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    last = d.relations.loc[(d.relations["kind"] == "corroborates") & (d.relations["independent_origins"] == 1), "relation_id"].iloc[0]
    frame.loc[frame["relation_id"] == last, "independent_origins"] = "77"
    frame.to_csv(path, index=False)
    assert main(["conflicts", "--agreements", "--brief", "--root", str(project)]) == FINE
    first = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("r-"))
    assert (first.split()[0], first.split()[-1]) == (last, "77")


def claims_on(d: Ledger, what: str) -> set[str]:
    """The claims in which a thing takes part, the slow way."""
    involved = d.about(what)["claim_id"].tolist() if what.lower() in ("deepseek-r2", "deepseek r2", "huawei") else []
    columns = ("claim_id", "source_id", "property")
    return {*involved, *(row["claim_id"] for row in d.claims.to_dict("records") if what in [row[column] for column in columns])}


@pytest.mark.parametrize("what", ["deepseek-r2", "DEEPSEEK R2", "huawei", "r2-ascend-delay.07", "r2-huawei-rumours", "training_cost"])
def test_an_id_or_name_keeps_to_what_it_takes_part_in(shown: Shown, d: Ledger, what: str) -> None:
    wanted = claims_on(d, what)
    members = d.relation_members[d.relation_members["claim_id"].isin(list(wanted))]
    touched = [one for one in d.contradictions["relation_id"] if one in set(members["relation_id"])]
    assert 0 < len(touched) < len(d.contradictions) or what == "huawei"
    page = shown("conflicts", what)
    assert list(blocks(page)) == touched
    agreeing = set(d.relations.loc[d.relations["kind"] == "corroborates", "relation_id"]) & set(members["relation_id"])
    assert set(blocks(shown("conflicts", what, "--agreements"))) == agreeing


def found(d: Ledger, what: str, **options: bool) -> list[str]:
    return [one["relation_id"] for one in conflicts(d, "en", about=what, **options)["relations"]]


@pytest.mark.parametrize("kind", ["contradicts", "in_tension", "corroborates"])
def test_a_relation_s_id_shows_just_that_relation(shown: Shown, d: Ledger, kind: str) -> None:
    """Whatever else its claims take part in; an agreement too, asked for as such or not."""
    twice = d.relation_members.loc[d.relation_members["claim_id"].duplicated(keep=False), "relation_id"]
    of_kind = d.relations.loc[d.relations["kind"] == kind, "relation_id"]
    for relation_id in [*of_kind[of_kind.isin(twice)][:2], of_kind.iloc[-1]]:
        for options in ({}, {"agreements": True}, {"related": True}):
            assert found(d, relation_id, **options) == [relation_id]
    page = shown("conflicts", relation_id)
    assert list(blocks(page)) == [relation_id]
    assert page.startswith(f"1 {word(kind, 'en')} ")


@pytest.mark.parametrize(
    ("what", "meant"),
    [
        ("donanimhaber", "r2-ascend-delay"),
        ("DonanımHaber", "r2-ascend-delay"),
        ("release date", "release_date"),
        ("Training Cost", "training_cost"),
        ("EĞİTİM MALİYETİ", "training_cost"),
        ("geliştiren", "developer"),
    ],
)
def test_an_outlet_stands_for_its_articles_and_a_label_for_its_property(d: Ledger, what: str, meant: str) -> None:
    both = [[found(d, one, agreements=choice) for choice in (False, True)] for one in (what, meant)]
    assert both[0] == both[1] != [[], []]


def test_a_reference_is_an_id_too(shown: Shown, d: Ledger) -> None:
    cited = d.assessment_references.loc[d.assessment_references["reference_id"] == "tadviser-deepseek", "claim_id"]
    touched = d.relation_members.loc[d.relation_members["claim_id"].isin(cited), "relation_id"]
    assert set(blocks(shown("conflicts", "tadviser-deepseek"))) == set(touched) & set(d.contradictions["relation_id"]) != set()


def test_related_takes_in_what_may_be_the_same(shown: Shown) -> None:
    alone, related = (set(blocks(shown("conflicts", "deepseek-r1", *option))) for option in ([], ["--related"]))
    assert alone < related


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", ["mixture-of-experts", "deepseek-explainer.01"])
def test_where_nothing_disagrees_it_says_so(shown: Shown, what: str, language: Language) -> None:
    assert shown("conflicts", what, "--lang", language) == f"{NOTHING[language].format(what)}\n"


@pytest.mark.parametrize(("language", "words"), [("en", "Nothing found."), ("tr", "Bir şey bulunmadı.")])
def test_where_nothing_disagrees_at_all_it_says_so(shown: Shown, monkeypatch: pytest.MonkeyPatch, language: Language, words: str) -> None:
    monkeypatch.setattr("iddia.analyst.conflicts.disagreements", lambda *_: [])
    assert shown("conflicts", "--lang", language) == f"{words}\n"


@pytest.mark.parametrize(
    ("what", "nearest"), [("deepseek-r22", "deepseek-r2"), ("r2-ascend-delay.7", "r2-ascend-delay.07"), ("traning_cost", "training_cost")]
)
def test_an_unknown_id_is_answered_with_the_nearest(capsys: Capture, built_once: Path, what: str, nearest: str) -> None:
    assert main(["conflicts", what, "--root", str(built_once)]) == INVALID
    captured = capsys.readouterr()
    assert not captured.out
    assert captured.err.startswith("iddia conflicts: there is no ")
    assert captured.err.endswith(f"{what!r}; did you mean {nearest}?\n")
    assert main(["conflicts", what, "--json", "--root", str(built_once)]) == INVALID
    captured = capsys.readouterr()
    assert list(json.loads(captured.out)) == ["error"]
    assert not captured.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("option", "kinds"), [([], DISAGREEING), (["--agreements"], AGREEING)])
def test_json_holds_what_the_tables_hold(shown: Shown, d: Ledger, option: list[str], kinds: list[str], language: Language) -> None:
    content: dict[str, Any] = json.loads(shown("conflicts", "--json", "--lang", language, *option))
    relations = d.relations[d.relations["kind"].isin(kinds)]
    assert (content["about"], content["agreements"], content["claims"]) == (None, bool(option), len(d.claims))
    assert content["articles"] == len(d.sources)
    assert content["kinds"] == {kind: int((relations["kind"] == kind).sum()) for kind in kinds}
    assert content["open"] == int((relations["status"] == "open").sum())
    assert {one["relation_id"] for one in content["relations"]} == set(relations["relation_id"])
    roles = {(row["relation_id"], row["claim_id"]): row["role"] for row in d.relation_members.to_dict("records")}
    assessments = d.assessments.set_index("claim_id")
    settled = d.disagreements(language).set_index("relation_id")["settled"]
    sources = {claim["source_id"] for one in content["relations"] for side in one["sides"] for claim in side["claims"]}
    taken = d.sources[d.sources["source_id"].isin(sources)][["source_id", "title", "published"]].to_dict("records")
    assert content["sources"] == [{key: None if pd.isna(value) else value for key, value in row.items()} for row in taken]
    for one in content["relations"]:
        if not option:
            assert word(one["settled"], language) == settled[one["relation_id"]]
        found = {(one["relation_id"], claim["claim_id"]): side["role"] for side in one["sides"] for claim in side["claims"]}
        assert found == {key: role for key, role in roles.items() if key[0] == one["relation_id"]}
        for claim in (claim for side in one["sides"] for claim in side["claims"]):
            if claim["claim_id"] not in assessments.index:
                assert claim["assessment"] is None
            else:
                row = assessments.loc[claim["claim_id"]]
                wanted = {key: row[key] for key in ("verdict", "certainty", "as_of")} | {"note": row[f"note_{language}"]}
                assert {key: claim["assessment"][key] for key in wanted} == wanted


def test_json_about_something_says_about_what(shown: Shown) -> None:
    content = json.loads(shown("conflicts", "r2-ascend-delay.07", "--json"))
    assert content["about"] == "r2-ascend-delay.07"
    assert content["kinds"] == {"contradicts": 2, "in_tension": 0}
    assert content["open"] == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("claim_id", ["r2-huawei-rumours.24", "r2-ascend-delay.07", "deepseek-explainer.33", "deepseek-true-cost.77"])
def test_show_tells_what_is_known_of_a_claim(shown: Shown, d: Ledger, claim_id: str, language: Language) -> None:
    """Verdict, certainty, day and note; outcome and its note; each figure; each source; each relation with the other claims in it."""
    lines = [line.strip() for line in shown("show", claim_id, "--lang", language).splitlines()]
    (assessment,) = d.assessments[d.assessments["claim_id"] == claim_id].to_dict("records")
    (line,) = [line for line in lines if line.endswith(f": {assessment[f'note_{language}']}")]
    assert f"{word(assessment['verdict'], language)} ({word(assessment['certainty'], language)})" in line
    assert assessment["as_of"] in line
    for prediction in d.predictions[d.predictions["claim_id"] == claim_id].to_dict("records"):
        (line,) = [line for line in lines if line.endswith(f": {prediction[f'note_{language}']}")]
        assert word(prediction["outcome"], language) in line
        assert prediction["as_of"] in line
    for figure in d.figures[d.figures["claim_id"] == claim_id].to_dict("records"):
        (line,) = [line for line in lines if figure[f"label_{language}"] in line]
        assert f"{figure['formula']} = {number_in_words(figure['result'], language)}" in line
    cited = d.references.merge(d.assessment_references[d.assessment_references["claim_id"] == claim_id])
    for reference in cited.to_dict("records"):
        assert any(line.endswith(f": {reference['reference_id']}  {reference['publisher']}: {reference['title']}") for line in lines)
    mine = d.relation_members.loc[d.relation_members["claim_id"] == claim_id, "relation_id"].tolist()
    kinds = d.relations.set_index("relation_id")["kind"].astype(str)
    for relation_id in mine:
        others = set(d.relation_members.loc[d.relation_members["relation_id"] == relation_id, "claim_id"]) - {claim_id}
        (line,) = [line for line in lines if relation_id in line]
        assert line.startswith(word(kinds[relation_id], language))
        assert set(re.findall(r"[\w-]+\.\d+", line)) == others
    assert len([line for line in lines if re.search(r"\br-[0-9a-f]{12}\b", line)]) == len(mine) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_show_puts_what_disagrees_before_what_agrees(shown: Shown, d: Ledger, language: Language) -> None:
    kinds = d.relations.set_index("relation_id")["kind"].astype(str)
    counts = d.relation_members.groupby("claim_id")["relation_id"].agg(list)
    both = [one for one, relations in counts.items() if {kinds[relation] in DISAGREEING for relation in relations} == {True, False}]
    assert both
    for claim_id in both:
        found = re.findall(r"\br-[0-9a-f]{12}\b", shown("show", str(claim_id), "--lang", language))
        assert [kinds[one] not in DISAGREEING for one in found] == sorted(kinds[one] not in DISAGREEING for one in found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["contradicts", "in_tension", "corroborates"])
def test_show_of_a_relation_has_its_arithmetic_explanation_and_claims(shown: Shown, d: Ledger, kind: str, language: Language) -> None:
    row = d.relations[d.relations["kind"] == kind].iloc[0]
    lines = shown("show", row["relation_id"], "--lang", language).splitlines()
    assert row["relation_id"] in lines[0]
    assert row[f"detail_{language}"] in lines
    if kind != "corroborates":
        assert row[f"explanation_{language}"] in lines
    assert any(line.endswith(f": {word(kind, language)}") for line in lines)
    assert any(line.endswith(f": {row['independent_origins']}") for line in lines)
    members = d.relation_members.loc[d.relation_members["relation_id"] == row["relation_id"], "claim_id"]
    assert {match[1] for line in lines if (match := re.match(r"([\w-]+\.\d+)  ", line))} == set(members)
    content = json.loads(shown("show", row["relation_id"], "--json"))
    assert (content["table"], content["id"]) == ("relations", row["relation_id"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_show_of_a_reference_has_what_it_is_and_the_claims_it_was_held_against(shown: Shown, d: Ledger, language: Language) -> None:
    (row,) = d.references[d.references["reference_id"] == "tipranks-nvidia-loss"].to_dict("records")
    lines = shown("show", row["reference_id"], "--lang", language).splitlines()
    assert lines[0].startswith(f"{row['title']}  {row['reference_id']}  ")
    facts = {line.partition(": ")[2] for line in lines[1:8]}
    assert {row["publisher"], row["published"], row["url"], word(row["kind"], language), word(row["basis"], language)} <= facts
    citing = d.assessment_references.loc[d.assessment_references["reference_id"] == row["reference_id"], "claim_id"]
    assert {match[1] for line in lines if (match := re.match(r"([\w-]+\.\d+)  ", line))} == set(citing)
