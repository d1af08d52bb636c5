"""Constraints applied to what is claimed: for which entities each one holds, and which claims fill its terms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from iddia.project.constraints import Constraint, Pattern
from iddia.relate.identities import Identities
from iddia.relate.intervals import EVERYTHING, Interval, usually_meant
from iddia.relate.statements import Statement
from iddia.relate.times import time_of
from iddia.text.formulas import Term

Binding = dict[str, str]
Slot = tuple[str | None, ...]
Index = Mapping[tuple[str, str], list[Statement]]


@dataclass(frozen=True)
class Choice:
    """Claims that give one quantity the same interval at the same time; ``assuming`` two entities are the same."""

    slot: Slot
    interval: Interval
    statements: tuple[Statement, ...]
    assuming: tuple[str, str] | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """Equal for choices that are one and the same."""
        return self.slot, self.interval, tuple(one.claim_id for one in self.statements), self.assuming


@dataclass
class Summand:
    """``coefficient`` times the quantities of ``slots``; counted only where ``guards``, claims of what belongs together, are taken."""

    coefficient: Fraction
    slots: tuple[Slot, ...]
    guards: tuple[Choice, ...] = ()


@dataclass
class Instance:
    """A constraint for certain entities: summands and a constant that together compare with nought as its formula says."""

    constraint: Constraint
    binding: Binding
    summands: list[Summand]
    constant: Fraction
    givens: tuple[Choice, ...]
    choices: list[Choice] = field(default_factory=list)

    @property
    def applies(self) -> bool:
        """Whether claims give two of its terms, or its only one."""
        return len({choice.slot for choice in self.choices}) >= min(2, len({slot for one in self.summands for slot in one.slots}))


def index_of(statements: Iterable[Statement]) -> dict[tuple[str, str], list[Statement]]:
    """Statements by property and subject, by property and what stands behind it (with = before), and by property alone (with "")."""
    index: dict[tuple[str, str], list[Statement]] = {}
    for one in statements:
        index.setdefault((one.property_id, one.subject), []).append(one)
        index.setdefault((one.property_id, f"={second_of(one)}"), []).append(one)
        index.setdefault((one.property_id, ""), []).append(one)
    return index


def instances(constraint: Constraint, index: Index, identities: Identities) -> Iterator[Instance]:
    """Every instance of a constraint for entities that claims tie together, or of which some term is claimed."""
    difference = constraint.difference or {}
    everything = [term for product in difference for term in product]
    plain = [term for term in everything if term.function != "sum"]
    outside = {name for term in plain for name in term.arguments}
    inner = {name for term in everything if term.function == "sum" for name in term.arguments} - outside
    outer_given = [pattern for pattern in constraint.given if not inner & set(pattern.term.arguments)]
    inner_given = [pattern for pattern in constraint.given if pattern not in outer_given]
    for binding, givens in _bindings(constraint, plain, outer_given, inner_given, index):
        extensions = list(_joined([(binding, ())], inner_given, constraint.variables, index)) if inner else []
        for unit, per in _measures(everything, binding, extensions, index):
            instance = Instance(constraint, binding, [], Fraction(0), givens)
            maker = _Terms(index, identities, constraint, unit, per)
            for product, coefficient in difference.items():
                maker.add(instance, product, coefficient, extensions)
            yield instance


def _bindings(
    constraint: Constraint, plain: list[Term], outer_given: list[Pattern], inner_given: list[Pattern], index: Index
) -> Iterator[tuple[Binding, tuple[Choice, ...]]]:
    """Entities for the variables: what given: finds, what terms of two arguments tie together, and who single terms are claimed of."""
    variables = constraint.variables
    found = list(_joined([({}, ())], outer_given, variables, index, by_time=True))
    outer = {name for term in plain for name in term.arguments} & set(variables)
    tying = [Pattern(term) for term in plain if len(term.arguments) > 1] + inner_given
    if tying:  # each of them may be the one that is claimed, and the others not
        found = [tied for start in range(len(tying)) for tied in _tied(found, tying[start:] + tying[:start], variables, index)]
    found = [({name: entity for name, entity in binding.items() if name in outer}, givens) for binding, givens in found]
    for name in sorted(outer):
        found = [
            ({**binding, name: subject}, givens)
            for binding, givens in found
            for subject in ([binding[name]] if name in binding else _subjects(name, plain, index))
        ]
    unique = {(*sorted(binding.items()), *(choice.identity for choice in givens)): (binding, givens) for binding, givens in found}
    yield from unique.values()


def _tied(
    found: list[tuple[Binding, tuple[Choice, ...]]], patterns: list[Pattern], variables: tuple[str, ...], index: Index
) -> list[tuple[Binding, tuple[Choice, ...]]]:
    """Bindings widened by the first pattern, and by each of the others where it is claimed of the same entities."""
    for number, pattern in enumerate(patterns):
        widened = []
        for binding, givens in found:
            wider = [(match, givens) for match, _ in matches(pattern, binding, variables, index)]
            widened += wider or ([(binding, givens)] if number else [])
        found = widened
    return found


def _subjects(name: str, plain: list[Term], index: Index) -> list[str]:
    """Entities of which some term of this variable alone is claimed."""
    return sorted({one.subject for term in plain if term.arguments == (name,) for one in index.get((term.name, ""), ())})


def _joined(
    found: Iterable[tuple[Binding, tuple[Choice, ...]]],
    patterns: Iterable[Pattern],
    variables: tuple[str, ...],
    index: Index,
    *,
    by_time: bool = False,
) -> Iterator[tuple[Binding, tuple[Choice, ...]]]:
    joined = list(found)
    for pattern in patterns:
        joined = [
            (wider, (*givens, choice))
            for binding, givens in joined
            for wider, choice in _choices_of_pattern(pattern, binding, variables, index, by_time=by_time)
        ]
    yield from joined


def _choices_of_pattern(
    pattern: Pattern, binding: Binding, variables: tuple[str, ...], index: Index, *, by_time: bool
) -> Iterator[tuple[Binding, Choice]]:
    """What fits a pattern, claims of the same together; with ``by_time`` only those of the same time."""
    together: dict[tuple[object, ...], tuple[Binding, list[Statement]]] = {}
    for wider, one in matches(pattern, binding, variables, index):
        together.setdefault((*sorted(wider.items()), one.time if by_time else None), (wider, []))[1].append(one)
    for wider, statements in together.values():
        first = statements[0]
        slot: Slot = ("given", pattern.term.name, first.subject, first.content or first.compared_to, str(pattern.term.negated))
        yield wider, Choice(slot, EVERYTHING, tuple(statements))


def matches(pattern: Pattern, binding: Binding, variables: tuple[str, ...], index: Index) -> Iterator[tuple[Binding, Statement]]:
    """Statements that fit a pattern, with the binding of its variables that makes them fit."""
    term = pattern.term
    bound = [binding.get(name, None if name in variables else name) for name in term.arguments]
    where = bound[0] or (f"={bound[1]}" if len(bound) > 1 and bound[1] else "")
    for one in index.get((term.name, where), ()):
        values = (one.subject, second_of(one))
        wider = dict(binding)
        if one.affirmed != term.negated and _fits(pattern, one) and _unify(term.arguments, values, wider, variables):
            yield wider, one


def second_of(one: Statement) -> str | None:
    """What a claim has in the second place of a term: its value when that is an entity, else what it is compared to."""
    return one.content if one.row["value_kind"] == "entity" else one.compared_to


def _unify(arguments: tuple[str, ...], values: tuple[str | None, ...], binding: Binding, variables: tuple[str, ...]) -> bool:
    for name, value in zip(arguments, values, strict=False):
        if value is None or (binding.setdefault(name, value) if name in variables else name) != value:
            return False
    return True


def _fits(pattern: Pattern, one: Statement) -> bool:
    """Whether the printed number is within the pattern's limit; of mere bounds, whether all they allow is."""
    if pattern.limit is None or pattern.sign is None:
        return True
    if one.counted is not None and pattern.limit_unit not in (None, one.counted):
        return False  # other things are counted
    limit, (low, high) = pattern.limit, one.interval
    if one.is_printed:
        number = one.row["number"] * pattern.factor_of[one.row["unit"]]
        low = high = (number, 0)
    within = {
        ">=": low >= (limit, 0),
        ">": low > (limit, 0),
        "<=": high <= (limit, 0),
        "<": high < (limit, 0),
        "=": low == high == (limit, 0),
    }
    return within[pattern.sign]


