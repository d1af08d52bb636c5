"""Entries of the authored files that do not have the form they need."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {
    "key-missing": Kind(
        ("An entry lacks a key that it needs.", "Girdide gerekli bir anahtar eksik."),
        ("Add the line.", "Satırı ekleyin."),
        "key-missing-why",
    ),
    "key-empty": Kind(
        ("A key stands there without a value, as `iddia new` leaves it.", "Anahtarın değeri yok; `iddia new` böyle bırakır."),
        ("Write the value behind the colon.", "Değeri iki noktadan sonra yazın."),
        "key-left-empty",
    ),
    "key-unknown": Kind(
        (
            "An entry has a key that nothing reads; most often a slip of spelling.",
            "Girdide hiçbir şeyin okumadığı bir anahtar var; çoğu kez yazım yanlışıdır.",
        ),
        ("Write the nearest key, or remove the line.", "En yakın anahtarı yazın ya da satırı silin."),
        "key-unknown-cue",
    ),
    "value-type": Kind(
        (
            "A value is of another kind: a text for a list, a list for a number.",
            "Değer başka türden: liste yerine metin, sayı yerine liste gibi.",
        ),
        ("Write what the report says is expected.", "Raporda beklenen olarak verileni yazın."),
        "value-bare",
    ),
    "value-invalid": Kind(
        (
            "A value breaks a rule of its entry; the message says which.",
            "Değer, girdisinin bir kuralını bozuyor; hangisi olduğu iletide yazar.",
        ),
        ("Mend what the message names.", "İletide anılanı düzeltin."),
        "value-none",
    ),
    "not-in-list": Kind(
        ("The value is not of a closed list.", "Değer kapalı listede yok."),
        ("Choose one of the list; the nearest is shown where one comes near.", "Listeden birini seçin; yakını varsa gösterilir."),
        "kind-not-in-list",
    ),
    "id-malformed": Kind(
        (
            "An id or code does not have its form; the report says the form in words.",
            "Bir kimlik ya da kod biçimine uymuyor; biçim raporda sözle verilir.",
        ),
        ("Write it in that form.", "O biçimde yazın."),
        "id-outside",
    ),
    "date-impossible": Kind(
        (
            "A date is no EDTF date (2025, 2025-08, 2025-08-15, XXXX-09, an interval 2025-01/2025-03), or not a possible one.",
            "Tarih EDTF tarihi değil (2025, 2025-08, 2025-08-15, XXXX-09, 2025-01/2025-03 aralığı) ya da olanaksız.",
        ),
        ("Write it so, only as exact as the words are.", "Böyle yazın; sözcüklerin verdiğinden daha kesin yazmayın."),
        "date-in-words",
    ),
    "id-twice": Kind(
        (
            "An id is given twice: to two claims, or to something new and something that is there.",
            "Aynı kimlik iki kez verilmiş: iki sava ya da biri yeni, biri eski iki şeye.",
        ),
        (
            "Give the second another id, a claim the next free number; a number is never used again.",
            "İkincisine başka bir kimlik, savsa sıradaki boş numarayı verin; numara yeniden kullanılmaz.",
        ),
        "id-twice",
    ),
    "entity-unknown": Kind(
        ("The registry has no such entity.", "Varlık kütüğünde böyle bir varlık yok."),
        (
            "Write the nearest id if that is meant; otherwise add the entity: iddia new entity ID.",
            "Kastedilen en yakın kimlikse onu yazın; değilse varlığı ekleyin: iddia new entity KİMLİK.",
        ),
        "entity-unknown-value",
    ),
    "property-unknown": Kind(
        ("The vocabulary has no such property.", "Sözlükçede böyle bir özellik yok."),
        (
            "Write the nearest id if that is meant; otherwise define it: iddia new property ID.",
            "Kastedilen en yakın kimlikse onu yazın; değilse tanımlayın: iddia new property KİMLİK.",
        ),
        "property-unknown",
    ),
    "unit-unknown": Kind(
        ("The vocabulary has no such unit.", "Sözlükçede böyle bir birim yok."),
        (
            "Write the nearest id if that is meant; otherwise define it: iddia new unit ID.",
            "Kastedilen en yakın kimlikse onu yazın; değilse tanımlayın: iddia new unit KİMLİK.",
        ),
        "unit-unknown",
    ),
    "modality-unknown": Kind(
        ("There is no such modality; the list is closed.", "Böyle bir kiplik yok; liste kapalıdır."),
        ("Write one of schema/vocabulary/modalities.yaml.", "schema/vocabulary/modalities.yaml içindekilerden birini yazın."),
        "cue-modality-unknown",
    ),
    "reference-unknown": Kind(
        ("seeds/references.yaml has no such reference.", "seeds/references.yaml içinde böyle bir başvuru kaynağı yok."),
        ("Write the nearest id, or add the reference there.", "En yakın kimliği yazın ya da kaynağı oraya ekleyin."),
        "reference-unknown",
    ),
    "claim-unknown": Kind(
        ("No reading has a claim with this id.", "Hiçbir okumada bu kimlikle bir sav yok."),
        ("Write the id of a claim.", "Bir savın kimliğini yazın."),
        "assessment-of-an-unknown-claim",
    ),
    "text-hidden": Kind(
        (
            "A text holds a character that nobody sees, and can show something else than it says.",
            "Metinde kimsenin görmediği bir karakter var; metin, söylediğinden başka görünebilir.",
        ),
        (
            "Delete the character at the place that the report gives; words quoted from an article keep theirs.",
            "Raporda verilen yerdeki karakteri silin; makaleden alıntılanan sözcükler kendilerininkini korur.",
        ),
        "text-hidden-direction",
    ),
    "text-formula": Kind(
        (
            "A text begins like a formula, and a spreadsheet that opens the table would run it.",
            "Metin formül gibi başlıyor; tabloyu açan bir hesap tablosu onu çalıştırır.",
        ),
        ("Begin the text with a word.", "Metni bir sözcükle başlatın."),
        "text-formula",
    ),
}
