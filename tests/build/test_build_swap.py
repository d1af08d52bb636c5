"""A package is put in place whole or not at all, whatever interrupts it."""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from iddia.package import swap
from iddia.package.swap import put_in_place

NAMES = ("a", "b", "c")
OLD = {name: f"old {name}\n".encode() for name in NAMES}
NEW = {name: f"new {name}\n".encode() for name in NAMES}
README = b"Made by a build.\n"


def files_of(tables: dict[str, bytes]) -> dict[str, bytes]:
    return {f"{name}.csv": content for name, content in tables.items()} | {"README.md": README}


def in_place(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "data").iterdir()}


def leftovers(root: Path) -> set[str]:
    return {path.name for path in root.iterdir()} - {"data", "datapackage.json"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder that holds the old package."""
    root = tmp_path / "root"
    (root / "data").mkdir(parents=True)
    (root / "data" / "README.md").write_bytes(README)
    put_in_place(root, OLD, b"old")
    return root


@pytest.fixture(params=["in one step", "in two renames"])
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "in two renames":
        monkeypatch.setattr(swap, "_exchange_at_once", lambda _first, _second: False)


def test_a_first_build_makes_the_folder(tmp_path: Path) -> None:
    assert put_in_place(tmp_path, NEW, b"new")
    assert {path.name for path in (tmp_path / "data").iterdir()} == {"a.csv", "b.csv", "c.csv"}
    assert (tmp_path / "datapackage.json").read_bytes() == b"new"
    assert not leftovers(tmp_path)


@pytest.mark.usefixtures("_either_way")
def test_a_build_replaces_everything_but_the_readme(root: Path) -> None:
    (root / "data" / "stale.csv").write_bytes(b"a table that no builder makes any more\n")
    (root / "data" / "folder").mkdir()
    assert put_in_place(root, NEW, b"new")
    assert in_place(root) == files_of(NEW)
    assert (root / "datapackage.json").read_bytes() == b"new"
    assert not leftovers(root)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda root: (root / "data" / "a.csv").write_bytes(b"changed by hand\n"),
        lambda root: (root / "data" / "a.csv").unlink(),
        lambda root: (root / "data" / "stray.csv").touch(),
        lambda root: (root / "datapackage.json").write_bytes(b"changed by hand"),
        lambda root: (root / "datapackage.json").unlink(),
    ],
)
def test_whatever_differs_is_put_right(root: Path, spoil: Callable[[Path], object]) -> None:
    spoil(root)
    assert put_in_place(root, OLD, b"old")
    assert in_place(root) == files_of(OLD)
    assert (root / "datapackage.json").read_bytes() == b"old"
    assert not put_in_place(root, OLD, b"old")


def raising(error: BaseException, *, at_call: int, instead_of: Callable[..., Any]) -> Callable[..., Any]:
    calls = 0

    def call(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == at_call:
            raise error
        return instead_of(*args, **options)

    return call


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["disk full", "interrupted"])
@pytest.mark.parametrize(
    "step",
    [
        (tempfile, "mkdtemp", 1),
        (pathlib.Path, "mkdir", 1),
        (pathlib.Path, "chmod", 1),
        (swap, "write_new", 1),
        (swap, "write_new", 3),
        (swap, "write_new", len(NAMES) + 2),
        (os, "fsync", 2),
        (swap, "_exchange", 1),
        (swap, "_exchange_at_once", 1),
    ],
)
def test_a_step_that_fails_leaves_the_old_package_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[Any, str, int], error: BaseException
) -> None:
    owner, name, at_call = step
    monkeypatch.setattr(owner, name, raising(error, at_call=at_call, instead_of=getattr(owner, name)))
    with pytest.raises(type(error)):
        put_in_place(root, NEW, b"new")
    assert in_place(root) == files_of(OLD)
    assert (root / "datapackage.json").read_bytes() == b"old"
    assert not leftovers(root)


@pytest.mark.parametrize("at_call", [1, 2])
def test_a_rename_that_fails_leaves_the_old_package_whole(root: Path, monkeypatch: pytest.MonkeyPatch, at_call: int) -> None:
    monkeypatch.setattr(swap, "_exchange_at_once", lambda _first, _second: False)
    monkeypatch.setattr(pathlib.Path, "rename", raising(OSError(5, "broken disk"), at_call=at_call, instead_of=pathlib.Path.rename))
    with pytest.raises(OSError, match="broken disk"):
        put_in_place(root, NEW, b"new")
    assert in_place(root) == files_of(OLD)
    assert (root / "datapackage.json").read_bytes() == b"old"
    assert not leftovers(root)


def test_a_descriptor_that_cannot_be_replaced_leaves_the_old_tables(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(5, "broken disk")

    monkeypatch.setattr(pathlib.Path, "replace", fail)
    with pytest.raises(OSError, match="broken disk"):
        put_in_place(root, NEW, b"new")
    assert in_place(root) == files_of(OLD)
    assert (root / "datapackage.json").read_bytes() == b"old"
    assert not leftovers(root)
    monkeypatch.undo()
    assert put_in_place(root, NEW, b"new")


@pytest.mark.parametrize(("tables", "descriptor"), [(OLD, b"old"), (NEW, b"new")], ids=["unchanged", "changed"])
def test_the_next_build_sweeps_away_what_a_killed_one_left(root: Path, tables: dict[str, bytes], descriptor: bytes) -> None:
    (root / ".iddia-build-killed" / "data").mkdir(parents=True)
    (root / ".iddia-build-killed" / "data" / "a.csv").write_bytes(b"half a ta")
    put_in_place(root, tables, descriptor)
    assert in_place(root) == files_of(tables)
    assert not leftovers(root)


# Kills a build (SIGKILL: nothing can be tidied up) before each thing it does to the file system, in turn, and tells what was left.
# The audit events of Python are the clock, so that no moment is missed and none depends on the machine's speed. What only reads does not
# count: before and after it a kill leaves the same.
KILLER = """
import hashlib, json, os, signal, sys
from pathlib import Path

os.fsync = lambda file: None  # a process that is killed leaves its writing to the system, which goes on
root, what = Path(sys.argv[1]), sys.argv[2]
names = json.loads(sys.argv[3])
from iddia.package import build, swap

READS = ("os.listdir", "os.scandir", "ctypes.cdata/buffer")  # the last is z3's, thousands of times a build
seen, last = 0, None

def clock(event, arguments):
    global seen
    is_open = event == "open" and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if is_open or event not in READS and event.partition(".")[0] in ("os", "shutil", "tempfile", "ctypes"):
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)

