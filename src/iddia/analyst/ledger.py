"""The ledger as an analyst holds it: one DataFrame a table, and the questions that need more than one."""

import html
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd

from iddia.analyst.flat import flatten
from iddia.analyst.frames import codebook, read_frame, read_json
from iddia.analyst.wording import Language
from iddia.errors import CouldNotRunError, UnknownIdError, did_you_mean
from iddia.text.turkish import key


class Ledger:
    """Every table as a DataFrame attribute, under the table's name.

    ``d.claims`` and its like carry title, version, licence and column descriptions in ``.attrs``.
    """

    sources: pd.DataFrame
    entities: pd.DataFrame
    identities: pd.DataFrame
    names: pd.DataFrame
    mentions: pd.DataFrame
    claims: pd.DataFrame
    evidence: pd.DataFrame
    attributions: pd.DataFrame
    properties: pd.DataFrame
    units: pd.DataFrame
    modalities: pd.DataFrame
    cues: pd.DataFrame

    def __init__(self, root: Path, descriptor: dict[str, Any], schemas: dict[str, dict[str, Any]], tables: dict[str, pd.DataFrame]) -> None:
        self.root = root
        self.descriptor = descriptor
        self.tables = tables
        self._schemas = schemas
        for name, frame in tables.items():
            setattr(self, name, frame)

    @classmethod
    def from_folder(cls, root: str | PathLike[str]) -> "Ledger":
        """Load the data package in a folder. Raises CouldNotRunError where a file of it is missing or unreadable."""
        folder = Path(root)
        descriptor = read_json(folder / "datapackage.json")
        try:
            licence = ", ".join(entry["name"] for entry in descriptor["licenses"])
            resources = {resource["name"]: resource for resource in descriptor["resources"]}
            schemas = {name: read_json(folder / resource["schema"]) for name, resource in resources.items()}
            tables = {name: read_frame(folder / resource["path"], schemas[name]) for name, resource in resources.items()}
            for name, frame in tables.items():
                frame.attrs = {
                    "title": resources[name]["title"],
                    "description": resources[name]["description"],
                    "version": descriptor["version"],
                    "licence": licence,
                    "columns": {field["name"]: field["description"] for field in schemas[name]["fields"]},
                }
            for name in cls.__annotations__:
                tables[name]
        except KeyError as error:
            raise CouldNotRunError(f"{folder / 'datapackage.json'} does not describe iddia's tables: {error} is missing") from None
        except (TypeError, AttributeError):
            raise CouldNotRunError(f"{folder / 'datapackage.json'} does not describe iddia's tables") from None
        return cls(folder, descriptor, schemas, tables)

    @property
    def version(self) -> str:
        """Version of the data."""
        return str(self.descriptor["version"])

    @property
    def codebook(self) -> pd.DataFrame:
        """One row a column of every table: type, meaning in both languages, closed list, reference."""
        return codebook(self._schemas)

    def flat(self, language: Language = "en") -> pd.DataFrame:
        """One wide, readable row a claim: labels joined, value in words, quote, speaker chain as text.

        ``language`` is "en" or "tr" and decides labels and statement; ValueError for any other.
        """
        return flatten(self.tables, self.claims, language)

    def about(self, what: str, language: Language = "en") -> pd.DataFrame:
        """The rows of ``flat`` in which an entity is subject, value, comparison or speaker.

        ``what`` is an entity_id or any of its names in any case. Raises UnknownIdError, with the nearest id, for anything else.
        """
        entity_id = self.entity_id(what)
        claims = self.claims
        speaking = self.attributions.loc[(self.attributions["speaker"] == entity_id).fillna(False), "claim_id"]
        involved = pd.Series(False, index=claims.index)
        for column in ("subject", "value_entity", "compared_to"):
            involved |= (claims[column] == entity_id).fillna(False).astype(bool)
        involved |= claims["claim_id"].isin(speaking)
        return flatten(self.tables, claims[involved], language)

    def entity_id(self, what: str) -> str:
        """The id of an entity, given its id or one of its names in any case. Raises UnknownIdError."""
        ids = self.entities["entity_id"]
        if (ids == what).any():
            return what
        wanted = key(what)
        spelled = pd.concat(
            [
                self.names[["entity_id", "name"]],
                *(self.entities[["entity_id", label]].set_axis(["entity_id", "name"], axis=1) for label in ("label_en", "label_tr")),
            ]
        )
        matches = spelled.loc[spelled["name"].map(key) == wanted, "entity_id"].unique()
        if len(matches) == 1:
            return str(matches[0])
        if len(matches) > 1:
            raise UnknownIdError(f"{what!r} names {len(matches)} entities: {', '.join(sorted(matches))}. Give one of these ids.")
        nearest = did_you_mean(what.lower(), ids)
        hint = f" Did you mean {nearest}?" if nearest else " d.entities lists all ids."
        raise UnknownIdError(f"no entity is called {what!r}.{hint}")

    def schema(self, table: str) -> dict[str, Any]:
        """The Table Schema of a table."""
        return self._schemas[table]

    def __getitem__(self, table: str) -> pd.DataFrame:
        """A table by its name."""
        if table not in self.tables:
            raise UnknownIdError(f"there is no table {table!r}; the tables are {', '.join(self.tables)}")
        return self.tables[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def _summary(self) -> list[tuple[str, int, str]]:
        return [(name, len(frame), str(frame.attrs["description"])) for name, frame in self.tables.items()]

    def __repr__(self) -> str:
        width = max(map(len, self.tables))
        lines = [
            f"  d.{name:<{width}}  {count:>5}  {about.split('. ')[0].split(': ')[0].rstrip('.')}" for name, count, about in self._summary()
        ]
        return "\n".join(
            [
                f"iddia {self.version}, {len(self.claims)} claims from {len(self.sources)} articles",
                *lines,
                "  d.flat()  d.about('deepseek-r2')  d.codebook",
            ]
        )

    def _repr_html_(self) -> str:
        cells = [(f"<code>d.{html.escape(name)}</code>", str(count), html.escape(about)) for name, count, about in self._summary()]
        rows = "".join(f"<tr><td>{name}</td><td>{count}</td><td style='text-align:left'>{about}</td></tr>" for name, count, about in cells)
        head = f"<b>iddia {html.escape(self.version)}</b>: {len(self.claims)} claims from {len(self.sources)} articles"
        return f"{head}<table><thead><tr><th>table</th><th>rows</th><th>what</th></tr></thead><tbody>{rows}</tbody></table>"
