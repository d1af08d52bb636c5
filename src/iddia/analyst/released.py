"""Loading a release by its version, and the list of those there are."""

import pandas as pd

from iddia.analyst.ledger import Ledger
from iddia.errors import CouldNotRunError
from iddia.retrieval.finding import Where, all_versions, place_of


def load_version(version: str, releases: Where = None, url: str | None = None) -> Ledger:
    """The release of a version. Raises as ``place_of`` does, and CouldNotRunError where another version lies in its place."""
    place = place_of(version, releases, url)
    ledger = Ledger.from_path(place)
    if ledger.version != version:
        raise CouldNotRunError(
            (
                f"{place} should be version {version}, and says that it is {ledger.version}",
                f"{place} {version} sürümü olmalıydı, ama {ledger.version} olduğunu söylüyor",
            )
        )
    return ledger


def list_versions(releases: Where = None, url: str | None = None) -> pd.DataFrame:
    """One row a version and place, the newest version first."""
    rows = [(found.version, found.where, found.place) for found in all_versions(releases, url)]
    return pd.DataFrame(rows, columns=["version", "where", "place"], dtype="object").astype(pd.StringDtype("python"))
