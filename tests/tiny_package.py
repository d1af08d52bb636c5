"""The package of tests/tiny, and cases laid over it: what tests/bad/packages and tests/good/packages hold.

A case is a folder of files that are laid over the package byte for byte, and of these, which say what git cannot keep or what would
hide in a whole file:

- ``edit``    lines of JSON, ["file", "old", "new"] or ["file", "old", "new", times]: the text, which stands there once, is replaced
  by ``new``, so many times over; \\udc80 to \\udcff are bytes that are no UTF-8
- ``delete``  files to remove; ``link`` a path to make and what it points to; ``folder`` a file to make a folder of
- ``stale``   when there: hashes and sizes in the descriptor are not made to agree with the files
- ``zip``     pack it all: ["add", "name", times], ["link", "name"], ["encrypt", "name"], ["cut", bytes], or nothing more to it
- ``expect.txt``  what must be reported, ``file:line:column: code`` each, these and no others
"""

import hashlib
import json
import shutil
import stat
import zipfile
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent
DIRECTIVES = {"edit", "delete", "link", "folder", "stale", "zip", "expect.txt"}
DESCRIPTOR = "datapackage.json"


def build_tiny(root: Path) -> Path:
    """Build tests/tiny as a package in ``root``: descriptor, schemas, data."""
    from iddia.model.tables import TABLES
    from iddia.package.build import make
    from iddia.package.schemas import dump_json, table_schema

    built = make(TESTS / "tiny")
    for folder in ("data", "schema"):
        (root / folder).mkdir(parents=True)
    for model in TABLES:
        (root / "schema" / f"{model.table}.json").write_bytes(dump_json(table_schema(model)).encode())
        (root / "data" / f"{model.table}.csv").write_bytes(built.tables[model.table])
    (root / DESCRIPTOR).write_bytes(built.descriptor)
    return root


def lines(case: Path, name: str) -> list[str]:
    """The lines of a directive, none where the case has no such."""
    path = case / name
    return path.read_text("utf-8").splitlines() if path.is_file() else []


def lay(case: Path, tiny: Path, root: Path) -> Path:
    """The tiny package with the case laid over it; what is to be checked, a folder or an archive."""
    shutil.copytree(tiny, root)
    for path in sorted(case.rglob("*")):
        name = path.relative_to(case)
        if path.is_file() and str(name) not in DIRECTIVES:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, root / name)
    for line in lines(case, "edit"):
        edit(root, *json.loads(line))
    for line in lines(case, "delete"):
        (root / line).unlink()
    for line in lines(case, "link"):
        link, target = line.split()
        (root / link).parent.mkdir(exist_ok=True)
        (root / link).symlink_to(target)
    for line in lines(case, "folder"):
        (root / line).mkdir()
    if not (case / "stale").exists():
        rehash(root)
    return packed(case, root) if (case / "zip").exists() else root


def edit(root: Path, name: str, old: str, new: str, times: int = 1) -> None:
    """Replace a text that stands once in a file."""
    path = root / name
    text = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""
    assert text.count(old) == 1 or not text, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_bytes(text.replace(old, new * times).encode("utf-8", "surrogateescape"))


def rehash(root: Path) -> None:
    """Make hashes and sizes in the descriptor agree with the files, leaving everything else of it as it is."""
    path = root / DESCRIPTOR
    if not path.is_file() or path.is_symlink():
        return
    content = path.read_bytes().decode("utf-8", "surrogateescape")
    parts = content.split('"path": "data/')
    for number, part in enumerate(parts[1:], 1):
        file = root / "data" / part.partition('"')[0]
        if file.is_file():
            data = file.read_bytes()
            before, mark, after = part.partition('"bytes": ')
            digits = len(after) - len(after.lstrip("0123456789"))
            before2, mark2, after2 = after[digits:].partition('"hash": "sha256:')
            if mark and mark2 and '"path"' not in before + before2:
                parts[number] = f"{before}{mark}{len(data)}{before2}{mark2}{hashlib.sha256(data).hexdigest()}{after2[64:]}"
    path.write_bytes('"path": "data/'.join(parts).encode("utf-8", "surrogateescape"))


def packed(case: Path, root: Path) -> Path:
    """The package as an archive beside it, spoilt as the case says."""
    archive = root.parent / "package.zip"
    orders: list[list[Any]] = [json.loads(line) for line in lines(case, "zip") if line]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(root.rglob("*")):
            if path.is_file():
                out.write(path, path.relative_to(root.parent if ["inside"] in orders else root))
        for what, *rest in orders:
            if what == "add":
                out.writestr(rest[0], b"0" * (rest[1] if len(rest) > 1 else 1))
            elif what == "link":
                entry = zipfile.ZipInfo(rest[0])
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
                out.writestr(entry, "/etc")
    data = archive.read_bytes()
    for what, *rest in orders:
        if what == "cut":
            data = data[: -rest[0]]
        elif what == "encrypt":  # set the flag of the entry in the list at the archive's end, which is what readers go by
            at = data.rindex(b"PK\x01\x02", 0, data.rindex(rest[0].encode()))
            data = data[: at + 8] + bytes([data[at + 8] | 1]) + data[at + 9 :]
    archive.write_bytes(data)
    return archive
