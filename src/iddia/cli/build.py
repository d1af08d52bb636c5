"""Read all articles and write data/ and datapackage.json, all of it or nothing.

Reads seeds/ and schema/vocabulary/, anchors every quote, runs the audits, makes every table and
puts them in place in one step. When anything is wrong it says where and how to mend it, and writes nothing.

example:
  iddia build
"""

import argparse
import sys

from iddia.cli.options import add_language, add_root, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    add_language(parser)
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Build; problems are raised."""
    from iddia.package.build import build
    from iddia.report.records import record

    built, changed = build(options.root)
    articles = len(built.corpus.accounts)
    related = built.corpus.related
    disagreeing = sum(relation.needs_explaining for relation in related.relations)
    if options.json:
        warnings = [record(warning, options.lang) for warning in built.warnings]
        content = {"articles": articles, "tables": built.counts, "changed": changed, "warnings": warnings}
        print_json({**content, "disagreements": disagreeing, "constraints": related.checked, "more_clashes": related.more})
        return 0
    counts = ", ".join(f"{count} {table}" for table, count in built.counts.items())
    lines, more, outcome = _WORDS[options.lang]
    print(lines.format(articles=articles, counts=counts, disagreeing=disagreeing, cases=sum(related.checked.values())))
    if related.more:
        print(more, file=sys.stderr)
    for warning in built.warnings:
        print(warning.text(options.lang), file=sys.stderr)
    print(outcome[changed])
    return 0


_WORDS = {
    "en": (
        (
            "{articles} articles, every sentence, number, date and marker accounted for\n"
            "data/: {counts}\n"
            "{disagreeing} disagreements, all explained; formulas of the constraints apply to {cases} cases"
        ),
        "more claims clash than were listed: of claims that hang together at most 100 smallest sets are",
        ("unchanged: data/ and datapackage.json were up to date", "written: data/ and datapackage.json"),
    ),
    "tr": (
        (
            "{articles} makale; her cümlenin, sayının, tarihin ve belirtecin hesabı verilmiş\n"
            "data/: {counts}\n"
            "{disagreeing} uyuşmazlık, hepsi açıklanmış; kuralların formülleri {cases} duruma uygulanıyor"
        ),
        "çatışan sav kümeleri listelenenden çok: birbirine bağlı savların en çok 100 en küçük kümesi listelenir",
        ("değişmedi: data/ ve datapackage.json günceldi", "yazıldı: data/ ve datapackage.json"),
    ),
}
