"""The order in which entries belong, as the indexes at which they stand now."""

from collections.abc import Sequence

import yaml

from iddia.repair.layout import Layout

Order = list[int]


def order_of_keys(node: yaml.MappingNode, layout: Layout) -> Order | None:
    """How the mapping's entries belong; None when they stand so, or when a key is not in the layout (it is reported, and may be a slip)."""
    keys = [key.value for key, _ in node.value]
    if not all(key in layout.keys for key in keys):
        return None
    return _unless_in_order(sorted(range(len(keys)), key=lambda at: layout.keys.index(keys[at])))


def order_of_entries(node: yaml.SequenceNode, layout: Layout) -> Order | None:
    """How the list's entries belong; None when they stand so, or when one has no claim id to go by."""
    if layout.sorted_by is None:
        return None
    ids = [_claim_id(entry, layout.sorted_by) for entry in node.value]
    places = [place for one in ids if one is not None and (place := _rank(one)) is not None]
    if len(places) != len(ids):
        return None
    return _unless_in_order(sorted(range(len(ids)), key=lambda at: places[at]))


def _unless_in_order(order: Sequence[int]) -> Order | None:
    return None if list(order) == list(range(len(order))) else list(order)


def _claim_id(entry: yaml.Node, key: str) -> str | None:
    if not isinstance(entry, yaml.MappingNode):
        return None
    return next((value.value for name, value in entry.value if name.value == key and isinstance(value, yaml.ScalarNode)), None)


def _rank(claim_id: str) -> tuple[int, str] | None:
    number = claim_id.rpartition(".")[2]
    if not (number.isascii() and number.isdecimal()):
        return None
    return len(number.lstrip("0")), number.lstrip("0")  # as long numbers compare, without making one of a thousand digits
