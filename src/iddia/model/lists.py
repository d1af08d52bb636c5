"""The closed lists, each said once."""

from typing import Literal

from iddia.text import quantities

EntityType = Literal[
    "organization",
    "person",
    "role",
    "place",
    "model",
    "hardware",
    "software",
    "infrastructure",
    "technique",
    "concept",
    "event",
    "figure",
    "market",
]
TypeOrAny = Literal["any", EntityType]
NameKind = Literal["official", "short", "alias", "mistranslation", "misspelling"]
SourceKind = Literal["news", "explainer", "opinion", "aggregation"]
PublishedBasis = Literal["stated", "inferred", "unknown"]
ValueKind = Literal["quantity", "entity", "date", "text", "boolean"]
Approximation = quantities.Approximation

Polarity = Literal["affirmed", "negated"]
Review = Literal["drafted", "read", "reviewed"]
EvidenceRole = Literal["content", "cue", "speaker", "context"]
SpeakerKind = Literal["named", "role", "unnamed", "impersonal"]
Modality = Literal["asserted", "reported", "alleged", "rumoured", "estimated", "predicted", "possible", "conditional", "opinion"]
Dimension = Literal["ratio", "money", "count", "operation_rate", "time"]
RelationKind = Literal["contradicts", "in_tension", "corroborates", "refines"]
RelationStatus = Literal["explained", "open"]
Outcome = Literal["came_true", "did_not", "pending", "untestable"]
ReferenceKind = Literal["primary", "secondary"]
ReferenceBasis = Literal["retrieved", "recalled"]
Verdict = Literal["supported", "partly", "refuted", "unverified", "untestable"]
Certainty = Literal["high", "medium", "low"]
ChangeKind = Literal["added", "corrected", "retracted", "re-attributed", "re-graded"]
Level = Literal["first", "major", "minor", "patch"]
