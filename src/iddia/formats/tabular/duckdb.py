"""duckdb.sql: the Parquet files as a DuckDB database, each table and column explained."""

from collections.abc import Iterator, Mapping
from typing import Any

from iddia.formats.publication import Publication
from iddia.formats.tabular.codebookrows import references
from iddia.formats.tabular.sqlitetables import quoted, text
from iddia.formats.tabular.views import ABOUT_VIEWS, views

_HEAD = """-- {title}, version {version}, for DuckDB. Run it from the folder that holds it: duckdb -init duckdb.sql
-- Views over parquet/: nothing is copied. A database in which they are saved looks for parquet/ in the folder you work in: open it
-- from here too. DuckDB keeps no keys for views; the comment of each column says what it refers to:
--   SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE comment IS NOT NULL;

"""
_MACROS = """
-- A text as it is compared: small letters without accents, i for each of i, ı, I and İ.
CREATE OR REPLACE MACRO folded(words) AS strip_accents(lower(translate(words, 'İIı', 'iii')));
-- Claims whose statement or quote holds the words, however they are typed: SELECT * FROM find('gecikme');
CREATE OR REPLACE MACRO find(words) AS TABLE
  SELECT * FROM flat WHERE contains(folded(concat_ws(' ', statement_en, statement_tr, quote)), folded(words));
-- Claims of which an entity is subject, value or comparison: SELECT * FROM about('deepseek-r2');
CREATE OR REPLACE MACRO about(entity) AS TABLE
  SELECT * FROM flat WHERE entity IN (subject_id, value_entity_id, compared_to_id);
"""


def duckdb(publication: Publication, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The script: a view over parquet/<table>.parquet for each table, comments in both languages, and a few views and macros."""
    head = _HEAD.format(title=publication.descriptor["title"], version=publication.version)
    tables = "\n".join(line for resource in publication.descriptor["resources"] for line in _table(publication, resource))
    more = "\n".join(line for name, query in views(joined).items() for line in _view(name, query))
    return {"duckdb.sql": f"{head}{tables}\n{more}\n{_MACROS}".encode()}


def _table(publication: Publication, resource: Mapping[str, Any]) -> Iterator[str]:
    name, schema = resource["name"], publication.schemas[resource["name"]]
    yield f"CREATE OR REPLACE VIEW {quoted(name)} AS SELECT * FROM read_parquet('parquet/{name}.parquet');"
    said = f"{resource['description']} Key: {', '.join(schema['primaryKey'])}. / {resource['description_tr']}"
    yield f"COMMENT ON VIEW {quoted(name)} IS {text(said)};"
    refers = references(schema)
    for field in schema["fields"]:
        to = f" -> {refers[field['name']]}" if field["name"] in refers else ""
        said = text(f"{field['description']}{to} / {field['description_tr']}")
        yield f"COMMENT ON COLUMN {quoted(name)}.{quoted(field['name'])} IS {said};"
    yield ""


def _view(name: str, query: str) -> Iterator[str]:
    yield f"CREATE OR REPLACE VIEW {quoted(name)} AS\n{query};"
    yield f"COMMENT ON VIEW {quoted(name)} IS {text(' / '.join(ABOUT_VIEWS[name]))};\n"


def joined(value: str, separator: str, source: str, order: str) -> str:
    """Texts joined in order."""
    return f"(SELECT string_agg({value}, {text(separator)} ORDER BY {order}) FROM {source})"
