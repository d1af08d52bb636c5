"""The README's examples are run, and print what it says they print."""

import contextlib
import io
import re
import shutil
import textwrap
from pathlib import Path
from typing import Any

import pytest

from iddia.cli import COMMANDS, main

EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<output>.*?)```", re.DOTALL)


def examples(readme: str) -> list[tuple[str, str]]:
    return [(match["code"], match["output"]) for match in EXAMPLE.finditer(readme)]


def output_of(code: str, names: dict[str, Any]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, names)
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())


def with_outputs(readme: str) -> str:
    """The README with each example's output as it is now."""
    names: dict[str, Any] = {}
    return EXAMPLE.sub(lambda match: f"```python\n{match['code']}```\n\n```text\n{output_of(match['code'], names)}```", readme)


def test_examples_print_what_the_readme_says(repository: Path) -> None:
    names: dict[str, Any] = {}
    found = examples((repository / "README.md").read_text("utf-8"))
    assert len(found) >= 3
    for code, output in found:
        assert output_of(code, names) == output, f"run `make readme`: it shows another output for:\n{textwrap.indent(code, '    ')}"


def test_the_error_shown_is_the_one_printed(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("seeds", "schema"):
        shutil.copytree(repository / folder, tmp_path / folder)
    reading = tmp_path / "seeds" / "r2-huawei-rumours" / "reading.yaml"
    reading.write_text(reading.read_text("utf-8").replace("number: 1.2e12", "number: 1.2e9"), "utf-8")
    assert main(["build", "--root", str(tmp_path)]) == 1
    printed = capsys.readouterr().err.rpartition("1 problem")[0]
    assert f"```text\n{printed}```" in (repository / "README.md").read_text("utf-8")


def test_first_screen_says_what_it_is_and_shows_the_two_commands(repository: Path) -> None:
    first_screen = "\n".join((repository / "README.md").read_text("utf-8").splitlines()[:32])
    assert "ledger of claims" in first_screen
    assert "make build" in first_screen
    assert "make test" in first_screen
    assert "iddia.load()" in first_screen


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(repository: Path, command: str) -> None:
    assert f"`iddia {command}" in (repository / "README.md").read_text("utf-8")


if __name__ == "__main__":
    page = Path(__file__).resolve().parent.parent / "README.md"
    page.write_text(with_outputs(page.read_text("utf-8")), "utf-8", newline="\n")
