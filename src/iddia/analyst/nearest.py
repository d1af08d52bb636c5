"""What somebody may have meant by an id that is not there."""

import re
from collections.abc import Iterable

_CUTOFF = 0.75  # lower, and the hint names ids that only share a syllable
_NUMBERED = re.compile(r"(.+)\.([0-9]{1,9})")


def nearest_id(what: str, ids: Iterable[str]) -> str | None:
    """The id most like ``what``, if any comes near; "source.1" is "source.01" before anything else."""
    from difflib import get_close_matches  # only a failing question pays for it

    known = [str(one) for one in ids]
    wanted = what.strip().lower()
    if match := _NUMBERED.fullmatch(wanted):
        wanted = f"{match[1]}.{int(match[2]):02}"
        if wanted in known:
            return wanted
    return next(iter(get_close_matches(wanted, known, n=1, cutoff=_CUTOFF)), None)
