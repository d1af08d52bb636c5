"""The canonical form of an authored YAML file: one way to write what may be written in several without saying anything else.

Each repair is judged by what the file says before and after, and left out where that is not the same.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from iddia.language import Said
from iddia.repair.blocks import order_blocks
from iddia.repair.flows import order_flows
from iddia.repair.layout import ANY, Layout
from iddia.repair.meaning import meaning
from iddia.repair.nodes import compose, end, is_block_scalar, scalars, start

_LINE_END = re.compile(r"\r\n?")
_INDENT = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_TRAILING = re.compile(r"[ \t]$", re.MULTILINE)
_ODD_LINE_ENDS = re.compile("[\r\x85\u2028\u2029\x0b\x0c\x1c-\x1e]")  # a line ends there for YAML or for Python, and for no editor
_USUAL_TAB_STOPS = (4, 8)

BYTE_ORDER_MARK: Said = ("a byte order mark", "bayt sırası imi (BOM)")
LINE_ENDS: Said = ("line ends other than LF", "LF olmayan satır sonları")
TABS: Said = ("tabs that indent", "sekmeyle girinti")
TRAILING_SPACES: Said = ("spaces at the end of lines", "satır sonlarında boşluk")
FINAL_NEWLINE: Said = ("a final newline that is missing, or more than one", "dosya sonunda satır sonu yok ya da birden çok")
ORDER: Said = ("keys or entries out of order", "sırası bozuk anahtarlar ya da girdiler")


@dataclass(frozen=True)
class Canonical:
    """A text in canonical form, and what was not canonical about it."""

    text: str
    faults: tuple[Said, ...] = ()


def canonical(text: str, layout: Layout = ANY) -> Canonical:
    """The text in canonical form.

    Of a text that is not the YAML we read, only what cannot bear meaning is mended: the byte order mark, line ends, the
    final newline, and tabs that indent where that makes it readable.
    """
    if not text.strip("\ufeff \t\r\n"):
        return Canonical(text)
    faults = []
    for fault, repair in _repairs(layout):
        if (repaired := repair(text)) != text:
            text = repaired
            faults.append(fault)
    return Canonical(text, tuple(faults))


def _repairs(layout: Layout) -> Iterator[tuple[Said, Callable[[str], str]]]:
    yield BYTE_ORDER_MARK, lambda text: _if_same(text, text.lstrip("\ufeff"))
    yield LINE_ENDS, lambda text: _if_same(text, _LINE_END.sub("\n", text))
    yield TABS, _without_tabs
    yield FINAL_NEWLINE, _with_final_newline
    yield ORDER, lambda text: _in_order(text, layout)
    yield TRAILING_SPACES, lambda text: _if_same(text, _without_trailing_spaces(text))


def _if_same(before: str, after: str, layout: Layout = ANY) -> str:
    """The text after a repair if it says the same (nothing we could read, perhaps) as before it, else the text before."""
    return after if after != before and meaning(after, layout) == meaning(before, layout) else before


def _without_tabs(text: str) -> str:
    """The text with two spaces for each tab that indents, if it can then be read and no usual width of tabs says anything else."""
    if not _INDENT.search(text):
        return text
    spaced = _INDENT.sub(lambda indent: indent[0].replace("\t", "  "), text)
    said = meaning(spaced)
    others = [meaning(_expanded(text, stop)) for stop in _USUAL_TAB_STOPS]
    return spaced if said is not None and all(other in (said, None) for other in others) else text


def _expanded(text: str, tab_stop: int) -> str:
    return _INDENT.sub(lambda indent: indent[0].expandtabs(tab_stop), text)


def _without_trailing_spaces(text: str) -> str:
    """The text without spaces at the ends of lines, except where a scalar goes on to the next line."""
    if not _TRAILING.search(text) or meaning(text) is None:
        return text
    within = {line for scalar in scalars(compose(text)) for line in _lines_within(scalar, text)}
    lines = text.split("\n")
    return "\n".join(line if at in within else line.rstrip(" \t") for at, line in enumerate(lines))


def _lines_within(scalar: yaml.ScalarNode, text: str) -> range:
    """The lines (from 0) at whose end the scalar is not over; of a block scalar those of its text, with the last."""
    first = text.count("\n", 0, start(scalar))
    ends_with = scalar.value.rstrip("\n").rpartition("\n")[2]  # all spaces: a line of them below the words is part of the scalar
    stop = scalar.end_mark.index - 1 if ends_with.isspace() else end(scalar, text)
    last = first + text.count("\n", start(scalar), stop)
    return range(first + 1, last + 1) if is_block_scalar(scalar) else range(first, last)


def _with_final_newline(text: str) -> str:
    """The text with one newline at its end, unless it is part of a block scalar whether there is one (``|+``, or ``|`` and none)."""
    words = text.rstrip(" \t\n")
    return _if_same(text, words + text[len(words) :].partition("\n")[0] + "\n")


def _in_order(text: str, layout: Layout) -> str:
    if layout == ANY or _ODD_LINE_ENDS.search(text) or meaning(text) is None:
        return text
    node = compose(text)
    ordered = if_moved(text, order_flows(text, node, layout), layout)
    return if_moved(ordered, order_blocks(ordered, node if ordered == text else compose(ordered), layout), layout)


def if_moved(before: str, after: str, layout: Layout) -> str:
    """The text after if it holds the same characters, comments too, and says the same; else the text before."""
    if before == after:
        return before
    is_complete = sorted(before.replace(" ", "")) == sorted(after.replace(" ", ""))
    return _if_same(before, after, layout) if is_complete else before
