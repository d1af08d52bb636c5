"""Options that several commands share."""

import argparse
import json
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


def print_json(content: Any) -> None:
    """Content as JSON, letters as they are."""
    print(json.dumps(content, ensure_ascii=False, indent=2, default=str))
