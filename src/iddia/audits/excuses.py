"""Excuses: each still excuses something, so that none outlives its reason."""

from collections.abc import Iterator

from iddia.errors import Finding, shortened
from iddia.language import Said
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


_IDLE: dict[str, Said] = {
    "no_value": (
        "these words hold no number or date that would need an excuse",
        "bu sözcüklerde gerekçe gerektiren bir sayı ya da tarih yok",
    ),
    "no_cue": ("these words hold no marker that would need an excuse", "bu sözcüklerde gerekçe gerektiren bir belirteç yok"),
}
_USED: dict[str, Said] = {
    "no_value": ("these words are excused, but they are the value of", "bu sözcükler için gerekçe verilmiş, ama şu savın değeri:"),
    "no_cue": ("these words are excused, but they are the cue of", "bu sözcükler için gerekçe verilmiş, ama şu savın ipucu:"),
}
REMOVE = ("remove the excuse or the claim", "gerekçeyi ya da savı silin")


def _check(account: Account, key: str, seen: list[Span], taken: dict[Span, str]) -> Iterator[Finding]:
    for span, at, excuse in account.excused.get(key, []):
        excused = [other for other in seen if span.overlaps(other)]
        users = sorted({claim_id for other in excused for place, claim_id in taken.items() if place.overlaps(other)})
        if not excused:
            yield Finding("excuse-idle", at, _IDLE[key], got=shortened(excuse.quote), mend=("remove the excuse", "gerekçeyi silin"))
        elif users and all(any(place.overlaps(other) for place in taken) for other in excused):
            (english, turkish), claims = _USED[key], ", ".join(users)
            yield Finding(
                "excuse-contradicted", at, (f"{english} {claims}", f"{turkish} {claims}"), got=shortened(excuse.quote), mend=REMOVE
            )
