"""The order in which people look for keys."""

from collections.abc import Iterable


def in_order(cells: Iterable[str]) -> list[tuple[int, int, str, int, str]]:
    """Sorts keys as a person would: whole numbers by size, and so the number that an id ends in after a dot."""
    return [_order(cell) for cell in cells]


def _order(cell: str) -> tuple[int, int, str, int, str]:
    if cell.isascii() and cell.isdigit():
        return 0, int(cell[:4000]), "", 0, cell
    stem, dot, number = cell.rpartition(".")
    if dot and number.isascii() and number.isdigit():
        return 1, 0, stem, int(number[:4000]), cell
    return 1, 0, cell, 0, cell
