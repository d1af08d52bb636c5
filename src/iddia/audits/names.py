"""Names: every registered name in the text is a mention, and what a claim speaks of is named in the article or by its own words."""

from collections.abc import Iterator

from iddia.errors import Finding
from iddia.project.account import Account
from iddia.project.speakers import speaker_kind


def audit_names(account: Account) -> Iterator[Finding]:
    """Every registered name becomes a mention by detection; this checks that no speaker goes unnamed."""
    named = {mention.entity_id for mention in account.mentions}
    for anchored in account.claims:
        for number, speaker in enumerate(anchored.claim.said_by):
            unnamed = speaker.speaker in account.vocabulary.entities and speaker.speaker not in named
            if unnamed and speaker_kind(speaker, account.vocabulary) == "named":
                at = (*anchored.at, "said_by", number, "speaker")
                yield Finding(
                    "speaker-unnamed",
                    at,
                    f"{speaker.speaker} is given as a named speaker, but none of its names is in the article",
                    got=speaker.speaker,
                    mend="register the name that the article uses, or give kind: role or unnamed",
                )
