"""A folder or file under seeds/ may have any name that the file system takes; every form of the report can say it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TINY = Path(__file__).resolve().parent.parent / "tiny"
NAMES = (
    "fene\u0301r",
    "Fener Deneme",
    "a\nb",
    "a\rb",
    "a\u202eb",
    "a\tb",
    "-x",
    "a:b",
    "a%b",
    "a" * 200,
    "👩‍💻",
    os.fsdecode(b"fener-\xff"),
    "\x7f",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("names") / "project"))
    for name in NAMES:
        try:
            shutil.copytree(TINY / "seeds" / "fener-trial", root / "seeds" / name)
            (root / "seeds" / f"{name}.yaml").touch()
        except OSError:
            pytest.skip(f"the file system takes no {name!a}")
    return root


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit"])
def test_every_form_of_the_report_can_say_any_name(root: Path, form: str) -> None:
    command = [sys.executable, "-c", "from iddia.cli import script; script()", "validate", "--root", str(root), "--format", form]
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode == 1, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    report = done.stdout.decode("utf-8")
    assert report.count("id-malformed") >= len(NAMES)
    assert report.count("file-unknown") >= len(NAMES)
    if form in ("text", "github"):
        assert not {letter for letter in report if not letter.isprintable()} - {"\n"}
        assert "U+0301 COMBINING ACUTE ACCENT" in report
        assert "U+202E RIGHT-TO-LEFT OVERRIDE" in report
