"""What `iddia show` and `iddia info` print: in a pipe, in a narrow terminal, without colour, without the articles."""

import csv
import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

import iddia
from iddia.analyst.show import find
from iddia.cli import FINE, INVALID, main

Capture = pytest.CaptureFixture[str]
Row = dict[str, str]

STYLE = re.compile(r"\x1b\[([0-9;]*)m")
SOURCES = ("deepseek-explainer", "deepseek-true-cost", "r2-ascend-delay", "r2-huawei-rumours", "r2-nvidia-delay")


def rows(root: Path, table: str) -> list[Row]:
    with (root / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(root: Path) -> dict[str, str]:
    """The words that carry each claim."""
    return {row["claim_id"]: row["quote"] for row in rows(root, "evidence") if row["role"] == "content"}


def shown(capsys: Capture, root: Path, *arguments: str) -> str:
    assert main([*arguments, "--root", str(root)]) == FINE
    return capsys.readouterr().out


def marked_lines(text: str) -> list[str]:
    """The lines in which words of a claim are marked."""
    return [line for line in text.splitlines() if "[[" in line]


def without_cues(text: str) -> str:
    return text.replace("{{", "").replace("}}", "")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def in_terminal(root: Path, *arguments: str, **environment: str) -> str:
    """What the command prints to a terminal of 40 columns."""
    parent, child = pty.openpty()
    pieces: list[bytes] = []

    def collect() -> None:
        with suppress(OSError):  # how Linux says that the other end is closed
            while piece := os.read(parent, 65536):
                pieces.append(piece)

    reader = Thread(target=collect)
    reader.start()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "LINES"):
            patch.delenv(name, raising=False)
        for name, value in {"TERM": "xterm-256color", "COLUMNS": "40", **environment}.items():
            patch.setenv(name, value)
        with os.fdopen(child, "w", encoding="utf-8") as terminal:
            patch.setattr(sys, "stdout", terminal)
            code = main([*arguments, "--root", str(root)])
    reader.join()
    os.close(parent)
    assert code == FINE
    return b"".join(pieces).decode("utf-8").replace("\r\n", "\n")


def styled(text: str) -> list[tuple[str, str]]:
    """The stretches of text with the codes of their style."""
    pieces, style = [], ""
    for number, piece in enumerate(STYLE.split(text)):
        if number % 2:
            style = "" if piece in ("", "0") else f"{style};{piece}".strip(";")
        elif piece:
            pieces.append((style, piece))
    return pieces


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("source_id", SOURCES)
def test_in_a_pipe_each_statement_keeps_to_its_line(capsys: Capture, built_once: Path, source_id: str, language: str) -> None:
    lines = shown(capsys, built_once, "show", source_id, "--lang", language).splitlines()
    statements = [row[f"statement_{language}"] for row in rows(built_once, "claims") if row["source_id"] == source_id]
    assert not [statement for statement in statements if f"  {statement}" not in lines]


