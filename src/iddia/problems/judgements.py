"""Assessments, predictions, references and explanations."""

from iddia.problems.kind import Kind

KINDS: dict[str, Kind] = {
    "claim-elsewhere": Kind(
        (
            "An assessment or prediction stands in another article's folder than its claim.",
            "Değerlendirme ya da öngörü, savının makalesinden başka bir makalenin klasöründe.",
        ),
        ("Move the entry there.", "Girdiyi oraya taşıyın."),
        "assessment-of-another-article",
    ),
    "claim-twice": Kind(
        ("One claim is assessed or foretold twice.", "Bir sav için iki değerlendirme ya da iki öngörü girdisi var."),
        ("Remove one.", "Birini silin."),
        "assessment-twice",
    ),
    "prediction-missing": Kind(
        ("A predicted claim has no entry that says what became of it.", "Öngörü olan bir savın sonucunu söyleyen girdi yok."),
        ("Add one under predictions:, pending if it is open.", "predictions: altına ekleyin; sonuç belli değilse pending yazın."),
        "prediction-missing",
    ),
    "judgements-at-odds": Kind(
        (
            "A claim's verdict and its outcome as a prediction exclude each other.",
            "Savın yargısı ile öngörü olarak sonucu birbirini dışlıyor.",
        ),
        ("Look at the sources again and mend one of the two.", "Kaynaklara yeniden bakıp birini düzeltin."),
        "judgements-at-odds-refuted",
    ),
    "certainty-unfounded": Kind(
        ("High certainty is given, but no reference was seen itself.", "Kesinlik yüksek yazılmış, ama hiçbir kaynağın kendisi görülmemiş."),
        ("Write medium or low, or retrieve a reference.", "medium ya da low yazın veya bir kaynağın kendisine bakın."),
        "assessment-certainty-high-by-memory",
    ),
    "reference-later": Kind(
        ("A reference appeared after the date up to which sources were looked at.", "Kaynak, bakılan son tarihten sonra yayımlanmış."),
        ("Mend as_of:, or leave the reference out.", "as_of: değerini düzeltin ya da kaynağı çıkarın."),
        "reference-later",
    ),
    "reference-twice": Kind(
        ("One assessment cites a reference twice.", "Bir değerlendirme aynı kaynağı iki kez gösteriyor."),
        ("Remove one.", "Birini silin."),
        "reference-twice",
    ),
    "reference-unused": Kind(
        ("No assessment cites this reference.", "Bu kaynağı hiçbir değerlendirme göstermiyor."),
        ("Remove it, or cite it.", "Silin ya da gösterin."),
        "reference-unused",
    ),
    "url-twice": Kind(
        ("Two references have one address.", "İki kaynağın adresi aynı."),
        ("Keep one and cite that.", "Birini bırakıp onu gösterin."),
        "reference-url-twice",
    ),
    "figure-wrong": Kind(
        ("A worked figure is not what its formula gives.", "Yazılan sonuç, formülün verdiği sonuç değil."),
        ("Write the result that the report gives, or mend the formula.", "Raporda verilen sonucu yazın ya da formülü düzeltin."),
        "figure-wrong",
    ),
    "relation-unexplained": Kind(
        ("Claims disagree, and nothing explains why.", "Savlar uyuşmuyor ve nedenini açıklayan bir şey yok."),
        (
            "Read both articles again; if the readings are right, add the entry that the report gives to seeds/explanations.yaml.",
            "Makaleleri yeniden okuyun; okumalar doğruysa raporda verilen girdiyi seeds/explanations.yaml dosyasına ekleyin.",
        ),
        "unexplained-clash",
    ),
    "explanation-unmatched": Kind(
        ("An explanation explains a disagreement that is not computed.", "Açıklama, hesapla bulunmuş bir uyuşmazlığın açıklaması değil."),
        (
            "Name the claims and the rule of a computed one, or remove the entry.",
            "Hesaplanan bir uyuşmazlığın savlarını ve kuralını yazın ya da girdiyi silin.",
        ),
        "explanation-of-what-agrees",
    ),
    "explanation-twice": Kind(
        ("One disagreement is explained twice.", "Bir uyuşmazlık iki kez açıklanmış."),
        ("Remove one.", "Birini silin."),
        "explanation-twice",
    ),
}
