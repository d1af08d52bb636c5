"""What a report says, whatever its form."""

from collections.abc import Iterable

from iddia.errors import Problem, ProblemsError
from iddia.language import Language, Said, said


class Report:
    """Problems in reading order, what was looked at and found right, what could not be looked at, and the language in which to say so."""

    def __init__(
        self, problems: Iterable[Problem], language: Language, checked: Iterable[Said] = (), unchecked: Iterable[Said] = ()
    ) -> None:
        error = ProblemsError(problems)
        self.problems = error.problems
        self.language = language
        self.checked = [said(words, language) for words in dict.fromkeys(checked)]
        self.unchecked = [said(words, language) for words in dict.fromkeys(unchecked)]
        self.summary = error.summary(language)
