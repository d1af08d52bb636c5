"""Scalars of YAML as they are written: plain where that is safe, in double quotation marks otherwise."""

import re
from decimal import Decimal

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_TEXT = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def as_scalar(value: str | Decimal) -> str:
    """A text plain where it is an id or a day, in quotation marks otherwise; a number with all its digits."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value if _PLAIN.fullmatch(value) and value.lower() not in _NO_TEXT else quoted(value)


def quoted(text: str) -> str:
    """The text in double quotation marks; what does not print (a no-break space too) by its escape, to be seen and to be YAML."""
    return '"' + "".join(_ESCAPED.get(letter) or (letter if letter.isprintable() else _escape(letter)) for letter in text) + '"'


def _escape(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
