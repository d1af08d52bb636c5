"""What releases/<version>/release.yaml and releases/next.yaml may say."""

import datetime as dt
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from iddia.model import lists
from iddia.model.columns import ID_PATTERN, SHA256_PATTERN, SNAKE_PATTERN, VERSION_PATTERN
from iddia.model.judgement import ClaimId, Prose

Version = Annotated[str, Field(pattern=VERSION_PATTERN)]
Digest = Annotated[str, Field(pattern=SHA256_PATTERN)]
SourceId = Annotated[str, Field(pattern=ID_PATTERN)]
ColumnName = Annotated[str, Field(pattern=SNAKE_PATTERN)]
UnitId = Annotated[str, Field(pattern=SNAKE_PATTERN)]


class ReadRelease(BaseModel):
    """A release as it was made; `iddia release` writes it, and nobody changes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Version
    date: dt.date = Field(description="The day of the moment, in UTC.")
    moment: int = Field(ge=0, description="Seconds since 1970 that the files of the release bear.")
    previous: Version | None = Field(description="The release before it; null for the first.")
    level: lists.Level
    made_with: dict[str, str] = Field(description="Libraries whose versions decide about the bytes of the files.")
    bounds: dict[str, Decimal] = Field(description="The bounds of schema/vocabulary/assertions.yaml as they were.")
    files: dict[str, Digest] = Field(description="SHA-256 of each file of the data package but its descriptor.")


class Reasons(BaseModel):
    """Why claims changed since the last release, for the next one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    claims: dict[ClaimId, Prose] = Field({}, description="Reasons by claim: whatever of it changed, it is for this reason.")
    sources: dict[SourceId, Prose] = Field({}, description="Reasons by article, for all of its claims that are new or retracted.")
    units: dict[UnitId, Prose] = Field({}, description="Reasons by unit, for the claims whose unit was defined anew.")
    columns: dict[ColumnName, Prose] = Field(
        {}, description="Reasons by column of claims, for the claims in which only columns that are new or gone, or computed ones, differ."
    )
    summary: Prose | None = Field(None, description="What readers should know first; it opens the notes of the release.")
