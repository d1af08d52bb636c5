"""A file's YAML as nodes with offsets: what stands where, to the code point.

Offsets count the code points of a text that has no byte order mark; ends are exclusive.
"""

from typing import Any

import yaml

from iddia.text.spans import Span

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK = ("|", ">")


def compose(text: str) -> yaml.Node:
    """The outermost node of a text that ``parse_yaml`` has read without a problem (so there is one, and no alias)."""
    node = yaml.compose(text, Loader=_LOADER)
    assert isinstance(node, yaml.Node)
    return node


def is_flow(node: yaml.Node) -> bool:
    """Whether the node is a mapping or list in braces or brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def is_block_scalar(node: yaml.Node) -> bool:
    """Whether the node is a text after ``|`` or ``>``."""
    return isinstance(node, yaml.ScalarNode) and node.style in _BLOCK


def start(node: yaml.Node) -> int:
    """The offset at which the node begins."""
    return int(node.start_mark.index)


def end(node: yaml.Node, text: str) -> int:
    """The offset behind the node's last character that is no space; the parser's own end may lie lines further on."""
    if is_block_scalar(node):
        return start(node) + len(text[start(node) : node.end_mark.index].rstrip(" \t\r\n"))
    if isinstance(node, yaml.ScalarNode) or is_flow(node):
        return int(node.end_mark.index)
    return max(end(part, text) for part in parts(node)[-2:])


def span(node: yaml.Node, text: str) -> Span:
    """Where the node stands."""
    return Span(start(node), end(node, text))


def parts(node: yaml.Node) -> list[yaml.Node]:
    """The nodes directly inside: entries of a list, keys and values of a mapping in turn."""
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def scalars(node: yaml.Node) -> list[yaml.ScalarNode]:
    """Every scalar from here on down, keys too, in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        return [node]
    return [scalar for part in parts(node) for scalar in scalars(part)]
