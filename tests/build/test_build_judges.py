"""What others say of the package: frictionless, the published JSON Schemas of Data Package v2, JSON Schema for readings."""

import hashlib
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from jsonschema import Draft7Validator, Draft202012Validator

from iddia.errors import ContributionError, CouldNotRunError
from iddia.model.tables import TABLES
from iddia.package.judge import judge
from iddia.package.schemas import reading_schema, table_schema
from iddia.yamlfile import read_yaml

SOURCES = ("deepseek-explainer", "deepseek-true-cost", "r2-ascend-delay", "r2-huawei-rumours", "r2-nvidia-delay")
Reading = dict[str, Any]


def profile(name: str) -> Draft7Validator:
    """A published JSON Schema of Data Package v2."""
    content = json.loads((files("dplib") / "profiles" / "2.0" / f"{name}.json").read_text("utf-8"))
    Draft7Validator.check_schema(content)
    return Draft7Validator(content)


def complaints(validator: Any, content: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(content)]


def test_frictionless_finds_the_package_of_the_repository_valid(repository: Path) -> None:
    report = Package("datapackage.json", basepath=str(repository)).validate()
    assert report.valid, report.to_summary()
    assert report.stats["tasks"] == len(TABLES)


def test_frictionless_finds_a_fresh_build_valid(built_once: Path) -> None:
    judge(built_once)  # raises what it finds
    assert Package("datapackage.json", basepath=str(built_once)).validate().valid


def change(root: Path, table: str, old: str, new: str, *, tell_the_descriptor: bool = True) -> None:
    """Change a table's first such words, and, so that nothing else is wrong, length and hash in the descriptor."""
    path = root / "data" / f"{table}.csv"
    raw = path.read_bytes()
    assert old.encode() in raw
    raw = raw.replace(old.encode(), new.encode(), 1)
    path.write_bytes(raw)
    if tell_the_descriptor:
        descriptor = json.loads((root / "datapackage.json").read_bytes())
        resource = next(resource for resource in descriptor["resources"] if resource["name"] == table)
        resource |= {"bytes": len(raw), "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}"}
        (root / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        [
            ("modalities", "asserted,asserted", "claimed,asserted", "constraint-error"),
            ("units", "usd,US dollar", "year,US dollar", "primary-key"),
            ("attributions", ",impersonal,", ",,", "constraint-error"),
            ("cues", ",reported,", ",reportedly,", "constraint-error"),
            ("sources", "donanimhaber", "donanimhaberci", "foreign-key"),
        ],
        [("modalities", ",9\n", ",nine\n", "type-error")],
        [("modalities", ",9\n", ",0\n", "constraint-error")],
    ],
)
def test_the_judge_finds_every_wrong_cell(project: Path, changes: list[tuple[str, str, str, str]]) -> None:
    for table, old, new, _ in changes:
        change(project, table, old, new)
    with pytest.raises(ContributionError) as caught:
        judge(project)
    found = {(problem.place.file, problem.code) for problem in caught.value.problems}
    assert found >= {(f"data/{table}.csv", f"frictionless-{code}") for table, _, _, code in changes}


def test_the_judge_finds_a_changed_letter_by_the_hash(project: Path) -> None:
    change(project, "entities", "DeepSeek", "DeepSeak", tell_the_descriptor=False)
    with pytest.raises(ContributionError) as caught:
        judge(project)
    assert [(problem.code, problem.place.file) for problem in caught.value.problems] == [("frictionless-hash-count", "data/entities.csv")]


def test_the_judge_names_the_record_and_column(project: Path) -> None:
    change(project, "units", ",1,USD", ",one,USD")
    lines = (project / "data" / "units.csv").read_text("utf-8").splitlines()
    with pytest.raises(ContributionError) as caught:
        judge(project)
    (problem,) = caught.value.problems
    assert (lines[problem.place.line - 1].split(",")[0], problem.place.column) == ("usd", 5)


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"resources": 3}'])
def test_the_judge_cannot_run_without_a_descriptor(project: Path, content: str | None) -> None:
    (project / "datapackage.json").unlink()
    if content is not None:
        (project / "datapackage.json").write_text(content, "utf-8")
    with pytest.raises(CouldNotRunError, match=r"datapackage\.json"):
        judge(project)


def test_the_published_profile_accepts_the_descriptor(built_once: Path) -> None:
    assert complaints(profile("datapackage"), json.loads((built_once / "datapackage.json").read_bytes())) == []


def test_the_published_profile_accepts_every_resource(built_once: Path) -> None:
    resources = json.loads((built_once / "datapackage.json").read_bytes())["resources"]
    assert [complaints(profile("dataresource"), resource) for resource in resources] == [[]] * len(TABLES)


@pytest.mark.parametrize("table", [model.table for model in TABLES])
def test_the_published_profile_accepts_every_table_schema(repository: Path, table: str) -> None:
    assert complaints(profile("tableschema"), json.loads((repository / "schema" / f"{table}.json").read_bytes())) == []


def test_the_published_profile_would_refuse_a_wrong_type() -> None:
    schema = table_schema(TABLES[0])
    schema["fields"][0]["type"] = "words"
    assert complaints(profile("tableschema"), schema)


@pytest.fixture(scope="module")
def reading_judge() -> Draft202012Validator:
    Draft202012Validator.check_schema(reading_schema())
    return Draft202012Validator(reading_schema())


@pytest.mark.parametrize("source_id", SOURCES)
def test_the_schema_of_readings_accepts_every_reading(repository: Path, reading_judge: Draft202012Validator, source_id: str) -> None:
    name = f"seeds/{source_id}/reading.yaml"
    assert complaints(reading_judge, read_yaml(repository / name, name).data) == []


def a_reading() -> Reading:
    return {
        "source": {"title": "Başlık", "language": "tr", "kind": "news", "rights": "none", "sha256": "0" * 64},
        "claims": [
            {
                "id": "an-article.01",
                "quote": "sözcükler",
                "cue": "iddia ediliyor",
                "context": [{"quote": "başka", "occurrence": 2}, "sözler"],
                "statement_en": "It is so.",
                "statement_tr": "Öyledir.",
                "subject": "deepseek",
                "property": "training_cost",
                "value": {"number": 1.2e12, "unit": "usd", "raw": "1.2 trilyon"},
                "modality": "alleged",
                "said_by": ["deepseek", {"kind": "unnamed", "label": "haberler"}],
            }
        ],
    }


def test_the_schema_of_readings_knows_the_short_forms(reading_judge: Draft202012Validator) -> None:
    assert complaints(reading_judge, a_reading()) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda reading: reading["claims"][0].pop("statement_tr"),
        lambda reading: reading["claims"][0].update(modality="doubted"),
        lambda reading: reading["claims"][0].update(modalty="alleged"),
        lambda reading: reading["claims"][0].update(id="12"),
        lambda reading: reading["claims"][0].update(cue=[[]]),
        lambda reading: reading["claims"][0]["value"].update(boolean=False),
        lambda reading: reading["claims"].clear(),
        lambda reading: reading["source"].update(sha256="abc"),
        lambda reading: reading.pop("source"),
        lambda reading: reading.update(no_claim=[{"quote": "without a reason"}]),
    ],
)
def test_the_schema_of_readings_refuses_a_broken_one(reading_judge: Draft202012Validator, spoil: Callable[[Reading], object]) -> None:
    reading = a_reading()
    spoil(reading)
    assert complaints(reading_judge, reading)
