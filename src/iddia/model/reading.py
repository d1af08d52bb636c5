"""What seeds/<source_id>/reading.yaml may say."""

import json
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from iddia.language import SaidError
from iddia.model import lists
from iddia.model.columns import CLAIM_ID_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, SHA256_PATTERN, SNAKE_PATTERN
from iddia.text.dates import bounds
from iddia.text.hidden import first_hidden, is_control, is_formula, named

LONGEST_TEXT = 20_000
"""Code points of a quote, a statement or a reason; what is longer is a file that got in by mistake."""


class LetterError(SaidError):
    """A text that holds a character which it may not; ``letter`` is which one, from 1, in code points."""

    def __init__(self, letter: int, english: str, turkish: str) -> None:
        self.letter = letter
        super().__init__(english, turkish)


class SpreadsheetError(SaidError):
    """A text that a spreadsheet would run."""


def _written(value: str) -> str:
    if not value.strip():
        raise SaidError("a text that is not empty is expected", "boş olmayan bir metin bekleniyor")
    if len(value) > LONGEST_TEXT:
        raise SaidError(
            f"{len(value)} characters are no text; at most {LONGEST_TEXT} are expected",
            f"{len(value)} karakter bir metin için çok; en çok {LONGEST_TEXT} bekleniyor",
        )
    if not value.isprintable() and (strange := next(filter(is_control, value), None)):
        raise SaidError(f"the control character {strange!a} is no text", f"{strange!a} denetim karakteri metin değil")
    return value


def _visible(value: str) -> str:
    if (at := first_hidden(value)) is not None:
        name = f'"{named(value[at])}"'
        raise LetterError(
            at + 1,
            f"letter {at + 1} is {name}, which no reader sees or expects there",
            f"{at + 1}. karakter {name}; okuyan onu görmez ya da orada beklemez",
        )
    return value


def _no_formula(value: str) -> str:
    if is_formula(value):
        begin = json.dumps(value[0], ensure_ascii=False)
        raise SpreadsheetError(
            f"a spreadsheet runs a text that begins with {begin} as a formula",
            f"{begin} ile başlayan bir metni hesap tabloları formül olarak çalıştırır",
        )
    return value


Printed = Annotated[str, Field(min_length=1), AfterValidator(_written)]
"""Words of an article, code point by code point."""
Form = Annotated[Printed, AfterValidator(_visible)]
"""What may begin with a hyphen: "-(y)A göre", "-Abilir marks ability here". Reasons do, and are in no table."""
Text = Annotated[Form, AfterValidator(_no_formula)]
"""What a person wrote for this ledger."""
EntityId = Annotated[str, Field(pattern=ID_PATTERN)]
UnitId = Annotated[str, Field(pattern=SNAKE_PATTERN)]


def _edtf(value: str) -> str:
    bounds(value)
    return value


def _measurable(value: Decimal) -> Decimal:
    if value and abs(value.adjusted()) >= LARGEST_EXPONENT:
        raise SaidError(
            f"{value} is beyond all measure; numbers below 1e{LARGEST_EXPONENT} are expected",
            f"{value} her ölçüyü aşıyor; 1e{LARGEST_EXPONENT} altında sayılar bekleniyor",
        )
    return value


LARGEST_EXPONENT = 30
Number = Annotated[Decimal, AfterValidator(_measurable)]
Edtf = Annotated[str, AfterValidator(_edtf), Field(json_schema_extra={"examples": ["2025", "2025-08", "2025-08-15", "XXXX-04"]})]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class Words(_Part):
    """Words of the article, and which of several occurrences is meant."""

    quote: Printed = Field(description="The exact words of the article.")
    after: Printed | None = Field(None, description="Words, found once in the article, behind which the quote comes first.")
    occurrence: int | None = Field(None, ge=1, description="Which occurrence in the article, from 1.")


