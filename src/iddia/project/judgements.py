"""What people judged of claims: references, assessments, predictions, explanations, read from their files and checked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, InvalidOperation
from os.path import lexists
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from iddia.errors import Finding, Place, Problem, did_you_mean, shortened
from iddia.model.columns import ID_PATTERN
from iddia.model.judgement import ReadAssessment, ReadExplanation, ReadFigure, ReadPrediction, ReadReference
from iddia.project.validation import findings_of, kind_of, unknown_key
from iddia.project.vocabulary import UNITS, Vocabulary, items_of, unknown
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
        yield Finding("value-type", (), "this file is no mapping", got=kind_of(file.data), expected="the keys assessments and predictions")
    else:
        known = ["assessments", "predictions"]
        yield from (unknown_key((key,), known) for key in file.data if key not in known)
        for at, assessment in (yield from _listed(file.data.get("assessments", []), ("assessments",), ReadAssessment)):
            judgements.assessed.append((file, at, assessment))
        for at, prediction in (yield from _listed(file.data.get("predictions", []), ("predictions",), ReadPrediction)):
            judgements.foretold.append((file, at, prediction))


def _listed(data: Any, at: At, model: type[Model]) -> Any:
    """The entries of a list that can be read, with their paths, as the generator's return value."""
    if not isinstance(data, list):
        yield Finding("value-type", at, "a list is expected here", got=kind_of(data), expected="lines that begin with -")
        return []
    found: list[tuple[At, Model]] = []
    for index, entry in enumerate(data):
        try:
            found.append(((*at, index), model.model_validate(entry)))
        except ValidationError as error:
            yield from findings_of(error, model, (*at, index))
    return found


@dataclass(frozen=True)
class KnownClaims:
    """Ids of all claims that readings write down, well or not, and the articles of which that cannot be told."""

    ids: frozenset[str]
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
            f"there is no claim {claim_id}",
            got=claim_id,
            expected=f"one of the {len(self.ids)} claims",
            nearest=nearest,
            mend=f"write {nearest}" if nearest else "use the id of a claim",
        )


