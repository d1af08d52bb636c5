"""What seeds/entities.yaml and the files under schema/vocabulary/ may say: each a mapping of ids to one of these."""

import re
import warnings
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from iddia.language import SaidError
from iddia.model import lists
from iddia.model.columns import LANGUAGE_PATTERN, SNAKE_PATTERN, WIKIDATA_PATTERN
from iddia.model.reading import EntityId, Form, Number, Text, UnitId
from iddia.text.formulas import parse_comparison, parse_expression, parse_pattern
from iddia.text.patterns import slowness


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bilingual(_Part):
    """The same in English and Turkish."""

    en: Text
    tr: Text


class RegisteredName(_Part):
    """One way in which an entity is named."""

    name: Text = Field(description="Without case suffixes; found wherever it stands as a word of its own.")
    language: str = Field("mul", pattern=LANGUAGE_PATTERN, description="BCP 47; mul when it is the same in all languages.")
    kind: lists.NameKind = Field("official", description="How the name relates to the entity.")


class PossibleIdentity(_Part):
    """An entity that may be the same thing, and why."""

    entity: EntityId = Field(description="The other entity.")
    reason: Bilingual = Field(description="Why the texts do not tell.")


class RegisteredEntity(_Part):
    """An entity of seeds/entities.yaml."""

    type: lists.EntityType = Field(description="What sort of thing it is.")
    label: Bilingual = Field(description="How people call it.")
    description: Bilingual = Field(description="What it is, in a sentence.")
    parent: EntityId | None = Field(None, description="The entity that it belongs to or is made by.")
    wikidata: str | None = Field(None, pattern=WIKIDATA_PATTERN, examples=["Q42"])
    names: tuple[RegisteredName, ...] = Field((), description="How the articles and common usage name it; each becomes a mention.")
    maybe_same_as: tuple[PossibleIdentity, ...] = Field((), description="Entities that may be the same thing.")


class DefinedProperty(_Part):
    """A property of schema/vocabulary/properties.yaml."""

    label: Bilingual = Field(description="How people call it.")
    definition: Bilingual = Field(description="What a claim with it says of its subject.")
    value_kind: lists.ValueKind = Field(description="What its value is.")
    dimension: lists.Dimension | None = Field(None, description="Of a quantity's unit; nothing else has one.")
    domain: tuple[lists.TypeOrAny, ...] = Field(min_length=1, description="Entity types that the subject may have.")
    range: tuple[lists.TypeOrAny, ...] = Field((), description="Entity types that an entity value may have; nothing else has them.")
    single_valued: bool = Field(description="Whether one subject can have one true value at a time.")
    wikidata: str | None = Field(None, pattern=WIKIDATA_PATTERN)

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "DefinedProperty":
        if (self.dimension is not None) != (self.value_kind == "quantity"):
            raise SaidError(
                "a quantity needs a dimension, and nothing else has one",
                "bir niceliğin boyutu (dimension) olmalı, başka hiçbir şeyin olmamalı",
            )
        if bool(self.range) != (self.value_kind == "entity"):
            raise SaidError(
                "an entity value needs a range, and nothing else has one",
                "değeri varlık olan bir özellik için range verilmeli, başka hiçbiri için verilmemeli",
            )
        return self


class DefinedUnit(_Part):
    """A unit of schema/vocabulary/units.yaml."""

    label: Bilingual = Field(description="As it stands behind a number: US dollars.")
    dimension: lists.Dimension = Field(description="What it measures.")
    factor: Number = Field(gt=0, description="What one of it is in the dimension's base unit.")
    code: str | None = Field(None, description="UCUM, or ISO 4217 for money.", examples=["USD", "a"])
    words: tuple[Text, ...] = Field((), description="Words, without suffix, by which Turkish articles print the unit.")


