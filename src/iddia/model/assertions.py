"""What schema/vocabulary/assertions.yaml may say of a table: how much it must hold, and how much is too much."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from iddia.language import SaidError
from iddia.model.reading import Edtf, Form, Number

Side = Literal["min", "max"]
SIDES: tuple[Side, Side] = ("min", "max")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _count(value: Decimal) -> Decimal:
    if value < 0 or value != value.to_integral_value():
        raise SaidError("a count is a whole number, not below 0", "sayım, 0'ın altına inmeyen bir tam sayıdır")
    return value


def _share(value: Decimal) -> Decimal:
    if not 0 <= value <= 1:
        raise SaidError("a share lies between 0 and 1", "oran 0 ile 1 arasındadır")
    return value


Count = Annotated[Number, AfterValidator(_count)]
Share = Annotated[Number, AfterValidator(_share)]


class Moved(_Part):
    """That a bound is no longer what a release recorded, and why."""

    min_was: Number | None = Field(None, description="The minimum that the last release recorded.")
    max_was: Number | None = Field(None, description="The maximum that the last release recorded.")
    on: Edtf | None = Field(None, description="When it was moved, EDTF.")
    why: Form = Field(description="What happened to the data that the bound had to move.")

    @model_validator(mode="after")
    def _says_from_where(self) -> "Moved":
        if self.min_was is None and self.max_was is None:
            raise SaidError("min_was or max_was is expected", "min_was ya da max_was bekleniyor")
        return self

    def was(self, side: Side) -> Decimal | None:
        """What the minimum or maximum was before, where it is that which moved."""
        return self.min_was if side == "min" else self.max_was


class Bound(_Part):
    """A bound below, which fails, a bound above, which warns, or both; with neither, a bound that was given up."""

    min: Number | None = None
    max: Number | None = None
    why: Form | None = Field(None, description="Why it is just this; a bound that cannot fail needs it.")
    moved: tuple[Moved, ...] = Field((), description="What it was in earlier releases, the latest last, and why it moved.")

    @model_validator(mode="after")
    def _holds_together(self) -> "Bound":
        if self.min is None and self.max is None and not self.moved:
            raise SaidError(
                "min or max is expected, or moved: with the reason why there is none any more",
                "min ya da max bekleniyor; artık ikisi de yoksa moved: altında nedeni",
            )
        if self.min is not None and self.max is not None and self.min > self.max:
            raise SaidError(f"min {self.min} is above max {self.max}", f"min {self.min}, max {self.max} değerinden büyük")
        return self

    def value(self, side: Side) -> Decimal | None:
        """The minimum or the maximum."""
        return self.min if side == "min" else self.max


class CountBound(Bound):
    """Of a number of rows, values or groups' rows."""

    min: Count | None = Field(None, description="Fewer are an error.")
    max: Count | None = Field(None, description="More are warned of.")


class ShareBound(Bound):
    """Of a share of rows, from 0 to 1."""

    min: Share | None = Field(None, description="A smaller share is an error.")
    max: Share | None = Field(None, description="A larger share is warned of.")


class RowsAssertions(_Part):
    """What is asserted of rows: all of a table, or those with one value in one column."""

    filled: dict[str, ShareBound] = Field(default_factory=dict, description="Share of the rows in which a column is not empty.")
    distinct: dict[str, CountBound] = Field(default_factory=dict, description="How many different values a column has.")
    values: dict[str, dict[str, CountBound]] = Field(default_factory=dict, description="How many rows have a value of a closed list.")
    shares: dict[str, dict[str, ShareBound]] = Field(default_factory=dict, description="Share of the rows that have such a value.")
    each: dict[str, CountBound] = Field(
        default_factory=dict, description="How many rows refer to each row of another table, by the column that does."
    )


class TableAssertions(RowsAssertions):
    """What is asserted of a table."""

    rows: CountBound | None = Field(None, description="How many rows there are.")
    where: dict[str, dict[str, RowsAssertions]] = Field(
        default_factory=dict, description="The same of the rows with one value of a closed list: of a column, of a value."
    )
