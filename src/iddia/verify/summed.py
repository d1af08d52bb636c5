"""SHA256SUMS against the files that lie there: changed, missing, added, and names that lead out."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from iddia.checks.paths import is_safe
from iddia.errors import CouldNotRunError, Place, Problem, did_you_mean
from iddia.sums import SUMS, read_sums, sha256_of

Digests = Mapping[str, Callable[[], str]]
"""For each file by its path, what tells its SHA-256."""
_BEHIND_THE_SUM = 67


def files_below(folder: Path) -> tuple[dict[str, Path], list[Problem]]:
    """Every file in the folder by its path there, and a problem for each that is a link or no file."""
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for place, folders, files in os.walk(folder):
        for name in sorted([*folders, *files]):
            path = Path(place, name)
            mode = path.lstat().st_mode
            below = path.relative_to(folder).as_posix()
            if stat.S_ISREG(mode):
                found[below] = path
            elif not stat.S_ISDIR(mode):
                problems.append(_link(below))
    return found, problems


def digests_of(files: Mapping[str, Path]) -> Digests:
    """What tells the sums of files on disk."""
    return {name: partial(_digest, path) for name, path in files.items()}


def digests_in(files: Mapping[str, bytes]) -> Digests:
    """What tells the sums of files in memory."""
    return {name: partial(_digest_of_bytes, content) for name, content in files.items()}


def check_sums(content: bytes | None, files: Digests, unsummed: tuple[str, ...] = ()) -> Iterator[Problem]:
    """Hold the files against their sums. ``unsummed`` are files that are not summed, besides the sums themselves."""
    if content is None:
        yield Problem(
            "sums-missing", Place(SUMS), ("the sums of the files are missing", "dosyaların özetleri eksik"), expected=SUMS, mend=_FETCH
        )
        return
    if b"\r\n" in content:
        yield Problem("sums-line", Place(SUMS), _LINE_ENDS, got="CR LF", expected="LF", mend=_KEEP_ENDS)
    seen: set[str] = set()
    for one in read_sums(content):
        place = Place(SUMS, one.line)
        if not one.sha256:
            yield Problem("sums-line", place, _NO_SUM, got=one.file[:120] or '""', expected=_FORM, mend=_FETCH)
        elif not is_safe(one.file):
            at = Place(SUMS, one.line, _BEHIND_THE_SUM)
            yield Problem("path-unsafe", at, _LEADS_OUT, got=one.file[:120], expected=_BELOW, mend=_FETCH)
        elif one.file in seen:
            yield Problem("sums-line", place, _TWICE, got=one.file, mend=_FETCH)
        elif one.file not in files:
            yield _missing(one.file, place, files)
        elif (got := files[one.file]()) != one.sha256:
            yield Problem(
                "sums-differ", Place(one.file), _changed(one.line), got=got, expected=one.sha256, nearest_place=place, mend=_FETCH
            )
        seen.add(one.file)
    for name in sorted({*files} - seen - {SUMS, *unsummed}):
        yield Problem("sums-file-extra", Place(name), _EXTRA, mend=_REMOVE)


def _changed(line: int) -> tuple[str, str]:
    return (
        f"the file is not the one that was summed ({SUMS}, line {line})",
        f"dosya, özeti alınan dosya değil ({SUMS}, {line}. satır)",
    )


def _missing(name: str, place: Place, files: Digests) -> Problem:
    at = Place(place.file, place.line, _BEHIND_THE_SUM)
    return Problem("sums-file-missing", at, _GONE, got=name, nearest=did_you_mean(name, {*files}), mend=_FETCH)


def _link(name: str) -> Problem:
    return Problem("file-link", Place(name), _IS_LINK, got=name[:120], expected=_REGULAR, mend=_FETCH)


def _digest(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError as error:
        raise CouldNotRunError((f"{path} cannot be read: {error.strerror}", f"{path} okunamıyor: {error.strerror}")) from None


def _digest_of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


_FETCH = ("fetch the release anew", "sürümü yeniden indirin")
_REMOVE = ("remove the file, or fetch the release anew", "dosyayı silin ya da sürümü yeniden indirin")
_LINE_ENDS = ("its line ends were changed since it was published", "satır sonları yayımlandıktan sonra değişmiş")
_KEEP_ENDS = (
    "fetch the release anew, and let no program convert line ends (git: core.autocrlf=false)",
    "sürümü yeniden indirin; satır sonlarını hiçbir program dönüştürmesin (git: core.autocrlf=false)",
)
_NO_SUM = ("the line is no sum of a file", "satır bir dosya özeti değil")
_FORM = ("64 digits of SHA-256, two spaces, a path", "64 basamaklı SHA-256, iki boşluk, bir yol")
_LEADS_OUT = ("the path may lead out of the release's folder", "yol, sürümün klasörünün dışına çıkabilir")
_BELOW = ("a path below the folder, with / between names", "klasörün altında, adları / ile ayrılmış bir yol")
_TWICE = ("two lines name this file", "bu dosya iki satırda geçiyor")
_GONE = ("a file that was summed is not there", "özeti alınan bir dosya yerinde yok")
_EXTRA = ("the file has no sum, so it is not part of the release", "dosyanın özeti yok; öyleyse sürümün parçası değil")
_IS_LINK = ("a link or a device lies where files of a release do", "sürüm dosyalarının arasında bir bağlantı ya da aygıt var")
_REGULAR = ("a regular file", "sıradan bir dosya")