def _measures(
    everything: list[Term],
    binding: Binding,
    extensions: list[tuple[Binding, tuple[Choice, ...]]],
    index: Index,
) -> list[tuple[str | None, str | None]]:
    """The units counted in and the ``per`` under which terms are claimed: only like is put into one instance.

    Where none of them is claimed of these entities, the units and pers of the same terms of others, to which they may be tied.
    """
    found: list[Statement] = []
    for term in everything:
        for bound in [binding] if term.function != "sum" else [wider for wider, _ in extensions]:
            found += index.get((term.name, bound.get(term.arguments[0], term.arguments[0])), ())
    if not any(one.dimension != "ratio" for one in found):
        found += [one for term in everything for one in index.get((term.name, ""), ())]
    measured = [one for one in found if one.dimension != "ratio"] or found
    counted: list[str | None] = list(dict.fromkeys(one.counted for one in measured if one.counted is not None))
    pers: list[str | None] = list(dict.fromkeys(one.per for one in measured))
    return [(unit, per) for unit in counted or [None] for per in pers or [None]]


@dataclass
class _Terms:
    """Puts the terms of one instance in, with the claims that fill them."""

    index: Index
    identities: Identities
    constraint: Constraint
    unit: str | None
    per: str | None
    known: set[tuple[object, ...]] = field(default_factory=set)

    def add(
        self, instance: Instance, product: tuple[Term, ...], coefficient: Fraction, extensions: list[tuple[Binding, tuple[Choice, ...]]]
    ) -> None:
        """Add one product of terms; a sum becomes one summand for each part."""
        if not product:
            instance.constant += coefficient
            return
        wholes: list[tuple[Binding, tuple[Choice, ...]]] = [(instance.binding, ())]
        for binding, guards in extensions if any(term.function == "sum" for term in product) else wholes:
            slots = []
            for term in product:
                slot, choices = self._slot(term, binding)
                slots.append(slot)
                instance.choices += [choice for choice in choices if choice.identity not in self.known]
                self.known |= {choice.identity for choice in choices}
            instance.summands.append(Summand(coefficient, tuple(slots), guards))

    def _slot(self, term: Term, binding: Binding) -> tuple[Slot, list[Choice]]:
        arguments = [binding.get(name, name) for name in term.arguments]
        compared = arguments[1] if len(arguments) > 1 else None
        claimed = self.index.get((term.name, ""), [])
        counts = bool(claimed) and claimed[0].counted is not None  # a property has one dimension
        slot: Slot = (
            term.name,
            arguments[0],
            compared,
            self.per,
            self.unit if counts else None,
            term.function and str(term),
            str(self.constraint.usual),
        )
        choices = []
        for subject in self.identities.readings_of(arguments[0]):
            assuming = None if subject == arguments[0] else (arguments[0], subject)
            equal: dict[tuple[Interval, str | None], list[Statement]] = {}
            for one in self.index.get((term.name, subject), ()):
                if (interval := self._interval(term, one, compared)) is not None:
                    equal.setdefault((interval, one.time), []).append(one)
            choices += [Choice(slot, interval, tuple(same), assuming) for (interval, _), same in equal.items()]
        return slot, choices

    def _interval(self, term: Term, one: Statement, compared: str | None) -> Interval | None:
        """What the claim gives this term, if it does."""
        if one.affirmed == term.negated:
            return None
        if term.function == "time":
            time = time_of(one)
            return None if time.says_nothing else time
        if (
            one.compared_to != compared
            or one.per != self.per
            or one.counted not in (None, self.unit)
            or one.interval.says_nothing
            or one.interval.is_negative
        ):
            return None
        return usually_meant(one.interval) if self.constraint.usual else one.interval


def contemporary(choices: Iterable[Choice]) -> bool:
    """Whether the times that the choices' claims are said to hold at all overlap."""
    times = [time for choice in choices if (time := time_of_choice(choice)) is not None]
    return not times or max(time.low for time in times) <= min(time.high for time in times)


def time_of_choice(choice: Choice) -> Interval | None:
    """When a choice is said to hold; None for terms of time(...), which speak of nothing else."""
    if len(choice.slot) > 5 and str(choice.slot[5]).startswith("time("):
        return None
    return time_of(choice.statements[0]) if len({one.time for one in choice.statements}) == 1 else EVERYTHING
