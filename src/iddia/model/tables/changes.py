"""What happened to each claim from release to release."""

from iddia.model import lists
from iddia.model.columns import CHANGED_FIELD_PATTERN, CLAIM_ID_PATTERN, VERSION_PATTERN, Row, column


class Change(Row):
    """A row of changes."""

    table, key = "changes", ("version", "claim_id", "field")
    heading = ("Changes", "Değişiklikler")
    about = (
        "What each release did to each claim, field by field, and why. A retracted claim stands only here; its id is never given again.",
        "Her sürümün her savda neyi, neden değiştirdiği; alan alan. Geri çekilen sav yalnız burada durur, kimliği bir daha verilmez.",
    )
    version: str = column("The release that brought the change.", "Değişikliği getiren sürüm.", pattern=VERSION_PATTERN)
    claim_id: str = column(
        "The claim; no foreign key, since a retracted claim has no row in claims.",
        "Sav; geri çekilenin claims içinde satırı olmadığı için yabancı anahtar değildir.",
        pattern=CLAIM_ID_PATTERN,
    )
    change: lists.ChangeKind = column(
        "added or retracted; corrected: content or words, re-attributed: speakers, re-graded: modality or review.",
        "added: eklendi, retracted: geri çekildi, corrected: içerik ya da alıntı, re-attributed: söyleyen, re-graded: kiplik, inceleme.",
    )
    field: str = column(
        "The column of claims, or evidence and attributions as a whole; statement_en for claims that came or went.",
        "claims sütunu, ya da bütün olarak evidence ve attributions; gelen ve giden savlarda statement_en.",
        pattern=CHANGED_FIELD_PATTERN,
    )
    before: str | None = column("What stood there; empty where there was nothing.", "Önceki değer; yoksa boş.")
    after: str | None = column("What stands there now; empty where there is nothing.", "Yeni değer; yoksa boş.")
    reason: str = column("Why, in the maintainers' words.", "Nedeni, sürümü yayımlayanların sözleriyle.")
