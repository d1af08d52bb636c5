"""What lies in a release's folder."""

from collections.abc import Iterable

RELEASE = "release.json"
SIGNATURE = "SHA256SUMS.minisig"
_ALWAYS = (
    ".zenodo.json",
    "CHANGELOG.md",
    "CITATION.cff",
    "LICENSE",
    "README.md",
    "claims.jsonld",
    "context.jsonld",
    "croissant.json",
    "datasette.json",
    "dictionary.md",
    "duckdb.sql",
    "nanopubs.trig",
    "ro-crate-metadata.json",
    "shapes.ttl",
)
_SINCE_THE_SECOND = ("diff.csv", "diff.html", "diff.json", "diff.md")


def package_file(version: str) -> str:
    """The zip archive of the data package."""
    return f"iddia-{version}.zip"


def sqlite_file(version: str) -> str:
    """The tables as one SQLite file."""
    return f"iddia-{version}.sqlite"


def parquet_file(table: str) -> str:
    """A table as Parquet."""
    return f"parquet/{table}.parquet"


def wanted_files(version: str, tables: Iterable[str], *, has_previous: bool) -> set[str]:
    """The files that make a release complete, besides release.json and SHA256SUMS; one may hold more."""
    forms = {package_file(version), sqlite_file(version), *map(parquet_file, tables)}
    return {*_ALWAYS, *forms, *(_SINCE_THE_SECOND if has_previous else ())}
