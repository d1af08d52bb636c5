"""One row a property of the closed vocabulary."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Property


def rows(corpus: Corpus) -> Iterator[Property]:
    for property_id, definition in corpus.vocabulary.properties.items():
        yield Property(
            property_id=property_id,
            label_en=definition.label.en,
            label_tr=definition.label.tr,
            definition_en=definition.definition.en,
            definition_tr=definition.definition.tr,
            value_kind=definition.value_kind,
            dimension=definition.dimension,
            domain=" ".join(definition.domain),
            range=" ".join(definition.range) or None,
            single_valued=definition.single_valued,
            wikidata=definition.wikidata,
        )
