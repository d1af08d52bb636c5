"""A text that is to become an article: read as it is, and refused where it cannot be one."""

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import lexists
from pathlib import Path

from iddia.draft.guess import title_of
from iddia.draft.slug import id_problems, slug_of, tells_something
from iddia.errors import ContributionError, Place, Problem
from iddia.model.columns import ID_PATTERN
from iddia.project.article import MAXIMUM_ARTICLE, article_twice
from iddia.text.sentences import sentences
from iddia.text.spans import line_and_column
from iddia.yamlfile import at_most, decoded
from iddia.yamlwords import system_words


@dataclass(frozen=True)
class Candidate:
    """The text, its bytes, where they were found, and the id that they will have."""

    source_id: str
    path: Path
    raw: bytes
    text: str

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes."""
        return hashlib.sha256(self.raw).hexdigest()


def read_candidate(root: Path, path: Path, source_id: str | None) -> Candidate:
    """The text at ``path`` as an article of the project at ``root``, with ``source_id`` or an id from the file's name.

    Raises ContributionError with everything that speaks against it.
    """
    problems: list[Problem] = []
    raw = _bytes_of(path, problems)
    text = _text_of(raw, str(path), problems) if raw is not None else None
    wanted = source_id if source_id is not None else slug_of(path.stem)
    if source_id is None and not tells_something(wanted):
        problems.append(_no_id(path, text))
    elif wanted is not None:
        place = Place(str(path) if source_id is None else "--id")
        problems.extend([*id_problems(wanted, ID_PATTERN, place)] or _taken(root, wanted, place))
    if text is not None:
        problems.extend(_same_text(root, text, str(path)))
    if problems or raw is None or text is None or wanted is None:
        raise ContributionError(problems)
    return Candidate(wanted, path, raw, text)


def _bytes_of(path: Path, problems: list[Problem]) -> bytes | None:
    place = Place(str(path))
    refusals = {
        "link": ("the file is a symbolic link", "dosya bir sembolik bağlantı"),
        "folder": ("this is a folder", "bu bir klasör"),
        "other": ("this is no file", "bu bir dosya değil"),
        "large": ("the file is too large for an article", "dosya bir makale için çok büyük"),
    }
    expected = ("a text file with the article in it", "içinde makale olan bir metin dosyası")
    try:
        if path.is_symlink():
            mend = ("give the file itself", "dosyanın kendisini verin")
            problems.append(Problem("file-link", place, refusals["link"], mend=mend))
        elif path.exists() and not path.is_file():
            kind = "folder" if path.is_dir() else "other"
            problems.append(Problem("file-missing", place, refusals[kind], expected=expected))
        elif (size := path.stat().st_size) > MAXIMUM_ARTICLE:
            problems.append(Problem("file-too-large", place, refusals["large"], got=f"{size}", expected=at_most(MAXIMUM_ARTICLE)))
        else:
            return path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem("file-missing", place, ("there is no such file", "böyle bir dosya yok"), expected=expected))
    except (OSError, ValueError) as error:
        reason = system_words(error) if isinstance(error, OSError) else str(error)
        problems.append(Problem("file-missing", place, ("the file cannot be read", "dosya okunamıyor"), got=reason, expected=expected))
    return None


def _text_of(raw: bytes, name: str, problems: list[Problem]) -> str | None:
    if (text := decoded(raw, name, problems)) is None:
        return None
    offset = next((at for at, letter in enumerate(text) if _is_control(letter)), None)
    if offset is not None:
        message = ("a control character stands in the text", "metinde bir denetim karakteri var")
        mend = ("remove it, or save the article again as plain text", "silin ya da makaleyi düz metin olarak yeniden kaydedin")
        place = Place(name, *line_and_column(text, offset))
        problems.append(Problem("value-invalid", place, message, got=f"U+{ord(text[offset]):04X}", mend=mend))
    elif not sentences(text):
        message = ("there is no sentence in the file", "dosyada cümle yok")
        problems.append(Problem("file-empty", Place(name), message, mend=("put the article's text there", "makalenin metnini oraya koyun")))
    return text


def _is_control(letter: str) -> bool:
    """Whether no quote of a reading could hold the letter."""
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp") and letter not in "\r\n\t"


def _no_id(path: Path, text: str | None) -> Problem:
    spans = sentences(text) if text is not None else []
    slug = slug_of(title_of(text or "", spans)) if spans else None
    nearest = slug if tells_something(slug) else None
    shown = nearest or "ID"
    return Problem(
        "id-malformed",
        Place(str(path)),
        ("the file's name gives no id for the article", "dosyanın adından makale için kimlik çıkmıyor"),
        got=path.stem,
        expected=("a short name of what the article is about", "makalenin konusunu anlatan kısa bir ad"),
        nearest=nearest,
        mend=(f"add --id {shown} to the command", f"komuta --id {shown} ekleyin"),
    )


def _taken(root: Path, source_id: str, place: Place) -> Iterator[Problem]:
    if lexists(root / "seeds" / source_id):
        yield Problem(
            "id-twice",
            place,
            (f"there is an article {source_id} already", f"{source_id} kimlikli bir makale zaten var"),
            got=source_id,
            expected=(
                f"an id never used before (seeds/{source_id} has this one)",
                f"hiç kullanılmamış bir kimlik (bunun kullanıldığı yer: seeds/{source_id})",
            ),
            mend=("give another one with --id", "--id ile başka bir kimlik verin"),
        )


def _same_text(root: Path, text: str, name: str) -> Iterator[Problem]:
    """Articles of the project that say the same, line ends and other blank space apart."""
    for other in sorted((root / "seeds").glob("*/article.txt")):
        content = other.read_bytes() if other.is_file() and other.stat().st_size <= MAXIMUM_ARTICLE else b""
        if content and content.decode("utf-8", "replace").split() == text.split():
            yield article_twice(Place(name), other.relative_to(root).as_posix())
