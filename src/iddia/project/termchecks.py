"""Checks of the pieces of one constraint: its patterns, terms and numbers, by the vocabulary."""

from collections.abc import Iterator
from dataclasses import replace

from iddia.errors import Finding, did_you_mean
from iddia.language import Said, Words
from iddia.model.registry import DefinedConstraint
from iddia.project.validation import write
from iddia.project.vocabulary import CONSTRAINTS, ENTITIES, PROPERTIES, Vocabulary, unknown
from iddia.text.formulas import Number, Term, parse_pattern
from iddia.yamlfile import YamlFile

At = tuple[str | int, ...]


class TermCheck:
    """Looks pieces of one constraint through; ``used`` are the variables that were met."""

    def __init__(self, constraint_id: str, defined: DefinedConstraint, vocabulary: Vocabulary) -> None:
        self.id, self.defined, self.vocabulary = constraint_id, defined, vocabulary
        self.used: set[str] = set()

    def pattern(self, text: str, at: At) -> Iterator[Finding]:
        """What is wrong with one pattern of claims."""
        term, _, number = parse_pattern(text)
        yield from self._arguments(term, at)
        definition = self.vocabulary.properties.get(term.name)
        if definition is None:
            yield replace(self.vocabulary.unknown("property", term.name, at), instead=None)
            return
        if number is not None and definition.value_kind != "quantity":
            message, expected = is_(term.name, "no quantity", "bir nicelik değil"), ("a pattern without a number", "sayısız bir kalıp")
            yield Finding("constraint-form", at, message, got=definition.value_kind, expected=expected)
        elif number is not None and number.unit is None and definition.dimension != "ratio":
            message = (
                f"{term.name} is measured in {definition.dimension}, and the number has no unit",
                f"{term.name} bu boyutta ölçülür: {definition.dimension}; sayının ise birimi yok",
            )
            expected = f"a unit of {definition.dimension} behind the number", f"sayının ardında {definition.dimension} boyutundan bir birim"
            yield Finding("constraint-dimension", at, message, got=text, expected=expected)
        elif number is not None:
            yield from self._unit(number, definition.dimension, at)
        if number is not None and term.negated:
            message = "a denial has no number of its own", "yadsınan bir şeyin kendi sayısı olmaz"
            expected = (
                "not with the claim itself, a number with what is affirmed",
                "not ile savın kendisi, sayı ile olumlanan bir şey",
            )
            yield Finding("constraint-form", at, message, got=text, expected=expected)
        if term.function is not None or len(term.arguments) > 2:
            expected = "property(subject) or property(subject, value)", "property(subject) ya da property(subject, value)"
            yield Finding("constraint-form", at, ("this is no pattern", "bu bir kalıp değil"), got=text, expected=expected)

    def part(self, part: Number | Term, at: At) -> Iterator[Finding]:
        """What is wrong with one number or term of a formula."""
        if isinstance(part, Number):
            yield from self._unit(part, None, at)
            return
        yield from self._arguments(part, at)
        definition, defined = self.vocabulary.properties.get(part.name), self.vocabulary.constraints.get(part.name)
        if definition is None and defined is not None and defined.means is None:
            message = is_(part.name, "a rule, no term", "bir kural, terim değil")
            expected = "a property, or an id with means:", "bir özellik ya da means: verilmiş bir kimlik"
            yield Finding("constraint-form", at, message, got=str(part), expected=expected)
        elif definition is None and defined is None:
            terms_too = [name for name, other in self.vocabulary.constraints.items() if other.means is not None]
            places = self._file(PROPERTIES).key_places(self.vocabulary.properties) | self._file(CONSTRAINTS).key_places(terms_too)
            yield replace(unknown("property", part.name, places, PROPERTIES, at), instead=None)
        elif definition is None and defined is not None:
            if len(part.arguments) != len(defined.variables) or part.function or part.negated:
                message = is_(part.name, "used in another way than it is defined", "tanımlandığından başka biçimde kullanılmış")
                used = f"{part.name}({', '.join(defined.variables)})"
                yield Finding("constraint-form", at, message, got=str(part), expected=used)
        elif definition is not None:
            yield from self._term(part, definition.value_kind, at)

    def _term(self, term: Term, value_kind: str, at: At) -> Iterator[Finding]:
        if term.function == "time":
            return
        if value_kind not in ("quantity", "date") or term.negated:
            message = "a formula reckons with quantities and dates", "formüllerde niceliklerle ve tarihlerle hesap yapılır"
            got: Words = (f"{term} (a denial)", f"{term} (bir yadsıma)") if term.negated else f"{term} ({value_kind})"
            yield Finding("constraint-form", at, message, got=got, expected=("time(...) around it", "çevresinde time(...)"))
        elif len(term.arguments) > 2:
            message = f"{term.name} has too many arguments", f"{term.name} için çok fazla değişken verilmiş"
            yield Finding("constraint-form", at, message, got=str(term), expected="subject, compared_to")
        elif term.function == "sum":
            bound = {name for text in self.defined.given for name in parse_pattern(text)[0].arguments}
            if not set(term.arguments) & bound & set(self.defined.variables):
                message = "sum adds up over what given: finds", "sum, given: ile bulunanlar üzerinden toplar"
                expected = "a variable that given: finds", "given: ile bulunan bir değişken"
                yield Finding("constraint-form", at, message, got=str(term), expected=expected)

    def _arguments(self, term: Term, at: At) -> Iterator[Finding]:
        for name in term.arguments:
            if name in self.defined.variables:
                self.used.add(name)
            elif name not in self.vocabulary.entities:
                yield self._argument_unknown(name, at)

    def _argument_unknown(self, name: str, at: At) -> Finding:
        known = self._file(ENTITIES).key_places(self.vocabulary.entities)
        known |= {one: self._file(CONSTRAINTS).key_place((self.id, "for", one)) for one in self.defined.variables}
        nearest = did_you_mean(name, known)
        variables = ", ".join(self.defined.variables)
        return Finding(
            "entity-unknown",
            at,
            (f"{name} is neither named under for: nor an entity", f"{name}, for: altında da yok, varlıklar arasında da"),
            got=name,
            expected=(
                f"one of {variables or 'no variables'}, or an id of {ENTITIES}",
                f"şunlardan biri: {variables or '(değişken yok)'} ya da {ENTITIES} dosyasından bir kimlik",
            ),
            nearest=nearest,
            mend=write(nearest) if nearest else (f"declare {name} under for:", f"{name} değişkenini for: altında bildirin"),
            nearest_place=known[nearest] if nearest else None,
        )

    def _unit(self, number: Number, dimension: str | None, at: At) -> Iterator[Finding]:
        if number.unit is None:
            return
        unit = self.vocabulary.units.get(number.unit)
        if unit is None:
            yield replace(self.vocabulary.unknown("unit", number.unit, at), instead=None)
        elif dimension is not None and unit.dimension != dimension:
            message = "the number's unit does not fit", "sayının birimi uymuyor"
            yield Finding("constraint-dimension", at, message, got=f"{number.unit} ({unit.dimension})", expected=dimension)

    def _file(self, name: str) -> YamlFile:
        return self.vocabulary.files.get(name, YamlFile(name))


def is_(name: str, english: str, turkish: str) -> Said:
    """That ``name`` is something."""
    return f"{name} is {english}", f"{name} {turkish}"
