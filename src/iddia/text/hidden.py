"""Characters that a reader does not see, and text that a spreadsheet would run.

Hidden are the characters that Unicode lets a display ignore (Default_Ignorable_Code_Point, among them direction marks, zero-width
characters, the soft hyphen and tags), all other format characters, line and paragraph separators, blanks that are no spaces,
and code points that stand for nothing.
"""

import re
import unicodedata

_IGNORABLE = (
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x2800, 0x2800),  # a blank pattern of Braille, no space to any program
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0xE0000, 0xE0FFF),
)
"""What is ignorable or blank without being of the categories below; Unicode 15.1, DerivedCoreProperties.txt."""
_BLANK = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _IGNORABLE) + "]")
_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_LAYOUT = frozenset("\t\n\r")
_NON_JOINER, _JOINER, _STYLES = "\u200c", "\u200d", "\ufe0e\ufe0f"
_KEYCAPS = "0123456789#*"


def is_control(letter: str) -> bool:
    """Whether the code point is a control character other than tab and line ends, or half of a surrogate pair: no text has one."""
    return unicodedata.category(letter) in ("Cc", "Cs") and letter not in _LAYOUT


def first_hidden(text: str) -> int | None:
    """Offset, in code points, of the first hidden character that has no work to do where it stands.

    A joiner has between two signs of an emoji, it and the non-joiner between letters of scripts without capitals (Persian,
    Hindi), a variation selector behind a sign.
    """
    if text.isprintable() and _BLANK.search(text) is None:  # nearly all texts; a look at each letter takes fifty times as long
        return None
    return next((at for at, letter in enumerate(text) if is_hidden(letter) and not _has_work(text, at)), None)


def is_hidden(letter: str) -> bool:
    """Whether nothing of the code point is seen."""
    if " " <= letter <= "~" or letter in _LAYOUT:
        return False
    return unicodedata.category(letter) in _CATEGORIES or _BLANK.match(letter) is not None


def _has_work(text: str, at: int) -> bool:
    letter, before, behind = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if letter in _STYLES:
        return before in _KEYCAPS or unicodedata.category(before) in ("So", "Sm", "Po")
    if letter == _JOINER and (_is_sign(before) or before in _STYLES) and _is_sign(behind):
        return True
    if letter in (_JOINER, _NON_JOINER):
        return unicodedata.category(before) in ("Lo", "Mn", "Mc") and unicodedata.category(behind) == "Lo"
    return False


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter) in ("So", "Sm", "Sk")


def named(letter: str) -> str:
    """The code point and its name in Unicode: "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip()


_FORMULA = re.compile(r"[=@\t\r\n]|[-+](?=.)(?![0-9][0-9.,]*(?:[%°\s][^|!=(&^*/+]*)?\Z)")
_WIDE = str.maketrans("＝＠＋－", "=@+-")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may run the text.

    It may when it begins with =, @, a tab or a line end, or with a sign that has something else than a number behind it.
    """
    return _FORMULA.match(text[:1].translate(_WIDE) + text[1:]) is not None
