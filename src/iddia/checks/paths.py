"""Files of a package: below its folder, by no link, and really files."""

import re
import stat
from pathlib import Path

from iddia.errors import Place, Problem, did_you_mean

_DRIVE = re.compile(r"^[A-Za-z]:|^[A-Za-z][A-Za-z0-9+.-]*:")


def is_safe(name: str) -> bool:
    """Whether a relative path stays where it starts, on every system: no address, no drive, no backslash, no dots that lead out."""
    parts = name.split("/")
    return (
        bool(name)
        and name.isprintable()
        and "\\" not in name
        and not name.startswith(("/", "~"))
        and _DRIVE.match(name) is None
        and not any(part in {"", ".", ".."} for part in parts)
    )


def find(root: Path, name: str, place: Place, problems: list[Problem]) -> Path | None:
    """The file of this name below ``root``; None where there is no such file or it may not be read, which is added to ``problems``."""
    if not is_safe(name):
        problems.append(
            Problem(
                "path-unsafe",
                place,
                ("the path may lead out of the package's folder", "yol, paketin klasörünün dışına çıkabilir"),
                got=name[:120] or '""',
                expected=("a path below the folder, with / between names", "klasörün altında, adları / ile ayrılmış bir yol"),
                mend=("put the file into the folder and name it by its path there", "dosyayı klasöre koyun ve oradaki yoluyla anın"),
            )
        )
        return None
    path = root
    for part in name.split("/"):
        try:
            before, path = path, path / part
            mode = path.lstat().st_mode
        except (OSError, ValueError):
            problems.append(_missing(name, part, before, place))
            return None
        if stat.S_ISLNK(mode):
            problems.append(_link(name, path.relative_to(root).as_posix(), place))
            return None
    if stat.S_ISREG(mode):
        return path
    problems.append(
        Problem(
            "file-kind",
            place,
            ("this is no file", "bu bir dosya değil"),
            got=name,
            expected=("a regular file", "sıradan bir dosya"),
            mend=("put a file in its place", "yerine bir dosya koyun"),
        )
    )
    return None


def _missing(name: str, part: str, folder: Path, place: Place) -> Problem:
    try:
        there = [path.name for path in folder.iterdir()]
    except OSError:
        there = []
    near = did_you_mean(part, there)
    return Problem(
        "file-missing",
        place,
        ("there is no such file in the package", "pakette böyle bir dosya yok"),
        got=name,
        nearest=near,
        mend=("add the file, or correct its path", "dosyayı ekleyin ya da yolunu düzeltin"),
    )


def _link(name: str, link: str, place: Place) -> Problem:
    return Problem(
        "file-link",
        place,
        (f"{link} is a link; a package holds its files itself", f"{link} bir bağlantı; paket, dosyalarını kendi içinde taşır"),
        got=name,
        expected=("a regular file", "sıradan bir dosya"),
        mend=("put the file itself there", "oraya dosyanın kendisini koyun"),
    )
