"""croissant.json: the release as a Croissant 1.1 dataset over its Parquet files, with the fields of Croissant RAI 1.0.

What a table lists to choose from, keys and references are those of the schemas; what is said of how the data came about is the datasheet's.
There is no ``url``: none is known.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from iddia import about
from iddia.citing import bibtex
from iddia.formats.papers.datasheet import AGREEMENT, agreement, answer, points, section, use
from iddia.formats.papers.rights import QUOTES
from iddia.formats.publication import Publication

CROISSANT = "croissant.json"
_TYPES = {"string": "sc:Text", "integer": "cr:Int64", "number": "cr:Float64", "boolean": "sc:Boolean"}
_WROTE = "Who wrote statements, labels, descriptions, explanations, assessments?"
_TERMS = (
    "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet",
    "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
    "repeated", "replace", "samplingRate", "separator", "source", "subField", "transform",
)  # fmt: skip
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "description": {"@container": "@language"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    **{term: f"cr:{term}" for term in _TERMS},
}
"""The context that the specification prescribes."""


def croissant(publication: Publication, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The description, given the Parquet files in ``made``. Raises KeyError where one is missing: they are made before."""
    descriptor = publication.descriptor
    tables = [resource["name"] for resource in descriptor["resources"]]
    content = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"],
        "name": descriptor["name"],
        "alternateName": [descriptor["title"], descriptor["title_tr"]],
        "description": {language: f"{words} {quotes}" for (language, words), quotes in zip(_both(descriptor).items(), QUOTES, strict=True)},
        "version": publication.version,
        "datePublished": publication.date.isoformat(),
        "license": [licence["path"] for licence in descriptor["licenses"]],
        "creator": {"@type": "sc:Organization", "name": about.AUTHOR},
        "citeAs": bibtex(publication.version, publication.date),
        "keywords": descriptor["keywords"],
        "inLanguage": ["en", "tr"],
        "isLiveDataset": False,
        **({"url": about.REPOSITORY} if about.REPOSITORY else {}),
        **_responsible(publication.texts),
        "distribution": [_file(f"parquet/{table}.parquet", made) for table in tables],
        "recordSet": [_records(resource, publication.schemas[resource["name"]]) for resource in descriptor["resources"]],
    }
    return {CROISSANT: f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()}


def _responsible(texts: Mapping[str, str]) -> dict[str, Any]:
    """The fields of responsible AI. Those that the datasheet has no answer to, such as social impact, are left out."""
    read = answer(texts, "Who or what read them?")
    return {
        "rai:dataCollection": answer(texts, "How was the text acquired?"),
        "rai:dataCollectionMissingData": answer(texts, "Is anything missing?"),
        "rai:dataAnnotationProtocol": [read, answer(texts, "How were claims checked?"), f"{_WROTE} {answer(texts, _WROTE)}"],
        **({"rai:dataAnnotationAnalysis": agreement(texts)} if AGREEMENT in texts else {}),
        "rai:machineAnnotationTools": [read],
        "rai:dataBiases": [answer(texts, "Is it a sample?"), answer(texts, "Errors, noise, redundancies?")],
        "rai:dataLimitations": [f"Not for: {use(texts, 'Not for:')}", *points(texts, "Known to be weak.")],
        "rai:dataUseCases": [use(texts, "For:")],
        "rai:personalSensitiveInformation": [answer(texts, "Is it confidential or about people?")],
        "rai:dataReleaseMaintenancePlan": section(texts, "Distribution and maintenance"),
    }


def _file(path: str, made: Mapping[str, bytes]) -> dict[str, Any]:
    content = made[path]
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "contentSize": f"{len(content)} B",
        "encodingFormat": "application/x-parquet",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _records(resource: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    table = resource["name"]
    # Named by file and column: where a reference names a field of another record set, mlcroissant 1.1 cannot read the records.
    targets = {
        field: _column(key["reference"]["resource"], reference)
        for key in schema.get("foreignKeys", [])
        for field, reference in zip(key["fields"], key["reference"]["fields"], strict=True)
    }
    keys = [{"@id": f"{table}/{name}"} for name in schema["primaryKey"]]
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": _both(resource),
        "key": keys[0] if len(keys) == 1 else keys,
        "field": [_field(table, column, targets.get(column["name"])) for column in schema["fields"]],
    }


def _field(table: str, column: Mapping[str, Any], target: dict[str, Any] | None) -> dict[str, Any]:
    name = column["name"]
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table}/{name}",
        "name": name,
        "description": _both(column),
        "dataType": _TYPES[column["type"]],
        "source": _column(table, name),
    }
    return field | ({"references": target} if target else {})


def _column(table: str, name: str) -> dict[str, Any]:
    return {"fileObject": {"@id": f"parquet/{table}.parquet"}, "extract": {"column": name}}


def _both(entry: Mapping[str, Any]) -> dict[str, str]:
    return {"en": entry["description"], "tr": entry["description_tr"]}
