"""Repairs of a project's files: which are touched, the diff, writing, and refusals."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from iddia.errors import CouldNotRunError, Edit, Place, Problem
from iddia.repair import Repair, diff, repairs, uncanonical, write
from iddia.scalars import as_scalar
from iddia.yamlfile import parse_yaml

TESTS = Path(__file__).resolve().parent.parent
TINY = TESTS / "tiny"
BAD = TESTS / "bad" / "contributions"
READING = "seeds/fener-trial/reading.yaml"
ENTITIES = "seeds/entities.yaml"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "project"))


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def spoil(path: Path) -> None:
    """Leave the file as an editor on another system might."""
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").rstrip(b"\r\n"))


def test_there_is_nothing_to_repair_in_the_good_project(tiny: Path) -> None:
    assert repairs(tiny) == []
    assert list(uncanonical(tiny)) == []
    assert diff([]) == ""


def test_spoilt_files_become_what_they_were(tiny: Path) -> None:
    good = contents(tiny)
    for name in (READING, ENTITIES, "schema/vocabulary/units.yaml"):
        spoil(tiny / name)
    found = repairs(tiny)
    assert [repair.file for repair in found] == ["schema/vocabulary/units.yaml", ENTITIES, READING]
    write(tiny, found)
    assert contents(tiny) == good


def test_edits_are_made_before_the_form_by_the_places_of_the_file_as_it_stands(tiny: Path) -> None:
    path = tiny / READING
    good = path.read_bytes()
    text = "\ufeff" + path.read_bytes().decode().replace("Fener’", "Fener'").replace("\n", "\r\n")
    path.write_bytes(text.encode())
    yaml = parse_yaml(text, READING)
    found = [
        Problem("quote-not-found", place, ("", ""), fix=Edit(place, as_scalar(value.replace("Fener'", "Fener’")), is_safe=True))
        for at, value in ((at, _value(yaml.data, at)) for at in yaml.places)
        if isinstance(value, str) and "Fener'" in value and (place := yaml.places[at])
    ]
    assert found
    (repair,) = repairs(tiny, found)
    assert parse_yaml(repair.after, READING).data == parse_yaml(good.decode().replace("Fener'", "Fener’"), READING).data


def _value(data: object, at: tuple[str | int, ...]) -> object:
    for step in at:
        data = data[step]  # type: ignore[index]
    return data


def test_only_authored_files_are_repaired(tiny: Path) -> None:
    outside = tiny.parent / "outside.yaml"
    kept = [outside, tiny / "seeds/fener-trial/.hidden.yaml", tiny / "other.yaml", tiny / "schema/reading.yaml", tiny / "seeds/a.txt"]
    for path in kept:
        path.write_bytes(b"a: 1 \r\n")
    (tiny / "seeds/.draft").mkdir()
    (tiny / "seeds/.draft/reading.yaml").write_bytes(b"a: 1 \r\n")
    (tiny / "seeds/link.yaml").symlink_to(outside)
    (tiny / "folder").mkdir()
    (tiny / "folder/reading.yaml").write_bytes(b"a: 1 \r\n")
    (tiny / "seeds/linked").symlink_to(tiny / "folder")
    (tiny / "seeds/fener-trial/binary.yaml").write_bytes(b"a: \xff \r\n")
    (tiny / "seeds/fener-trial/article.txt").write_bytes(b"a: 1 \r\n")
    names = ["../outside.yaml", "seeds/fener-trial/article.txt", "other.yaml", str(outside), "seeds/link.yaml", "seeds/../other.yaml"]
    edits = [Problem("x", place, ("", ""), fix=Edit(place, "z", is_safe=True)) for place in (Place(name, 1, 4, 1, 5) for name in names)]
    assert repairs(tiny, edits) == []
    assert list(uncanonical(tiny)) == []


@pytest.mark.parametrize("folder", ["seeds", "schema", "schema/vocabulary", "seeds/fener-trial"])
def test_a_folder_that_is_a_link_is_left_alone(tiny: Path, folder: str) -> None:
    for name in (READING, "schema/vocabulary/units.yaml"):
        spoil(tiny / name)
    spoilt = {repair.file for repair in repairs(tiny)}
    (tiny / folder).rename(tiny.parent / "elsewhere")
    (tiny / folder).symlink_to(tiny.parent / "elsewhere")
    assert {repair.file for repair in repairs(tiny)} == {name for name in spoilt if not name.startswith(folder)} != spoilt


@pytest.mark.parametrize("name", ["../outside.yaml", "other.yaml", "seeds/fener-trial/article.txt", "seeds/link.yaml", "seeds/none.yaml"])
def test_nothing_else_is_ever_written(tiny: Path, name: str) -> None:
    for path in (tiny.parent / "outside.yaml", tiny / "other.yaml"):
        path.write_bytes(b"a")
    (tiny / "seeds/link.yaml").symlink_to(tiny / "other.yaml")
    before = contents(tiny.parent)
    spoil(tiny / READING)
    spoilt = contents(tiny.parent)
    text = (tiny / name).read_bytes().decode() if (tiny / name).exists() else ""
    with pytest.raises(CouldNotRunError, match="nothing is repaired"):
        write(tiny, [*repairs(tiny), Repair(name, text, "b")])
    assert contents(tiny.parent) == spoilt != before


def test_a_file_that_changed_meanwhile_is_not_written_nor_is_any_other(tiny: Path) -> None:
    spoil(tiny / READING)
    spoil(tiny / ENTITIES)
    found = repairs(tiny)
    (tiny / READING).write_bytes(b"something: else\n")
    before, inode = contents(tiny), (tiny / ENTITIES).stat().st_ino
    with pytest.raises(CouldNotRunError, match=f"{READING} has changed"):
        write(tiny, found)
    assert contents(tiny) == before
    assert (tiny / ENTITIES).stat().st_ino == inode


def test_a_file_that_changes_while_others_are_written_is_not_lost(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(tiny / READING)
    spoil(tiny / ENTITIES)
    before, found, real = contents(tiny), repairs(tiny), Path.replace

    def replace(self: Path, target: Path) -> Path:
        (tiny / READING).write_bytes(b"something: else\n")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CouldNotRunError, match=f"{READING} has changed"):
        write(tiny, found)
    assert contents(tiny) == {**before, READING: b"something: else\n"}


@pytest.mark.parametrize("failing", [1, 2])
def test_where_one_file_cannot_be_put_in_place_all_are_as_they_were(tiny: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    spoil(tiny / READING)
    spoil(tiny / ENTITIES)
    before, found, calls, real = contents(tiny), repairs(tiny), [], Path.replace

    def replace(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CouldNotRunError, match="No space left on device"):
        write(tiny, found)
    assert len(calls) == 2 * failing - 1
    assert contents(tiny) == before


def test_a_file_keeps_its_mode_and_leaves_nothing_beside(tiny: Path) -> None:
    spoil(tiny / READING)
    (tiny / READING).chmod(0o640)
    names = sorted(contents(tiny))
    write(tiny, repairs(tiny))
    assert stat.S_IMODE((tiny / READING).stat().st_mode) == 0o640
    assert sorted(contents(tiny)) == names


@pytest.mark.parametrize(
    "command", [["git", "apply", "--whitespace=nowarn"], ["patch", "--binary", "-p1", "--quiet"]], ids=["git", "patch"]
)
def test_the_diff_can_be_applied(tiny: Path, command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]} here")
    spoil(tiny / READING)
    (tiny / "seeds/bir yazı").mkdir()
    extra = {
        "bir yazı/reading.yaml": "claims:\r\n  - id: x.02\r\n    quote: 'İ 😀'\n  - id: x.01  \nsource: {}",
        "references.yaml": "a: 1\n\n",
    }
    for name, text in extra.items():
        (tiny / "seeds" / name).write_bytes(text.encode())
    found = repairs(tiny)
    assert len(found) == 3
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tiny.parent), "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(tiny.parent)}
    subprocess.run(command, cwd=tiny, input=diff(found).encode(), env=environment, check=True)
    assert {repair.file: (tiny / repair.file).read_bytes().decode() for repair in found} == {one.file: one.after for one in found}
    assert repairs(tiny) == []


def test_a_diff_shows_the_lines_that_change() -> None:
    shown = diff([Repair("seeds/e.yaml", "a: 1\r\nb: 2 ", "a: 1\nb: 2\n"), Repair("seeds/f.yaml", "x: 1\n\n", "x: 1\n")])
    assert shown == (
        "--- a/seeds/e.yaml\n+++ b/seeds/e.yaml\n@@ -1,2 +1,2 @@\n-a: 1\r\n-b: 2 \n\\ No newline at end of file\n+a: 1\n+b: 2\n"
        "--- a/seeds/f.yaml\n+++ b/seeds/f.yaml\n@@ -1,2 +1 @@\n x: 1\n-\n"
    )


@pytest.mark.parametrize(
    ("text", "place", "got"),
    [
        ("type: a\nlabel: b \n", (2, 9), ("spaces at the end of lines", "satır sonlarında boşluk")),
        ("\ufefftype: a\n", (1, 1), ("a byte order mark", "bayt sırası imi (BOM)")),
        ("a: 1\r\nb: 2\r\n", (1, 5), ("line ends other than LF", "LF olmayan satır sonları")),
        ("a: 1", (1, 5), ("a final newline that is missing, or more than one", "dosya sonunda satır sonu yok ya da birden çok")),
        (
            "a:\n  label: {tr: b, en: c}\n  type: d  \n",
            (2, 3),
            (
                "keys or entries out of order; spaces at the end of lines",
                "sırası bozuk anahtarlar ya da girdiler; satır sonlarında boşluk",
            ),
        ),
    ],
)
def test_what_is_not_canonical_is_a_problem_at_the_first_difference(
    tiny: Path, text: str, place: tuple[int, int], got: tuple[str, str]
) -> None:
    (tiny / ENTITIES).write_bytes(text.encode())
    (problem,) = uncanonical(tiny)
    assert (problem.code, problem.place, problem.got) == ("form-uncanonical", Place(ENTITIES, *place), got)
    assert problem.mend == ("iddia validate --fix", "iddia validate --fix")
    assert {str(problem.text("en")), str(problem.text("tr"))} >= {str(problem)}


@pytest.mark.parametrize("case", sorted(folder.name for folder in BAD.iterdir() if folder.is_dir()))
def test_a_bad_contribution_is_repaired_without_another_meaning(case: str) -> None:
    """Its files lie in the case's folder as in a project; what is repaired reads as before, and needs no more repair."""
    root = BAD / case
    before = contents(root)
    for repair in repairs(root):
        was, now = parse_yaml(repair.before, repair.file), parse_yaml(repair.after, repair.file)
        assert [one.code for one in now.problems] in ([one.code for one in was.problems], [])
        if isinstance(was.data, dict) and not was.problems:
            for key, value in was.data.items():
                assert (sorted(value, key=repr) == sorted(now.data[key], key=repr)) if isinstance(value, list) else value == now.data[key]
        assert repair.file.startswith(("seeds/", "schema/vocabulary/"))
    assert contents(root) == before
