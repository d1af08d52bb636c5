"""iddia: a ledger of claims. Who said what, how sure they were, in which exact words.

import iddia
d = iddia.load()
d.claims
"""

from typing import TYPE_CHECKING

from iddia import about
from iddia.errors import IddiaError
from iddia.root import ROOT

if TYPE_CHECKING:
    from os import PathLike

    import pandas as pd

    from iddia.analyst.ledger import Ledger

__version__ = about.VERSION
__all__ = ["ROOT", "IddiaError", "__version__", "load", "versions"]


def load(what: "str | PathLike[str] | None" = None, *, releases: "str | PathLike[str] | None" = None, url: str | None = None) -> "Ledger":
    """Load every table as a pandas DataFrame.

    ``what`` is a version ("1.0.0"), or a path of a package: a folder, its datapackage.json, a zip archive, a release's folder or its
    -all.zip. Left out, it is the package that iddia was installed with. A version is looked for in that package, in the folder that
    IDDIA_RELEASES names and dist/ of the project around, among what was fetched before (below IDDIA_CACHE), and at the address that
    IDDIA_URL names ({version} in it is replaced, or <version>/ follows it). Where ``releases`` (a folder) or ``url`` (an address) is
    given, it is looked for there alone. What is fetched has to have the sum that SHA256SUMS tells, and so has every file that is read
    where SHA256SUMS lies beside it. Raises ``iddia.IddiaError``, which says what to do, where there is none or it cannot be read.
    """
    from iddia.analyst.asked import path_of
    from iddia.analyst.ledger import Ledger
    from iddia.retrieval.number import is_version

    if isinstance(what, str) and is_version(what):
        from iddia.analyst.released import load_version

        return load_version(what, releases, url)
    return Ledger.from_path(ROOT if what is None else path_of(what, releases, url))


def versions(*, releases: "str | PathLike[str] | None" = None, url: str | None = None) -> "pd.DataFrame":
    """Every version that ``load`` knows, the newest first: ``version``, ``where`` (own, local, cache, url) and ``place``.

    ``releases`` and ``url`` are those of ``load``.
    """
    from iddia.analyst.released import list_versions

    return list_versions(releases, url)
