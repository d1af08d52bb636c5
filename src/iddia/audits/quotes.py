"""Quotes: one claim is not read twice from the same words, and statements are no copies of them."""

from collections.abc import Iterator
from itertools import combinations

from iddia.errors import Finding, shortened
from iddia.project.account import Account
from iddia.project.propositions import proposition_id
from iddia.text.turkish import key


def audit_quotes(account: Account) -> Iterator[Finding]:
    """That each quote is in the article by exact code points is settled by anchoring; this looks for doubles and copies."""
    by_proposition: dict[str, list[int]] = {}
    for index, anchored in enumerate(account.claims):
        claim = anchored.claim
        if claim.property in account.vocabulary.properties and (claim.value.unit is None or claim.value.unit in account.vocabulary.units):
            by_proposition.setdefault(proposition_id(claim, account.vocabulary), []).append(index)
        if key(claim.statement_tr.rstrip(".")) == key(claim.quote.rstrip(".")):
            yield Finding(
                "statement-copied",
                (*anchored.at, "statement_tr"),
                ("the statement is a copy of the quote", "önerme, alıntının kopyası"),
                got=shortened(claim.statement_tr),
                mend=("write it anew, so that it stands alone", "tek başına anlaşılacak biçimde yeniden yazın"),
            )
    for indexes in by_proposition.values():
        for first, second in combinations(indexes, 2):
            a, b = account.claims[first], account.claims[second]
            if a.content.overlaps(b.content):
                yield Finding(
                    "claim-duplicate",
                    (*b.at, "quote"),
                    (
                        f"{b.claim.id} says what {a.claim.id} says, from overlapping words",
                        f"{b.claim.id} ile {a.claim.id}, örtüşen sözcüklerden aynı şeyi söylüyor",
                    ),
                    got=shortened(b.claim.quote),
                    expected=("one claim for one proposition in one place", "bir yerde bir önerme için tek bir sav"),
                    mend=("remove one of the two", "ikisinden birini silin"),
                )