class DefinedModality(_Part):
    """A modality of schema/vocabulary/modalities.yaml."""

    label: Bilingual = Field(description="How people call it.")
    definition: Bilingual = Field(description="What the writer does who uses it.")
    rank: int = Field(ge=1, description="1 is the most doubtful; of stacked marks the lowest wins.")


def _compiles(pattern: str) -> str:
    try:
        with warnings.catch_warnings(action="error"):  # a nested set such as [[a] warns, and means something else than it seems
            re.compile(pattern)
            slow = slowness(pattern)
    except (re.error, OverflowError, RecursionError, FutureWarning) as error:
        raise SaidError(f'no regular expression: "{error}"', f'düzenli ifade değil: "{error}"') from None
    if slow is not None:
        raise SaidError(f"this pattern may never end: {slow[0]}", f"bu kalıp hiç bitmeyebilir: {slow[1]}")
    return pattern


class DefinedCue(_Part):
    """A cue of schema/vocabulary/cues.yaml."""

    form: Form = Field(description="As a grammar would write it: iddia edil-, -mIş.")
    pattern: Annotated[str, AfterValidator(_compiles)] = Field(
        description="A regular expression of Python over the article as printed; a named group, if there is one, is the marker."
    )
    modality: lists.Modality = Field(description="What it marks.")


def _formula(text: str) -> str:
    parse_comparison(text)
    return text


def _means(text: str) -> str:
    parse_expression(text)
    return text


def _pattern(text: str) -> str:
    parse_pattern(text)
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]


class DefinedConstraint(_Part):
    """A constraint of schema/vocabulary/constraints.yaml: a formula to check, sides that exclude one another, or a term defined."""

    says: Bilingual = Field(description="The rule in a sentence.")
    variables: dict[Annotated[str, Field(pattern=SNAKE_PATTERN)], Text] = Field(
        default_factory=dict, alias="for", description="Names that stand for any entity, and what each one is."
    )
    given: tuple[Pattern, ...] = Field((), description="What must be claimed for the rule to apply: has_part(whole, part).")
    check: Annotated[str, AfterValidator(_formula)] | None = None
    at_most_one: dict[Annotated[str, Field(pattern=SNAKE_PATTERN)], tuple[Pattern, ...]] | None = Field(
        None, description="Sides by name, each with the claims that take it; two of them exclude each other."
    )
    means: Annotated[str, AfterValidator(_means)] | None = Field(None, description="What the id stands for as a term of other formulas.")
    kind: Literal["contradicts", "in_tension"] = "contradicts"
    bounds: Literal["stated", "usual"] = Field(
        "stated", description='usual reads a floor as it is usually meant: "over 500 million" as up to twice that.'
    )

    @model_validator(mode="after")
    def _is_one_thing(self) -> "DefinedConstraint":
        if sum(part is not None for part in (self.check, self.at_most_one, self.means)) != 1:
            raise SaidError(
                "exactly one of check, at_most_one and means is expected",
                "check, at_most_one ve means anahtarlarından tam olarak biri bekleniyor",
            )
        if self.at_most_one is not None and (len(self.at_most_one) < 2 or not all(self.at_most_one.values())):
            raise SaidError(
                "at_most_one needs two sides or more, each with a pattern",
                "at_most_one altında, her birinde bir kalıp olan en az iki taraf bulunmalı",
            )
        if self.check is None and (self.given or self.bounds != "stated"):
            raise SaidError("given and bounds go with check", "given ve bounds yalnızca check ile birlikte verilir")
        if self.means is not None and self.kind != "contradicts":
            raise SaidError("a term that is defined is no rule and has no kind", "tanımlanan bir terim kural değildir ve kind almaz")
        return self


__all__ = [
    "Bilingual",
    "DefinedConstraint",
    "DefinedCue",
    "DefinedModality",
    "DefinedProperty",
    "DefinedUnit",
    "PossibleIdentity",
    "RegisteredEntity",
    "RegisteredName",
    "UnitId",
]
