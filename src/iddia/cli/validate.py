"""Check the articles, their readings and the built package; write nothing.

In a checkout: reads and audits every article, and says whether data/, datapackage.json and the generated
schemas are what a build makes of them. Everywhere: has frictionless check the package, its hashes,
types, keys and foreign keys.

example:
  iddia validate
"""

import argparse
from pathlib import Path

from iddia.cli.options import add_root, print_json
from iddia.errors import ContributionError, CouldNotRunError, Place, Problem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Check; problems are raised."""
    from iddia.package.judge import judge

    root = options.root
    if not (root / "datapackage.json").is_file() and not (root / "seeds").is_dir():
        raise CouldNotRunError(f"there is neither a datapackage.json nor seeds/ in {root}")
    checked = []
    if (root / "seeds").is_dir():
        _check_fresh(root)
        checked.append("every article is accounted for, and the built files are up to date")
    judge(root)
    checked.append("frictionless finds the package valid")
    if options.json:
        print_json({"problems": [], "checked": checked})
    else:
        print("\n".join(f"fine: {line}" for line in checked))
    return 0


def _check_fresh(root: Path) -> None:
    from iddia.package.build import make
    from iddia.package.schemas import schema_files

    built = make(root)
    wanted = {f"data/{table}.csv": content for table, content in built.tables.items()} | {"datapackage.json": built.descriptor}
    stale = [
        Problem("file-stale", Place(name), "this file is not what the readings give", mend="iddia build")
        for name, content in wanted.items()
        if _differs(root / name, content)
    ]
    generated = {str(path.relative_to(root)): text.encode() for path, text in schema_files(root).items()}
    stale += [
        Problem("file-stale", Place(name), "this file is not what the models give", mend="iddia schema")
        for name, content in generated.items()
        if _differs(root / name, content)
    ]
    present = {f"data/{path.name}" for path in (root / "data").glob("*.csv")} if (root / "data").is_dir() else set()
    stale += [
        Problem("file-stray", Place(name), "no builder makes this table", mend="remove the file")
        for name in sorted(present - wanted.keys())
    ]
    if stale:
        raise ContributionError(stale)


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != content
