"""The same readings give the same bytes, whatever their order and wherever the build runs; and a build writes nothing else."""

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

import iddia
from iddia.errors import CouldNotRunError
from iddia.package import build as build_module
from iddia.package.build import Built, build, make

# Where a part of each file begins that people write by hand.
ENTRY, CLAIM, ITEM = (re.compile(pattern, re.MULTILINE) for pattern in (r"^(?=[a-z])", r"^  - (?=id: )", r"^- (?=claims: )"))
PARTS = {
    "seeds/*/reading.yaml": CLAIM,
    "seeds/entities.yaml": ENTRY,
    "seeds/references.yaml": ENTRY,
    "seeds/explanations.yaml": ITEM,
    **{f"schema/vocabulary/{name}.yaml": ENTRY for name in ("properties", "units", "modalities", "constraints", "assertions")},
}


def shuffled(text: str, start_of_part: re.Pattern[str], seed: int) -> str:
    """The parts of a YAML file in another order: reversed for seed 0."""
    head, *parts = start_of_part.split(text)
    marks = start_of_part.findall(text)
    parts = [f"{mark}{part.rstrip()}\n" for mark, part in zip(marks, parts, strict=True)]
    before = list(parts)
    parts.reverse()
    if seed:
        random.Random(seed).shuffle(parts)
    assert parts != before
    return head + "".join(parts)


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def made(built_once: Path) -> Built:
    return make(built_once)


def shuffle(project: Path, pattern: str, seed: int) -> None:
    for path in project.glob(pattern):
        path.write_text(shuffled(path.read_text("utf-8"), PARTS[pattern], seed), "utf-8")


@pytest.mark.parametrize("pattern", PARTS)
def test_the_order_of_what_a_file_holds_changes_no_byte(project: Path, made: Built, pattern: str) -> None:
    shuffle(project, pattern, 0)
    again = make(project)
    assert (again.tables, again.descriptor) == (made.tables, made.descriptor)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_order_of_all_that_the_files_hold_changes_a_byte(project: Path, made: Built, seed: int) -> None:
    for pattern in PARTS:
        shuffle(project, pattern, seed)
    again = make(project)
    assert (again.tables, again.descriptor) == (made.tables, made.descriptor)


def test_building_twice_gives_the_same_bytes_and_touches_nothing(project: Path) -> None:
    paths = [project / "datapackage.json", project / "data", *(project / "data").iterdir()]
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in paths}
    _, changed = build(project)
    assert not changed
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in paths} == before


@pytest.mark.parametrize(
    ("environment", "umask"),
    [
        ({"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati"}, 0o022),
        ({"PYTHONHASHSEED": "1", "TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, 0o077),
        ({"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, 0o000),
        ({"PYTHONHASHSEED": "3", "LC_ALL": "POSIX", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONOPTIMIZE": "1"}, 0o027),
    ],
)
def test_any_environment_gives_the_same_bytes_and_modes(
    built_once: Path, project: Path, tmp_path: Path, environment: dict[str, str], umask: int
) -> None:
    for path in [project / "datapackage.json", *(project / "data").glob("*.csv")]:
        path.unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    command = [sys.executable, "-m", "iddia", "build", "--root", "../project"]
    subprocess.run(command, env={**os.environ, **environment}, umask=umask, cwd=elsewhere, check=True, stdout=subprocess.DEVNULL)
    assert snapshot(project) == snapshot(built_once)
    assert not list(elsewhere.iterdir())
    assert (project / "data").stat().st_mode & 0o777 == 0o755
    assert {path.stat().st_mode & 0o777 for path in [project / "datapackage.json", *(project / "data").iterdir()]} == {0o644}


def test_nothing_is_written_outside_data_and_the_descriptor(project: Path) -> None:
    for path in [project / "datapackage.json", *(project / "data").glob("*.csv")]:
        path.write_bytes(b"")
    before = snapshot(project.parent)
    build(project)
    after = snapshot(project.parent)
    assert before.keys() == after.keys()
    written = {name for name in after if after[name] != before[name]}
    assert written == {"project/datapackage.json", *(name for name in after if name.startswith("project/data/") and name.endswith(".csv"))}


def test_builders_come_from_the_package_itself_and_never_from_the_folder_that_is_built(project: Path) -> None:
    (project / "builders").mkdir()
    for path in (iddia.ROOT / "builders").glob("*.py"):
        (project / "builders" / path.name).write_text("raise SystemExit('a builder of the folder was run')\n", "utf-8")
    assert not build(project)[1]


def test_a_missing_builder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built_once: Path) -> None:
    monkeypatch.setattr(build_module, "ROOT", tmp_path)
    with pytest.raises(CouldNotRunError, match="no builder for the table sources"):
        make(built_once)


def test_a_wrong_reading_leaves_everything_as_it_was(project: Path) -> None:
    path = project / "seeds" / "r2-ascend-delay" / "reading.yaml"
    path.write_text(path.read_text("utf-8").replace("modality: asserted", "modality: certain", 1), "utf-8")
    before = snapshot(project)
    with pytest.raises(iddia.IddiaError, match="not-in-list"):
        build(project)
    assert snapshot(project) == before


def test_no_seeds_is_no_build(tmp_path: Path) -> None:
    with pytest.raises(CouldNotRunError, match=r"no seeds/ in"):
        build(tmp_path)
    assert not list(tmp_path.iterdir())
