"""One row a relation, as computed from the claims; what disagrees with its explanation."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Relation


def rows(corpus: Corpus) -> Iterator[Relation]:
    for relation in corpus.relations:
        explanation = corpus.explanations.get(relation.relation_id)
        yield Relation(
            relation_id=relation.relation_id,
            kind=relation.kind,
            rule=relation.rule,
            detail_en=relation.detail[0],
            detail_tr=relation.detail[1],
            independent_origins=corpus.independent_origins(relation),
            status=explanation.status if explanation else "explained",
            explanation_en=explanation.because_en if explanation else None,
            explanation_tr=explanation.because_tr if explanation else None,
        )
