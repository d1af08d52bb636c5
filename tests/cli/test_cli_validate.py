"""`iddia validate`: what is checked, what is said in which form and language, and with which exit code."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from damage import READING, a_changed_cell, a_changed_descriptor, a_changed_schema, a_missing_table, a_stray_table, a_wrong_modality, spoil

from iddia.cli import COULD_NOT_RUN, FINE, INVALID, main
from iddia.cli.targets import targets_of
from iddia.errors import CouldNotRunError

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (a_wrong_modality, ("not-in-list", READING, "write asserted")),
        (a_changed_cell, ("file-stale", "data/units.csv", "iddia build")),
        (a_changed_descriptor, ("file-stale", "datapackage.json", "iddia build")),
        (a_changed_schema, ("file-stale", "schema/units.json", "iddia schema")),
        (a_stray_table, ("file-stray", "data/opinions.csv", "remove the file")),
        (a_missing_table, ("file-stale", "data/units.csv", "iddia build")),
    ],
)
def test_what_is_wrong_is_found_and_how_to_mend_it_said(
    capsys: Capture, project: Path, damage: Callable[[Path], None], problem: tuple[str, str, str]
) -> None:
    damage(project)
    assert main(["validate", "--json", "--root", str(project)]) == INVALID
    found = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["file"], one["mend"]) for one in found["problems"]] == [problem]
    assert found["summary"] == "1 problem in 1 file"
    assert found["checked"] == []


def test_the_report_is_what_is_printed_and_no_file_is_written(capsys: Capture, project: Path) -> None:
    a_changed_cell(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert main(["validate", "--root", str(project)]) == INVALID
    captured = capsys.readouterr()
    assert captured.out.startswith("data/units.csv:1:1: file-stale: ")
    assert captured.out.endswith("\n1 problem in 1 file\n")
    assert not captured.err
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_report_in_turkish(capsys: Capture, project: Path) -> None:
    a_changed_cell(project)
    assert main(["validate", "--lang", "tr", "--root", str(project)]) == INVALID
    assert capsys.readouterr().out == (
        "data/units.csv:1:1: file-stale: bu dosya, okumalardan üretilenle aynı değil\n    çözüm     iddia build\n1 dosyada 1 sorun\n"
    )


@pytest.mark.parametrize(
    ("form", "mark"),
    [("json", '"code": "not-in-list"'), ("sarif", '"ruleId": "not-in-list"'), ("github", "::error "), ("junit", "<failure ")],
)
def test_every_form_holds_the_problem_and_is_empty_of_it_when_all_is_well(capsys: Capture, project: Path, form: str, mark: str) -> None:
    assert main(["validate", "--format", form, "--root", str(project)]) == FINE
    assert mark not in capsys.readouterr().out
    a_wrong_modality(project)
    assert main(["validate", "--format", form, "--root", str(project)]) == INVALID
    captured = capsys.readouterr()
    assert mark in captured.out
    assert not captured.err


def test_only_what_is_asked_about_is_reported_and_the_rest_is_counted(capsys: Capture, project: Path) -> None:
    a_wrong_modality(project)
    spoil(project / "seeds" / "entities.yaml", "type: organization", "type: organisation")
    assert main(["validate", str(project / READING)]) == INVALID
    captured = capsys.readouterr()
    assert [line.split(": ")[1] for line in captured.out.splitlines() if line.startswith("seeds/")] == ["not-in-list"]
    assert captured.err == "1 more in files that were not asked about\n"
    assert main(["validate", str(project / "seeds" / "r2-nvidia-delay"), "--lang", "tr"]) == FINE
    captured = capsys.readouterr()
    assert captured.out == "tamam: sorulanlarda düzeltilecek bir şey yok\n"
    assert captured.err == "sorulmayan dosyalarda 2 sorun daha var\n"


def test_files_are_named_from_the_working_folder(capsys: Capture, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_wrong_modality(project)
    monkeypatch.chdir(project.parent)
    assert main(["validate", project.name]) == INVALID
    assert capsys.readouterr().out.startswith(f"{project.name}/{READING}:")
    monkeypatch.chdir(project)
    assert main(["validate", "."]) == INVALID
    assert capsys.readouterr().out.startswith(f"{READING}:")


def test_a_folder_without_seeds_is_a_package(capsys: Capture, without_seeds: Path) -> None:
    assert main(["validate", "--json", "--root", str(without_seeds)]) == FINE
    content = json.loads(capsys.readouterr().out)
    assert (content["problems"], content["checked"]) == ([], [f"{without_seeds} is valid"])


def test_the_package_of_a_project_is_checked_as_one_when_it_is_named(capsys: Capture, project: Path) -> None:
    a_changed_cell(project)
    assert main(["validate", "--json", str(project / "datapackage.json")]) == INVALID
    assert {(one["code"], one["file"].rpartition("/")[2]) for one in json.loads(capsys.readouterr().out)["problems"]} == {
        ("file-hash", "datapackage.json")
    }


def test_frictionless_is_asked_when_it_is_wanted(capsys: Capture, project: Path) -> None:
    assert main(["validate", "--frictionless", "--root", str(project)]) == FINE
    assert "frictionless finds the package valid" in capsys.readouterr().out


def test_a_path_that_is_not_there_or_nothing_of_ours_could_not_be_checked(capsys: Capture, tmp_path: Path) -> None:
    assert main(["validate", str(tmp_path / "nothing")]) == COULD_NOT_RUN
    assert f"there is no {tmp_path / 'nothing'}" in capsys.readouterr().err
    (tmp_path / "notes.txt").write_text("x")
    assert main(["validate", str(tmp_path / "notes.txt")]) == COULD_NOT_RUN
    assert "neither in a project" in capsys.readouterr().err
    with pytest.raises(CouldNotRunError):
        targets_of([], tmp_path)


CHANGES = [
    ('quote: "Ocak ayında çıkardığı DeepSeek-R1"', 'quote: "Ocak ayında  çıkardığı DeepSeek–R1"'),
    ("    subject: deepseek-r1\n    property: release_date\n", "    property: release_date   \n    subject: deepseek-r1\r\n"),
]


def test_fix_mends_what_cannot_change_the_meaning_and_shows_it(capsys: Capture, project: Path) -> None:
    whole = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    reading = project / READING
    raw = reading.read_bytes().decode("utf-8")
    for old, new in CHANGES:
        assert old in raw
        raw = raw.replace(old, new, 1)
    reading.write_bytes(raw.encode("utf-8"))
    a_changed_cell(project)
    spoilt = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert main(["validate", "--root", str(project)]) == INVALID
    assert "quote-typography" in capsys.readouterr().out
    assert main(["validate", "--fix", "--diff", "--root", str(project)]) == INVALID
    shown = capsys.readouterr().out
    assert f"+++ b/{READING}" in shown
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == spoilt
    assert main(["validate", "--fix", "--root", str(project)]) == FINE
    captured = capsys.readouterr()
    assert captured.out.startswith(shown)
    assert captured.out.endswith("fine: every article is accounted for, and the built files are up to date\n")
    assert captured.err == f"repaired: {READING}\nmade anew: data/units.csv\n"
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == whole
    assert main(["validate", "--fix", "--diff", "--root", str(project)]) == FINE
    assert capsys.readouterr().err == "nothing to repair\n"


def test_what_fix_cannot_mend_is_still_reported(capsys: Capture, project: Path) -> None:
    a_wrong_modality(project)
    assert main(["validate", "--fix", "--root", str(project)]) == INVALID
    assert "not-in-list" in capsys.readouterr().out


def test_the_diff_of_a_fix_can_be_applied_by_git(capsys: Capture, project: Path) -> None:
    reading = project / READING
    whole = reading.read_bytes()
    reading.write_bytes(whole.replace(CHANGES[0][0].encode(), CHANGES[0][1].encode()))
    main(["validate", "--fix", "--diff", "--root", str(project)])
    git = shutil.which("git")
    assert git is not None
    subprocess.run([git, "apply", "-"], cwd=project, input=capsys.readouterr().out.encode(), check=True, capture_output=True)
    assert reading.read_bytes() == whole


@pytest.mark.parametrize(("language", "words"), [("en", "another one of the project"), ("tr", "başka bir makalesinde")])
def test_a_code_is_explained_in_both_languages(capsys: Capture, language: str, words: str) -> None:
    assert main(["validate", "--explain", "quote-misattributed", "--lang", language]) == FINE
    assert words in capsys.readouterr().out
    assert main(["validate", "--explain", "quote-misattributed", "--lang", language, "--json"]) == FINE
    assert words in json.loads(capsys.readouterr().out)["means"]


def test_a_code_that_is_none_is_told_with_the_nearest(capsys: Capture) -> None:
    assert main(["validate", "--explain", "quote-misatributed"]) == INVALID
    assert capsys.readouterr().err == "iddia validate: no report holds the code 'quote-misatributed'. Did you mean quote-misattributed?\n"


def test_a_fix_before_a_report_for_programs_leaves_the_report_alone(capsys: Capture, project: Path) -> None:
    spoil(project / READING, *CHANGES[0])
    assert main(["validate", "--fix", "--json", "--root", str(project)]) == FINE
    captured = capsys.readouterr()
    assert json.loads(captured.out)["problems"] == []
    assert captured.err.startswith(f"--- a/{READING}\n")
    assert captured.err.endswith(f"repaired: {READING}\n")


def test_a_fix_touches_only_what_is_asked_about(capsys: Capture, project: Path) -> None:
    entities = project / "seeds" / "entities.yaml"
    entities.write_text(entities.read_text("utf-8") + "\n\n", "utf-8")
    spoil(project / READING, *CHANGES[0])
    a_changed_cell(project)
    kept = {path: path.read_bytes() for path in (entities, project / "data" / "units.csv")}
    assert main(["validate", "--fix", str(project / READING)]) == FINE
    assert capsys.readouterr().err == f"repaired: {READING}\n1 more in files that were not asked about\n"
    assert {path: path.read_bytes() for path in kept} == kept
    assert main(["validate", "--fix", "--diff", str(project / READING)]) == FINE
    assert main(["validate", "--fix", str(project / "data")]) == FINE
    assert capsys.readouterr().err.endswith("made anew: data/units.csv\n")
    assert entities.read_bytes() == kept[entities]


def test_two_different_forms_at_once_are_wrong_usage_and_nothing_is_written(capsys: Capture, project: Path) -> None:
    spoil(project / READING, *CHANGES[0])
    before = (project / READING).read_bytes()
    for arguments in (["validate", "--fix"], ["diff", "HEAD"]):
        form = "sarif" if "--fix" in arguments else "markdown"
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--json", "--format", form, "--root", str(project)])
        assert ended.value.code == COULD_NOT_RUN
        assert f"--json and --format {form} ask for two different forms" in capsys.readouterr().err
    assert (project / READING).read_bytes() == before
    main(["validate", "--json", "--format", "json", "--root", str(project)])
    assert json.loads(capsys.readouterr().out)["problems"]


def test_an_archive_is_checked_whatever_the_case_of_its_ending_but_not_by_frictionless(
    capsys: Capture, without_seeds: Path, tmp_path: Path
) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "release"), "zip", without_seeds)).rename(tmp_path / "release.ZIP")
    assert main(["validate", str(archive)]) == FINE
    assert main(["validate", "--frictionless", str(archive)]) == COULD_NOT_RUN
    assert "unpack" in capsys.readouterr().err
