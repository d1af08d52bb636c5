"""JSON files, and where in them each value stands."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from iddia.errors import Place, Problem
from iddia.text.spans import Lines

At = tuple[str | int, ...]
LIMIT = 4_000_000
"""Bytes beyond which a descriptor or a schema is not read."""
DEEPEST = 40
"""Levels below which the places of values are not looked up."""

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


@dataclass
class Json:
    """A JSON file that was read: ``data`` and, where it is asked for, the place of what it holds."""

    file: str
    data: Any
    text: str

    @cached_property
    def _found(self) -> "tuple[dict[At, tuple[int, int]], list[At]]":
        return _spans(self.text)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    @property
    def twice(self) -> list[At]:
        """The paths of keys that stand twice."""
        return self._found[1]

    def value(self, at: At) -> Any:
        """What stands at ``at``, None for nothing."""
        found = self.data
        for key in at:
            found = found.get(key) if isinstance(found, dict) else found[key] if isinstance(key, int) else None
        return found

    def place(self, at: At) -> Place:
        """Where the value at ``at`` stands, or what comes nearest above it."""
        spans = self._found[0]
        while at not in spans and at:
            at = at[:-1]
        start, end = spans.get(at, (0, 1))
        line, column = self._lines(start)
        end_line, end_column = self._lines(end)
        if end_line != line:  # a whole mapping is shown by its first bracket
            end_line, end_column = line, column + 1
        return Place(self.file, line, column, end_line, end_column)


def read_json(content: bytes, file: str, problems: list[Problem]) -> Json | None:
    """The file's content, or None where it cannot be read, which is added to ``problems``."""
    if len(content) > LIMIT:
        problems.append(_broken(Place(file), (f"the file has {len(content)} bytes", f"dosya {len(content)} bayt"), _SMALLER))
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(_misencoded(content, file, error.start))
        return None
    if _is_deep(text):
        problems.append(_broken(Place(file), _DEEP, _FLATTER))
        return None
    repeated = []

    def mapped(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            repeated.append(True)
        return found

    try:
        data = json.loads(text, parse_constant=_no_constant, object_pairs_hook=mapped)
    except json.JSONDecodeError as error:
        line, column = Lines(text)(error.pos)
        problems.append(_broken(Place(file, line, column), error.msg, _MENDED))
        return None
    except ValueError as error:
        problems.append(_broken(Place(file), str(error)[:90], _MENDED))
        return None
    if (half := _half_letter(text)) is not None:
        line, column = Lines(text)(half.start())
        problems.append(_broken(Place(file, line, column, line, column + 6), half[0], _WHOLE))
        return None
    found = Json(file, data, text)
    problems.extend(_key_twice(found, at) for at in (found.twice if repeated else ()))
    return found


def _key_twice(found: Json, at: At) -> Problem:
    message = (
        "the key stands twice, and readers differ in which one they take",
        "anahtar iki kez geçiyor; hangisinin sayılacağı okuyana bağlı",
    )
    return Problem("package-key-twice", found.place(at), message, got=str(at[-1]), mend=("remove one of them", "birini silin"))


_MOST_LEVELS = 200
_DEEP = (f"brackets within brackets, more than {_MOST_LEVELS} deep", f"{_MOST_LEVELS} katmandan çok iç içe ayraç")
_FLATTER = ("write it with fewer levels", "daha az katmanla yazın")


def _is_deep(text: str) -> bool:
    """Whether brackets are nested deeper than is read; how deep json itself can go differs between Pythons."""
    if text.count("[") + text.count("{") <= _MOST_LEVELS:
        return False
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > _MOST_LEVELS:
            return True
    return False


_SMALLER = ("keep it below 4 MB", "dosyayı 4 MB'nin altında tutun")
_WHOLE = ("write the letter itself, or both of its halves", "harfin kendisini ya da iki yarısını birden yazın")
_MENDED = ("mend the JSON", "JSON'u düzeltin")


def _broken(place: Place, got: str | tuple[str, str], mend: tuple[str, str]) -> Problem:
    return Problem(
        "package-broken", place, ("the file cannot be read as JSON", "dosya JSON olarak okunamıyor"), got=got, expected="JSON", mend=mend
    )


def _misencoded(content: bytes, file: str, at: int) -> Problem:
    before = content[:at].decode("utf-8")
    line, column = Lines(before)(len(before))
    return Problem(
        "file-encoding",
        Place(file, line, column, line, column + 1),
        ("this byte is no UTF-8", "bu bayt UTF-8 değil"),
        got=f"0x{content[at]:02x}",
        expected="UTF-8",
        mend=("save the file as UTF-8", "dosyayı UTF-8 olarak kaydedin"),
    )


def _half_letter(text: str) -> re.Match[str] | None:
    """The first escape of half a surrogate pair, which is no letter and can't be written as UTF-8."""
    return next((match for match in _ESCAPE.finditer(text) if match["half"]), None)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


@dataclass
class _Frame:
    """A mapping or list that is open: the key or number of the value now read, and whether a key comes next."""

    is_map: bool
    start: int
    key: str | int = 0
    waits: bool = False


def _spans(text: str) -> tuple[dict[At, tuple[int, int]], list[At]]:
    """Where each value of a well-formed JSON text starts and ends, by its path; and the paths whose key stands twice."""
    spans: dict[At, tuple[int, int]] = {}
    twice: list[At] = []
    frames: list[_Frame] = []
    for token in _TOKEN.finditer(text):
        word, frame = token[0], frames[-1] if frames else None
        if word == "," and frame is not None:
            frame.waits = frame.is_map
            frame.key = frame.key if isinstance(frame.key, str) else frame.key + 1
        elif word in {"}", "]"}:
            spans[tuple(one.key for one in frames[:-1])] = (frames.pop().start, token.end())
        elif word != ":":
            if frame is not None and frame.waits:
                frame.key, frame.waits = json.loads(word), False
                if (at := tuple(one.key for one in frames)) in spans:
                    twice.append(at)
                continue
            spans[tuple(one.key for one in frames)] = token.span()
            if word in {"{", "["}:
                if len(frames) == DEEPEST:
                    break
                frames.append(_Frame(word == "{", token.start(), waits=word == "{"))
    return spans, twice
