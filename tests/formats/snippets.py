"""The Python examples of a page, run as a reader would."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def sources(page: Path) -> list[str]:
    """The examples as text."""
    return _PYTHON.findall(page.read_text(encoding="utf-8"))


def snippets(page: Path) -> Iterator[dict[str, Any]]:
    """What each example's names stand for after it has run."""
    for source in sources(page):
        names: dict[str, Any] = {}
        exec(compile(source, str(page), "exec"), names)
        yield names
