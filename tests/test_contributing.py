"""The example of CONTRIBUTING.md is followed to its end in a copy of the tiny project, and prints what the page says it prints.

A block names its file behind its language and is written there; a diff is applied; a console runs its commands one after the other.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from iddia.cli import main

REPOSITORY = Path(__file__).resolve().parent.parent
PAGE = REPOSITORY / "CONTRIBUTING.md"
BLOCK = re.compile(r"^```(?P<kind>[a-z]+)(?: (?P<file>\S+))?\n(?P<content>.*?)^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"^\S+:\d+:\d+: ([a-z-]+):", re.MULTILINE)


@dataclass
class Example:
    """The page's blocks, worked through in a project."""

    root: Path

    def output(self, kind: str, file: str | None, content: str) -> str:
        """The block as it should stand: a console's commands with what they print now, any other as it is."""
        if kind == "console":
            return "".join(f"$ {command}\n{self.printed(command)}" for command in commands(content))
        if kind == "diff":
            subprocess.run(["git", "apply", "--unidiff-zero", "-"], cwd=self.root, input=content.encode(), check=True)
        elif file:
            (self.root / file).write_bytes(content.encode())
        return content

    def printed(self, command: str) -> str:
        program, *arguments = shlex.split(command)
        assert program == "iddia", "only these are run"
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            main(arguments)
        return told.getvalue()


def commands(content: str) -> list[str]:
    return [line.removeprefix("$ ") for line in content.splitlines() if line.startswith("$ ")]


@contextlib.contextmanager
def example(folder: Path) -> Iterator[Example]:
    """A built copy of the tiny project, as the working folder."""
    root = Path(shutil.copytree(REPOSITORY / "tests" / "tiny", folder / "project"))
    before = Path.cwd()
    os.chdir(root)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            assert main(["validate", "--fix"]) == 0
        yield Example(root)
    finally:
        os.chdir(before)


def worked_through(page: str, project: Example) -> str:
    """The page with each console's output as it is now."""

    def block(match: re.Match[str]) -> str:
        head = f"{match['kind']} {match['file']}" if match["file"] else match["kind"]
        return f"```{head}\n{project.output(match['kind'], match['file'], match['content'])}```"

    return BLOCK.sub(block, page)


def consoles(page: str) -> list[str]:
    return [match["content"] for match in BLOCK.finditer(page) if match["kind"] == "console"]


def test_the_example_works_and_prints_what_the_page_says(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    with example(tmp_path) as project:
        now = worked_through(page, project)
        for shown, printed in zip(consoles(page), consoles(now), strict=True):
            assert shown == printed, "run `make readme`: CONTRIBUTING.md shows another output"
        assert now == page
        added = project.root / "seeds" / "fener-classroom"
        assert added.joinpath("article.txt").read_bytes() == (project.root / "fener-classroom.txt").read_bytes()
        assert main(["validate"]) == 0
        built = (project.root / "data" / "claims.csv").read_text("utf-8")
    read = re.findall(r"^  - id: (\S+)", page, re.MULTILINE)
    assert len(read) == 3
    assert all(f"\n{claim}," in built for claim in read)


def test_the_first_try_shows_five_different_mistakes_at_once() -> None:
    (shown,) = [console for console in consoles(PAGE.read_text("utf-8")) if "problems in" in console]
    assert commands(shown) == ["iddia validate"]
    codes = CODE.findall(shown)
    assert len(set(codes)) == len(codes) == 5
    assert "\n5 problems in 2 files\n" in shown


@pytest.mark.parametrize("command", re.findall(r"`iddia ([a-z]+)`", PAGE.read_text("utf-8").partition("speak Turkish")[0]))
def test_what_is_said_to_speak_turkish_does(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert "--lang {en,tr}" in capsys.readouterr().out


def test_the_example_ends_with_nothing_to_mend() -> None:
    last = consoles(PAGE.read_text("utf-8"))[-1]
    assert commands(last) == ["iddia build", "iddia validate"]
    assert not CODE.findall(last)
    assert last.splitlines()[-1].startswith("fine: ")


def test_a_draft_left_as_it_is_does_not_pass(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    with example(tmp_path) as project:
        for match in list(BLOCK.finditer(page))[:2]:
            project.output(match["kind"], match["file"], match["content"])
        told = project.printed("iddia validate")
    assert set(CODE.findall(told)) == {"key-empty"}


def test_four_steps_and_what_they_name(repository: Path) -> None:
    page = PAGE.read_text("utf-8")
    assert re.findall(r"^## (\d)\.", page, re.MULTILINE) == ["1", "2", "3", "4"]
    for name in re.findall(r"\]\(([\w./-]+)\)|`((?:docs|seeds|tests|src|builders|\.ci)/[\w./-]*|\.pre-commit[\w.-]+)`", page):
        path = name[0] or name[1]
        assert (repository / path).exists(), path


@pytest.mark.parametrize("target", ["build", "test", "check", "readme"])
def test_what_the_page_has_made_can_be_made(target: str) -> None:
    assert f"`make {target}`" in PAGE.read_text("utf-8")
    assert re.search(rf"^{target}:", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary, example(Path(temporary)) as laid:
        PAGE.write_text(worked_through(PAGE.read_text("utf-8"), laid), "utf-8", newline="\n")
