"""The JSON Schemas that editors check authored files by: every file names its own, is accepted by it, and with a wrong key is not."""

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from iddia.package.schemas import authored_schemas
from iddia.yamlfile import read_yaml

ROOT = Path(__file__).resolve().parent.parent.parent
PATTERNS = (
    "seeds/*/assessments.yaml",
    "seeds/references.yaml",
    "seeds/explanations.yaml",
    "seeds/entities.yaml",
    "schema/vocabulary/*.yaml",
)
AUTHORED = [path.relative_to(ROOT).as_posix() for pattern in PATTERNS for path in sorted(ROOT.glob(pattern))]
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")

Keys = tuple[str | int, ...]


@cache
def schema_of(name: str) -> Path:
    """The schema that the first line of a file names."""
    match = MODELINE.fullmatch((ROOT / name).read_text("utf-8").splitlines()[0])
    assert match, name
    return (ROOT / name).parent.joinpath(match[1]).resolve()


@cache
def judge_of(name: str) -> Draft202012Validator:
    schema = json.loads(schema_of(name).read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@cache
def content_of(name: str) -> Any:
    return read_yaml(ROOT / name, name).data


def complaints(name: str, content: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in judge_of(name).iter_errors(content)]


def at(content: Any, path: Keys) -> Any:
    for key in path:
        content = content[key]
    return content


def mappings(content: Any, path: Keys = ()) -> Iterator[Keys]:
    """Where mappings stand, the whole one first."""
    if isinstance(content, dict):
        yield path
    for key, value in content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ():
        yield from mappings(value, (*path, key))


def is_keyed_by_id(name: str, path: Keys) -> bool:
    """Whether the keys of a mapping are names that its author gives: of entries, variables or sides."""
    return (not path and not name.endswith("/assessments.yaml")) or path[1:] in (("for",), ("at_most_one",))


def samples(name: str) -> list[Keys]:
    """Where keys are fixed: the first mapping of each sort, by the keys that lead to it (ids apart) and those it has."""
    found: dict[object, Keys] = {}
    for path in mappings(content_of(name)):
        if not is_keyed_by_id(name, path):
            sort = tuple(key for key in path[is_keyed_by_id(name, ()) :] if isinstance(key, str))
            found.setdefault((sort, frozenset(at(content_of(name), path))), path)
    return list(found.values())


def respelled(name: str, path: Keys, old: str, new: str) -> Any:
    """The file with another key in a key's place."""
    content = copy.deepcopy(content_of(name))
    there = at(content, path)
    there[new] = there.pop(old)
    return content


def test_no_kind_of_authored_file_is_left_out() -> None:
    """Each schema is some file's, and every article has assessments."""
    schemas = {ROOT / "schema" / f"{kind}.schema.json" for kind in authored_schemas()}
    assert {schema_of(name) for name in AUTHORED} == schemas
    assert {Path(name).parent.name for name in AUTHORED if name.endswith("assessments.yaml")} == {
        path.parent.name for path in (ROOT / "seeds").glob("*/article.txt")
    }


@pytest.mark.parametrize("name", AUTHORED)
def test_an_authored_file_is_valid_under_the_schema_that_it_names(name: str) -> None:
    assert content_of(name)
    assert complaints(name, content_of(name)) == []


@pytest.mark.parametrize("name", AUTHORED)
def test_a_key_that_is_unknown_is_refused_wherever_keys_are_fixed(name: str) -> None:
    refused = {}
    for path in samples(name):
        content = copy.deepcopy(content_of(name))
        at(content, path)["remark"] = "words"
        refused[path] = bool(complaints(name, content))
    assert refused
    assert all(refused.values()), refused


@pytest.mark.parametrize("name", AUTHORED)
def test_a_misspelled_key_is_refused_wherever_keys_are_fixed(name: str) -> None:
    spelled = [(path, key) for path in samples(name) for key in at(content_of(name), path)]
    assert len(spelled) >= 3
    assert not [(path, key) for path, key in spelled if not complaints(name, respelled(name, path, key, f"{key}s"))]
