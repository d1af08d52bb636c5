"""Where contributions arrive: hooks, workflows, forms. Every command in them is one that iddia has."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from iddia.cli import parser
from iddia.yamlfile import read_yaml

REPOSITORY = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (REPOSITORY / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
PUBLISHES = ("release.yml", "publish")
"""The one job that may write."""
REDIRECTION = re.compile(r"\d?>>?.*|\|.*")
HASH = re.compile(r"[a-z-]+/[a-z-]+@[0-9a-f]{40}")
IN_A_SHELL = re.compile(r"\$\{\{")


def content_of(name: str | Path) -> Any:
    file = read_yaml(REPOSITORY / name, str(name))
    assert not file.problems
    return file.data


def options_of(command: str) -> Any:
    """What our parser takes the command line for; it leaves the test where it does not know it."""
    program, *arguments = shlex.split(REDIRECTION.sub("", command))
    assert program.rpartition("/")[2] == "iddia"
    return parser().parse_args(arguments)


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in content_of(path)["jobs"].items():
            for step in job["steps"]:
                yield f"{path.name}: {name}", step


def commands(workflow: str = "") -> list[str]:
    """Every line of the shell of a workflow, or of all, that runs iddia."""
    lines = [line.strip() for where, step in steps() if where.startswith(workflow) for line in str(step.get("run", "")).splitlines()]
    return [line for line in lines if re.match(r"(\S*/)?iddia\b", line)]


def test_a_command_that_iddia_does_not_have_is_found() -> None:
    with pytest.raises(SystemExit):
        options_of(".venv/bin/iddia validate --formt github .")


@pytest.mark.parametrize("command", commands())
def test_every_iddia_in_a_workflow_is_a_command(command: str) -> None:
    assert callable(options_of(command).run)


def test_a_pull_request_is_validated_with_annotations_and_its_difference_summed_up() -> None:
    found = [options_of(command) for command in commands("validate.yml")]
    assert {(options.command, options.format) for options in found} == {("validate", "github"), ("diff", "markdown")}
    assert any(step.get("run") == "make test" for _, step in steps())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read_and_ends_in_time(path: Path) -> None:
    workflow = content_of(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow["on"]
    assert workflow["concurrency"]["group"]
    for name, job in workflow["jobs"].items():
        assert "permissions" not in job or (path.name, name) == PUBLISHES, name
        assert job["timeout-minutes"] <= 60, name


def test_only_what_publishes_may_write_and_it_waits_for_what_verifies() -> None:
    workflow = content_of(REPOSITORY / ".github" / "workflows" / PUBLISHES[0])
    assert workflow["on"] == {"push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+"]}}
    job = workflow["jobs"][PUBLISHES[1]]
    assert (job["permissions"], job["needs"], job["environment"]) == ({"contents": "write"}, "make", "release")
    assert [options_of(command).command for command in commands(PUBLISHES[0])] == ["verify", "verify"]
    assert sum(step.get("run") == "make release" for one in workflow["jobs"].values() for step in one["steps"]) == 2


def test_no_word_of_a_contributor_is_put_into_a_shell() -> None:
    assert not [(where, step["run"]) for where, step in steps() if IN_A_SHELL.search(str(step.get("run", "")))]


def test_actions_are_pinned_to_a_commit_and_leave_no_token_behind() -> None:
    used = [step for _, step in steps() if "uses" in step]
    assert used
    for step in used:
        assert HASH.fullmatch(step["uses"]), step["uses"]
        if step["uses"].startswith("actions/checkout@"):
            assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}


def test_the_hooks_for_other_projects_are_iddia_s_own_commands() -> None:
    hooks = {hook["id"]: hook for hook in content_of(".pre-commit-hooks.yaml")}
    assert set(hooks) == {"iddia-validate", "iddia-fix"}
    for hook in hooks.values():
        options = options_of(hook["entry"])
        assert (options.command, options.paths, options.fix) == ("validate", [Path()], hook["id"] == "iddia-fix")
        assert hook["language"] == "python"
        assert hook["additional_dependencies"] == [".[build]"]
        assert hook["pass_filenames"] is False
        assert {"id", "name", "description", "entry", "language", "additional_dependencies", "files", "pass_filenames"} == set(hook)


@pytest.mark.parametrize(
    ("file", "asked"),
    [
        ("seeds/an-article/reading.yaml", True),
        ("schema/vocabulary/units.yaml", True),
        ("data/claims.csv", True),
        ("datapackage.json", True),
        ("docs/datapackage.json", False),
        ("README.md", False),
    ],
)
def test_the_hooks_run_for_files_of_a_project(file: str, asked: bool) -> None:
    for hook in content_of(".pre-commit-hooks.yaml"):
        assert bool(re.search(hook["files"], file)) == asked


def test_the_hooks_of_this_repository_are_its_own() -> None:
    (repository,) = content_of(".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    targets = re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE)
    for hook in repository["hooks"]:
        program, *arguments = shlex.split(hook["entry"])
        assert hook["pass_filenames"] is False
        if program == "make":
            assert set(arguments) <= set(targets)
        else:
            assert options_of(hook["entry"]).command == "validate"


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_is_one_that_can_be_filled_in(path: Path) -> None:
    form = content_of(path)
    assert set(form) == {"name", "description", "title", "body"}
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert {field["type"] for field in fields} <= {"input", "textarea", "checkboxes"}
    ids = [field["id"] for field in fields]
    assert len(set(ids)) == len(ids)
    assert any(field.get("validations", {}).get("required") for field in fields)
    for field in fields:
        assert " / " in field["attributes"]["label"], "in English / in Turkish"


def test_what_templates_name_is_there() -> None:
    template = REPOSITORY / ".github" / "PULL_REQUEST_TEMPLATE.md"
    for path in [*FORMS, template]:
        for name in re.findall(r"\b(?:docs/[\w.-]+\.md|CONTRIBUTING\.md|seeds/[a-z]+\.yaml|datapackage\.json)", path.read_text("utf-8")):
            assert (REPOSITORY / name).is_file(), f"{path.name}: {name}"
