"""Assertions of how much the tables hold, and what breaks them."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {
    "assertions-missing": Kind(
        (
            "Of a table, or of all, nothing says how many rows it must have at least, so that its loss would go unseen.",
            "Bir tablonun ya da hiçbir tablonun en az kaç satırı olacağı yazılmamış; satırlar yitse kimse fark etmez.",
        ),
        (
            "Add rows: {min: ...} for the table to schema/vocabulary/assertions.yaml.",
            "schema/vocabulary/assertions.yaml dosyasında tablo için rows: {min: ...} yazın.",
        ),
        "assertions-none",
    ),
    "assertion-form": Kind(
        (
            (
                "Something is asserted of a column of which it cannot be told: filled of one that is never empty, "
                "values, shares or where of one without a closed list, each of one that refers to no table."
            ),
            (
                "Bir sütunda sayılamayacak bir şey koşul konmuş: hiç boş kalmayan sütun için filled, kapalı listesi olmayan "
                "sütun için values, shares ya da where, hiçbir tabloya başvurmayan sütun için each."
            ),
        ),
        ("Name one of the columns that the report lists, or remove it.", "Raporda sayılan sütunlardan birini yazın ya da koşulu silin."),
        "assertions-of-what-cannot-be-told",
    ),
    "bound-loose": Kind(
        (
            "A bound holds of any data: a minimum of 0, a share of at most 1.",
            "Bir sınır hangi veri olursa olsun aşılmaz: en az 0, en çok 1 oranı gibi.",
        ),
        (
            "Write a bound that can fail, or say with why: why there is none.",
            "Aşılabilecek bir sınır yazın ya da neden olmadığını why: ile belirtin.",
        ),
        "bound-loose",
    ),
    "bound-moved": Kind(
        (
            "A bound is not what the last release recorded, or is gone, and nothing says why.",
            "Bir sınır son sürümde kaydedilenden farklı ya da silinmiş; nedeni ise yazılmamış.",
        ),
        (
            "Restore it, or add the reason: moved: [{min_was: ..., why: ...}].",
            "Eski hâline getirin ya da nedenini ekleyin: moved: [{min_was: ..., why: ...}].",
        ),
        "bound-moved",
    ),
    "minimum-missed": Kind(
        (
            "A table holds less than schema/vocabulary/assertions.yaml asks for: rows, values or a filled column were lost.",
            "Bir tabloda, schema/vocabulary/assertions.yaml dosyasında istenenden azı var: satır, değer ya da bir sütunun içi yitmiş.",
        ),
        (
            "Bring the data back; if they are rightly gone, lower the bound and say why under moved:.",
            "Veriyi geri getirin; gitmesi doğruysa sınırı düşürüp nedenini moved: altında yazın.",
        ),
        "assertions-broken",
    ),
    "maximum-exceeded": Kind(
        (
            "A warning, which stops nothing: a table holds strikingly much of something.",
            "Bu bir uyarıdır, hiçbir şeyi durdurmaz: bir tabloda bir şeyden göze çarpacak kadar çok var.",
        ),
        (
            "See what got in; if it belongs there, raise the bound and say why under moved:.",
            "Araya ne karıştığına bakın; hepsi yerindeyse sınırı yükseltip nedenini moved: altında yazın.",
        ),
        "assertions-broken",
    ),
}
