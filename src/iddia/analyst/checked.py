"""Files that are held against SHA256SUMS as they are read, where it lies among them."""

import hashlib
import io
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from iddia.analyst.contents import Contents, unreadable
from iddia.errors import CouldNotRunError
from iddia.language import Said
from iddia.sums import SUMS, read_sums, sha256_of

_WORKERS = 2


class Checked:
    """Files of a folder or an archive, each held against the sum that SHA256SUMS tells before anybody is given what was read of it.

    Bytes are looked at as they are read. Files that a reader opens by itself are summed beside it, by ``pool``, and ``settle`` waits for
    them: a large one costs little more time than reading it does.
    """

    def __init__(self, files: Contents, pool: Executor) -> None:
        self.place = files.place
        self._files, self._pool = files, pool
        self._sums = {one.file: one.sha256 for one in read_sums(files.read(SUMS))}
        self._summed: dict[str, Future[str]] = {}

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
        if not isinstance(found, Path):
            self._check(name, hashlib.sha256(found.getbuffer()).hexdigest())
        elif name not in self._summed:
            self._summed[name] = self._pool.submit(sha256_of, found)
        return found

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises CouldNotRunError as ``source`` does."""
        content = self._files.read(name)
        self._check(name, hashlib.sha256(content).hexdigest())
        return content

    def settle(self) -> None:
        """Wait for the sums. Raises CouldNotRunError for the first file that has another, or cannot be read."""
        for name, summed in self._summed.items():
            try:
                self._check(name, summed.result())
            except OSError as error:
                raise unreadable(self.place / name, error) from None

    def _check(self, name: str, got: str) -> None:
        expected = self._sums.get(name)
        if got != expected:
            raise CouldNotRunError(_another(self.place / name, got, expected))


@contextmanager
def held_to_sums(files: Contents) -> Iterator[Contents]:
    """The files, held against their sums where there are such. What else a file of another sum leads to is passed over for that."""
    if not files.holds(SUMS):
        yield files
        return
    with ThreadPoolExecutor(_WORKERS) as pool:
        checked = Checked(files, pool)
        try:
            yield checked
        except Exception:
            checked.settle()
            raise
        checked.settle()


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
