"""Table Schemas of a package: what they ask for, what of that cannot be checked, and where they ask for less than iddia does."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from iddia.checks.fault import Fault
from iddia.checks.faults import TYPES, can_match
from iddia.checks.jsonfile import LIMIT, At, Json, read_json
from iddia.checks.paths import find
from iddia.checks.tables import Column, ForeignKey, Schema
from iddia.errors import Problem, did_you_mean
from iddia.language import Said, Words

_CONSTRAINTS = frozenset({"required", "unique", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength"})
_UNREAD = frozenset({"decimalChar", "groupChar", "bareNumber", "missingValues", "categories", "itemType", "delimiter", "jsonSchema"})
_FORMATS = frozenset({"default"})


@cache
def own_schemas() -> dict[str, dict[str, Any]]:
    """The Table Schemas of iddia's own tables."""
    from iddia.model.tables import TABLES
    from iddia.package.schemas import table_schema

    return {model.table: table_schema(model) for model in TABLES}


def read_schema(root: Path, json: Json, at: At, table: str, problems: list[Problem]) -> Schema | None:
    """A resource's schema, inline or in a file of its own; None where it cannot be read, which is added to ``problems``."""
    found = json.value(at)
    if isinstance(found, str):
        path = find(root, found, json.place(at), problems)
        if path is None:
            return None
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
        inner = read_json(content, found, problems)
        if inner is None:
            return None
        json, at, found = inner, (), inner.data
    return _Reader(json, at, table, problems).read(found)


