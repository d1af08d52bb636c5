"""What was read, and what it speaks of."""

from iddia.model import lists
from iddia.model.columns import ID_PATTERN, LANGUAGE_PATTERN, SHA256_PATTERN, WIKIDATA_PATTERN, Row, column
from iddia.text.dates import EDTF_PATTERN


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
