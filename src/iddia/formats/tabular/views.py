"""Views over the tables that a person would otherwise write first, in SQL that SQLite and DuckDB both read."""

from collections.abc import Callable
from typing import Any, get_args

from iddia.language import LANGUAGES, Language, Said
from iddia.model import lists
from iddia.wording import word

Joined = Callable[[str, str, str, str], str]
"""SQL that joins texts: (text, separator, what follows FROM, what orders them) -> a scalar. Its order is asked for differently."""

ABOUT_VIEWS: dict[str, Said] = {
    "flat": (
        "One readable row a claim: ids (_id) and codes with their words beside them (_en, _tr), who says it, the words, the verdict.",
        "Her sav için okunur bir satır: kimlikler (_id) ve kodlar, yanlarında sözcükleri (_en, _tr); kimin söylediği, alıntı, yargı.",
    ),
    "conflicts": (
        "One row for each claim of each contradiction or tension, with the arithmetic and why it is there.",
        "Her çelişki ya da gerilimdeki her sav için bir satır; hesabı ve nedeniyle birlikte.",
    ),
}


def views(joined: Joined) -> dict[str, str]:
    """The query of each view."""
    return {"flat": _flat(joined), "conflicts": _conflicts()}


def _conflicts() -> str:
    return f"""SELECT r.relation_id, {_coded("r.kind", lists.RelationKind)}, r.rule, m.role, c.claim_id, c.source_id,
  c.statement_en, c.statement_tr, c.modality, o.label_en AS modality_en, o.label_tr AS modality_tr,
  r.detail_en, r.detail_tr, {_coded("r.status", lists.RelationStatus)}, r.explanation_en, r.explanation_tr
FROM relations AS r JOIN relation_members AS m ON m.relation_id = r.relation_id JOIN claims AS c ON c.claim_id = m.claim_id
  JOIN modalities AS o ON o.modality = c.modality
WHERE r.kind IN ('contradicts', 'in_tension')"""


def _flat(joined: Joined) -> str:
    chains = ",\n  ".join(f"{_said_by(joined, language)} AS said_by_{language}" for language in LANGUAGES)
    return f"""SELECT c.claim_id, c.source_id, s.title AS source_title, s.published, c.statement_en, c.statement_tr,
  c.subject AS subject_id, x.label_en AS subject_en, x.label_tr AS subject_tr,
  c.property AS property_id, p.label_en AS property_en, p.label_tr AS property_tr,
  c.value_kind, c.number, c.number_min, c.number_max, c.approximation, c.unit, u.label_en AS unit_en, u.label_tr AS unit_tr, c.per,
  c.value_entity AS value_entity_id, v.label_en AS value_entity_en, v.label_tr AS value_entity_tr,
  c.value_date, c.value_text, c.value_boolean, c.value_raw,
  c.compared_to AS compared_to_id, o.label_en AS compared_to_en, o.label_tr AS compared_to_tr, c.time, c.condition,
  {_coded("c.polarity", lists.Polarity)},
  c.modality, m.label_en AS modality_en, m.label_tr AS modality_tr, m.rank AS modality_rank,
  {chains},
  {_words(joined, "content")} AS quote,
  {_words(joined, "cue")} AS cue,
  {_coded("a.verdict", lists.Verdict)},
  {_coded("f.outcome", lists.Outcome)}, c.proposition_id, c.review
FROM claims AS c
  JOIN sources AS s ON s.source_id = c.source_id
  JOIN entities AS x ON x.entity_id = c.subject
  JOIN properties AS p ON p.property_id = c.property
  JOIN modalities AS m ON m.modality = c.modality
  LEFT JOIN units AS u ON u.unit_id = c.unit
  LEFT JOIN entities AS v ON v.entity_id = c.value_entity
  LEFT JOIN entities AS o ON o.entity_id = c.compared_to
  LEFT JOIN assessments AS a ON a.claim_id = c.claim_id
  LEFT JOIN predictions AS f ON f.claim_id = c.claim_id"""


def _coded(column: str, choices: Any) -> str:
    """A column of a closed list (a Literal) as it is, and its words in each language."""
    name = column.partition(".")[2]
    words = ((language, " ".join(f"WHEN '{code}' THEN '{word(code, language)}'" for code in get_args(choices))) for language in LANGUAGES)
    return ", ".join([column, *(f"CASE {column} {cases} END AS {name}_{language}" for language, cases in words)])


def _said_by(joined: Joined, language: Language) -> str:
    cases = " ".join(f"WHEN '{kind}' THEN '{word(kind, language)}'" for kind in ("unnamed", "impersonal"))
    speakers = "attributions AS t LEFT JOIN entities AS e ON e.entity_id = t.speaker WHERE t.claim_id = c.claim_id"
    chain = joined(f"coalesce(e.label_{language}, CASE t.speaker_kind {cases} END)", " → ", speakers, "t.position")
    return f"coalesce({chain}, '{word('writer', language)}')"


def _words(joined: Joined, role: str) -> str:
    return joined("w.quote", " … ", f"evidence AS w WHERE w.claim_id = c.claim_id AND w.role = '{role}'", 'w.start, w."end"')
