"""What verifying a release found."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from iddia.errors import Problem
from iddia.language import Said


@dataclass
class Verdict:
    """Problems, what was looked at and found right, and what could not be looked at, with the reason."""

    problems: list[Problem] = field(default_factory=list)
    checked: list[Said] = field(default_factory=list)
    unchecked: list[Said] = field(default_factory=list)

    def add(self, problems: Iterable[Problem], right: Said | None = None) -> bool:
        """Take in what one check found; ``right`` is said where it found nothing. Whether it found nothing."""
        found = list(problems)
        self.problems += found
        if right is not None and not found:
            self.checked.append(right)
        return not found
