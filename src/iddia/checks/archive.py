"""A zip archive of a package, unpacked into a fresh folder; nothing outside of it is ever written."""

import lzma
import stat
import struct
import zipfile
import zlib
from pathlib import Path

from iddia.checks.paths import is_safe
from iddia.errors import Place, Problem
from iddia.language import Said

LARGEST = 4_000_000_000
"""Bytes that an archive may unpack to."""
RATIO = 200
"""How many times its packed size an entry of some size may unpack to."""
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    MemoryError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What reading an archive that is none, or is damaged, may raise."""
_SMALL = 1 << 20
STARTS = frozenset({b"PK\x03\x04", b"PK\x05\x06"})
"""The first bytes of a zip archive: of its first entry, or of the end of one without entries."""
ENTRIES = 10_000
_STEP = 1 << 20


def unpack(archive: Path, folder: Path) -> list[Problem]:
    """Unpack ``archive`` into ``folder``; the problems that keep it from being unpacked, and then nothing useful is in the folder."""
    try:
        with zipfile.ZipFile(archive) as opened:
            problems = listed(archive.name, opened)
            if not problems:
                problems = _unpacked(archive.name, opened, folder)
    except BROKEN as error:
        words = ("the archive cannot be unpacked", "arşiv açılamıyor")
        return [
            Problem(
                "archive-broken",
                Place(archive.name),
                words,
                got=((error.strerror if isinstance(error, OSError) else None) or str(error))[:90],
                mend=("pack it anew", "yeniden paketleyin"),
            )
        ]
    return problems


def listed(file: str, opened: zipfile.ZipFile) -> list[Problem]:
    """What the list of entries alone shows: names that lead out, links, passwords, names given twice, sizes beyond what is taken in."""
    entries = opened.infolist()
    if len(entries) > ENTRIES:
        return [_too_large(file, f"{len(entries)}", f"{ENTRIES}")]
    problems = []
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if not is_safe(name.removesuffix("/")) or "\0" in entry.orig_filename:
            problems.append(_entry("path-unsafe", file, name, _LEADS_OUT, _RENAME))
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
            problems.append(_entry("file-link", file, name, _IS_LINK, _NO_LINK))
        if entry.flag_bits & 1:
            problems.append(_entry("archive-encrypted", file, name, _ENCRYPTED, _DECRYPT))
        if (key := name.removesuffix("/").casefold()) in seen:
            problems.append(_entry("archive-name-twice", file, name, _TWICE, _ONCE))
        seen.add(key)
        if entry.file_size > _SMALL and entry.file_size > RATIO * max(1, entry.compress_size):
            problems.append(_too_large(file, f"{name}: {entry.compress_size} -> {entry.file_size}", f"1 : {RATIO}"))
    if (total := sum(entry.file_size for entry in entries)) > LARGEST:
        problems.append(_too_large(file, f"{total}", f"{LARGEST}"))
    return problems


def _unpacked(file: str, opened: zipfile.ZipFile, folder: Path) -> list[Problem]:
    left = LARGEST
    for entry in opened.infolist():
        target = folder / entry.filename
        if entry.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with opened.open(entry) as packed, target.open("xb") as out:
            while chunk := packed.read(_STEP):
                left -= len(chunk)
                if left < 0:
                    return [_too_large(file, entry.filename, f"{LARGEST}")]
                out.write(chunk)
    return []


_LEADS_OUT: Said = ("an entry's name may lead out of the folder it is unpacked to", "bir girdinin adı, açıldığı klasörün dışına çıkabilir")
_RENAME: Said = ("pack it with names below the package's folder", "paketin klasörünün altındaki adlarla paketleyin")
_IS_LINK: Said = ("an entry is a link or a device", "bir girdi bağlantı ya da aygıt")
_NO_LINK: Said = ("pack the file itself", "dosyanın kendisini paketleyin")
_ENCRYPTED: Said = ("an entry is encrypted", "bir girdi şifreli")
_DECRYPT: Said = ("pack it without a password", "parolasız paketleyin")
_TWICE: Said = (
    "two entries have the same name, or names that some systems take for the same",
    "iki girdinin adı aynı ya da kimi sistemlerde aynı sayılıyor",
)
_ONCE: Said = ("keep one of them", "yalnız birini tutun")


def _entry(code: str, file: str, name: str, message: Said, mend: Said) -> Problem:
    return Problem(code, Place(file), message, got=name[:120], mend=mend)


def _too_large(file: str, got: str, expected: str) -> Problem:
    return Problem(
        "archive-too-large",
        Place(file),
        ("the archive unpacks to more than is taken in", "arşiv, kabul edilenden fazlasına açılıyor"),
        got=got[:120],
        expected=(f"{expected} at most", f"en çok {expected}"),
        mend=("unpack it yourself and check the folder", "kendiniz açın ve klasörü denetleyin"),
    )
