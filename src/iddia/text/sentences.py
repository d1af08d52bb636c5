"""Where sentences begin and end: headings, captions and list items count as sentences of their own."""

import re

from iddia.text.spans import Span

_LINE = re.compile(r"[^\r\n]+")
_ABBREVIATIONS = frozenset(["dr", "prof", "doç", "av", "sn", "vb", "vs", "bkz", "örn", "no", "st", "mr", "mrs", "inc", "co", "ltd"])
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-ZÇĞİÖŞÜ0-9])")
ENUMERATOR = re.compile(r"(?:^|(?<=\r))[ \t]*(?:\d{1,3}[.)]|[•*–-])[ \t]+", re.MULTILINE)


def sentences(text: str) -> list[Span]:
    """Every stretch that holds a letter or digit, split at line ends and at sentence ends.

    A list's number or bullet belongs to no sentence. A full stop after an abbreviation, a single capital or
    a bare number ("3. çeyrek") ends none.
    """
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        if mark := ENUMERATOR.match(line.group()):
            start += mark.end()
        for stop in _END.finditer(text, start, line.end()):
            if not _is_abbreviation(text, start, stop.start()):
                found.append(_trim(text, start, stop.end()))
                start = stop.end()
        found.append(_trim(text, start, line.end()))
    return [span for span in found if any(c.isalnum() for c in span.cut(text))]


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    if text[stop] != ".":
        return False
    last = re.search(r"\w+$", text[max(start, stop - 8) : stop])  # no abbreviation is longer
    if last is None:
        return False
    word = last.group()
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()) or (word.isdigit() and len(word) < 3)


def _trim(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))
