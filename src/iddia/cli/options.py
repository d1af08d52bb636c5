"""Options that several commands share."""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from iddia.language import LANGUAGES
from iddia.root import working_root


def add_root(parser: argparse.ArgumentParser) -> None:
    """The folder to work in."""
    parser.add_argument(
        "--root",
        type=Path,
        default=working_root(),
        metavar="DIR",
        help="the project's folder (default: the project around the working folder, or else the package that iddia was installed with)",
    )


def add_language(parser: argparse.ArgumentParser) -> None:
    """The language of what is printed."""
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of what is printed (default: en)")


def add_format(parser: argparse.ArgumentParser, forms: Iterable[str], what: str) -> None:
    """The form of what is printed; --json, which every command has, is short for --format json."""
    parser.add_argument("--format", choices=tuple(forms), help=f"{what} (default: text)")
    parser.set_defaults(wrong_usage=parser.error)


def form_of(options: argparse.Namespace) -> str:
    """The form asked for. Two different ones end the program, as a wrong option does."""
    if options.json and options.format not in (None, "json"):
        options.wrong_usage(f"--json and --format {options.format} ask for two different forms")
    return "json" if options.json else options.format or "text"


def print_json(content: Any) -> None:
    """Content as JSON, letters as they are."""
    print(json.dumps(content, ensure_ascii=False, indent=2, default=str))
