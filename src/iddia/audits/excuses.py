"""Excuses: each still excuses something, so that none outlives its reason."""

from collections.abc import Iterator

from iddia.errors import Finding, shortened
from iddia.project.account import Account
from iddia.text.spans import Span


def audit_excuses(account: Account) -> Iterator[Finding]:
    """A no_value excuse holds a number or date that is no claim's value, a no_cue excuse a marker that is no claim's cue.

    no_claim is looked at with the sentences.
    """
    numbers = [*(quantity.span for quantity in account.quantities), *(date.span for date in account.dates)]
    values = {span: claim.claim.id for claim in account.claims for span in account.value_spans(claim)}
    cues = {span: claim.claim.id for claim in account.claims for span in claim.spans("cue")}
    yield from _check(account, "no_value", numbers, values)
    yield from _check(account, "no_cue", [marker.span for marker in account.markers], cues)


_WORDS = {"no_value": ("number or date", "value"), "no_cue": ("marker", "cue")}


def _check(account: Account, key: str, seen: list[Span], taken: dict[Span, str]) -> Iterator[Finding]:
    kind, use = _WORDS[key]
    for span, at, excuse in account.excused.get(key, []):
        excused = [other for other in seen if span.overlaps(other)]
        users = sorted({claim_id for other in excused for place, claim_id in taken.items() if place.overlaps(other)})
        if not excused:
            message, mend = f"these words hold no {kind} that would need an excuse", "remove the excuse"
            yield Finding("excuse-idle", at, message, got=shortened(excuse.quote), mend=mend)
        elif users and all(any(place.overlaps(other) for place in taken) for other in excused):
            message = f"these words are excused, but they are the {use} of {', '.join(users)}"
            yield Finding("excuse-contradicted", at, message, got=shortened(excuse.quote), mend="remove the excuse or the claim")
