"""Croissant, RO-Crate, CITATION.cff, .zenodo.json and dictionary.md, each by a client or a schema of its own."""

import dataclasses
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import mlcroissant
import numpy as np
import pyarrow.parquet as pq
import pytest
import yaml
from jsonschema import Draft7Validator
from rocrate.rocrate import ROCrate

from iddia import about
from iddia.errors import CouldNotRunError
from iddia.formats.linked.jsonld import jsonld
from iddia.formats.linked.nanopubs import nanopubs
from iddia.formats.linked.shapes import shapes
from iddia.formats.papers.citation import CITATION, citation, citation_text
from iddia.formats.papers.croissant import CROISSANT, croissant
from iddia.formats.papers.datasheet import AGREEMENT, ANNOTATION, DATASHEET, answer, points, section, use
from iddia.formats.papers.dictionary import DICTIONARY, dictionary
from iddia.formats.papers.pages import pages
from iddia.formats.papers.rights import QUOTES
from iddia.formats.papers.rocrate import METADATA, rocrate
from iddia.formats.papers.zenodo import ZENODO, zenodo
from iddia.formats.publication import Publication

# What rdflib's own readers and mlcroissant still use of rdflib.
pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset.default_context) is deprecated:DeprecationWarning")
FORMS = (jsonld, shapes, nanopubs, citation, zenodo, dictionary, pages, croissant, rocrate)


@pytest.fixture(scope="module")
def told(published: Publication, repository: Path) -> Publication:
    texts = {name: (repository / name).read_text("utf-8") for name in (DATASHEET, ANNOTATION, AGREEMENT)}
    return dataclasses.replace(published, texts={**published.texts, **texts})


@pytest.fixture(scope="module")
def parquet(published: Publication) -> dict[str, bytes]:
    written = {}
    for name, table in published.tables.items():
        sink = io.BytesIO()
        pq.write_table(table, sink)
        written[f"parquet/{name}.parquet"] = sink.getvalue()
    return written


