"""The draft of a reading: it reads, its quotes anchor, its values pass the audit, no sentence is left out, and only gaps are reported."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from iddia.corpus import read_corpus
from iddia.draft import folder
from iddia.draft.candidate import Candidate
from iddia.draft.entry import add_entry
from iddia.draft.folder import make_folder
from iddia.draft.guess import language_of
from iddia.draft.reading import draft_reading
from iddia.errors import ContributionError, Problem, ProblemsError
from iddia.language import LANGUAGES, Language
from iddia.package.schemas import reading_schema
from iddia.project.vocabulary import Vocabulary, read_vocabulary
from iddia.text.anchors import anchor
from iddia.text.sentences import sentences
from iddia.yamlfile import YamlFile, read_yaml

ROOT = Path(__file__).resolve().parent.parent.parent
TINY = ROOT / "tests" / "tiny"
ARTICLES = [*sorted(ROOT.glob("seeds/*/article.txt")), *sorted(TINY.glob("seeds/*/article.txt"))]
NEW = "yeni-makale"
law = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

PIECES = (
    "Fener", "Ardıç", "Kıyı Postası", "İzmir’de", "Fener’in", "dil modeli", "tanıtıldı", "var", "Resim", "Ara", "Araştırma",
    "12 milyar", "parametresi", "yaklaşık 3 milyon dolara", "3-5 milyon dolar", "yüz milyarlarca lira", "%97,4", "yüzde 5", "birkaç bin",
    "en az 1,5 milyon parametre", "5", "iki model", "-3", "1.2 trilyon", "5B parametre", "14 Mart 2025’te", "Eylül ayında", "2023 yılında",
    "31 Şubat 2025", "2025-08-15", "15.08.2025", "2024'te", "göre", "iddia ediliyor", "bekleniyor", "çıkacak", "söyleniyor", "mal oldu",
    "olabilir", "tanıtmış", ".", ". ", "? ", "!", ": ", ", ", "; ", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "1. ", "- ", '"', "’", "\\",
    "#", "{", "}", "\xa0", "\ufeff", "😀", "null", "true", "a: b", "'",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join).filter(lambda text: bool(sentences(text)))


def vocabulary_of(root: Path) -> Vocabulary:
    problems: list[Problem] = []
    vocabulary = read_vocabulary(root, problems)
    assert problems == []
    return vocabulary


def draft(root: Path, text: str, language: Language = "en", source_id: str = NEW) -> str:
    """Make the article's folder; the text of its reading."""
    candidate = Candidate(source_id, Path("article.txt"), text.encode(), text)
    reading = draft_reading(candidate, vocabulary_of(root), language).text
    make_folder(root, candidate, reading)
    return reading


def problems_in(root: Path) -> list[Problem]:
    with pytest.raises(ProblemsError) as caught:
        read_corpus(root)
    return caught.value.problems


def gaps(reading: str) -> list[int]:
    """Lines (from 1) with a key and nothing behind it, here or further in on the lines below."""
    lines = reading.splitlines()
    found = []
    for number, line in enumerate(lines, 1):
        bare = re.sub(r"(?<=:) +#.*", "", line) if re.match(r"[ -]*\w+: *(?:#|$)", line) else ""
        below = next((other for other in lines[number:] if other.strip() and not other.lstrip().startswith("#")), "")
        depth, depth_below = len(line) - len(line.lstrip()), len(below) - len(below.lstrip())
        if bare.endswith(":") and not (depth_below > depth or (below.lstrip().startswith("- ") and depth_below == depth + 2)):
            found.append(number)
    return found


def entries(reading: YamlFile) -> list[dict[str, Any]]:
    return [*reading.data.get("no_claim", ()), *reading.data["claims"]]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_draft_only_what_is_left_empty_is_reported_once_at_its_line(tmp_path: Path, path: Path, language: Language) -> None:
    project = path.parent.parent.parent
    root = tmp_path / "project"
    for part in ("seeds", "schema"):
        shutil.copytree(project / part, root / part)
    reading = draft(root, path.read_bytes().decode(), language)
    *reported, twice = problems_in(root)
    assert (twice.code, twice.nearest) == ("article-twice", f"seeds/{path.parent.name}/article.txt")  # it stands in its own folder too
    assert {(problem.code, problem.place.file) for problem in reported} == {("key-empty", f"seeds/{NEW}/reading.yaml")}
    assert [problem.place.line for problem in reported] == gaps(reading)
    assert (root / "seeds" / NEW / "article.txt").read_bytes() == path.read_bytes()


