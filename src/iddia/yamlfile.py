"""Reading YAML as untrusted text: plain data with the line and column of every value.

Only what a reading needs is taken: mappings, lists and scalars of YAML 1.2's core schema. Anchors, aliases and tags are
refused (so no alias bomb can unfold and no object be made), duplicate keys too. A date stays a string.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from iddia.errors import Place, Problem
from iddia.language import Said, Words
from iddia.text.spans import Lines, line_and_column
from iddia.yamlwords import parser_words, system_words

Path_ = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")  # "007" is somebody's number, not a quantity
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_TAB = re.compile(r"(?:\A|(?<=[\r\n])) *\t")
_ESCAPED = re.compile(r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|(?P<one>[\s\S]))|[\s\S]")
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
MAXIMUM_BYTES = 8_000_000
MAXIMUM_DEPTH = 30
LONGEST_KEY = 200
MAXIMUM_VALUES = 250_000
"""Scalars, lists and mappings of one file, about three seconds' work; a registry of 20,000 entities has as many."""


SPLIT = ("split it, or see what got into it", "bölün ya da içine ne karıştığına bakın")


class Letter(int):
    """As the last step of a path: which letter of the text at the path is meant, from 1, in code points."""

    __slots__ = ()


@dataclass
class YamlFile:
    """What a YAML file says and where: ``places`` has a line and column (from 1) for each path of keys and indexes."""

    file: str
    data: Any = None
    places: dict[Path_, Place] = field(default_factory=dict)
    keys: dict[Path_, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    text: str = field(default="", repr=False)

    def place(self, path: Path_) -> Place:
        """Where the value at ``path`` stands, or the nearest thing around it that exists."""
        if path and isinstance(path[-1], Letter):
            return self._letter_place(path[:-1], path[-1])
        for length in range(len(path), -1, -1):
            if found := self.places.get(path[:length]):
                return found
        return Place(self.file)

    def _letter_place(self, path: Path_, letter: Letter) -> Place:
        """Where a letter of the text at ``path`` stands, be it by an escape; the whole text where that cannot be told."""
        whole, value = self.place(path), self._value(path)
        if not isinstance(value, str) or whole.end_line is None or whole.end_column is None:
            return whole
        wanted = value[letter - 1]
        count = value[:letter].count(wanted)
        lines = Lines(self.text)
        start, end = lines.offset(whole.line, whole.column), lines.offset(whole.end_line, whole.end_column)
        escapes = self.text.startswith('"', start)
        for token in _ESCAPED.finditer(self.text, start, end) if escapes else re.finditer(re.escape(wanted), self.text[start:end]):
            if (_unescaped(token) if escapes else wanted) != wanted:
                continue
            count -= 1
            if count == 0:
                first = token.start() + (0 if escapes else start)
                return Place(self.file, *lines(first), *lines(first + len(token.group())))
        return whole

    def _value(self, path: Path_) -> Any:
        """What stands at ``path``, or the nearest thing around it that exists."""
        value = self.data
        for step in path:
            if step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
        return value

    def key_place(self, path: Path_) -> Place:
        """Where the key of the mapping entry at ``path`` stands."""
        return self.keys.get(path) or self.place(path)

    def key_places(self, ids: Iterable[str]) -> dict[str, Place]:
        """Where each of these keys of the file's outermost mapping stands."""
        return {one: self.key_place((one,)) for one in ids}


def _unescaped(token: re.Match[str]) -> str:
    if code := token["x"] or token["u"] or token["U"]:
        number = int(code, 16)
        return chr(number) if number <= sys.maxunicode else ""
    return _ESCAPES.get(token["one"], token["one"]) if token["one"] else token.group()


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read the file at ``path``; ``name`` is what problems call it. What is wrong is in ``problems``, and ``data`` is then None."""
    result = YamlFile(name)
    if (text := read_text(path, name, result.problems)) is None:
        return result
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> YamlFile:
    """Read a file's text, as read_yaml reads a file; a byte order mark at its beginning is not counted."""
    result = YamlFile(name)
    if not text.strip():
        result.problems.append(_empty(name, ("the file is empty", "dosya boş")))
        return result
    text = text.removeprefix("\ufeff")  # no editor shows or counts it
    result.text, lines = text, Lines(text)
    for indent in _TAB.finditer(text):
        place = Place(name, *lines(indent.end() - 1))
        result.problems.append(
            Problem(
                "yaml-tab",
                place,
                ("a tab indents this line", "bu satır sekmeyle girintilenmiş"),
                expected=("spaces", "boşluklar"),
                mend=("replace the tab by two spaces", "sekmenin yerine iki boşluk koyun"),
            )
        )
    if result.problems:
        return result
    try:
        events = _EventReader(result, yaml.parse(text, Loader=_Loader), text, lines)
        data = events.document()
    except yaml.YAMLError as error:
        result.problems.append(_broken(name, text, error))
    except _TooMuchError as error:
        result.problems.append(error.problem)
    else:
        if data is None and not result.problems:
            result.problems.append(_empty(name, ("the file holds no value", "dosyada hiçbir değer yok")))
        result.data = None if result.problems else data
    return result


def read_text(path: Path, name: str, problems: list[Problem], most_bytes: int = MAXIMUM_BYTES) -> str | None:
    """The file's text, decoded as UTF-8 with its line ends as they are; None, and a problem, if that cannot be."""
    if path.is_symlink():
        message, mend = (
            ("the file is a symbolic link", "dosya bir sembolik bağlantı"),
            ("put the file itself there", "oraya dosyanın kendisini koyun"),
        )
        problems.append(Problem("file-link", Place(name), message, mend=mend))
        return None
    try:
        raw = path.read_bytes() if path.stat().st_size <= most_bytes else None
    except OSError as error:
        english, turkish = system_words(error)
        message = f"the file cannot be read: {english}", f"dosya okunamıyor: {turkish}"
        mend = (f"add {name}", f"{name} dosyasını ekleyin")
        if not isinstance(error, FileNotFoundError):
            mend = (f"make {name} a file that can be read", f"{name} okunabilir bir dosya olsun")
        problems.append(Problem("file-missing", Place(name), message, mend=mend))
        return None
    if raw is None:
        too_large = ("the file is too large", "dosya çok büyük")
        problems.append(Problem("file-too-large", Place(name), too_large, expected=at_most(most_bytes), mend=SPLIT))
        return None
    return decoded(raw, name, problems)


def at_most(most_bytes: int) -> Said:
    """How large a file may be, in words."""
    most = f"{most_bytes:,}"
    return f"at most {most} bytes", f"en çok {most.replace(',', '.')} bayt"


def decoded(raw: bytes, name: str, problems: list[Problem]) -> str | None:
    """Bytes of a file as UTF-8, line ends as they are; None, and a problem at the first byte that is none, if they are not."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8")
        place = Place(name, *line_and_column(good, len(good)))
        got = f"byte 0x{raw[error.start]:02x}", f"0x{raw[error.start]:02x} baytı"
        message, mend = ("the file is not UTF-8", "dosya UTF-8 değil"), ("save it as UTF-8", "UTF-8 olarak kaydedin")
        problems.append(Problem("file-encoding", place, message, got=got, mend=mend))
        return None


class _TooMuchError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _EventReader:
    """Builds plain data from a parser's events, noting where each value stands."""

    def __init__(self, result: YamlFile, events: Iterator[Any], text: str, lines: Lines) -> None:
        self.result = result
        self.events = events
        self.text = text
        self.lines = lines

    def document(self) -> Any:
        data: Any = None
        seen = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    message = "a second document starts here", "burada ikinci bir belge başlıyor"
                    expected = "one document a file", "dosya başına bir belge"
                    self._refuse("yaml-documents", event, message, expected, ("remove the line ---", "--- satırını silin"))
            elif isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent)):
                data = self.value(event, ())
        return data

    def value(self, event: Any, path: Path_) -> Any:
        if len(path) > MAXIMUM_DEPTH:
            raise _TooMuchError(_too_deep(self._place(event)))
        if len(self.result.places) >= MAXIMUM_VALUES:
            raise _TooMuchError(_too_many(self._place(event)))
        self.result.places[path] = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            message = f"an alias (*{event.anchor}) stands here", f"burada bir takma ad (*{event.anchor}) duruyor"
            expected, mend = ("the value itself", "değerin kendisi"), ("write the value out", "değeri açıkça yazın")
            self._refuse("yaml-alias", event, message, expected, mend)
            return None
        self._refuse_anchor_and_tag(event)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: Path_) -> list[Any]:
        values: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self.value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Path_) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent) or len(event.value) > LONGEST_KEY:
                mend = (
                    "see docs/annotation.md for the keys of a reading",
                    "bir okumanın anahtarları için docs/annotation.md dosyasına bakın",
                )
                message = "a key is no plain word", "bir anahtar yalın bir sözcük değil"
                self._refuse("yaml-key", event, message, ("a plain word", "yalın bir sözcük"), mend)
                self.value(event, (*path, "?"))
                self.value(next(self.events), (*path, "?"))
                continue
            self._refuse_anchor_and_tag(event)
            key = event.value
            if key in values:
                first = self.result.keys[(*path, key)].line
                message = f"the key {key!r} stands here a second time", f"{key!r} anahtarı burada ikinci kez duruyor"
                expected = f"once (line {first})", f"bir kez ({first}. satır)"
                self._refuse("yaml-duplicate-key", event, message, expected, ("remove one", "birini silin"))
            else:
                self.result.keys[(*path, key)] = self._place(event)
            values[key] = self.value(next(self.events), (*path, key))
        return values

    def _place(self, event: Any) -> Place:
        # By index, for YAML also ends lines where no editor does (U+0085, U+2028).
        start, end = event.start_mark.index, event.end_mark.index
        if getattr(event, "style", None) in ("|", ">"):  # the parser counts the line ends behind a block as a part of it
            end = start + len(self.text[start:end].rstrip(" \t\r\n\x85\u2028\u2029"))
        return Place(self.result.file, *self.lines(start), *self.lines(end))

    def _refuse_anchor_and_tag(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"an anchor (&{event.anchor}) stands here", f"burada bir çapa (&{event.anchor}) duruyor"
            expected = "no anchors or aliases", "çapasız ve takma adsız değerler"
            self._refuse("yaml-anchor", event, message, expected, ("remove it", "onu silin"))
        if event.tag is not None:
            message = f"a tag ({event.tag}) stands here", f"burada bir etiket ({event.tag}) duruyor"
            self._refuse("yaml-tag", event, message, ("plain values", "yalın değerler"), ("remove the tag", "etiketi silin"))

    def _refuse(self, code: str, event: Any, message: Said, expected: Words, mend: Words) -> None:
        self.result.problems.append(Problem(code, self._place(event), message, expected=expected, mend=mend))


def _scalar(event: Any) -> str | int | Decimal | bool | None:
    text: str = event.value
    if event.style:  # "" or None when plain, by which parser read it
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) < 40 and not _LEADING_ZERO.match(text) else text
    if _NUMBER.fullmatch(text) and len(text) < 40:
        try:
            number = Decimal(text)
        except InvalidOperation:  # an exponent beyond what Decimal can hold
            return text
        if abs(number.adjusted()) < 30:
            return number
    return text


