"""How many origins stand behind some claims, independent of one another: ends of attribution chains, not articles."""

from collections.abc import Iterable
from dataclasses import dataclass

from iddia.relate.identities import Identities


@dataclass(frozen=True)
class Origin:
    """Where a claim comes from: the innermost speaker, None where unnamed, and the speakers it passed through, the writer apart."""

    end: str | None
    through: frozenset[str]
    writer: str

    @property
    def name(self) -> str:
        """The end in words."""
        return self.end or "an unnamed source"


def origin(chain: Iterable[str | None], writer: str) -> Origin:
    """The origin of a claim whose speakers are ``chain``, outermost first, None where unnamed; the writer where there are none.

    ``writer`` is what :func:`writer_of` gives for the article.
    """
    speakers = list(chain)
    return Origin(speakers[-1] if speakers else writer, frozenset(speaker for speaker in speakers if speaker is not None), writer)


def writer_of(source_id: str, translation_of: str | None, publisher: str | None) -> str:
    """Who stands behind an article's own words: what it is a translation of, else its publisher, else the article."""
    return translation_of or publisher or source_id


def independent(origins: Iterable[Origin], identities: Identities) -> int:
    """How many of these origins do not depend on one another: rather too few than too many.

    Two are one where they are the same or maybe the same, or where one stands in the other's chain: what a paper's insiders
    say is no second source beside the paper, nor what an unnamed source tells a writer beside the writer. Other unnamed sources
    cannot be told apart, so all of them together are one.
    """
    different = list(dict.fromkeys(origins))
    named = [one for one in different if one.end is not None]
    root = {one.end: one.end for one in named}

    def find(name: str | None) -> str | None:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for one in named:
        for name in _with_maybe_same({one.end or "", *one.through}, identities):
            if name in root:
                root[find(one.end)] = find(name)
    apart = [one for one in different if one.end is None and not _with_maybe_same(one.through or {one.writer}, identities) & root.keys()]
    return len({find(one.end) for one in named}) + bool(apart)


def _with_maybe_same(names: Iterable[str], identities: Identities) -> set[str]:
    return {one for name in names for one in identities.readings_of(name)}
