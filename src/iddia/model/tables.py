"""The tables: one model each, in the order in which the package lists them.

Everything about a table is said here once: schema/<table>.json, docs/tables.md and the codebook are made from it.
"""

from decimal import Decimal

from iddia.model import lists
from iddia.model.columns import CLAIM_ID_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, SHA256_PATTERN, SNAKE_PATTERN, Row, column
from iddia.text.dates import EDTF_PATTERN

WIKIDATA_PATTERN = r"^[QP][1-9][0-9]*$"


class Source(Row):
    """A row of sources."""

    table, key = "sources", ("source_id",)
    heading = ("Sources", "Kaynaklar")
    about = (
        "The articles that were read. A row says only what the article or its dateline says, or what is inferred and marked so.",
        "Okunan makaleler. Bir satır yalnızca makalenin ya da tarih satırının söylediğini, bir de çıkarım olduğu belirtileni söyler.",
    )
    source_id: str = column(
        "Readable id; also the article's folder under seeds/.", "Okunur kimlik; makalenin seeds/ altındaki klasörü.", pattern=ID_PATTERN
    )
    seed_file: str = column(
        "Path of the article's text in the repository; the text itself is not shipped.",
        "Makale metninin depodaki yolu; metnin kendisi dağıtılmaz.",
    )
    title: str = column(
        "The article's headline; in square brackets when it has none and the title is ours.",
        "Makalenin başlığı; başlığı yoksa ve başlığı biz verdiysek köşeli ayraç içinde.",
    )
    publisher: str | None = column("Who published it.", "Yayımlayan.", to="entities.entity_id")
    author: str | None = column("Name of the author as printed.", "Yazarın basılı adı.")
    url: str | None = column("Where it was published.", "Yayımlandığı adres.")
    published: str | None = column("Day it was published, EDTF.", "Yayımlandığı gün, EDTF.", pattern=EDTF_PATTERN)
    published_basis: lists.PublishedBasis = column(
        "Whether the day is stated by the text, inferred or unknown.", "Günün metinde yazılı mı, çıkarım mı, bilinmiyor mu olduğu."
    )
    retrieved: str | None = column("Day the text was fetched, EDTF.", "Metnin alındığı gün, EDTF.", pattern=EDTF_PATTERN)
    language: str = column("Language of the text, BCP 47.", "Metnin dili, BCP 47.", pattern=LANGUAGE_PATTERN)
    kind: lists.SourceKind = column("Kind of text.", "Metnin türü.")
    translation_of: str | None = column(
        "What it is a translation of, when the text shows it.", "Metinden anlaşılıyorsa neyin çevirisi olduğu."
    )
    rights: str = column(
        "Who holds the rights to the text and what is kept of it here.", "Metnin haklarının kimde olduğu ve burada nesinin tutulduğu."
    )
    characters: int = column("Length of the text in Unicode code points.", "Metnin Unicode kod noktası olarak uzunluğu.", ge=1)
    bytes: int = column("Length of the file in bytes.", "Dosyanın bayt olarak uzunluğu.", ge=1)
    sha256: str = column(
        "SHA-256 of the file, to prove that a copy is the text that was read.",
        "Dosyanın SHA-256 özeti; eldeki kopyanın okunan metin olduğunu kanıtlar.",
        pattern=SHA256_PATTERN,
    )


class Entity(Row):
    """A row of entities."""

    table, key = "entities", ("entity_id",)
    heading = ("Entities", "Varlıklar")
    about = (
        "Everything that claims speak of: organisations, people by role, models, hardware, techniques, events, talked-about figures.",
        "Savların sözünü ettiği her şey: kuruluşlar, rolleriyle kişiler, modeller, donanım, teknikler, olaylar, konuşulan rakamlar.",
    )
    entity_id: str = column("Readable id.", "Okunur kimlik.", pattern=ID_PATTERN)
    type: lists.EntityType = column("Kind of thing.", "Varlığın türü.")
    label_en: str = column("Name in English.", "İngilizce adı.")
    label_tr: str = column("Name in Turkish.", "Türkçe adı.")
    description_en: str = column("What it is, in English.", "İngilizce tanımı.")
    description_tr: str = column("What it is, in Turkish.", "Türkçe tanımı.")
    parent: str | None = column(
        "The entity it belongs to or is part of.", "Ait olduğu ya da parçası olduğu varlık.", to="entities.entity_id"
    )
    wikidata: str | None = column(
        "Wikidata item, only where certain.", "Wikidata ögesi, yalnızca kesin olduğunda.", pattern=WIKIDATA_PATTERN
    )


