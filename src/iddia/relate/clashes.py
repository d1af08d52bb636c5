"""Smallest sets of claims that break constraints together, found by the solver z3 (extra ``build``).

Every quantity is a real number, not negative unless somebody claims so; a claim puts it into its interval, a constraint ties it to
others. Sets are enumerated as in Liffiton et al., Fast, flexible MUS enumeration (Constraints 21, 2016): one solver proposes
sets of claims, at most one for each quantity, so that claims that differ on their own are left to the pair rules.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from iddia.relate.grounding import Choice, Instance, Slot, contemporary
from iddia.relate.intervals import INFINITY

LISTED = 100
"""Clashes listed of one component of claims that hang together; there may be exponentially many."""


_EFFORT = 50_000_000  # z3's own count of steps, the same on every machine; products of two unknowns can be hard without end
_ALL_RULES = 50  # instances that are all tried; of more, the solver says first which matter


@dataclass(frozen=True)
class Clash:
    """Choices that cannot hold together, none of which could be left out, and the instances they break."""

    choices: tuple[Choice, ...]
    instances: tuple[Instance, ...]


@dataclass(frozen=True)
class Found:
    """The clashes that were listed, and whether there are more, or may be."""

    clashes: tuple[Clash, ...]
    more: bool


def clashes(instances: Iterable[Instance], limit: int = LISTED) -> Found:
    """The clashes of all instances, component by component, the smallest first."""
    listed: list[Clash] = []
    more = False
    for component in _components(list(instances)):
        solver = _Component(component)
        found = list(solver.clashes(limit))
        listed += sorted(found, key=lambda clash: len(clash.choices))
        more |= not solver.exhausted or solver.undecided
    return Found(tuple(listed), more)


def _components(instances: list[Instance]) -> list[list[Instance]]:
    """Instances that share a quantity, together."""
    root: dict[Slot, Slot] = {}

    def find(slot: Slot) -> Slot:
        root.setdefault(slot, slot)
        while root[slot] != slot:
            root[slot] = root[root[slot]]
            slot = root[slot]
        return slot

    for instance in instances:
        slots = [slot for summand in instance.summands for slot in summand.slots]
        for slot in slots[1:]:
            root[find(slot)] = find(slots[0])
    grouped: dict[Slot, list[Instance]] = {}
    for instance in instances:
        grouped.setdefault(find(instance.summands[0].slots[0]), []).append(instance)
    return list(grouped.values())


def _in_several(instances: list[Instance]) -> set[Slot]:
    """Quantities that more than one instance speaks of."""
    counts = Counter(slot for instance in instances for slot in {slot for summand in instance.summands for slot in summand.slots})
    return {slot for slot, count in counts.items() if count > 1}


class _Component:
    """One solver for claims that hang together."""

    def __init__(self, instances: list[Instance]) -> None:
        import z3  # 90 MB, and only who builds has it

        self.z3: Any = z3
        self.instances = instances
        self.exhausted = self.undecided = False
        unique = {
            choice.identity: choice
            for instance in instances
            for choice in (*instance.choices, *instance.givens, *(guard for summand in instance.summands for guard in summand.guards))
        }
        self.choices = list(unique.values())
        self.literals = [z3.Bool(f"claim{at}") for at in range(len(self.choices))]
        self.of_choice = {choice.identity: literal for choice, literal in zip(self.choices, self.literals, strict=True)}
        self.by_slot: dict[Slot, list[int]] = {}
        for at, choice in enumerate(self.choices):
            self.by_slot.setdefault(choice.slot, []).append(at)
        self.rules = [z3.Bool(f"rule{at}") for at in range(len(instances))]
        self.quantities: dict[Slot, Any] = {}
        self.solver = z3.Solver()
        self.solver.set("core.minimize", True)
        self.solver.set("rlimit", _EFFORT)
        self.shared = _in_several(instances)
        self.ratios: set[Slot] = set()
        for at, instance in enumerate(instances):
            self._add(instance, self.rules[at])
        for choice, literal in zip(self.choices, self.literals, strict=True):
            if choice.slot[0] != "given":
                self.solver.add(z3.Implies(literal, z3.And(*self._bounds(self._quantity(choice.slot), choice))))

    def clashes(self, limit: int) -> Iterator[Clash]:
        """At most ``limit`` of them; ``exhausted`` tells whether these are all."""
        z3 = self.z3
        proposer = z3.Solver()
        proposer.set("phase_selection", 1)  # propose many claims at once
        for members in self.by_slot.values():
            if len(members) > 1:
                proposer.add(z3.AtMost(*(self.literals[at] for at in members), 1))
        count = 0
        while proposer.check() == z3.sat:
            model = proposer.model()
            seed = [at for at, literal in enumerate(self.literals) if not z3.is_false(model.eval(literal, model_completion=False))]
            seed = self._one_of_each(seed)
            if self._holds(seed):
                proposer.add(z3.Or(*(self.literals[at] for at in self._grown(seed))))
                continue
            core = self._smallest(self._core())
            if not core:
                return  # a rule that nothing could meet says nothing of claims
            proposer.add(z3.Or(*(z3.Not(self.literals[at]) for at in core)))
            chosen = tuple(self.choices[at] for at in core)
            if contemporary(chosen):
                if count == limit:
                    return
                count += 1
                yield Clash(chosen, self._broken(core))
        self.exhausted = True

    def _one_of_each(self, seed: list[int]) -> list[int]:
        taken: dict[Slot, int] = {}
        for at in seed:
            taken.setdefault(self.choices[at].slot, at)
        return list(taken.values())

    def _holds(self, chosen: Iterable[int], rules: Iterable[Any] | None = None) -> bool:
        assumptions = [*(self.literals[at] for at in chosen), *(self.rules if rules is None else rules)]
        answer = self.solver.check(*assumptions)
        self.undecided |= bool(answer == self.z3.unknown)
        return bool(answer != self.z3.unsat)  # what cannot be decided is not called a clash

    def _core(self) -> list[int]:
        names = {str(literal) for literal in self.solver.unsat_core()}
        return [at for at, literal in enumerate(self.literals) if str(literal) in names]

    def _smallest(self, core: list[int]) -> list[int]:
        """Take claims out as long as the rest still clashes."""
        for at in list(core):
            without = [other for other in core if other != at]
            if not self._holds(without):
                core = without
        return core

    def _grown(self, seed: list[int]) -> list[int]:
        """The claims left out of the largest set around ``seed`` that holds; one of them is in every set not yet looked at."""
        chosen, left = set(seed), []
        if not self._holds(seed) or self.undecided:
            return [at for at in range(len(self.choices)) if at not in chosen]
        model = self.solver.model()
        for at, choice in enumerate(self.choices):
            if at not in chosen and all(self.z3.is_true(model.eval(part, model_completion=True)) for part in self._conditions(choice)):
                chosen.add(at)
        for at in range(len(self.choices)):
            if at not in chosen:
                if self._holds([*chosen, at]):
                    chosen.add(at)
                else:
                    left.append(at)
        return left

    def _conditions(self, choice: Choice) -> list[Any]:
        if choice.slot[0] == "given" or choice.slot in self.ratios:  # a ratio bounds a product and may not be told itself
            return [self.of_choice[choice.identity]]
        return self._bounds(self._quantity(choice.slot), choice)

    def _broken(self, core: list[int]) -> tuple[Instance, ...]:
        """The fewest instances that these claims break, found in one order, so that every version of z3 names the same."""
        rules = list(range(len(self.instances)))
        if len(rules) > _ALL_RULES:
            self._holds(core)
            names = {str(literal) for literal in self.solver.unsat_core()}
            rules = [at for at in rules if str(self.rules[at]) in names]
        for at in reversed(list(rules)):  # a rule that comes later in the file renames no clash of an earlier one
            without = [other for other in rules if other != at]
            if not self._holds(core, [self.rules[other] for other in without]):
                rules = without
        return tuple(self.instances[at] for at in rules)

    def _quantity(self, slot: Slot) -> Any:
        if slot not in self.quantities:
            self.quantities[slot] = self.z3.Real(f"quantity{len(self.quantities)}")
            if not self._may_be_negative(slot):
                self.solver.add(self.quantities[slot] >= 0)
        return self.quantities[slot]

    def _may_be_negative(self, slot: Slot) -> bool:
        """Whether somebody claims so; otherwise nothing that is measured is below nought."""
        return any(self.choices[at].interval.is_negative for at in self.by_slot.get(slot, ()))

    def _bounds(self, quantity: Any, choice: Choice, times: Any = 1) -> list[Any]:
        (low, after), (high, before) = choice.interval
        bounds = []
        if low != -INFINITY:
            bounds.append(quantity > self._real(low) * times if after else quantity >= self._real(low) * times)
        if high != INFINITY:
            bounds.append(quantity < self._real(high) * times if before else quantity <= self._real(high) * times)
        return bounds or [self.z3.BoolVal(val=True)]

    def _real(self, number: Decimal) -> Any:
        top, bottom = number.as_integer_ratio()
        return self.z3.RealVal(f"{top}/{bottom}")

    def _add(self, instance: Instance, rule: Any) -> None:
        total = self._real(instance.constant)
        for summand in instance.summands:
            part = self._real(summand.coefficient) * self._product(summand.slots)
            if guards := [self.of_choice[guard.identity] for guard in summand.guards]:
                # Whether it is a part is then not known, nor how much of one: anything from nought up.
                unknown = self._real(summand.coefficient) * self._quantity(("unknown", str(summand.slots), str(summand.guards[0].slot)))
                part = self.z3.If(self.z3.And(*guards), part, unknown)
            total = total + part
        sign = instance.constraint.formula.sign if instance.constraint.formula else "="
        compared = {"=": total == 0, "<=": total <= 0, ">=": total >= 0, "<": total < 0, ">": total > 0}[sign]
        givens = [self.of_choice[given.identity] for given in instance.givens]
        self.solver.add(self.z3.Implies(self.z3.And(rule, *givens), compared))

    def _product(self, slots: tuple[Slot, ...]) -> Any:
        """One quantity, or a ratio's claims applied to another: each bounds the product, which keeps it linear.

        Only where another instance speaks of the ratio as well is the product itself told, which is harder to decide.
        """
        if len(slots) == 1:
            return self._quantity(slots[0])
        ratio, other = slots if self._is_ratio(slots[0]) else slots[::-1]
        self.ratios.add(ratio)
        product = self._quantity(("product", *(str(part) for part in (*ratio, *other))))
        negative = self._may_be_negative(ratio) or self._may_be_negative(other)
        if ratio in self.shared or negative:
            self.solver.add(product == self._quantity(ratio) * self._quantity(other))
        for at in () if negative else self.by_slot.get(ratio, ()):
            times = self._quantity(other)
            bounds = self._bounds(product, self.choices[at], times)
            nought = self.z3.And(times == 0, product == 0)
            self.solver.add(self.z3.Implies(self.literals[at], self.z3.Or(nought, self.z3.And(*bounds))))
        return product

    def _is_ratio(self, slot: Slot) -> bool:
        statements = [one for at in self.by_slot.get(slot, ()) for one in self.choices[at].statements]
        return any(one.dimension == "ratio" for one in statements)
