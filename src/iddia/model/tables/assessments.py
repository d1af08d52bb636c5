"""What came true, and what the best outside sources say."""

from decimal import Decimal

from iddia.model import lists
from iddia.model.columns import ID_PATTERN, Row, column
from iddia.text.dates import EDTF_PATTERN


class Prediction(Row):
    """A row of predictions."""

    table, key = "predictions", ("claim_id",)
    heading = ("Predictions", "Öngörüler")
    about = (
        "What became, as of a stated date, of claims about the future: every predicted one, and others that the future can settle.",
        "Geleceğe ilişkin savların belirtilen tarihte ne olduğu: öngörülerin hepsi ve geleceğin sınayabileceği öteki savlar.",
    )
    claim_id: str = column("The claim.", "Sav.", to="claims.claim_id")
    horizon: str = column(
        "When it can be told, EDTF; an open end where the claim sets none.",
        "Ne zaman belli olacağı, EDTF; sav bir zaman vermiyorsa ucu açık.",
        pattern=EDTF_PATTERN,
    )
    outcome: lists.Outcome = column("What became of it.", "Ne olduğu.")
    as_of: str = column(
        "Day, month or year up to which this was looked at, EDTF.",
        "Hangi güne, aya ya da yıla kadar bakıldığı, EDTF.",
        pattern=EDTF_PATTERN,
    )
    note_en: str = column("What happened, English.", "Ne olduğu, İngilizce.")
    note_tr: str = column("What happened, Turkish.", "Ne olduğu, Türkçe.")


class Reference(Row):
    """A row of references."""

    table, key = "references", ("reference_id",)
    heading = ("References", "Başvuru kaynakları")
    about = (
        "The outside sources that claims were checked against.",
        "Savların denetlendiği dış kaynaklar.",
    )
    reference_id: str = column("Readable id.", "Okunur kimlik.", pattern=ID_PATTERN)
    title: str = column("Title of the source.", "Kaynağın başlığı.")
    publisher: str = column("Who published it.", "Yayımlayan.")
    published: str | None = column(
        "Day, month or year it was published, EDTF.", "Yayımlandığı gün, ay ya da yıl, EDTF.", pattern=EDTF_PATTERN
    )
    url: str | None = column("Where it was published.", "Yayımlandığı adres.")
    kind: lists.ReferenceKind = column(
        "primary for whoever made or did what is told, secondary for those who tell of it.",
        "Anlatılanı yapan ya da ortaya koyan kaynak için primary, aktaranlar için secondary.",
    )
    basis: lists.ReferenceBasis = column(
        "retrieved when the text itself was seen, recalled when it is cited from memory.",
        "Metnin kendisi görüldüyse retrieved, bellekten anıldıysa recalled.",
    )


class Assessment(Row):
    """A row of assessments."""

    table, key = "assessments", ("claim_id",)
    heading = ("Assessments", "Değerlendirmeler")
    about = (
        "What the references say of a claim's content as of a stated date. The content is judged, not whether someone alleged it.",
        "Başvuru kaynaklarının belirtilen tarihte savın içeriği için ne dediği. Birinin öyle deyip demediği değil, içerik yargılanır.",
    )
    claim_id: str = column("The claim.", "Sav.", to="claims.claim_id")
    verdict: lists.Verdict = column(
        "supported, partly, refuted; unverified where no reference settles it; untestable where none could.",
        "supported (doğrulanıyor), partly (kısmen), refuted (çürütülüyor); unverified: belirleyen kaynak yok; untestable: olamaz da.",
    )
    as_of: str = column(
        "Day, month or year up to which sources were looked at, EDTF.",
        "Kaynaklara hangi güne, aya ya da yıla kadar bakıldığı, EDTF.",
        pattern=EDTF_PATTERN,
    )
    certainty: lists.Certainty = column("How sure the verdict is.", "Yargının ne kadar kesin olduğu.")
    note_en: str = column("What the references say, English.", "Kaynakların ne dediği, İngilizce.")
    note_tr: str = column("What the references say, Turkish.", "Kaynakların ne dediği, Türkçe.")


class AssessmentReference(Row):
    """A row of assessment_references."""

    table, key = "assessment_references", ("claim_id", "reference_id")
    heading = ("References of assessments", "Değerlendirmelerin kaynakları")
    about = (
        "Which references an assessment rests on.",
        "Bir değerlendirmenin hangi kaynaklara dayandığı.",
    )
    claim_id: str = column("The claim assessed.", "Değerlendirilen sav.", to="claims.claim_id")
    reference_id: str = column("The reference.", "Kaynak.", to="references.reference_id")


class Figure(Row):
    """A row of figures."""

    table, key = "figures", ("claim_id", "position")
    heading = ("Worked figures", "Hesaplanan rakamlar")
    about = (
        "The arithmetic behind assessments, each line computed anew by every build.",
        "Değerlendirmelerin ardındaki hesaplar; her satır her üretimde yeniden hesaplanır.",
    )
    claim_id: str = column("The claim assessed.", "Değerlendirilen sav.", to="claims.claim_id")
    position: int = column("Place in the assessment, from 1.", "Değerlendirmedeki sırası, 1'den.", ge=1)
    label_en: str = column("What is computed, English.", "Neyin hesaplandığı, İngilizce.")
    label_tr: str = column("What is computed, Turkish.", "Neyin hesaplandığı, Türkçe.")
    formula: str = column("Numbers, + - * / and brackets, as in a calculator.", "Hesap makinesindeki gibi sayılar, + - * / ve ayraçlar.")
    result: Decimal = column("What it comes to, rounded to the digits given.", "Sonuç, verilen basamağa yuvarlanmış.")
    unit: str | None = column("Unit of the result.", "Sonucun birimi.", to="units.unit_id")
