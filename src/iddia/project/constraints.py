"""Constraints of the vocabulary, checked against it and made ready to be applied: definitions filled in, dimensions agreeing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from iddia.errors import Finding
from iddia.model.lists import RelationKind
from iddia.model.registry import Bilingual, DefinedConstraint
from iddia.project.constraintchecks import ConstraintCheck
from iddia.project.definitions import filled_in, leading_back
from iddia.project.vocabulary import Vocabulary
from iddia.text.formulas import Comparison, Monomials, Operation, Term, expand, parse_comparison, parse_pattern


@dataclass(frozen=True)
class Pattern:
    """Claims of one kind: a property of a subject, with its value or what it is compared to, and bounds of its number."""

    term: Term
    sign: str | None = None
    limit: Decimal | None = None
    limit_unit: str | None = None
    factor_of: Mapping[str, Decimal] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Constraint:
    """A constraint ready to be applied: a sum of products compared with nought, or sides that exclude one another."""

    constraint_id: str
    says: Bilingual
    variables: tuple[str, ...]
    given: tuple[Pattern, ...]
    kind: RelationKind
    usual: bool
    formula: Comparison | None = None
    difference: Monomials | None = None
    sides: tuple[tuple[str, tuple[Pattern, ...]], ...] = ()


def compile_constraints(vocabulary: Vocabulary) -> tuple[list[Constraint], list[Finding]]:
    """The constraints that can be applied, and what is wrong with the others, placed by their path in the file."""
    constraints: list[Constraint] = []
    findings: list[Finding] = []
    ringed = leading_back(vocabulary)
    for constraint_id, defined in vocabulary.constraints.items():
        check = ConstraintCheck(constraint_id, defined, vocabulary, ringed)
        wrong = list(check.findings())
        findings += wrong
        if not wrong and defined.means is None and check.is_sound:
            constraints.append(_compiled(constraint_id, defined, vocabulary))
    return constraints, findings


def _compiled(constraint_id: str, defined: DefinedConstraint, vocabulary: Vocabulary) -> Constraint:
    factors = {unit_id: unit.factor for unit_id, unit in vocabulary.units.items()}
    formula = difference = None
    if defined.check is not None:
        written = parse_comparison(defined.check)
        formula = Comparison(written.sign, filled_in(written.left, vocabulary), filled_in(written.right, vocabulary))
        difference = expand(Operation("-", formula.left, formula.right), factors)
    sides = {name: tuple(_pattern(text, factors) for text in texts) for name, texts in (defined.at_most_one or {}).items()}
    return Constraint(
        constraint_id,
        defined.says,
        tuple(defined.variables),
        tuple(_pattern(text, factors) for text in defined.given),
        defined.kind,
        defined.bounds == "usual",
        formula,
        difference,
        tuple(sides.items()),
    )


def _pattern(text: str, factors: dict[str, Decimal]) -> Pattern:
    term, sign, number = parse_pattern(text)
    if number is None:
        return Pattern(term)
    return Pattern(term, sign, number.value * (factors[number.unit] if number.unit else 1), number.unit, factors)
