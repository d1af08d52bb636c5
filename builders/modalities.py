"""One row a modality."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import ModalityRow


def rows(corpus: Corpus) -> Iterator[ModalityRow]:
    for modality, definition in corpus.vocabulary.modalities.items():
        yield ModalityRow(
            modality=modality,
            label_en=definition.label.en,
            label_tr=definition.label.tr,
            definition_en=definition.definition.en,
            definition_tr=definition.definition.tr,
            rank=definition.rank,
        )
