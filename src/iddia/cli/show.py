"""Show an entity, claim, source, property or relation with its claims, their words marked inside their sentences.

ID is an entity_id, claim_id, source_id, property_id, unit_id, modality, relation_id or reference_id; an entity may also be given by
any of its names. Under each claim stand what outside sources say of it, what became of it, and what disagrees with it.

Where there is no colour, as in a pipe, [[ ]] stands around the words that carry a claim and {{ }} around its cue,
the words that mark its modality.

example:
  iddia show deepseek-r2
  iddia show r2-ascend-delay.29
  iddia show semianalysis --related
  iddia show training_cost --lang tr
"""

import argparse

from iddia.cli.options import add_language, add_root, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("id", metavar="ID", help="what to show")
    add_language(parser)
    parser.add_argument(
        "--related", action="store_true", help="also show the claims of an entity's parts and of entities that may be the same"
    )
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Print the page."""
    from iddia.analyst.ledger import Ledger
    from iddia.analyst.show import page

    ledger = Ledger.from_path(options.root)
    content = page(ledger, options.id, options.lang, with_related=options.related)
    if options.json:
        print_json(content)
    else:
        from iddia.analyst.page import print_page
        from iddia.analyst.terminal import Terminal

        print_page(content, ledger.root, Terminal(), options.lang)
    return 0
