"""Readings that do not agree with their article: what the audits find."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {
    "article-changed": Kind(
        (
            "The article is not the text that was read: its SHA-256 is not the one that the reading pins. Every offset would be a guess.",
            "Makale, okunan metin değil: SHA-256 özeti okumadakinden farklı. Bütün konumlar tahmin olurdu.",
        ),
        (
            "Restore the article; for a new article write the sum that the report gives.",
            "Makaleyi eski hâline getirin; makale yeniyse rapordaki özeti yazın.",
        ),
        "article-changed",
    ),
    "article-twice": Kind(
        (
            "Two folders hold the same article, line ends and spaces apart: its claims would count as two voices.",
            "Aynı makale, satır sonları ve boşluklar dışında, iki klasörde duruyor: savları iki ayrı ses sayılırdı.",
        ),
        ("Keep one of the two.", "İkisinden birini tutun."),
        "article-twice",
    ),
    "title-not-found": Kind(
        ("The title is not in the article.", "Başlık makalede yok."),
        (
            "Copy the headline, or put a title of your own in square brackets.",
            "Başlığı kopyalayın ya da kendi koyduğunuz başlığı köşeli ayraç içine alın.",
        ),
        "title-not-found",
    ),
    "quote-typography": Kind(
        (
            (
                "The words are in the article with other typography: apostrophes, quotation marks, dashes, blanks, invisible characters, "
                "accents as marks apart. The message names the first code points that differ."
            ),
            (
                "Sözcükler makalede başka dizgiyle var: kesme işareti, tırnak, tire, boşluk, görünmez karakter, ayrı yazılmış aksan. "
                "İletide ilk farklı kod noktaları verilir."
            ),
        ),
        ("iddia validate --fix puts the article's own words there.", "iddia validate --fix yerine makalenin kendi sözcüklerini koyar."),
        "quote-other-apostrophe",
    ),
    "quote-altered": Kind(
        (
            "Most of the words are in the article, but not all, or with other letters.",
            "Sözcüklerin çoğu makalede var, ama hepsi değil ya da başka harflerle.",
        ),
        (
            "Copy the nearest match, and look whether it still carries the claim: a letter can turn a million into a billion.",
            "En yakın eşleşmeyi kopyalayın ve savı hâlâ taşıyıp taşımadığına bakın: bir harf milyonu milyar yapabilir.",
        ),
        "quote-not-found",
    ),
    "quote-elided": Kind(
        (
            "The quote joins words of the article and leaves out what stands between.",
            "Alıntı makalenin sözcüklerini birleştirip aradakileri atlıyor.",
        ),
        (
            "Quote one unbroken span, and give the other words as context:.",
            "Kesintisiz bir parça alıntılayın, öteki sözcükleri context: olarak verin.",
        ),
        "quote-with-words-left-out",
    ),
    "quote-misattributed": Kind(
        (
            "The words are not in this article but in another one of the project.",
            "Sözcükler bu makalede değil, projenin başka bir makalesinde.",
        ),
        (
            "Move the entry to that article's reading, or quote this one.",
            "Girdiyi o makalenin okumasına taşıyın ya da bu makaleden alıntılayın.",
        ),
        "quote-misattributed",
    ),
    "quote-fabricated": Kind(
        (
            "The words are in no article of the project, and nothing much like them is in this one.",
            "Sözcükler projenin hiçbir makalesinde yok; bu makalede onlara benzeyen bir şey de yok.",
        ),
        ("Copy the words from the article, or remove the entry.", "Sözcükleri makaleden kopyalayın ya da girdiyi silin."),
        "quote-nowhere-near",
    ),
    "quote-ambiguous": Kind(
        (
            "The words stand in the article more than once, and nothing tells which are meant.",
            "Sözcükler makalede birden çok kez geçiyor; hangisinin kastedildiği belli değil.",
        ),
        (
            "Add words, or give occurrence: or after:.",
            "Alıntıyı uzatın ya da occurrence: veya after: verin.",
        ),
        "quote-twice",
    ),
    "after-not-found": Kind(
        ("The words given as after: are not in the article.", "after: olarak verilen sözcükler makalede yok."),
        ("Copy them from the article.", "Makaleden kopyalayın."),
        "after-not-found",
    ),
    "occurrence-missing": Kind(
        (
            "The words are in the article, but not so often or not behind after:.",
            "Sözcükler makalede var, ama o kadar çok değil ya da after: sonrasında değil.",
        ),
        ("Mend occurrence: or after:.", "occurrence: ya da after: değerini düzeltin."),
        "occurrence-too-high",
    ),
    "sentence-unread": Kind(
        ("No claim quotes this sentence and nothing excuses it.", "Bu cümleyi hiçbir sav alıntılamıyor, gerekçesi de yok."),
        (
            "Read a claim from it, or excuse it in no_claim with the reason.",
            "Ondan bir sav okuyun ya da no_claim altında gerekçesini yazın.",
        ),
        "sentence-unread",
    ),
    "number-unread": Kind(
        ("A number of the text is no claim's value.", "Metindeki bir sayı hiçbir savın değeri değil."),
        (
            "Read a claim from it, or excuse it in no_value with the reason.",
            "Ondan bir sav okuyun ya da no_value altında gerekçesini yazın.",
        ),
        "number-unread",
    ),
    "date-unread": Kind(
        ("A date of the text is no claim's value or time.", "Metindeki bir tarih hiçbir savın değeri ya da zamanı değil."),
        (
            "Read a claim from it, or excuse it in no_value with the reason.",
            "Ondan bir sav okuyun ya da no_value altında gerekçesini yazın.",
        ),
        "date-unread",
    ),
    "cue-unread": Kind(
        ("An evidential marker of the text is no claim's cue.", "Metindeki bir kanıtsallık belirteci hiçbir savın ipucu değil."),
        (
            "Give it as cue: of the claim it marks, or excuse it in no_cue.",
            "Belirttiği savın cue: değeri yapın ya da no_cue altında gerekçesini yazın.",
        ),
        "cue-unread",
    ),
    "cue-elsewhere": Kind(
        ("A claim's cue stands in another paragraph than its quote.", "Savın ipucu, alıntısından başka bir paragrafta."),
        (
            "Give a cue that stands by the quote, or say occurrence: of this one.",
            "Alıntının yanındaki bir ipucunu verin ya da bunun occurrence: değerini yazın.",
        ),
        "cue-of-another-paragraph",
    ),
    "modality-disagrees": Kind(
        ("The modality is not the one that the claim's cue marks.", "Kiplik, savın ipucunun belirttiği kiplik değil."),
        (
            "Write the marked one, or the reason as modality_because:.",
            "Belirtilen kipliği yazın ya da nedenini modality_because: olarak verin.",
        ),
        "modality-disagrees",
    ),
    "modality-unmarked": Kind(
        ("Nothing in the claim's cue marks its modality.", "Savın ipucunda kipliğini belirten bir şey yok."),
        (
            "Give the words that mark it as cue:, or the reason as modality_because:.",
            "Belirten sözcükleri cue: ya da nedenini modality_because: olarak verin.",
        ),
        "modality-without-cue",
    ),
    "speaker-missing": Kind(
        (
            "The modality says that somebody else says it, and nobody is given.",
            "Kiplik başkasının söylediğini belirtiyor, ama söyleyen verilmemiş.",
        ),
        ("Give said_by:, unnamed or impersonal if need be.", "said_by: verin; gerekiyorsa unnamed ya da impersonal."),
        "speaker-missing",
    ),
    "speaker-unnamed": Kind(
        (
            "A speaker is given as named, but the article has none of its names.",
            "Söyleyen adıyla verilmiş, ama makalede hiçbir adı geçmiyor.",
        ),
        (
            "Register the name that the article uses, or give kind: role or unnamed.",
            "Makaledeki adı kütüğe ekleyin ya da kind: role veya unnamed yazın.",
        ),
        "speaker-not-named-in-the-article",
    ),
    "value-not-in-quote": Kind(
        (
            "The value's words are not in the claim's quote, context or cue.",
            "Değerin sözcükleri savın alıntısında, bağlamında ya da ipucunda yok.",
        ),
        ("Copy them from there.", "Oradan kopyalayın."),
        "raw-not-in-quote",
    ),
    "value-unreadable": Kind(
        ("The value's words hold no number or date, or more than one.", "Değerin sözcüklerinde sayı ya da tarih yok veya birden çok var."),
        ("Copy just the one number or date with its scale and unit.", "Yalnızca o sayıyı ya da tarihi, ölçeği ve birimiyle kopyalayın."),
        "raw-of-two-numbers",
    ),
    "value-cut-off": Kind(
        ("The value's words take only a part of the printed number.", "Değerin sözcükleri basılı sayının yalnızca bir parçasını alıyor."),
        ("Copy the whole number.", "Sayının tamamını kopyalayın."),
        "raw-cut-off",
    ),
    "value-disagrees": Kind(
        (
            "The number, unit, approximation or date is not what an independent reader finds in the value's words.",
            "Sayı, birim, yaklaşıklık ya da tarih, bağımsız bir okuyucunun değerin sözcüklerinde bulduğu değil.",
        ),
        (
            "Write what the words say, or why they mean something else as value_because:.",
            "Sözcüklerin dediğini yazın ya da neden başka anlama geldiğini value_because: olarak verin.",
        ),
        "unit-disagrees",
    ),
    "value-kind": Kind(
        ("The property takes another kind of value.", "Özellik başka türden bir değer alır."),
        ("Give the value under the key that the report names.", "Değeri raporda anılan anahtarla verin."),
        "value-of-the-wrong-kind",
    ),
    "unit-dimension": Kind(
        ("The unit does not measure what the property is.", "Birim, özelliğin boyutunu ölçmüyor."),
        ("Choose a unit of that dimension, or another property.", "O boyutta bir birim ya da başka bir özellik seçin."),
        "unit-of-another-dimension",
    ),
    "entity-type": Kind(
        ("The property does not take an entity of this type there.", "Özellik orada bu türden bir varlık almaz."),
        (
            "Choose another entity or property, or widen the property's domain or range.",
            "Başka bir varlık ya da özellik seçin veya özelliğin domain ya da range listesini genişletin.",
        ),
        "entity-outside-range",
    ),
    "statement-copied": Kind(
        ("The statement is a copy of the quote.", "Önerme, alıntının kopyası."),
        ("Write it anew, so that it can be understood alone.", "Tek başına anlaşılacak biçimde yeniden yazın."),
        "statement-copied",
    ),
    "claim-duplicate": Kind(
        ("Two claims say the same from overlapping words.", "İki sav, örtüşen sözcüklerden aynı şeyi söylüyor."),
        ("Remove one.", "Birini silin."),
        "claim-duplicate",
    ),
    "excuse-contradicted": Kind(
        ("Words are excused that a claim uses.", "Bir savın kullandığı sözcükler için gerekçe yazılmış."),
        ("Remove the excuse or the claim.", "Gerekçeyi ya da savı silin."),
        "excuse-contradicted",
    ),
    "excuse-idle": Kind(
        (
            "An excuse excuses nothing: its words hold no number, date or marker.",
            "Gerekçe boşuna: sözcüklerinde sayı, tarih ya da belirteç yok.",
        ),
        ("Remove it.", "Silin."),
        "excuse-idle-cue",
    ),
}
