"""Evidential markers: the words and suffixes by which Turkish says how sure a writer is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from iddia.text.spans import Span

_LONG_WORD = re.compile(r"\w{101,}")  # no word: an address or a picture in letters, in which a search may take the square of its length


@dataclass(frozen=True)
class CuePattern:
    """One entry of the cue lexicon: its regular expression and the modality it marks."""

    cue_id: str
    pattern: re.Pattern[str]
    modality: str


@dataclass(frozen=True)
class Marker:
    """A place in a text where a cue of the lexicon stands."""

    span: Span
    cue: CuePattern


def markers(text: str, lexicon: Iterable[CuePattern]) -> list[Marker]:
    """Every marker of ``text`` in reading order.

    A run of more than 100 letters holds none.
    Where two cues claim the same letters, the one that comes first in the lexicon has them: special before general.
    """
    text = _LONG_WORD.sub(lambda word: "\ufffd" * len(word.group()), text)
    found: list[Marker] = []
    taken = bytearray(len(text))
    for cue in lexicon:
        for match in cue.pattern.finditer(text):
            span = Span(*match.span(match.lastgroup or 0))
            if span.start < span.end and not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                found.append(Marker(span, cue))
    return sorted(found, key=lambda marker: marker.span)
