"""How the data of one version is cited: as a sentence in either language, and as an entry of a bibliography."""

import datetime as dt

from iddia import about
from iddia.language import Language, Said, said

_KIND: Said = ("Data set", "Veri kümesi")
_VERSION: Said = ("version {}", "{} sürümü")
_UNDATED: Said = ("n.d.", "t.y.")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def cite(version: str, date: dt.date | None, language: Language = "en") -> str:
    """The reference as a line of plain text, after APA 7: author, year, title, version, kind, and the address once one is known.

    ``date`` is the day of the release; None for a version that is not released. The author's name is the same in both languages,
    so that citations of one version can be counted together.
    """
    year = str(date.year) if date else said(_UNDATED, language)
    which = said(_VERSION, language).format(version)
    where = f" {about.REPOSITORY}" if about.REPOSITORY else ""
    return f"{about.AUTHOR}. ({year}). {said(about.TITLE, language)} ({which}) [{said(_KIND, language)}].{where}"


def bibtex(version: str, date: dt.date | None) -> str:
    """The reference as a BibTeX entry with the key iddia-<version>, ended by a newline.

    It is of type misc, which BibTeX and BibLaTeX both know; dataset is BibLaTeX's alone. The double braces keep a style from taking
    the author for a person with a surname, and from changing capitals of the title.
    """
    fields = {
        "author": f"{{{about.AUTHOR}}}",
        "title": f"{{{about.TITLE[0]}}}",
        "howpublished": _KIND[0],
        "note": said(_VERSION, "en").format(version).capitalize(),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items()]
    if date:
        lines += [f"  year = {{{date.year}}},\n", f"  month = {_MONTHS[date.month - 1]},\n"]
    if about.REPOSITORY:
        lines.append(f"  url = {{{about.REPOSITORY}}},\n")
    return f"@misc{{{about.NAME}-{version},\n{''.join(lines)}}}\n"
