"""Claims tied to their article: every quote, cue, context and speaker label at its offsets."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from iddia.errors import Finding
from iddia.model.lists import EvidenceRole
from iddia.model.reading import ReadClaim, Words
from iddia.project.article import Article, At
from iddia.project.lost import ambiguous, around, not_found
from iddia.text.anchors import AmbiguousError, NotFoundError, anchor, same_words
from iddia.text.spans import Span


@dataclass
class AnchoredClaim:
    """A claim and the places of its words; ``at`` is its path in the reading, ``whole`` whether all its words were found."""

    claim: ReadClaim
    at: At
    content: Span
    evidence: dict[Span, EvidenceRole] = field(default_factory=dict)
    whole: bool = True

    def spans(self, *roles: EvidenceRole) -> list[Span]:
        """The claim's spans of these roles, in reading order."""
        return sorted(span for span, role in self.evidence.items() if role in roles)


def anchor_claims(article: Article, into: list[AnchoredClaim]) -> Iterator[Finding]:
    """Anchor every claim of a reading; those whose quote is found are added to ``into``."""
    for index, claim in article.claims:
        at: At = ("claims", index)
        content = yield from find_words(article, claim, (*at, "quote"), None)
        if content is None:
            continue
        anchored = AnchoredClaim(claim, at, content, {content: "content"})
        for role, words, place in _other_words(claim, at):
            span = yield from find_words(article, words, place, content)
            if span is not None:
                # Words that do two jobs in one claim are kept under the first of content, cue, speaker, context.
                anchored.evidence.setdefault(span, role)
            anchored.whole &= span is not None
        into.append(anchored)


def _other_words(claim: ReadClaim, at: At) -> Iterator[tuple[EvidenceRole, Words, At]]:
    for number, words in enumerate(claim.cue):
        yield "cue", words, (*at, "cue", number)
    for number, speaker in enumerate(claim.said_by):
        if speaker.label is not None:
            yield "speaker", Words(quote=speaker.label), (*at, "said_by", number, "label")
        if speaker.verb is not None and not any(speaker.verb in words.quote for words in claim.cue):
            yield "speaker", Words(quote=speaker.verb), (*at, "said_by", number, "verb")
    for number, words in enumerate(claim.context):
        yield "context", words, (*at, "context", number)


def find_words(article: Article, words: Words, at: At, near: Span | None) -> Generator[Finding, None, Span | None]:
    """Where the words stand, as the generator's return value; what is wrong with them is yielded.

    With ``near``, words that occur more than once are sought in the sentence of that span, then in its paragraph.
    """
    text = article.text
    try:
        return anchor(text, words.quote, after=words.after, occurrence=words.occurrence)
    except AmbiguousError as error:
        spans = error.spans
        if words.after is not None:  # behind it the quote comes first once: it is after: that stands there more than once
            yield ambiguous(article, (*around(at), "after"), words.after, spans)
            return None
        for nearby in (article.sentences_touching(near), article.paragraph(near)) if near is not None else ():
            inside = [span for span in spans if nearby.holds(span)]
            whole = [span for span in inside if _is_whole_word(text, span)]
            for choice in (inside, whole):
                if len(choice) == 1:
                    return choice[0]
        yield ambiguous(article, at, words.quote, spans)
    except NotFoundError:
        yield not_found(article, words, at)
        if words.after is None and words.occurrence is None:
            return same_words(text, words.quote)  # what is told is not told again as a sentence unread
    return None


def _is_whole_word(text: str, span: Span) -> bool:
    return not (text[span.start - 1 : span.start].isalnum() or text[span.end : span.end + 1].isalnum())
