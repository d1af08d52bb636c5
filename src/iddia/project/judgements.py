"""What people judged of claims: references, assessments, predictions, explanations, read from their files and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, InvalidOperation
from os.path import lexists
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from iddia.errors import Finding, Place, Problem, did_you_mean, shortened
from iddia.language import Said
from iddia.model.columns import ID_PATTERN
from iddia.model.judgement import ReadAssessment, ReadExplanation, ReadFigure, ReadPrediction, ReadReference
from iddia.project.validation import findings_of, kind_of, unknown_key, write
from iddia.project.vocabulary import NO_MAPPING, REMOVE_ONE, Vocabulary, items_of, unknown
from iddia.text.dates import bounds
from iddia.text.formulas import FormulaError, calculate, parse_expression
from iddia.yamlfile import YamlFile, read_yaml

Model = TypeVar("Model", bound=BaseModel)
At = tuple[str | int, ...]

REFERENCES = "seeds/references.yaml"
EXPLANATIONS = "seeds/explanations.yaml"


@dataclass
class Judgements:
    """All of them, each with its place; entries that could not be read are left out and reported."""

    references: dict[str, ReadReference] = field(default_factory=dict)
    assessed: list[tuple[YamlFile, At, ReadAssessment]] = field(default_factory=list)
    foretold: list[tuple[YamlFile, At, ReadPrediction]] = field(default_factory=list)
    explained: list[tuple[YamlFile, At, ReadExplanation]] = field(default_factory=list)
    files: dict[str, YamlFile] = field(default_factory=dict)

    def lacks_reference(self, reference_id: str) -> bool:
        """Whether it is certain that there is no such reference: the file of references could be read and has no such key."""
        file = self.files.get(REFERENCES)
        return file is None or (isinstance(file.data, dict) and reference_id not in file.data)

    @property
    def assessments(self) -> list[ReadAssessment]:
        """The assessments, by article and place in its file."""
        return [assessment for _, _, assessment in self.assessed]

    @property
    def predictions(self) -> list[ReadPrediction]:
        """The predictions, by article and place in its file."""
        return [prediction for _, _, prediction in self.foretold]


def read_judgements(root: Path, folders: list[str], problems: list[Problem]) -> Judgements:
    """Read what is there of these files; every one of them may be missing."""
    judgements = Judgements()
    for name in (REFERENCES, EXPLANATIONS, *(f"seeds/{folder}/assessments.yaml" for folder in folders)):
        if lexists(root / name):  # a link to nowhere is there too, and read_yaml reports it
            file = judgements.files[name] = read_yaml(root / name, name)
            problems.extend(file.problems)
            if name == REFERENCES:
                judgements.references = items_of(file, ReadReference, ID_PATTERN, problems)
            elif not file.problems:
                findings = list(_take(judgements, name, file))
                problems.extend(_placed(file, findings))
    return judgements


def _placed(file: YamlFile, findings: list[Finding]) -> Iterator[Problem]:
    for finding in findings:
        at = tuple(finding.at)
        yield finding.placed(file.key_place(at) if finding.code == "key-unknown" else file.place(at))


def _take(judgements: Judgements, name: str, file: YamlFile) -> Iterator[Finding]:
    if name == EXPLANATIONS:
        for at, read in (yield from _listed(file.data, (), ReadExplanation)):
            judgements.explained.append((file, at, read))
    elif not isinstance(file.data, dict):
        expected = "the keys assessments and predictions", "assessments ve predictions anahtarları"
        yield Finding("value-type", (), NO_MAPPING, got=kind_of(file.data), expected=expected)
    else:
        known = ["assessments", "predictions"]
        yield from (unknown_key((key,), known, file.data) for key in file.data if key not in known)
        for at, assessment in (yield from _listed(file.data.get("assessments", []), ("assessments",), ReadAssessment)):
            judgements.assessed.append((file, at, assessment))
        for at, prediction in (yield from _listed(file.data.get("predictions", []), ("predictions",), ReadPrediction)):
            judgements.foretold.append((file, at, prediction))


def _listed(data: Any, at: At, model: type[Model]) -> Any:
    """The entries of a list that can be read, with their paths, as the generator's return value."""
    if not isinstance(data, list):
        message, expected = (
            ("a list is expected here", "burada bir liste bekleniyor"),
            ("lines that begin with -", "- ile başlayan satırlar"),
        )
        yield Finding("value-type", at, message, got=kind_of(data), expected=expected)
        return []
    found: list[tuple[At, Model]] = []
    for index, entry in enumerate(data):
        try:
            found.append(((*at, index), model.model_validate(entry)))
        except ValidationError as error:
            yield from findings_of(error, model, (*at, index), entry)
    return found


