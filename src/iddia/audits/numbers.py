"""Numbers and dates: each in the text is a claim's value, part of a known name, or excused. What a value says is in values.py."""

from collections.abc import Iterator

from iddia.errors import Finding, shortened
from iddia.project.account import Account
from iddia.text.spans import Span


def audit_numbers(account: Account) -> Iterator[Finding]:
    """Numbers, then dates, that nobody read. A number of which a value's words take only a part is looked at with the values."""
    text = account.article.text
    excused = account.excuses("no_claim", "no_value")
    values = [span for claim in account.claims for span in account.value_spans(claim)]
    for quantity in account.quantities:
        if not any(span.holds(quantity.span) for span in excused) and not any(span.overlaps(quantity.span) for span in values):
            yield Finding(
                "number-unread",
                quantity.span,
                ("this number is no claim's value", "bu sayı hiçbir savın değeri değil"),
                got=_around(text, quantity.span),
                mend=_READ_OR_EXCUSE,
            )
    times = [claim.content for claim in account.claims if claim.claim.time is not None]
    for date in account.dates:
        if not any(span.overlaps(date.span) for span in (*values, *times, *excused)):
            yield Finding(
                "date-unread",
                date.span,
                ("this date is no claim's value or time", "bu tarih hiçbir savın değeri ya da zamanı değil"),
                got=_around(text, date.span),
                mend=_READ_OR_EXCUSE,
            )


_READ_OR_EXCUSE = (
    "read a claim from it, or excuse it in no_value with the reason",
    "ondan bir sav okuyun ya da gerekçesiyle no_value altına yazın",
)


def _around(text: str, span: Span) -> str:
    return shortened(text[max(0, span.start - 20) : span.end + 20])
