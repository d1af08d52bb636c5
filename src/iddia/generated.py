"""Every file that is generated from the models and the readers' files, and kept in the repository."""

from pathlib import Path

from iddia.package.agreement import agreement_page
from iddia.package.dictionary import dictionary_page
from iddia.package.schemas import schema_files
from iddia.release.versionspage import versions_page


def generated_files(root: Path) -> dict[Path, str]:
    """Path and text of each: the schemas, the data dictionary, what versions mean, the report on how far the two readings agreed.

    The report is made where its first words are written: a project whose articles were read once has none.
    """
    files = {
        **schema_files(root),
        root / "docs" / "tables.md": dictionary_page(),
        root / "docs" / "versions.md": versions_page(),
    }
    if (root / "docs" / "agreement.head.md").is_file():
        files[root / "docs" / "agreement.md"] = agreement_page(root)
    return files
