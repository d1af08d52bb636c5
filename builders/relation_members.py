"""One row a claim of a relation, with the side it takes."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import RelationMember


def rows(corpus: Corpus) -> Iterator[RelationMember]:
    for relation in corpus.relations:
        for side in relation.sides:
            for one in side.statements:
                yield RelationMember(relation_id=relation.relation_id, claim_id=one.claim_id, role=side.role)
