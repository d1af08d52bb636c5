"""What each release did to each claim, as releases/ records it."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Change


def rows(corpus: Corpus) -> Iterator[Change]:
    for release in corpus.releases.published:
        yield from release.changes
