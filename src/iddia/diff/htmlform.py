"""A difference as one page of HTML: no script, no address, light and dark, and fit to be printed."""

import html
import re
from collections.abc import Iterator

from iddia.diff import words
from iddia.diff.records import Difference
from iddia.diff.sections import Block, Change, Code, Line, Prose, Section, sections
from iddia.errors import printable
from iddia.language import Language, said

_WORDS = re.compile(r"\S+|\s+")
_STYLE = """
:root { color-scheme: light dark; --line: #8886; --faint: #8882; --gone: #c0392b; --come: #1e8449; --warn: #c0392b; }
@media (prefers-color-scheme: dark) { :root { --gone: #ff8a7a; --come: #7fdc9c; --warn: #ff8a7a; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2, summary { font-size: 1.15rem; font-weight: 600; margin: 1.5rem 0 .5rem; } summary { cursor: pointer; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .25rem 0 1rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--faint); } th:first-child { width: 18%; }
code { font: .9em/1.4 ui-monospace, monospace; } td code + code { margin-left: .75rem; }
del { color: var(--gone); } ins { color: var(--come); text-decoration-thickness: 2px; }
.warning { border: 2px solid var(--warn); border-radius: .5rem; padding: 0 1rem; } .warning h2 { color: var(--warn); }
@media print { body { max-width: none; margin: 0; font-size: 9pt; } tr, h2, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; } }
"""


def html_form(found: Difference, language: Language) -> str:
    """The page, complete. Of cells before and after, what differs is struck out and underlined; what does not print is escaped."""
    title = _text(": ".join(filter(None, (said(words.DIFFERENCE, language), words.versions(found, language)))))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><style>{_STYLE}</style>'
    body = [f"<h1>{title}</h1>"]
    if found.is_empty:
        body.append(f"<p>{_text(said(words.NO_DIFFERENCE, language))}</p>")
    for section in sections(found, language):
        body += _section(section)
    return "\n".join([f'<!doctype html>\n<html lang="{language}"><head>{head}</head><body>', *body, "</body></html>"])


def _section(section: Section) -> Iterator[str]:
    title = f"{_text(section.name)}: {_text(section.counts)}"
    if section.is_open or not section.blocks:
        kind = ' class="warning"' * section.is_warning
        yield f"<section{kind}><h2>{title}</h2>"
    else:
        yield f"<details open><summary>{title}</summary>"
    for block in section.blocks:
        yield from _block(block)
    yield "</section>" if section.is_open or not section.blocks else "</details>"


def _block(block: Block) -> Iterator[str]:
    if block.heading is not None:
        yield f"<h3>{_text(block.heading)}</h3>"
    columns = "".join(f'<th scope="col">{_text(column)}</th>' for column in block.columns)
    yield f"<table><thead><tr>{columns}</tr></thead><tbody>"
    for line in block.lines():
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(line))}</tr>"
    yield "</tbody></table>"


def _cells(line: Line) -> Iterator[str]:
    for cell in line:
        if isinstance(cell, Change):
            yield from _sides(cell)
        elif isinstance(cell, Prose):
            yield _text(cell.text)
        else:
            yield " ".join(_code(one.text) for one in ((cell,) if isinstance(cell, Code) else cell))


def _sides(change: Change) -> Iterator[str]:
    """Both sides, the words that they begin and end with alike left plain."""
    before, after = (_WORDS.findall(text) for text in (change.before, change.after))
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    for mark, side in (("del", before), ("ins", after)):
        parts = ("".join(part) for part in (side[:start], side[start : len(side) - end], side[len(side) - end :]))
        first, middle, last = map(_text, parts)
        marked = f"<{mark}>{middle}</{mark}>" if middle else ""
        yield f"<code>{first}{marked}{last}</code>" if side else _text(change.nothing)


def _alike(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    return next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))


def _code(text: str) -> str:
    return f"<code>{_text(text)}</code>"


def _text(text: str) -> str:
    return html.escape(printable(text))
