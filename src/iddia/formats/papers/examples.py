"""How each form in a release's folder is read, by example: the page that shows them is run by the tests."""

from iddia import about
from iddia.formats.linked.iris import PREFIXES
from iddia.formats.publication import Publication

_FRAMES = """iddia itself (`pip install .` in its repository), which adds labels, days for EDTF dates and the questions that need more
than one table:

```python
import iddia

d = iddia.load(".")  # or iddia.load("{version}", releases="..")
print(d.about("deepseek-r2")[["statement", "quote", "said_by"]])
```

pandas (`pip install pandas pyarrow`); whole numbers and booleans keep their kind where cells are empty:

```python
import pandas as pd

claims = pd.read_parquet("parquet/claims.parquet")
```

Hugging Face datasets (`pip install datasets`); the second name is that of a table that has rows, and the claims without one. On the
Hub the first is the repository's:

```python
from pathlib import Path
from datasets import load_dataset

claims = load_dataset(str(Path.cwd()), "claims", split="train")
```
"""
_DATABASES = """DuckDB (`pip install duckdb`), in Python or by `duckdb -init duckdb.sql`; `flat` has a readable row a claim:

```python
import duckdb

connection = duckdb.connect()
connection.execute(open("duckdb.sql", encoding="utf-8").read())
print(connection.sql("SELECT subject_en, property_en, number, unit, said_by_en, verdict_en FROM flat WHERE number IS NOT NULL"))
```

SQLite, which Python brings along, with a search that takes whole words and, from three letters on, beginnings of Turkish ones: gecikme
finds gecikmesi. What is looked for stands in quotation marks, or the search would take a hyphen, an apostrophe or a dot for a sign
of its own:

```python
import sqlite3

words = "DeepSeek-R2"
connection = sqlite3.connect("{stem}.sqlite")
query = "SELECT claim_id, statement_tr FROM search WHERE search MATCH ? ORDER BY rank"
for claim_id, statement in connection.execute(query, ['"' + words.replace('"', '""') + '"']):
    print(claim_id, statement)
```

Datasette (`pip install "datasette<1"`) shows the same file in a browser:

```console
$ datasette {stem}.sqlite --metadata datasette.json
```
"""
_GRAPHS = """JSON-LD (`pip install rdflib`): what is said of DeepSeek-R2, in which words, and by whom when that is not the writer alone:

```python
from rdflib import Graph

graph = Graph().parse("claims.jsonld", format="json-ld")
said = graph.query('''
{prefixes}
SELECT ?id ?statement ?quote ?speaker WHERE {{
  ?claim a schema:Claim ; schema:identifier ?id ; schema:about/schema:identifier "deepseek-r2" ; schema:text ?statement .
  ?evidence a iddia:Evidence ; oa:hasBody ?claim ; iddia:role "content" ; oa:hasTarget/oa:hasSelector/oa:exact ?quote .
  OPTIONAL {{ ?claim prov:wasAttributedTo/schema:name ?speaker . FILTER (lang(?speaker) = "en") }}
  FILTER (lang(?statement) = "en")
}} ORDER BY ?id''')
for row in said:
    print(row.id, row.statement, row.quote, row.speaker)
```

SHACL (`pip install pyshacl`): that the graph is as its shapes say:

```console
$ pyshacl -s shapes.ttl -df json-ld claims.jsonld
```

Croissant (`pip install "mlcroissant[parquet]"`); texts come as bytes:

```python
import mlcroissant

dataset = mlcroissant.Dataset("croissant.json")
for record in dataset.records(record_set="claims"):
    print(record["claims/claim_id"].decode(), record["claims/statement_en"].decode())
```
"""


def examples(publication: Publication) -> str:
    """The examples, in Markdown."""
    stem = f"{about.NAME}-{publication.version}"
    prefixes = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in ("iddia", "oa", "prov", "schema"))
    parts = (_FRAMES.format(version=publication.version), _DATABASES.format(stem=stem), _GRAPHS.format(prefixes=prefixes))
    return "\n".join(parts) + f"\nCSV: unpack `{stem}.zip`; its own README.md says how to read it, with {about.NAME} and without.\n"
