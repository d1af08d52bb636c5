"""Ids for new things: proposed from Turkish words, and checked."""

import re
from collections.abc import Iterator

from iddia.errors import Place, Problem
from iddia.model.columns import SNAKE_PATTERN
from iddia.project.validation import FORMS
from iddia.text.turkish import key

LONGEST_ID = 60
_LONGEST_SLUG = 40
# What a bare pd.read_csv takes for a missing value, a truth value or a number.
NO_IDS = frozenset({"nan", "null", "none", "na", "inf", "infinity", "true", "false"})
# Names of files that tell nothing of the article in them.
_EMPTY_NAMES = frozenset(
    {
        "article",
        "makale",
        "haber",
        "text",
        "metin",
        "document",
        "belge",
        "untitled",
        "adsiz",
        "new",
        "yeni",
        "file",
        "dosya",
        "txt",
        "a",
        "x",
    }
)


def slug_of(words: str, joint: str = "-") -> str | None:
    """An id made of the words: ş becomes s, İ and ı become i, what is no letter or digit a hyphen. None where no word is left."""
    parts = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['’]\w*", "", key(words)))
    while parts and not parts[0][0].isalpha():
        parts.append(parts.pop(0)) if any(part[0].isalpha() for part in parts) else parts.clear()
    slug = ""
    for part in parts:
        longer = f"{slug}{joint}{part}" if slug else part[:_LONGEST_SLUG]
        if len(longer) > _LONGEST_SLUG:
            break
        slug = longer
    return slug if len(slug) > 1 and slug not in NO_IDS else None


def tells_something(slug: str | None) -> bool:
    """Whether a slug says what the thing is, as "article" does not."""
    return slug is not None and not all(part in _EMPTY_NAMES or part.isdigit() for part in slug.split("-"))


def id_problems(item_id: str, pattern: str, place: Place) -> Iterator[Problem]:
    """What is wrong with an id before it is looked up: its form, its length, or that programs would take it for something else."""
    nearest = slug_of(item_id, "_" if pattern == SNAKE_PATTERN else "-")
    mend = (f"write {nearest}", f"{nearest} yazın") if nearest else None
    if not re.fullmatch(pattern, item_id):
        message = ("this is no id", "bu bir kimlik değil")
        yield Problem("id-malformed", place, message, got=item_id, expected=FORMS[pattern], nearest=nearest, mend=mend)
    elif item_id in NO_IDS:
        message = ("programs that read the tables would not take this for an id", "tabloları okuyan programlar bunu kimlik saymaz")
        expected = ("a word that is no number and no missing value", "sayı ya da eksik değer yerine geçmeyen bir sözcük")
        yield Problem("id-malformed", place, message, got=item_id, expected=expected)
    elif len(item_id) > LONGEST_ID:
        message = ("the id is too long to be read in a table", "kimlik, tabloda okunamayacak kadar uzun")
        expected = (f"at most {LONGEST_ID} characters", f"en çok {LONGEST_ID} karakter")
        yield Problem("id-malformed", place, message, got=item_id, expected=expected, nearest=nearest, mend=mend)
