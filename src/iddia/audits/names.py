"""Names: every registered name in the text is a mention, and what a claim speaks of is named in the article or by its own words."""

from collections.abc import Iterator

from iddia.errors import Finding, shortened
from iddia.project.account import Account
from iddia.project.speakers import speaker_kind


def audit_names(account: Account) -> Iterator[Finding]:
    """Every registered name becomes a mention by detection; this checks that no mention is cut out wrongly and no speaker goes unnamed."""
    text = account.article.text
    for mention in account.mentions:
        if not mention.span.cut(text).strip() or mention.entity_id not in account.vocabulary.entities:
            yield Finding("name-unresolved", mention.span, "this name stands for no entity", got=shortened(mention.span.cut(text)))
    named = {mention.entity_id for mention in account.mentions}
    for anchored in account.claims:
        for number, speaker in enumerate(anchored.claim.said_by):
            if speaker_kind(speaker, account.vocabulary) == "named" and speaker.speaker is not None and speaker.speaker not in named:
                at = (*anchored.at, "said_by", number)
                yield Finding(
                    "speaker-unnamed",
                    at,
                    f"{speaker.speaker} is given as a named speaker, but none of its names is in the article",
                    got=speaker.speaker,
                    mend="register the name that the article uses, or give kind: role or unnamed",
                )
