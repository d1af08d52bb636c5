"""A build reads nothing that a link leads to, and writes data/, datapackage.json and its own temporary folder, nothing else."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from iddia.cli import main
from iddia.package.build import build

TINY = Path(__file__).resolve().parent.parent / "tiny"
CHANGES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.chown", "os.link", "os.symlink", "os.truncate", "os.utime")
_seen: list[tuple[str, Path]] | None = None


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if _seen is None:
        return
    if event == "open" and isinstance(arguments[0], str):
        writes = (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        _seen.append(("write" if writes else "read", Path(arguments[0])))
    elif event in CHANGES:
        _seen.extend(("write", Path(os.fsdecode(path))) for path in arguments[:2] if isinstance(path, (str, bytes, os.PathLike)))


sys.addaudithook(_watch)


@contextmanager
def watched() -> Iterator[list[tuple[str, Path]]]:
    """What the process opens and changes meanwhile; a hook cannot be taken out again, so it is only told to be quiet."""
    global _seen  # noqa: PLW0603 - the hook outlives every test
    seen: list[tuple[str, Path]] = []
    _seen = seen
    try:
        yield seen
    finally:
        _seen = None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny project with its built files, and something to write: an entity more."""
    root = Path(shutil.copytree(TINY, tmp_path / "project"))
    build(root)
    (root / "data" / "README.md").write_text("Made by a build.\n", "utf-8")
    with (root / "seeds" / "entities.yaml").open("a", encoding="utf-8") as file:
        file.write("gece:\n  type: model\n  label: {en: Gece, tr: Gece}\n  description: {en: A model., tr: Bir model.}\n")
    return root


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_writes_nothing_but_what_it_makes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "away").mkdir()
    monkeypatch.chdir(root.parent / "away")
    before = contents(root.parent)
    with watched() as seen:
        assert main(["build", "--root", str(root)]) == 0
    after = contents(root.parent)
    changed = {path.relative_to(root) for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert {path.parts[0] for path in changed} == {"data", "datapackage.json"}
    # What has no folder before its name is removed from a folder that was opened: the temporary one.
    written = {path for does, path in seen if does == "write" and path.is_absolute() and path.suffix != ".pyc"}
    assert {path.relative_to(root).parts[0].partition("-build-")[0] for path in written} == {".iddia", "datapackage.json"}


@pytest.mark.parametrize("command", ["build", "validate"])
@pytest.mark.parametrize(
    "name",
    [
        "seeds",
        "seeds/fener-trial",
        "seeds/fener-trial/article.txt",
        "seeds/fener-trial/reading.yaml",
        "seeds/fener-trial/assessments.yaml",
        "seeds/entities.yaml",
        "seeds/explanations.yaml",
        "seeds/references.yaml",
        "schema",
        "schema/vocabulary",
        "schema/vocabulary/constraints.yaml",
        "schema/vocabulary/assertions.yaml",
    ],
)
def test_what_is_authored_is_not_read_through_a_link(root: Path, name: str, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    outside, before = linked(root, name)
    with watched() as seen:
        assert main([command, "--root", str(root)]) == 1
    out, err = capsys.readouterr()
    assert f"{name}:1:1: file-link" in out + err
    assert [path for _, path in seen if path.resolve().is_relative_to(outside)] == []
    assert contents(outside) == before


@pytest.mark.parametrize("name", ["data", "data/README.md", "datapackage.json"])
def test_nothing_is_written_through_a_link(root: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    outside, before = linked(root, name)
    with watched() as seen:
        assert main(["build", "--root", str(root)]) == 2
    assert f"{root / name} is a symbolic link" in capsys.readouterr().err
    assert [path for _, path in seen if path.resolve().is_relative_to(outside)] == []
    assert contents(outside) == before
    assert (root / name).is_symlink()


def test_what_a_killed_build_is_said_to_have_left_is_not_swept_through_a_link(root: Path) -> None:
    outside = root.parent / "outside"
    (outside / "old").mkdir(parents=True)
    (outside / "old" / "kept.csv").write_text("a\n", "utf-8")
    (root / ".iddia-build-link").symlink_to(outside)
    shutil.rmtree(root / "data")
    before = contents(outside)
    assert main(["build", "--root", str(root)]) == 0
    assert contents(outside) == before
    assert (root / "data" / "claims.csv").is_file()


def linked(root: Path, name: str) -> tuple[Path, dict[Path, bytes]]:
    """Moves what has the name out of the project, and leaves a link to it."""
    outside = root.parent / "outside"
    outside.mkdir()
    moved = outside / Path(name).name
    (root / name).rename(moved)
    (root / name).symlink_to(moved, target_is_directory=moved.is_dir())
    return outside, contents(outside)
