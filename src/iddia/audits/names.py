"""Names: every registered name in the text is a mention, and whoever is said to speak is there to be named."""

from collections.abc import Iterator

from iddia.errors import Finding
from iddia.project.account import Account
from iddia.project.speakers import speaker_kind

HEARSAY = frozenset({"reported", "alleged", "rumoured", "estimated"})


def audit_names(account: Account) -> Iterator[Finding]:
    """Every registered name becomes a mention by detection; this checks that no speaker goes unnamed, nor hearsay without one."""
    named = {mention.entity_id for mention in account.mentions}
    for anchored in account.claims:
        claim = anchored.claim
        if claim.modality in HEARSAY and not claim.said_by and (claim.cue or claim.modality_because is not None):
            yield Finding(
                "speaker-missing",
                (*anchored.at, "modality"),
                (
                    f"a {claim.modality} claim is somebody else's, and nobody is given as saying it",
                    f"kipliği {claim.modality} olan bir sav başkasınındır, ama söyleyeni verilmemiş",
                ),
                got=claim.modality,
                expected="said_by",
                mend=(
                    "give said_by: the speaker, or {kind: unnamed, label: ...} or {kind: impersonal, verb: ...}",
                    "said_by: altında söyleyeni, {kind: unnamed, label: ...} ya da {kind: impersonal, verb: ...} verin",
                ),
            )
        for number, speaker in enumerate(claim.said_by):
            unnamed = speaker.speaker in account.vocabulary.entities and speaker.speaker not in named
            if unnamed and speaker_kind(speaker, account.vocabulary) == "named":
                at = (*anchored.at, "said_by", number, "speaker")
                yield Finding(
                    "speaker-unnamed",
                    at,
                    (
                        f"{speaker.speaker} is given as a named speaker, but none of its names is in the article",
                        f"{speaker.speaker} adıyla anılan bir söyleyen olarak verilmiş, ama adlarından hiçbiri makalede yok",
                    ),
                    got=speaker.speaker,
                    mend=(
                        "register the name that the article uses, or give kind: role or unnamed",
                        "makalenin kullandığı adı varlığın adlarına ekleyin ya da kind: role veya unnamed verin",
                    ),
                )
