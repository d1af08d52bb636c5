"""Checks of one claim against the registry and the vocabulary: every id exists, every value fits its property."""

from collections.abc import Iterator

from iddia.errors import Finding
from iddia.model.reading import ReadClaim, ReadSource
from iddia.project.article import At
from iddia.project.vocabulary import Vocabulary


def check_source(source: ReadSource, vocabulary: Vocabulary) -> Iterator[Finding]:
    """The publisher is a registered entity."""
    if source.publisher is not None and source.publisher not in vocabulary.entities:
        yield vocabulary.unknown("entity", source.publisher, ("source", "publisher"))


def check_claim(claim: ReadClaim, at: At, vocabulary: Vocabulary) -> Iterator[Finding]:
    """All ids of a claim are known, and its subject, value and unit are what its property takes."""
    entities: dict[At, str | None] = {
        ("subject",): claim.subject,
        ("value", "entity"): claim.value.entity,
        ("compared_to",): claim.compared_to,
    }
    entities |= {("said_by", number, "speaker"): speaker.speaker for number, speaker in enumerate(claim.said_by)}
    for step, entity in entities.items():
        if entity is not None and entity not in vocabulary.entities:
            yield vocabulary.unknown("entity", entity, (*at, *step))
    for unit_step, unit in ((("value", "unit"), claim.value.unit), (("per",), claim.per)):
        if unit is not None and unit not in vocabulary.units:
            yield vocabulary.unknown("unit", unit, (*at, *unit_step))
    if claim.modality not in vocabulary.modalities:
        yield vocabulary.unknown("modality", claim.modality, (*at, "modality"))
    if claim.property not in vocabulary.properties:
        yield vocabulary.unknown("property", claim.property, (*at, "property"))
    else:
        yield from _check_fit(claim, at, vocabulary)


def _check_fit(claim: ReadClaim, at: At, vocabulary: Vocabulary) -> Iterator[Finding]:
    definition = vocabulary.properties[claim.property]
    value = claim.value
    if value.kind != definition.value_kind:
        message = f"{claim.property} takes another kind of value", f"{claim.property} başka türde bir değer alır"
        given = f"value: {{{_key_of(definition.value_kind)}: ...}}"
        mend = f"give {given}", f"{given} verin"
        yield Finding("value-kind", (*at, "value"), message, got=value.kind, expected=definition.value_kind, mend=mend)
        return
    unit = vocabulary.units.get(value.unit or "")
    if unit is not None and unit.dimension != definition.dimension:
        fitting = ", ".join(unit_id for unit_id, other in vocabulary.units.items() if other.dimension == definition.dimension)
        yield Finding(
            "unit-dimension",
            (*at, "value", "unit"),
            (f"{claim.property} is measured in {definition.dimension}", f"{claim.property} bu boyutta ölçülür: {definition.dimension}"),
            got=f"{value.unit} ({unit.dimension})",
            expected=fitting,
        )
    for step, entity_id, types in (("subject",), claim.subject, definition.domain), (("value", "entity"), value.entity, definition.range):
        entity = vocabulary.entities.get(entity_id or "")
        if entity is not None and "any" not in types and entity.type not in types:
            end, turkish = ("a subject", "özne") if step == ("subject",) else ("a value", "değer")
            yield Finding(
                "entity-type",
                (*at, *step),
                (f"{claim.property} does not take {end} of this type", f"{claim.property} bu türden bir {turkish} almaz"),
                got=f"{entity_id} ({entity.type})",
                expected=", ".join(types),
            )


def _key_of(value_kind: str) -> str:
    return "number" if value_kind == "quantity" else value_kind
