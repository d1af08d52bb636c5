"""What the catalogue says of one code."""

from dataclasses import dataclass

from iddia.language import Said


@dataclass(frozen=True)
class Kind:
    """One code: what it means, how it is mended, and the case of tests/bad that shows it, where one does."""

    means: Said
    mend: Said
    case: str | None