def check_judgements(judgements: Judgements, claims: KnownClaims, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every id is known, every verdict rests on something, every figure is right."""
    for file, at, assessment in judgements.assessed:
        for finding in (*_claim(assessment.claim, file, claims, at), *_assessment(assessment, at, judgements, vocabulary)):
            yield finding.placed(file.place(tuple(finding.at)))
    for file, at, prediction in judgements.foretold:
        for finding in _claim(prediction.claim, file, claims, at):
            yield finding.placed(file.place(tuple(finding.at)))
    yield from _twice(judgements.assessed, "assessed")
    yield from _twice(judgements.foretold, "foretold")
    yield from _at_odds(judgements)
    yield from _same_address(judgements)


_AT_ODDS = {("refuted", "came_true"), ("supported", "did_not")}


def _at_odds(judgements: Judgements) -> Iterator[Problem]:
    """What became of a claim is not the contrary of what is judged of it."""
    outcomes = {prediction.claim: prediction.outcome for prediction in judgements.predictions}
    for file, at, assessment in judgements.assessed:
        outcome = outcomes.get(assessment.claim)
        if outcome is not None and (assessment.verdict, outcome) in _AT_ODDS:
            message = f"{assessment.claim} is {assessment.verdict}, but as a prediction its outcome is {outcome}"
            place = file.place((*at, "verdict"))
            yield Problem("judgements-at-odds", place, message, got=assessment.verdict, expected=f"what goes with the outcome {outcome}")


def _same_address(judgements: Judgements) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for reference_id, reference in judgements.references.items():
        if reference.url is not None and first.setdefault(reference.url, reference_id) != reference_id:
            place = judgements.files[REFERENCES].place((reference_id, "url"))
            message = f"{first[reference.url]} has this address already"
            yield Problem("url-twice", place, message, got=reference.url, expected="one reference for one page", mend="cite that one")


def unused_references(judgements: Judgements) -> Iterator[Problem]:
    """References that nothing cites; worth saying only where everything could be read."""
    cited = {reference for assessment in judgements.assessments for reference in assessment.references}
    for reference_id in judgements.references.keys() - cited:
        place = judgements.files[REFERENCES].key_place((reference_id,))
        mend = "remove it, or cite it"
        yield Problem("reference-unused", place, f"no assessment cites {reference_id}", got=reference_id, mend=mend)


def _claim(claim_id: str, file: YamlFile, claims: KnownClaims, at: At) -> Iterator[Finding]:
    folder = file.file.split("/")[1]
    if claims.lacks(claim_id):
        yield claims.finding(claim_id, (*at, "claim"))
    elif claim_id.rpartition(".")[0] != folder:
        message = "this claim is of another article"
        yield Finding(
            "claim-elsewhere", (*at, "claim"), message, got=claim_id, expected=f"a claim of {folder}", mend="move the entry there"
        )


def _assessment(assessment: ReadAssessment, at: At, judgements: Judgements, vocabulary: Vocabulary) -> Iterator[Finding]:
    known = [judgements.references[one] for one in assessment.references if one in judgements.references]
    for index, reference_id in enumerate(assessment.references):
        if reference_id not in judgements.references and judgements.lacks_reference(reference_id):
            yield unknown("reference", reference_id, judgements.references, REFERENCES, (*at, "references", index))
        if reference_id in assessment.references[:index]:
            yield Finding(
                "reference-twice", (*at, "references", index), f"{reference_id} is cited twice", got=reference_id, mend="remove one"
            )
    looked = bounds(assessment.as_of)[1]
    for index, reference_id in enumerate(assessment.references):
        reference = judgements.references.get(reference_id)
        appeared = bounds(reference.published)[0] if reference is not None and reference.published is not None else None
        if appeared is not None and looked is not None and looked < appeared:
            message = f"{reference_id} appeared after the day up to which sources were looked at"
            expected = f"as_of: {appeared} or later"
            yield Finding("reference-later", (*at, "references", index), message, got=f"as_of: {assessment.as_of}", expected=expected)
    if len(known) == len(assessment.references) and assessment.certainty == "high" and all(one.basis == "recalled" for one in known):
        expected = "medium or low: high certainty needs a reference that was retrieved"
        yield Finding("certainty-unfounded", (*at, "certainty"), "no reference here was seen itself", got="high", expected=expected)
    for index, figure in enumerate(assessment.figures):
        yield from _figure(figure, (*at, "figures", index), vocabulary)


def _figure(figure: ReadFigure, at: At, vocabulary: Vocabulary) -> Iterator[Finding]:
    if figure.unit is not None and figure.unit not in vocabulary.units and vocabulary.complete:
        yield unknown("unit", figure.unit, vocabulary.units, UNITS, (*at, "unit"))
    try:
        value = calculate(parse_expression(figure.formula))
        rounded = value.quantize(figure.result, ROUND_HALF_UP, Context(prec=80))
    except InvalidOperation:
        message = "this runs beyond all measure"
        yield Finding(
            "formula-broken", (*at, "formula"), message, got=shortened(figure.formula), expected="a result that can be written out"
        )
        return
    except FormulaError as error:
        message = str(error).partition("; write")[0].replace("a number or a term such as release_date(x)", "a number")
        yield Finding("formula-broken", (*at, "formula"), message, got=shortened(figure.formula), expected="numbers, + - * / and brackets")
        return
    if rounded != figure.result:
        message = f"{shortened(figure.formula)[1:-1]} is not {figure.result:f}"
        yield Finding(
            "figure-wrong", (*at, "result"), message, got=f"{figure.result:f}", expected=f"{rounded:f}", mend=f"write {rounded:f}"
        )


def _twice(entries: list[tuple[YamlFile, At, Any]], done: str) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for file, at, entry in entries:
        place = file.place((*at, "claim"))
        if entry.claim.rpartition(".")[0] != file.file.split("/")[1]:
            continue  # that it stands in the wrong folder is told
        if entry.claim in first:
            message = f"{entry.claim} is {done} a second time"
            yield Problem("claim-twice", place, message, got=entry.claim, expected=f"once ({first[entry.claim]})", mend="remove one")
        first.setdefault(entry.claim, place)
