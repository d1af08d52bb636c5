"""JSON that can be shown on any terminal and still says every code point."""

import json
import re
from typing import Any

from iddia.errors import is_printable

_NO_ASCII = re.compile(r"[^ -~\n]")


def escaped_json(content: Any) -> str:
    """Content as JSON; letters as they are, but what does not print as itself by its escape, which reads back as the same."""
    return _NO_ASCII.sub(_escaped, json.dumps(content, ensure_ascii=False, indent=2))


def _escaped(match: re.Match[str]) -> str:
    letter = match[0]
    return letter if is_printable(letter) else json.dumps(letter)[1:-1]
