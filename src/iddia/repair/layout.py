"""In which order a file's keys and entries stand: that of the models, from which the schemas for editors come too."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from iddia.model.assertions import TableAssertions
from iddia.model.judgement import Assessments, ReadExplanation, ReadReference
from iddia.model.reading import ReadClaim, Reading
from iddia.model.registry import (
    DefinedConstraint,
    DefinedCue,
    DefinedModality,
    DefinedProperty,
    DefinedUnit,
    RegisteredEntity,
    RegisteredName,
)
from iddia.project.judgements import EXPLANATIONS, REFERENCES
from iddia.project.vocabulary import ASSERTIONS, CONSTRAINTS, CUES, ENTITIES, MODALITIES, PROPERTIES, UNITS

_FIRST: dict[type[BaseModel], tuple[str, ...]] = {
    ReadClaim: ("id",),  # its model inherits the quote, which therefore comes before
    RegisteredName: ("name", "kind"),
    TableAssertions: ("rows",),  # as ReadClaim
}
_MODELS: dict[str, type[BaseModel]] = {
    ENTITIES: RegisteredEntity,
    REFERENCES: ReadReference,
    PROPERTIES: DefinedProperty,
    UNITS: DefinedUnit,
    MODALITIES: DefinedModality,
    CUES: DefinedCue,
    CONSTRAINTS: DefinedConstraint,
    ASSERTIONS: TableAssertions,
}
_READING = re.compile(r"seeds/[^/]+/reading\.yaml")
_ASSESSMENTS = re.compile(r"seeds/[^/]+/assessments\.yaml")


@dataclass(frozen=True)
class Layout:
    """How one value stands: a mapping's keys in this order (any, when empty), its values each in a layout of its own.

    A list has the layout of its entries; they stand in the order of their claim ids where ``sorted_by`` names the key of those.
    """

    keys: tuple[str, ...] = ()
    values: Mapping[str, "Layout"] = field(default_factory=dict)
    other_values: "Layout | None" = None
    sorted_by: str | None = None

    def of_value(self, key: str) -> "Layout":
        """The layout of the value under ``key``."""
        return self.values.get(key) or self.other_values or ANY


ANY = Layout()


def layout_of(file: str) -> Layout:
    """The layout of the file of this name, from the project's root; ANY for one that no model describes."""
    if _READING.fullmatch(file):
        return _sorted(_of_model(Reading), claims="id")
    if _ASSESSMENTS.fullmatch(file):
        return _sorted(_of_model(Assessments), assessments="claim", predictions="claim")
    if file == EXPLANATIONS:
        return _of_model(ReadExplanation)
    return Layout(other_values=_of_model(_MODELS[file])) if file in _MODELS else ANY


def _sorted(layout: Layout, **lists: str) -> Layout:
    return replace(layout, values={**layout.values, **{key: replace(layout.of_value(key), sorted_by=by) for key, by in lists.items()}})


@cache
def _of_model(model: type[BaseModel]) -> Layout:
    names = [one.alias or name for name, one in model.model_fields.items()]
    first = _FIRST.get(model, ())
    inner = {one.alias or name: layout for name, one in model.model_fields.items() if (layout := _of_type(one.annotation)) is not ANY}
    return Layout((*first, *(name for name in names if name not in first)), inner)


def _of_type(annotation: Any) -> Layout:
    """The layout of a field's type: ``tuple[Words, ...]`` and ``Value | None`` are of one model each, a mapping holds others."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model(annotation)
    layout = next((found for part in get_args(annotation) if (found := _of_type(part)) is not ANY), ANY)
    return Layout(other_values=layout) if get_origin(annotation) is dict and layout is not ANY else layout
