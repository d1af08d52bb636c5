"""What lies in a release's folder."""

from collections.abc import Iterable

from iddia.formats.papers.releasefiles import FILES, PARQUET
from iddia.sums import SUMS

RELEASE = "release.json"


def package_file(version: str) -> str:
    """The zip archive of the data package."""
    return f"iddia-{version}.zip"


def sqlite_file(version: str) -> str:
    """The tables as one SQLite file."""
    return f"iddia-{version}.sqlite"


def parquet_file(table: str) -> str:
    """A table as Parquet."""
    return f"{PARQUET}{table}.parquet"


def wanted_files(version: str, tables: Iterable[str], *, has_previous: bool) -> set[str]:
    """The files that make a release complete, besides release.json and SHA256SUMS; one may hold more."""
    named = {name.replace("<version>", version) for name in FILES if name not in (PARQUET, RELEASE, SUMS)}
    since_the_second = {name for name in named if name.startswith("diff.")}
    return (named if has_previous else named - since_the_second) | set(map(parquet_file, tables))
