"""One row an entity of the registry."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Entity


def rows(corpus: Corpus) -> Iterator[Entity]:
    for entity_id, entity in corpus.vocabulary.entities.items():
        yield Entity(
            entity_id=entity_id,
            type=entity.type,
            label_en=entity.label.en,
            label_tr=entity.label.tr,
            description_en=entity.description.en,
            description_tr=entity.description.tr,
            parent=entity.parent,
            wikidata=entity.wikidata,
        )
