"""Versions are found in archives and releases, in a fixed order; an archive that is unsafe is not read."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from iddia.cli import COULD_NOT_RUN, FINE, INVALID, main
from iddia.diff.archive import Archive
from iddia.diff.places import released
from iddia.diff.reading import read_package
from iddia.diff.version import Folder
from iddia.errors import CouldNotRunError

Capture = pytest.CaptureFixture[str]
Write = Callable[..., Path]
Git = Callable[..., str]
ONE, TWO, THREE = (f"claim_id,statement_en\nt.01,{word}.\n" for word in ("One", "Two", "Three"))


def packed(folder: Path, below: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.writestr(f"{below}{path.relative_to(folder).as_posix()}", path.read_bytes())
    return data.getvalue()


def archive_of(files: dict[str, bytes], path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def statements(capsys: Capture, *arguments: object) -> tuple[str, str]:
    """The statement before and after."""
    assert main(["diff", *map(str, arguments), "--json"]) == FINE
    (change,) = json.loads(capsys.readouterr().out)["claims"]
    return change["before"], change["after"]


def test_archives_of_a_package_and_of_a_whole_release(capsys: Capture, package: Write, tmp_path: Path) -> None:
    old, new = package("old", {"claims": ONE}), package("new", {"claims": TWO})
    inner = {"iddia-1.0.0.zip": packed(old), "README.md": b"", "iddia-1.0.0.sqlite": b""}
    (tmp_path / "flat.zip").write_bytes(packed(old))
    (tmp_path / "named-otherwise").write_bytes(packed(old))
    (tmp_path / "below.zip").write_bytes(packed(old, "iddia-1.0.0/"))
    archive_of(inner, tmp_path / "iddia-1.0.0-all.zip")
    archive_of({f"1.0.0/{name}": data for name, data in inner.items()}, tmp_path / "all-below.zip")
    (tmp_path / "dist" / "1.0.0").mkdir(parents=True)
    for name, data in inner.items():
        (tmp_path / "dist" / "1.0.0" / name).write_bytes(data)
    for place in ("flat.zip", "named-otherwise", "below.zip", "iddia-1.0.0-all.zip", "all-below.zip", "dist/1.0.0"):
        assert statements(capsys, tmp_path / place, new) == ("One.", "Two.")


def test_a_version_is_found_in_dist_then_at_its_tag_then_where_it_was_released(
    capsys: Capture, package: Write, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "..")
    root = package("here", {"claims": ONE})
    git("init", "-q")
    (root / "releases" / "1.0.0").mkdir(parents=True)
    (root / "releases" / "1.0.0" / "release.yaml").write_text("version: 1.0.0\n", "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "the release")
    package("here", {"claims": TWO})
    (root / "releases" / "1.0.0" / "release.yaml").write_text("version: 1.0.0 # later\n", "utf-8")
    git("commit", "-q", "-a", "-m", "later")
    git("branch", "v1.0.0")  # a branch of that name is no tag
    assert statements(capsys, "1.0.0", root, "--root", root) == ("One.", "Two.")
    git("tag", "v1.0.0")
    package("here", {"claims": THREE})
    assert statements(capsys, "1.0.0", root, "--root", root) == ("Two.", "Three.")
    git("branch", "-f", "v1.0.0", "HEAD~1")
    assert statements(capsys, "1.0.0", "--root", root) == ("Two.", "Three.")
    archive_of({"iddia-1.0.0.zip": packed(package("other", {"claims": ONE}))}, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        archive.extractall(root / "dist" / "1.0.0")
    assert statements(capsys, "1.0.0", "--root", root) == ("One.", "Three.")
    assert read_package(released("1.0.0", root)).tables["claims"].rows[0]["statement_en"] == "One."


def test_a_shallow_copy_does_not_pass_for_the_commit_of_the_release(package: Write, git: Git, tmp_path: Path) -> None:
    root = package("here", {"claims": ONE})
    git("init", "-q")
    (root / "releases" / "1.0.0").mkdir(parents=True)
    (root / "releases" / "1.0.0" / "release.yaml").write_text("version: 1.0.0\n", "utf-8")
    for words in (ONE, TWO):
        package("here", {"claims": words})
        git("add", "-A")
        git("commit", "-q", "-m", "a commit")
    git("clone", "-q", "--depth=1", tmp_path.as_uri(), str(tmp_path / "shallow"))
    with pytest.raises(CouldNotRunError, match="git fetch --tags --unshallow"):
        released("1.0.0", tmp_path / "shallow" / "here")
    git("clone", "-q", tmp_path.as_uri(), str(tmp_path / "whole"))
    found = read_package(released("1.0.0", tmp_path / "whole" / "here"))
    assert found.tables["claims"].rows[0]["statement_en"] == "One."


@pytest.mark.parametrize("has_git", [True, False])
def test_a_version_that_is_nowhere_says_where_was_looked(capsys: Capture, package: Write, git: Git, has_git: bool) -> None:
    root = package("here", {"claims": ONE})
    if has_git:
        git("init", "-q")
    for version in ("9.9.9", "../here", "1.0"):
        with pytest.raises(CouldNotRunError, match="is not found below") as error:
            released(version, root)
        assert "altında yok" in error.value.words[1]
    assert main(["diff", "9.9.9", "--root", str(root), "--lang", "tr"]) == COULD_NOT_RUN
    said = capsys.readouterr().err
    assert "9.9.9 sürümü" in said
    assert "releases/9.9.9/release.yaml" in said


DESCRIPTOR = b'{"resources": [{"name": "claims", "path": "c.csv", "schema": {}}]}'


@pytest.mark.parametrize(
    ("files", "english", "turkish"),
    [
        ({"a.txt": b""}, "there is no datapackage.json in", "içinde datapackage.json yok"),
        ({"iddia-1.0.0.zip": b"", "iddia-2.0.0.zip": b""}, "there is no datapackage.json in", "içinde datapackage.json yok"),
        ({"iddia-1.0.0.zip": b"PK"}, "the archive cannot be read", "arşiv okunamıyor"),
        ({"datapackage.json": DESCRIPTOR}, "c.csv does not stand in the archive", "c.csv arşivde yok"),
        ({"datapackage.json": DESCRIPTOR, "../c.csv": b""}, "may lead out of the folder it is unpacked to: ../c.csv", "dışına çıkabilir"),
        ({"datapackage.json": DESCRIPTOR, "C.csv": b"", "c.csv": b""}, "that some systems take for the same: c.csv", "aynı sayılıyor"),
        ({"datapackage.json": DESCRIPTOR, "../c": b"", "/c": b""}, "unpacked to: ../c; an entry's name", "/c"),
    ],
)
def test_an_archive_that_cannot_be_read_says_why(
    capsys: Capture, tmp_path: Path, files: dict[str, bytes], english: str, turkish: str
) -> None:
    path = archive_of(files, tmp_path / "x.zip")
    for language, said in (("en", english), ("tr", turkish)):
        assert main(["diff", str(path), str(path), "--lang", language]) == COULD_NOT_RUN
        captured = capsys.readouterr()
        assert said in captured.err
        assert "x.zip" in captured.err
        assert not captured.out


def test_a_bomb_and_a_broken_archive_are_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", b" " * (4 << 20))
    with pytest.raises(CouldNotRunError, match="unpacks to more than is taken in"):
        Archive(tmp_path / "bomb.zip")
    whole = archive_of({"datapackage.json": DESCRIPTOR, "c.csv": b"a,b\n" * 100}, tmp_path / "x.zip").read_bytes()
    (tmp_path / "x.zip").write_bytes(whole.replace(b"a,b\na,b\n", b"a,b\na,c\n", 1))
    with pytest.raises(CouldNotRunError, match=r"x.zip: the archive cannot be read: Bad CRC-32 for file 'c.csv'"):
        read_package(Archive(tmp_path / "x.zip"))
    (tmp_path / "x.zip").write_bytes(whole[:-30])
    with pytest.raises(CouldNotRunError, match="cannot be read: File is not a zip file"):
        Archive(tmp_path / "x.zip")


def test_a_folder_of_several_packages_asks_for_one(capsys: Capture, tmp_path: Path) -> None:
    for name in ("iddia-1.0.0.zip", "iddia-2.0.0.zip"):
        (tmp_path / name).write_bytes(b"")
    assert main(["diff", str(tmp_path), str(tmp_path)]) == COULD_NOT_RUN
    assert "holds several packages: iddia-1.0.0.zip, iddia-2.0.0.zip; name one" in capsys.readouterr().err


def test_the_exit_code_says_whether_anything_differs_where_it_is_asked_to(capsys: Capture, package: Write) -> None:
    old, new = str(package("old", {"claims": ONE})), str(package("new", {"claims": TWO}))
    assert main(["diff", old, new]) == FINE
    assert main(["diff", old, new, "--exit-code"]) == INVALID
    assert main(["diff", old, old, "--exit-code"]) == FINE
    assert "no difference" in capsys.readouterr().out


ERRORS = [
    ("datapackage.json", b"{}", "kaynak listesi (resources) yok"),
    ("datapackage.json", b'{"resources": [{}]}', "her kaynağın kendine özgü bir adı olur"),
    ("datapackage.json", b'{"resources": [{"name": "a", "path": "../x.csv"}]}', "paketin dışına çıkıyor"),
    ("data/claims.csv", b"claim_id,statement_en\nt.01,\xff\n", "UTF-8 değil: 27. bayt"),
    ("data/claims.csv", b'claim_id,statement_en\nt.01,"x\n', "2. satır: CSV değil"),
    ("data/claims.csv", b"claim_id,statement_en\nt.01\n", "2. satırda biten kayıt: 2 sütun için 1 hücre"),
    ("data/claims.csv", b"claim_id,statement_en\nt.01,\nt.01,\n", "1. ve 2. kayıtların anahtarı aynı"),
]


@pytest.mark.parametrize(("file", "content", "said"), ERRORS)
def test_what_cannot_be_compared_says_why_in_turkish(capsys: Capture, package: Write, file: str, content: bytes, said: str) -> None:
    root = package("new", {"claims": ONE})
    (root / file).write_bytes(content)
    assert main(["diff", str(root), str(root), "--lang", "tr"]) == COULD_NOT_RUN
    assert said in capsys.readouterr().err


def test_a_large_file_is_refused_for_the_same_reason(package: Write) -> None:
    root = package("new", {"claims": ONE + "t.01,Again.\n"})
    said = []
    for large in (0, 1 << 30):
        with pytest.raises(CouldNotRunError) as error:
            read_package(Folder(root), large)
        said.append(error.value.words)
    assert said[0] == said[1]
