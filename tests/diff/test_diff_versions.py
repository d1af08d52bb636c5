"""Versions are read from folders and from commits; what cannot be read is told, and nothing outside the package is."""

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iddia.cli import COULD_NOT_RUN, FINE, main
from iddia.diff.places import Version
from iddia.diff.reading import read_package

Capture = pytest.CaptureFixture[str]
Write = Callable[..., Path]
Git = Callable[..., str]
OLD = "claim_id,statement_en\nt.01,One.\nt.02,Two.\n"
NEW = "claim_id,statement_en\nt.03,Three.\nt.01,One!\n"


def difference_of(capsys: Capture, *arguments: object) -> dict[str, Any]:
    assert main(["diff", *map(str, arguments), "--json"]) == FINE
    captured = capsys.readouterr()
    assert not captured.err
    (table,) = json.loads(captured.out)["tables"]
    return {
        "added": [row["claim_id"] for row in table["added"]],
        "removed": [row["claim_id"] for row in table["removed"]],
        "changed": [(change["key"], change["cells"]) for change in table["changed"]],
    }


EXPECTED = {
    "added": ["t.03"],
    "removed": ["t.02"],
    "changed": [(["t.01"], [{"column": "statement_en", "before": "One.", "after": "One!"}])],
}


def test_two_folders(capsys: Capture, package: Write) -> None:
    old, new = package("old", {"claims": OLD}), package("new", {"claims": NEW})
    assert difference_of(capsys, old, new) == EXPECTED
    assert difference_of(capsys, old / "datapackage.json", "--root", new) == EXPECTED


@pytest.mark.parametrize("folder", [".", "below/deep"])
def test_revisions_and_the_working_folder(capsys: Capture, package: Write, git: Git, folder: str) -> None:
    root = package(folder, {"claims": OLD})
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    git("tag", "first")
    package(folder, {"claims": NEW})
    assert difference_of(capsys, "HEAD", "--root", root) == EXPECTED
    assert difference_of(capsys, "first", root, "--root", root) == EXPECTED
    git("commit", "-q", "-a", "-m", "two")
    (root / "datapackage.json").write_text("no longer JSON", "utf-8")
    before = git("status", "--porcelain")
    assert difference_of(capsys, "HEAD~1", git("rev-parse", "HEAD"), "--root", root) == EXPECTED
    assert git("status", "--porcelain") == before


def test_a_hook_s_own_repository_is_not_taken_for_the_project_s(
    capsys: Capture, package: Write, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = package("here", {"claims": OLD})
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    package("here", {"claims": NEW})
    monkeypatch.setenv("GIT_DIR", "/nonexistent")
    assert difference_of(capsys, "HEAD", "--root", root) == EXPECTED


@pytest.mark.parametrize("revision", ["--output=leak", "-h", "--git-dir=/", "HEAD:datapackage.json", "", "HEAD --", "nonsense", "\0"])
def test_what_is_no_revision_does_nothing_else(capsys: Capture, package: Write, git: Git, revision: str) -> None:
    root = package(".", {"claims": OLD})
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    before = sorted(os.listdir(root))  # noqa: PTH208 hidden names too
    assert main(["diff", "--root", str(root), "--", revision]) == COULD_NOT_RUN
    captured = capsys.readouterr()
    assert captured.err.startswith("iddia diff could not run: ")
    assert "is neither a folder with a datapackage.json nor a commit" in captured.err or "no revision" in captured.err
    assert not captured.out
    assert sorted(os.listdir(root)) == before  # noqa: PTH208


def spoiled(root: Path, file: str, content: bytes) -> None:
    (root / file).write_bytes(content)


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("datapackage.json", b"{", "datapackage.json is no JSON"),
        ("datapackage.json", b"[" * 100_000, "datapackage.json is no JSON"),
        ("datapackage.json", b"[]", "no JSON object"),
        ("datapackage.json", b"{}", "lists no resources"),
        ("datapackage.json", b'{"resources": [{}]}', "each resource has a name of its own, and one has None"),
        ("datapackage.json", b'{"resources": [{"name": "a", "path": ["x", "y"]}]}', "a has no single path"),
        ("datapackage.json", b'{"resources": [{"name": "a", "path": "../x.csv"}]}', "'../x.csv' leads out of the package"),
        ("datapackage.json", b'{"resources": [{"name": "a", "path": "/etc/hosts"}]}', "'/etc/hosts' leads out of the package"),
        ("datapackage.json", b'{"resources": [{"name": "a", "path": "ftp://x/y.csv"}]}', "leads out of the package"),
        ("datapackage.json", b'{"resources": [{"name": "a", "path": "data/none.csv"}]}', "none.csv cannot be read"),
        ("datapackage.json", b'{"resources": [{"name": "a", "path": "a.csv", "dialect": {"delimiter": ";"}}]}', "only plain CSV in UTF-8"),
        ("datapackage.json", b'{"resources": [{"name": "a", "path": "a.csv", "schema": "data/claims.csv"}]}', "data/claims.csv is no JSON"),
        ("data/claims.csv", b"claim_id,statement_en\nt.01,\xff\n", "data/claims.csv is not UTF-8 at byte 27"),
        ("data/claims.csv", b'claim_id,statement_en\nt.01,"x\n', "data/claims.csv, line 2: no CSV"),
        ("data/claims.csv", b"claim_id,statement_en\nt.01\n", "the row that ends in line 2: 1 cells for 2 columns"),
        ("data/claims.csv", b"claim_id,claim_id\n", "two columns of one name"),
        ("data/claims.csv", b"", "has no column claim_id, which is of its primary key"),
        ("data/claims.csv", b"claim_id,statement_en\nt.01,\nt.02,\nt.01,\n", "rows 1 and 3 have the same key 't.01'"),
    ],
)
def test_what_cannot_be_compared_says_why(capsys: Capture, package: Write, file: str, content: bytes, said: str) -> None:
    old, new = package("old", {"claims": OLD}), package("new", {"claims": OLD})
    spoiled(new, file, content)
    for pair in ([old, new], [new, old]):
        assert main(["diff", *map(str, pair)]) == COULD_NOT_RUN
        captured = capsys.readouterr()
        assert said in captured.err
        assert str(new) in captured.err
        assert not captured.out


