"""A difference as JSON, complete and read back: every cell of added and removed rows, every cell that changed."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from iddia.diff.records import Difference
from iddia.errors import CouldNotRunError
from iddia.language import Language

_VERSION = ("before", "after")


def json_form(found: Difference, _language: Language) -> str:
    """The whole difference, by schema/diff.schema.json; a cell is the text in the file, "" for null. The same in both languages."""
    return json.dumps(content_of(found), ensure_ascii=False, indent=2)


def content_of(found: Difference) -> dict[str, Any]:
    """The difference as plain mappings and lists."""
    version = dict(zip(_VERSION, (found.old_version, found.new_version), strict=True))
    return {"version": version, **{name: _plain(getattr(found, name)) for name in ("units", "claims", "tables")}}


def _plain(value: Any) -> Any:
    """Records as mappings of their fields; much quicker than dataclasses.asdict, which copies every cell."""
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def from_json(text: str | bytes) -> Difference:
    """The difference that ``json_form`` wrote. Raises CouldNotRunError, which names what is wrong and where, for anything else."""
    from pydantic import TypeAdapter, ValidationError

    try:
        content = json.loads(text)
        if not isinstance(content, Mapping) or not isinstance(version := content.get("version"), Mapping) or {*version} != {*_VERSION}:
            raise CouldNotRunError(
                (
                    "this is no difference: it does not say which versions",
                    "bu bir fark değil: hangi sürümlerin karşılaştırıldığını söylemiyor",
                )
            )
        told = {name: value for name, value in content.items() if name != "version"}
        told |= {"old_version": version["before"], "new_version": version["after"]}
        # In JSON lists are tuples and mappings records even where nothing else is taken for another thing.
        found = TypeAdapter(Difference).validate_json(json.dumps(told), strict=True)
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        english, turkish = ("this is no difference", "bu bir fark değil")
        raise CouldNotRunError((f"{english}: {'; '.join(wrong)}", f"{turkish}: {'; '.join(wrong)}")) from None
    except (ValueError, RecursionError) as error:
        raise CouldNotRunError((f"the difference is no JSON: {error}", f"fark JSON değil: {error}")) from None
    if content_of(found) != content:
        raise CouldNotRunError(("this is no difference: it says more or less than one", "bu bir fark değil: fazlası ya da eksiği var"))
    return found


def diff_schema() -> dict[str, Any]:
    """JSON Schema of a difference."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Difference).json_schema()
    definitions, properties = schema.pop("$defs"), schema["properties"]
    said = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    version = {"type": "object", "properties": dict.fromkeys(_VERSION, said), "required": [*_VERSION], "additionalProperties": False}
    content = {"version": version, **{name: properties[name] for name in ("units", "claims", "tables")}}
    for one in (*definitions.values(), whole := {"type": "object", "properties": content}):
        one["required"] = [*one["properties"]]
        one["additionalProperties"] = False
        for described in one["properties"].values():
            described.pop("default", None)
            described.pop("title", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What differs between two packages",
        **whole,
        "$defs": definitions,
    }
