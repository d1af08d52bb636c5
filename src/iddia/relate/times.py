"""Which claims speak of times that agree or may agree."""

from collections.abc import Sequence

from iddia.relate.intervals import EVERYTHING, Interval, of_date
from iddia.relate.statements import Statement

_STRANGERS = 2  # of values that excluded one another, two are enough to exclude any third


def time_of(one: Statement) -> Interval:
    """The days that a claim says it holds; any day when it does not say."""
    return EVERYTHING if one.time is None else of_date(one.time)


def together(group: Sequence[Statement], *, strangers: int | None = _STRANGERS) -> list[list[Statement]]:
    """The largest sets of statements whose stated times all overlap.

    Those without a time may agree with any. Where the stated times all overlap there is one set. Otherwise those without a
    time form a set of their own, and in each of the others the lowest and the highest stand for those of the same subject,
    content, polarity, condition and modality, of contents that the set does not speak of only the first ``strangers``: so no
    set repeats the whole group.
    """
    timed = [one for one in group if one.time is not None]
    cliques = _overlapping([(time_of(one), one) for one in timed])
    if len(cliques) < 2:
        return [list(group)]
    timeless = [one for one in group if one.time is None]
    standing: dict[object, list[Statement]] = {}
    for one in _representatives(timeless):
        standing.setdefault(one.content, []).append(one)
    others = list(standing)[:strangers]
    sets: list[list[Statement]] = [timeless] if len(timeless) > 1 else []
    for members in cliques:
        contents = dict.fromkeys([*(one.content for one in members), *others])
        sets.append([*(one for content in contents for one in standing.get(content, ())), *members])
    return sets


def _overlapping(timed: list[tuple[Interval, Statement]]) -> list[list[Statement]]:
    """The largest sets whose times all overlap, by sweeping over the ends of the times."""
    ends = sorted([(time.low, 0, at) for at, (time, _) in enumerate(timed)] + [(time.high, 1, at) for at, (time, _) in enumerate(timed)])
    cliques: list[list[Statement]] = []
    current: dict[int, None] = {}
    grew = False
    for _, is_end, at in ends:
        if not is_end:
            current[at] = None
        elif grew:
            cliques.append([timed[index][1] for index in current])
        grew = not is_end
        if is_end:
            del current[at]
    return cliques


def _representatives(timeless: list[Statement]) -> list[Statement]:
    chosen: dict[object, Statement] = {}
    for one in timeless:
        alike = one.property_id, one.subject, one.content, one.affirmed, one.modality, one.condition
        lowest, highest = (*alike, "lowest"), (*alike, "highest")
        if one.interval.high < chosen.setdefault(lowest, one).interval.high:
            chosen[lowest] = one
        if one.interval.low > chosen.setdefault(highest, one).interval.low:
            chosen[highest] = one
    return list({one.claim_id: one for one in chosen.values()}.values())