@pytest.mark.parametrize(
    "arguments", [["info"], ["show", "deepseek-r2"], ["show", "r2-ascend-delay"], ["show", "training_cost", "--lang", "tr"]]
)
def test_a_pipe_gets_neither_colour_nor_trailing_spaces(
    capsys: Capture, built_once: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    text = shown(capsys, built_once, *arguments)
    assert "\x1b" not in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("source_id", SOURCES)
def test_in_a_pipe_brackets_stand_around_just_the_claim_s_words(capsys: Capture, built_once: Path, source_id: str) -> None:
    quotes = contents(built_once)
    text = without_cues(shown(capsys, built_once, "show", source_id))
    pages = re.split(rf"^(?={re.escape(source_id)}\.\d+  )", text, flags=re.MULTILINE)[1:]
    marked = {page.split()[0]: squeezed("".join(re.findall(r"\[\[(.*?)\]\]", page, re.DOTALL))) for page in pages}
    wanted = {claim_id: squeezed(quote) for claim_id, quote in quotes.items() if claim_id.startswith(f"{source_id}.")}
    assert {claim_id: words.replace(" ", "") for claim_id, words in marked.items()} == {
        claim_id: words.replace(" ", "") for claim_id, words in wanted.items()
    }


@pytest.mark.parametrize("source_id", SOURCES)
def test_a_claim_s_words_stand_inside_a_sentence_of_the_article(capsys: Capture, built_once: Path, source_id: str) -> None:
    article = squeezed((built_once / "seeds" / source_id / "article.txt").read_text("utf-8"))
    marked = [line for line in without_cues(shown(capsys, built_once, "show", source_id)).splitlines() if "[[" in line]
    assert not [line for line in marked if squeezed(line).replace("[[", "").replace("]]", "") not in article]
    assert [line for line in marked if not re.fullmatch(r"\s*\[\[.*\]\]\s*", line)]


def test_words_that_run_over_two_sentences_are_marked_in_each(capsys: Capture, project: Path) -> None:
    article = project / "seeds" / "r2-ascend-delay" / "article.txt"
    article.write_text("Önce bir tümce vardı. Sonra bir tümce daha geldi. En sonda üçüncüsü.", "utf-8")
    quote = "tümce vardı. Sonra bir tümce"
    start = article.read_text("utf-8").index(quote)
    evidence = project / "data" / "evidence.csv"
    lines = [line for line in evidence.read_text("utf-8").splitlines() if not line.startswith("r2-ascend-delay.01,")]
    lines.append(f"r2-ascend-delay.01,{start},{start + len(quote)},r2-ascend-delay,{quote},content")
    evidence.write_text("\n".join(lines) + "\n", "utf-8")
    text = shown(capsys, project, "show", "r2-ascend-delay.01")
    assert marked_lines(text) == ["  Önce bir [[tümce vardı.]]", "  [[Sonra bir tümce]] daha geldi."]


def test_without_the_articles_the_quotes_stand_alone(capsys: Capture, without_seeds: Path) -> None:
    quotes = contents(without_seeds)
    for claim_id in list(quotes)[::40]:
        (line,) = marked_lines(shown(capsys, without_seeds, "show", claim_id))
        assert without_cues(line) == f'  "[[{squeezed(quotes[claim_id])}]]"'


def test_json_of_a_claim_has_its_evidence_at_its_offsets(capsys: Capture, built_once: Path) -> None:
    content = json.loads(shown(capsys, built_once, "show", "r2-ascend-delay.07", "--json"))
    article = (built_once / "seeds" / "r2-ascend-delay" / "article.txt").read_bytes().decode("utf-8")
    (claim,) = content["claims"]
    assert (content["table"], content["id"], claim["claim_id"]) == ("claims", "r2-ascend-delay.07", "r2-ascend-delay.07")
    assert claim["evidence"]
    assert all(article[one["start"] : one["end"]] == one["quote"] for one in claim["evidence"])


@pytest.mark.parametrize(
    ("what", "table", "found"),
    [
        ("deepseek-r2", "entities", "deepseek-r2"),
        ("DEEPSEEK R2", "entities", "deepseek-r2"),
        ("nvıdıa", "entities", "nvidia"),
        ("r2-nvidia-delay", "sources", "r2-nvidia-delay"),
        ("r2-nvidia-delay.01", "claims", "r2-nvidia-delay.01"),
        ("training_cost", "properties", "training_cost"),
    ],
)
def test_show_finds_any_kind_of_id_and_any_name(capsys: Capture, built_once: Path, what: str, table: str, found: str) -> None:
    content = json.loads(shown(capsys, built_once, "show", what, "--json"))
    assert (content["table"], content["id"]) == (table, found)
    assert content["claims"]


@pytest.mark.parametrize(
    ("what", "nearest"),
    [
        ("deepseek-r22", "deepseek-r2"),
        ("r2-nvidia-dellay", "r2-nvidia-delay"),
        ("traning_cost", "training_cost"),
        ("r2-nvidia-delay.0", "r2-nvidia-delay"),
        ("Huawai", "huawei"),
    ],
)
def test_an_unknown_id_is_answered_with_the_nearest(capsys: Capture, built_once: Path, what: str, nearest: str) -> None:
    assert main(["show", what, "--root", str(built_once)]) == INVALID
    captured = capsys.readouterr()
    assert not captured.out
    kinds = "entity, claim, source, property, relation or reference"
    assert captured.err.startswith(f"iddia show: there is no {kinds} {what!r}; did you mean {nearest}")
    assert main(["show", what, "--json", "--root", str(built_once)]) == INVALID
    assert what in json.loads(capsys.readouterr().out)["error"]


@pytest.mark.parametrize(
    ("what", "meant"), [("deepseek-true-cost.1", "deepseek-true-cost.01"), ("DeepSeek-True-Cost.007", "deepseek-true-cost.07")]
)
def test_the_number_of_a_claim_may_be_written_short(capsys: Capture, built_once: Path, what: str, meant: str) -> None:
    assert main(["show", what, "--root", str(built_once)]) == INVALID
    assert capsys.readouterr().err.endswith(f"did you mean {meant}?\n")


@pytest.mark.parametrize("what", ["huddle", "analyst", "coding"])
def test_no_hint_is_better_than_a_far_one(capsys: Capture, built_once: Path, what: str) -> None:
    assert main(["show", what, "--root", str(built_once)]) == INVALID
    assert "did you mean" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("what", "table", "columns"),
    [("gpu", "units", ("unit", "per")), ("token", "units", ("unit", "per")), ("rumoured", "modalities", ("modality",))],
)
def test_a_unit_or_modality_is_shown_with_the_claims_that_have_it(
    capsys: Capture, built_once: Path, what: str, table: str, columns: tuple[str, ...]
) -> None:
    content = json.loads(shown(capsys, built_once, "show", what, "--json"))
    assert (content["table"], content["id"]) == (table, what)
    wanted = [row["claim_id"] for row in rows(built_once, "claims") if what in [row[column] for column in columns]]
    assert [claim["claim_id"] for claim in content["claims"]] == wanted != []