@law
@given(text=texts)
def test_whatever_the_text_only_gaps_are_reported(only_vocabulary: Path, text: str) -> None:
    try:
        reading = draft(only_vocabulary, text)
        reported = problems_in(only_vocabulary)
    finally:
        shutil.rmtree(only_vocabulary / "seeds" / NEW, ignore_errors=True)
    assert [(problem.code, problem.place.line) for problem in reported] == [("key-empty", line) for line in gaps(reading)]


@law
@given(text=texts)
def test_every_quote_anchors_and_every_sentence_is_in_an_entry(only_vocabulary: Path, tmp_path: Path, text: str) -> None:
    candidate = Candidate(NEW, Path("article.txt"), text.encode(), text)
    path = tmp_path / "reading.yaml"
    path.write_text(draft_reading(candidate, vocabulary_of(only_vocabulary), "tr").text, "utf-8", newline="")
    reading = read_yaml(path, "reading.yaml")
    assert reading.problems == []
    found = [anchor(text, entry["quote"], occurrence=entry.get("occurrence")) for entry in entries(reading)]
    assert [span for span in sentences(text) if not any(span.overlaps(other) for other in found)] == []
    assert reading.data["source"]["title"] in text
    ids = [claim["id"] for claim in reading.data["claims"]]
    assert len(set(ids)) == len(ids)
    assert {claim["review"] for claim in reading.data["claims"]} == {"drafted"}


def filled(reading: str, answer: Callable[[str, str], str]) -> str:
    """The draft with every gap filled in: ``answer`` gets the block of lines around the gap, and its key."""
    lines = reading.split("\n")
    for number in gaps(reading):
        line = re.sub(r" +#.*", "", lines[number - 1])
        before = "\n".join(lines[:number]).rpartition("\n\n")[2]
        after = "\n".join(lines[number:]).partition("\n\n")[0]
        lines[number - 1] = f"{line} {answer(before + chr(10) + after, line.strip(' -:'))}"
    return "\n".join(lines)


def an_answer(block: str, key: str) -> str:
    """Something that fits, whatever the article says."""
    simple = {
        "kind": "news", "rights": "Written for the tests.", "language": "tr", "why": "furniture", "subject": "fener",
        "value": "{text: good}", "unit": "parameter", "statement_en": "It is so.", "statement_tr": "Öyle diyorlar işte.",
        "said_by": "{kind: unnamed}",
    }  # fmt: skip
    if key != "property":
        return simple[key]
    value = re.search(r"\n    value:.*(?:\n      [^# ].*)*", block)
    block = value[0] if value else ""
    if "number: " in block or "min: " in block:
        return (
            "training_cost"
            if "unit: usd" in block or "unit: lira" in block
            else "market_share"
            if "percent" in block
            else "parameter_count"
        )
    return "release_date" if "value: {date" in block else "described_as"


@law
@given(text=texts)
def test_drafted_values_cues_and_modalities_pass_the_audits(only_vocabulary: Path, text: str) -> None:
    """Once the gaps are filled in, only what cannot be drafted is left: further dates, dates and numbers that are none."""
    try:
        path = only_vocabulary / "seeds" / NEW / "reading.yaml"
        reading = filled(draft(only_vocabulary, text), an_answer)
        # A sentence that is nothing but a marker has no words for its claim.
        assume(not re.search(r'quote: (".*")\n(?:    (?:occurrence|after): .*\n)*    cue: (?:\1\n|\{quote: \1[,}])', reading))
        path.write_text(reading, "utf-8", newline="")
        codes = {problem.code for problem in problems_in(only_vocabulary)}
    finally:
        shutil.rmtree(only_vocabulary / "seeds" / NEW, ignore_errors=True)
    # A sentence with two numbers quotes itself twice, and the answers above are the same for all.
    chosen_here = {"claim-duplicate", "entity-type", "property-unknown", "property-unused", "prediction-missing"}
    assert codes <= {*chosen_here, "number-unread", "date-unread"}


