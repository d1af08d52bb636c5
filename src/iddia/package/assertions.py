"""JSON Schema of schema/vocabulary/assertions.yaml, for editors: it knows the tables, their columns and the values of closed lists."""

from typing import Any

from pydantic.fields import FieldInfo

from iddia.model.assertions import CountBound, RowsAssertions, ShareBound, TableAssertions
from iddia.model.columns import Row
from iddia.model.fields import column_type, extra_of, few_values
from iddia.model.tables import TABLES

Schema = dict[str, Any]
_COUNT, _SHARE = {"$ref": "#/$defs/CountBound"}, {"$ref": "#/$defs/ShareBound"}


def assertions_schema() -> Schema:
    """The whole schema: what may be asserted of each table, and of the rows of it with one value."""
    definitions: Schema = {}
    for bound, limits in ((CountBound, {"type": "integer", "minimum": 0}), (ShareBound, {"type": "number", "minimum": 0, "maximum": 1})):
        schema = bound.model_json_schema()
        definitions |= schema.pop("$defs")
        schema["properties"] |= {side: {**limits, "description": schema["properties"][side]["description"]} for side in ("min", "max")}
        definitions[bound.__name__] = {**schema, "minProperties": 1}
    for model in TABLES:
        definitions[f"{model.table}_rows"] = _closed(_of_rows(model))
    return {"$defs": definitions, **_closed({model.table: _of_table(model) for model in TABLES})}


def _of_table(model: type[Row]) -> Schema:
    rows = {"$ref": f"#/$defs/{model.table}_rows"}
    where = {name: _closed(dict.fromkeys(few, rows)) for name, info in model.model_fields.items() if (few := few_values(info))}
    fields = TableAssertions.model_fields
    properties = {"rows": {**_COUNT, "description": fields["rows"].description}, **_of_rows(model)}
    return _closed(properties | ({"where": {"description": fields["where"].description, **_closed(where)}} if where else {}))


def _of_rows(model: type[Row]) -> Schema:
    columns = model.model_fields
    few = {name: few_values(info) for name, info in columns.items() if few_values(info)}
    measures: dict[str, Schema] = {
        "filled": {name: _SHARE for name, info in columns.items() if column_type(info)[2]},
        "distinct": dict.fromkeys(columns, _COUNT),
        "values": {name: _closed(dict.fromkeys(values, _COUNT)) for name, values in few.items()},
        "shares": {name: _closed(dict.fromkeys(values, _SHARE)) for name, values in few.items()},
        "each": {name: _COUNT for name, info in columns.items() if _refers(info)},
    }
    fields = RowsAssertions.model_fields
    return {name: {"description": fields[name].description, **_closed(properties)} for name, properties in measures.items() if properties}


def _refers(info: FieldInfo) -> bool:
    return "to" in extra_of(info)


def _closed(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}