@pytest.fixture(scope="module")
def folder(told: Publication, parquet: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release's folder, as far as it is made here."""
    made = dict(parquet)
    for form in FORMS:
        made |= form(told, made)
    root = tmp_path_factory.mktemp("release")
    (root / "parquet").mkdir()
    for path, content in made.items():
        (root / path).write_bytes(content)
    return root


def test_croissant_is_valid_without_a_warning(folder: Path) -> None:
    dataset = mlcroissant.Dataset(str(folder / CROISSANT))
    assert not dataset.metadata.ctx.issues.errors
    assert not dataset.metadata.ctx.issues.warnings
    assert dataset.metadata.ctx.is_v1_1()
    assert dataset.metadata.version == "1.0.0"


def cell(value: Any) -> Any:
    """A value as mlcroissant gives it back: texts are bytes, and a missing number is NaN."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and np.isnan(value) else value


@pytest.mark.filterwarnings("ignore:The inplace keyword in DataFrame")  # mlcroissant's own
def test_croissant_loads_every_record(folder: Path, published: Publication) -> None:
    dataset = mlcroissant.Dataset(str(folder / CROISSANT))
    for name, table in published.tables.items():
        records = [{column: cell(value) for column, value in record.items()} for record in dataset.records(record_set=name)]
        assert records == [{f"{name}/{column}": value for column, value in row.items()} for row in table.to_pylist()], name


def test_croissant_tells_files_keys_and_references(folder: Path, published: Publication) -> None:
    content = json.loads((folder / CROISSANT).read_bytes())
    assert content["conformsTo"] == ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"]
    for entry in content["distribution"]:
        raw = (folder / entry["contentUrl"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(raw).hexdigest()
        assert entry["contentSize"] == f"{len(raw)} B"
    for records in content["recordSet"]:
        schema = published.schemas[records["@id"]]
        keys = records["key"] if isinstance(records["key"], list) else [records["key"]]
        assert [key["@id"] for key in keys] == [f"{records['@id']}/{name}" for name in schema["primaryKey"]]
        references = {
            field["name"]: (field["references"]["fileObject"]["@id"], field["references"]["extract"]["column"])
            for field in records["field"]
            if "references" in field
        }
        assert references == {
            key["fields"][0]: (f"parquet/{key['reference']['resource']}.parquet", key["reference"]["fields"][0])
            for key in schema.get("foreignKeys", [])
        }


def test_what_is_said_of_the_data_is_said_by_the_datasheet(folder: Path, told: Publication) -> None:
    content = json.loads((folder / CROISSANT).read_bytes())
    said = [words for key, value in content.items() if key.startswith("rai:") for words in ([value] if isinstance(value, str) else value)]
    bare = "".join(letter for letter in told.texts[DATASHEET] + told.texts[AGREEMENT] if letter.isalnum())
    assert len(said) > 15
    for words in said:
        assert len(words) > 20
        for sentence in words.removeprefix("Not for: ").replace(" annotation.md", "").split(". "):
            assert "".join(letter for letter in sentence if letter.isalnum())[:60] in bare, sentence
    assert "No person has reviewed any claim" in content["rai:dataAnnotationProtocol"][0]


SHEET = {
    DATASHEET: """# Sheet

**Why?** Because *it* is `so`, see [there](x.md). **Who?** We.

## Uses

**For:** this
and that. **Not for:** sale.

**Weak.**
- one
  line
- two
"""
}


def test_a_datasheet_answers_in_plain_words() -> None:
    assert answer(SHEET, "Why?") == "Because it is so, see there."
    assert answer(SHEET, "Who?") == "We."
    assert use(SHEET, "For:") == "this and that."
    assert use(SHEET, "Not for:") == "sale."
    assert points(SHEET, "Weak.") == ["one line", "two"]
    assert section(SHEET, "Uses").startswith("For: this and that.")


@pytest.mark.parametrize(("asked", "what"), [(answer, "When?"), (use, "Against:"), (points, "Strong."), (section, "History")])
def test_what_the_datasheet_does_not_answer_is_told(asked: Any, what: str) -> None:
    with pytest.raises(CouldNotRunError) as caught:
        asked(SHEET, what)
    assert all(what in words and DATASHEET in words for words in caught.value.words)
    with pytest.raises(CouldNotRunError):
        asked({}, what)


def test_the_crate_opens_and_describes_every_file(folder: Path, published: Publication) -> None:
    crate = ROCrate(str(folder))
    assert crate.version == "1.2"
    assert crate.name == about.TITLE[0]
    assert crate.root_dataset["version"] == "1.0.0"
    assert crate.root_dataset["datePublished"] == published.date.isoformat()
    present = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file() and path.name != METADATA}
    described = {entity.id: entity for entity in crate.data_entities}
    assert set(described) == set(present)
    for path, entity in described.items():
        raw = present[path].read_bytes()
        assert entity["contentSize"] == str(len(raw))
        assert entity["sha256"] == hashlib.sha256(raw).hexdigest()
        assert entity["description"], path
        assert "/" in entity["encodingFormat"]


def test_the_crate_has_no_blank_nodes(folder: Path) -> None:
    graph = json.loads((folder / METADATA).read_bytes())["@graph"]
    names = [entity["@id"] for entity in graph]
    assert len(names) == len(set(names))
    for entity in graph:
        for value in entity.values():
            for part in value if isinstance(value, list) else [value]:
                assert not isinstance(part, dict) or set(part) == {"@id"}


def test_the_citation_file_is_valid_by_the_schema_of_its_format(folder: Path) -> None:
    content = yaml.safe_load((folder / CITATION).read_text("utf-8"))
    schema = json.loads((files("check_jsonschema") / "builtin_schemas/vendor/citation-file-format.json").read_text("utf-8"))
    assert schema["$id"].endswith("/1.2.0/schema.json")
    assert not [error.message for error in Draft7Validator(schema).iter_errors(content)]
    assert (content["type"], content["version"], content["license"]) == ("dataset", "1.0.0", "CC-BY-4.0")
    assert content["authors"] == [{"name": about.AUTHOR}]


def test_the_citation_file_holds_any_words(monkeypatch: pytest.MonkeyPatch, published: Publication) -> None:
    title = 'a: "b" # \\c\n- ğ {d}'
    monkeypatch.setattr(about, "TITLE", (title, ""))
    monkeypatch.setattr(about, "REPOSITORY", "https://iddia.invalid/data")
    content = yaml.safe_load(citation_text("1.0.0", published.date))
    assert content["title"] == title
    assert content["repository"] == "https://iddia.invalid/data"


# Zenodo publishes no JSON Schema for what it reads; these are the rules of its deposition interface that concern us.
DEPOSITION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["upload_type", "title", "creators", "description", "access_right", "license"],
    "properties": {
        "upload_type": {"const": "dataset"},
        "access_right": {"enum": ["open", "embargoed", "restricted", "closed"]},
        "publication_date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "title": {"type": "string", "minLength": 1},
        "version": {"type": "string"},
        "language": {"type": "string", "pattern": "^[a-z]{3}$"},
        "license": {"const": "CC-BY-4.0"},
        "notes": {"type": "string"},
        "description": {"type": "string", "pattern": "^<p>"},
        "keywords": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        "creators": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "required": ["name"], "properties": {"name": {"minLength": 1}}, "additionalProperties": False},
        },
    },
}


def test_the_deposition_keeps_the_rules_of_zenodo(told: Publication) -> None:
    content = json.loads(zenodo(told, {})[ZENODO])
    assert not [error.message for error in Draft7Validator(DEPOSITION).iter_errors(content)]
    assert content["publication_date"] == told.date.isoformat()
    assert content["version"] == told.version
    assert all(words in content["description"] for words in about.DESCRIPTION)
    assert all(words in content["notes"] for words in QUOTES)


def test_whose_the_quotes_are_is_said_with_the_licence(folder: Path) -> None:
    crate = {entity["@id"]: entity for entity in json.loads((folder / METADATA).read_bytes())["@graph"]}
    assert all(words in crate[crate["./"]["license"]["@id"]]["description"] for words in QUOTES)
    described = json.loads((folder / CROISSANT).read_bytes())["description"]
    assert [described["en"].endswith(QUOTES[0]), described["tr"].endswith(QUOTES[1])] == [True, True]


def test_the_dictionary_has_every_column(told: Publication) -> None:
    page = dictionary(told, {})[DICTIONARY].decode()
    for name, schema in told.schemas.items():
        part = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        lines = [line for line in part.splitlines() if line.startswith("| ")][1:]
        assert len(lines) == len(schema["fields"])
        for line, column in zip(lines, schema["fields"], strict=True):
            shown, kind, english, turkish = line.strip("| ").split(" | ")
            assert shown.strip("*?") == column["name"]
            assert ("**" in shown) == (column["name"] in schema["primaryKey"])
            assert shown.endswith("?") != bool(column.get("constraints", {}).get("required"))
            assert all(choice in kind for choice in column.get("constraints", {}).get("enum", []))
            assert (english, turkish) == (column["description"], column["description_tr"])


def test_the_dictionary_tells_of_the_release_not_of_the_models(told: Publication) -> None:
    path = "schema/units.json"
    schema = json.loads(told.files[path])
    schema["fields"][0]["description"] = "As it was once described."
    older = dataclasses.replace(told, version="0.9.0", files={**told.files, path: json.dumps(schema).encode()})
    page = dictionary(older, {})[DICTIONARY].decode()
    assert "0.9.0" in page
    assert "As it was once described." in page


def test_the_published_package_is_a_data_package(told: Publication) -> None:
    def profile(name: str) -> Draft7Validator:
        return Draft7Validator(json.loads((files("dplib") / "profiles" / "2.0" / f"{name}.json").read_text("utf-8")))

    assert not list(profile("datapackage").iter_errors(told.descriptor))
    for schema in told.schemas.values():
        assert not list(profile("tableschema").iter_errors(schema))


DIGESTS = """
import datetime as dt, hashlib, sys
from pathlib import Path
from iddia.formats.publication import Publication, package_files
from iddia.formats.linked import jsonld, nanopubs, shapes
from iddia.formats.papers import citation, croissant, dictionary, rocrate, zenodo
root = Path(sys.argv[1])
texts = {"docs/datasheet.md": (root / "docs/datasheet.md").read_text("utf-8")}
day = dt.date(2026, 11, 22)
release = Publication("1.0.0", day, 0, None, package_files(root), texts)
made = {f"parquet/{name}.parquet": b"bytes" for name in release.schemas}
for form in (jsonld.jsonld, shapes.shapes, nanopubs.nanopubs, citation.citation, zenodo.zenodo, dictionary.dictionary,
             croissant.croissant, rocrate.rocrate):
    made |= form(release, made)
print(*(f"{path} {hashlib.sha256(content).hexdigest()}" for path, content in made.items()), sep="\\n")
"""


def test_the_bytes_are_the_same_in_any_surroundings(repository: Path) -> None:
    ways = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8"},
    ]
    printed = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS, str(repository)], env={**os.environ, **way}, capture_output=True, text=True, check=True
        ).stdout
        for way in ways
    ]
    assert printed[0] == printed[1]
    assert len(printed[0].splitlines()) > 25