def test_a_modality_is_shown_with_its_definition(capsys: Capture, built_once: Path) -> None:
    for language, head in (("en", "rumoured  rumoured  modality"), ("tr", "söylenti  rumoured  kiplik")):
        (definition,) = [row[f"definition_{language}"] for row in rows(built_once, "modalities") if row["modality"] == "rumoured"]
        assert shown(capsys, built_once, "show", "rumoured", "--lang", language).splitlines()[:2] == [head, definition]


@pytest.mark.parametrize(
    ("arguments", "ending"),
    [
        (("training_cost",), "training_cost  property"),
        (("training_cost", "--lang", "tr"), "training_cost  özellik"),
        (("r2-ascend-delay",), "r2-ascend-delay  source"),
        (("deepseek",), "deepseek  organization"),
        (("deepseek", "--lang", "tr"), "deepseek  kuruluş"),
        (("usd",), "usd  unit"),
    ],
)
def test_the_head_says_what_kind_of_thing_it_is(capsys: Capture, built_once: Path, arguments: tuple[str, ...], ending: str) -> None:
    assert shown(capsys, built_once, "show", *arguments).splitlines()[0].endswith(f"  {ending}")


def test_in_a_pipe_braces_stand_around_just_the_cue(capsys: Capture, built_once: Path) -> None:
    cues: dict[str, list[str]] = {}
    for row in rows(built_once, "evidence"):
        if row["role"] == "cue":
            cues.setdefault(row["claim_id"], []).append(row["quote"])
    inside = 0
    for claim_id in list(cues)[::8]:
        text = shown(capsys, built_once, "show", claim_id)
        marked = re.findall(r"\{\{(.*?)\}\}", text.replace("[[", "").replace("]]", ""))
        assert set(marked) <= set(cues[claim_id])
        inside += len(marked)
    assert inside > 10


