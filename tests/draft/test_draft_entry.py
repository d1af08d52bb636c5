"""New entries of the registry and the vocabulary: every other byte is kept, what was given stands there, the gaps are named."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from iddia.corpus import read_corpus
from iddia.draft.entry import HOMES, add_entry, left_empty
from iddia.draft.kinds import KINDS
from iddia.errors import CouldNotRunError, Place, Problem, ProblemsError, VocabularyError
from iddia.language import LANGUAGES
from iddia.text.hidden import first_hidden, is_formula
from iddia.yamlfile import read_yaml

law = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
PAIR = {"en": "Lantern", "tr": "Fener ışığı"}
WHOLE: dict[str, dict[str, Any]] = {
    "entity": {
        "type": "model", "label": PAIR, "description": PAIR, "parent": "ardic", "wikidata": "Q42", "names": [{"name": "Fener 2"}],
    },
    "property": {"label": PAIR, "definition": PAIR, "value_kind": "entity", "domain": ["any"], "range": ["model"], "single_valued": True},
    "unit": {"label": PAIR, "dimension": "time", "factor": "3.6e3", "code": "h", "words": ["saat", "çalışma saati"]},
    "cue": {"form": "ortaya at-", "pattern": r"\bortaya at\w*", "modality": "reported"},
    "reference": {
        "title": "Fener: the card", "publisher": "Ardıç", "published": "2025-03-14", "url": "https://ardic.example/card", "kind": "primary",
        "basis": "retrieved", "note": "version 1",
    },
}  # fmt: skip
IDS = {"entity": "fener-2", "property": "lights_up", "unit": "hour", "cue": "puts-about", "reference": "second-card"}
LEFT_OUT = {
    "property": ["label", "definition", "value_kind", "dimension", "domain", "range", "single_valued"],
    **{kind: [slot.key for slot in KINDS[kind] if slot.needed] for kind in ("entity", "unit", "cue", "reference")},
}


def codes_after(root: Path) -> list[tuple[str, str, int]]:
    with pytest.raises(ProblemsError) as caught:
        read_corpus(root)
    return [(problem.code, problem.place.file, problem.place.line) for problem in caught.value.problems]


def refused(root: Path, kind: str, item_id: str, given: dict[str, Any]) -> list[Problem]:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(VocabularyError) as caught:
        add_entry(root, kind, item_id, given, "en")
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    return caught.value.problems


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_entry_reads_and_every_other_byte_is_kept(tiny: Path, kind: str) -> None:
    path = tiny / HOMES[kind].file
    before = path.read_bytes()
    place = add_entry(tiny, kind, IDS[kind], WHOLE[kind], "en")
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.decode().splitlines()[place.line - 1] == f"{IDS[kind]}:"
    assert left_empty(kind, WHOLE[kind]) == []
    unused = {"property": "property-unused", "reference": "reference-unused"}.get(kind)
    if unused:
        assert [(code, file) for code, file, _ in codes_after(tiny)] == [(unused, HOMES[kind].file)]
    else:
        read_corpus(tiny)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_given_is_named_line_by_line(tiny: Path, kind: str, language: Any) -> None:
    place = add_entry(tiny, kind, IDS[kind], {}, language)
    lines = (tiny / HOMES[kind].file).read_text("utf-8").splitlines()
    added = {number: line for number, line in enumerate(lines, 1) if number > place.line and not line.lstrip().startswith("#")}
    gaps = {number for number, line in added.items() if line.split("  #")[0].endswith(":")}
    gaps -= {
        number for number in gaps if added[number][2] != " " and added.get(number + 1, "").startswith("    ")
    }  # a pair's two halves are the gaps
    reported = codes_after(tiny)
    assert {(code, file) for code, file, _ in reported} == {("key-empty", HOMES[kind].file)}
    optional = {number for number in gaps if lines[number - 1].lstrip().startswith(("dimension", "range")) and kind == "property"}
    assert {line for *_, line in reported} - optional == gaps - optional
    assert left_empty(kind, {}) == LEFT_OUT[kind]


def test_a_quantity_s_dimension_and_an_entity_s_range_are_asked_for(tiny: Path) -> None:
    filled = {key: value for key, value in WHOLE["property"].items() if key != "range"}
    add_entry(tiny, "property", "lights_up", filled, "en")
    add_entry(tiny, "property", "lumen", {**filled, "value_kind": "quantity"}, "en")
    lines = (tiny / HOMES["property"].file).read_text("utf-8").splitlines()
    named = [lines[line - 1].split(":")[0].strip() for code, _, line in codes_after(tiny) if code == "key-empty"]
    assert named == ["range", "dimension"]


@pytest.mark.parametrize(
    ("kind", "item_id", "given", "expected"),
    [
        ("entity", "Fener 2", {}, ("id-malformed", "iddia new entity", "fener-2")),
        ("entity", "nan", {}, ("id-malformed", "iddia new entity", None)),
        ("property", "lights-up", {}, ("id-malformed", "iddia new property", "lights_up")),
        ("entity", "fener", {}, ("id-twice", "iddia new entity", None)),
        ("reference", "ardic-model-card", {}, ("id-twice", "iddia new reference", None)),
        ("entity", "fener-2", {"type": "modle"}, ("not-in-list", "--type", "model")),
        ("entity", "fener-2", {"parent": "ardick"}, ("entity-unknown", "--parent", "ardic")),
        ("entity", "fener-2", {"wikidata": "42"}, ("id-malformed", "--wikidata", None)),
        ("entity", "fener-2", {"label": {"tr": " "}}, ("value-invalid", "--label-tr", None)),
        ("entity", "fener-2", {"names": [{"name": "ARDIÇ"}]}, ("name-ambiguous", "--name", "ardic")),
        ("property", "lights_up", {"domain": ["models"]}, ("not-in-list", "--domain", "model")),
        ("unit", "hour", {"dimension": "tme"}, ("not-in-list", "--dimension", "time")),
        ("unit", "hour", {"factor": "0"}, ("value-type", "--factor", None)),
        ("unit", "hour", {"factor": "many"}, ("value-type", "--factor", None)),
        ("cue", "puts-about", {"pattern": "("}, ("value-invalid", "--pattern", None)),
        ("reference", "second-card", {"url": "ardic"}, ("value-invalid", "--url", None)),
        ("reference", "second-card", {"published": "2025-13"}, ("date-impossible", "--published", None)),
    ],
)
def test_what_does_not_fit_is_refused(
    tiny: Path, kind: str, item_id: str, given: dict[str, Any], expected: tuple[str, str, str | None]
) -> None:
    (problem,) = refused(tiny, kind, item_id, given)
    assert (problem.code, problem.place.file, problem.nearest) == expected
    assert problem.expected or problem.mend or problem.got


def test_a_taken_id_and_a_taken_name_say_where_they_stand(tiny: Path) -> None:
    (problem,) = refused(tiny, "entity", "izmir", {})
    lines = (tiny / "seeds/entities.yaml").read_text("utf-8").splitlines()
    assert str(Place("seeds/entities.yaml", lines.index("izmir:") + 1)) in str(problem)
    (problem,) = refused(tiny, "entity", "fener-2", {"names": [{"name": "kıyı postası"}]})
    assert problem.nearest_place is not None
    assert "{name: Kıyı Postası" in lines[problem.nearest_place.line - 1]


def test_everything_that_does_not_fit_is_said_at_once(tiny: Path) -> None:
    given = {"type": "modle", "parent": "ardick", "names": [{"name": "Fener"}]}
    assert len(refused(tiny, "entity", "Fener 2", given)) == 4


def test_an_entry_can_be_added_behind_one_that_is_not_filled_in_yet(tiny: Path) -> None:
    add_entry(tiny, "entity", "fener-2", {}, "en")
    add_entry(tiny, "entity", "fener-3", {"parent": "fener-2"}, "tr")
    assert list(read_yaml(tiny / "seeds/entities.yaml", "").data)[-2:] == ["fener-2", "fener-3"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"usd:\n  factor: 1\n", b"usd:\n  factor: 1\nhour:\n"),
        (b"usd:\n  factor: 1", b"usd:\n  factor: 1\nhour:\n"),
        (b"usd:\r\n  factor: 1\r\n", b"usd:\r\n  factor: 1\r\nhour:\r\n"),
        (b"usd:\n  factor: 1\n# the end\n", b"usd:\n  factor: 1\n# the end\nhour:\n"),
        (b"\nusd:\n  factor: 1\n\nlira:\n  factor: 1\n", b"\nusd:\n  factor: 1\n\nlira:\n  factor: 1\n\nhour:\n"),
        (b"\xef\xbb\xbfusd: {factor: 1} # \xc3\xa7\n", b"\xef\xbb\xbfusd: {factor: 1} # \xc3\xa7\nhour:\n"),
        (b"usd:\n  text: |\n    words\n", b"usd:\n  text: |\n    words\nhour:\n"),
    ],
)
def test_line_ends_and_blank_lines_are_those_of_the_file(tiny: Path, old: bytes, new: bytes) -> None:
    path = tiny / HOMES["unit"].file
    path.write_bytes(old)
    path.chmod(0o640)
    place = add_entry(tiny, "unit", "hour", WHOLE["unit"], "en")
    assert path.read_bytes().startswith(new)
    assert place.line == len(new.splitlines())
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(read_yaml(path, "").data["hour"]) == ["code", "dimension", "factor", "label", "words"]


@pytest.mark.parametrize(
    "content", [b"{usd: {factor: 1}}\n", b"usd: 1\n...\n", b'usd: "a\n', b"- usd\n", b"usd: 1\nusd: 2\n", b"", b"\xff"]
)
def test_a_file_that_nothing_can_be_added_to_is_left_as_it_is(tiny: Path, content: bytes) -> None:
    path = tiny / HOMES["unit"].file
    path.write_bytes(content)
    with pytest.raises((CouldNotRunError, VocabularyError)):
        add_entry(tiny, "unit", "hour", WHOLE["unit"], "en")
    assert path.read_bytes() == content
    assert [other.name for other in path.parent.iterdir() if other.name.startswith(".")] == []


texts = st.text(
    st.one_of(st.sampled_from("aİı'’\"\\{}[],:#&*!|>%@`-? \xa0\u200b"), st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]))
)
words = texts.filter(lambda text: bool(text.strip()) and first_hidden(text) is None and not is_formula(text))


@law
@example(label="0", description="NAN", names=[])
@given(label=words, description=words, names=st.lists(words.map(lambda text: f"Yeni {text}"), max_size=3, unique_by=str.casefold))
def test_whatever_the_words_they_read_back(only_vocabulary: Path, label: str, description: str, names: list[str]) -> None:
    path = only_vocabulary / "seeds/entities.yaml"
    before = path.read_bytes()
    given_ = {
        "type": "model",
        "label": {"en": label, "tr": label},
        "description": {"en": description},
        "names": [{"name": n} for n in names],
    }
    try:
        add_entry(only_vocabulary, "entity", "fener-2", {key: value for key, value in given_.items() if value}, "tr")
        entry = read_yaml(path, "").data["fener-2"]
        assert path.read_bytes().startswith(before)
    finally:
        path.write_bytes(before)
    assert entry["label"] == {"en": label, "tr": label}
    assert entry["description"] == {"en": description, "tr": None}
    assert [name["name"] for name in entry.get("names", ())] == names
