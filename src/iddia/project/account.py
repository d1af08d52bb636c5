"""An article, its anchored claims and its excuses: what the audits look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from iddia.errors import Finding
from iddia.model.reading import Excuse
from iddia.project.article import Article, At
from iddia.project.claims import AnchoredClaim, anchor_claims, find_words
from iddia.project.vocabulary import Vocabulary
from iddia.text.anchors import occurrences
from iddia.text.cues import Marker, markers
from iddia.text.dates import DateWords, dates
from iddia.text.names import Mention
from iddia.text.quantities import Quantity, quantities
from iddia.text.spans import Span


@dataclass
class Account:
    """All that is known of one article: its claims at their places, what is excused, and what the detectors see."""

    article: Article
    vocabulary: Vocabulary
    claims: list[AnchoredClaim] = field(default_factory=list)
    excused: dict[str, list[tuple[Span, At, Excuse]]] = field(default_factory=dict)

    def anchor(self) -> Iterator[Finding]:
        """Find the places of all quotes of the reading; what cannot be found is yielded."""
        yield from anchor_claims(self.article, self.claims)
        for key, excuses in self.article.excuses.items():
            places = self.excused.setdefault(key, [])
            for index, excuse in excuses:
                span = yield from find_words(self.article, excuse, (key, index, "quote"), None)
                if span is not None:
                    places.append((span, (key, index), excuse))

    def value_spans(self, anchored: AnchoredClaim) -> list[Span]:
        """Where the words of a claim's number or date stand in its own evidence; all of that where they do not."""
        value = anchored.claim.value
        if value.raw is None or value.kind not in ("quantity", "date"):
            return []
        evidence = anchored.spans("content", "context", "cue")
        places = [(span, place) for span in evidence for place in occurrences(span.cut(self.article.text), value.raw)]
        return [Span(span.start + place.start, span.start + place.end) for span, place in places] or evidence

    def excuses(self, *keys: str) -> list[Span]:
        """Spans that are excused under these keys, and sentences of which something else is wrong already."""
        return [*(span for key in keys for span, _, _ in self.excused.get(key, [])), *self.doubtful]

    @cached_property
    def doubtful(self) -> list[Span]:
        """Sentences that a reading quotes in an entry with a problem; that they are unread follows from it."""
        article = self.article
        once = [found[0] for words in article.quoted if len(found := occurrences(article.text, words)) == 1]
        return [article.sentences_touching(span) for span in (*article.doubtful, *once)]

    @cached_property
    def mentions(self) -> list[Mention]:
        """Known names in the text."""
        return self.vocabulary.names.find(self.article.text)

    @cached_property
    def markers(self) -> list[Marker]:
        """Evidential markers in the text."""
        return markers(self.article.text, self.vocabulary.lexicon)

    @cached_property
    def dates(self) -> list[DateWords]:
        """Date words in the text."""
        return dates(self.article.text)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Numbers in the text that are no part of a date or of a known name."""
        taken = [*(date.span for date in self.dates), *(mention.span for mention in self.mentions)]
        found = quantities(self.article.text, self.vocabulary.unit_words)
        return [quantity for quantity in found if not any(quantity.span.overlaps(span) for span in taken)]
