"""One sentence as entries of a reading: what the detectors see is filled in or offered, the rest left empty."""

from collections.abc import Iterator
from dataclasses import dataclass

from iddia.audits.names import HEARSAY
from iddia.draft import words
from iddia.draft.sight import Sight, which, with_names
from iddia.draft.values import DraftedValue, value_of_date, value_of_number
from iddia.draft.yamltext import comment, either, empty, flow
from iddia.language import Language, said
from iddia.project.account import Account
from iddia.scalars import quoted
from iddia.text.spans import Span

_SPEAKERS = frozenset({"organization", "person", "role"})


@dataclass(frozen=True)
class Desk:
    """What an entry is drafted from: the article with its vocabulary, and the language of the comments."""

    account: Account
    language: Language

    @property
    def text(self) -> str:
        """The article's text."""
        return self.account.article.text

    def line(self, span: Span) -> int:
        """The physical line on which a span begins."""
        return self.account.article.lines(span.start)[0]


def excuse(desk: Desk, sight: Sight, *, first: bool) -> list[str]:
    """The sentence as an entry of no_claim, its reason left empty; what reasons there are is said at the first."""
    why = "dateline" if sight.dates else said(words.WHY, desk.language) if first else ""
    return [*_quote(desk, sight.span, "  - quote: "), *empty("why", why, 4)]


def claims(desk: Desk, sight: Sight, ids: Iterator[str]) -> Iterator[list[str]]:
    """The sentence as entries of claims: one for each number in it, one where there is none."""
    drafted = [(number, value_of_number(desk.account, sight.span, number)) for number in sight.quantities]
    values = [value for _, value in drafted if value is not None]
    days = {day.span: value_of_date(desk.account, sight.span, day) for day in sight.dates}
    known = [day for day in days.values() if day is not None]
    notes = [number.span for number, value in drafted if value is None] + [span for span, day in days.items() if day is None]
    first = values[0] if values else known[0] if len(known) == 1 and not drafted else None
    offered = [day for day in known if day is not first]
    yield [*_heading(desk, sight, notes), *_claim(desk, sight, next(ids), first, offered)]
    for value in values[1:]:
        yield [*comment(said(words.NEXT_NUMBER, desk.language), 2), *_claim(desk, sight, next(ids), value, [])]


def _heading(desk: Desk, sight: Sight, notes: list[Span]) -> list[str]:
    """The line of the article, the names in the sentence, and what was seen there but could not be drafted."""
    text, shown = desk.text, dict.fromkeys((mention.span.cut(desk.text), mention.entity_id) for mention in sight.mentions)
    names = ", ".join(f"{name} → {entity}" for name, entity in shown)
    heading = f"{said(words.LINE, desk.language)} {desk.line(sight.span)}{': ' if names else ''}{names}"
    unproved = ", ".join(quoted(span.cut(text)) for span in notes)
    return [*comment(heading, 2), *(comment(f"{said(words.UNPROVED, desk.language)}: {unproved}", 2) if unproved else [])]


def _claim(desk: Desk, sight: Sight, claim_id: str, value: DraftedValue | None, days: list[DraftedValue]) -> list[str]:
    modality = _modality(desk, sight)
    only = sight.entities[0] if len(sight.entities) == 1 else None
    lines = [f"  - id: {claim_id}", *_quote(desk, sight.span, "    quote: "), *_cues(desk, sight)]
    lines += ["    statement_en:", "    statement_tr:"]
    lines += [f"    subject: {only}"] if only else empty("subject", either(sight.entities), 4)
    lines += empty("property", either(_fitting(desk, value, only)), 4)
    lines += _value(desk, value, only, sight)
    for day in days:
        other = f"value: {day.written()} {said(words.OR, desk.language)} time: {day.parts['date']}"
        lines += comment(f"{said(words.ALSO, desk.language)}: {other}", 6)
    lines += [f"    modality: {modality}"]
    if modality == "predicted":
        lines[-1] += f"  # {said(words.FORETOLD, desk.language)}"
    if modality in HEARSAY:
        lines += empty("said_by", either(_speakers(desk, sight)), 4)
    return [*lines, "    review: drafted"]


def _quote(desk: Desk, span: Span, key: str) -> list[str]:
    occurrence = which(desk.text, span)
    indent = " " * (len(key) - len(key.lstrip(" -")))
    return [key + quoted(span.cut(desk.text)), *([f"{indent}occurrence: {occurrence}"] if occurrence else [])]


def _cues(desk: Desk, sight: Sight) -> list[str]:
    """The markers of the sentence as cue:, each told apart from the same words elsewhere in the sentence."""
    sentence = sight.span.cut(desk.text)
    written = []
    for marker in sight.markers:
        span = with_names(marker.span, sight)
        cue = span.cut(desk.text)
        occurrence = which(desk.text, span) if sentence.count(cue) > 1 else None
        written.append(flow({"quote": quoted(cue), "occurrence": str(occurrence)}) if occurrence else quoted(cue))
    if not written:
        return []
    return [f"    cue: {written[0]}" if len(written) == 1 else f"    cue: [{', '.join(written)}]"]


def _modality(desk: Desk, sight: Sight) -> str:
    marked = {marker.cue.modality for marker in sight.markers}
    return desk.account.vocabulary.most_doubtful(marked) if marked else "asserted"


def _fitting(desk: Desk, value: DraftedValue | None, subject: str | None) -> list[str]:
    """Properties that take the value, of a subject of this type where it is known; none where there is no value to go by."""
    if value is None:
        return []
    vocabulary = desk.account.vocabulary
    entity = vocabulary.entities.get(subject or "")
    return [
        property_id
        for property_id, definition in vocabulary.properties.items()
        if definition.value_kind == value.kind
        and (value.dimension is None or definition.dimension == value.dimension)
        and (entity is None or not {"any", entity.type}.isdisjoint(definition.domain))
    ]


def _value(desk: Desk, value: DraftedValue | None, subject: str | None, sight: Sight) -> list[str]:
    if value is None:
        return empty("value", either(f"{{entity: {entity}}}" for entity in sight.entities if entity != subject), 4)
    if value.kind == "quantity" and not value.parts["unit"]:
        counts = [unit_id for unit_id, unit in desk.account.vocabulary.units.items() if unit.dimension == value.dimension]
        keys = [f"      {key}: {part}" for key, part in value.parts.items() if key != "unit"]
        return ["    value:", *keys, f"      raw: {quoted(value.raw)}", *empty("unit", either(counts), 6)]
    return [f"    value: {value.written()}"]


def _speakers(desk: Desk, sight: Sight) -> Iterator[str]:
    """Who may have said it: whoever is named in the sentence and can speak, nobody in particular, or somebody without a name."""
    entities = desk.account.vocabulary.entities
    for mention in sight.mentions:
        if entities[mention.entity_id].type in _SPEAKERS:
            yield flow({"speaker": mention.entity_id, "label": quoted(mention.span.cut(desk.text))})
    yield from (flow({"kind": "impersonal", "verb": quoted(marker.span.cut(desk.text))}) for marker in sight.markers[:1])
    yield '{kind: unnamed, label: "..."}'
