"""Every disagreement is explained, and every explanation is of one that is computed."""

from collections.abc import Iterator, Mapping

from iddia.errors import Place, Problem
from iddia.language import Said
from iddia.model.judgement import ReadExplanation
from iddia.project.judgements import EXPLANATIONS, Judgements, KnownClaims
from iddia.project.vocabulary import REMOVE_ONE
from iddia.relate.relation import Relation, relation_id


def explanations_of(judgements: Judgements) -> dict[str, ReadExplanation]:
    """Explanations by the id of the relation that they explain."""
    return {relation_id(read.rule, read.claims): read for _, _, read in judgements.explained}


def check_explanations(judgements: Judgements, claims: KnownClaims) -> Iterator[Problem]:
    """The claims that explanations name exist, and nothing is explained twice."""
    first: dict[str, Place] = {}
    for file, at, read in judgements.explained:
        for index, claim_id in enumerate(read.claims):
            if claims.lacks(claim_id):
                yield claims.finding(claim_id, ()).placed(file.place((*at, "claims", index)))
        key = relation_id(read.rule, read.claims)
        if key in first:
            message = "this is explained a second time", "bu ikinci kez açıklanmış"
            expected = f"once ({first[key]})", f"bir kez ({first[key]})"
            yield Problem("explanation-twice", file.place(at), message, expected=expected, mend=REMOVE_ONE)
        first.setdefault(key, file.place(at))


def check_explained(judgements: Judgements, relations: tuple[Relation, ...], places: Mapping[str, Place]) -> Iterator[Problem]:
    """Each disagreement has its explanation, each explanation its disagreement. ``places`` are where claims have their id."""
    explanations = explanations_of(judgements)
    disagreeing = {relation.relation_id: relation for relation in relations if relation.needs_explaining}
    missing = {key: relation for key, relation in disagreeing.items() if key not in explanations}
    for file, at, read in judgements.explained:
        if relation_id(read.rule, read.claims) not in disagreeing:
            changed = _changed(read, missing)
            missing.pop(changed.relation_id if changed else "", None)
            yield _unmatched(read, file.place(at), changed, list(missing.values()))
    for relation in missing.values():
        yield _unexplained(relation, places)


def _changed(read: ReadExplanation, missing: Mapping[str, Relation]) -> Relation | None:
    """The disagreement without an explanation that this one was about, before a claim joined it or left it."""
    near = [relation for relation in missing.values() if relation.rule == read.rule and _shared(read, relation)]
    return max(near, key=lambda relation: _shared(read, relation), default=None)


def _unexplained(relation: Relation, places: Mapping[str, Place]) -> Problem:
    claims = ", ".join(relation.claim_ids)
    english, turkish = _what(relation)
    entry = f'- {{claims: [{claims}], rule: {relation.rule}, status: open, because_en: "...", because_tr: "..."}}'
    return Problem(
        "relation-unexplained",
        places[relation.claim_ids[-1]],
        (f"{english}, and nothing explains it: {relation.detail[0]}", f"{turkish} ve bunu açıklayan bir şey yok: {relation.detail[1]}"),
        got=f"{relation.rule}: {claims}",
        expected=(
            f"an entry in {EXPLANATIONS} with exactly these claims",
            f"{EXPLANATIONS} dosyasında tam olarak bu savları içeren bir girdi",
        ),
        mend=(
            f"if the readings and the rule {relation.rule} are right, say why the claims disagree: {entry}",
            f"okumalar ve {relation.rule} kuralı doğruysa savların neden uyuşmadığını söyleyin: {entry}",
        ),
    )


def _what(relation: Relation) -> Said:
    if len(relation.claim_ids) == 1:
        return "this claim alone breaks a rule", "bu sav tek başına bir kurala aykırı"
    if relation.kind == "contradicts":
        return "these claims contradict one another", "bu savlar birbiriyle çelişiyor"
    return "these claims are in tension", "bu savlar arasında gerilim var"


def _unmatched(read: ReadExplanation, place: Place, changed: Relation | None, missing: list[Relation]) -> Problem:
    near = changed or max(missing, key=lambda relation: (_shared(read, relation), relation.rule == read.rule), default=None)
    nearest = f"{near.rule}: {', '.join(near.claim_ids)}" if near is not None and _shared(read, near) else None
    mend = ("name these claims and this rule", "bu savları ve bu kuralı yazın") if nearest else ("remove the entry", "girdiyi silin")
    if changed is not None:
        claims = f"claims: [{', '.join(changed.claim_ids)}]"
        mend = (
            f"look whether the explanation still holds, and write {claims}",
            f"açıklamanın hâlâ geçerli olup olmadığına bakın ve {claims} yazın",
        )
    return Problem(
        "explanation-unmatched",
        place,
        (
            f"no disagreement by the rule {read.rule} between exactly these claims is computed",
            f"{read.rule} kuralıyla tam olarak bu savlar arasında bulunmuş bir uyuşmazlık yok",
        ),
        got=f"{read.rule}: {', '.join(read.claims)}",
        expected=(
            "the claims and the rule of a computed contradiction or tension",
            "hesapla bulunmuş bir çelişkinin ya da gerilimin savları ve kuralı",
        ),
        nearest=nearest,
        mend=mend,
    )


def _shared(read: ReadExplanation, relation: Relation) -> int:
    return len(set(read.claims) & set(relation.claim_ids))
