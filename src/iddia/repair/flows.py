"""Putting the keys of mappings in braces in order: the entries change places, what stands between them stays."""

import re
from itertools import pairwise

import yaml

from iddia.repair.layout import Layout
from iddia.repair.nodes import end, is_flow, span, start
from iddia.repair.order import order_of_keys
from iddia.text.spans import Span

_COMMA = re.compile(r"\s*,\s*")
_SPACE = re.compile(r"\s*")


def order_flows(text: str, node: yaml.Node, layout: Layout) -> str:
    """The text with the keys of each mapping in braces in the layout's order; one with a comment or an empty value inside stays.

    ``node`` is the text as it was read.
    """
    for where, words in reversed(_outermost(node, text, layout)):
        text = text[: where.start] + words + text[where.end :]
    return text


def _outermost(node: yaml.Node, text: str, layout: Layout) -> list[tuple[Span, str]]:
    if is_flow(node):
        return [(span(node, text), _written(node, text, layout))]
    if isinstance(node, yaml.MappingNode):
        return [found for key, value in node.value for found in _outermost(value, text, layout.of_value(key.value))]
    if isinstance(node, yaml.SequenceNode):
        return [found for entry in node.value for found in _outermost(entry, text, layout)]
    return []


def _written(node: yaml.Node, text: str, layout: Layout) -> str:
    """The node's words, with everything inside in order."""
    where = span(node, text)
    if isinstance(node, yaml.SequenceNode):
        spans = [span(entry, text) for entry in node.value]
        return _joined(where, spans, [_written(entry, text, layout) for entry in node.value], text)
    if not isinstance(node, yaml.MappingNode):
        return where.cut(text)
    spans = [Span(start(key), max(end(key, text), end(value, text))) for key, value in node.value]
    entries = [
        text[one.start : start(value)] + _written(value, text, layout.of_value(key.value))
        for one, (key, value) in zip(spans, node.value, strict=True)
    ]
    order = order_of_keys(node, layout)
    if order is not None and _can_move(node, spans, text):
        entries = [entries[at] for at in order]
    return _joined(where, spans, entries, text)


def _joined(where: Span, spans: list[Span], entries: list[str], text: str) -> str:
    pieces = []
    at = where.start
    for one, words in zip(spans, entries, strict=True):
        pieces += [text[at : one.start], words]
        at = one.end
    return "".join([*pieces, text[at : where.end]])


def _can_move(node: yaml.MappingNode, spans: list[Span], text: str) -> bool:
    """Whether only commas and spaces stand between the entries, and each has a value to see."""
    where = span(node, text)
    between = [text[one.end : other.start] for one, other in pairwise(spans)]
    around = [text[where.start + 1 : spans[0].start], text[spans[-1].end : where.end - 1].rstrip().removesuffix(",")]
    return (
        all(map(_COMMA.fullmatch, between))
        and all(map(_SPACE.fullmatch, around))
        and all(start(value) < end(value, text) for _, value in node.value)
    )
