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