@pytest.mark.parametrize(
    ("evidence", "marked"),
    [
        ([("content", 0, 6), ("cue", 4, 6)], "[[ab c{{de}}]] fg"),
        ([("content", 0, 2), ("cue", 0, 2)], "[[{{ab}}]] cde fg"),
        ([("content", 0, 2), ("cue", 2, 6)], "[[ab]]{{ cde}} fg"),
        ([("content", 3, 6), ("cue", 0, 6)], "{{ab [[cde]]}} fg"),
        ([("content", 0, 9), ("cue", 0, 2), ("cue", 7, 9)], "[[{{ab}} cde {{fg}}]]"),
        ([("content", 0, 6), ("cue", 3, 9)], "[[ab {{cde]] fg}}"),
        ([("content", 0, 2), ("speaker", 7, 9), ("context", 3, 6)], "[[ab]] cde fg"),
    ],
)
def test_marks_nest(capsys: Capture, project: Path, evidence: list[tuple[str, int, int]], marked: str) -> None:
    text = "ab cde fg"
    (project / "seeds" / "r2-ascend-delay" / "article.txt").write_text(text, "utf-8")
    path = project / "data" / "evidence.csv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("r2-ascend-delay.01,")]
    lines += [f"r2-ascend-delay.01,{start},{end},r2-ascend-delay,{text[start:end]},{role}" for role, start, end in evidence]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert marked_lines(shown(capsys, project, "show", "r2-ascend-delay.01")) == [f"  {marked}"]


def test_the_help_says_what_the_marks_mean(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["show", "--help"])
    text = squeezed(capsys.readouterr().out)
    assert "[[ ]] stands around the words that carry a claim" in text
    assert "{{ }} around its cue" in text


def test_names_are_told_with_kind_and_language(capsys: Capture, built_once: Path) -> None:
    wanted = [
        {key: row[key] for key in ("name", "kind", "language")} for row in rows(built_once, "names") if row["entity_id"] == "semianalysis"
    ]
    assert json.loads(shown(capsys, built_once, "show", "semianalysis", "--json"))["names"] == wanted != []
    assert "adlar: SemiAnalysis (resmi), Semianaliz (yazım yanlışı)" in shown(capsys, built_once, "show", "semianalysis", "--lang", "tr")


def test_a_page_ends_with_the_related_entities_that_have_claims(capsys: Capture, built_once: Path) -> None:
    for language, name, same in (("en", "related", "maybe the same"), ("tr", "ilgili", "belki aynı")):
        for what in ("semianalysis", "deepseek-chatbot", "deepseek-models"):
            content = json.loads(shown(capsys, built_once, "show", what, "--json"))
            wanted = [
                f"{one['entity_id']} {one['claims']}" + f" ({same})" * (one["relation"] == "maybe_same") for one in content["related"]
            ]
            assert shown(capsys, built_once, "show", what, "--lang", language).splitlines()[-1] == f"{name}: {', '.join(wanted)}"


def test_related_entities_are_told_with_relation_and_claims(capsys: Capture, built_once: Path) -> None:
    content = json.loads(shown(capsys, built_once, "show", "semianalysis", "--json"))
    (one,) = content["related"]
    assert not content["claims"]
    assert (one["entity_id"], one["relation"]) == ("semianalysis-analysts", "part")
    assert one["claims"] == len(json.loads(shown(capsys, built_once, "show", "semianalysis-analysts", "--json"))["claims"]) > 0
    ordered = json.loads(shown(capsys, built_once, "show", "deepseek", "--json"))["related"]
    assert ordered == sorted(ordered, key=lambda one: (-one["claims"], one["entity_id"]))
    relations = {
        one["entity_id"]: one["relation"] for one in json.loads(shown(capsys, built_once, "show", "deepseek-models", "--json"))["related"]
    }
    assert (relations["deepseek-r1"], relations["deepseek-ai-model"]) == ("part", "maybe_same")


def test_show_with_related_has_the_claims_of_about_with_related(capsys: Capture, built_once: Path) -> None:
    content = json.loads(shown(capsys, built_once, "show", "semianalysis", "--related", "--json"))
    wanted = iddia.load(built_once).about("semianalysis", related=True)["claim_id"].tolist()
    assert [claim["claim_id"] for claim in content["claims"]] == wanted != []


@pytest.mark.parametrize("what", ["donanimhaber", "DonanımHaber", "DONANIMHABER"])
def test_an_outlet_is_shown_with_what_it_printed(capsys: Capture, built_once: Path, what: str) -> None:
    content = json.loads(shown(capsys, built_once, "show", what, "--json"))
    printed = [row["claim_id"] for row in rows(built_once, "claims") if row["source_id"] == "r2-ascend-delay"]
    assert (content["table"], content["id"]) == ("entities", "donanimhaber")
    assert [claim["claim_id"] for claim in content["claims"]] == printed != []


