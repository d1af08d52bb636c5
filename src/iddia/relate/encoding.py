"""Claims and constraints that hang together, told to the solver z3 (extra ``build``).

Every quantity is a real number and not negative; a claim puts it into its interval, a constraint ties it to others.
Each claim and each rule has a literal, under which it can be assumed or left out.
"""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from iddia.relate.grounding import Choice, Instance, Slot, Summand
from iddia.relate.intervals import INFINITY

_EFFORT = 50_000_000  # z3's own count of steps, the same on every machine; products of two unknowns can be hard without end


class Encoding:
    """One solver, in a context of its own, so that what was solved before changes nothing."""

    def __init__(self, instances: list[Instance]) -> None:
        import z3  # 90 MB, and only who builds has it

        self.z3: Any = z3
        self.context = z3.Context()
        self.instances = instances
        self.undecided = False
        unique = {choice.identity: choice for instance in instances for choice in all_choices(instance)}
        self.choices = list(unique.values())
        self.literals = [z3.Bool(f"claim{at}", self.context) for at in range(len(self.choices))]
        self.number_of = {choice.identity: at for at, choice in enumerate(self.choices)}
        self.by_slot: dict[Slot, list[int]] = {}
        for at, choice in enumerate(self.choices):
            self.by_slot.setdefault(choice.slot, []).append(at)
        self.rules = [z3.Bool(f"rule{at}", self.context) for at in range(len(instances))]
        self.quantities: dict[Slot, Any] = {}
        self.ratios: set[Slot] = set()
        self.uses = Counter(slot for instance in instances for slot in {slot for one in instance.summands for slot in one.slots})
        self.solver = z3.Solver(ctx=self.context)
        self.solver.set("core.minimize", True)
        self.solver.set("rlimit", _EFFORT)
        for instance, rule in zip(instances, self.rules, strict=True):
            self._add(instance, rule)
        for choice, literal in zip(self.choices, self.literals, strict=True):
            if choice.slot[0] != "given":
                self.solver.add(z3.Implies(literal, self._all(self._bounds(self._quantity(choice.slot), choice))))
        self.conditions = [self._conditions(at, choice) for at, choice in enumerate(self.choices)]

    def holds(self, chosen: Iterable[int], rules: Iterable[int]) -> bool:
        """Whether these choices can be true under these rules; what cannot be decided is not called a clash."""
        answer = self.solver.check(*(self.literals[at] for at in chosen), *(self.rules[at] for at in rules))
        self.undecided |= bool(answer == self.z3.unknown)
        return bool(answer != self.z3.unsat)

    def core(self) -> tuple[list[int], list[int]]:
        """The choices and the rules that the last answer rests on."""
        names = {str(literal) for literal in self.solver.unsat_core()}
        return (
            [at for at, literal in enumerate(self.literals) if str(literal) in names],
            [at for at, literal in enumerate(self.rules) if str(literal) in names],
        )

    def agreeing(self) -> list[int]:
        """The choices that are true in the model just found, and so can join it."""
        model = self.solver.model()
        return [
            at
            for at, conditions in enumerate(self.conditions)
            if all(self.z3.is_true(model.eval(part, model_completion=True)) for part in conditions)
        ]

    def _conditions(self, at: int, choice: Choice) -> list[Any]:
        if choice.slot[0] == "given" or choice.slot in self.ratios:  # a ratio bounds a product and may not be told itself
            return [self.literals[at]]
        return self._bounds(self._quantity(choice.slot), choice)

    def _quantity(self, slot: Slot) -> Any:
        if slot not in self.quantities:
            self.quantities[slot] = self.z3.Real(f"quantity{len(self.quantities)}", self.context)
            self.solver.add(self.quantities[slot] >= 0)
        return self.quantities[slot]

    def _bounds(self, quantity: Any, choice: Choice, times: Any = 1) -> list[Any]:
        (low, after), (high, before) = choice.interval
        bounds = []
        if low != -INFINITY:
            bounds.append(quantity > self._real(low) * times if after else quantity >= self._real(low) * times)
        if high != INFINITY:
            bounds.append(quantity < self._real(high) * times if before else quantity <= self._real(high) * times)
        return bounds

    def _all(self, conditions: list[Any]) -> Any:
        return self.z3.And(*conditions) if conditions else self.z3.BoolVal(val=True, ctx=self.context)

    def _real(self, number: Decimal | Fraction) -> Any:
        top, bottom = number.as_integer_ratio()
        return self.z3.RealVal(f"{top}/{bottom}", self.context)

    def _add(self, instance: Instance, rule: Any) -> None:
        total = self._real(instance.constant)
        for summand in instance.summands:
            total = total + self._summand(summand)
        sign = instance.constraint.formula.sign if instance.constraint.formula else "="
        compared = {"=": total == 0, "<=": total <= 0, ">=": total >= 0, "<": total < 0, ">": total > 0}[sign]
        givens = [self.literals[self.number_of[given.identity]] for given in instance.givens]
        self.solver.add(self.z3.Implies(self.z3.And(rule, *givens), compared))

    def _summand(self, summand: Summand) -> Any:
        part = self._product(summand.slots)
        guards = [self.literals[self.number_of[guard.identity]] for guard in summand.guards]
        if guards:
            # Unless it is taken for a part, how much of it counts is not known: anything from nought up. An implication and
            # no If, whose two branches z3 would try for every part: 18 parts took a minute.
            counted = self._quantity(("counted", str(summand.slots), str(summand.guards[0].slot)))
            self.solver.add(self.z3.Implies(self.z3.And(*guards), counted == part))
            part = counted
        return self._real(summand.coefficient) * part

    def _product(self, slots: tuple[Slot, ...]) -> Any:
        """One quantity, or a ratio's claims applied to another: each bounds the product, which keeps it linear.

        Only where another instance speaks of the ratio as well is the product itself told, which is harder to decide.
        """
        if len(slots) == 1:
            return self._quantity(slots[0])
        ratio, other = slots if self._is_ratio(slots[0]) else slots[::-1]
        self.ratios.add(ratio)
        product = self._quantity(("product", *(str(part) for part in (*ratio, *other))))
        if self.uses[ratio] > 1:
            self.solver.add(product == self._quantity(ratio) * self._quantity(other))
        times = self._quantity(other)
        nought = self.z3.And(times == 0, product == 0)
        for at in self.by_slot.get(ratio, ()):
            bounded = self._all(self._bounds(product, self.choices[at], times))
            self.solver.add(self.z3.Implies(self.literals[at], self.z3.Or(nought, bounded)))
        return product

    def _is_ratio(self, slot: Slot) -> bool:
        return any(one.dimension == "ratio" for at in self.by_slot.get(slot, ()) for one in self.choices[at].statements)


def all_choices(instance: Instance) -> list[Choice]:
    """Every claim that an instance may take: values, what is given, what belongs together."""
    return [*instance.choices, *instance.givens, *(guard for summand in instance.summands for guard in summand.guards)]
