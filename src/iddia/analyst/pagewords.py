"""The words of a printed page, English and Turkish; what is not here stands under its own name."""

from iddia.language import Language

_HEADS = {
    "claims": "claim",
    "sources": "source",
    "properties": "property",
    "units": "unit",
    "modalities": "modality",
    "relations": "relation",
    "references": "reference",
}
_ENGLISH = {
    **_HEADS,
    "assessment": "outside sources, as of {as_of}: {verdict} ({certainty})",
    "prediction": "what became of it by {as_of} ({horizon}): {outcome}",
    "figure": "reckoned",
    "against": "with",
    "beside": "with",
    "reference": "reference",
    "said_by": "said by {}",
    "maybe_same_as": "maybe the same as",
    "mark_maybe_same": "maybe the same",
}
_TURKISH = {
    "claims": "sav",
    "sources": "kaynak",
    "properties": "özellik",
    "units": "birim",
    "modalities": "kiplik",
    "relations": "ilişki",
    "references": "başvuru kaynağı",
    "assessment": "dış kaynaklar, {as_of} itibarıyla: {verdict} ({certainty})",
    "prediction": "{as_of} itibarıyla ne oldu ({horizon}): {outcome}",
    "figure": "hesap",
    "against": "karşısında:",
    "beside": "şunlarla:",
    "reference": "başvuru",
    "url": "adres",
    "kind": "tür",
    "rule": "kural",
    "status": "durum",
    "independent_origins": "bağımsız köken",
    "basis": "dayanak",
    "said_by": "söyleyen: {}",
    "maybe_same_as": "belki şununla aynı",
    "mark_maybe_same": "belki aynı",
    "related": "ilgili",
    "compared_to": "karşılaştırılan:",
    "time": "zaman:",
    "condition": "koşul:",
    "publisher": "yayımlayan",
    "author": "yazar",
    "published": "yayım tarihi",
    "translation_of": "çevirisi olduğu metin",
    "parent": "üst varlık",
    "value_kind": "değer türü",
    "dimension": "boyut",
    "factor": "çarpan",
    "code": "kod",
    "rank": "sıra",
    "names": "adlar",
}
# Values of closed lists; English shows them with spaces.
_TURKISH_VALUES = {
    "official": "resmi",
    "short": "kısa",
    "alias": "takma ad",
    "mistranslation": "çeviri yanlışı",
    "misspelling": "yazım yanlışı",
    "ratio": "oran",
    "money": "para",
    "count": "sayı",
    "operation_rate": "işlem hızı",
    "time": "zaman",
    "quantity": "nicelik",
    "entity": "varlık",
    "date": "tarih",
    "text": "metin",
    "boolean": "evet/hayır",
    "organization": "kuruluş",
    "person": "kişi",
    "role": "rol",
    "place": "yer",
    "model": "model",
    "hardware": "donanım",
    "software": "yazılım",
    "infrastructure": "altyapı",
    "technique": "teknik",
    "concept": "kavram",
    "event": "olay",
    "figure": "rakam",
    "market": "pazar",
}


def page_word(name: str, language: Language) -> str:
    """A word that the page itself says: the name of a column or a table, or a phrase."""
    return (_ENGLISH if language == "en" else _TURKISH).get(name, name.replace("_", " "))


def value_word(value: str, language: Language) -> str:
    """A value of a closed list."""
    return _TURKISH_VALUES.get(value, value) if language == "tr" else value.replace("_", " ")
