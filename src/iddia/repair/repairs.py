"""What `iddia validate --fix` changes: safe edits that problems carry, and the form of the authored files."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from iddia.errors import Edit, Place, Problem
from iddia.language import Said
from iddia.repair.edits import edited
from iddia.repair.files import authored
from iddia.repair.form import canonical
from iddia.repair.layout import layout_of
from iddia.text.spans import line_and_column


@dataclass(frozen=True)
class Repair:
    """One file, named from the project's root, before and after: its whole text, with its line ends and any byte order mark."""

    file: str
    before: str
    after: str


def repairs(root: Path, problems: Sequence[Problem] = ()) -> list[Repair]:
    """What would change in the authored files under ``root``, in the order of their names; nothing is written.

    The problems' safe edits are made first (their places are those of the files as they stand), then the canonical form.
    """
    edits: dict[str, list[Edit]] = defaultdict(list)
    for problem in problems:
        if problem.fix is not None and problem.fix.is_safe:
            edits[problem.fix.place.file].append(problem.fix)
    found = (Repair(name, text, canonical(edited(text, edits[name]), layout_of(name)).text) for name, text in authored(root))
    return [repair for repair in found if repair.after != repair.before]


def uncanonical(root: Path) -> Iterator[Problem]:
    """Authored files that are not in canonical form, each at the first place that would change."""
    for name, text in authored(root):
        form = canonical(text, layout_of(name))
        if form.faults:
            yield Problem(
                "form-uncanonical",
                _first_difference(name, text, form.text),
                ("the file is not in canonical form", "dosya kurallı biçimde değil"),
                got=_listed(form.faults),
                expected=("the form that docs/annotation.md describes", "docs/annotation.md içinde anlatılan biçim"),
                mend=("iddia validate --fix", "iddia validate --fix"),
            )


def _first_difference(name: str, before: str, after: str) -> Place:
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), min(len(before), len(after)))
    return Place(name, *line_and_column(before, same))


def _listed(faults: Sequence[Said]) -> Said:
    english, turkish = zip(*faults, strict=True)
    return "; ".join(english), "; ".join(turkish)
