"""Which entities may be one and the same, by the registry."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from iddia.project.vocabulary import Vocabulary


@dataclass(frozen=True)
class Identities:
    """The pairs of ``maybe_same_as``. Being maybe the same does not carry over: a may be b and b may be c, and a not c."""

    pairs: tuple[frozenset[str], ...]
    others: dict[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "Identities":
        """As the registry has them."""
        pairs = dict.fromkeys(
            frozenset((entity_id, other.entity)) for entity_id, entity in vocabulary.entities.items() for other in entity.maybe_same_as
        )
        others: dict[str, list[str]] = {}
        for one, other in map(sorted, pairs):
            others.setdefault(one, []).append(other)
            others.setdefault(other, []).append(one)
        return cls(tuple(pairs), {entity: tuple(found) for entity, found in others.items()})

    def maybe_same(self, one: str, other: str) -> bool:
        """Whether these two may be the same."""
        return other in self.others.get(one, ())

    def readings_of(self, entity: str) -> Iterator[str]:
        """The entity, and those that may be it."""
        yield entity
        yield from self.others.get(entity, ())
