"""Parts that more than one page of a release has, in Markdown."""

from iddia.citing import bibtex, cite
from iddia.formats.papers.rights import QUOTES
from iddia.formats.publication import Publication

PANDAS_TYPES = '{"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}'


def table_list(publication: Publication) -> str:
    """Each table with its number of rows and what it is in both languages, in the order of the descriptor."""
    lines = ["| table / tablo | rows / satır | what a row is | bir satır nedir |\n", "|---|---:|---|---|\n"]
    for resource in publication.descriptor["resources"]:
        rows = publication.tables[resource["name"]].num_rows
        lines.append(f"| `{resource['name']}` | {rows} | {_cell(resource['description'])} | {_cell(resource['description_tr'])} |\n")
    return "".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def licence(publication: Publication) -> str:
    """Under what the data may be used."""
    named = ", ".join(f"[{each['title']} ({each['name']})]({each['path']})" for each in publication.descriptor["licenses"])
    return f"{named}; the text is in `LICENSE`. {QUOTES[0]}\n\n{QUOTES[1]}\n"


def citation(publication: Publication) -> str:
    """How this version is cited: as a sentence and as BibTeX."""
    version, date = publication.version, publication.date
    return f"> {cite(version, date)}\n\n```bibtex\n{bibtex(version, date)}```\n\n`CITATION.cff` says the same for reference managers.\n"


def pandas_from_csv(table: str) -> str:
    """Python that reads one table of the data package with pandas alone, typed by its schema."""
    return f"""import json
import pandas as pd

types = {PANDAS_TYPES}
with open("schema/{table}.json", encoding="utf-8") as file:
    fields = json.load(file)["fields"]
{table} = pd.read_csv(
    "data/{table}.csv",
    dtype={{field["name"]: types[field["type"]] for field in fields}},
    keep_default_na=False, na_values=[""], true_values=["true"], false_values=["false"],
)
"""
