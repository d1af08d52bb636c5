"""The ledger as an analyst holds it: one DataFrame a table, and the questions that need more than one."""

import html
import re
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd

from iddia.analyst.account import account
from iddia.analyst.citation import Style, cited
from iddia.analyst.codebook import codebook
from iddia.analyst.disagreements import as_frame, disagreements
from iddia.analyst.flat import flatten
from iddia.analyst.nearest import nearest_id
from iddia.analyst.opening import opened
from iddia.analyst.related import claims_of, related_ids
from iddia.analyst.support import same_content, support
from iddia.analyst.tables import UNVERSIONED, Tables, read_tables
from iddia.analyst.timeline import timeline
from iddia.errors import NoTableError, UnknownIdError
from iddia.language import Language
from iddia.text.turkish import key

# What is no entity: the table, what one row of it is called, and the column that finds its claims.
_ELSEWHERE = {
    "claims": ("claim", "claim_id"),
    "sources": ("source", "source_id"),
    "properties": ("property", "property_id"),
    "units": ("unit", "unit"),
    "modalities": ("modality", "modality"),
}


def _joined(name: str) -> str:
    return re.sub(r"[\s\-\u2010\u2011\u2013]", "", name)


def _shown(value: object) -> str:
    return repr(value) if isinstance(value, str | int | float) or value is None else f"a {type(value).__name__}"


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
    relations: pd.DataFrame
    relation_members: pd.DataFrame
    predictions: pd.DataFrame
    references: pd.DataFrame
    assessments: pd.DataFrame
    assessment_references: pd.DataFrame
    figures: pd.DataFrame
    changes: pd.DataFrame

    def __init__(self, root: Path, descriptor: dict[str, Any], schemas: dict[str, dict[str, Any]], tables: Tables) -> None:
        self.root = root
        self.descriptor = descriptor
        self.tables = tables
        self._schemas = schemas
        for name, frame in tables.items():
            if not hasattr(type(self), name) and not name.startswith("_"):  # a table of another's own may be called as a question is
                setattr(self, name, frame)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Say that a table is not in this package. Raises NoTableError, AttributeError for what is no table either."""
        if name in Ledger.__annotations__ and "tables" in self.__dict__:
            raise NoTableError(f"this package has no table {name}; its tables are {', '.join(self.tables)}")
        raise AttributeError(f"a Ledger has no {name}", name=name, obj=self)

    @classmethod
    def from_path(cls, path: str | PathLike[str]) -> "Ledger":
        """Load the data package at a path.

        That is a folder with a datapackage.json, this file itself, a zip archive of a package (read as it is, nothing is unpacked), or
        a release, as a folder or as its -all.zip: its Parquet is read where pyarrow is installed. Tables of its own are
        loaded as well; one of iddia's that it lacks is told when it is asked for. Raises CouldNotRunError where there is
        no package, no claims in it or a file is unreadable, ProblemsError for an archive that is not safe to read.
        """
        place = Path(path)
        with opened(place) as package:
            return cls(place, *read_tables(package))

    @property
    def version(self) -> str:
        """Version of the data; "unversioned" where the package tells none."""
        return str(self.descriptor.get("version", UNVERSIONED))

    def cite(self, style: Style = "text", language: Language = "en") -> str:
        """How to cite this version: as a line of text in either language, or as a "bibtex" entry. ValueError for any other style.

        A version that was not released has no date.
        """
        return cited(self.version, self.descriptor.get("created"), style, language)

    @property
    def codebook(self) -> pd.DataFrame:
        """One row a column of every table: type, meaning in both languages, closed list, reference."""
        return codebook(self._schemas)

    def flat(self, language: Language = "en") -> pd.DataFrame:
        """One wide, readable row a claim: labels joined, value in words, quote, speaker chain as text.

        ``language`` is "en" or "tr" and decides labels and statement; ValueError for any other.
        """
        return flatten(self.tables, self.claims, language)

    def about(self, what: str, language: Language = "en", *, related: bool = False) -> pd.DataFrame:
        """The rows of ``flat`` in which an entity is subject, value, comparison or speaker.

        ``what`` is an entity_id or any of its names in any case. ``related`` takes in the claims of entities that may be the
        same and of those whose parent it is, all levels down. Raises UnknownIdError, with the nearest id, for anything else.
        """
        entity_id = self.entity_id(what)
        others = related_ids(self.tables, entity_id) if related else ()
        return flatten(self.tables, claims_of(self.tables, [entity_id, *others]), language)

    @property
    def contradictions(self) -> pd.DataFrame:
        """``disagreements()`` in English."""
        return self.disagreements()

    def disagreements(self, language: Language = "en") -> pd.DataFrame:
        """One row a contradiction or tension: what each side says, who, in which words, the arithmetic, the explanation.

        Contradictions come first, then what runs through most articles. Claims of one side are joined by " | ".
        """
        return as_frame(disagreements(self.tables, language), language)

    def timeline(self, what: str, property_id: str, language: Language = "en", *, related: bool = False) -> pd.DataFrame:
        """How what is said of one property drifts: its claims in the order in which they were said.

        ``change`` is how far a date (days) or number (factor) moved since the claim before, ``modality_change`` how many ranks the
        modality rose or fell. ``related`` takes in entities that may be the same and parts. Raises UnknownIdError.
        """
        subject = self.entity_id(what)
        property_id = self._property(property_id)
        others = related_ids(self.tables, subject) if related else ()
        return timeline(self.tables, [subject, *others], property_id, language)

    def support(self, proposition: str, language: Language = "en") -> pd.DataFrame:
        """Who says a proposition (a proposition_id, or a claim_id for what it says), each with the origin of the words.

        ``attrs["independent_origins"]`` counts the origins that do not depend on one another. Raises UnknownIdError.
        """
        claims = self.claims
        said = claims.loc[claims["proposition_id"] == proposition, "claim_id"].tolist()
        if not said and not (claims["claim_id"] == proposition).any():
            nearest = nearest_id(str(proposition), claims["claim_id"])
            hint = f" Did you mean {nearest}?" if nearest else " d.claims has both ids."
            raise UnknownIdError(f"there is no claim or proposition {proposition!r}.{hint}")
        found = dict.fromkeys(other for claim_id in said or [proposition] for other in same_content(self.tables, claim_id))
        return support(self.tables, list(found), language)

    def account(self, who: str, language: Language = "en") -> pd.DataFrame:
        """What the account of a source or a speaker assumes: the side it takes in each disagreement, and against whom.

        ``said_by`` and ``modality`` tell what it says itself from what it passes on. ``who`` is a source_id, or an entity that
        published or speaks. Where an account disagrees with itself, ``left_out`` names the
        fewest claims without which the rest holds together. Raises UnknownIdError.
        """
        if (self.sources["source_id"] == who).any():
            sources = [who]
            spoken: list[str] = []
        else:
            entity = self.entity_id(who)
            sources = self.sources.loc[self.sources["publisher"] == entity, "source_id"].tolist()
            spoken = self.attributions.loc[self.attributions["speaker"] == entity, "claim_id"].tolist()
        own = self.claims.loc[self.claims["source_id"].isin(sources), "claim_id"].tolist()
        return account(self.tables, {*own, *spoken}, language)

    def _property(self, what: str) -> str:
        """The id of a property, given its id or label in either language. Raises UnknownIdError."""
        known = self.properties["property_id"]
        for column in ("property_id", "label_en", "label_tr"):
            for property_id, name in zip(known.tolist(), self.properties[column].tolist(), strict=True):
                if key(name) == key(str(what)):
                    return str(property_id)
        nearest = nearest_id(str(what), known)
        hint = f" Did you mean {nearest}?" if nearest else " d.properties lists them."
        raise UnknownIdError(f"there is no property {what!r}.{hint}")

    def entity_id(self, what: str) -> str:
        """The id of an entity, given its id or one of its names in any case.

        Where nothing is called so, spaces and hyphens are let go: "GPT4" is GPT-4. Raises UnknownIdError.
        """
        if not isinstance(what, str):
            raise UnknownIdError(f"an entity is asked for by its id or name, a text; got {_shown(what)}")
        ids = self.entities["entity_id"]
        wanted = what.strip()
        if (ids == wanted).any():
            return wanted
        columns = [(self.names, "name"), *((self.entities, column) for column in ("label_en", "label_tr", "entity_id"))]
        spelled = [
            (key(name), entity_id)
            for frame, column in columns
            for name, entity_id in zip(frame[column].tolist(), frame["entity_id"].tolist(), strict=True)
        ]
        for form in (str, _joined):
            sought = form(key(wanted))
            matches = {entity_id for name, entity_id in spelled if form(name) == sought}
            if len(matches) == 1:
                return str(*matches)
            if matches:
                raise UnknownIdError(f"{what!r} names {len(matches)} entities: {', '.join(sorted(matches))}. Give one of these ids.")
        for table, (kind, column) in _ELSEWHERE.items():
            if table in self.tables and (self[table][self.schema(table)["primaryKey"][0]] == wanted).any():
                frame = "d.claims" if table == "modalities" else "d.flat()"
                raise UnknownIdError(f"{wanted} is a {kind}; use {frame}.query(\"{column} == '{wanted}'\")")
        nearest = nearest_id(wanted, ids)
        hint = f" Did you mean {nearest}?" if nearest else " d.entities lists all ids."
        raise UnknownIdError(f"no entity is called {what!r}.{hint}")

    def schema(self, table: str) -> dict[str, Any]:
        """The Table Schema of a table. Raises UnknownIdError where there is no such table."""
        self[table]
        return self._schemas[table]

    def __getitem__(self, table: str) -> pd.DataFrame:
        """A table by its name."""
        return self.tables[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def _summary(self) -> list[tuple[str, int, str]]:
        return [(name, len(frame), str(frame.attrs["description"])) for name, frame in self.tables.items()]

    def _counted(self) -> str:
        return f"{len(self.claims)} claims" + (f" from {len(self.sources)} articles" if "sources" in self.tables else "")

    def __repr__(self) -> str:
        width = max(map(len, self.tables))
        lines = [
            f"  d.{name:<{width}}  {count:>5}  {about.split('. ')[0].split(': ')[0].rstrip('.')}" for name, count, about in self._summary()
        ]
        return "\n".join(
            [
                f"iddia {self.version}, {self._counted()}",
                *lines,
                "  d.flat()  d.about('deepseek-r2')  d.contradictions  d.timeline('deepseek-r2', 'release_date')  d.codebook",
            ]
        )

    def _repr_html_(self) -> str:
        cells = [(f"<code>d.{html.escape(name)}</code>", str(count), html.escape(about)) for name, count, about in self._summary()]
        rows = "".join(f"<tr><td>{name}</td><td>{count}</td><td style='text-align:left'>{about}</td></tr>" for name, count, about in cells)
        head = f"<b>iddia {html.escape(self.version)}</b>: {self._counted()}"
        return f"{head}<table><thead><tr><th>table</th><th>rows</th><th>what</th></tr></thead><tbody>{rows}</tbody></table>"
