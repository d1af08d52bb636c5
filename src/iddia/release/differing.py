"""What differs from the release before, in each form of `iddia diff`."""

from collections.abc import Callable

from iddia.diff.csvform import csv_form
from iddia.diff.htmlform import html_form
from iddia.diff.jsonform import json_form
from iddia.diff.markdown import markdown
from iddia.diff.records import Difference
from iddia.language import Language

_FORMS: dict[str, Callable[[Difference, Language], str]] = {
    "diff.json": json_form,
    "diff.md": markdown,
    "diff.html": html_form,
    "diff.csv": csv_form,
}


def difference_files(difference: Difference) -> dict[str, bytes]:
    """diff.json, diff.md, diff.html and diff.csv, worded in English."""
    return {name: (form(difference, "en").rstrip("\n") + "\n").encode() for name, form in _FORMS.items()}
