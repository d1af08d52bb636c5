"""One row a claim, from the claims of each reading."""

from collections.abc import Iterable

from iddia.corpus import Corpus
from iddia.model.tables import Claim


def rows(corpus: Corpus) -> Iterable[Claim]:
    return corpus.claims
