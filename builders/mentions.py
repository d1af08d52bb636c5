"""One row a place where a registered name stands in an article."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Mention


def rows(corpus: Corpus) -> Iterator[Mention]:
    for account in corpus.accounts:
        source_id, text = account.article.source_id, account.article.text
        for mention in account.mentions:
            start, end = mention.span
            yield Mention(
                mention_id=f"{source_id}@{start}",
                source_id=source_id,
                start=start,
                end=end,
                surface=text[start:end],
                suffix=mention.suffix or None,
                entity_id=mention.entity_id,
            )
