"""A package in a folder: its descriptor, then its tables one by one, then what ties them together."""

from pathlib import Path

from iddia.checks.descriptor import NAME, Descriptor
from iddia.checks.keys import check_keys
from iddia.checks.rules import KEPT, check_rules
from iddia.checks.table import Table
from iddia.checks.tables import Resource, Schema
from iddia.errors import CouldNotRunError, Problem, ProblemsError

_LARGE = 8 << 20
"""Bytes beyond which a table's keys are no short list of words."""
_ON_WORDS = frozenset({"date", "year", "yearmonth", "time", "datetime"})


def check_folder(root: Path, name: str = NAME) -> list[Problem]:
    """All that is wrong with the package whose descriptor is ``name`` in ``root``."""
    descriptor = Descriptor(root, name)
    problems = list(descriptor.problems)
    tables: dict[str, Table] = {}
    needed = _referenced(descriptor.resources)
    sizes = {resource.name: resource.path.stat().st_size for resource in descriptor.resources}
    for resource in descriptor.resources:
        coded = _coded(resource.schema, resource.name, sizes)
        kept = _kept(resource, coded, needed.get(resource.name, set()))
        table = Table(resource, coded, kept)
        try:
            table.read()
        except OSError as error:
            raise CouldNotRunError(
                (f"{resource.path} cannot be read: {error.strerror}", f"{resource.path} okunamıyor: {error.strerror}")
            ) from error
        tables[resource.name] = table
    check_keys(tables, descriptor.names)
    check_rules(tables)
    for table in tables.values():
        problems += table.problems
    return ProblemsError(problems).problems


def _referenced(resources: list[Resource]) -> dict[str, set[str]]:
    """The columns of each table that foreign keys refer to."""
    found: dict[str, set[str]] = {}
    for resource in resources:
        for key in resource.schema.foreign_keys:
            found.setdefault(key.resource or resource.name, set()).update(key.reference)
    return found


def _coded(schema: Schema, table: str, sizes: dict[str, int]) -> set[str]:
    """The columns that have few different values: closed lists, dates, references to tables that are not large."""
    coded = {column.name for column in schema.columns if column.enum or column.type in {"boolean", *_ON_WORDS} or column.is_edtf}
    for key in schema.foreign_keys:
        parent = key.resource or table
        if len(key.fields) == 1 and parent != "claims" and sizes.get(parent, 0) < _LARGE:
            coded.add(key.fields[0])
    return coded


def _kept(resource: Resource, coded: set[str], referenced: set[str]) -> dict[str, str]:
    """How each column is kept that keys or rules need."""
    schema = resource.schema
    names = {*schema.primary_key, *referenced, *(name for key in schema.foreign_keys for name in key.fields)}
    names |= {column.name for column in schema.columns if column.unique}
    kept = dict.fromkeys(names, "text")
    for column in schema.columns:
        if column.name in kept and column.type == "integer":
            kept[column.name] = "integer"
    for name, kind in KEPT.get(resource.name, {}).items():
        if schema.column(name) is not None and kept.get(name) != "integer":
            kept[name] = "text" if kind == "coded" else kept.get(name, kind) if name in names else kind
    return {name: "coded" if name in coded and schema.column(name) is not None else kind for name, kind in kept.items()}
