"""The tables: one model each, in the order in which the package lists them.

Everything about a table is said here once: schema/<table>.json, docs/tables.md and the codebook are made from it.
"""

from iddia.model.columns import Row
from iddia.model.tables.assessments import Assessment, AssessmentReference, Figure, Prediction, Reference
from iddia.model.tables.changes import Change
from iddia.model.tables.claims import Attribution, Claim, Evidence
from iddia.model.tables.relations import Relation, RelationMember
from iddia.model.tables.sources import Entity, Identity, Mention, Name, Source
from iddia.model.tables.vocabulary import Cue, ModalityRow, Property, Unit

TABLES: tuple[type[Row], ...] = (
    Source,
    Entity,
    Identity,
    Name,
    Mention,
    Claim,
    Evidence,
    Attribution,
    Property,
    Unit,
    ModalityRow,
    Cue,
    Relation,
    RelationMember,
    Prediction,
    Reference,
    Assessment,
    AssessmentReference,
    Figure,
    Change,
)

__all__ = [
    "TABLES",
    "Assessment",
    "AssessmentReference",
    "Attribution",
    "Change",
    "Claim",
    "Cue",
    "Entity",
    "Evidence",
    "Figure",
    "Identity",
    "Mention",
    "ModalityRow",
    "Name",
    "Prediction",
    "Property",
    "Reference",
    "Relation",
    "RelationMember",
    "Source",
    "Unit",
]