def test_an_outlet_is_shown_with_what_is_said_of_it_too(capsys: Capture, project: Path) -> None:
    """Its own articles, the claims of others about it, and, where asked for, those of its parts."""
    path = project / "data" / "claims.csv"
    text = path.read_text("utf-8")
    about = {"r2-nvidia-delay.01": "donanimhaber", "r2-nvidia-delay.02": "its-part"}
    for claim_id, subject in about.items():
        (line,) = [line for line in text.splitlines() if line.startswith(f"{claim_id},")]
        (row,) = [row for row in rows(project, "claims") if row["claim_id"] == claim_id]
        text = text.replace(line, line.replace(f",{row['subject']},{row['property']},", f",{subject},{row['property']},"))
    path.write_text(text, "utf-8")
    entities = project / "data" / "entities.csv"
    entities.write_text(entities.read_text("utf-8") + "its-part,organization,Part,Parça,x,y,donanimhaber,\n", "utf-8")
    printed = {row["claim_id"] for row in rows(project, "claims") if row["source_id"] == "r2-ascend-delay"}
    for option, others in (([], {"r2-nvidia-delay.01"}), (["--related"], set(about))):
        content = json.loads(shown(capsys, project, "show", "donanimhaber", *option, "--json"))
        assert {claim["claim_id"] for claim in content["claims"]} == printed | others


def test_every_label_of_a_property_leads_to_it_in_any_case(built_once: Path) -> None:
    ledger = iddia.load(built_once)
    for row in rows(built_once, "properties"):
        for label in (row["label_en"].upper(), row["label_tr"].replace("i", "İ").replace("ı", "I").upper()):
            table, found = find(ledger, label)
            assert (table, found["property_id"]) == ("properties", row["property_id"])


def test_days_in_json_are_days(capsys: Capture, built_once: Path) -> None:
    assert json.loads(shown(capsys, built_once, "show", "r2-ascend-delay", "--json"))["published_earliest"] == "2025-08-15"


def test_values_of_closed_lists_are_translated(capsys: Capture, built_once: Path) -> None:
    lines = shown(capsys, built_once, "show", "training_cost", "--lang", "tr").splitlines()
    assert {"değer türü: nicelik", "boyut: para"} <= set(lines)


def test_info_speaks_turkish(capsys: Capture, built_once: Path) -> None:
    text = shown(capsys, built_once, "info", "--lang", "tr")
    assert re.findall(r"^(\w[^:\n]*): ", text, re.MULTILINE) == ["iddia", "kiplik", "en çok sözü edilen", "tablolar", "sonra"]
    assert "sav defteri, sürüm " in text
    assert "kesin bildirim " in text


def test_info_cuts_no_title_in_a_narrow_terminal(built_once: Path) -> None:
    words = [word for row in rows(built_once, "sources") for word in row["title"].split()]
    text = STYLE.sub("", in_terminal(built_once, "info"))
    assert "…" not in text
    assert max(map(len, words)) > 12  # wider than what is left for the title
    titles = "".join(line[24:].strip() for line in text.splitlines())
    assert not [word for word in words if word not in titles]


def test_a_negated_claim_says_so_in_the_language_of_the_page(capsys: Capture, built_once: Path) -> None:
    for language, marks, fact in (("en", "negated", "| not "), ("tr", "olumsuz", "| değil: ")):
        lines = shown(capsys, built_once, "show", "deepseek-true-cost.56", "--lang", language).splitlines()
        assert f", {marks}, " in lines[0]
        assert fact in lines[2]


def test_an_id_like_nothing_is_answered_with_where_to_look(capsys: Capture, built_once: Path) -> None:
    assert main(["show", "%%%", "--root", str(built_once)]) == INVALID
    assert "iddia info names the sources" in capsys.readouterr().err


def test_turkish_pages_speak_turkish(capsys: Capture, built_once: Path) -> None:
    text = shown(capsys, built_once, "show", "r2-ascend-delay", "--lang", "tr")
    assert "söyleyen: yazarın kendisi" in text
    assert not re.search(r"said by|asserted|negated|\bclaims?$", text, re.MULTILINE)


