"""The closed vocabulary that claims are written in."""

from decimal import Decimal

from iddia.model import lists
from iddia.model.columns import ID_PATTERN, SNAKE_PATTERN, WIKIDATA_PATTERN, Row, column


class Property(Row):
    """A row of properties."""

    table, key = "properties", ("property_id",)
    heading = ("Properties", "Özellikler")
    about = (
        "The closed vocabulary of what a claim may say of its subject.",
        "Bir savın öznesi hakkında söyleyebileceklerinin kapalı sözlüğü.",
    )
    property_id: str = column("Readable id.", "Okunur kimlik.", pattern=SNAKE_PATTERN)
    label_en: str = column("Name in English.", "İngilizce adı.")
    label_tr: str = column("Name in Turkish.", "Türkçe adı.")
    definition_en: str = column("What it means, in English.", "İngilizce tanımı.")
    definition_tr: str = column("What it means, in Turkish.", "Türkçe tanımı.")
    value_kind: lists.ValueKind = column("Kind of value it takes.", "Aldığı değerin türü.")
    dimension: lists.Dimension | None = column("Dimension of its units, for a quantity.", "Nicelikse birimlerinin boyutu.")
    domain: str = column(
        "Types of entity the subject may have, separated by spaces; any for all.",
        "Öznenin olabileceği varlık türleri, boşlukla ayrılmış; hepsi için any.",
    )
    range: str | None = column(
        "Types of entity an entity value may have, separated by spaces; any for all.",
        "Varlık değerinin olabileceği türler, boşlukla ayrılmış; hepsi için any.",
    )
    single_valued: bool = column(
        "Whether one subject can have only one true value at a time.", "Bir öznenin aynı anda tek bir doğru değeri olup olamayacağı."
    )
    wikidata: str | None = column(
        "Wikidata property, only where certain.", "Wikidata özelliği, yalnızca kesin olduğunda.", pattern=WIKIDATA_PATTERN
    )


class Unit(Row):
    """A row of units."""

    table, key = "units", ("unit_id",)
    heading = ("Units", "Birimler")
    about = (
        "Units of numbers, with the factor to their dimension's base unit.",
        "Sayıların birimleri ve boyutlarının temel birimine çarpanları.",
    )
    unit_id: str = column("Readable id.", "Okunur kimlik.", pattern=SNAKE_PATTERN)
    label_en: str = column("Name in English.", "İngilizce adı.")
    label_tr: str = column("Name in Turkish.", "Türkçe adı.")
    dimension: lists.Dimension = column("What it measures.", "Neyi ölçtüğü.")
    factor: Decimal = column("What one of it is in the dimension's base unit.", "Bir biriminin, boyutun temel birimi cinsinden değeri.")
    code: str | None = column("Code in UCUM, or ISO 4217 for money.", "UCUM kodu; parada ISO 4217 kodu.")


class ModalityRow(Row):
    """A row of modalities."""

    table, key = "modalities", ("modality",)
    heading = ("Modalities", "Kiplikler")
    about = ("How far a writer can commit to a claim.", "Bir yazarın bir savı ne ölçüde üstlenebileceği.")
    modality: lists.Modality = column("The modality.", "Kiplik.")
    label_en: str = column("Name in English.", "İngilizce adı.")
    label_tr: str = column("Name in Turkish.", "Türkçe adı.")
    definition_en: str = column("What it means, in English.", "İngilizce tanımı.")
    definition_tr: str = column("What it means, in Turkish.", "Türkçe tanımı.")
    rank: int = column(
        "How committed, from 1 (least) up; where marks stack, the lowest wins.",
        "Üstlenme derecesi, 1 (en az) ile başlar; belirteçler üst üste gelince en düşüğü geçerlidir.",
        ge=1,
    )


class Cue(Row):
    """A row of cues."""

    table, key = "cues", ("cue_id",)
    heading = ("Cues", "Belirteçler")
    about = (
        "Turkish markers of evidence and modality, and the modality each one marks by itself.",
        "Türkçede kanıtsallık ve kiplik belirteçleri ve her birinin tek başına belirttiği kiplik.",
    )
    cue_id: str = column("Readable id.", "Okunur kimlik.", pattern=ID_PATTERN)
    form: str = column("Lemma or suffix pattern.", "Sözlük biçimi ya da ek kalıbı.")
    modality: lists.Modality = column("The modality it marks.", "Belirttiği kiplik.", to="modalities.modality")
    example_claim: str | None = column("The first claim that shows it.", "Onu gösteren ilk sav.", to="claims.claim_id")
