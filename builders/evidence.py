"""One row a stretch of an article's words that carries a claim, marks its modality, names its speaker or completes it."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Evidence


def rows(corpus: Corpus) -> Iterator[Evidence]:
    for account in corpus.accounts:
        for anchored in account.claims:
            for span, role in anchored.evidence.items():
                yield Evidence(
                    claim_id=anchored.claim.id,
                    start=span.start,
                    end=span.end,
                    source_id=account.article.source_id,
                    quote=span.cut(account.article.text),
                    role=role,
                )
