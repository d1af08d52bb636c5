"""One row a link of a claim's attribution chain, from said_by in the readings."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Attribution
from iddia.project.speakers import speaker_kind


def rows(corpus: Corpus) -> Iterator[Attribution]:
    for account in corpus.accounts:
        for anchored in account.claims:
            for position, speaker in enumerate(anchored.claim.said_by):
                yield Attribution(
                    claim_id=anchored.claim.id,
                    position=position,
                    speaker=speaker.speaker,
                    speaker_kind=speaker_kind(speaker, corpus.vocabulary),
                    verb=speaker.verb,
                )