def test_a_draft_of_a_new_thing_that_is_filled_in_reads_without_problems(tiny: Path) -> None:
    label, description = {"en": "Pusula", "tr": "Pusula"}, {"en": "Another model.", "tr": "Bir başka model."}
    pusula = {"type": "model", "label": label, "description": description, "names": [{"name": "Pusula"}]}
    add_entry(tiny, "entity", "pusula", pusula, "tr")
    told = "Kıyı Postası’na göre Pusula’nın eğitimi yaklaşık 3 milyon dolara mal oldu."
    text = f"Pusula büyüyor\nPusula 14 Mart 2025’te tanıtıldı. {told}\nAra\n"
    answers = {
        "01": {"statement_tr": "Pusula gelişiyor.", "property": "described_as", "value": "{text: growing}"},
        "02": {"statement_tr": "Pusula Mart’ta gösterildi.", "property": "introduction_date"},
        "03": {"statement_tr": "Pusula pahalıydı.", "subject": "pusula", "property": "training_cost", "said_by": "kiyi-postasi"},
    }

    def answer(block: str, key: str) -> str:
        claim_id = re.search(rf"id: {NEW}\.(\d+)", block)
        return (answers[claim_id[1]] if claim_id else {}).get(key) or an_answer(block, key)

    reading = draft(tiny, text)
    (tiny / "seeds" / NEW / "reading.yaml").write_text(filled(reading, answer), "utf-8", newline="")
    read = [claim for claim in read_corpus(tiny).claims if claim.source_id == NEW]
    assert [(claim.subject, claim.value_raw, claim.modality) for claim in read] == [
        ("pusula", None, "asserted"),
        ("pusula", "14 Mart 2025’te", "asserted"),
        ("pusula", "yaklaşık 3 milyon dolara", "reported"),
    ]


def claims_of(root: Path, text: str) -> list[dict[str, Any]]:
    draft(root, text)
    claims: list[dict[str, Any]] = read_yaml(root / "seeds" / NEW / "reading.yaml", "reading.yaml").data["claims"]
    return claims


def test_a_sentence_with_two_numbers_is_drafted_twice(tiny: Path) -> None:
    claims = claims_of(tiny, "Fener’in 12 milyar parametresi var ve eğitimi en az 3,5 milyon dolara mal oldu.")
    values = [{key: str(part) for key, part in claim["value"].items()} for claim in claims]
    assert values == [
        {"number": "1.2E+10", "unit": "parameter", "raw": "12 milyar parametresi"},
        {"number": "3500000", "min": "3500000", "unit": "usd", "approximation": "at_least", "raw": "en az 3,5 milyon dolara"},
    ]
    assert [claim["subject"] for claim in claims] == ["fener", "fener"]


def test_two_entities_leave_the_subject_open_and_are_both_offered(tiny: Path) -> None:
    reading = draft(tiny, "Fener’i Ardıç yaptı.")
    assert "    subject:  # fener | ardic\n" in reading
    assert "  # line 1: Fener → fener, Ardıç → ardic\n" in reading


def test_the_most_doubtful_mark_wins_and_a_cue_has_the_whole_name(tiny: Path) -> None:
    first, second = claims_of(tiny, "Fener’in çıkması bekleniyor. Kıyı Postası’na göre Fener çıktı.")
    assert (first["cue"], first["modality"]) == ("bekleniyor", "predicted")
    assert (second["cue"], second["modality"], second["said_by"]) == ("Kıyı Postası’na göre", "reported", None)


def test_words_that_stand_there_twice_say_which_are_meant(tiny: Path) -> None:
    draft(tiny, "Resim: Fener\nFener yürüdü.\nResim: Fener\nAra\nAraştırma bitti.\n")
    reading = read_yaml(tiny / "seeds" / NEW / "reading.yaml", "reading.yaml").data
    assert [(entry["quote"], entry.get("occurrence")) for entry in reading["no_claim"]] == [
        ("Resim: Fener", 1),
        ("Resim: Fener", 2),
        ("Ara", 1),
    ]
    assert [claim["quote"] for claim in reading["claims"]] == ["Fener yürüdü.", "Araştırma bitti."]


def test_properties_offered_fit_value_unit_and_subject(tiny: Path) -> None:
    reading = draft(tiny, "Fener 3 milyon dolara mal oldu.\nFener’in 12 milyar parametresi var.\nİzmir 14 Mart 2025’te kuruldu.\n")
    offered = re.findall(r"    property:(.*)\n", reading)
    assert offered == ["  # training_cost", "  # parameter_count", ""]


