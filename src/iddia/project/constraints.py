"""Constraints of the vocabulary, checked against it and made ready to be applied: definitions filled in, dimensions agreeing."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from iddia.errors import Finding, did_you_mean
from iddia.model.lists import RelationKind
from iddia.model.registry import Bilingual, DefinedConstraint
from iddia.project.vocabulary import ENTITIES, PROPERTIES, UNITS, Vocabulary, unknown
from iddia.text.formulas import (
    Comparison,
    Expression,
    FormulaError,
    Monomials,
    Number,
    Operation,
    Term,
    expand,
    parse_comparison,
    parse_expression,
    parse_pattern,
    terms,
)

At = tuple[str | int, ...]
DATE = "date"


@dataclass(frozen=True)
class Pattern:
    """Claims of one kind: a property of a subject, with its value or what it is compared to, and bounds of its number."""

    term: Term
    sign: str | None = None
    limit: Decimal | None = None
    limit_unit: str | None = None


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
    for constraint_id, defined in vocabulary.constraints.items():
        wrong = list(_Check(constraint_id, defined, vocabulary).findings())
        findings += wrong
        if not wrong and defined.means is None:
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
    return Pattern(term, sign, number.value * (factors[number.unit] if number.unit else 1), number.unit)


def filled_in(expression: Expression, vocabulary: Vocabulary) -> Expression:
    """The expression with every defined term replaced by what it means."""
    if isinstance(expression, Operation):
        return Operation(expression.sign, filled_in(expression.left, vocabulary), filled_in(expression.right, vocabulary))
    defined = vocabulary.constraints.get(expression.name) if isinstance(expression, Term) else None
    if not isinstance(expression, Term) or defined is None or defined.means is None:
        return expression
    named = dict(zip(defined.variables, expression.arguments, strict=True))
    return _renamed(filled_in(parse_expression(defined.means), vocabulary), named)


def _renamed(expression: Expression, named: dict[str, str]) -> Expression:
    if isinstance(expression, Operation):
        return Operation(expression.sign, _renamed(expression.left, named), _renamed(expression.right, named))
    if isinstance(expression, Term):
        arguments = tuple(named.get(argument, argument) for argument in expression.arguments)
        return Term(expression.name, arguments, expression.function, expression.negated)
    return expression


class _Check:
    """Looks one constraint through."""

    def __init__(self, constraint_id: str, defined: DefinedConstraint, vocabulary: Vocabulary) -> None:
        self.id, self.defined, self.vocabulary = constraint_id, defined, vocabulary
        self.used: set[str] = set()

    def findings(self) -> Iterator[Finding]:
        """Everything wrong with it."""
        before = [finding for finding in self._all() if finding is not None]
        yield from before
        if not before and (idle := set(self.defined.variables) - self.used):
            name = min(idle)
            yield Finding("variable-unused", (self.id, "for", name), f"nothing uses {name}", got=name, mend=f"remove {name}, or use it")

    def _all(self) -> Iterator[Finding]:
        defined = self.defined
        if self.id in self.vocabulary.properties:
            yield Finding("constraint-form", (self.id,), f"{self.id} is a property already", got=self.id, mend="give it another id")
        for name in defined.variables:
            if name in self.vocabulary.entities:
                yield Finding(
                    "constraint-form", (self.id, "for", name), f"{name} is an entity already", got=name, mend="give it another name"
                )
        for index, text in enumerate(defined.given):
            yield from self._pattern(text, (self.id, "given", index))
        for name, texts in (defined.at_most_one or {}).items():
            for index, text in enumerate(texts):
                yield from self._pattern(text, (self.id, "at_most_one", name, index))
        if defined.means is not None:
            at: At = (self.id, "means")
            if (ring := self._ring(self.id, ())) is not None:
                message = f"{self.id} is defined by itself"
                yield Finding("definition-circular", at, message, got=" → ".join(ring), expected="terms that do not lead back")
                return
            yield from self._formula(parse_expression(defined.means), at)
        if defined.check is not None:
            comparison = parse_comparison(defined.check)
            at = (self.id, "check")
            wrong = [*self._formula(comparison.left, at), *self._formula(comparison.right, at)]
            yield from wrong or self._sides_agree(comparison, at)

    def _ring(self, name: str, path: tuple[str, ...]) -> tuple[str, ...] | None:
        if name in path:
            return (*path[path.index(name) :], name) if name == self.id else None
        defined = self.vocabulary.constraints.get(name)
        if defined is None or defined.means is None:
            return None
        inner = (self._ring(term.name, (*path, name)) for term in terms(parse_expression(defined.means)))
        return next((ring for ring in inner if ring is not None), None)

    def _pattern(self, text: str, at: At) -> Iterator[Finding]:
        term, _, number = parse_pattern(text)
        yield from self._arguments(term, at)
        definition = self.vocabulary.properties.get(term.name)
        if definition is None:
            yield unknown("property", term.name, self.vocabulary.properties, PROPERTIES, at)
            return
        if number is not None and definition.value_kind != "quantity":
            yield Finding(
                "constraint-form", at, f"{term.name} is no quantity", got=definition.value_kind, expected="a pattern without a number"
            )
        elif number is not None:
            yield from self._unit(number, definition.dimension, at)
        if term.function is not None or len(term.arguments) > 2:
            yield Finding("constraint-form", at, "this is no pattern", got=text, expected="property(subject) or property(subject, value)")

    def _arguments(self, term: Term, at: At) -> Iterator[Finding]:
        for name in term.arguments:
            if name in self.defined.variables:
                self.used.add(name)
            elif name not in self.vocabulary.entities:
                known = [*self.defined.variables, *self.vocabulary.entities]
                nearest = did_you_mean(name, known)
                yield Finding(
                    "entity-unknown",
                    at,
                    f"{name} is neither named under for: nor an entity",
                    got=name,
                    expected=f"one of {', '.join(self.defined.variables) or 'no variables'}, or an id of {ENTITIES}",
                    nearest=nearest,
                    mend=f"write {nearest}" if nearest else f"declare {name} under for:",
                )

    def _unit(self, number: Number, dimension: str | None, at: At) -> Iterator[Finding]:
        if number.unit is None:
            return
        unit = self.vocabulary.units.get(number.unit)
        if unit is None:
            yield unknown("unit", number.unit, self.vocabulary.units, UNITS, at)
        elif dimension is not None and unit.dimension != dimension:
            yield Finding(
                "constraint-dimension", at, "the number's unit does not fit", got=f"{number.unit} ({unit.dimension})", expected=dimension
            )

    def _formula(self, expression: Expression, at: At) -> Iterator[Finding]:
        wrong = [finding for part in _parts(expression) for finding in self._part(part, at)]
        yield from wrong
        if wrong:
            return
        try:
            monomials = expand(
                filled_in(expression, self.vocabulary), {unit_id: unit.factor for unit_id, unit in self.vocabulary.units.items()}
            )
            self._dimension(expression)
        except _DimensionError as error:
            yield Finding("constraint-dimension", at, str(error), got=error.got, expected=error.expected)
            return
        except FormulaError as error:
            yield Finding("constraint-form", at, str(error))
            return
        for product in monomials:
            dimensions = [self._dimension(term) for term in product]
            if len(product) > 2 or (len(product) == 2 and "ratio" not in dimensions):
                shown = " * ".join(map(str, product))
                yield Finding("constraint-form", at, "a product is of a ratio and one other term", got=shown, expected="at most two terms")

    def _part(self, part: Number | Term, at: At) -> Iterator[Finding]:
        if isinstance(part, Number):
            yield from self._unit(part, None, at)
            return
        yield from self._arguments(part, at)
        definition, defined = self.vocabulary.properties.get(part.name), self.vocabulary.constraints.get(part.name)
        if definition is None and (defined is None or defined.means is None):
            terms_too = [name for name, other in self.vocabulary.constraints.items() if other.means is not None]
            yield unknown("property", part.name, [*self.vocabulary.properties, *terms_too], PROPERTIES, at)
        elif definition is None and defined is not None:
            if len(part.arguments) != len(defined.variables) or part.function or part.negated:
                expected = f"{part.name}({', '.join(defined.variables)})"
                yield Finding(
                    "constraint-form", at, f"{part.name} is used in another way than it is defined", got=str(part), expected=expected
                )
        elif definition is not None:
            yield from self._term(part, definition.value_kind, at)

    def _term(self, term: Term, value_kind: str, at: At) -> Iterator[Finding]:
        if term.function == "time":
            return
        if value_kind not in ("quantity", "date") or term.negated:
            got = f"{term} ({'a denial' if term.negated else value_kind})"
            yield Finding("constraint-form", at, "a formula reckons with quantities and dates", got=got, expected="time(...) around it")
        elif len(term.arguments) > 2:
            yield Finding("constraint-form", at, f"{term.name} has too many arguments", got=str(term), expected="subject, compared_to")
        elif term.function == "sum":
            bound = {name for text in self.defined.given for name in parse_pattern(text)[0].arguments}
            if not set(term.arguments) & bound & set(self.defined.variables):
                expected = "a variable that given: finds"
                yield Finding("constraint-form", at, "sum adds up over what given: finds", got=str(term), expected=expected)

    def _sides_agree(self, comparison: Comparison, at: At) -> Iterator[Finding]:
        left, right = self._dimension(comparison.left), self._dimension(comparison.right)
        if left != right:
            message = "the two sides measure different things"
            yield Finding(
                "constraint-dimension", at, message, got=f"{left} {comparison.sign} {right}", expected="one dimension on both sides"
            )

    def _dimension(self, expression: Expression) -> str:
        if isinstance(expression, Number):
            return self.vocabulary.units[expression.unit].dimension if expression.unit else "ratio"
        if isinstance(expression, Term):
            if expression.function == "time":
                return DATE
            definition = self.vocabulary.properties.get(expression.name)
            if definition is None:
                return self._dimension(parse_expression(self.vocabulary.constraints[expression.name].means or ""))
            return definition.dimension or DATE
        left, right = self._dimension(expression.left), self._dimension(expression.right)
        if DATE in (left, right):
            raise _DimensionError("dates are compared, not reckoned with", f"{left} {expression.sign} {right}", "a date alone on each side")
        if expression.sign in "+-" and left != right:
            raise _DimensionError("only like can be added to like", f"{left} {expression.sign} {right}", "one dimension")
        if expression.sign in "+-":
            return left
        if "ratio" not in (left, right):
            raise _DimensionError("one factor must be a ratio or a plain number", f"{left} {expression.sign} {right}", "a ratio")
        return left if right == "ratio" else right


class _DimensionError(ValueError):
    def __init__(self, message: str, got: str, expected: str) -> None:
        self.got, self.expected = got, expected
        super().__init__(message)


def _parts(expression: Expression) -> Iterator[Number | Term]:
    if isinstance(expression, Operation):
        yield from _parts(expression.left)
        yield from _parts(expression.right)
    else:
        yield expression
