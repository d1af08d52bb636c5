"""What a drafted reading tells the person who fills it in, in both languages."""

from iddia.language import Said

HEAD: tuple[Said, ...] = (
    (
        "A draft by `iddia new`: what the detectors see in article.txt, sentence by sentence. The reading itself is yours.",
        "`iddia new` ile hazırlanan taslak: algılayıcıların article.txt içinde cümle cümle gördükleri. Okumanın kendisi size kalıyor.",
    ),
    (
        "The rules are in docs/annotation.md; the readings of the other articles are examples.",
        "Kurallar docs/annotation.md dosyasında; öteki makalelerin okumaları birer örnektir.",
    ),
)
STEPS: tuple[Said, ...] = (
    (
        "Fill in every key that is left empty. `iddia validate` names each with its line; comments may be deleted.",
        "Boş bırakılan her anahtarı doldurun. `iddia validate` hepsini satırıyla bildirir; yorumlar silinebilir.",
    ),
    (
        "quote: cut it down to the shortest words that carry the claim, exactly as printed.",
        "quote: savı taşıyan en kısa sözcüklere indirin, makalede nasıl yazılmışsa öyle.",
    ),
    (
        "A sentence that says two things needs two entries; the second gets the next free id. One that says nothing goes under no_claim.",
        "İki şey söyleyen cümleye iki girdi gerekir; ikincisi sıradaki boş kimliği alır. Bir şey söylemeyen cümle no_claim altına girer.",
    ),
    (
        'value: {number: 1.2e12, unit: usd, raw: "..."}, {date: 2025-09, raw: "..."}, {entity: ...}, {text: ...} or {boolean: true}.',
        'value: {number: 1.2e12, unit: usd, raw: "..."}, {date: 2025-09, raw: "..."}, {entity: ...}, {text: ...} ya da {boolean: true}.',
    ),
    (
        "What is denied has polarity: negated. Further keys: context, compared_to, per, time, condition, said_by, modality_because.",
        "Yadsınan savda polarity: negated olur. Ötekiler: context, compared_to, per, time, condition, said_by, modality_because.",
    ),
    (
        "A number or date that is no value, and a marker that marks nothing, are excused in lists like no_claim: no_value and no_cue.",
        "Değer olmayan sayı ve tarihler ile kiplik belirtmeyen belirteçler gerekçesiyle no_claim gibi listelere yazılır: no_value, no_cue.",
    ),
    (
        "review: drafted says that rules alone wrote the entry. Write reviewed where a person has checked it.",
        "review: drafted, girdiyi yalnızca kuralların yazdığını söyler. Bir insanın denetlediği girdiye reviewed yazın.",
    ),
    (
        "What the registry lacks: `iddia new entity ID`, `iddia new property ID`, `iddia new unit ID`.",
        "Kütükte ya da sözlükçede bulunmayanlar için: `iddia new entity KİMLİK`, `iddia new property KİMLİK`, `iddia new unit KİMLİK`.",
    ),
)
NAMES: Said = ("Known names in the text", "Metindeki bilinen adlar")
NO_NAMES: Said = ("No known name stands in the text.", "Metinde bilinen bir ad yok.")
PROPERTIES: Said = ("Properties by the kind of their value", "Değerlerinin türüne göre özellikler")
TITLE: Said = (
    "title: exact words of the article; a title of your own stands in [square brackets]",
    "title: makalenin kendi sözcükleri; kendi koyduğunuz başlık [köşeli ayraç] içinde durur",
)
PUBLISHER: Said = (
    "publisher: an entity, if the text tells; likewise author, url, retrieved, translation_of",
    "publisher: metin söylüyorsa bir varlık; author, url, retrieved, translation_of da öyle",
)
NO_DATE: Said = (
    "published, published_basis: no whole date stands in the text; leave both out unless you know it",
    "published, published_basis: metinde tam bir tarih yok; bilmiyorsanız ikisini de yazmayın",
)
DATE_CHOICES: Said = (
    "If one of these dates is the article's own, take its two lines out of the comment (inferred, if it is only concluded):",
    "Bu tarihlerden biri makalenin kendi tarihiyse iki satırını yorumdan çıkarın (yalnızca çıkarımsa inferred yazın):",
)
LANGUAGE: Said = ("tr, en, ...: the language of the text", "tr, en, ...: metnin dili")
RIGHTS: Said = (
    "whose the text is, and on what terms it stands here; the other readings show the usual sentence",
    "metin kimin, burada hangi koşulla duruyor; alışılmış cümle öteki okumalarda",
)
NO_CLAIM: Said = (
    "These look like headings, captions, menus or datelines. Move what does say something to claims.",
    "Bunlar başlığa, resim altı yazısına, menüye ya da tarih satırına benziyor. Bir şey söyleyenleri claims altına taşıyın.",
)
WHY: Said = (
    "heading | image caption | menu | tag | dateline | the author's biography ...",
    "heading | image caption | menu | tag | dateline | the author's biography ... (İngilizce)",
)
LINE: Said = ("line", "satır")
ALSO: Said = ("also here", "burada ayrıca")
OR: Said = ("or", "ya da")
NEXT_NUMBER: Said = ("the same sentence, its next number", "aynı cümle, sıradaki sayı")
UNPROVED: Said = ("a number or date that could not be drafted", "taslağa alınamayan sayı ya da tarih")
FORETOLD: Said = (
    "what became of it goes under predictions in assessments.yaml",
    "ne olduğu, assessments.yaml dosyasında predictions altına yazılır",
)