class Excuse(Words):
    """Words of the article that are left unread, with the reason."""

    why: Form = Field(description="Why no claim, value or cue is read here.")


class Value(_Part):
    """The value of a claim: exactly one of number (or bounds), entity, date, text, boolean."""

    number: Number | None = Field(None, description="The full number in the unit: 1.2e12 for 1.2 trillion.")
    min: Number | None = Field(None, description="Lower bound the words state, in the unit.")
    max: Number | None = Field(None, description="Upper bound the words state, in the unit.")
    unit: UnitId | None = Field(None, description="A unit of schema/vocabulary/units.yaml.")
    approximation: lists.Approximation | None = Field(None, description="How the words qualify the number; exact when left out.")
    entity: EntityId | None = Field(None, description="An entity of seeds/entities.yaml.")
    date: Edtf | None = Field(None, description="EDTF, only as exact as the text and its dateline allow.")
    text: Text | None = Field(None, description="Plain English; a last resort.")
    boolean: Literal[True] | None = Field(None, description="Always true; a negation is a polarity.")
    raw: Printed | None = Field(None, description="The value's words as printed; they stand in the quote, its context or cue.")

    @model_validator(mode="after")
    def _one_kind(self) -> "Value":
        given = [kind for kind in ("entity", "date", "text", "boolean") if getattr(self, kind) is not None]
        numeric = self.number is not None or self.min is not None or self.max is not None
        if len(given) + numeric != 1:
            raise SaidError(
                "exactly one of number (or min, max), entity, date, text, boolean is expected",
                "number (ya da min, max), entity, date, text, boolean arasından tam olarak biri bekleniyor",
            )
        if not numeric and (self.unit is not None or self.approximation is not None):
            raise SaidError("unit and approximation go with a number only", "unit ve approximation yalnızca bir sayıyla birlikte verilir")
        if numeric and self.unit is None:
            raise SaidError("a number needs its unit", "bir sayının birimi (unit) de verilmeli")
        if (numeric or self.date is not None) and self.raw is None:
            raise SaidError(
                "a number or date needs raw, its words as printed", "bir sayı ya da tarih için raw, yani makaledeki yazılışı da verilmeli"
            )
        if self.min is not None and self.max is not None and self.min > self.max:
            raise SaidError(f"min {self.min} is above max {self.max}", f"min {self.min}, max {self.max} değerinden büyük")
        return self

    @property
    def kind(self) -> lists.ValueKind:
        """Which kind of value this is."""
        for kind in ("entity", "date", "text", "boolean"):
            if getattr(self, kind) is not None:
                return kind
        return "quantity"


class Speaker(_Part):
    """One link of an attribution chain."""

    speaker: EntityId | None = Field(None, description="The entity that speaks, when the text tells.")
    kind: lists.SpeakerKind | None = Field(None, description="How the speaker is named; follows from the entity's type when left out.")
    label: Printed | None = Field(None, description="The article's words that name the speaker.")
    verb: Printed | None = Field(None, description="The article's words of reporting.")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"speaker": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_who(self) -> "Speaker":
        if self.speaker is None and self.kind is None:
            raise SaidError(
                "a speaker, or kind: unnamed or impersonal, is expected",
                "bir söyleyen (speaker) ya da kind: unnamed veya impersonal bekleniyor",
            )
        if self.speaker is None and self.kind in ("named", "role"):
            raise SaidError(
                f"kind: {self.kind} needs the speaker, an entity",
                f"kind: {self.kind} için söyleyen (speaker), yani bir varlık da verilmeli",
            )
        return self


def _as_words(value: Any) -> Any:
    if isinstance(value, str):
        return [{"quote": value}]
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list):
        return [{"quote": item} if isinstance(item, str) else item for item in value]
    return value


