"""When a release is made: the only clock that is ever asked, and SOURCE_DATE_EPOCH in its place."""

import datetime as dt
import os
import re

from iddia.errors import CouldNotRunError

VARIABLE = "SOURCE_DATE_EPOCH"
_A_DAY = 86_400
_LATEST = 253_402_300_799  # the last second of the year 9999


def moment_now() -> int:
    """Seconds since 1970 of what counts as now: SOURCE_DATE_EPOCH, or else the beginning of today in UTC.

    A release that was made is never asked again: its own moment is in its record. The variable is that of
    https://reproducible-builds.org/specs/source-date-epoch/. Raises CouldNotRunError where it is no number of seconds.
    """
    given = os.environ.get(VARIABLE)
    if given is None:
        today = dt.datetime.now(dt.UTC).date()
        return int(dt.datetime(today.year, today.month, today.day, tzinfo=dt.UTC).timestamp())
    if not re.fullmatch(r"[0-9]{1,12}", given) or int(given) > _LATEST:
        raise CouldNotRunError(
            (
                f"{VARIABLE} is {given!r}; whole seconds since 1970 are expected, such as 1767225600",
                f"{VARIABLE} değeri {given!r}; 1970'ten beri geçen tam saniye sayısı bekleniyor, örneğin 1767225600",
            )
        )
    moment = int(given)
    if moment > dt.datetime.now(dt.UTC).timestamp() + _A_DAY:
        raise CouldNotRunError(
            (
                f"{VARIABLE} is {day_of(moment)}, which is yet to come: no release could be made before that day",
                f"{VARIABLE} {day_of(moment)} gününü gösteriyor; o gün daha gelmedi ve o güne dek sürüm çıkarılamazdı",
            )
        )
    return moment


def day_of(moment: int) -> dt.date:
    """The day of a moment, in UTC."""
    return dt.datetime.fromtimestamp(moment, dt.UTC).date()
