"""A new entry of the registry or the vocabulary: checked against what is there, then added behind it."""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from iddia.disk import write_through
from iddia.draft.kinds import KINDS, Slot
from iddia.draft.slug import id_problems
from iddia.draft.yamltext import comment, either, empty, flow, worded
from iddia.errors import CouldNotRunError, Finding, Place, Problem, VocabularyError
from iddia.language import LANGUAGES, Language, said
from iddia.model import lists
from iddia.model.columns import ID_PATTERN, SNAKE_PATTERN
from iddia.model.judgement import ReadReference
from iddia.model.registry import DefinedCue, DefinedProperty, DefinedUnit, RegisteredEntity
from iddia.project.judgements import REFERENCES
from iddia.project.validation import findings_of
from iddia.project.vocabulary import CUES, ENTITIES, PROPERTIES, UNITS, unknown
from iddia.text.turkish import key
from iddia.yamlfile import YamlFile, read_yaml

Given = Mapping[str, Any]
"""Values by key, as the models take them; keys that were not given are not there."""


@dataclass(frozen=True)
class Home:
    """Where entries of a kind stand, what they may say, and what their ids look like."""

    file: str
    model: type[BaseModel]
    pattern: str


HOMES = {
    "entity": Home(ENTITIES, RegisteredEntity, ID_PATTERN),
    "property": Home(PROPERTIES, DefinedProperty, SNAKE_PATTERN),
    "unit": Home(UNITS, DefinedUnit, SNAKE_PATTERN),
    "cue": Home(CUES, DefinedCue, ID_PATTERN),
    "reference": Home(REFERENCES, ReadReference, ID_PATTERN),
}
_CLOSED: dict[tuple[str, str], Any] = {
    ("entity", "type"): lists.EntityType,
    ("property", "value_kind"): lists.ValueKind,
    ("property", "dimension"): lists.Dimension,
    ("property", "domain"): lists.TypeOrAny,
    ("property", "range"): lists.TypeOrAny,
    ("unit", "dimension"): lists.Dimension,
    ("cue", "modality"): lists.Modality,
    ("reference", "kind"): lists.ReferenceKind,
    ("reference", "basis"): lists.ReferenceBasis,
}


def add_entry(root: Path, kind: str, item_id: str, given: Given, language: Language) -> Place:
    """Add an entry behind those that are there, every other byte kept; the place of its id.

    What is needed and not given is written as an empty key. Raises VocabularyError with all that is wrong, the file then
    unchanged; CouldNotRunError where nothing can be added at the file's end.
    """
    home = HOMES[kind]
    file = read_yaml(root / home.file, home.file)
    if file.problems:
        raise VocabularyError(file.problems)
    if not isinstance(file.data, dict):
        raise CouldNotRunError(f"{home.file} is no mapping of ids: see what `iddia validate` says of it")
    if problems := [*_id_problems(kind, item_id, home, file), *_value_problems(kind, given, file)]:
        raise VocabularyError(problems)
    return _append(root / home.file, file, item_id, entry_text(kind, item_id, given, language), given)


def _id_problems(kind: str, item_id: str, home: Home, file: YamlFile) -> Iterator[Problem]:
    at = Place(f"iddia new {kind}")
    yield from id_problems(item_id, home.pattern, at)
    if item_id in file.data:
        place = file.key_place((item_id,))
        yield Problem(
            "id-twice",
            at,
            (f"{item_id} is there already", f"{item_id} zaten var"),
            got=item_id,
            expected=(f"an id never used before ({place} has this one)", f"hiç kullanılmamış bir kimlik (bunun kullanıldığı yer: {place})"),
            mend=(f"mend the entry at {place}, or choose another id", f"{place} konumundaki girdiyi düzeltin ya da başka bir kimlik seçin"),
        )


def _value_problems(kind: str, given: Given, file: YamlFile) -> Iterator[Problem]:
    """What is wrong with the values that were given; what was not is written as an empty key, and named by `iddia validate`."""
    left_out = {slot.key: None for slot in KINDS[kind] if slot.key not in given and _has_a_place(slot, given)}
    findings: list[Finding] = []
    try:
        HOMES[kind].model.model_validate({**left_out, **given})
    except ValidationError as error:
        found = [
            finding for finding in findings_of(error, HOMES[kind].model, (), given) if finding.code not in ("key-empty", "key-missing")
        ]
        inner = {tuple(finding.at)[:-1] for finding in found}  # a list of which one word is wrong is not wrong itself
        findings += [finding for finding in found if tuple(finding.at) not in inner or not finding.at]
    if kind == "entity":
        findings += _entity_findings(given, file)
    options = {slot.key: slot.options for slot in KINDS[kind]}
    for finding in findings:
        at = tuple(map(str, finding.at))
        names = options.get(at[0] if at else "", (f"iddia new {kind}",))
        name = next((option for option in names if at[1:2] and option.endswith(f"-{at[1]}")), names[0])
        # Nothing is written yet that an edit could mend.
        yield replace(finding, instead=None).placed(Place(f"--{name}" if at else name))


def _entity_findings(given: Given, file: YamlFile) -> Iterator[Finding]:
    if (parent := given.get("parent")) is not None and parent not in file.data:
        yield unknown("entity", parent, {entity_id: file.key_place((entity_id,)) for entity_id in file.data}, ENTITIES, ("parent",))
    owners = {key(name): (entity_id, at) for entity_id, at, name in _names(file.data)}
    for name in given.get("names", ()):
        if (owner := owners.get(key(name["name"]))) is not None:
            entity_id, index = owner
            yield Finding(
                "name-ambiguous",
                ("names",),
                (f"{name['name']} is a name of {entity_id} already", f"{name['name']} zaten {entity_id} varlığının adı"),
                got=name["name"],
                expected=("a name that no other entity has", "başka hiçbir varlıkta bulunmayan bir ad"),
                nearest=entity_id,
                nearest_place=file.place((entity_id, "names", index, "name")),
                mend=(f"leave the name out, or use {entity_id}", f"adı yazmayın ya da {entity_id} varlığını kullanın"),
            )


