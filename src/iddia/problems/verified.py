"""Releases that are not what was published, or do not agree with themselves."""

from iddia.problems.kind import Kind

_FETCH = ("Fetch the release anew from who publishes it.", "Sürümü yayımlayandan yeniden indirin.")
_RELEASE = ("Correct releases/ and release anew.", "releases/ klasörünü düzeltip yeniden yayımlayın.")

KINDS: dict[str, Kind] = {
    "sums-missing": Kind(
        (
            "SHA256SUMS is missing, so nothing tells which files were published.",
            "SHA256SUMS eksik; hangi dosyaların yayımlandığı belli değil.",
        ),
        _FETCH,
        "sums-missing",
    ),
    "sums-line": Kind(
        (
            "A line of SHA256SUMS is no sum of a file, or names a file again.",
            "SHA256SUMS içindeki bir satır dosya özeti değil ya da bir dosyayı yineliyor.",
        ),
        _FETCH,
        "sums-no-line",
    ),
    "sums-differ": Kind(
        (
            "A file is not the one that was summed: damaged, or changed since.",
            "Dosya, özeti alınan dosya değil: bozulmuş ya da sonradan değişmiş.",
        ),
        _FETCH,
        "sums-one-letter",
    ),
    "sums-file-missing": Kind(
        ("A file that was summed is not there.", "Özeti alınan bir dosya yerinde yok."),
        _FETCH,
        "sums-file-gone",
    ),
    "sums-file-extra": Kind(
        ("A file lies in the release that was never summed.", "Sürümün içinde özeti hiç alınmamış bir dosya var."),
        ("Remove it, or fetch the release anew.", "Dosyayı silin ya da sürümü yeniden indirin."),
        "sums-file-added",
    ),
    "release-file-missing": Kind(
        (
            "A file that every release has is missing, and SHA256SUMS does not name it either.",
            "Her sürümde bulunan bir dosya eksik; SHA256SUMS da onu anmıyor.",
        ),
        _FETCH,
        "release-form-gone",
    ),
    "release-record": Kind(
        (
            "release.json does not tell version, date, previous version, level or counts in the form that it should.",
            "release.json; sürümü, tarihi, önceki sürümü, düzeyi ya da satır sayılarını gerektiği gibi vermiyor.",
        ),
        _FETCH,
        "release-record-malformed",
    ),
    "release-version": Kind(
        (
            "The folder, release.json and the data package are not all of one version, or the release before is another one.",
            "Klasör, release.json ve veri paketi aynı sürümün değil ya da önceki sürüm başka bir sürüm.",
        ),
        _FETCH,
        "release-version-differs",
    ),
    "release-counts": Kind(
        ("release.json counts rows otherwise than the tables have.", "release.json satırları tablolardakinden farklı sayıyor."),
        _FETCH,
        "release-count-wrong",
    ),
    "form-unreadable": Kind(
        ("A Parquet or SQLite file cannot be read as one.", "Parquet ya da SQLite dosyası okunamıyor."),
        _FETCH,
        "form-no-sqlite",
    ),
    "form-columns": Kind(
        (
            "A table in Parquet or SQLite has other columns than its CSV: renamed, missing, added, in another order, of another type.",
            "Parquet ya da SQLite tablosunun sütunları CSV'dekilerden farklı: adı değişmiş, eksik, fazla, başka sırada ya da başka türde.",
        ),
        _FETCH,
        "form-column-renamed",
    ),
    "form-rows": Kind(
        (
            "A table in Parquet or SQLite has other rows than its CSV: dropped, added, in another order; or is not there at all.",
            "Parquet ya da SQLite tablosunun satırları CSV'dekilerden farklı: eksik, fazla ya da başka sırada; ya da tablo hiç yok.",
        ),
        _FETCH,
        "form-row-dropped",
    ),
    "form-cell": Kind(
        (
            "A cell in Parquet or SQLite is another than in the CSV. Each column is told once, with its first such row.",
            "Parquet ya da SQLite'taki bir hücre CSV'dekinden farklı. Her sütun, farklı ilk satırıyla bir kez bildirilir.",
        ),
        _FETCH,
        "form-cell-changed",
    ),
    "form-differs": Kind(
        (
            "A form of the release, made anew from its package, is another: what it says was changed, or does not follow from the package.",
            "Sürümün bir biçimi, paketten yeniden üretilince farklı çıkıyor: ya sonradan değiştirilmiş ya da paketten çıkmıyor.",
        ),
        _FETCH,
        "form-text-changed",
    ),
    "claim-not-added": Kind(
        ("No row of changes tells in which release a claim was added.", "changes tablosunda savın hangi sürümde eklendiği yazmıyor."),
        _RELEASE,
        "history-claim-not-added",
    ),
    "claim-reused": Kind(
        ("A claim is added under an id that was given before.", "Bir sav, daha önce verilmiş bir kimlikle ekleniyor."),
        ("Give it a number that was never used.", "Hiç kullanılmamış bir numara verin."),
        "history-claim-reused",
    ),
    "claim-retracted-kept": Kind(
        ("A claim is retracted, and still among the claims.", "Sav geri çekilmiş ama hâlâ savlar arasında."),
        _RELEASE,
        "history-claim-retracted-kept",
    ),
    "claim-lost": Kind(
        (
            "A claim was released once, and is now neither among the claims nor retracted.",
            "Bir kez yayımlanmış sav, artık ne savlar arasında ne de geri çekilmiş.",
        ),
        ("Keep the claim, or retract it with a reason.", "Savı koruyun ya da gerekçesiyle geri çekin."),
        "history-claim-lost",
    ),
    "change-stray": Kind(
        (
            "A claim changes that was never added, or was retracted before.",
            "Hiç eklenmemiş ya da daha önce geri çekilmiş bir sav değişiyor.",
        ),
        _RELEASE,
        "history-change-stray",
    ),
    "change-version": Kind(
        (
            "A change is told of a version that this release does not come after.",
            "Bir değişiklik, bu sürümden sonraki ya da olmayan bir sürüme yazılmış.",
        ),
        _RELEASE,
        "history-change-of-the-future",
    ),
    "history-changed": Kind(
        (
            "What an earlier release told of a claim is gone, told otherwise, or told only now. A history is only ever extended.",
            "Önceki bir sürümün bir sav için yazdığı kaybolmuş, değişmiş ya da ancak şimdi yazılmış. Geçmişe yalnız ekleme yapılır.",
        ),
        _RELEASE,
        "history-rewritten",
    ),
    "claim-changed-unseen": Kind(
        (
            "A claim differs from the release before, and the table changes says nothing of it.",
            "Bir sav önceki sürümdekinden farklı; changes tablosunda bundan söz edilmiyor.",
        ),
        ("Give the reason in releases/next.yaml, and release anew.", "Nedenini releases/next.yaml dosyasına yazıp yeniden yayımlayın."),
        "history-claim-changed-unseen",
    ),
    "signature-missing": Kind(
        ("A public key was given, and the sums are not signed.", "Açık anahtar verilmiş ama özetler imzalı değil."),
        _FETCH,
        "signature-missing",
    ),
    "signature-wrong": Kind(
        (
            "The signature is not of these sums, or not by the key that was given.",
            "İmza, bu özetlerin ya da verilen anahtarın imzası değil.",
        ),
        ("Fetch sums and signature anew, or give the right key.", "Özetleri ve imzayı yeniden indirin ya da doğru anahtarı verin."),
        "signature-of-other-sums",
    ),
}