class _Reader:
    """Reads one schema that stands at ``at`` of a JSON file."""

    def __init__(self, json: Json, at: At, table: str, problems: list[Problem]) -> None:
        self._json, self._at, self._table, self._problems = json, at, table, problems

    def _add(self, at: At, fault: Fault) -> None:
        self._problems.append(fault.at(self._json.place((*self._at, *at))))

    def _form(self, at: At, message: Said, expected: Words) -> None:
        self._add(at, Fault("schema-form", message, None, expected, ("mend the schema", "şemayı düzeltin")))

    def _unread(self, at: At, got: Words, expected: Words) -> None:
        message = ("this part of the schema cannot be checked", "şemanın bu bölümü denetlenemiyor")
        self._add(
            at, Fault("schema-unsupported", message, got, expected, ("say it by what can be checked", "denetlenebilen bir yolla yazın"))
        )

    def read(self, found: Any) -> Schema | None:
        """The schema; None where it has no fields to check by."""
        if not isinstance(found, dict) or not isinstance(found.get("fields"), list) or not found["fields"]:
            at: At = ("fields",) if isinstance(found, dict) and "fields" in found else ()
            self._form(
                at, ("the schema lists no fields", "şemada alan listesi yok"), ("fields: a list of columns", "fields: sütunların listesi")
            )
            return None
        columns: dict[str, Column] = {}
        for number, field in enumerate(found["fields"]):
            column = self._column(field, ("fields", number))
            if column is not None and column.name in columns:
                self._form(
                    ("fields", number), ("two fields have this name", "bu adı iki alan taşıyor"), ("names that differ", "ayrı adlar")
                )
            elif column is not None:
                columns[column.name] = column
        for key in ("uniqueKeys",):
            if key in found:
                self._unread((key,), key, "primaryKey, unique")
        if found.get("fieldsMatch", "exact") not in ("exact", ["exact"]):
            self._unread(("fieldsMatch",), str(found["fieldsMatch"])[:60], "exact")
        missing = found.get("missingValues", [""])
        if not isinstance(missing, list) or not all(isinstance(value, str) for value in missing):
            self._unread(("missingValues",), ("no list of texts", "metinlerden oluşan bir liste değil"), '[""]')
            missing = [""]
        primary = self._names(found.get("primaryKey", []), ("primaryKey",), columns)
        keys = self._foreign_keys(found.get("foreignKeys", []), columns)
        schema = Schema(self._json.file, tuple(columns.values()), primary, keys, tuple(missing))
        if (own := own_schemas().get(self._table)) is not None:
            return self._compared(found, schema, own)
        return schema

    def _names(self, found: Any, at: At, columns: dict[str, Column] | None) -> tuple[str, ...]:
        names = [found] if isinstance(found, str) else found
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            self._form(at, ("names of columns are expected here", "burada sütun adları bekleniyor"), ("a list of names", "adların listesi"))
            return ()
        if columns is not None and (unknown := [name for name in names if name not in columns]):
            message = (f"the schema has no column {unknown[0]}", f"şemada {unknown[0]} sütunu yok")
            mend = ("name a column of the schema", "şemanın bir sütununu yazın")
            self._add(at, Fault("schema-form", message, unknown[0], None, mend, did_you_mean(unknown[0], columns)))
            return ()
        return tuple(names)

    def _foreign_keys(self, found: Any, columns: dict[str, Column]) -> tuple[ForeignKey, ...]:
        if not isinstance(found, list):
            self._form(
                ("foreignKeys",),
                ("a list of foreign keys is expected here", "burada yabancı anahtar listesi bekleniyor"),
                ("a list", "liste"),
            )
            return ()
        keys = []
        for number, key in enumerate(found):
            at: At = ("foreignKeys", number)
            to = key.get("reference") if isinstance(key, dict) else None
            if not isinstance(to, dict) or not isinstance(to.get("resource", ""), str):
                self._form(at, ("the foreign key refers to no table", "yabancı anahtar hiçbir tabloyu göstermiyor"), "fields, reference")
                continue
            fields = self._names(key.get("fields", []), (*at, "fields"), columns)
            reference = self._names(to.get("fields", []), (*at, "reference", "fields"), None)
            if fields and len(fields) == len(reference):
                keys.append(ForeignKey(fields, to.get("resource", ""), reference, self._json.place((*self._at, *at))))
            elif fields:
                self._form(at, ("both sides need as many columns", "iki yanda eşit sayıda sütun olmalı"), str(len(fields)))
        return tuple(keys)

    def _column(self, field: Any, at: At) -> Column | None:
        if not isinstance(field, dict) or not isinstance(field.get("name"), str) or not field["name"]:
            self._form(at, ("the field has no name", "alanın adı yok"), '{"name": ..., "type": ...}')
            return None
        kind, name = field.get("type", "any"), field["name"]
        if not isinstance(kind, str) or kind not in TYPES:
            self._unread((*at, "type"), str(kind)[:60], ", ".join(sorted(TYPES)))
            return Column(name, "any")
        if field.get("format", "default") not in _FORMATS:
            self._unread((*at, "format"), str(field["format"])[:60], "default")
        for key in sorted(_UNREAD & field.keys()):
            self._unread((*at, key), key, ("plain values", "düz değerler"))
        constraints = field.get("constraints", {})
        if not isinstance(constraints, dict):
            self._form(
                (*at, "constraints"), ("a mapping in braces is expected here", "burada süslü ayraç içinde bir eşleme bekleniyor"), "{}"
            )
            constraints = {}
        for key in sorted(constraints.keys() - _CONSTRAINTS):
            self._unread((*at, "constraints", key), key, ", ".join(sorted(_CONSTRAINTS)))
        return self._constrained(name, kind, field, constraints, at)

    def _constrained(self, name: str, kind: str, field: dict[str, Any], constraints: dict[str, Any], at: At) -> Column:
        inside: At = (*at, "constraints")
        pattern = constraints.get("pattern")
        if pattern is not None and (not isinstance(pattern, str) or not can_match(pattern)):
            self._unread(
                (*inside, "pattern"), str(pattern)[:60], ("a regular expression without look-around", "çevreye bakmayan bir düzenli ifade")
            )
            pattern = None
        enum = constraints.get("enum")
        if enum is not None and (not isinstance(enum, list) or not enum):
            self._form((*inside, "enum"), ("a list of values is expected here", "burada değer listesi bekleniyor"), ("a list", "liste"))
            enum = None
        numbers = {key: self._number(constraints.get(key), kind, (*inside, key)) for key in ("minimum", "maximum")}
        lengths = {key: self._count(constraints.get(key), (*inside, key)) for key in ("minLength", "maxLength")}
        truths = {key: self._truths(field.get(key), (*at, key)) for key in ("trueValues", "falseValues")}
        return Column(
            name,
            kind,
            required=self._flag(constraints, "required", inside),
            unique=self._flag(constraints, "unique", inside),
            enum=tuple(map(_as_cell, enum)) if enum is not None else None,
            pattern=pattern,
            minimum=numbers["minimum"],
            maximum=numbers["maximum"],
            min_length=lengths["minLength"],
            max_length=lengths["maxLength"],
            true_values=truths["trueValues"] or ("true",),
            false_values=truths["falseValues"] or ("false",),
            is_edtf=field.get("semantics") == "edtf",
        )

    def _flag(self, constraints: dict[str, Any], key: str, at: At) -> bool:
        value = constraints.get(key, False)
        if not isinstance(value, bool):
            self._form((*at, key), ("true or false is expected here", "burada true ya da false bekleniyor"), "true, false")
            return True
        return value

    def _number(self, value: Any, kind: str, at: At) -> Decimal | None:
        if value is None:
            return None
        try:
            number = Decimal(str(value)) if not isinstance(value, bool) else None
        except InvalidOperation:
            number = None
        if number is None or not number.is_finite() or abs(number) > 10**18 or kind not in {"integer", "number"}:
            self._unread(at, str(value)[:60], ("a number, for a column of numbers", "sayı sütunu için bir sayı"))
            return None
        return number

    def _count(self, value: Any, at: At) -> int | None:
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 31):
            return value
        self._unread(at, str(value)[:60], ("a whole number from 0 on", "0 ya da daha büyük bir tam sayı"))
        return None

    def _truths(self, value: Any, at: At) -> tuple[str, ...] | None:
        if value is None:
            return None
        if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
            self._form(at, ("a list of words is expected here", "burada sözcük listesi bekleniyor"), '["true"]')
            return None
        return tuple(value)

    def _compared(self, found: dict[str, Any], schema: Schema, own: dict[str, Any]) -> Schema:
        """The schema, with dates read as iddia reads them; where it asks for less than iddia's own is reported."""
        fields = [field if isinstance(field, dict) else {} for field in found["fields"]]
        where = {str(field.get("name")): number for number, field in reversed(list(enumerate(fields)))}
        edtf, unlike = set(), set()
        for wanted in own["fields"]:
            name = wanted["name"]
            edtf |= {name} if wanted.get("semantics") == "edtf" else set()
            if name not in where:
                message = (f"the schema lacks the column {name}", f"şemada {name} sütunu eksik")
                mend = ("add the column", "sütunu ekleyin")
                self._add(("fields",), Fault("column-missing", message, None, name, mend, did_you_mean(name, where)))
                continue
            self._weaker(fields[where[name]], wanted, ("fields", where[name]))
            unlike |= {name} if fields[where[name]].get("type", "any") != wanted["type"] else set()
        if own.get("primaryKey", []) != list(schema.primary_key):
            self._weak(("primaryKey",), ", ".join(schema.primary_key) or "-", ", ".join(own["primaryKey"]))
        keys = set(schema.foreign_keys)
        for key in own.get("foreignKeys", []):
            to = key["reference"]
            wanted_key = ForeignKey(tuple(key["fields"]), to["resource"], tuple(to["fields"]))
            if wanted_key not in keys and not (
                to["resource"] == self._table and ForeignKey(wanted_key.fields, "", wanted_key.reference) in keys
            ):
                self._weak(("foreignKeys",), "-", f"{key['fields'][0]} -> {to['resource']}.{to['fields'][0]}")
        columns = tuple(replace(column, is_edtf=column.is_edtf or column.name in edtf) for column in schema.columns)
        return replace(schema, columns=columns, unlike=frozenset(unlike))

    def _weaker(self, field: dict[str, Any], wanted: dict[str, Any], at: At) -> None:
        """What one field leaves out of iddia's own."""
        if field.get("type", "any") != wanted["type"]:
            self._weak((*at, "type"), str(field.get("type", "any"))[:60], wanted["type"])
        got = field.get("constraints", {})
        got = got if isinstance(got, dict) else {}
        for key, value in wanted.get("constraints", {}).items():
            given = got.get(key)
            if key == "enum":
                fine = isinstance(given, list) and all(one in value for one in given)
            elif key == "minimum":
                fine = isinstance(given, (int, float)) and given >= value
            else:
                fine = given == value
            if not fine:
                shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value).lower() if value is True else str(value)
                given_shown = "-" if given is None else ", ".join(map(str, given)) if isinstance(given, list) else str(given)
                self._weak((*at, "constraints", key), given_shown[:200], f"{key}: {shown}")

    def _weak(self, at: At, got: str, expected: str) -> None:
        message = (
            f"the schema of {self._table} asks for less than iddia's own",
            f"{self._table} şeması, iddia'nın kendi şemasından azını istiyor",
        )
        self._add(
            at,
            Fault(
                "schema-weaker",
                message,
                got,
                expected,
                ("write what is expected, or rename the table", "bekleneni yazın ya da tablonun adını değiştirin"),
            ),
        )


def _as_cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
