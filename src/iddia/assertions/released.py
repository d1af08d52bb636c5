"""Bounds held against those that the last release recorded: one that is no longer the same says why."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from iddia.assertions.checks import check_names
from iddia.assertions.subjects import bounds, subjects
from iddia.errors import Finding
from iddia.language import Words
from iddia.model.assertions import SIDES, Bound, Side, TableAssertions


def check_moved(tables: Mapping[str, TableAssertions], recorded: Mapping[str, Decimal], version: str) -> Iterator[Finding]:
    """Bounds that are not what the release of this version recorded, or are gone, where no entry of ``moved`` says from what and why."""
    now = bounds(tables)
    at_paths = {subject.at: subject.bound for subject in subjects(tables)}
    for name, was in recorded.items():
        *path, last = name.split(".")
        side = next((side for side in SIDES if side == last), None)
        if now.get(name) == was or side is None or _accounts_for(at_paths.get(tuple(path)), side, was):
            continue
        if _can_still_be(path, side, was):
            yield _moved((*path, side), name, now.get(name), was, version)


def _accounts_for(bound: Bound | None, side: Side, was: Decimal) -> bool:
    """Whether the latest entry about this side says that it was this."""
    return bound is not None and next((before for moved in reversed(bound.moved) if (before := moved.was(side)) is not None), None) == was


def _can_still_be(path: list[str], side: str, was: Decimal) -> bool:
    """Whether there is still such a table, column and value; if not, the schema has changed, and the bound went with it."""
    written: Any = {side: was}
    for key in reversed(path):
        written = {key: written}
    return not any(check_names(written))


def _moved(at: tuple[str, ...], name: str, now: Decimal | None, was: Decimal, version: str) -> Finding:
    message = f"{name} is not what release {version} recorded", f"{name} artık {version} sürümündeki gibi değil"
    got: Words = ("nothing", "hiçbir şey") if now is None else str(now)
    entry = f"moved: [{{{at[-1]}_was: {was}, why: ...}}]"
    mend = f"write {was} again, or the reason beside it: {entry}", f"yeniden {was} yazın ya da yanına nedenini ekleyin: {entry}"
    if now is None:
        place = ".".join(at[:-1])
        mend = (
            f"write it again, or the reason in its place: {place}: {entry}",
            f"yeniden yazın ya da yerine nedenini koyun: {place}: {entry}",
        )
    return Finding("bound-moved", at, message, got=got, expected=str(was), mend=mend)
