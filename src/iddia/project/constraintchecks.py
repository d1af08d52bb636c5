"""Checks of one constraint against the vocabulary: names, arguments, dimensions, definitions that lead back to themselves."""

from collections.abc import Collection, Iterator

from iddia.errors import Finding
from iddia.language import Said
from iddia.model.registry import DefinedConstraint
from iddia.project.definitions import DEEPEST, LONGEST, defined_in, extent, filled_in, is_too_long
from iddia.project.dimensions import DimensionError, dimension_of
from iddia.project.termchecks import At, TermCheck, is_
from iddia.project.vocabulary import Vocabulary
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

PAIR_RULES = ("value", "date", "polarity", "maybe_same", "strength", "agreement", "narrower")
"""Rules that relations may name besides constraints."""


class ConstraintCheck(TermCheck):
    """Looks one constraint through."""

    def __init__(
        self, constraint_id: str, defined: DefinedConstraint, vocabulary: Vocabulary, ringed: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(constraint_id, defined, vocabulary)
        self.ringed = ringed
        self.is_sound = True

    def findings(self) -> Iterator[Finding]:
        """Everything wrong with it."""
        before = [finding for finding in self._all() if finding is not None]
        yield from before
        if not before and (idle := set(self.defined.variables) - self.used):
            name = min(idle)
            message, mend = (
                (f"nothing uses {name}", f"{name} hiçbir yerde kullanılmıyor"),
                (f"remove {name}, or use it", f"{name} satırını silin ya da kullanın"),
            )
            yield Finding("variable-unused", (self.id, "for", name), message, got=name, mend=mend)

    def _all(self) -> Iterator[Finding]:
        defined = self.defined
        yield from self._names()
        for index, text in enumerate(defined.given):
            yield from self.pattern(text, (self.id, "given", index))
        for name, texts in (defined.at_most_one or {}).items():
            for index, text in enumerate(texts):
                yield from self.pattern(text, (self.id, "at_most_one", name, index))
        if defined.at_most_one is not None:
            for name in self.vocabulary.properties.keys() & defined.at_most_one.keys():
                at: At = (self.id, "at_most_one", name)
                message = (
                    f"the side {name} has the name of a property, as the terms of formulas have",
                    f"{name} tarafının adı, formüllerdeki terimler gibi, bir özelliğin adı",
                )
                yield Finding("constraint-form", at, message, got=name, mend=_ANOTHER_NAME)
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
                message = f"{name} stands in some of the patterns and not in all", f"{name} kalıpların hepsinde değil, bazılarında duruyor"
                expected = (
                    "a variable that all patterns share, or that stands in one only",
                    "bütün kalıpların paylaştığı ya da yalnızca birinde duran bir değişken",
                )
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
            one, other = loose[0], min(joined)
            message = f"nothing ties {one} to {other}", f"hiçbir şey {one} ile {other} arasında bağ kurmuyor"
            expected = (
                f"given: with a claim of both, or a term such as property({other}, {one})",
                f"given: altında ikisini de içeren bir sav ya da property({other}, {one}) gibi bir terim",
            )
            yield Finding("constraint-form", at, message, got=self.defined.check, expected=expected)

    def _names(self) -> Iterator[Finding]:
        taken: dict[Said, Collection[str]] = {
            ("a property already", "zaten bir özellik"): self.vocabulary.properties,
            ("the name of a pair rule", "ikili bir kuralın adı"): PAIR_RULES,
            _WORD_OF_FORMULAS: WORDS,
        }
        for (english, turkish), names in taken.items():
            if self.id in names:
                message, mend = is_(self.id, english, turkish), ("give it another id", "ona başka bir kimlik verin")
                yield Finding("constraint-form", (self.id,), message, got=self.id, mend=mend)
        for name in self.defined.variables:
            if name in self.vocabulary.entities or name in WORDS:
                english, turkish = _WORD_OF_FORMULAS if name in WORDS else ("an entity already", "zaten bir varlık")
                yield Finding("constraint-form", (self.id, "for", name), is_(name, english, turkish), got=name, mend=_ANOTHER_NAME)

    def _definition(self, means: str, at: At) -> Iterator[Finding]:
        if (ring := self._ring()) is not None:
            message = f"{self.id} is defined by itself", f"{self.id} kendisiyle tanımlanıyor"
            expected = "terms that do not lead back", "başa döndürmeyen terimler"
            yield Finding("definition-circular", at, message, got=" → ".join(ring), expected=expected)
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

    def _formula(self, expression: Expression, at: At) -> Iterator[Finding]:
        wrong = [finding for part in _parts(expression) for finding in self.part(part, at)]
        yield from wrong
        used = {term.name for term in terms(expression)}
        means = [defined.means for name in used if (defined := self.vocabulary.constraints.get(name)) is not None]
        if wrong or used & self.ringed or any(is_too_long(parse_expression(text), self.vocabulary) for text in means if text):
            self.is_sound = False
        elif is_too_long(expression, self.vocabulary):
            yield self._too_long(expression, at)
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
            yield Finding("constraint-dimension", at, error.said, got=error.got, expected=error.expected)
            return
        except FormulaError as error:
            yield Finding("constraint-form", at, error.said)
            return
        for product in monomials:
            if len(product) > 1 and "ratio" not in [dimension_of(term, self.vocabulary) for term in product]:
                message = "a product is of a ratio and one other term", "bir çarpım, bir oran ile başka bir terimden oluşur"
                expected = "a ratio among them", "aralarında bir oran"
                yield Finding("constraint-form", at, message, got=" * ".join(map(str, product)), expected=expected)

    def _too_long(self, expression: Expression, at: At) -> Finding:
        size, depth = extent(expression, self.vocabulary)
        return Finding(
            "constraint-form",
            at,
            ("with all definitions put in, this is too long to be read", "bütün tanımlar yerine konunca okunamayacak kadar uzun"),
            got=(f"{size} term{'s' * (size != 1)}, {depth} level{'s' * (depth != 1)}", f"{size} terim, {depth} düzey"),
            expected=(
                f"at most {LONGEST} terms, of definitions at most {DEEPEST} levels deep",
                f"en çok {DEEPEST} düzeylik tanımlardan en çok {LONGEST} terim",
            ),
            mend=("say it in fewer steps", "daha az adımda söyleyin"),
        )

    def _sides_agree(self, comparison: Comparison, at: At) -> Iterator[Finding]:
        left, right = dimension_of(comparison.left, self.vocabulary), dimension_of(comparison.right, self.vocabulary)
        if not [*terms(comparison.left), *terms(comparison.right)]:
            message = "the formula speaks of no claim", "formül hiçbir savdan söz etmiyor"
            expected = "a term such as release_date(x)", "release_date(x) gibi bir terim"
            yield Finding("constraint-form", at, message, got=self.defined.check, expected=expected)
        if left != right:
            message = "the two sides measure different things", "iki yan farklı şeyleri ölçüyor"
            expected = "one dimension on both sides", "iki yanda da tek bir boyut"
            yield Finding("constraint-dimension", at, message, got=f"{left} {comparison.sign} {right}", expected=expected)


_ANOTHER_NAME = ("give it another name", "ona başka bir ad verin")
_WORD_OF_FORMULAS = ("a word of formulas", "formüllere ayrılmış bir sözcük")


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
        check = TermCheck(term.name, defined, vocabulary)
        if any(True for part in _parts(means) for _ in check.part(part, ())) or not _is_sound(means, vocabulary, ringed, seen):
            return False
    return True


def _parts(expression: Expression) -> Iterator[Number | Term]:
    if isinstance(expression, Operation):
        yield from _parts(expression.left)
        yield from _parts(expression.right)
    else:
        yield expression
