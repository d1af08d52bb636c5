"""`iddia validate --explain CODE`: what a problem's code means and how it is mended, for who has no docs/problems.md at hand."""

import json

from iddia.errors import UnknownIdError, did_you_mean
from iddia.language import Language, said
from iddia.problems import KINDS, kind_of


def explanation(code: str, language: Language, *, as_json: bool) -> str:
    """What the catalogue says. Raises UnknownIdError, with the nearest code, for one that no report holds."""
    try:
        kind = kind_of(code)
    except KeyError:
        nearest = did_you_mean(code, KINDS)
        hint = f" Did you mean {nearest}?" if nearest else " docs/problems.md lists them all."
        raise UnknownIdError(f"no report holds the code {code!r}.{hint}") from None
    means, mend = said(kind.means, language), said(kind.mend, language)
    if as_json:
        return json.dumps({"code": code, "means": means, "mend": mend}, ensure_ascii=False, indent=2)
    return f"{code}: {means}\n{mend}"
