"""One row a cue of the lexicon, with the first claim that shows it."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Cue


def rows(corpus: Corpus) -> Iterator[Cue]:
    examples = _examples(corpus)
    for cue_id, cue in corpus.vocabulary.cues.items():
        yield Cue(cue_id=cue_id, form=cue.form, modality=cue.modality, example_claim=examples.get(cue_id))


def _examples(corpus: Corpus) -> dict[str, str]:
    """A claim shows a cue when the cue stands in its cue words and its modality is the one the cue marks."""
    found: dict[str, str] = {}
    claims = [(account, anchored) for account in corpus.accounts for anchored in account.claims]
    for account, anchored in sorted(claims, key=lambda pair: pair[1].claim.id):
        spans = anchored.spans("cue")
        for marker in account.markers:
            if marker.cue.modality == anchored.claim.modality and any(span.overlaps(marker.span) for span in spans):
                found.setdefault(marker.cue.cue_id, anchored.claim.id)
    return found
