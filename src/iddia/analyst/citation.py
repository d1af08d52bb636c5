"""How a loaded version is cited."""

import datetime as dt
from typing import Any, Literal

from iddia.citing import bibtex, cite
from iddia.language import Language

Style = Literal["text", "bibtex"]


def cited(version: str, created: Any, style: Style, language: Language) -> str:
    """The citation of a version. ``created`` is what its descriptor tells of its day; what is no date is left out.

    Raises ValueError for a style or language that there is not.
    """
    if style == "bibtex":
        return bibtex(version, day_of(created))
    if style != "text":
        raise ValueError(f'a citation is "text" or "bibtex", not {style!r}')
    return cite(version, day_of(created), language)


def day_of(created: Any) -> dt.date | None:
    """The day that a descriptor's ``created`` begins with, as it may hold a time of day as well."""
    try:
        return dt.date.fromisoformat(str(created)[:10])
    except ValueError:
        return None
