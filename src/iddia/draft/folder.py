"""Putting a new article in its folder under seeds/: all of it or nothing."""

import shutil
import tempfile
from pathlib import Path

from iddia.disk import write_through
from iddia.draft.candidate import Candidate
from iddia.errors import ContributionError, Place, Problem
from iddia.yamlfile import MAXIMUM_BYTES, at_most


def make_folder(root: Path, candidate: Candidate, reading: str) -> Path:
    """Make seeds/<source_id>/ with article.txt and reading.yaml in one step; what came there meanwhile is left alone.

    The two are written in a hidden folder beside first, which no command reads, should it be left behind by a power cut.
    Raises ContributionError where the reading would be larger than what `iddia validate` reads, OSError where it cannot be written.
    """
    content = reading.encode()
    if len(content) > MAXIMUM_BYTES:
        message = ("the draft would be too large to be read", "taslak okunamayacak kadar büyük olurdu")
        mend = ("split the article into parts", "makaleyi bölümlere ayırın")
        raise ContributionError(
            [Problem("file-too-large", Place(str(candidate.path)), message, f"{len(content)}", at_most(MAXIMUM_BYTES), mend=mend)]
        )
    folder = root / "seeds" / candidate.source_id
    staging = Path(tempfile.mkdtemp(prefix=".iddia-new-", dir=root / "seeds"))
    try:
        for name, written in (("article.txt", candidate.raw), ("reading.yaml", content)):
            write_through(staging / name, written)
        staging.chmod(0o755)  # mkdtemp keeps others out
        staging.rename(folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return folder
