"""Files that are held against SHA256SUMS as they are read, where it lies among them."""

import hashlib
import io
from pathlib import Path

from iddia.analyst.contents import Contents, unreadable
from iddia.errors import CouldNotRunError
from iddia.language import Said
from iddia.sums import SUMS, read_sums, sha256_of


class Checked:
    """Files of a folder or an archive, none of which is read unless it has the sum that SHA256SUMS tells."""

    def __init__(self, files: Contents) -> None:
        self.place = files.place
        self._files = files
        self._sums = {one.file: one.sha256 for one in read_sums(files.read(SUMS))}

    def holds(self, name: str) -> bool:
        """Whether there is such a file."""
        return self._files.holds(name)

    def names(self) -> list[str]:
        """The files that lie at the top."""
        return self._files.names()

    def every(self) -> list[str]:
        """All files, however deep they lie."""
        return self._files.every()

    def source(self, name: str) -> Path | io.BytesIO:
        """What a reader of tables opens. Raises CouldNotRunError as the files do, and where the sum is another or none is told."""
        found = self._files.source(name)
        if isinstance(found, Path):
            try:
                self._check(name, sha256_of(found))
            except OSError as error:
                raise unreadable(found, error) from None
        else:
            self._check(name, hashlib.sha256(found.getbuffer()).hexdigest())
        return found

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises CouldNotRunError as ``source`` does."""
        content = self._files.read(name)
        self._check(name, hashlib.sha256(content).hexdigest())
        return content

    def _check(self, name: str, got: str) -> None:
        expected = self._sums.get(name)
        if got != expected:
            raise CouldNotRunError(_another(self.place / name, got, expected))


def held_to_sums(files: Contents) -> Contents:
    """The files, held against their sums where there are such."""
    return Checked(files) if files.holds(SUMS) else files


def _another(path: Path, got: str, expected: str | None) -> Said:
    mend = (
        "Fetch the release anew; `iddia verify` tells all that is wrong with it",
        "Sürümü yeniden indirin; başka ne bozulmuş, `iddia verify` söyler",
    )
    if expected is None:
        return (
            f"{path} has no line in {SUMS}, so it is not part of what was published (its SHA-256 is {got}). {mend[0]}",
            f"{path} için {SUMS} içinde satır yok; öyleyse yayımlananın parçası değil (SHA-256 değeri {got}). {mend[1]}",
        )
    return (
        f"{path} is not the file that was published: its SHA-256 is {got}, {SUMS} says {expected}. {mend[0]}",
        f"{path} yayımlanan dosya değil: SHA-256 değeri {got}, {SUMS} içindeki {expected}. {mend[1]}",
    )
