"""A build that is killed at a random moment leaves the old tables or the new ones, and the next one puts everything right.

test_build_swap.py kills before each thing that a build does to the file system; here the clock decides, also in the midst of a write.
"""

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from iddia.cli import main
from iddia.package import swap
from iddia.package.build import Built, build, make
from iddia.package.swap import put_in_place

TINY = Path(__file__).resolve().parent.parent / "tiny"
KILLS = 200
WHOLE_KILLS = 6

# Forks a child that puts the old package and the new one in place by turns until it is killed; then tells what was left, and builds again.
LOOP = """
import json, os, random, signal, sys, time
from hashlib import sha256
from pathlib import Path
from iddia.package.swap import put_in_place

root, kills = Path(sys.argv[1]), int(sys.argv[2])
random.seed(20251122)
ages = {age: ({f"t{at}": f"{age} {at}\\n".encode() * 20_000 for at in range(3)}, age.encode()) for age in ("old", "new")}

def state():
    files = {path.name: sha256(path.read_bytes()).hexdigest() for path in (root / "data").iterdir()}
    return files, (root / "datapackage.json").read_text()

wholes = {}
for age, package in ages.items():
    put_in_place(root, *package)
    wholes[age] = state()[0]
found = []
for kill in range(kills):
    child = os.fork()
    if not child:
        while True:
            for package in ages.values():
                put_in_place(root, *package)
    time.sleep(random.uniform(0.001, 0.02))
    os.kill(child, 9)
    os.waitpid(child, 0)
    files, descriptor = state()
    leftovers = len(list(root.glob(".iddia-build-*")))
    put_in_place(root, *ages["old" if kill % 2 else "new"])
    mended = (wholes["old" if kill % 2 else "new"], "old" if kill % 2 else "new")
    data = [age for age, whole in wholes.items() if whole == files]
    found.append([data[0] if data else None, descriptor, leftovers, state() == mended and not list(root.glob(".iddia-build-*"))])
json.dump(found, sys.stdout)
"""


def test_two_hundred_kills_leave_one_package_or_the_other(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOOP, str(tmp_path), str(KILLS)], check=True, stdout=subprocess.PIPE)
    found = json.loads(done.stdout)
    assert len(found) == KILLS
    assert {data for data, _, _, _ in found} == {"old", "new"}
    assert {descriptor for _, descriptor, _, _ in found} == {"old", "new"}
    assert all(mended for _, _, _, mended in found)
    assert sum(leftovers for _, _, leftovers, _ in found) > KILLS / 10, "the kills missed the writing"


@pytest.fixture(scope="module")
def ages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built, Built]:
    """The tiny project with one more entity, of which data/ is still the old; and what it gave before and gives now."""
    root = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("killed") / "project"))
    old, _ = build(root)
    with (root / "seeds" / "entities.yaml").open("a", encoding="utf-8") as file:
        file.write("gece:\n  type: model\n  label: {en: Gece, tr: Gece}\n  description: {en: A model., tr: Bir model.}\n")
    return root, old, make(root)


def files_of(built: Built) -> dict[str, str]:
    return {f"{table}.csv": sha256(content).hexdigest() for table, content in built.tables.items()}


def data_in(root: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in (root / "data").iterdir()}


def test_the_whole_command_may_be_killed_at_any_moment(ages: tuple[Path, Built, Built]) -> None:
    root, old, new = ages
    command = [sys.executable, "-m", "iddia", "build", "--root", str(root)]
    random.seed(7)
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    lasts = time.monotonic() - begun
    for kill in range(WHOLE_KILLS):
        put_in_place(root, old.tables, old.descriptor)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        if kill % 2:  # while it writes
            while process.poll() is None and not list(root.glob(".iddia-build-*")):
                time.sleep(0.0002)
            time.sleep(random.uniform(0, 0.01))
        else:
            time.sleep(random.uniform(0, lasts))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert data_in(root) in (files_of(old), files_of(new))
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert data_in(root) == files_of(new)
    assert (root / "datapackage.json").read_bytes() == new.descriptor
    assert not list(root.glob(".iddia-build-*"))


class _KilledError(BaseException):
    """Stands for SIGKILL: nothing of the build tidies up behind it, since ``_undo`` and the removal do nothing here."""


def test_new_tables_beside_the_old_descriptor_are_told_by_it(
    ages: tuple[Path, Built, Built], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, old, new = ages
    put_in_place(root, old.tables, old.descriptor)

    def killed(*_: object) -> None:
        raise _KilledError

    with monkeypatch.context() as patch, suppress(_KilledError):
        patch.setattr(Path, "replace", killed)
        patch.setattr(swap, "_undo", lambda *_: None)
        patch.setattr(shutil, "rmtree", lambda *_args, **_options: None)
        put_in_place(root, new.tables, new.descriptor)
    assert (data_in(root), (root / "datapackage.json").read_bytes()) == (files_of(new), old.descriptor)
    assert any(resource["hash"].rpartition(":")[2] != data_in(root)[Path(resource["path"]).name] for resource in resources(old))
    assert main(["validate", "--root", str(root)]) == 1
    report = capsys.readouterr().out
    assert "datapackage.json:1:1: file-stale" in report
    assert main(["build", "--root", str(root)]) == 0
    assert (data_in(root), (root / "datapackage.json").read_bytes()) == (files_of(new), new.descriptor)
    assert not list(root.glob(".iddia-build-*"))


def resources(built: Built) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(built.descriptor)["resources"]
    return found
