"""Show an entity, claim, source or property with its claims, their words marked inside their sentences.

ID is an entity_id, claim_id, source_id or property_id; an entity may also be given by any of its names.

example:
  iddia show deepseek-r2
  iddia show r2-ascend-delay.29
  iddia show training_cost --lang tr
"""

import argparse

from iddia.cli.options import add_root, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("id", metavar="ID", help="what to show")
    parser.add_argument("--lang", choices=("en", "tr"), default="en", help="language of labels and statements (default: en)")
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Print the page."""
    from iddia.analyst.ledger import Ledger
    from iddia.analyst.show import page, print_page
    from iddia.analyst.terminal import Terminal

    ledger = Ledger.from_folder(options.root)
    content = page(ledger, options.id, options.lang)
    if options.json:
        print_json(content)
    else:
        print_page(content, ledger, Terminal(), options.lang)
    return 0
