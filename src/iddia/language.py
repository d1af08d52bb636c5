"""The two languages in which everything that a person reads is said."""

from typing import Literal

Language = Literal["en", "tr"]
LANGUAGES: tuple[Language, ...] = ("en", "tr")
Said = tuple[str, str]
"""The same in English and in Turkish."""
Words = str | Said
"""A pair is said in both languages; a plain text (an id, a number, a quote) is the same in both."""


def said(words: Words, language: Language) -> str:
    """The words in one language."""
    return words if isinstance(words, str) else words[LANGUAGES.index(language)]


class SaidError(ValueError):
    """A value that cannot be, with the reason in both languages in ``said``; as a text it is in English."""

    def __init__(self, english: str, turkish: str) -> None:
        self.said: Said = (english, turkish)
        super().__init__(english, turkish)

    def __str__(self) -> str:
        return self.said[0]
