"""`iddia verify`: the report in each form and language, and what it needs."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from made_release import FIRST

from iddia.cli import COULD_NOT_RUN, FINE, INVALID, main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def spoilt(released_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A release with one file changed, in dist/ of the working folder."""
    root = Path(shutil.copytree(released_project / "dist", tmp_path / "dist")) / FIRST
    (root / "dictionary.md").write_text("Other words.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return root


def test_what_is_right_and_what_was_not_checked_is_said_in_both_languages(capsys: Capture, released_project: Path) -> None:
    for language, fine, unchecked in (("en", "fine: ", "not checked: "), ("tr", "tamam: ", "denetlenmedi: ")):
        assert main(["verify", "--root", str(released_project), "--lang", language]) == FINE
        lines = capsys.readouterr().out.splitlines()
        assert [line.startswith((fine, unchecked)) for line in lines] == [True] * len(lines)
        assert {line.startswith(fine) for line in lines} == {True, False}


def test_the_changed_file_is_named_as_seen_from_here(capsys: Capture, spoilt: Path) -> None:
    assert spoilt.exists()
    assert main(["verify", f"dist/{FIRST}"]) == INVALID
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith(f"dist/{FIRST}/dictionary.md:1:1: sums-differ: ")
    assert out[-1] == "1 problem in 1 file"
    assert any(line.startswith("not checked: no signature") for line in out)


def test_json_tells_problems_and_what_was_checked_or_not(capsys: Capture, spoilt: Path) -> None:
    assert main(["verify", str(spoilt), "--json"]) == INVALID
    report = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in report["problems"]] == ["sums-differ"]
    assert len(report["checked"]) == 5
    assert len(report["unchecked"]) == 2


@pytest.mark.parametrize("form", ["sarif", "github", "junit"])
def test_every_form_of_report_names_the_file(capsys: Capture, spoilt: Path, form: str) -> None:
    assert main(["verify", str(spoilt), "--format", form]) == INVALID
    assert "dictionary.md" in capsys.readouterr().out


def test_without_a_path_it_is_the_newest_release_of_the_project(capsys: Capture, released_project: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(released_project, tmp_path / "project"))
    newer = shutil.copytree(root / "dist" / FIRST, root / "dist" / "1.10.0")
    (newer / f"iddia-{FIRST}.zip").rename(newer / "iddia-1.10.0.zip")
    assert main(["verify", "--root", str(root), "--json"]) == INVALID
    assert "1.10.0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "there is no file or folder nowhere"),
        ([f"dist/{FIRST}", "--previous", "nowhere"], "nowhere cannot be read: there is no datapackage.json in nowhere"),
        ([f"dist/{FIRST}", "--key", "nowhere"], "nowhere is no minisign public key"),
    ],
)
@pytest.mark.usefixtures("spoilt")
def test_what_is_not_there_could_not_be_verified(capsys: Capture, arguments: list[str], words: str) -> None:
    assert main(["verify", *arguments]) == COULD_NOT_RUN
    assert words in capsys.readouterr().err


@pytest.mark.usefixtures("spoilt")
def test_what_is_not_there_is_said_in_turkish_too(capsys: Capture) -> None:
    assert main(["verify", f"dist/{FIRST}", "--previous", "nowhere", "--lang", "tr"]) == COULD_NOT_RUN
    err = capsys.readouterr().err
    assert "nowhere okunamıyor: datapackage.json yok: nowhere; bir paketin ya da sürümün klasörünü ya da zip arşivini verin" in err
    assert not {"the", "there", "give"} & set(err.split())


@pytest.mark.parametrize(("missing", "extra", "arguments"), [("pyarrow", "build", []), ("minisign", "sign", ["--key", "key.pub"])])
def test_a_library_that_is_not_installed_is_named_with_the_extra_that_brings_it(
    released_project: Path, missing: str, extra: str, arguments: list[str]
) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from iddia.cli import main; sys.exit(main(sys.argv[1:]))"
    words = [sys.executable, "-c", code, "verify", "--root", str(released_project), *arguments]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == COULD_NOT_RUN
    assert f'pip install "iddia[{extra}]"' in done.stderr
    assert "Traceback" not in done.stderr
