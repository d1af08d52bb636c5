"""What follows from comparing claims with one another."""

from iddia.model import lists
from iddia.model.columns import RELATION_ID_PATTERN, SNAKE_PATTERN, Row, column


class Relation(Row):
    """A row of relations."""

    table, key = "relations", ("relation_id",)
    heading = ("Relations between claims", "Savlar arası ilişkiler")
    about = (
        "What disagrees and what agrees, computed from the claims: contradictions, tensions, corroborations, refinements.",
        "Savlardan hesaplanan uyuşma ve uyuşmazlıklar: çelişkiler, gerilimler, destekler, ayrıntılandırmalar.",
    )
    relation_id: str = column(
        "Hash of the rule and the claims; another claim joining makes another relation.",
        "Kural ve savların özeti; yeni bir sav katılırsa ilişki de başka olur.",
        pattern=RELATION_ID_PATTERN,
    )
    kind: lists.RelationKind = column("What the claims do to each other.", "Savların birbirine ne yaptığı.")
    rule: str = column(
        "The rule that found it: one of docs/consistency.md, or a constraint of the vocabulary.",
        "Bulan kural: docs/consistency.md içindekilerden biri ya da sözlükteki bir kısıt.",
        pattern=SNAKE_PATTERN,
    )
    detail_en: str = column("The arithmetic in words, English.", "Hesabın İngilizce anlatımı.")
    detail_tr: str = column("The arithmetic in words, Turkish.", "Hesabın Türkçe anlatımı.")
    independent_origins: int = column(
        "Origins of its claims independent of one another as far as the articles tell: ends of attribution chains, not articles.",
        "Makalelerden anlaşıldığı kadarıyla birbirine bağlı olmayan kökenlerin sayısı: makaleler değil, kaynak zincirlerinin uçları.",
        ge=1,
    )
    status: lists.RelationStatus = column(
        "open where a contradiction or tension cannot be settled from what is known; explained for all else.",
        "Bilinenlerle çözülemeyen çelişki ya da gerilimde open, ötekilerde explained.",
    )
    explanation_en: str | None = column(
        "Why a contradiction or tension is there, English.", "Çelişki ya da gerilimin neden var olduğu, İngilizce."
    )
    explanation_tr: str | None = column(
        "Why a contradiction or tension is there, Turkish.", "Çelişki ya da gerilimin neden var olduğu, Türkçe."
    )


class RelationMember(Row):
    """A row of relation_members."""

    table, key = "relation_members", ("relation_id", "claim_id")
    heading = ("Members of relations", "İlişkilerin savları")
    about = (
        "The claims of each relation and the side each one takes in it.",
        "Her ilişkinin savları ve her birinin ilişkideki yeri.",
    )
    relation_id: str = column("The relation.", "İlişki.", to="relations.relation_id")
    claim_id: str = column("The claim.", "Sav.", to="claims.claim_id")
    role: str = column(
        "The side it takes: side_1, side_2 … of a disagreement, affirms or denies, agrees, narrower or wider, or its part in a constraint.",
        "Tuttuğu yer: uyuşmazlıkta side_1, side_2 …, affirms ya da denies, agrees, narrower ya da wider, ya da bir kısıttaki payı.",
        pattern=SNAKE_PATTERN,
    )
