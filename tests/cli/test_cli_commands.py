"""Every command: its help, the example in it, its exit code, its JSON, and what it says when something is wrong."""

import json
import shlex
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from damage import a_changed_cell, a_changed_schema, a_wrong_modality

import iddia
from iddia.cli import COMMANDS, COULD_NOT_RUN, FINE, INVALID, main, script

Capture = pytest.CaptureFixture[str]

WRITING = ("new", "build", "schema")
NEEDED = {"show": ["deepseek-r2"], "diff": ["HEAD"], "new": ["entity", "deepseek-r9"]}
"""The arguments that a command cannot do without."""


def help_of(capsys: Capture, *command: str) -> str:
    with pytest.raises(SystemExit) as left:
        main([*command, "--help"])
    assert left.value.code == 0
    return capsys.readouterr().out


def arguments_for(command: str) -> list[str]:
    """The command with what it cannot do without."""
    return [command, *NEEDED.get(command, [])]


def place_for(command: str, request: pytest.FixtureRequest) -> Path:
    """A project in which the command may run."""
    fixture = (
        "project"
        if command in WRITING
        else {"diff": "committed", "release": "releasable", "verify": "released_project"}.get(command, "built_once")
    )
    return Path(request.getfixturevalue(fixture))


def examples() -> list[tuple[str, str]]:
    """Every example in a help text, with its command."""
    return [
        (command, line.strip())
        for command, module in COMMANDS.items()
        for line in (module.__doc__ or "").partition("example:\n")[2].splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_begins_with_the_summary_and_ends_with_an_example(capsys: Capture, command: str) -> None:
    text = help_of(capsys, command)
    summary = (COMMANDS[command].__doc__ or "").splitlines()[0]
    assert summary in text
    assert "--json" in text
    assert f"\nexample:\n  iddia {command}" in text


def test_help_of_iddia_lists_every_command_and_the_exit_codes(capsys: Capture) -> None:
    text = " ".join(help_of(capsys).split())
    for command, module in COMMANDS.items():
        assert f"{command} {' '.join((module.__doc__ or '').splitlines()[0].split())}" in text
    assert "0 fine, 1 something is wrong with the data, 2 the command could not run" in text


def test_every_command_has_an_example() -> None:
    assert {command for command, _ in examples()} == set(COMMANDS)


@pytest.fixture
def _beside_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with the article that examples begin to read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ardic-fener.txt").write_text("Bir haber.\n", "utf-8")


@pytest.mark.usefixtures("_beside_a_text")
@pytest.mark.parametrize(("command", "example"), examples())
def test_the_examples_run(capsys: Capture, request: pytest.FixtureRequest, command: str, example: str) -> None:
    project = place_for(command, request)
    name, *arguments = shlex.split(example)
    assert name == "iddia"
    assert arguments[0] == command
    assert main([*arguments, "--root", str(project)]) == FINE
    captured = capsys.readouterr()
    assert captured.out.strip()
    assert not captured.err


@pytest.mark.parametrize("command", COMMANDS)
def test_json_is_all_that_json_prints(capsys: Capture, request: pytest.FixtureRequest, command: str) -> None:
    project = place_for(command, request)
    assert main([*arguments_for(command), "--json", "--root", str(project)]) == FINE
    captured = capsys.readouterr()
    assert isinstance(json.loads(captured.out), dict)
    assert not captured.err


@pytest.mark.parametrize("option", [[], ["--nonsense"], ["--root"]])
@pytest.mark.parametrize("command", [*COMMANDS, "nonsense"])
def test_wrong_usage_exits_with_2(capsys: Capture, command: str, option: list[str]) -> None:
    if command in COMMANDS and command not in ("show", "validate") and not option:
        option = ["one argument too many"] * 3
    if command == "validate" and not option:
        option = ["--format", "pdf"]
    with pytest.raises(SystemExit) as left:
        main([command, *option])
    assert left.value.code == 2
    assert "usage: iddia" in capsys.readouterr().err


def test_no_command_is_wrong_usage(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def test_version_is_the_package_s(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"iddia {iddia.__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_folder_is_no_place_to_run(capsys: Capture, tmp_path: Path, command: str) -> None:
    assert main([*arguments_for(command), "--root", str(tmp_path)]) == COULD_NOT_RUN
    captured = capsys.readouterr()
    assert captured.err.startswith(f"iddia {command} could not run: ")
    assert str(tmp_path) in captured.err
    assert not captured.out
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", COMMANDS)
def test_what_could_not_run_says_so_in_json(capsys: Capture, tmp_path: Path, command: str) -> None:
    assert main([*arguments_for(command), "--json", "--root", str(tmp_path)]) == COULD_NOT_RUN
    captured = capsys.readouterr()
    assert list(json.loads(captured.out)) == ["error"]
    assert not captured.err


def test_build_reports_a_problem_at_its_line_and_leaves_the_files(capsys: Capture, project: Path) -> None:
    a_wrong_modality(project)
    before = (project / "data" / "claims.csv").read_bytes()
    reading = (project / "seeds" / "r2-ascend-delay" / "reading.yaml").read_text("utf-8").splitlines()
    assert main(["build", "--json", "--root", str(project)]) == INVALID
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert reading[problem["line"] - 1][problem["column"] - 1 : problem["end_column"] - 1] == "asertted"
    assert problem["nearest"] == "asserted"
    assert (project / "data" / "claims.csv").read_bytes() == before


def test_build_says_whether_anything_changed(capsys: Capture, project: Path) -> None:
    a_changed_cell(project)
    for changed in (True, False):
        assert main(["build", "--json", "--root", str(project)]) == FINE
        built = json.loads(capsys.readouterr().out)
        assert (built["articles"], built["changed"]) == (len(list((project / "seeds").glob("*/reading.yaml"))), changed)
    assert main(["build", "--root", str(project)]) == FINE
    assert "unchanged: " in capsys.readouterr().out


def test_schema_writes_what_differs_and_no_more(capsys: Capture, project: Path) -> None:
    main(["schema", "--root", str(project)])
    capsys.readouterr()
    a_changed_schema(project)
    (project / "docs" / "tables.md").unlink()
    for written in ({"schema/units.json", "docs/tables.md"}, set()):
        assert main(["schema", "--json", "--root", str(project)]) == FINE
        assert set(json.loads(capsys.readouterr().out)["written"]) == written


def test_info_counts_what_is_inside(capsys: Capture, built_once: Path) -> None:
    assert main(["info", "--json", "--root", str(built_once)]) == FINE
    content: dict[str, Any] = json.loads(capsys.readouterr().out)
    claims = (built_once / "data" / "claims.csv").read_bytes().count(b"\n") - 1
    assert content["tables"]["claims"] == claims
    assert sum(source["claims"] for source in content["sources"]) == claims
    assert sum(content["modalities"].values()) == claims
    sources = (built_once / "data" / "sources.csv").read_bytes().count(b"\n") - 1
    assert (content["version"], content["licence"], len(content["sources"])) == (iddia.load(built_once).version, "CC-BY-4.0", sources)


def test_info_fits_on_one_screen(capsys: Capture, built_once: Path) -> None:
    assert main(["info", "--root", str(built_once)]) == FINE
    assert len(capsys.readouterr().out.splitlines()) <= 24


@pytest.mark.parametrize(
    ("command", "missing", "package"),
    [
        ("build", "pydantic", "pydantic"),
        ("build", "yaml", "yaml"),
        ("validate", "pydantic", "pydantic"),
        ("validate --frictionless", "frictionless", "frictionless"),
        ("schema", "yaml", "yaml"),
    ],
)
def test_a_library_that_is_not_installed_is_named_with_the_command_that_brings_it(
    built_once: Path, command: str, missing: str, package: str
) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from iddia.cli import main; sys.exit(main(sys.argv[1:]))"
    words = [sys.executable, "-c", code, *command.split(), "--root", str(built_once)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == COULD_NOT_RUN
    assert (
        done.stderr
        == f"iddia {command.split(maxsplit=1)[0]} could not run: {package} is not installed; pip install 'iddia[build]' brings it\n"
    )


def test_the_installed_command_is_this_one() -> None:
    (command,) = entry_points(group="console_scripts", name="iddia")
    assert command.load() is script


@pytest.mark.parametrize(
    ("arguments", "code"), [(["info"], FINE), (["show", "nothing-like-it"], INVALID), (["build"], COULD_NOT_RUN), ([], 2)]
)
def test_python_m_iddia_is_the_command(without_seeds: Path, arguments: list[str], code: int) -> None:
    command = [sys.executable, "-m", "iddia", *arguments, *(["--root", str(without_seeds)] if arguments else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == (code != FINE)


@pytest.mark.parametrize(
    "command", [name for name, module in COMMANDS.items() if name not in ("schema", "diff", "info", "show", "conflicts")]
)
def test_what_could_not_run_says_so_in_turkish(capsys: Capture, tmp_path: Path, command: str) -> None:
    arguments = [command, *NEEDED.get(command, []), "--lang", "tr", "--root", str(tmp_path)]
    assert main(arguments) == COULD_NOT_RUN
    assert capsys.readouterr().err.startswith(f"iddia {command} çalışamadı: ")
    assert main([*arguments, "--json"]) == COULD_NOT_RUN
    assert json.loads(capsys.readouterr().out)["error"].endswith((f" yok: {tmp_path}", f" var: {tmp_path}", "deposu gerekir"))
