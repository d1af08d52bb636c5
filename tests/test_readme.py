"""The README's examples are run, and print what it says they print."""

import contextlib
import io
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest

import iddia
from iddia.cli import COMMANDS

EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<output>.*?)```", re.DOTALL)


def examples(readme: str) -> list[tuple[str, str]]:
    return [(match["code"], match["output"]) for match in EXAMPLE.finditer(readme)]


def output_of(code: str, names: dict[str, Any]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, names)
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())


def test_examples_print_what_the_readme_says(repository: Path) -> None:
    names: dict[str, Any] = {}
    found = examples((repository / "README.md").read_text("utf-8"))
    assert len(found) >= 3
    for code, output in found:
        assert output_of(code, names) == output, f"the README shows another output for:\n{textwrap.indent(code, '    ')}"


def test_first_screen_says_what_it_is_and_shows_the_two_commands(repository: Path) -> None:
    first_screen = "\n".join((repository / "README.md").read_text("utf-8").splitlines()[:32])
    assert "ledger of claims" in first_screen
    assert "make build" in first_screen
    assert "make test" in first_screen
    assert "iddia.load()" in first_screen


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(repository: Path, command: str) -> None:
    assert f"`iddia {command}" in (repository / "README.md").read_text("utf-8")


def test_version_is_the_one_of_the_data() -> None:
    assert iddia.load().version == iddia.__version__
