"""The registry of entities and the vocabulary, read from their YAML files and checked against each other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from os.path import lexists
from pathlib import Path
from typing import Literal, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from iddia.errors import Finding, Place, Problem, did_you_mean
from iddia.language import Said
from iddia.model import lists
from iddia.model.columns import ID_PATTERN, SNAKE_PATTERN
from iddia.model.registry import DefinedConstraint, DefinedCue, DefinedModality, DefinedProperty, DefinedUnit, RegisteredEntity
from iddia.project.validation import FORMS, findings_of, foreign, kind_of
from iddia.text.cues import CuePattern
from iddia.text.names import NameIndex
from iddia.text.turkish import key
from iddia.yamlfile import YamlFile, read_yaml

Model = TypeVar("Model", bound=BaseModel)

ENTITIES = "seeds/entities.yaml"
PROPERTIES = "schema/vocabulary/properties.yaml"
UNITS = "schema/vocabulary/units.yaml"
MODALITIES = "schema/vocabulary/modalities.yaml"
CUES = "schema/vocabulary/cues.yaml"
CONSTRAINTS = "schema/vocabulary/constraints.yaml"
ASSERTIONS = "schema/vocabulary/assertions.yaml"


@dataclass
class Vocabulary:
    """What readings may refer to, by id, in the order of the files."""

    entities: dict[str, RegisteredEntity] = field(default_factory=dict)
    properties: dict[str, DefinedProperty] = field(default_factory=dict)
    units: dict[str, DefinedUnit] = field(default_factory=dict)
    modalities: dict[str, DefinedModality] = field(default_factory=dict)
    cues: dict[str, DefinedCue] = field(default_factory=dict)
    constraints: dict[str, DefinedConstraint] = field(default_factory=dict)
    files: dict[str, YamlFile] = field(default_factory=dict)
    complete: bool = True
    """Whether all files could be read to the last entry; if not, nothing can be said to be missing from them."""

    @cached_property
    def unit_words(self) -> dict[str, str]:
        """Printed unit words to unit ids, longest first."""
        pairs = [(word, unit_id) for unit_id, unit in self.units.items() for word in unit.words]
        return dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))

    @cached_property
    def lexicon(self) -> tuple[CuePattern, ...]:
        """The cues, ready to be searched for, special before general."""
        return tuple(CuePattern(cue_id, re.compile(cue.pattern), cue.modality) for cue_id, cue in self.cues.items())

    @cached_property
    def names(self) -> NameIndex:
        """All registered names."""
        return NameIndex.of((name.name, entity_id) for entity_id, entity in self.entities.items() for name in entity.names)

    @property
    def identity_pairs(self) -> Iterator[tuple[str, str]]:
        """Pairs of entities that may be the same, as the registry lists them."""
        return ((entity_id, other.entity) for entity_id, entity in self.entities.items() for other in entity.maybe_same_as)

    def unknown(self, kind: Literal["entity", "property", "unit", "modality"], got: str, at: tuple[str | int, ...]) -> Finding:
        """The finding that there is no entity, property, unit or modality of this id."""
        kinds: dict[str, tuple[str, Mapping[str, object]]] = {
            "entity": (ENTITIES, self.entities),
            "property": (PROPERTIES, self.properties),
            "unit": (UNITS, self.units),
            "modality": (MODALITIES, self.modalities),
        }
        file, known = kinds[kind]
        return unknown(kind, got, self.files.get(file, YamlFile(file)).key_places(known), file, at)

    def most_doubtful(self, modalities: set[str]) -> str:
        """Of stacked modalities the one that wins."""
        return min(sorted(modalities), key=lambda modality: self.modalities[modality].rank)


def read_vocabulary(root: Path, problems: list[Problem]) -> Vocabulary:
    """Read all files, of which that of constraints may be missing; what is wrong with them is added to ``problems``."""
    before = len(problems)
    files = {name: read_yaml(root / name, name) for name in (ENTITIES, PROPERTIES, UNITS, MODALITIES, CUES)}
    if lexists(root / CONSTRAINTS):  # a link to nowhere is there too, and read_yaml reports it
        files[CONSTRAINTS] = read_yaml(root / CONSTRAINTS, CONSTRAINTS)
    for file in files.values():
        problems.extend(file.problems)
    vocabulary = Vocabulary(
        items_of(files[ENTITIES], RegisteredEntity, ID_PATTERN, problems),
        items_of(files[PROPERTIES], DefinedProperty, SNAKE_PATTERN, problems),
        items_of(files[UNITS], DefinedUnit, SNAKE_PATTERN, problems),
        items_of(files[MODALITIES], DefinedModality, SNAKE_PATTERN, problems),
        items_of(files[CUES], DefinedCue, ID_PATTERN, problems),
        items_of(files[CONSTRAINTS], DefinedConstraint, SNAKE_PATTERN, problems) if CONSTRAINTS in files else {},
        files,
    )
    vocabulary.complete = len(problems) == before
    if not vocabulary.complete:
        return vocabulary
    checks = {
        ENTITIES: (_parents(vocabulary), _identities(vocabulary), _one_name_one_entity(vocabulary.entities)),
        CUES: (_cue_modalities(vocabulary),),
        MODALITIES: (_closed_modalities(vocabulary.modalities),),
    }
    for name, findings in checks.items():
        for check in findings:
            problems.extend(finding.placed(files[name].place(tuple(finding.at))) for finding in check)
    return vocabulary


def items_of(file: YamlFile, model: type[Model], id_pattern: str, problems: list[Problem]) -> dict[str, Model]:
    """The entries of a file of ids and what they stand for; what is wrong with it is added to ``problems``."""
    if file.problems:
        return {}
    if not isinstance(file.data, dict):
        expected = "an id, a colon, and what it stands for", "bir kimlik, iki nokta üst üste ve kimliğin karşılığı"
        problems.append(Problem("value-type", file.place(()), NO_MAPPING, got=kind_of(file.data), expected=expected))
        return {}
    found: dict[str, Model] = {}
    for item_id, value in file.data.items():
        if not re.fullmatch(id_pattern, item_id):
            english, turkish = foreign(item_id)
            message = f"this is no id{english}", f"bu bir kimlik değil{turkish}"
            problems.append(Problem("id-malformed", file.key_place((item_id,)), message, got=item_id, expected=FORMS[id_pattern]))
        try:
            found[item_id] = model.model_validate(value)
        except ValidationError as error:
            for finding in findings_of(error, model, (item_id,), value):
                at = tuple(finding.at)
                is_key = finding.code == "key-unknown" or at[-1:] == ("[key]",)
                at = at[:-1] if at[-1:] == ("[key]",) else at
                problems.append(finding.placed(file.key_place(at) if is_key else file.place(at)))
    return found


NO_MAPPING = ("this file is no mapping", "bu dosya bir eşleme değil")
REMOVE_ONE = ("remove one", "birini silin")
_TURKISH = {"entity": "varlık", "property": "özellik", "unit": "birim", "modality": "kiplik", "reference": "başvuru kaynağı"}


def unknown(kind: str, got: str, known: Mapping[str, Place], file: str, at: tuple[str | int, ...]) -> Finding:
    """The finding that an id is none of those ``known``, which stand at their places, most of them in ``file``."""
    nearest = did_you_mean(got, known)
    count = sum(place.file == file for place in known.values())
    mend = f"add {got} to {file}, or use an id from there", f"{got} kimliğini {file} dosyasına ekleyin ya da oradan bir kimlik kullanın"
    if nearest:
        mend = f"write {nearest}, or add {got} to {file}", f"{nearest} yazın ya da {got} kimliğini {file} dosyasına ekleyin"
    return Finding(
        f"{kind}-unknown",
        at,
        (f"there is no {kind} {got}", f"{got} kimlikli bir {_TURKISH[kind]} yok"),
        got=got,
        expected=(f"one of the {count} in {file}", f"{file} dosyasındaki {count} kimlikten biri"),
        nearest=nearest,
        mend=mend,
        nearest_place=known[nearest] if nearest else None,
        instead=nearest,
    )


def _parents(vocabulary: Vocabulary) -> Iterator[Finding]:
    entities = vocabulary.entities
    for entity_id, entity in entities.items():
        if entity.parent is not None and entity.parent not in entities:
            yield vocabulary.unknown("entity", entity.parent, (entity_id, "parent"))
        seen, step = set[str](), entity.parent
        while step is not None and step in entities and step not in seen:
            if step == entity_id:
                message = f"{entity_id} is its own ancestor", f"{entity_id} kendi üst varlığı oluyor"
                mend = "remove one parent of the ring", "halkadaki parent satırlarından birini silin"
                yield Finding("parent-circular", (entity_id, "parent"), message, got=entity.parent, mend=mend)
            seen.add(step)
            step = entities[step].parent


def _identities(vocabulary: Vocabulary) -> Iterator[Finding]:
    first: dict[frozenset[str], str] = {}
    for entity_id, entity in vocabulary.entities.items():
        for index, other in enumerate(entity.maybe_same_as):
            at = (entity_id, "maybe_same_as", index, "entity")
            if other.entity not in vocabulary.entities:
                yield vocabulary.unknown("entity", other.entity, at)
            elif other.entity == entity_id:
                message = f"{entity_id} is said to be maybe the same as itself", f"{entity_id} için kendisiyle aynı olabileceği söylenmiş"
                yield Finding("identity-itself", at, message, mend=("name the other entity", "öteki varlığı yazın"))
            elif (owner := first.setdefault(frozenset((entity_id, other.entity)), f"{entity_id}: {index}")) != f"{entity_id}: {index}":
                message = (
                    f"that {entity_id} and {other.entity} may be the same is said already",
                    f"{entity_id} ile {other.entity} için aynı olabilecekleri daha önce söylenmiş",
                )
                where = owner.partition(":")[0]
                expected = f"once (at {where})", f"bir kez (yeri: {where})"
                yield Finding("identity-twice", at, message, got=other.entity, expected=expected, mend=REMOVE_ONE)


def _one_name_one_entity(entities: Mapping[str, RegisteredEntity]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    seen: set[tuple[str, str, str]] = set()
    for entity_id, entity in entities.items():
        for index, name in enumerate(entity.names):
            at = (entity_id, "names", index, "name")
            if (entity_id, name.name, name.language) in seen:
                message: Said = (
                    f"{entity_id} has the name {name.name} twice in one language",
                    f"{entity_id} için {name.name} adı bir dilde iki kez verilmiş",
                )
                yield Finding("name-twice", at, message, got=name.name, mend=REMOVE_ONE)
            seen.add((entity_id, name.name, name.language))
            owner = first.setdefault(key(name.name), entity_id)
            if owner != entity_id:
                yield Finding(
                    "name-ambiguous",
                    at,
                    (f"{name.name} names two entities", f"{name.name} iki varlığın adı olarak verilmiş"),
                    got=entity_id,
                    expected=(f"one entity ({owner} has the name too)", f"tek bir varlık (bu ad {owner} altında da var)"),
                    mend=("keep the name at one of them", "adı yalnızca birinde bırakın"),
                )


def _closed_modalities(modalities: Mapping[str, DefinedModality]) -> Iterator[Finding]:
    """Every modality is of the models' closed list."""
    closed: tuple[str, ...] = get_args(lists.Modality)
    for modality in modalities.keys() - set(closed):
        nearest = did_you_mean(modality, closed)
        message, mend = ("this modality is not of the closed list", "bu kiplik kapalı listede yok"), ("remove it", "onu silin")
        yield Finding("not-in-list", (modality,), message, got=modality, expected=", ".join(closed), nearest=nearest, mend=mend)


def _cue_modalities(vocabulary: Vocabulary) -> Iterator[Finding]:
    for cue_id, cue in vocabulary.cues.items():
        if cue.modality not in vocabulary.modalities:
            yield vocabulary.unknown("modality", cue.modality, (cue_id, "modality"))
