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

    from iddia.analyst.ledger import Ledger

__version__ = about.VERSION
__all__ = ["ROOT", "IddiaError", "__version__", "load"]


def load(root: "str | PathLike[str] | None" = None) -> "Ledger":
    """Load every table as a pandas DataFrame.

    ``root`` is a folder that holds a datapackage.json of these tables; left out, the package's own. Raises
    ``iddia.IddiaError`` when there is none.
    """
    from iddia.analyst.ledger import Ledger

    return Ledger.from_folder(ROOT if root is None else root)
