"""One row a pair of entities that may be the same thing, from maybe_same_as in the registry."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Identity


def rows(corpus: Corpus) -> Iterator[Identity]:
    for entity_id, entity in corpus.vocabulary.entities.items():
        for other in entity.maybe_same_as:
            yield Identity(entity_id=entity_id, maybe_same_as=other.entity, reason_en=other.reason.en, reason_tr=other.reason.tr)
