"""Excuses: each still excuses something, so that none outlives its reason."""

from collections.abc import Iterator

from iddia.errors import Finding, shortened
from iddia.project.account import Account
from iddia.text.spans import Span


def audit_excuses(account: Account) -> Iterator[Finding]:
    """A no_value excuse must hold a number or date, a no_cue excuse a marker; no_claim is looked at with the sentences."""
    seen: dict[str, list[Span]] = {
        "no_value": [*(quantity.span for quantity in account.quantities), *(date.span for date in account.dates)],
        "no_cue": [marker.span for marker in account.markers],
    }
    kinds = {"no_value": "number or date", "no_cue": "marker"}
    for key, spans in seen.items():
        for span, at, excuse in account.excused.get(key, []):
            if not any(span.overlaps(other) for other in spans):
                yield Finding(
                    "excuse-idle",
                    at,
                    f"these words hold no {kinds[key]} that would need an excuse",
                    got=shortened(excuse.quote),
                    mend="remove the excuse",
                )
