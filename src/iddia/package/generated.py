"""Every file that is generated from the models and the readers' files, and kept in the repository."""

from pathlib import Path

from iddia.package.agreement import agreement_page
from iddia.package.dictionary import dictionary_page
from iddia.package.schemas import schema_files


def generated_files(root: Path) -> dict[Path, str]:
    """Path and text of each: the schemas, the data dictionary, the report on how far the two readings agreed."""
    return {
        **schema_files(root),
        root / "docs" / "tables.md": dictionary_page(),
        root / "docs" / "agreement.md": agreement_page(root),
    }
