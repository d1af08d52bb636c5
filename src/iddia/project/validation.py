"""What pydantic found wrong, said so that a contributor can mend it."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from iddia.errors import Finding, did_you_mean

_TYPES = {
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "decimal_type": "a number such as 1.2e12",
    "decimal_parsing": "a number such as 1.2e12",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "too_short": "at least one entry",
    "greater_than": "a number above 0",
    "greater_than_equal": "a number from 1 up",
}


def findings_of(error: ValidationError, model: type[BaseModel], at: tuple[str | int, ...]) -> Iterator[Finding]:
    """One finding for each thing that is wrong with the value at ``at``."""
    for detail in error.errors(include_url=False):
        yield _finding(detail, model, (*at, *detail["loc"]))


def _finding(detail: Any, model: type[BaseModel], at: tuple[str | int, ...]) -> Finding:
    kind, key = detail["type"], str(at[-1]) if at else ""
    got = _shown(detail["input"])
    if kind == "missing":
        return Finding("key-missing", at[:-1], f"{key} is missing", expected=f"a line {key}: ...", mend=f"add {key}")
    if kind == "extra_forbidden":
        known = _keys_around(model, detail["loc"])
        nearest = did_you_mean(key, known)
        return Finding(
            "key-unknown",
            at,
            f"there is no key {key} here",
            got=key,
            expected=", ".join(known),
            nearest=nearest,
            mend=f"write {nearest}" if nearest else f"remove {key}",
        )
    if kind == "literal_error":
        nearest = did_you_mean(str(detail["input"]), _choices(detail))
        return Finding(
            "not-in-list",
            at,
            f"{key} takes no such value",
            got=got,
            expected=detail["ctx"]["expected"],
            nearest=nearest,
            mend=f"write {nearest}" if nearest else None,
        )
    if kind == "string_pattern_mismatch":
        return Finding("id-malformed", at, f"{key} is not of the right form", got=got, expected=detail["ctx"]["pattern"])
    if kind == "value_error":
        code = "date-impossible" if key in ("date", "time", "published", "retrieved") else "value-invalid"
        return Finding(code, at, f"{key}: {detail['ctx']['error']}", got=got)
    return Finding("value-type", at, f"{key} is of the wrong kind", got=got, expected=_TYPES.get(kind, detail["msg"]))


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 80 else text[:79] + "…"


def _choices(detail: Any) -> list[str]:
    return [choice.strip("' ") for choice in detail["ctx"]["expected"].replace(" or ", ", ").split(",")]


def _keys_around(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the mapping around ``loc`` may have, found by walking the model."""
    current: Any = model
    for step in loc[:-1]:
        if isinstance(step, int) or not (isinstance(current, type) and issubclass(current, BaseModel)):
            continue
        current = _model_in(current.model_fields[step].annotation) if step in current.model_fields else current
    return list(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else []


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument)) is not None), None)
