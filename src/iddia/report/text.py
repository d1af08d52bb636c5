"""Problems for people to read."""

from collections.abc import Sequence

from iddia.errors import Problem, ProblemsError
from iddia.language import Language


def text(problems: Sequence[Problem], language: Language) -> str:
    """Each problem with its details, then how many there are; one line where there are none."""
    if not problems:
        return "nothing to mend" if language == "en" else "düzeltilecek bir şey yok"
    return "\n".join([*(problem.text(language) for problem in problems), ProblemsError(problems).summary(language)])
