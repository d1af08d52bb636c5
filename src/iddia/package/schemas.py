"""Table Schemas (Data Package v2) and the reading's JSON Schema, generated from the models."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from iddia.diff.jsonform import diff_schema
from iddia.model.columns import ID_PATTERN, SNAKE_PATTERN, Row
from iddia.model.fields import column_type, extra_of
from iddia.model.judgement import Assessments, ReadExplanation, ReadReference
from iddia.model.reading import Reading
from iddia.model.registry import DefinedConstraint, DefinedCue, DefinedModality, DefinedProperty, DefinedUnit, RegisteredEntity
from iddia.model.release import Reasons
from iddia.model.tables import TABLES
from iddia.package.assertions import assertions_schema
from iddia.report.records import report_schema
from iddia.text.dates import EDTF_PATTERN

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


def table_schema(model: type[Row]) -> dict[str, Any]:
    """The Table Schema of a table: types, constraints, key and foreign keys, descriptions in both languages."""
    fields = [_field(name, info, model.key) for name, info in model.model_fields.items()]
    schema: dict[str, Any] = {"$schema": PROFILE, "fields": fields, "primaryKey": list(model.key), "missingValues": [""]}
    if keys := [_foreign_key(name, to) for name, info in model.model_fields.items() if (to := extra_of(info).get("to"))]:
        schema["foreignKeys"] = keys
    return schema


def _field(name: str, info: FieldInfo, key: tuple[str, ...]) -> dict[str, Any]:
    kind, choices, nullable = column_type(info)
    constraints: dict[str, Any] = {}
    if not nullable:
        constraints["required"] = True
    if key == (name,):
        constraints["unique"] = True
    if choices:
        constraints["enum"] = list(choices)
    for metadata in info.metadata:
        if (pattern := getattr(metadata, "pattern", None)) is not None:
            constraints["pattern"] = pattern
        if (minimum := getattr(metadata, "ge", None)) is not None:
            constraints["minimum"] = minimum
    field = {"name": name, "type": kind, "description": info.description, "description_tr": extra_of(info)["tr"]}
    if constraints.get("pattern") == EDTF_PATTERN:
        field["semantics"] = "edtf"
    return {**field, "constraints": constraints} if constraints else field


def _foreign_key(name: str, to: str) -> dict[str, Any]:
    resource, column = to.split(".")
    return {"fields": [name], "reference": {"resource": resource, "fields": [column]}}


def reading_schema() -> dict[str, Any]:
    """JSON Schema of seeds/<source_id>/reading.yaml, for editors; it knows the short forms that a reading may use."""
    schema = Reading.model_json_schema()
    words = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Words"}]}
    claim = schema["$defs"]["ReadClaim"]["properties"]
    for key in ("cue", "context"):
        claim[key] = {"anyOf": [*words["anyOf"], {"type": "array", "items": words}], "description": claim[key]["description"]}
    said_by = claim["said_by"]
    said_by["items"] = {"anyOf": [{"type": "string"}, said_by["items"]]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A reading of an article", **schema}


def authored_schemas() -> dict[str, dict[str, Any]]:
    """JSON Schemas of the other files that people write by hand, by name, for editors."""
    contents = {
        "assessments": ("What outside sources say of an article's claims", Assessments.model_json_schema()),
        "references": ("Outside sources by id", TypeAdapter(dict[str, ReadReference]).json_schema()),
        "explanations": ("Why claims disagree", TypeAdapter(list[ReadExplanation]).json_schema()),
        "constraints": ("Constraints by id", TypeAdapter(dict[str, DefinedConstraint]).json_schema()),
        "entities": ("The registry of entities by id", _by_id(RegisteredEntity, ID_PATTERN)),
        "properties": ("Properties by id", _by_id(DefinedProperty, SNAKE_PATTERN)),
        "units": ("Units by id", _by_id(DefinedUnit, SNAKE_PATTERN)),
        "modalities": ("Modalities by id", _by_id(DefinedModality, SNAKE_PATTERN)),
        "cues": ("Markers of evidence and modality by id", _by_id(DefinedCue, ID_PATTERN)),
        "reasons": ("Why claims changed since the last release", Reasons.model_json_schema()),
        "assertions": ("How much the tables must hold, by table", assertions_schema()),
    }
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}
        for name, (title, schema) in contents.items()
    }


def _by_id(model: type[BaseModel], pattern: str) -> dict[str, Any]:
    """JSON Schema of a file whose keys are ids of this form and whose values are what the model says."""
    schema = model.model_json_schema()
    definitions = {**schema.pop("$defs", {}), model.__name__: schema}
    entries = {"propertyNames": {"pattern": pattern}, "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"}}
    return {"$defs": definitions, "type": "object", **entries}


def schema_files(root: Path) -> dict[Path, str]:
    """Every generated file under schema/, as path and text."""
    files = {root / "schema" / f"{model.table}.json": table_schema(model) for model in TABLES}
    files[root / "schema" / "reading.schema.json"] = reading_schema()
    files |= {root / "schema" / f"{name}.schema.json": schema for name, schema in authored_schemas().items()}
    files[root / "schema" / "report.schema.json"] = report_schema()
    files[root / "schema" / "diff.schema.json"] = diff_schema()
    return {path: dump_json(content) for path, content in files.items()}


def dump_json(content: Any) -> str:
    """JSON as it stands in the repository: two spaces, letters as they are, a line end at the end."""
    return json.dumps(content, ensure_ascii=False, indent=2, default=str) + "\n"
