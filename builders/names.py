"""One row a name of an entity, from the registry."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Name


def rows(corpus: Corpus) -> Iterator[Name]:
    for entity_id, entity in corpus.vocabulary.entities.items():
        for name in entity.names:
            yield Name(entity_id=entity_id, name=name.name, language=name.language, kind=name.kind)
