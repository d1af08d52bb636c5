"""Read all articles and write data/ and datapackage.json, all of it or nothing.

Reads seeds/ and schema/vocabulary/, anchors every quote, runs the audits, makes every table and
puts them in place in one step. When anything is wrong it says where and how to mend it, and writes nothing.

example:
  iddia build
"""

import argparse
import sys

from iddia.cli.options import add_root, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Build; problems are raised."""
    from iddia.package.build import build

    built, changed = build(options.root)
    articles = len(built.corpus.accounts)
    related = built.corpus.related
    disagreeing = sum(relation.needs_explaining for relation in related.relations)
    if options.json:
        content = {"articles": articles, "tables": built.counts, "changed": changed}
        print_json({**content, "disagreements": disagreeing, "constraints": related.checked, "more_clashes": related.more})
        return 0
    counts = ", ".join(f"{count} {table}" for table, count in built.counts.items())
    print(f"{articles} articles, every sentence, number, date and marker accounted for")
    print(f"data/: {counts}")
    print(f"{disagreeing} disagreements, all explained; formulas of the constraints apply to {sum(related.checked.values())} cases")
    if related.more:
        print("more claims clash than were listed: of claims that hang together at most 100 smallest sets are", file=sys.stderr)
    print("written: data/ and datapackage.json" if changed else "unchanged: data/ and datapackage.json were up to date")
    return 0
