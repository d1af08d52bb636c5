"""The bounds that the last release recorded: one that is no longer the same says why."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeGuard

from iddia.assertions.checks import check_names
from iddia.assertions.subjects import bounds, subjects
from iddia.errors import Finding, Problem
from iddia.language import Words
from iddia.model.assertions import SIDES, Bound, Side, TableAssertions
from iddia.yamlfile import read_yaml

_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_NUMBERS = ("a name and a number each: claims.rows.min: 250", "her biri bir ad ve bir sayı: claims.rows.min: 250")


@dataclass(frozen=True)
class Released:
    """The bounds of a release, by name, and which one it was."""

    version: str
    bounds: Mapping[str, int | Decimal]


def released_bounds(root: Path, problems: list[Problem]) -> Released | None:
    """What releases/<version>/release.yaml of the newest version records under ``bounds``; None before the first release.

    Versions are compared number by number. What is wrong with the file is added to ``problems``.
    """
    found = [match for path in (root / "releases").glob("*/release.yaml") if (match := _VERSION.fullmatch(path.parent.name))]
    if not found:
        return None
    version = max(found, key=lambda match: tuple(map(int, match.groups())))[0]
    file = read_yaml(root / "releases" / version / "release.yaml", f"releases/{version}/release.yaml")
    problems.extend(file.problems)
    if file.problems:
        return None
    recorded = file.data.get("bounds") if isinstance(file.data, dict) else None
    if _are_numbers(recorded):
        return Released(version, recorded)
    message = ("the bounds of this release cannot be read", "bu sürümün sınırları okunamıyor")
    mend = ("bring the file back as it was released (git checkout)", "dosyayı yayımlandığı hâline getirin (git checkout)")
    problems.append(Problem("value-type", file.place(("bounds",)), message, expected=_NUMBERS, mend=mend))
    return None


def _are_numbers(recorded: Any) -> TypeGuard[dict[str, int | Decimal]]:
    values = recorded.values() if isinstance(recorded, dict) else [None]
    return all(isinstance(value, (int, Decimal)) and not isinstance(value, bool) for value in values)


def check_moved(tables: Mapping[str, TableAssertions], released: Released) -> Iterator[Finding]:
    """Bounds that are not what the release recorded, or are gone, without an entry of ``moved`` that says from what and why."""
    now = bounds(tables)
    at_paths = {subject.at: subject.bound for subject in subjects(tables)}
    for name, was in released.bounds.items():
        *path, last = name.split(".")
        side = next((side for side in SIDES if side == last), None)
        if now.get(name) == was or side is None or _accounts_for(at_paths.get(tuple(path)), side, was):
            continue
        if name in now or _can_still_be(path, side, was):
            yield _moved((*path, side), name, now.get(name), was, released.version)


def _accounts_for(bound: Bound | None, side: Side, was: int | Decimal) -> bool:
    """Whether the latest entry about this side says that it was this."""
    return bound is not None and next((before for moved in reversed(bound.moved) if (before := moved.was(side)) is not None), None) == was


def _can_still_be(path: list[str], side: str, was: int | Decimal) -> bool:
    """Whether there is still such a table, column and value; if not, the schema has changed, and the bound went with it."""
    written: Any = {side: was}
    for key in reversed(path):
        written = {key: written}
    return not any(check_names(written))


def _moved(at: tuple[str, ...], name: str, now: int | Decimal | None, was: int | Decimal, version: str) -> Finding:
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