def test_a_link_out_of_the_package_is_not_followed(capsys: Capture, package: Write, tmp_path: Path) -> None:
    old, new = package("old", {"claims": OLD}), package("new", {"claims": OLD})
    (tmp_path / "secret.csv").write_text("claim_id\n", "utf-8")
    (new / "data" / "claims.csv").unlink()
    (new / "data" / "claims.csv").symlink_to(tmp_path / "secret.csv")
    assert main(["diff", str(old), str(new)]) == COULD_NOT_RUN
    assert "data/claims.csv is a link out of the package" in capsys.readouterr().err


class Memory(Version):
    """A version whose files are in memory."""

    name = "memory"

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read(self, path: str) -> bytes:
        return self.files[self.inside(path)]


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), unique_by=lambda row: row[0]))
def test_every_cell_is_read_as_it_was_written(rows: list[tuple[str, str]]) -> None:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([("a", "b"), *rows])
    descriptor = {"resources": [{"name": "t", "path": "t.csv", "schema": {"primaryKey": "a"}}]}
    package = read_package(Memory({"datapackage.json": json.dumps(descriptor).encode(), "t.csv": text.getvalue().encode()}))
    assert [tuple(row.values()) for row in package.tables["t"].rows] == rows
    assert package.tables["t"].key == ("a",)


def test_long_cells_line_ends_and_quotes_are_read_as_they_are(capsys: Capture, package: Write) -> None:
    long = "x" * 200_000
    old = package("old", {"claims": "claim_id,statement_en\nt.01,One.\n"})
    new = package("new", {"claims": f'claim_id,statement_en\nt.01,"a""b\r\nc\rd\n{long}"\n'})
    ((_, (cell,)),) = difference_of(capsys, old, new)["changed"]
    assert cell["after"] == f'a"b\r\nc\rd\n{long}'


def test_each_constraint_that_differs_is_told_by_itself_and_words_for_people_are_not(capsys: Capture, package: Write) -> None:
    def schema(key: object, **constraints: object) -> dict[str, object]:
        fields = [{"name": "claim_id", "type": "string", "constraints": constraints}, {"name": "statement_en", "type": "string"}]
        return {"fields": fields, "primaryKey": key, "missingValues": [""]}

    old = schema("claim_id", required=True, enum=["t.01", "t.02"], pattern="t")
    new = schema(["claim_id"], required=True, enum=["t.01"], minLength=1) | {"title": "Claims"}
    places = [str(package(name, {"claims": OLD}, schema=one)) for name, one in (("old", old), ("new", new))]
    assert main(["diff", *places, "--json"]) == FINE
    (table,) = json.loads(capsys.readouterr().out)["tables"]
    assert [tuple(change.values()) for change in table["schema"]] == [
        ("claim_id", "constraints.enum", '["t.01", "t.02"]', '["t.01"]'),
        ("claim_id", "constraints.minLength", None, "1"),
        ("claim_id", "constraints.pattern", '"t"', None),
    ]