class ReadClaim(Words):
    """One claim as a reader wrote it down."""

    id: str = Field(pattern=CLAIM_ID_PATTERN, description="The source_id, a dot and a number never used before.")
    cue: tuple[Words, ...] = Field((), description="The words that mark the modality.")
    context: tuple[Words, ...] = Field((), description="Other words that the claim needs.")
    statement_en: Text = Field(description="The proposition in plain English, understandable alone, no copy of the quote.")
    statement_tr: Text = Field(description="The proposition in plain Turkish, understandable alone, no copy of the quote.")
    subject: EntityId = Field(description="An entity of seeds/entities.yaml.")
    property: str = Field(pattern=SNAKE_PATTERN, description="A property of schema/vocabulary/properties.yaml.")
    value: Value = Field(description="What is said of the subject: exactly one of number (or bounds), entity, date, text, boolean.")
    value_because: Form | None = Field(None, description="Why the number is not the one a program reads in its words.")
    compared_to: EntityId | None = Field(None, description="What the subject is compared with.")
    per: UnitId | None = Field(None, description="Unit to which the number is related: year, token.")
    time: Edtf | None = Field(None, description="When the claim holds, EDTF.")
    condition: Text | None = Field(None, description="What must be so for the claim to hold, in plain English.")
    polarity: lists.Polarity = Field("affirmed", description="negated where the statement says not; the value stays positive.")
    modality: lists.Modality = Field(description="What the writer commits to.")
    modality_because: Form | None = Field(None, description="Why the modality is not the one its cue marks.")
    said_by: tuple[Speaker, ...] = Field((), description="Who stands between the writer and the claim, outermost first.")
    review: lists.Review = Field("read", description="drafted by rules alone, read when two readings were settled, reviewed by a person.")

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        short = {key: _as_words(item) if key in ("cue", "context") else item for key, item in value.items()}
        if isinstance(said_by := short.get("said_by"), str | dict):
            short["said_by"] = [said_by]
        return short


class ReadSource(_Part):
    """What is known of the article itself; leave out what the text does not tell."""

    title: Printed = Field(description="Exact words of the article, or a title of your own in [square brackets].")
    publisher: EntityId | None = Field(None, description="An entity of seeds/entities.yaml.")
    author: Text | None = Field(None, description="As the article prints it.")
    url: Text | None = Field(None, description="Where the article stands.")
    published: Edtf | None = Field(None, description="EDTF, with published_basis.")
    published_basis: lists.PublishedBasis = Field("unknown", description="Whether the text states the date or it is inferred.")
    retrieved: Edtf | None = Field(None, description="When the text was fetched, EDTF.")
    language: str = Field(pattern=LANGUAGE_PATTERN, description="BCP 47.", examples=["tr", "en"])
    kind: lists.SourceKind = Field(description="What sort of piece it is.")
    translation_of: Text | None = Field(None, description="What it was translated from, where the text tells or shows it.")
    rights: Text = Field(description="Whose the text is, and on what terms it stands here.")
    sha256: str = Field(pattern=SHA256_PATTERN, description="Of article.txt; the build refuses a changed article.")

    @model_validator(mode="after")
    def _basis(self) -> "ReadSource":
        if (self.published is None) != (self.published_basis == "unknown"):
            raise SaidError(
                "a date in published needs published_basis: stated or inferred, and those need a date",
                "published altında bir tarih varsa published_basis: stated ya da inferred olmalı; bunlar için de bir tarih gerekir",
            )
        return self


class Reading(_Part):
    """A reading of one article."""

    source: ReadSource = Field(description="What is known of the article itself.")
    no_claim: tuple[Excuse, ...] = Field((), description="Sentences, headings and furniture that carry no claim.")
    no_value: tuple[Excuse, ...] = Field((), description="Numbers and dates in read sentences that are no claim's value.")
    no_cue: tuple[Excuse, ...] = Field((), description="Words that look like an evidential marker and are none.")
    claims: tuple[ReadClaim, ...] = Field(min_length=1, description="One entry for each proposition in each place.")
