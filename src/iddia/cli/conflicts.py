"""What disagrees, and which of it the best outside sources settle.

Prints every contradiction and tension that was computed from the claims: both sides with their words, speakers and modality,
what outside sources say of each, the arithmetic, and why they disagree. A contradiction cannot be true on all sides; a tension
is one only if two things are the same, or by experience. Contradictions come first, then what runs through most articles.

ID, an entity or its name, a claim, an article or a property, keeps to what that takes part in.

example:
  iddia conflicts
  iddia conflicts deepseek-r2 --lang tr
  iddia conflicts --agreements
"""

import argparse

from iddia.cli.options import add_language, add_root, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("id", metavar="ID", nargs="?", help="keep to what this takes part in")
    add_language(parser)
    parser.add_argument("--related", action="store_true", help="with an entity, also its parts and entities that may be the same")
    parser.add_argument("--brief", action="store_true", help="one line each")
    parser.add_argument("--notes", action="store_true", help="under every claim, what outside sources say of it")
    parser.add_argument("--agreements", action="store_true", help="what agrees instead: corroborations and refinements, most origins first")
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Print them."""
    from iddia.analyst.conflicts import conflicts
    from iddia.analyst.ledger import Ledger

    ledger = Ledger.from_path(options.root)
    content = conflicts(ledger, options.lang, about=options.id, related=options.related, agreements=options.agreements)
    if options.json:
        print_json(content)
    else:
        from iddia.analyst.conflictpage import print_conflicts
        from iddia.analyst.terminal import Terminal

        print_conflicts(content, Terminal(), options.lang, brief=options.brief, notes=options.notes)
    return 0
