"""Whatever stands in the files of a project: problems inside the files, said in both languages, or a corpus; nothing is written."""

import os
import random
import re
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from fuzz_reading import one_input
from harness import TINY, check_problems
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iddia.corpus import read_corpus
from iddia.errors import ProblemsError
from iddia.yamlfile import read_yaml

FILES = sorted(str(path.relative_to(TINY)) for path in TINY.rglob("*") if path.is_file())
READINGS = [(TINY / name).read_bytes() for name in FILES if name.endswith("reading.yaml")]
VALUES = (
    *(
        "null",
        "~",
        "[]",
        "{}",
        "[a, [b]]",
        "{a: {b: c}}",
        "''",
        '"\\u202e"',
        '"\\0"',
        "true",
        "no",
        "2025-08-15",
        "12:30:00",
        "0x1F",
        "0o7",
    ),
    *(
        "1e400",
        "-0",
        "-.inf",
        ".nan",
        "1" * 60,
        "1.5",
        "007",
        "=1+1",
        "@a",
        "|",
        ">",
        "&a b",
        "*a",
        "!x y",
        "? a",
        "- a",
        "%",
        "`",
        "\t",
        "\x00",
    ),
    *("İ", "i\u0307", "\ufeff", "\U000e0041", "👩‍💻", "fener", "fener-launch.01", "XXXX-99", "2025-02-30", "../..", "a" * 3000),
)
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def without_a_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def with_a_line_twice(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    return b"".join([*lines[:at], lines[at], *lines[at:]])


def with_two_lines_swapped(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"".join(lines)


def with_another_key(data: bytes, chance: random.Random) -> bytes:
    keys = list(re.finditer(rb"[a-z_-]+(?=:)", data))
    if not keys:
        return data
    key, other = chance.choice(keys), chance.choice(keys).group()
    return data[: key.start()] + chance.choice([other, other + b"x", b"", "ид".encode()]) + data[key.end() :]


def with_another_value(data: bytes, chance: random.Random) -> bytes:
    values = list(re.finditer(rb"(?<=: )[^\n{\[]+$", data, re.MULTILINE))
    if not values:
        return data
    value = chance.choice(values)
    return data[: value.start()] + chance.choice(VALUES).encode() + data[value.end() :]


def cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


MUTATIONS = st.sampled_from(
    [flipped, without_a_line, with_a_line_twice, with_two_lines_swapped, with_another_key, with_another_value, with_another_value, cut_off]
)
Mutation = Callable[[bytes, random.Random], bytes]


@given(st.binary(max_size=400))
@settings(deadline=2000)
def test_any_bytes_are_read_as_a_reading_or_refused(data: bytes) -> None:
    one_input(data)


@given(st.text(alphabet=st.sampled_from("ab: -\n[]{},\"'|>&*!?#%@\\\tç\u2028\x00\ufeff"), max_size=200))
@settings(deadline=2000)
def test_any_marks_of_yaml_are_read_or_refused(text: str) -> None:
    one_input(text.encode())


@given(st.sampled_from(READINGS), st.lists(MUTATIONS, min_size=1, max_size=4), st.randoms(use_true_random=False))
@settings(deadline=5000, max_examples=150)
def test_a_reading_with_any_slip_is_read_or_refused(data: bytes, mutations: list[Mutation], chance: random.Random) -> None:
    for mutate in mutations:
        data = mutate(data, chance) or b"a"
    one_input(data)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(TINY, tmp_path_factory.mktemp("mutated") / "project"))


@given(name=st.sampled_from(FILES), mutations=st.lists(MUTATIONS, min_size=1, max_size=3), chance=st.randoms(use_true_random=False))
@SLOW
def test_a_project_with_any_slip_is_read_or_refused(root: Path, name: str, mutations: list[Mutation], chance: random.Random) -> None:
    data = whole = (TINY / name).read_bytes()
    for mutate in mutations:
        data = mutate(data, chance) or b"a"
    refused_or_read(root, {name: data})
    (root / name).write_bytes(whole)


@given(value=st.sampled_from(VALUES), chance=st.randoms(use_true_random=False))
@SLOW
def test_any_value_in_place_of_another_is_read_or_refused(root: Path, value: str, chance: random.Random) -> None:
    name = chance.choice([name for name in FILES if name.endswith(".yaml")])
    whole = (TINY / name).read_bytes()
    values = list(re.finditer(rb"(?<=: )[^\n]+$|(?<=: )[^,{}\[\]\n]+(?=[,}])", whole, re.MULTILINE))
    place = chance.choice(values)
    refused_or_read(root, {name: whole[: place.start()] + value.encode() + whole[place.end() :]})
    (root / name).write_bytes(whole)


def refused_or_read(root: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (root / name).write_bytes(data)
    before = stamps(root)
    begun = time.process_time()
    with suppress(ProblemsError):
        try:
            read_corpus(root)
        except ProblemsError as error:
            check_problems(root, error.problems)
            raise
    assert time.process_time() - begun < 10
    assert stamps(root) == before


def stamps(root: Path) -> dict[str, int]:
    return {str(Path(folder, name)): Path(folder, name).stat().st_mtime_ns for folder, _, names in os.walk(root) for name in (*names, ".")}


@pytest.mark.parametrize("value", VALUES)
def test_a_value_alone_is_a_file_with_one_value_or_with_problems(value: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"a: {value}", "utf-8")
    file = read_yaml(tmp_path / "a.yaml", "a.yaml")
    assert (file.data is None) == bool(file.problems)
    check_problems(tmp_path, file.problems)
