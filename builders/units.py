"""One row a unit."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Unit


def rows(corpus: Corpus) -> Iterator[Unit]:
    for unit_id, unit in corpus.vocabulary.units.items():
        yield Unit(
            unit_id=unit_id, label_en=unit.label.en, label_tr=unit.label.tr, dimension=unit.dimension, factor=unit.factor, code=unit.code
        )
