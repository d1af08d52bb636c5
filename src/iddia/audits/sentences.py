"""Sentences: each is covered by some claim's evidence, or excused in no_claim."""

from collections.abc import Iterator

from iddia.audits.excuses import REMOVE
from iddia.errors import Finding, shortened
from iddia.project.account import Account


def audit_sentences(account: Account) -> Iterator[Finding]:
    """A sentence is read when a claim's content or context lies in it; cues and speakers alone read nothing."""
    text = account.article.text
    read = [span for claim in account.claims for span in claim.spans("content", "context")]
    excused = account.excuses("no_claim")
    for sentence in account.article.sentences:
        if not any(sentence.overlaps(span) for span in (*read, *excused)):
            yield Finding(
                "sentence-unread",
                sentence,
                (
                    "no claim quotes this sentence and nothing excuses it",
                    "bu cümleyi hiçbir sav alıntılamıyor, onun için bir gerekçe de verilmemiş",
                ),
                got=shortened(sentence.cut(text)),
                mend=(
                    "read a claim from it, or excuse it in no_claim with the reason",
                    "ondan bir sav okuyun ya da gerekçesiyle no_claim altına yazın",
                ),
            )
    for span, at, excuse in account.excused.get("no_claim", []):
        claims = ", ".join(claim.claim.id for claim in account.claims if claim.content.overlaps(span))
        if claims:
            yield Finding(
                "excuse-contradicted",
                at,
                (
                    f"these words are excused, but {claims} quotes them",
                    f"bu sözcükler için gerekçe verilmiş, ama onları alıntılayan sav var: {claims}",
                ),
                got=shortened(excuse.quote),
                mend=REMOVE,
            )
