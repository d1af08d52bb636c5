"""What differs from the release before, in each form of `iddia diff`."""

from iddia.diff.jsonform import json_form
from iddia.diff.markdown import markdown
from iddia.diff.records import Difference


def difference_files(difference: Difference) -> dict[str, bytes]:
    """diff.json, diff.md, diff.html and diff.csv, worded in English."""
    forms = {"diff.json": json_form, "diff.md": markdown}
    return {name: (form(difference, "en").rstrip("\n") + "\n").encode() for name, form in forms.items()}
