"""What seeds/entities.yaml and the files under schema/vocabulary/ may say: each a mapping of ids to one of these."""

import re
import warnings
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from iddia.language import SaidError
from iddia.model import lists
from iddia.model.columns import LANGUAGE_PATTERN, SNAKE_PATTERN, WIKIDATA_PATTERN
from iddia.model.reading import EntityId, Number, Text, UnitId
from iddia.text.formulas import parse_comparison, parse_expression, parse_pattern


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bilingual(_Part):
    """The same in English and Turkish."""

    en: Text
    tr: Text


class RegisteredName(_Part):
    """One way in which an entity is named."""

    name: Text
    language: str = Field("mul", pattern=LANGUAGE_PATTERN, description="BCP 47; mul when it is the same in all languages.")
    kind: lists.NameKind = "official"


class PossibleIdentity(_Part):
    """An entity that may be the same thing, and why."""

    entity: EntityId
    reason: Bilingual


class RegisteredEntity(_Part):
    """An entity of seeds/entities.yaml."""

    type: lists.EntityType
    label: Bilingual
    description: Bilingual
    parent: EntityId | None = None
    wikidata: str | None = Field(None, pattern=WIKIDATA_PATTERN)
    names: tuple[RegisteredName, ...] = ()
    maybe_same_as: tuple[PossibleIdentity, ...] = ()


class DefinedProperty(_Part):
    """A property of schema/vocabulary/properties.yaml."""

    label: Bilingual
    definition: Bilingual
    value_kind: lists.ValueKind
    dimension: lists.Dimension | None = None
    domain: tuple[lists.TypeOrAny, ...] = Field(min_length=1)
    range: tuple[lists.TypeOrAny, ...] = ()
    single_valued: bool
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

    label: Bilingual
    dimension: lists.Dimension
    factor: Number = Field(gt=0)
    code: str | None = None
    words: tuple[Text, ...] = Field((), description="Words, without suffix, by which Turkish articles print the unit.")


class DefinedModality(_Part):
    """A modality of schema/vocabulary/modalities.yaml."""

    label: Bilingual
    definition: Bilingual
    rank: int = Field(ge=1)


def _compiles(pattern: str) -> str:
    try:
        with warnings.catch_warnings(action="error"):  # a nested set such as [[a] warns, and means something else than it seems
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError, FutureWarning) as error:
        raise SaidError(f'no regular expression: "{error}"', f'düzenli ifade değil: "{error}"') from None
    return pattern


class DefinedCue(_Part):
    """A cue of schema/vocabulary/cues.yaml."""

    form: Text
    pattern: Annotated[str, AfterValidator(_compiles)]
    modality: lists.Modality


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
