"""datapackage.json: its resources, their files and schemas, and what of it cannot be checked."""

from pathlib import Path
from typing import Any

from iddia.checks.jsonfile import LIMIT, At, Json, read_json
from iddia.checks.paths import find
from iddia.checks.schemas import read_schema
from iddia.checks.tables import Resource
from iddia.errors import Place, Problem, did_you_mean
from iddia.language import Said, Words

NAME = "datapackage.json"
REQUIRED = ("sources", "entities", "claims", "evidence", "properties", "units", "modalities")
"""Tables without which there is no ledger; all others may be left out."""
_DIALECT: dict[str, tuple[Any, ...]] = {
    "header": (True,),
    "headerRows": ([1],),
    "delimiter": (",",),
    "lineTerminator": ("\r\n", "\n"),
    "quoteChar": ('"',),
    "doubleQuote": (True,),
    "skipInitialSpace": (False,),
    "csvddfVersion": (1.2, "1.2"),
    "$schema": (),
}
_ONLY: dict[str, tuple[Any, ...]] = {
    "format": ("csv",),
    "mediatype": ("text/csv",),
    "encoding": ("utf-8", "UTF-8", "utf8"),
    "type": ("table",),
    "profile": ("tabular-data-resource", "data-resource"),
}


def read_bytes(path: Path) -> bytes:
    """A file's bytes, up to one more than a descriptor may have."""
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


