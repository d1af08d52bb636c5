"""What is inside the package, in one screen.

example:
  iddia info
  iddia info --lang tr
"""

import argparse
from typing import Any

from iddia.cli.options import add_language, add_root, print_json

_HEADINGS = {
    "en": ("version", "claims", "article", "title", "modality", "most said of", "tables", "next"),
    "tr": ("sürüm", "sav", "makale", "başlık", "kiplik", "en çok sözü edilen", "tablolar", "sonra"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    add_language(parser)
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Print the summary."""
    from iddia.analyst.ledger import Ledger

    ledger = Ledger.from_path(options.root)
    content = _content(ledger, options.lang)
    if options.json:
        print_json(content)
    else:
        _print(content, options.lang)
    return 0


def _content(ledger: Any, language: str) -> dict[str, Any]:
    claims = ledger.claims
    per_source = claims["source_id"].value_counts()
    labels = dict(zip(ledger.entities["entity_id"], ledger.entities[f"label_{language}"], strict=True))
    modalities = dict(zip(ledger.modalities["modality"], ledger.modalities[f"label_{language}"], strict=True))
    return {
        "name": ledger.descriptor["name"],
        "title": ledger.descriptor["title" if language == "en" else "title_tr"],
        "version": ledger.version,
        "licence": ledger.claims.attrs["licence"],
        "tables": {name: len(frame) for name, frame in ledger.tables.items()},
        "sources": [
            {"source_id": source_id, "title": title, "claims": int(per_source[source_id])}
            for source_id, title in zip(ledger.sources["source_id"], ledger.sources["title"], strict=True)
        ],
        "modalities": {modalities[name]: int(count) for name, count in claims["modality"].value_counts().items() if count},
        "most_talked_about": {labels[name]: int(count) for name, count in claims["subject"].value_counts().head(6).items()},
    }


def _print(content: dict[str, Any], language: str) -> None:
    from rich.table import Table
    from rich.text import Text

    from iddia.analyst.terminal import Terminal

    version, claims, article, title, modality, most, tables, then = _HEADINGS[language]
    out = Terminal()
    out.print(Text.assemble((content["title"], "bold"), f", {version} {content['version']}, {content['licence']}"))
    articles = Table(box=None, pad_edge=False, header_style="dim")
    articles.add_column(claims, justify="right", no_wrap=True)
    articles.add_column(article, no_wrap=True)
    articles.add_column(title, overflow="fold")  # the only one that may wrap
    for source in content["sources"]:
        articles.add_row(str(source["claims"]), Text(source["source_id"], style="cyan"), Text(source["title"]))
    out.print()
    out.print(articles)
    for heading, key in ((modality, "modalities"), (most, "most_talked_about"), (tables, "tables")):
        out.print()
        out.print(Text.assemble((f"{heading}: ", "dim"), ", ".join(f"{name} {count}" for name, count in content[key].items())))
    out.print()
    out.print(Text.assemble((f"{then}: ", "dim"), "iddia show deepseek-r2" + " --lang tr" * (language == "tr")))