def test_possible_identities_are_told_from_both_sides(capsys: Capture, built_once: Path) -> None:
    pair = rows(built_once, "identities")[0]
    for one, other in ((pair["entity_id"], pair["maybe_same_as"]), (pair["maybe_same_as"], pair["entity_id"])):
        assert f"maybe the same as: {other} ({pair['reason_en']})" in shown(capsys, built_once, "show", one)


@pytest.mark.parametrize(
    "arguments",
    [
        ["info"],
        ["show", "r2-ascend-delay"],
        ["show", "deepseek-r2", "--lang", "tr"],
        ["conflicts"],
        ["conflicts", "--brief", "--lang", "tr"],
        ["conflicts", "--agreements"],
    ],
)
def test_no_line_is_wider_than_a_narrow_terminal(built_once: Path, arguments: list[str]) -> None:
    lines = STYLE.sub("", in_terminal(built_once, *arguments)).splitlines()
    assert "\x1b" not in "".join(lines)
    assert len(lines) > 10
    assert not [line for line in lines if len(line) > 40]


def test_a_terminal_has_the_claim_s_words_in_colour(built_once: Path) -> None:
    text = in_terminal(built_once, "show", "r2-ascend-delay.07")
    yellow = " ".join(piece for style, piece in styled(text) if "33" in style.split(";"))
    assert squeezed(yellow).replace(" ", "") == contents(built_once)["r2-ascend-delay.07"].replace(" ", "")
    assert "[[" not in text


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_where_no_colour_is_wanted_brackets_mark_the_words(built_once: Path, environment: dict[str, str]) -> None:
    text = in_terminal(built_once, "show", "r2-ascend-delay.07", **environment)
    assert not [style for style, _ in styled(text) if re.search(r"(^|;)(3[0-8]|4[0-8]|9[0-7])(;|$)", style)]
    plain = without_cues(STYLE.sub("", text))
    (marked,) = re.findall(r"\[\[(.*?)\]\]", plain, re.DOTALL)
    assert squeezed(marked) == contents(built_once)["r2-ascend-delay.07"]
    assert max(map(len, plain.splitlines())) <= 40


@pytest.mark.parametrize("arguments", [["show", "deepseek-true-cost"], ["show", "deepseek-true-cost", "--json"], ["info"], ["conflicts"]])
def test_a_reader_that_has_gone_is_no_error(built_once: Path, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "iddia", *arguments, "--root", str(built_once)]
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b""
    assert done.returncode == FINE


def test_a_pipe_gets_utf8_whatever_the_locale(built_once: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "iddia", "show", "r2-ascend-delay.07", "--lang", "tr", "--root", str(built_once)]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "[[" in done.stdout.decode("utf-8")
    assert "ç" in done.stdout.decode("utf-8")


HEAVY = ("pandas", "pydantic", "frictionless", "polars", "yaml", "rich", "numpy", "rapidfuzz")


@pytest.mark.parametrize(
    ("code", "never"),
    [
        ("import iddia", HEAVY),
        ("import iddia; iddia.load()", ("pydantic", "frictionless", "polars", "yaml", "rich", "rapidfuzz")),
        (
            "import iddia; d = iddia.load(); d.flat(); d.about('deepseek-r2'); d.codebook; repr(d)",
            ("pydantic", "frictionless", "yaml", "rich"),
        ),
        ("from iddia.cli import main; main(['info'])", ("pydantic", "frictionless", "yaml")),
        ("from iddia.cli import main; main(['show', 'deepseek-r2'])", ("pydantic", "frictionless", "yaml")),
        ("from iddia.cli import main; main(['conflicts'])", ("pydantic", "frictionless", "yaml", "z3", "polars")),
        (
            "import iddia; d = iddia.load(); d.contradictions; d.account('huawei'); d.support('r2-ascend-delay.02')",
            ("pydantic", "frictionless", "yaml", "rich", "z3", "polars"),
        ),
        ("from iddia.cli import main; main(['build', '--root', '/nowhere'])", ("pandas", "frictionless", "rich")),
    ],
)
def test_nothing_is_imported_that_is_not_needed(code: str, never: tuple[str, ...]) -> None:
    report = f"{code}\nimport sys, json; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stderr.splitlines()[-1]))
    assert "iddia" in loaded
    assert not loaded & set(never)


def test_the_package_has_a_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", iddia.__version__)
