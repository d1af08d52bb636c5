"""Which entities may be one and the same, by the registry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Identities:
    """Pairs of entities that may be the same. That does not carry over: a may be b and b may be c, and a not c."""

    pairs: tuple[frozenset[str], ...]
    others: dict[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Identities":
        """From pairs in any order, each given once or more often."""
        unique = dict.fromkeys(map(frozenset, pairs))
        others: dict[str, list[str]] = {}
        for one, other in map(sorted, unique):
            others.setdefault(one, []).append(other)
            others.setdefault(other, []).append(one)
        return cls(tuple(unique), {entity: tuple(found) for entity, found in others.items()})

    def maybe_same(self, one: str, other: str) -> bool:
        """Whether these two may be the same."""
        return other in self.others.get(one, ())

    def readings_of(self, entity: str) -> Iterator[str]:
        """The entity, and those that may be it."""
        yield entity
        yield from self.others.get(entity, ())
