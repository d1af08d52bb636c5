"""Built and generated files that are not what they should be made of, and what the outside judge says."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {
    "file-stale": Kind(
        (
            "A built file is not what the readings (or a schema not what the models) give.",
            "Üretilmiş bir dosya, okumalardan (şemaysa modellerden) üretilenle aynı değil.",
        ),
        (
            "Run iddia build, or iddia schema; never edit these files.",
            "iddia build ya da iddia schema çalıştırın; bu dosyaları elle değiştirmeyin.",
        ),
        None,
    ),
    "file-stray": Kind(
        ("A table lies in data/ that no builder makes.", "data/ içinde hiçbir yapıcının üretmediği bir tablo var."),
        ("Remove the file.", "Dosyayı silin."),
        None,
    ),
}
FRICTIONLESS = Kind(
    (
        (
            "frictionless, the outside judge, finds the package wrong; the code ends in its own name for the kind of error. "
            "Its row numbers count records, not lines."
        ),
        (
            "Dışarıdan hakem olan frictionless pakette yanlış buluyor; kodun sonu onun bu hata türüne verdiği addır. "
            "Satır numaraları dosya satırını değil kaydı sayar."
        ),
    ),
    ("Run iddia build; if it stays, the models are wrong.", "iddia build çalıştırın; sürerse yanlış modellerdedir."),
    None,
)