def test_a_dateline_is_offered_as_the_day_of_publication(tiny: Path) -> None:
    reading = draft(tiny, "Fener büyüdü, Ardıç da\n15.08.2025\nFener 2023 yılında kuruldu.\n")
    assert '  # published: "2025-08-15"  # line 2: "15.08.2025"\n  # published_basis: stated\n  # published: "2023"' in reading
    assert '  - quote: "15.08.2025"\n    why:  # dateline\n' in reading


@pytest.mark.parametrize("path", ARTICLES[:5], ids=lambda path: path.parent.name)
def test_the_language_of_the_articles_is_certain(path: Path) -> None:
    assert language_of(path.read_text("utf-8")) == "tr"


@pytest.mark.parametrize(
    "text",
    [
        "Fener büyüdü ve için olarak.",
        "The model has 12 billion parameters and was trained for a year, and nobody knows how much it cost to make. " * 3,
        "Bu gün Azərbaycanda yeni bir model təqdim olundu və çox maraqlı oldu, bir də bu model üçün böyük işlər görüldü. " * 3,
        "Das Modell wurde in München für viele Leute gemacht und größer als andere Modelle, die früher üblich waren. " * 3,
    ],
)
def test_a_language_that_is_not_certain_is_left_open(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_lines_are_short_but_for_the_quotes_and_entries_stand_apart(path: Path) -> None:
    text = path.read_bytes().decode()
    vocabulary = vocabulary_of(path.parent.parent.parent)
    for language in LANGUAGES:
        reading = draft_reading(Candidate(NEW, path, path.read_bytes(), text), vocabulary, language).text
        long = [line for line in reading.splitlines() if len(line) > 140 and "quote: " not in line and "title: " not in line]
        assert long == []
        starts = re.findall(r"(?m)^(.*)\n(?:  #.*\n)+  - id: ", reading)
        assert set(starts) == {"", "claims:"}
        assert reading.splitlines()[0] == "# yaml-language-server: $schema=../../schema/reading.schema.json"


def test_an_editor_marks_just_the_gaps(tiny: Path) -> None:
    reading = draft(tiny, (TINY / "seeds/fener-launch/article.txt").read_bytes().decode())
    data = read_yaml(tiny / "seeds" / NEW / "reading.yaml", "reading.yaml").data
    marked = {error.json_path for error in Draft202012Validator(reading_schema()).iter_errors(data)}
    assert len(marked) == len(gaps(reading))


def test_a_draft_too_large_to_be_read_is_refused_and_nothing_is_left(tiny: Path) -> None:
    before = sorted(tiny.rglob("*"))
    candidate = Candidate(NEW, Path("article.txt"), b"Fener.", "Fener.")
    with pytest.raises(ContributionError) as caught:
        make_folder(tiny, candidate, "#" * 8_000_001)
    assert [problem.code for problem in caught.value.problems] == ["file-too-large"]
    assert sorted(tiny.rglob("*")) == before


@pytest.mark.parametrize("after", [0, 1])
def test_what_is_broken_off_leaves_nothing(tiny: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    written: list[Path] = []

    def breaking_off(path: Path, content: bytes) -> None:
        if len(written) == after:
            raise KeyboardInterrupt
        written.append(path)
        path.write_bytes(content)

    monkeypatch.setattr(folder, "write_through", breaking_off)
    before = sorted(tiny.rglob("*"))
    with pytest.raises(KeyboardInterrupt):
        make_folder(tiny, Candidate(NEW, Path("article.txt"), b"Fener.", "Fener."), "claims:\n")
    assert sorted(tiny.rglob("*")) == before


def test_a_draft_left_half_written_by_a_power_cut_is_seen_by_no_command(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    monkeypatch.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(OSError("no power")))
    with pytest.raises(OSError, match="no power"):
        make_folder(tiny, Candidate(NEW, Path("article.txt"), b"Fener.", "Fener."), "claims:\n")
    assert len(list((tiny / "seeds").glob(".*/reading.yaml"))) == 1
    assert len(read_corpus(tiny).accounts) == 2


def test_a_folder_that_came_meanwhile_is_left_alone(tiny: Path) -> None:
    other = tiny / "seeds" / NEW
    other.mkdir()
    (other / "article.txt").write_bytes(b"mine")
    with pytest.raises(OSError, match="not empty"):
        make_folder(tiny, Candidate(NEW, Path("article.txt"), b"Fener.", "Fener."), "claims:\n")
    assert [path.name for path in other.iterdir()] == ["article.txt"]
    assert not list((tiny / "seeds").glob(".*"))
