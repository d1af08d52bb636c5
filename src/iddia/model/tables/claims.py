"""What is claimed, in which words, on whose word."""

from decimal import Decimal

from iddia.model import lists
from iddia.model.columns import CLAIM_ID_PATTERN, Row, column
from iddia.text.dates import EDTF_PATTERN


class Claim(Row):
    """A row of claims."""

    table, key = "claims", ("claim_id",)
    heading = ("Claims", "Savlar")
    about = (
        "One row for each proposition that one article commits to or relays: subject, property, value, polarity and modality.",
        "Bir makalenin üstlendiği ya da aktardığı her önerme için bir satır: özne, özellik, değer, olumluluk ve kiplik.",
    )
    claim_id: str = column(
        "The source_id, a dot and a number that is given once and never used again.",
        "source_id, nokta ve bir kez verilip bir daha kullanılmayan numara.",
        pattern=CLAIM_ID_PATTERN,
    )
    source_id: str = column("The article that makes or relays the claim.", "Savı ileri süren ya da aktaran makale.", to="sources.source_id")
    statement_en: str = column(
        "The proposition in plain English, understandable alone.", "Tek başına anlaşılır, yalın İngilizceyle önerme."
    )
    statement_tr: str = column("The proposition in plain Turkish, understandable alone.", "Tek başına anlaşılır, yalın Türkçeyle önerme.")
    subject: str = column("What the claim is about.", "Savın konusu.", to="entities.entity_id")
    property: str = column("What is said of the subject.", "Özne hakkında söylenen.", to="properties.property_id")
    value_kind: lists.ValueKind = column("Which of the value columns is filled.", "Hangi değer sütununun dolu olduğu.")
    number: Decimal | None = column(
        "The printed number in the given unit; null when the words give bounds only.",
        "Metinde basılı sayı, verilen birimle; sözcükler yalnızca sınır veriyorsa boş.",
    )
    number_min: Decimal | None = column("Lower bound that the words state, in the unit.", "Sözcüklerin verdiği alt sınır, birimiyle.")
    number_max: Decimal | None = column("Upper bound that the words state, in the unit.", "Sözcüklerin verdiği üst sınır, birimiyle.")
    unit: str | None = column("Unit of the number and bounds.", "Sayının ve sınırların birimi.", to="units.unit_id")
    approximation: lists.Approximation | None = column("How the words qualify the number.", "Sözcüklerin sayıyı nasıl nitelediği.")
    value_entity: str | None = column("The value, when it is an entity.", "Değer bir varlıksa o varlık.", to="entities.entity_id")
    value_date: str | None = column("The value, when it is a date, EDTF.", "Değer bir tarihse EDTF olarak tarih.", pattern=EDTF_PATTERN)
    value_text: str | None = column("The value, when it is text, in plain English.", "Değer metinse yalın İngilizceyle metin.")
    value_boolean: bool | None = column(
        "The value, when the property is a yes or no; negation is in polarity.",
        "Özellik evet-hayır ise değer; olumsuzluk polarity sütunundadır.",
    )
    value_raw: str | None = column("The value's words as printed.", "Değerin metindeki sözcükleri.")
    compared_to: str | None = column("What the subject is compared with.", "Öznenin karşılaştırıldığı şey.", to="entities.entity_id")
    per: str | None = column(
        "Unit to which the number is related, such as year or token.",
        "Sayının bağlı olduğu birim, örneğin yıl ya da token.",
        to="units.unit_id",
    )
    time: str | None = column("When the claim is said to hold, EDTF.", "Savın geçerli olduğu söylenen zaman, EDTF.", pattern=EDTF_PATTERN)
    condition: str | None = column(
        "What must be so for the claim to hold, in plain English.", "Savın geçerli olması için gereken koşul, yalın İngilizceyle."
    )
    polarity: lists.Polarity = column("Whether the proposition is affirmed or negated.", "Önermenin olumlandığı mı, olumsuzlandığı mı.")
    modality: lists.Modality = column("How far the writer commits to it.", "Yazarın onu ne ölçüde üstlendiği.", to="modalities.modality")
    proposition_id: str = column(
        "Hash of the content alone: subject, property, value, compared_to, per, time and polarity. Equal for all who say the same.",
        "Yalnızca içeriğin özeti: özne, özellik, değer, compared_to, per, time ve polarity. Aynı şeyi söyleyen herkes için aynıdır.",
        pattern=r"^p-[0-9a-f]{12}$",
    )
    review: lists.Review = column(
        "drafted by rules, read twice and settled, or reviewed by a person.",
        "Kurallarla taslak (drafted), iki kez okunup birleştirilmiş (read) ya da bir insanca denetlenmiş (reviewed).",
    )


class Evidence(Row):
    """A row of evidence."""

    table, key = "evidence", ("claim_id", "start", "end")
    heading = ("Evidence", "Kanıtlar")
    about = (
        "The exact words that carry a claim, mark its modality or name its speaker, with their place in the article.",
        "Bir savı taşıyan, kipliğini belirten ya da söyleyenini anan sözcükler ve makaledeki yerleri.",
    )
    claim_id: str = column("The claim.", "Sav.", to="claims.claim_id")
    start: int = column("Offset of the first code point, from 0.", "İlk kod noktasının 0'dan sayılan yeri.", ge=0)
    end: int = column("Offset behind the last code point.", "Son kod noktasından sonraki yer.", ge=1)
    source_id: str = column("The article.", "Makale.", to="sources.source_id")
    quote: str = column("The words, exactly as printed.", "Basıldığı gibi sözcükler.")
    role: lists.EvidenceRole = column("What the words do for the claim.", "Sözcüklerin sav için ne yaptığı.")


class Attribution(Row):
    """A row of attributions."""

    table, key = "attributions", ("claim_id", "position")
    heading = ("Attributions", "Atıflar")
    about = (
        "Who stands between the writer and the claim, outermost first. A claim without rows here is the writer's own.",
        "Yazarla sav arasında kimlerin durduğu, en dıştakinden başlayarak. Burada satırı olmayan sav yazarın kendisinindir.",
    )
    claim_id: str = column("The claim.", "Sav.", to="claims.claim_id")
    position: int = column(
        "Place in the chain; 0 is outermost, next to the writer.", "Zincirdeki yeri; 0 en dışta, yazarın yanındadır.", ge=0
    )
    speaker: str | None = column("Who says it, when the text tells.", "Metin söylüyorsa kimin söylediği.", to="entities.entity_id")
    speaker_kind: lists.SpeakerKind = column("How the speaker is named, if at all.", "Söyleyenin nasıl anıldığı.")
    verb: str | None = column("The verb or words of reporting, as printed.", "Aktarma fiili ya da sözleri, metinde geçtiği gibi.")