@dataclass(frozen=True)
class KnownClaims:
    """Ids of all claims that readings write down, well or not, with their places, and the articles of which that cannot be told."""

    ids: Mapping[str, Place]
    unreadable: frozenset[str]

    def lacks(self, claim_id: str) -> bool:
        """Whether it is certain that no reading has this claim."""
        return claim_id not in self.ids and claim_id.rpartition(".")[0] not in self.unreadable

    def finding(self, claim_id: str, at: At) -> Finding:
        """The finding that no reading has this claim."""
        nearest = did_you_mean(claim_id, self.ids)
        return Finding(
            "claim-unknown",
            at,
            (f"there is no claim {claim_id}", f"{claim_id} kimlikli bir sav yok"),
            got=claim_id,
            expected=(f"one of the {len(self.ids)} claims", f"{len(self.ids)} savdan biri"),
            nearest=nearest,
            mend=write(nearest) if nearest else ("use the id of a claim", "bir savın kimliğini kullanın"),
            nearest_place=self.ids[nearest] if nearest else None,
            instead=nearest,
        )


def check_judgements(judgements: Judgements, claims: KnownClaims, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every id is known, every verdict rests on something, every figure is right."""
    for file, at, assessment in judgements.assessed:
        for finding in (*_claim(assessment.claim, file, claims, at), *_assessment(assessment, at, judgements, vocabulary)):
            yield finding.placed(file.place(tuple(finding.at)))
    for file, at, prediction in judgements.foretold:
        for finding in _claim(prediction.claim, file, claims, at):
            yield finding.placed(file.place(tuple(finding.at)))
    yield from _twice(judgements.assessed, ("is assessed a second time", "için ikinci bir değerlendirme var"))
    yield from _twice(judgements.foretold, ("is foretold a second time", "için ikinci bir öngörü girdisi var"))
    yield from _at_odds(judgements)
    yield from _same_address(judgements)


_AT_ODDS = {("refuted", "came_true"), ("supported", "did_not")}


def _at_odds(judgements: Judgements) -> Iterator[Problem]:
    """What became of a claim is not the contrary of what is judged of it."""
    outcomes = {prediction.claim: prediction.outcome for prediction in judgements.predictions}
    for file, at, assessment in judgements.assessed:
        outcome = outcomes.get(assessment.claim)
        if outcome is not None and (assessment.verdict, outcome) in _AT_ODDS:
            message = (
                f"{assessment.claim} is {assessment.verdict}, but as a prediction its outcome is {outcome}",
                f"{assessment.claim} için yargı {assessment.verdict}, ama öngörü olarak sonucu {outcome}",
            )
            expected = f"what goes with the outcome {outcome}", f"{outcome} sonucuyla bağdaşan bir yargı"
            yield Problem("judgements-at-odds", file.place((*at, "verdict")), message, got=assessment.verdict, expected=expected)


def _same_address(judgements: Judgements) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for reference_id, reference in judgements.references.items():
        if reference.url is not None and first.setdefault(reference.url, reference_id) != reference_id:
            place, owner = judgements.files[REFERENCES].place((reference_id, "url")), first[reference.url]
            message = f"{owner} has this address already", f"bu adres {owner} altında zaten var"
            expected = "one reference for one page", "bir sayfa için bir kaynak"
            mend = "cite that one", "o kaynağı gösterin"
            yield Problem("url-twice", place, message, got=reference.url, expected=expected, mend=mend)


def unused_references(judgements: Judgements) -> Iterator[Problem]:
    """References that nothing cites; worth saying only where everything could be read."""
    cited = {reference for assessment in judgements.assessments for reference in assessment.references}
    for reference_id in judgements.references.keys() - cited:
        place = judgements.files[REFERENCES].key_place((reference_id,))
        message = f"no assessment cites {reference_id}", f"hiçbir değerlendirme bu kaynağı göstermiyor: {reference_id}"
        yield Problem("reference-unused", place, message, got=reference_id, mend=("remove it, or cite it", "onu silin ya da gösterin"))


def _claim(claim_id: str, file: YamlFile, claims: KnownClaims, at: At) -> Iterator[Finding]:
    folder = file.file.split("/")[1]
    if claims.lacks(claim_id):
        yield claims.finding(claim_id, (*at, "claim"))
    elif claim_id.rpartition(".")[0] != folder:
        message, mend = (
            ("this claim is of another article", "bu sav başka bir makalenin"),
            ("move the entry there", "girdiyi oraya taşıyın"),
        )
        expected = f"a claim of {folder}", f"{folder} makalesinin bir savı"
        yield Finding("claim-elsewhere", (*at, "claim"), message, got=claim_id, expected=expected, mend=mend)


def _assessment(assessment: ReadAssessment, at: At, judgements: Judgements, vocabulary: Vocabulary) -> Iterator[Finding]:
    for index, reference_id in enumerate(assessment.references):
        if reference_id not in judgements.references and judgements.lacks_reference(reference_id):
            places = judgements.files[REFERENCES].key_places(judgements.references) if REFERENCES in judgements.files else {}
            yield unknown("reference", reference_id, places, REFERENCES, (*at, "references", index))
        if reference_id in assessment.references[:index]:
            message = f"{reference_id} is cited twice", f"{reference_id} iki kez gösterilmiş"
            yield Finding("reference-twice", (*at, "references", index), message, got=reference_id, mend=REMOVE_ONE)
    yield from _rests_on(assessment, at, judgements)
    for index, figure in enumerate(assessment.figures):
        yield from _figure(figure, (*at, "figures", index), vocabulary)


def _rests_on(assessment: ReadAssessment, at: At, judgements: Judgements) -> Iterator[Finding]:
    """The references were there to be looked at, and one of them was seen where the certainty is high."""
    known = [judgements.references[one] for one in assessment.references if one in judgements.references]
    looked = bounds(assessment.as_of)[1]
    for index, reference_id in enumerate(assessment.references):
        reference = judgements.references.get(reference_id)
        appeared = bounds(reference.published)[0] if reference is not None and reference.published is not None else None
        if appeared is not None and looked is not None and looked < appeared:
            message = (
                f"{reference_id} appeared after the date up to which sources were looked at",
                f"{reference_id}, kaynaklara bakılan son tarihten sonra yayımlanmış",
            )
            expected = f"as_of: {appeared} or later", f"as_of: {appeared} ya da sonrası"
            yield Finding("reference-later", (*at, "references", index), message, got=f"as_of: {assessment.as_of}", expected=expected)
    if len(known) == len(assessment.references) and assessment.certainty == "high" and all(one.basis == "recalled" for one in known):
        message = "no reference here was seen itself", "buradaki kaynaklardan hiçbirinin kendisine bakılmamış"
        expected = (
            "medium or low: high certainty needs a reference that was retrieved",
            "medium ya da low: yüksek kesinlik için kendisine bakılmış (retrieved) bir kaynak gerekir",
        )
        yield Finding("certainty-unfounded", (*at, "certainty"), message, got="high", expected=expected)


def _figure(figure: ReadFigure, at: At, vocabulary: Vocabulary) -> Iterator[Finding]:
    if figure.unit is not None and figure.unit not in vocabulary.units and vocabulary.complete:
        yield vocabulary.unknown("unit", figure.unit, (*at, "unit"))
    formula = shortened(figure.formula)
    try:
        value = calculate(parse_expression(figure.formula, of_numbers=True))
        rounded = value.quantize(figure.result, ROUND_HALF_UP, Context(prec=80))
    except InvalidOperation:
        message = "this runs beyond all measure", "bu hesap her ölçüyü aşıyor"
        expected = "a result that can be written out", "açıkça yazılabilecek bir sonuç"
        yield Finding("formula-broken", (*at, "formula"), message, got=formula, expected=expected)
        return
    except FormulaError as error:
        expected = "numbers, + - * / and brackets", "sayılar, + - * / ve ayraçlar"
        yield Finding("formula-broken", (*at, "formula"), error.said, got=formula, expected=expected)
        return
    if rounded != figure.result:
        got, right = f"{figure.result:f}", f"{rounded:f}"
        message = f"{formula[1:-1]} is not {got}", f"{formula[1:-1]} hesabının sonucu {got} değil"
        yield Finding("figure-wrong", (*at, "result"), message, got=got, expected=right, mend=write(right), instead=rounded)


def _twice(entries: list[tuple[YamlFile, At, Any]], done: Said) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for file, at, entry in entries:
        place = file.place((*at, "claim"))
        if entry.claim.rpartition(".")[0] != file.file.split("/")[1]:
            continue  # that it stands in the wrong folder is told
        if entry.claim in first:
            message = f"{entry.claim} {done[0]}", f"{entry.claim} {done[1]}"
            expected = f"once ({first[entry.claim]})", f"bir kez ({first[entry.claim]})"
            yield Problem("claim-twice", place, message, got=entry.claim, expected=expected, mend=REMOVE_ONE)
        first.setdefault(entry.claim, place)