class Descriptor:
    """Reads a descriptor; ``resources`` are the tables that can be checked, ``problems`` what is wrong."""

    def __init__(self, root: Path, name: str = NAME) -> None:
        self.root, self.problems = root, list[Problem]()
        self.resources: list[Resource] = []
        self.names: frozenset[str] = frozenset()
        path = find(root, name, Place(name), self.problems)
        self._json = read_json(read_bytes(path), name, self.problems) if path else None
        if self._json is not None:
            self._read(self._json)

    def _wrong(self, at: At, message: Said, got: Words | None, expected: Words, mend: Said) -> None:
        assert self._json is not None
        self.problems.append(Problem("package-property", self._json.place(at), message, got=got, expected=expected, mend=mend))

    def _read(self, json: Json) -> None:
        if not isinstance(json.data, dict):
            self._wrong((), _NO_MAPPING, _kind(json.data), _MAPPING, _AS_MAPPING)
            return
        resources = json.data.get("resources")
        if not isinstance(resources, list) or not resources:
            at: At = ("resources",) if "resources" in json.data else ()
            self._wrong(at, _NO_RESOURCES, _kind(resources), ("a list of tables", "tabloların listesi"), _LIST_THEM)
            return
        names: dict[str, At] = {}
        for number, resource in enumerate(resources):
            at = ("resources", number)
            name = self._name(resource, at, names)
            if name is not None and (found := self._resource(resource, name, at)):
                self.resources.append(found)
        self.names = frozenset(names)
        for table in REQUIRED:
            if table not in names:
                near = did_you_mean(table, names)
                place = json.place((*names[near], "name")) if near else None
                self.problems.append(
                    Problem(
                        "table-missing",
                        json.place(("resources",)),
                        (f"the table {table} is missing", f"{table} tablosu eksik"),
                        expected=", ".join(REQUIRED),
                        nearest=near,
                        nearest_place=place,
                        mend=("add the table and its schema", "tabloyu ve şemasını ekleyin"),
                    )
                )

    def _name(self, resource: Any, at: At, names: dict[str, At]) -> str | None:
        if not isinstance(resource, dict):
            self._wrong(at, _NO_MAPPING, _kind(resource), _MAPPING, _AS_MAPPING)
            return None
        name = resource.get("name")
        if not isinstance(name, str) or not name:
            self._wrong((*at, "name"), ("the table has no name", "tablonun adı yok"), _kind(name), _TEXT, ("name it", "ona bir ad verin"))
            return None
        if name in names:
            message = ("two tables have this name", "bu adı iki tablo taşıyor")
            self._wrong(
                (*at, "name"), message, name, ("names that differ", "birbirinden ayrı adlar"), ("rename one", "birinin adını değiştirin")
            )
            return None
        names[name] = at
        return name

    def _resource(self, resource: dict[str, Any], name: str, at: At) -> Resource | None:
        before = len(self.problems)
        self._supported(resource, at)
        file, path = self._file(resource, at)
        size, digest = resource.get("bytes"), resource.get("hash")
        if size is not None and (not isinstance(size, int) or isinstance(size, bool)):
            self._wrong((*at, "bytes"), _WRONG_KIND, _kind(size), ("a whole number", "tam sayı"), ("write the size", "boyutu yazın"))
        if digest is not None and not isinstance(digest, str):
            self._wrong((*at, "hash"), _WRONG_KIND, _kind(digest), _TEXT, ("write the hash", "özeti yazın"))
        assert self._json is not None
        schema = read_schema(self.root, self._json, (*at, "schema"), name, self.problems)
        if path is None or schema is None or file is None:
            return None
        if any(problem.code == "package-unsupported" for problem in self.problems[before:]):
            return None
        places: dict[str, Place] = {key: self._json.place((*at, key)) for key in ("bytes", "hash") if key in resource}
        return Resource(
            name, file, path, schema, size if isinstance(size, int) else None, digest if isinstance(digest, str) else None, places
        )

    def _file(self, resource: dict[str, Any], at: At) -> tuple[str | None, Path | None]:
        name = resource.get("path")
        key: At = (*at, "path")
        if isinstance(name, list) and len(name) == 1:
            name, key = name[0], (*key, 0)
        if isinstance(name, list):
            self._unsupported(key, ("a table of several files", "birden çok dosyalı tablo"), ("one file", "tek dosya"))
            return None, None
        if not isinstance(name, str) and "data" in resource:
            return None, None
        if not isinstance(name, str):
            message = ("the table has no path", "tablonun yolu yok")
            self._wrong(key, message, _kind(name), _TEXT, ("name its file", "dosyasını yazın"))
            return None, None
        assert self._json is not None
        return name, find(self.root, name, self._json.place(key), self.problems)

    def _supported(self, resource: dict[str, Any], at: At) -> None:
        for key, choices in _ONLY.items():
            if key in resource and resource[key] not in choices:
                self._unsupported((*at, key), f"{key}: {str(resource[key])[:60]}", f"{key}: {choices[0]}")
        for key in ("data", "compression"):
            if key in resource:
                self._unsupported((*at, key), key, ("a CSV file named by path", "path ile anılan bir CSV dosyası"))
        dialect = resource.get("dialect", {})
        if not isinstance(dialect, dict):
            self._unsupported((*at, "dialect"), _kind(dialect), _PLAIN_DIALECT)
            return
        for key, value in dialect.items():
            choices = _DIALECT.get(key, (None,))
            if choices and not any(value == choice and isinstance(value, type(choice)) for choice in choices):
                self._unsupported((*at, "dialect", key), f"{key}: {str(value)[:60]}", _PLAIN_DIALECT)

    def _unsupported(self, at: At, got: Words, expected: Words) -> None:
        message = ("this cannot be checked, so the table was not", "bu denetlenemiyor; tablo da denetlenmedi")
        mend = ("write the table as plain CSV in UTF-8", "tabloyu UTF-8 ile düz CSV olarak yazın")
        assert self._json is not None
        self.problems.append(Problem("package-unsupported", self._json.place(at), message, got=got, expected=expected, mend=mend))


_TEXT: Said = ("a text", "bir metin")
_MAPPING: Said = ("a mapping", "bir eşleme")
_NO_MAPPING: Said = ("a mapping in braces is expected here", "burada süslü ayraç içinde bir eşleme bekleniyor")
_AS_MAPPING: Said = ('write {"name": ..., ...}', '{"name": ..., ...} biçiminde yazın')
_NO_RESOURCES: Said = ("the descriptor lists no tables", "tanımlayıcıda tablo listesi yok")
_LIST_THEM: Said = ("list the tables under resources", "tabloları resources altında sıralayın")
_WRONG_KIND: Said = ("the value is of another kind", "değer başka türden")
_PLAIN_DIALECT: Said = ("comma, double quotation mark, one header row", "virgül, çift tırnak, tek başlık satırı")

_KINDS: dict[type, Said] = {
    dict: ("a mapping", "bir eşleme"),
    list: ("a list", "bir liste"),
    str: ("a text", "bir metin"),
    bool: ("true or false", "true ya da false"),
    int: ("a number", "bir sayı"),
    float: ("a number", "bir sayı"),
    type(None): ("nothing", "hiçbir şey"),
}


def _kind(value: Any) -> Said:
    return _KINDS.get(type(value), ("something else", "başka bir şey"))
