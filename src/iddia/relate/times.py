"""Which claims speak of times that agree or may agree."""

from collections.abc import Sequence

from iddia.relate.intervals import EVERYTHING, Interval, of_date
from iddia.relate.statements import Statement


def time_of(one: Statement) -> Interval:
    """The days that a claim says it holds; any day when it does not say."""
    return EVERYTHING if one.time is None else of_date(one.time)


def together(group: Sequence[Statement]) -> list[list[Statement]]:
    """The largest sets of statements whose stated times all overlap.

    Those without a time may agree with any: they form a set of their own, and in each of the others the lowest and the
    highest stand for those of the same subject, content, polarity, condition and commitment, so that no set repeats the whole group.
    """
    timed = [(time_of(one), one) for one in group if one.time is not None]
    timeless = [one for one in group if one.time is None]
    if not timed:
        return [list(group)]
    sets: list[list[Statement]] = [timeless] if len(timeless) > 1 else []
    ends = sorted([(time.low, 0, at) for at, (time, _) in enumerate(timed)] + [(time.high, 1, at) for at, (time, _) in enumerate(timed)])
    current: dict[int, None] = {}
    grew = False
    standing = _representatives(timeless)
    for _, is_end, at in ends:
        if not is_end:
            current[at] = None
            grew = True
            continue
        if grew:
            sets.append([*standing, *(timed[index][1] for index in current)])
            grew = False
        del current[at]
    return sets


def _representatives(timeless: list[Statement]) -> list[Statement]:
    chosen: dict[object, Statement] = {}
    for one in timeless:
        alike = one.subject, one.content, one.affirmed, one.is_committed, one.condition
        lowest, highest = (*alike, "lowest"), (*alike, "highest")
        if one.interval.high < chosen.setdefault(lowest, one).interval.high:
            chosen[lowest] = one
        if one.interval.low > chosen.setdefault(highest, one).interval.low:
            chosen[highest] = one
    return list({one.claim_id: one for one in chosen.values()}.values())
