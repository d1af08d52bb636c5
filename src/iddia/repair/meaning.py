"""What a file says, in a form that can be compared: the judge of every repair."""

from typing import Any

from iddia.repair.layout import ANY, Layout
from iddia.yamlfile import parse_yaml

Meaning = tuple[Any, ...]


def meaning(text: str, layout: Layout = ANY) -> Meaning | None:
    """What the text says, up to the order of keys and of the entries that ``layout`` sorts; None where it cannot be read."""
    parsed = parse_yaml(text, "")
    return None if parsed.problems else _frozen(parsed.data, layout)


def _frozen(value: Any, layout: Layout) -> Meaning:
    if isinstance(value, dict):
        return ("mapping", *sorted((key, _frozen(inner, layout.of_value(key))) for key, inner in value.items()))
    if isinstance(value, list):
        entries = [_frozen(inner, layout) for inner in value]
        return ("list", *(sorted(entries, key=repr) if layout.sorted_by else entries))
    return (type(value).__name__, str(value))
