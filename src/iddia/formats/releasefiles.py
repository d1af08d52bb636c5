"""What lies in the folder of a release, a line each."""

from collections.abc import Iterable

FILES = {
    "README.md": "this page",
    "iddia-<version>.zip": "the data package: CSV, schemas, descriptor",
    "parquet/": "each table as Parquet, typed, its descriptions inside",
    "iddia-<version>.sqlite": "all tables in one SQLite file, with keys, views, full-text search and a codebook",
    "datasette.json": "what Datasette shows beside the SQLite file",
    "duckdb.sql": "views over `parquet/` for DuckDB, each column explained",
    "claims.jsonld": "the claims as linked data",
    "context.jsonld": "the terms that `claims.jsonld` uses",
    "shapes.ttl": "what a claim must look like, in SHACL",
    "nanopubs.trig": "each claim as a nanopublication",
    "croissant.json": "the dataset in Croissant's terms",
    "ro-crate-metadata.json": "the folder as an RO-Crate",
    "CITATION.cff": "how it is cited, for reference managers",
    ".zenodo.json": "how Zenodo describes it",
    "CHANGELOG.md": "what each version changes for a reader",
    "LICENSE": "the licence of the data",
    "dictionary.md": "every column of every table, in English and Turkish",
    "diff.json": "what changed since the version before, for programs",
    "diff.md": "the same as a page of text",
    "diff.html": "the same for a browser",
    "diff.csv": "the same as a table",
    "release.json": "version, date, level of change, rows by table",
    "SHA256SUMS": "checksums of all other files: `sha256sum -c SHA256SUMS`",
}


def file_list(paths: Iterable[str], version: str) -> str:
    """The files as a Markdown list, in the order above. ValueError where one is not known: nothing is published that nobody explains."""
    there = {"parquet/" if path.startswith("parquet/") else path.replace(version, "<version>") for path in paths}
    if strange := sorted(there - FILES.keys()):
        raise ValueError(f"no line in FILES says what these files of a release are: {', '.join(strange)}")
    return "".join(f"- `{name.replace('<version>', version)}`: {said}\n" for name, said in FILES.items() if name in there)