def _names(entities: dict[str, Any]) -> Iterator[tuple[str, int, str]]:
    """All names in the file, also of entities that something else is wrong with."""
    for entity_id, entity in entities.items():
        names = entity.get("names") if isinstance(entity, dict) else None
        for index, name in enumerate(names if isinstance(names, list) else ()):
            if isinstance(name, dict) and isinstance(name.get("name"), str):
                yield entity_id, index, name["name"]


def entry_text(kind: str, item_id: str, given: Given, language: Language) -> list[str]:
    """The entry's lines: what was given in the form of the file, what was not as an empty key, or a comment where it may be left out."""
    lines = [f"{item_id}:"]
    for slot in KINDS[kind]:
        if slot.key in given:
            lines += _written(slot, given[slot.key], _hint(kind, slot, language))
        elif _has_a_place(slot, given):
            lines += _left_out(slot, _hint(kind, slot, language))
    return lines


def left_empty(kind: str, given: Given) -> list[str]:
    """The keys that the entry is written with and that are still to be filled in."""
    needed = [slot for slot in KINDS[kind] if slot.needed and _has_a_place(slot, given)]
    pairs = ("pair", "paragraph")
    return [slot.key for slot in needed if slot.key not in given or (slot.form in pairs and len(given[slot.key]) < len(LANGUAGES))]


def _has_a_place(slot: Slot, given: Given) -> bool:
    return slot.only is None or given.get(slot.only[0], slot.only[1]) == slot.only[1]


def _hint(kind: str, slot: Slot, language: Language) -> str:
    hint = said(slot.hint, language)
    if slot.key == "single_valued":
        hint = f"true | false; {hint}"
    if slot.only is not None:
        hint = f"{hint} ({slot.only[0]}: {slot.only[1]})"
    closed = _CLOSED.get((kind, slot.key))
    return f"{either(get_args(closed))}; {hint}" if closed else hint


def _left_out(slot: Slot, hint: str) -> list[str]:
    if not slot.needed:
        return comment(f"{slot.key}: {hint}", 2)
    if slot.form in ("pair", "paragraph"):
        return _written(slot, {}, hint)
    return empty(slot.key, hint, 2)


def _written(slot: Slot, value: Any, hint: str) -> list[str]:
    if slot.form in ("word", "text"):
        return [f"  {slot.key}: {_scalar(slot, value)}"]
    if slot.form == "words":
        return [f"  {slot.key}: [{', '.join(map(worded, value))}]"]
    if slot.form == "names":
        return [f"  {slot.key}:", *(f"    - {flow({part: worded(text) for part, text in name.items()})}" for name in value)]
    if slot.form == "pair" and len(value) == 2:
        return [f"  {slot.key}: {flow({language: worded(text) for language, text in value.items()})}"]
    parts = [[f"    {part}: {worded(value[part])}"] if part in value else empty(part, hint, 4) for part in ("en", "tr")]
    return [f"  {slot.key}:", *(line for lines in parts for line in lines)]


def _scalar(slot: Slot, value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if slot.key == "factor":
        return str(value)
    if slot.key == "pattern" and value.isprintable() and "'" not in value:
        return f"'{value}'"  # here a backslash stands for itself
    return worded(value)


def _append(path: Path, old: YamlFile, item_id: str, lines: list[str], given: Given) -> Place:
    before = path.read_bytes()
    end = b"\r\n" if b"\r\n" in before else b"\n"
    entry = end.join(line.encode() for line in lines) + end
    gap = b"" if before.endswith(end) else end
    content = before + gap + (end if _spaced(before) else b"") + entry
    staging = Path(tempfile.mkdtemp(prefix=".iddia-new-", dir=path.parent))
    try:
        write_through(staging / path.name, content)
        new = read_yaml(staging / path.name, old.file)
        if new.problems or not _holds(new, old, item_id, given):
            raise CouldNotRunError(
                f"nothing can be added at the end of {old.file}: it ends in something that takes the new lines for its own"
            )
        shutil.copymode(path, staging / path.name)
        (staging / path.name).replace(path)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return new.key_place((item_id,))


def _spaced(content: bytes) -> bool:
    """Whether most entries of the file have a blank line before them."""
    starts = [entry.start() for entry in re.finditer(rb"(?m)^[a-z][\w-]*:", content)]
    spaced = sum(re.search(rb"(?:\A|\n)[ \t]*\r?\n\Z", content[max(0, start - 99) : start]) is not None for start in starts)
    return spaced * 2 > len(starts)


def _holds(new: YamlFile, old: YamlFile, item_id: str, given: Given) -> bool:
    """Whether the file says what it said, and the new entry behind it what was given."""
    if not isinstance(new.data, dict) or list(new.data) != [*old.data, item_id]:
        return False
    entry = new.data[item_id]
    same = all(new.data[key] == value for key, value in old.data.items())
    return same and isinstance(entry, dict) and all(_as_given(entry.get(key)) == _as_given(value) for key, value in given.items())


def _as_given(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_given(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, (list, tuple)):
        return [_as_given(inner) for inner in value]
    try:
        number = None if isinstance(value, bool) else Decimal(value)
    except InvalidOperation:
        return value
    return number if number is not None and number.is_finite() else value  # "NaN" is a word, and no NaN equals another