def _broken(name: str, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    control = yaml.reader.Reader.NON_PRINTABLE.search(text)
    offset = mark.index if mark else control.start() if control else 0
    place = Place(name, *line_and_column(text, offset))
    line = re.split(r"\r\n|\r|\n", text)[place.line - 1]
    reason = getattr(error, "problem", None) or getattr(error, "reason", None)
    english, turkish = parser_words(reason) if reason else ("it cannot be read", "okunamıyor")
    return Problem(
        "yaml-broken",
        place,
        (f"this is not YAML: {english}", f"bu YAML değil: {turkish}"),
        got=shortened_line(line),
        mend=(
            'quote texts with " ", close each (on the lines above too), indent by two spaces',
            'metinleri " " içine alın, her tırnağı (üstteki satırlarda da) kapatın, iki boşlukla girintileyin',
        ),
    )


def shortened_line(line: str) -> str:
    """A line for a message, cut to a readable length."""
    return line.strip()[:100]


def _empty(name: str, message: Said) -> Problem:
    mend = "write it, or delete it if there is nothing to say", "dosyayı yazın ya da söyleyecek bir şey yoksa silin"
    if name.endswith("/reading.yaml"):
        mend = "write it, or delete its folder", "dosyayı yazın ya da klasörünü silin"
    return Problem("file-empty", Place(name), message, mend=mend)


def _too_deep(place: Place) -> Problem:
    message = "values are nested too deeply", "değerler çok derin iç içe geçmiş"
    return Problem("yaml-too-deep", place, message, expected=(f"at most {MAXIMUM_DEPTH} levels", f"en çok {MAXIMUM_DEPTH} düzey"))


def _too_many(place: Place) -> Problem:
    most = f"{MAXIMUM_VALUES:,}"
    expected = f"at most {most} values in a file", f"bir dosyada en çok {most.replace(',', '.')} değer"
    message = "the file says too much: it is read no further", "dosyada çok fazla değer var; buradan sonrası okunmadı"
    return Problem("file-too-large", place, message, expected=expected, mend=SPLIT)
