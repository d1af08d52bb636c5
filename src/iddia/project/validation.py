"""What pydantic found wrong, said so that a contributor can mend it."""

import re
from collections.abc import Iterator
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from iddia.errors import Finding, did_you_mean
from iddia.model.columns import CLAIM_ID_PATTERN, ID_PATTERN, SHA256_PATTERN, SNAKE_PATTERN, WIKIDATA_PATTERN

_TYPES = {
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "decimal_type": "a number such as 1.2e12",
    "decimal_parsing": "a number such as 1.2e12",
    "bool_type": "true or false",
    "finite_number": "a number such as 1.2e12",
    "tuple_type": "a list: lines that begin with -, or [ ]",
    "dict_type": "keys with values: {key: value}",
    "model_type": "keys with values: {key: value}",
    "model_attributes_type": "keys with values: {key: value}",
    "too_short": "at least one entry",
    "greater_than": "a number above 0",
    "greater_than_equal": "a number from 1 up",
}

_DATES = ("date", "time", "published", "retrieved", "as_of", "horizon")

FORMS = {
    ID_PATTERN: "small letters a-z, digits and single hyphens, a letter first: deepseek-r2",
    SNAKE_PATTERN: "small letters a-z, digits and single underscores, a letter first: training_cost",
    CLAIM_ID_PATTERN: "the article's folder, a dot, and at least two digits: r2-ascend-delay.07",
    SHA256_PATTERN: "64 digits and letters from a to f, as sha256sum prints them",
    WIKIDATA_PATTERN: "Q (or P) and a number, as Wikidata has it: Q42",
}
"""What a pattern asks for, in words."""


def findings_of(error: ValidationError, model: type[BaseModel], at: tuple[str | int, ...]) -> Iterator[Finding]:
    """One finding for each thing that is wrong with the value at ``at``; a key that is only misspelt is not missing too."""
    details = error.errors(include_url=False)
    findings = [_finding(detail, model, (*at, *detail["loc"])) for detail in details]
    misspelt = {(*finding.at[:-1], finding.nearest) for finding in findings if finding.code == "key-unknown"}
    for detail, finding in zip(details, findings, strict=True):
        if detail["type"] != "missing" or (*at, *detail["loc"]) not in misspelt:
            yield finding


def _finding(detail: Any, model: type[BaseModel], at: tuple[str | int, ...]) -> Finding:
    kind, key = detail["type"], str(at[-1]) if at else ""
    got = _short(_shown(detail["input"]))
    if (empty := _left_empty(detail, at)) is not None:
        return empty
    if kind == "missing":
        return Finding("key-missing", at[:-1], f"{key} is missing", expected=f"a line {key}: ...", mend=f"add {key}")
    if kind == "extra_forbidden":
        return unknown_key(at, _keys_around(model, detail["loc"]))
    if kind == "literal_error":
        nearest = did_you_mean(str(detail["input"]), _choices(detail))
        return Finding(
            "not-in-list",
            at,
            f"{'this entry' if key.isdigit() else key} takes no such value",
            got=got,
            expected=", ".join(_choices(detail)),
            nearest=nearest,
            mend=f"write {nearest}" if nearest else None,
        )
    if kind == "string_pattern_mismatch":
        pattern = detail["ctx"]["pattern"]
        name = str(at[-2]) if key == "[key]" else "this entry" if key.isdigit() else key
        return Finding("id-malformed", at, f"{name} is not of the right form", got=got, expected=FORMS.get(pattern, pattern))
    if kind == "value_error":
        code = "date-impossible" if key in _DATES else "value-invalid"
        message = str(detail["ctx"]["error"])
        return Finding(code, at, message if key.isdigit() else f"{key}: {message}", got=got)
    name = "this entry" if key.isdigit() else key or "this"
    return Finding("value-type", at, f"{name} is of the wrong kind", got=got, expected=_TYPES.get(kind, detail["msg"]))


def _left_empty(detail: Any, at: tuple[str | int, ...]) -> Finding | None:
    """The finding that a key has no value: the key complained of, or a neighbour that the complaint about the whole names."""
    value, kind = detail["input"], detail["type"]
    if kind == "value_error" and isinstance(value, dict):
        named = set(re.findall(r"\w+", str(detail["ctx"]["error"])))
        at = next(((*at, key) for key, inner in value.items() if inner is None and key in named), ())
    elif value is not None or kind == "extra_forbidden":
        return None
    if not at or isinstance(at[-1], int):
        return None
    expected = ", ".join(_choices(detail)) if kind == "literal_error" else _TYPES.get(kind, ("a value", "bir değer"))
    message, mend = (f"{at[-1]} is left empty", f"{at[-1]} boş bırakılmış"), ("write it behind the colon", "iki noktadan sonra yazın")
    return Finding("key-empty", at, message, got=("nothing", "hiçbir şey"), expected=expected, mend=mend)


def unknown_key(at: tuple[str | int, ...], known: list[str]) -> Finding:
    """The finding that the last key of ``at`` is none of those ``known``."""
    key = str(at[-1])
    nearest = did_you_mean(key, known)
    mend = f"write {nearest}" if nearest else f"remove {key}"
    return Finding("key-unknown", at, f"there is no key {key} here", got=key, expected=", ".join(known), nearest=nearest, mend=mend)


def kind_of(value: Any) -> str:
    """What a part of a YAML file is, in words."""
    kinds = {dict: "a mapping: key and colon", list: "a list", str: "a text", NoneType: "nothing", bool: "true or false"}
    return kinds.get(type(value), "a number")


def _shown(value: Any) -> str:
    """A part of a YAML file much as it was written."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_shown(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_shown, value)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "nothing", True: "true", False: "false"}[value]
    return str(value) or '""'


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _choices(detail: Any) -> list[str]:
    choices = detail["ctx"]["expected"].replace(" or ", ", ").replace("True", "true").split(",")
    return [choice.strip("' ") for choice in choices]


def _keys_around(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the mapping around ``loc`` may have, found by walking the model."""
    current: Any = model
    for step in loc[:-1]:
        if isinstance(step, int) or not (isinstance(current, type) and issubclass(current, BaseModel)):
            continue
        current = _model_in(current.model_fields[step].annotation) if step in current.model_fields else current
    return (
        [field.alias or name for name, field in current.model_fields.items()]
        if isinstance(current, type) and issubclass(current, BaseModel)
        else []
    )


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument)) is not None), None)
