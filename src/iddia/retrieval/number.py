"""Version numbers, after https://semver.org."""

import re

_PART = r"(?:0|[1-9][0-9]*)"
_PRE = rf"(?:{_PART}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
_NUMBER = re.compile(
    rf"(?P<numbers>{_PART}\.{_PART}\.{_PART})(?:-(?P<pre>{_PRE}(?:\.{_PRE})*))?(?:\+(?P<build>[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
)
Order = tuple[tuple[int, ...], bool, tuple[tuple[bool, int, str], ...], str]


def is_version(text: str) -> bool:
    """Whether the text is a version number such as 1.0.0, 1.0.0-rc.1 or 1.0.0+unreleased."""
    return _NUMBER.fullmatch(text) is not None


def order(version: str) -> Order:
    """By what versions are sorted, the earliest first; what is unreleased comes behind the release that it goes on from.

    Raises ValueError for what is no version number.
    """
    match = _NUMBER.fullmatch(version)
    if match is None:
        raise ValueError(f"{version!r} is no version number")
    before = match["pre"].split(".") if match["pre"] else []
    parts = tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in before)
    return tuple(map(int, match["numbers"].split("."))), not before, parts, match["build"] or ""
