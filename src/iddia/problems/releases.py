"""What was published, and the reasons for what changes next."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {
    "release-broken": Kind(
        (
            "A file below releases/ is not as `iddia release` wrote it. What was published stays published.",
            "releases/ altındaki bir dosya `iddia release` komutunun yazdığı gibi değil. Yayımlanan değişmez.",
        ),
        ("Restore the file: git checkout.", "Dosyayı eski hâline getirin: git checkout."),
        "release-of-another-version",
    ),
    "claim-retracted": Kind(
        (
            "A claim has the id of one that was retracted. Whoever cites the old claim must not find another one there.",
            "Bir sav, geri çekilmiş bir savın kimliğini taşıyor. Eski savı gösteren, orada başka bir sav bulmamalı.",
        ),
        ("Give it the next free number of its article.", "Makalenin boştaki ilk numarasını verin."),
        "claim-retracted",
    ),
    "reason-unknown": Kind(
        (
            "releases/next.yaml gives a reason for a claim, article or unit that there is not.",
            "releases/next.yaml, var olmayan bir sav, makale ya da birim için neden veriyor.",
        ),
        ("Write the id as it stands in the reading, or remove the entry.", "Kimliği okumada geçtiği gibi yazın ya da girdiyi silin."),
        "reason-unknown",
    ),
}
RELEASING: dict[str, Kind] = {
    "reason-missing": Kind(
        (
            "A claim changed since the last release, and nothing says why. Told by `iddia release` only.",
            "Bir sav son sürümden beri değişmiş ve nedeni yazılmamış. Yalnız `iddia release` bildirir.",
        ),
        (
            "Add the claim and the reason to releases/next.yaml, as the report spells it.",
            "Savı ve nedenini, raporda yazıldığı biçimde releases/next.yaml dosyasına ekleyin.",
        ),
        None,
    ),
    "reason-idle": Kind(
        (
            "releases/next.yaml gives a reason for what did not change since the last release. Told by `iddia release` only.",
            "releases/next.yaml, son sürümden beri değişmemiş bir şey için neden veriyor. Yalnız `iddia release` bildirir.",
        ),
        ("Remove the entry, or find out why the change is not there.", "Girdiyi silin ya da değişikliğin neden görünmediğini bulun."),
        None,
    ),
    "id-reused": Kind(
        (
            "A published id now stands at another claim: other words, another subject and another property. Told by `iddia release` only.",
            "Yayımlanmış bir kimlik artık başka bir savda duruyor: sözcükler, özne ve özellik başka. Yalnız `iddia release` bildirir.",
        ),
        (
            "Give the new claim an id of its own; the old one is retracted by leaving it out.",
            "Yeni sava kendi kimliğini verin; eskisi okumadan çıkarılınca geri çekilmiş olur.",
        ),
        None,
    ),
}
"""Told by `iddia release`, which alone compares with what was published."""
