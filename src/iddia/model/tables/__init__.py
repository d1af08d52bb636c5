"""The tables: one model each, in the order in which the package lists them.

Everything about a table is said here once: schema/<table>.json, docs/tables.md and the codebook are made from it.
"""

from iddia.model.columns import Row
from iddia.model.tables.claims import Attribution, Claim, Evidence
from iddia.model.tables.sources import Entity, Identity, Mention, Name, Source
from iddia.model.tables.vocabulary import Cue, ModalityRow, Property, Unit

TABLES: tuple[type[Row], ...] = (Source, Entity, Identity, Name, Mention, Claim, Evidence, Attribution, Property, Unit, ModalityRow, Cue)

__all__ = [
    "TABLES",
    "Attribution",
    "Claim",
    "Cue",
    "Entity",
    "Evidence",
    "Identity",
    "Mention",
    "ModalityRow",
    "Name",
    "Property",
    "Source",
    "Unit",
]
