"""Making the edits that problems carry in a file's text.

An edit puts a scalar of YAML in place of another; what it replaces is found anew in the text, so that an edit whose place
is no scalar changes nothing. Offsets count code points of a text that has no byte order mark.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from iddia.errors import Edit, Place
from iddia.repair.nodes import compose, end, is_block_scalar, span, start
from iddia.text.spans import Lines, Span
from iddia.yamlfile import Path_, YamlFile, parse_yaml

_GAP = object()


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with its safe edits made, of overlapping ones the first; as it was unless exactly the values meant change."""
    before = parse_yaml(text, "")
    if before.problems or not edits:
        return text
    body = text.removeprefix("\ufeff")
    targets = {start(value): (path, value) for path, value in _values(compose(body), ())}
    made: dict[Path_, Edit] = {}
    changes: list[tuple[Span, str]] = []
    for where, edit in _placed(body, edits):
        path, value = targets.get(where.start, ((), None))
        if isinstance(value, yaml.ScalarNode) and path not in made and _is_at(where, value, body) and _is_scalar(edit.text):
            made[path] = edit
            changes.append((span(value, body), _written(edit.text, value, body)))
    for where, words in reversed(changes):
        body = body[: where.start] + words + body[where.end :]
    return body if made and _is_as_meant(before, parse_yaml(body, ""), made) else text


def _placed(text: str, edits: Sequence[Edit]) -> list[tuple[Span, Edit]]:
    """The edits that are safe and have both ends, with their offsets, in the order of the text."""
    starts = Lines(text).starts
    found = [(where, edit) for edit in edits if edit.is_safe and (where := _offsets(edit.place, starts)) is not None]
    return sorted(found, key=lambda one: one[0].start)


def _offsets(place: Place, starts: list[int]) -> Span | None:
    if place.end_line is None or place.end_column is None or not (0 < place.line <= len(starts) and 0 < place.end_line <= len(starts)):
        return None
    return Span(starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1)


def _values(node: yaml.Node, path: Path_) -> Iterator[tuple[Path_, yaml.Node]]:
    """Every value with its path; keys are none."""
    yield path, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _values(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            yield from _values(value, (*path, at))


def _is_at(where: Span, value: yaml.ScalarNode, text: str) -> bool:
    """Whether these offsets are the scalar's; a block scalar may be said to end behind the blank lines below it."""
    stop = where.start + len(where.cut(text).rstrip(" \t\r\n")) if is_block_scalar(value) else where.end
    return stop == end(value, text)


def _is_scalar(words: str) -> bool:
    """Whether the words are one scalar and nothing beside it."""
    if parse_yaml(words, "").problems:
        return False
    node = compose(words)
    return isinstance(node, yaml.ScalarNode) and span(node, words) == (0, len(words))


def _written(words: str, value: yaml.ScalarNode, text: str) -> str:
    """The new scalar as it must be written where the old one stands; a comment beside ``|`` or ``>`` stays beside it."""
    at = start(value)
    spaced = f" {words}" if text[at - 1 : at] == ":" else words
    if not is_block_scalar(value):
        return spaced
    header = text[at : end(value, text)].partition("\n")[0].rstrip("\r")
    _, sign, comment = header.partition("#")
    return f"{spaced} {sign}{comment}" if sign else spaced


def _is_as_meant(before: YamlFile, after: YamlFile, made: dict[Path_, Edit]) -> bool:
    """Whether the new text can be read, each edited value is what its edit says, and all else is what it was."""
    if after.problems or repr(_without(before.data, set(made), ())) != repr(_without(after.data, set(made), ())):
        return False
    return all(_value_at(after.data, path) == parse_yaml(edit.text, "").data for path, edit in made.items())


def _value_at(data: Any, path: Path_) -> Any:
    for step in path:
        data = data[step]
    return data


def _without(data: Any, paths: set[Path_], path: Path_) -> Any:
    """The data with one and the same thing in place of each value at one of the paths."""
    if path in paths:
        return _GAP
    if isinstance(data, dict):
        return {key: _without(value, paths, (*path, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_without(value, paths, (*path, at)) for at, value in enumerate(data)]
    return data
