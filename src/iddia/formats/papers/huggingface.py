"""README.md of a release's folder: the guide to it, and the card by which Hugging Face shows and loads it as a dataset."""

import re
from collections.abc import Iterator, Mapping, Sequence

from iddia.formats.papers.datasheet import DATASHEET
from iddia.formats.papers.examples import examples
from iddia.formats.papers.pages import linked
from iddia.formats.papers.releasefiles import file_list
from iddia.formats.papers.sections import citation, licence, table_list
from iddia.formats.publication import Publication
from iddia.scalars import as_scalar

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10_000_000, "1M<n<10M"))
_FIRST = "claims"


def card(publication: Publication, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The page. ``made`` must be all that goes into the folder but itself and SHA256SUMS; ValueError where a file of it is not known."""
    files = file_list({*made, "README.md", "SHA256SUMS"}, publication.version)
    return {"README.md": f"---\n{_front_matter(publication)}---\n\n{_page(publication, files, {*made})}".encode()}


def _front_matter(publication: Publication) -> str:
    """YAML of the keys that Hugging Face knows."""
    descriptor = publication.descriptor
    spoken = sorted(set(publication.tables["sources"]["language"].to_pylist()) - {"en", "tr"})
    rows = publication.tables[_FIRST].num_rows
    lists: dict[str, Sequence[str]] = {
        "language": ["tr", "en", *spoken],
        "annotations_creators": ["machine-generated"],
        "source_datasets": ["original"],
        "size_categories": [next((size for end, size in _SIZES if rows < end), "10M<n<100M")],
        "task_categories": ["text-classification"],
        "task_ids": ["fact-checking"],
        "tags": [keyword.lower() for keyword in descriptor["keywords"]],
    }
    lines = [f"pretty_name: {as_scalar(descriptor['title'])}", f"license: {descriptor['licenses'][0]['name'].lower()}"]
    for key, values in lists.items():
        lines += [f"{key}:", *(f"- {as_scalar(value)}" for value in values)]
    return "\n".join([*lines, "configs:", *_configs(publication)]) + "\n"


def _configs(publication: Publication) -> Iterator[str]:
    """One a table: the claims first, which are loaded when none is named. A table without rows has none: datasets 5.2 fails to load it."""
    for name in sorted(publication.tables, key=lambda table: table != _FIRST):
        if publication.tables[name].num_rows == 0:
            continue
        yield f"- config_name: {name}"
        yield f"  data_files: parquet/{name}.parquet"
        if name == _FIRST:
            yield "  default: true"


def _page(publication: Publication, files: str, there: set[str]) -> str:
    descriptor = publication.descriptor
    return f"""# {descriptor["title"]}

Version {publication.version}, {publication.date}. {descriptor["description"]}

{descriptor["description_tr"]}

{table_list(publication)}
`dictionary.md` explains every column in English and in Turkish. Offsets count Unicode code points of an article from 0; an end is
exclusive. Dates are EDTF (`2025-08`, `2024/2025`) and stay text.

## Loading it

All examples run in this folder; each says what to install.

{examples(publication)}
{_limits(publication, there)}
## Licence

{licence(publication)}
## Citing it

{citation(publication)}
## Files

{files}"""


def _limits(publication: Publication, there: set[str]) -> str:
    """How it was made and what it is for, in the datasheet's own words."""
    datasheet = publication.texts[DATASHEET]
    return "\n".join(linked(_section(datasheet, heading), there) for heading in ("Collection and reading", "Uses"))


def _section(page: str, heading: str) -> str:
    """A section with its heading, to the next one. ValueError where the page has none of this name."""
    found = re.search(rf"^## {re.escape(heading)}\n.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError(f'{DATASHEET} has no section "## {heading}"')
    return found[0].rstrip("\n") + "\n"
