"""What seeds/references.yaml, seeds/<source_id>/assessments.yaml and seeds/explanations.yaml may say."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from iddia.language import SaidError
from iddia.model import lists
from iddia.model.columns import CLAIM_ID_PATTERN, ID_PATTERN, SNAKE_PATTERN
from iddia.model.reading import Edtf, Form, Number, Text, UnitId
from iddia.text.dates import bounds

ClaimId = Annotated[str, Field(pattern=CLAIM_ID_PATTERN)]


def _day(value: str) -> str:
    if None in bounds(value):
        raise SaidError(
            f"{value} does not say up to which day; a day such as 2025-08-15 is expected",
            f"{value} hangi güne kadar olduğunu söylemiyor; 2025-08-15 gibi bir gün bekleniyor",
        )
    return value


def _address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or any(letter.isspace() for letter in value):
        raise SaidError(
            "an address that begins with https:// or http:// is expected", "https:// ya da http:// ile başlayan bir adres bekleniyor"
        )
    return value


def _told(value: str) -> str:
    if not any(letter.isalpha() for letter in value):
        raise SaidError("a sentence is expected, not a placeholder", "yer tutucu değil, bir cümle bekleniyor")
    return value


Prose = Annotated[Text, AfterValidator(_told)]
AsOf = Annotated[Edtf, AfterValidator(_day)]
Address = Annotated[Text, AfterValidator(_address)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class ReadReference(_Part):
    """An outside source of seeds/references.yaml."""

    title: Text
    publisher: Text
    published: Edtf | None = None
    url: Address | None = None
    kind: lists.ReferenceKind = Field(description="primary for whoever made or did what is told, secondary for those who tell of it.")
    basis: lists.ReferenceBasis = Field(description="retrieved when the text itself was seen, recalled when it is cited from memory.")
    note: Text | None = Field(None, description="For maintainers: which version was seen, what it is primary for.")

    @model_validator(mode="after")
    def _can_be_found(self) -> "ReadReference":
        if self.basis == "retrieved" and self.url is None:
            raise SaidError(
                "a reference that was retrieved needs its url; what is cited from memory has basis: recalled",
                "kendisine bakılmış bir kaynağın adresi (url) verilmeli; bellekten gösterilen kaynak basis: recalled alır",
            )
        return self


class ReadFigure(_Part):
    """A line of arithmetic."""

    formula: Form = Field(description="Numbers, + - * / and brackets: 2.788e6 * 2")
    result: Number = Field(description="What it comes to, with as many digits as are meant.")
    unit: UnitId | None = None
    label_en: Prose
    label_tr: Prose


class ReadAssessment(_Part):
    """What the references say of one claim's content."""

    claim: ClaimId
    verdict: lists.Verdict
    as_of: AsOf = Field(description="Day, month or year up to which sources were looked at.")
    certainty: lists.Certainty
    note_en: Prose
    note_tr: Prose
    references: tuple[Annotated[str, Field(pattern=ID_PATTERN)], ...] = ()
    figures: tuple[ReadFigure, ...] = ()

    @model_validator(mode="after")
    def _rests_on_something(self) -> "ReadAssessment":
        if self.verdict in ("supported", "partly", "refuted") and not self.references:
            raise SaidError(
                f"the verdict {self.verdict} needs references; without one it is unverified or untestable",
                f"{self.verdict} yargısı için kaynak (references) gerekir; kaynaksız yargı unverified ya da untestable olur",
            )
        return self


class ReadPrediction(_Part):
    """What became of a claim about the future."""

    claim: ClaimId
    horizon: Edtf = Field(description='When it can be told; "2025-08-15/.." where the claim sets no end.')
    outcome: lists.Outcome
    as_of: AsOf
    note_en: Prose
    note_tr: Prose

    @model_validator(mode="after")
    def _outcome_is_known_by_then(self) -> "ReadPrediction":
        end, looked = bounds(self.horizon)[1], bounds(self.as_of)[1]
        if self.outcome == "did_not" and (end is None or looked is None or looked < end):
            raise SaidError(
                f"by {self.as_of} the horizon {self.horizon} has not passed: it can still come true, so the outcome is pending",
                f"{self.as_of} itibarıyla öngörülen zaman ({self.horizon}) geçmemiş: hâlâ gerçekleşebilir; outcome: pending olmalı",
            )
        start = bounds(self.horizon)[0]
        if self.outcome == "came_true" and start is not None and looked is not None and looked < start:
            raise SaidError(
                f"by {self.as_of} the horizon {self.horizon} has not begun: the outcome is pending",
                f"{self.as_of} itibarıyla öngörülen zaman ({self.horizon}) başlamamış: outcome: pending olmalı",
            )
        if self.outcome == "pending" and end is not None and looked is not None and looked > end:
            raise SaidError(
                f"the horizon {self.horizon} has passed by {self.as_of}: the outcome is came_true, did_not or untestable",
                f"{self.as_of} itibarıyla öngörülen zaman ({self.horizon}) geçmiş: outcome came_true, did_not ya da untestable olmalı",
            )
        return self


class ReadExplanation(_Part):
    """Why a computed contradiction or tension is there."""

    claims: tuple[ClaimId, ...] = Field(min_length=1, description="All claims of the relation.")
    rule: str = Field(pattern=SNAKE_PATTERN, description="The rule or constraint that found it.")
    status: lists.RelationStatus = Field(description="open where what is known does not settle it.")
    because_en: Prose
    because_tr: Prose


class Assessments(_Part):
    """A file seeds/<source_id>/assessments.yaml."""

    assessments: tuple[ReadAssessment, ...] = ()
    predictions: tuple[ReadPrediction, ...] = ()
