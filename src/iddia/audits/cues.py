"""Cues: each evidential marker of the text belongs to a claim, and the claim's modality agrees with it or says why not."""

from collections.abc import Iterator

from iddia.errors import Finding, shortened
from iddia.project.account import Account
from iddia.project.claims import AnchoredClaim
from iddia.text.cues import Marker

UNMARKED = frozenset({"asserted", "opinion"})


def audit_cues(account: Account) -> Iterator[Finding]:
    """Markers nobody took as a cue first, then modalities that disagree with their cues."""
    text = account.article.text
    taken = [span for claim in account.claims for span in claim.spans("cue")]
    excused = account.excuses("no_claim", "no_cue")
    for marker in account.markers:
        if not any(span.overlaps(marker.span) for span in (*taken, *excused)):
            yield _unread(marker, text)
    for claim in account.claims:
        yield from _check_place(account, claim)
        yield from _check_modality(account, claim)


def _unread(marker: Marker, text: str) -> Finding:
    shown = f"({marker.cue.cue_id}, {marker.cue.modality})"
    return Finding(
        "cue-unread",
        marker.span,
        (f"this marker {shown} is no claim's cue", f"bu belirteç {shown} hiçbir savın ipucu değil"),
        got=shortened(text[max(0, marker.span.start - 25) : marker.span.end + 10]),
        mend=(
            "give it as cue: of the claim it marks, or excuse it in no_cue with the reason",
            "onu, kipliğini belirttiği savda cue: olarak verin ya da gerekçesiyle no_cue altına yazın",
        ),
    )


def cue_modalities(account: Account, anchored: AnchoredClaim) -> set[str]:
    """What the lexicon reads in the claim's own cue words."""
    spans = anchored.spans("cue")
    return {marker.cue.modality for marker in account.markers if any(span.overlaps(marker.span) for span in spans)}


def _check_place(account: Account, anchored: AnchoredClaim) -> Iterator[Finding]:
    """A cue marks what stands by it: in another paragraph it is another claim's, unless the reading says where it stands."""
    paragraphs = [account.article.paragraph(span) for span in anchored.spans("content", "context")]
    for number, words in enumerate(anchored.claim.cue):
        said_where = words.after is not None or words.occurrence is not None
        here = [span for span in anchored.spans("cue") if span.cut(account.article.text) == words.quote]
        if here and not said_where and not any(paragraph.holds(span) for paragraph in paragraphs for span in here):
            yield Finding(
                "cue-elsewhere",
                (*anchored.at, "cue", number, "quote"),
                ("this cue stands in another paragraph than the quote", "bu ipucu alıntıdan başka bir paragrafta duruyor"),
                got=shortened(words.quote),
                expected=str(account.article.place(anchored.content)),
                mend=(
                    "give a cue that stands by the quote, or say occurrence: of this one",
                    "alıntının yanında duran bir ipucu verin ya da occurrence: ile bunun kaçıncı geçiş olduğunu söyleyin",
                ),
            )


def _check_modality(account: Account, anchored: AnchoredClaim) -> Iterator[Finding]:
    claim, at = anchored.claim, (*anchored.at, "modality")
    if claim.modality not in account.vocabulary.modalities or claim.modality_because is not None or not anchored.whole:
        return
    marked = cue_modalities(account, anchored)
    if not marked <= account.vocabulary.modalities.keys():
        return  # a cue of the lexicon marks what is no modality, which is reported there
    expected = account.vocabulary.most_doubtful(marked) if marked else None
    if expected is None and claim.modality not in UNMARKED:
        yield Finding(
            "modality-unmarked",
            at,
            ("no cue marks this modality", "hiçbir ipucu bu kipliği belirtmiyor"),
            got=claim.modality,
            expected=("a cue, or modality_because", "bir ipucu (cue) ya da modality_because"),
            mend=(
                "give the words that mark it as cue:, or the reason as modality_because:",
                "kipliği belirten sözcükleri cue: altında ya da gerekçeyi modality_because: altında verin",
            ),
        )
    elif expected is not None and claim.modality != expected and not (expected == "asserted" and claim.modality == "opinion"):
        yield Finding(
            "modality-disagrees",
            at,
            ("the modality is not the one its cue marks", "kiplik, ipucunun belirttiği kiplik değil"),
            got=claim.modality,
            expected=expected,
            mend=(
                f"write {expected}, or give the reason as modality_because:",
                f"{expected} yazın ya da gerekçeyi modality_because: altında verin",
            ),
            instead=expected,
        )
