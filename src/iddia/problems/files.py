"""Files that cannot be read as they are, and YAML that says more than plain values."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {
    "file-missing": Kind(
        ("A file that must be there cannot be read.", "Bulunması gereken bir dosya okunamıyor."),
        ("Add it under the name that the report gives, or make it readable.", "Raporda verilen adla ekleyin ya da okunabilir kılın."),
        "article-missing",
    ),
    "file-empty": Kind(
        ("The file has no content.", "Dosyanın içeriği yok."),
        ("Write it, or delete it if there is nothing to say.", "Yazın ya da söylenecek bir şey yoksa silin."),
        "article-empty",
    ),
    "file-encoding": Kind(
        ("The file is not UTF-8; the place is the first byte that is none.", "Dosya UTF-8 değil; gösterilen yer ilk bozuk bayttır."),
        ("Save it as UTF-8.", "UTF-8 olarak kaydedin."),
        "reading-utf16",
    ),
    "file-too-large": Kind(
        (
            "The file is larger than articles and readings are: 300,000 bytes of text, 8,000,000 of YAML, 250,000 values, 5,000 entries.",
            "Dosya, makale ve okumalardan büyük: 300.000 bayt metin, 8.000.000 bayt YAML, 250.000 değer, 5.000 girdi.",
        ),
        ("Split it, or see what got into it.", "Bölün ya da içine ne karıştığına bakın."),
        "reading-too-large",
    ),
    "file-link": Kind(
        (
            "A symbolic link stands where a file or folder should: what it points to may lie anywhere and change unseen.",
            "Dosya ya da klasör yerine sembolik bağlantı var: gösterdiği şey herhangi bir yerde olabilir, fark edilmeden değişebilir.",
        ),
        ("Put the file itself there.", "Dosyanın kendisini koyun."),
        "folder-is-a-link",
    ),
    "file-unknown": Kind(
        (
            "Nothing reads this YAML file. Most often its name has a slip, and what it says is silently left out.",
            "Bu YAML dosyasını hiçbir şey okumuyor. Çoğu kez adında bir yanlış vardır ve söyledikleri fark edilmeden dışarıda kalır.",
        ),
        ("Give it the name that the report suggests, or remove it.", "Raporun önerdiği adı verin ya da silin."),
        "file-nobody-reads",
    ),
    "yaml-broken": Kind(
        ("The file is not YAML from this place on.", "Dosya bu yerden sonra YAML değil."),
        (
            "Put texts in quotation marks, close each of them (look at the lines above too), indent by two spaces.",
            "Metinleri tırnak içine alın, her tırnağı kapatın (üstteki satırlara da bakın), iki boşlukla girinti verin.",
        ),
        "references-broken",
    ),
    "yaml-tab": Kind(
        ("A tab indents the line, and YAML knows only spaces.", "Satıra sekmeyle girinti verilmiş; YAML yalnızca boşluk tanır."),
        ("Replace it by two spaces.", "Yerine iki boşluk koyun."),
        "yaml-tab",
    ),
    "yaml-duplicate-key": Kind(
        (
            "One key stands twice in one entry; only one of the two would count.",
            "Aynı girdide bir anahtar iki kez var; yalnızca biri sayılırdı.",
        ),
        ("Remove one of the two.", "İkisinden birini silin."),
        "yaml-duplicate-key",
    ),
    "yaml-key": Kind(
        ("A key is a list or a mapping, where a plain word belongs.", "Anahtar bir liste ya da eşleme; yalın bir sözcük olmalı."),
        ("Write one of the keys that docs/annotation.md lists.", "docs/annotation.md içinde listelenen anahtarlardan birini yazın."),
        "yaml-key-no-word",
    ),
    "yaml-alias": Kind(
        (
            "An alias (*name) stands for a value written elsewhere; a few of them can unfold to gigabytes.",
            "Bir takma ad (*ad) başka yerde yazılmış bir değerin yerini tutuyor; birkaçı gigabaytlara açılabilir.",
        ),
        ("Write the value out.", "Değeri açıkça yazın."),
        "yaml-anchor-and-alias",
    ),
    "yaml-anchor": Kind(
        (
            "An anchor (&name) marks a value for aliases, which are not used here.",
            "Bir çapa (&ad), değeri takma adlar için işaretliyor; takma ad ise burada kullanılmaz.",
        ),
        ("Remove it.", "Silin."),
        "yaml-anchor-and-alias",
    ),
    "yaml-tag": Kind(
        (
            "A tag (!name) asks for another kind of value than plain ones.",
            "Bir etiket (!ad) yalın değerlerden başka bir değer türü istiyor.",
        ),
        ("Remove it; put the value in quotation marks if it is a text.", "Silin; değer metinse tırnak içine alın."),
        "yaml-tag",
    ),
    "yaml-documents": Kind(
        (
            "The file holds several YAML documents; only the first would be read.",
            "Dosyada birkaç YAML belgesi var; yalnızca ilki okunurdu.",
        ),
        ("Remove the line ---, or make two files.", "--- satırını silin ya da iki dosya yapın."),
        "yaml-two-documents",
    ),
    "yaml-too-deep": Kind(
        ("Values are nested deeper than any entry needs.", "Değerler hiçbir girdinin gerektirmediği kadar iç içe."),
        ("Look at the brackets of this line.", "Bu satırdaki ayraçlara bakın."),
        "yaml-too-deep",
    ),
}
