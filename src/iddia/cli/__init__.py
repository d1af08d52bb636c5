"""The command line: one module a command, whose docstring is its help."""

import argparse
import json
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from iddia.about import VERSION
from iddia.cli import build, conflicts, diff, info, new, release, schema, show, validate, verify
from iddia.errors import CouldNotRunError, ProblemsError, UnknownIdError, printable
from iddia.language import Language, Said, said

COMMANDS: dict[str, ModuleType] = {
    "new": new,
    "build": build,
    "validate": validate,
    "info": info,
    "show": show,
    "conflicts": conflicts,
    "diff": diff,
    "release": release,
    "verify": verify,
    "schema": schema,
}
FINE, INVALID, COULD_NOT_RUN = 0, 1, 2
INTERRUPTED = 130
"""What shells say of a program that ended by Ctrl-C."""


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(
        prog="iddia",
        description="A ledger of claims: who said what, how sure they were, in which exact words.",
        epilog="exit codes: 0 fine, 1 something is wrong with the data, 2 the command could not run",
    )
    top.add_argument("--version", action="version", version=f"iddia {VERSION}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        summary, _, details = (module.__doc__ or "").partition("\n\n")
        command = commands.add_parser(
            name, help=summary, description=summary, epilog=details.strip(), formatter_class=argparse.RawDescriptionHelpFormatter
        )
        command.add_argument("--json", action="store_true", help="print JSON instead of text")
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 fine, 1 invalid, 2 could not run."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ProblemsError as error:
        _report(error, options)
        return INVALID
    except UnknownIdError as error:
        _complain({"error": str(error)}, f"iddia {options.command}: {error}", options)
        return INVALID
    except BrokenPipeError:
        raise
    except (CouldNotRunError, OSError, ImportError) as error:
        language: Language = getattr(options, "lang", "en")
        reason = _reason(error, language)
        _complain({"error": reason}, f"iddia {options.command} {said(_COULD_NOT_RUN, language)}: {reason}", options)
        return COULD_NOT_RUN


def _report(error: ProblemsError, options: argparse.Namespace) -> None:
    from iddia.report import FORMATS, Report

    report = Report(error.problems, getattr(options, "lang", "en"))
    if options.json:
        print(FORMATS["json"](report))
    else:
        print(FORMATS["text"](report), file=sys.stderr)


_COULD_NOT_RUN: Said = ("could not run", "çalışamadı")


_EXTRAS = {"apsw": "release", "minisign": "sign"}
"""Which extra brings a library; build all others."""


def _reason(error: Exception, language: Language) -> str:
    if isinstance(error, ImportError):
        extra = _EXTRAS.get(error.name or "", "build")
        missing = (
            f"{error.name} is not installed; pip install 'iddia[{extra}]' brings it",
            f"{error.name} kurulu değil; pip install 'iddia[{extra}]' kurar",
        )
        return said(missing, language)
    return said(error.words, language) if isinstance(error, CouldNotRunError) else str(error)


def _complain(content: dict[str, Any], text: str, options: argparse.Namespace) -> None:
    if options.json:
        print(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(printable, text.splitlines())), file=sys.stderr)


def script() -> None:
    """The console script: like ``main``, quiet when the reader of a pipe has gone."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = None
        code = FINE
    except KeyboardInterrupt:
        print("\niddia: interrupted / kesildi", file=sys.stderr)
        code = INTERRUPTED
    sys.exit(code)