if what == "two renames":
    swap._exchange_at_once = lambda first, second: False

def act(age):
    swap.put_in_place(root, {name: f"{age} {name}\\n".encode() for name in names}, age.encode())

if what == "whole build":  # made once for all kills, for making tables does nothing to the file system
    registry = root / "seeds" / "entities.yaml"
    text = registry.read_bytes()
    one_more = b"one-more:\\n  type: concept\\n  label: {en: a, tr: b}\\n  description: {en: A., tr: B.}\\n"
    made = {"old": build.make(root)}
    registry.write_bytes(text + one_more)
    sys.addaudithook(clock)
    made["new"] = build.make(root)
    assert not seen, seen
    registry.write_bytes(text)

    def act(age):
        build.make = lambda root: made[age]
        build.build(root)
else:
    sys.addaudithook(clock)

def killed_at(moment):
    global seen, last
    child = os.fork()
    if not child:
        seen, last = 0, moment
        try:
            act("new")
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

def left():
    data = root / "data"
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in data.iterdir()} if data.is_dir() else None
    return {"data": files, "descriptor": hashlib.sha256((root / "datapackage.json").read_bytes()).hexdigest()}

found, moment, code = [], 1, -9
while code == -9:
    code = killed_at(moment)
    entry = {"moment": moment, "code": code, **left()}
    act("old")
    entry["next"] = {**left(), "beside": sorted(path.name for path in root.iterdir() if path.name.startswith("."))}
    found.append(entry)
    moment += 1
json.dump(found, sys.stdout)
"""


def kill_everywhere(root: Path, what: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-c", KILLER, str(root), what, json.dumps(NAMES)]
    found: list[dict[str, Any]] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


def hashed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def all_hashed(files: dict[str, bytes]) -> dict[str, str]:
    return {name: hashed(content) for name, content in files.items()}


@pytest.mark.parametrize("what", ["one step", "two renames"])
def test_a_kill_at_any_moment_leaves_the_old_tables_or_the_new_and_the_next_build_mends_all(root: Path, what: str) -> None:
    old, new = all_hashed(files_of(OLD)), all_hashed(files_of(NEW))
    before, after = hashed(b"old"), hashed(b"new")
    allowed = [(old, before), (new, before), (new, after), *([(None, before)] if what == "two renames" else [])]
    *kills, last = kill_everywhere(root, what)
    assert len(kills) > 20
    assert (last["code"], last["data"], last["descriptor"]) == (0, new, after)
    assert not [kill["moment"] for kill in kills if (kill["data"], kill["descriptor"]) not in allowed]
    mended = {"data": old, "descriptor": before, "beside": []}
    assert not [kill["moment"] for kill in kills if kill["next"] != mended]
    assert {(kill["data"] == new, kill["descriptor"]) for kill in kills} == {(False, before), (True, before), (True, after)}


def test_a_kill_at_any_moment_of_a_whole_build_leaves_the_old_tables_or_the_new(project: Path) -> None:
    old = all_hashed(in_place(project))
    *kills, last = kill_everywhere(project, "whole build")
    new = last["data"]
    assert len(kills) > 60
    assert last["code"] == 0
    assert new["entities.csv"] != old["entities.csv"]
    assert not [kill["moment"] for kill in kills if kill["data"] not in (old, new)]
    assert {kill["data"] == new for kill in kills} == {False, True}
    assert not [kill["moment"] for kill in kills if kill["next"]["data"] != old or kill["next"]["beside"]]