class Identity(Row):
    """A row of identities."""

    table, key = "identities", ("entity_id", "maybe_same_as")
    heading = ("Possible identities", "Olası özdeşlikler")
    about = (
        "Pairs of entities that may be one and the same thing, where the articles do not tell.",
        "Makaleler söylemediği için aynı şey olup olmadığı bilinmeyen varlık çiftleri.",
    )
    entity_id: str = column("The entity whose identity is open.", "Özdeşliği belirsiz varlık.", to="entities.entity_id")
    maybe_same_as: str = column("The entity it may be.", "O olabilecek varlık.", to="entities.entity_id")
    reason_en: str = column("Why it may be, in English.", "Neden olabileceği, İngilizce.")
    reason_tr: str = column("Why it may be, in Turkish.", "Neden olabileceği, Türkçe.")


class Name(Row):
    """A row of names."""

    table, key = "names", ("entity_id", "name", "language")
    heading = ("Names", "Adlar")
    about = (
        "Every way in which an entity is named, mistranslations and misspellings of the articles included.",
        "Bir varlığın anıldığı bütün adlar; makalelerdeki çeviri ve yazım yanlışları da içinde.",
    )
    entity_id: str = column("The entity.", "Varlık.", to="entities.entity_id")
    name: str = column("The name as written, without suffix.", "Eksiz yazılışıyla ad.")
    language: str = column(
        "Language of the name, BCP 47; mul for a name that is the same in all.",
        "Adın dili, BCP 47; bütün dillerde aynıysa mul.",
        pattern=LANGUAGE_PATTERN,
    )
    kind: lists.NameKind = column("Kind of name.", "Adın türü.")


class Mention(Row):
    """A row of mentions."""

    table, key = "mentions", ("mention_id",)
    heading = ("Mentions", "Anmalar")
    about = (
        "Every place in an article where a known name stands, its Turkish suffix split off.",
        "Bilinen bir adın makalede geçtiği her yer; Türkçe eki ayrılmış olarak.",
    )
    mention_id: str = column("The source_id, @ and the start.", "source_id, @ ve başlangıç.", pattern=r"^[a-z][a-z0-9-]*@[0-9]+$")
    source_id: str = column("The article.", "Makale.", to="sources.source_id")
    start: int = column("Offset of the name's first code point, from 0.", "Adın ilk kod noktasının 0'dan sayılan yeri.", ge=0)
    end: int = column(
        "Offset behind the name's last code point; the suffix is not inside.",
        "Adın son kod noktasından sonraki yer; ek içinde değildir.",
        ge=1,
    )
    surface: str = column("The name as printed.", "Basıldığı gibi ad.")
    suffix: str | None = column("The suffix as printed, apostrophe included.", "Kesme işaretiyle birlikte basılı ek.")
    entity_id: str = column("The entity named.", "Adı geçen varlık.", to="entities.entity_id")


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
        "Verilen birimle basılı sayı; sözcükler yalnızca sınır veriyorsa boş.",
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
    value_raw: str | None = column("The value's words as printed.", "Değerin basıldığı sözcükler.")
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
    heading = ("Attributions", "Kaynak gösterimleri")
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
    verb: str | None = column("The verb or words of reporting, as printed.", "Aktarma fiili ya da sözleri, basıldığı gibi.")


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


TABLES: tuple[type[Row], ...] = (Source, Entity, Identity, Name, Mention, Claim, Evidence, Attribution, Property, Unit, ModalityRow, Cue)
