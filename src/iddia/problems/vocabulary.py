"""The registry of entities, the vocabulary and its constraints."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {
    "name-twice": Kind(
        ("An entity has one name twice in one language.", "Bir varlığın aynı dilde aynı adı iki kez var."),
        ("Remove one.", "Birini silin."),
        "name-twice",
    ),
    "name-ambiguous": Kind(
        (
            "One name is registered for two entities, so that a mention could be either.",
            "Bir ad iki varlık için kayıtlı; adın geçtiği yerde hangisinin anıldığı bilinemez.",
        ),
        ("Keep the name at one of them.", "Adı yalnızca birinde bırakın."),
        "name-of-two-entities",
    ),
    "parent-circular": Kind(
        ("An entity is its own ancestor.", "Bir varlık kendi üst varlığı."),
        ("Remove one parent of the ring.", "Halkadaki parent: değerlerinden birini silin."),
        "parent-itself",
    ),
    "identity-itself": Kind(
        ("An entity is said to be maybe the same as itself.", "Bir varlık için belki kendisiyle aynı olduğu yazılmış."),
        ("Name the other entity.", "Öteki varlığı yazın."),
        "identity-itself",
    ),
    "identity-twice": Kind(
        ("That two entities may be the same is said twice.", "İki varlığın aynı olabileceği iki kez yazılmış."),
        ("Remove one.", "Birini silin."),
        "identity-twice",
    ),
    "property-unused": Kind(
        ("No claim uses this property.", "Bu özelliği hiçbir sav kullanmıyor."),
        ("Remove it, or read the claim it was made for.", "Silin ya da hangi sav için tanımlandıysa o savı okuyun."),
        "property-unused",
    ),
    "formula-broken": Kind(
        ("A formula cannot be read or worked out.", "Bir formül okunamıyor ya da hesaplanamıyor."),
        ("Write numbers, terms, + - * / and brackets.", "Sayı, terim, + - * / ve ayraç kullanın."),
        "figure-too-long",
    ),
    "constraint-form": Kind(
        (
            "A constraint uses a term in a way that cannot be applied to claims.",
            "Bir kural, terimi savlara uygulanamayacak biçimde kullanıyor.",
        ),
        ("Write it as docs/consistency.md shows.", "docs/consistency.md içindeki gibi yazın."),
        "definition-denied",
    ),
    "constraint-dimension": Kind(
        (
            "A constraint compares or adds what is measured in different dimensions.",
            "Bir kural, boyutları farklı şeyleri karşılaştırıyor ya da topluyor.",
        ),
        ("Bring both sides to one dimension.", "İki yanı aynı boyuta getirin."),
        "definition-adding-unlike",
    ),
    "constraint-impossible": Kind(
        ("Nothing whatever can meet the rule.", "Kuralı hiçbir şey karşılayamaz."),
        ("Mend the formula.", "Formülü düzeltin."),
        "constraint-impossible",
    ),
    "definition-circular": Kind(
        ("A defined term leads back to itself.", "Tanımlanan terim kendisine dönüyor."),
        ("Define one of the ring without the others.", "Halkadakilerden birini ötekiler olmadan tanımlayın."),
        "definition-circular-of-one",
    ),
    "variable-unused": Kind(
        ("A rule declares a variable that nothing uses.", "Kuralda bildirilen değişkeni hiçbir şey kullanmıyor."),
        ("Remove it, or use it.", "Silin ya da kullanın."),
        "constraint-variable-unused",
    ),
}
