"""Write the generated files: schema/*.json and docs/tables.md, from the models.

Run it after changing a model; a test says when it is due.

example:
  iddia schema
"""

import argparse

from iddia.cli.options import add_root, print_json
from iddia.errors import CouldNotRunError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Write what differs."""
    from iddia.generated import generated_files

    root = options.root
    if not (root / "seeds").is_dir():
        raise CouldNotRunError(
            (
                f"{root} is no checkout of the project: the generated files belong to one",
                f"{root} projenin deposu değil: üretilen dosyalar depoda durur",
            )
        )
    written = []
    for path, text in generated_files(root).items():
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            written.append(str(path.relative_to(root)))
    if options.json:
        print_json({"written": written})
    else:
        print("\n".join(f"written: {name}" for name in written) or "unchanged: all generated files were up to date")
    return 0
