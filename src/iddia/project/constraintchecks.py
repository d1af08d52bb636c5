"""Checks of one constraint against the vocabulary: names, arguments, dimensions, definitions that lead back to themselves."""

from collections.abc import Collection, Iterator

from iddia.errors import Finding, did_you_mean
from iddia.model.registry import DefinedConstraint
from iddia.project.definitions import DEEPEST, LONGEST, defined_in, extent, filled_in, is_too_long
from iddia.project.dimensions import DimensionError, dimension_of
from iddia.project.vocabulary import ENTITIES, PROPERTIES, UNITS, Vocabulary, unknown
from iddia.text.formulas import (
    WORDS,
    Comparison,
    Expression,
    FormulaError,
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
PAIR_RULES = ("value", "date", "polarity", "maybe_same", "strength", "agreement", "narrower")
"""Rules that relations may name besides constraints."""


class ConstraintCheck:
    """Looks one constraint through."""

    def __init__(
        self, constraint_id: str, defined: DefinedConstraint, vocabulary: Vocabulary, ringed: frozenset[str] = frozenset()
    ) -> None:
        self.id, self.defined, self.vocabulary, self.ringed = constraint_id, defined, vocabulary, ringed
        self.used: set[str] = set()
        self.is_sound = True

    def findings(self) -> Iterator[Finding]:
        """Everything wrong with it."""
        before = [finding for finding in self._all() if finding is not None]
        yield from before
        if not before and (idle := set(self.defined.variables) - self.used):
            name = min(idle)
            yield Finding("variable-unused", (self.id, "for", name), f"nothing uses {name}", got=name, mend=f"remove {name}, or use it")

    def _all(self) -> Iterator[Finding]:
        defined = self.defined
        yield from self._names()
        for index, text in enumerate(defined.given):
            yield from self._pattern(text, (self.id, "given", index))
        for name, texts in (defined.at_most_one or {}).items():
            for index, text in enumerate(texts):
                yield from self._pattern(text, (self.id, "at_most_one", name, index))
        if defined.at_most_one is not None:
            for name in self.vocabulary.properties.keys() & defined.at_most_one.keys():
                at: At = (self.id, "at_most_one", name)
                message = f"the side {name} has the name of a property, as the terms of formulas have"
                yield Finding("constraint-form", at, message, got=name, mend="give it another name")
            yield from self._shared_by_all([parse_pattern(text)[0] for texts in defined.at_most_one.values() for text in texts])
        if defined.means is not None:
            yield from self._definition(defined.means, (self.id, "means"))
        if defined.check is not None:
            comparison = parse_comparison(defined.check)
            at = (self.id, "check")
            wrong = [*self._formula(comparison.left, at), *self._formula(comparison.right, at)]
            yield from wrong
            if not wrong and self.is_sound:
                yield from self._sides_agree(comparison, at)
                yield from self._tied(comparison, at)

    def _shared_by_all(self, patterns: list[Term]) -> Iterator[Finding]:
        """A variable ties all sides together or is free in one pattern; in some of them it would tie nobody knows what."""
        for name in self.defined.variables:
            count = sum(name in pattern.arguments for pattern in patterns)
            if 1 < count < len(patterns):
                message = f"{name} stands in some of the patterns and not in all"
                expected = "a variable that all patterns share, or that stands in one only"
                yield Finding("constraint-form", (self.id, "at_most_one"), message, got=name, expected=expected)

    def _tied(self, comparison: Comparison, at: At) -> Iterator[Finding]:
        """Every variable is tied to the others; otherwise every entity would be compared with every other."""
        patterns = [parse_pattern(text)[0] for text in self.defined.given]
        used = [filled_in(side, self.vocabulary) for side in (comparison.left, comparison.right)]
        groups = [
            set(term.arguments) & set(self.defined.variables) for term in [*patterns, *(term for side in used for term in terms(side))]
        ]
        groups = [group for group in groups if group]
        joined = groups[0] if groups else set()
        for _ in groups:
            joined = joined.union(*(group for group in groups if group & joined))
        if loose := sorted(set().union(*groups) - joined):
            message = f"nothing ties {loose[0]} to {min(joined)}"
            expected = f"given: with a claim of both, or a term such as property({min(joined)}, {loose[0]})"
            yield Finding("constraint-form", at, message, got=self.defined.check, expected=expected)

    def _names(self) -> Iterator[Finding]:
        taken: dict[str, Collection[str]] = {
            "a property already": self.vocabulary.properties,
            "the name of a pair rule": PAIR_RULES,
            "a word of formulas": WORDS,
        }
        for what, names in taken.items():
            if self.id in names:
                yield Finding("constraint-form", (self.id,), f"{self.id} is {what}", got=self.id, mend="give it another id")
        for name in self.defined.variables:
            if name in self.vocabulary.entities or name in WORDS:
                what = "a word of formulas" if name in WORDS else "an entity already"
                yield Finding("constraint-form", (self.id, "for", name), f"{name} is {what}", got=name, mend="give it another name")

    def _definition(self, means: str, at: At) -> Iterator[Finding]:
        if (ring := self._ring()) is not None:
            message = f"{self.id} is defined by itself"
            yield Finding("definition-circular", at, message, got=" → ".join(ring), expected="terms that do not lead back")
            self.is_sound = False
        else:
            yield from self._formula(parse_expression(means), at)

    def _ring(self) -> tuple[str, ...] | None:
        """The definitions through which this one leads back to itself, each followed once."""
        seen: set[str] = set()
        paths: list[tuple[str, ...]] = [(self.id,)]
        while paths:
            path = paths.pop()
            for name in defined_in(path[-1], self.vocabulary):
                if name == self.id:
                    return (*path, name)
                if name not in seen:
                    seen.add(name)
                    paths.append((*path, name))
        return None

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
        elif number is not None and number.unit is None and definition.dimension != "ratio":
            message = f"{term.name} is measured in {definition.dimension}, and the number has no unit"
            yield Finding("constraint-dimension", at, message, got=text, expected=f"a unit of {definition.dimension} behind the number")
        elif number is not None:
            yield from self._unit(number, definition.dimension, at)
        if number is not None and term.negated:
            expected = "not with the claim itself, a number with what is affirmed"
            yield Finding("constraint-form", at, "a denial has no number of its own", got=text, expected=expected)
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
        wrong = [finding for part in _parts(expression) for finding in self.part(part, at)]
        yield from wrong
        used = {term.name for term in terms(expression)}
        means = [defined.means for name in used if (defined := self.vocabulary.constraints.get(name)) is not None]
        if wrong or used & self.ringed or any(is_too_long(parse_expression(text), self.vocabulary) for text in means if text):
            self.is_sound = False
        elif is_too_long(expression, self.vocabulary):
            message = "with all definitions put in, this is too long to be read"
            expected = f"at most {LONGEST} terms, of definitions at most {DEEPEST} levels deep"
            size, depth = extent(expression, self.vocabulary)
            got = f"{size} term{'s' * (size != 1)}, {depth} level{'s' * (depth != 1)}"
            yield Finding("constraint-form", at, message, got=got, expected=expected, mend="say it in fewer steps")
            self.is_sound = False
        else:
            self.is_sound &= _is_sound(expression, self.vocabulary, self.ringed, set())
        if not self.is_sound:
            return  # what is wrong is told, here or where a term is defined; what follows from it says nothing more
        try:
            dimension_of(expression, self.vocabulary)
            monomials = expand(
                filled_in(expression, self.vocabulary), {unit_id: unit.factor for unit_id, unit in self.vocabulary.units.items()}
            )
        except DimensionError as error:
            yield Finding("constraint-dimension", at, str(error), got=error.got, expected=error.expected)
            return
        except FormulaError as error:
            yield Finding("constraint-form", at, str(error))
            return
        for product in monomials:
            if len(product) > 1 and "ratio" not in [dimension_of(term, self.vocabulary) for term in product]:
                shown = " * ".join(map(str, product))
                yield Finding("constraint-form", at, "a product is of a ratio and one other term", got=shown, expected="a ratio among them")

    def part(self, part: Number | Term, at: At) -> Iterator[Finding]:
        """What is wrong with one number or term of a formula."""
        if isinstance(part, Number):
            yield from self._unit(part, None, at)
            return
        yield from self._arguments(part, at)
        definition, defined = self.vocabulary.properties.get(part.name), self.vocabulary.constraints.get(part.name)
        if definition is None and defined is not None and defined.means is None:
            expected = "a property, or an id with means:"
            yield Finding("constraint-form", at, f"{part.name} is a rule, no term", got=str(part), expected=expected)
        elif definition is None and defined is None:
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
        left, right = dimension_of(comparison.left, self.vocabulary), dimension_of(comparison.right, self.vocabulary)
        if not [*terms(comparison.left), *terms(comparison.right)]:
            yield Finding(
                "constraint-form", at, "the formula speaks of no claim", got=self.defined.check, expected="a term such as release_date(x)"
            )
        if left != right:
            message = "the two sides measure different things"
            yield Finding(
                "constraint-dimension", at, message, got=f"{left} {comparison.sign} {right}", expected="one dimension on both sides"
            )


def _is_sound(expression: Expression, vocabulary: Vocabulary, ringed: frozenset[str], seen: set[str]) -> bool:
    """Whether nothing is wrong with what the defined terms in it mean, all the way down; each is looked at once."""
    for term in terms(expression):
        defined = vocabulary.constraints.get(term.name)
        if defined is None or defined.means is None or term.name in vocabulary.properties:
            continue
        if len(term.arguments) != len(defined.variables):
            return False
        if term.name in seen:
            continue
        seen.add(term.name)
        means = parse_expression(defined.means)
        check = ConstraintCheck(term.name, defined, vocabulary, ringed)
        if any(True for part in _parts(means) for _ in check.part(part, ())) or not _is_sound(means, vocabulary, ringed, seen):
            return False
    return True


def _parts(expression: Expression) -> Iterator[Number | Term]:
    if isinstance(expression, Operation):
        yield from _parts(expression.left)
        yield from _parts(expression.right)
    else:
        yield expression
