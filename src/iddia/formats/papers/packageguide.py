"""README.md of the data package: what it is and how it is read, with iddia and without."""

from iddia import about
from iddia.formats.papers.sections import citation, licence, pandas_from_csv, table_list
from iddia.formats.publication import Publication


def guide(publication: Publication) -> str:
    """The page, in Markdown."""
    descriptor = publication.descriptor
    return f"""# {descriptor["title"]}

Version {publication.version}, {publication.date}. {descriptor["description"]}

{descriptor["description_tr"]}

{table_list(publication)}
`datapackage.json` describes the tables ([Data Package v2](https://datapackage.org)), `schema/<table>.json` says of every column what
it means, in English and in Turkish, its type, its closed list and what it refers to. Files are UTF-8 CSV: LF, a comma, a dot for
decimals, `true` and `false`; an empty cell is null. Offsets count Unicode code points of an article from 0; an end is exclusive. Dates
are EDTF: `2025-08`, `2024/2025`, `2025-08?`; they stay text.

## Reading it

With [pandas](https://pandas.pydata.org) alone. Its defaults would make null of a cell that says `NA` or `None`, and floats of whole
numbers where a cell is empty, so both are told otherwise:

```python
{pandas_from_csv("claims")}```

With iddia, which adds labels, days for EDTF dates and the questions that need more than one table:

```python
import {about.NAME}

d = {about.NAME}.load(".")
d.claims
```

With frictionless, which checks every cell, key and hash against the descriptor:

```console
$ frictionless validate datapackage.json
```

`sha256sum -c SHA256SUMS` checks that all files are whole.

## Licence

{licence(publication)}
## Citing it

{citation(publication)}"""
