"""How many origins stand behind some claims, independent of one another: ends of attribution chains, not articles."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from iddia.relate.identities import Identities

UNNAMED = "an unnamed source"


@dataclass(frozen=True)
class Origin:
    """Where a claim comes from: the end of its chain, and every named speaker it passed through on its way to the writer."""

    end: str
    through: frozenset[str] = field(default_factory=frozenset)


def origin(chain: Iterable[str | None], writer: str) -> Origin:
    """The origin of a claim whose speakers are ``chain``, outermost first, None where unnamed; the writer where there are none.

    ``writer`` names who stands behind an article's own words: what it is a translation of, else its publisher, else the article.
    """
    speakers = list(chain)
    if not speakers:
        return Origin(writer)
    return Origin(speakers[-1] or UNNAMED, frozenset(speaker for speaker in speakers if speaker is not None))


def independent(origins: Iterable[Origin], identities: Identities) -> int:
    """How many of these origins do not depend on one another.

    Two are one where they are the same or maybe the same, or where one stands in the other's chain: what a paper's insiders
    say is no second source beside the paper. Unnamed sources cannot be told apart, so all of them together are one.
    """
    different = list(dict.fromkeys(origins))
    root = list(range(len(different)))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    at_end: dict[str, int] = {}
    for at, one in enumerate(different):
        root[find(at)] = find(at_end.setdefault(one.end, at))
    for at, one in enumerate(different):
        near = {*one.through, *(other for name in (one.end, *one.through) for other in identities.others.get(name, ()))}
        for name in near:
            if name in at_end:
                root[find(at)] = find(at_end[name])
    return len({find(at) for at in range(len(different))})
