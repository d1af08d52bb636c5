"""A whole reading as a draft: the source, what looks like no claim, and every other sentence as claims to fill in."""

from collections import Counter
from dataclasses import dataclass
from itertools import count
from typing import get_args

from iddia.draft import words
from iddia.draft.candidate import Candidate
from iddia.draft.entries import Desk, claims, excuse
from iddia.draft.guess import language_of, title_of
from iddia.draft.sight import Sight, is_furniture, sights
from iddia.draft.values import value_of_date
from iddia.draft.yamltext import comment, either, empty
from iddia.language import Language, said
from iddia.model.lists import SourceKind, ValueKind
from iddia.project.account import Account
from iddia.project.article import Article
from iddia.project.vocabulary import Vocabulary
from iddia.scalars import quoted
from iddia.yamlfile import YamlFile

MODELINE = "# yaml-language-server: $schema=../../schema/reading.schema.json"


@dataclass(frozen=True)
class Draft:
    """The text of a reading.yaml, and how much was seen."""

    text: str
    counts: dict[str, int]


def draft_reading(candidate: Candidate, vocabulary: Vocabulary, language: Language) -> Draft:
    """The reading of an article that nobody has read yet, its comments in one language."""
    article = Article(candidate.source_id, candidate.text, YamlFile(""))
    desk = Desk(Account(article, vocabulary), language)
    seen = sights(desk.account)
    furniture = [sight for sight in seen if is_furniture(desk.account, sight)]
    said_in = [sight for sight in seen if sight not in furniture] or seen
    furniture = furniture if len(said_in) < len(seen) else []
    width = max(2, len(str(sum(max(1, len(sight.quantities)) for sight in said_in))))
    ids = (f"{candidate.source_id}.{number:0{width}}" for number in count(1))
    entries = [entry for sight in said_in for entry in claims(desk, sight, ids)]
    blocks = [_head(desk), _source(desk, candidate, seen)]
    if furniture:
        excuses = [line for sight in furniture for line in excuse(desk, sight, first=sight is furniture[0])]
        blocks.append([*comment(said(words.NO_CLAIM, language)), "no_claim:", *excuses])
    blocks.append(["claims:", *entries[0]])
    blocks.extend(entries[1:])
    counts = {
        "sentences": len(seen),
        "claims": len(entries),
        "excuses": len(furniture),
        "numbers": sum(len(sight.quantities) for sight in seen),
        "dates": sum(len(sight.dates) for sight in seen),
        "cues": sum(len(sight.markers) for sight in seen),
        "names": sum(len(sight.mentions) for sight in seen),
        "entities": len({entity for sight in seen for entity in sight.entities}),
    }
    return Draft("\n\n".join("\n".join(block) for block in blocks) + "\n", counts)


def _head(desk: Desk) -> list[str]:
    lines = [MODELINE]
    for sentence in words.HEAD:
        lines += comment(said(sentence, desk.language))
    lines.append("#")
    for step in words.STEPS:
        lines += comment(said(step, desk.language), bullet="- ")
    found = Counter((mention.entity_id, mention.span.cut(desk.text)) for mention in desk.account.mentions)
    names = ", ".join(f"{name} → {entity} ({times})" for (entity, name), times in found.most_common())
    heading = said(words.NAMES, desk.language)
    lines += ["#", *comment(f"{heading}: {names}" if names else said(words.NO_NAMES, desk.language))]
    lines += ["#", *comment(f"{said(words.PROPERTIES, desk.language)}:")]
    for kind in get_args(ValueKind):
        fitting = [name for name, definition in desk.account.vocabulary.properties.items() if definition.value_kind == kind]
        lines += comment(f"{kind}: {', '.join(fitting)}", bullet="- ") if fitting else []
    return lines


def _source(desk: Desk, candidate: Candidate, seen: list[Sight]) -> list[str]:
    language = language_of(candidate.text)
    title = title_of(candidate.text, [sight.span for sight in seen])
    lines = ["source:", *comment(said(words.TITLE, desk.language), 2), f"  title: {quoted(title)}"]
    lines += comment(said(words.PUBLISHER, desk.language), 2)
    lines += _published(desk, seen)
    lines += [f"  language: {language}"] if language else empty("language", said(words.LANGUAGE, desk.language), 2)
    lines += empty("kind", either(get_args(SourceKind)), 2)
    lines += empty("rights", said(words.RIGHTS, desk.language), 2)
    return [*lines, f"  sha256: {candidate.sha256}"]


def _published(desk: Desk, seen: list[Sight]) -> list[str]:
    """Whole days first, for a dateline gives the day; then whatever else has a year."""
    drafted = [(day, sight.span) for sight in seen for day in sight.dates if day.year is not None]
    drafted.sort(key=lambda pair: pair[0].day is None)
    lines: list[str] = []
    for day, sentence in drafted[:5]:
        if (value := value_of_date(desk.account, sentence, day)) is not None:
            place = f"{said(words.LINE, desk.language)} {desk.line(day.span)}: {quoted(value.raw)}"
            lines += [*comment(f"published: {value.parts['date']}  # {place}", 2), "  # published_basis: stated"]
    if not lines:
        return comment(said(words.NO_DATE, desk.language), 2)
    return [*comment(said(words.DATE_CHOICES, desk.language), 2), *lines]
