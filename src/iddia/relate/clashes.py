"""Smallest sets of claims that break constraints together.

Sets are enumerated as in Liffiton et al., Fast, flexible MUS enumeration (Constraints 21, 2016): one solver proposes sets of
claims, at most one for each quantity, so that claims that differ on their own are left to the pair rules, and another tells
whether they can all be true.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from iddia.relate.encoding import Encoding
from iddia.relate.grounding import Choice, Instance, Slot, contemporary, time_of_choice

LISTED = 100
"""Clashes listed of one component of claims that hang together; there may be exponentially many."""
_ROUNDS = 2000  # proposals looked at; there may be exponentially many largest sets that hold, too
_TIMES = 200  # different times up to which no proposal mixes claims of times apart
_ALL_RULES = 50  # instances that are all tried; of more, the solver says first which matter


@dataclass(frozen=True)
class Clash:
    """Choices that cannot hold together, none of which could be left out, and the instances they break."""

    choices: tuple[Choice, ...]
    instances: tuple[Instance, ...]


@dataclass(frozen=True)
class Found:
    """The clashes that were listed, whether there are more, or may be, and constraints that nothing can meet, with those they exclude."""

    clashes: tuple[Clash, ...]
    more: bool
    impossible: tuple[tuple[str, ...], ...] = ()


def clashes(instances: Iterable[Instance], limit: int = LISTED) -> Found:
    """The clashes of all instances, component by component, the smallest first."""
    listed: list[Clash] = []
    more = False
    impossible: dict[tuple[str, ...], None] = {}
    for instances_of_one in _components(list(instances)):
        component = _Component(instances_of_one)
        listed += sorted(component.clashes(limit), key=lambda clash: len(clash.choices))
        more |= not component.exhausted or component.encoding.undecided
        impossible |= dict.fromkeys(component.impossible)
    return Found(tuple(listed), more, tuple(impossible))


def _components(instances: list[Instance]) -> list[list[Instance]]:
    """Instances that share a quantity, together; those of too few claims to clash are left out."""
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
        if instance.summands:
            grouped.setdefault(find(instance.summands[0].slots[0]), []).append(instance)
    return [group for group in grouped.values() if _can_clash(group)]


def _can_clash(instances: list[Instance]) -> bool:
    claimed = {choice.slot for instance in instances for choice in instance.choices}
    return len(claimed) > 1 or any(instance.applies for instance in instances)


class _Component:
    """Claims and constraints that hang together."""

    def __init__(self, instances: list[Instance]) -> None:
        self.encoding = Encoding(instances)
        self.exhausted = False
        self.rules = list(range(len(instances)))
        self.impossible = list(self._without_the_impossible())

    def _without_the_impossible(self) -> Iterator[tuple[str, ...]]:
        """Take out the rules that nothing can meet where they apply; what they would break says nothing of claims.

        Each is yielded with the rules that it excludes, if it takes others to be impossible.
        """
        encoding = self.encoding
        everything_given = [encoding.number_of[given.identity] for instance in encoding.instances for given in instance.givens]
        if encoding.holds(everything_given, self.rules):
            return
        for at, instance in enumerate(encoding.instances):
            if not encoding.holds([encoding.number_of[given.identity] for given in instance.givens], [at]):
                yield (instance.constraint.constraint_id,)
                self.rules.remove(at)
        while not encoding.holds((), self.rules):
            core = encoding.core()[1]
            for at in core:
                if not encoding.holds((), [other for other in core if other != at]):
                    core = [other for other in core if other != at]
            yield tuple(dict.fromkeys(encoding.instances[at].constraint.constraint_id for at in reversed(core)))
            self.rules.remove(core[-1])

    def clashes(self, limit: int) -> Iterator[Clash]:
        """At most ``limit`` of them; ``exhausted`` tells whether these are all."""
        proposer = _Proposer(self.encoding)
        count = 0
        for _ in range(_ROUNDS):
            seed = proposer.seed() if count < limit else None
            if seed is None:
                break
            if self.encoding.holds(seed, self.rules):
                proposer.ask_for_one_of(self._left_out(seed))
                continue
            core = self._smallest(self.encoding.core()[0])
            proposer.ask_for_less_than(core)
            chosen = tuple(self.encoding.choices[at] for at in core)
            if contemporary(chosen):
                count += 1
                yield Clash(chosen, self._broken(core))
        self.exhausted = proposer.seed() is None

    def _smallest(self, core: list[int]) -> list[int]:
        """Take claims out as long as the rest still clashes."""
        for at in list(core):
            without = [other for other in core if other != at]
            if not self.encoding.holds(without, self.rules):
                core = without
        return core

    def _left_out(self, seed: list[int]) -> list[int]:
        """The choices left out of a largest set around ``seed`` that holds; one of them is in every set not yet looked at."""
        chosen = set(seed)
        if not self.encoding.undecided:
            chosen |= set(self.encoding.agreeing())
        left = []
        taken: dict[Slot, list[Choice]] = {}
        for at in chosen:
            taken.setdefault(self.encoding.choices[at].slot, []).append(self.encoding.choices[at])
        for at, choice in enumerate(self.encoding.choices):
            if at not in chosen:
                rivals = taken.setdefault(choice.slot, [])
                if not any(choice.interval.apart(rival.interval) for rival in rivals) and self.encoding.holds([*chosen, at], self.rules):
                    rivals.append(choice)
                    chosen.add(at)
                else:
                    left.append(at)
        return left

    def _broken(self, core: list[int]) -> tuple[Instance, ...]:
        """The fewest instances that these claims break, found in one order, so that every version of z3 names the same."""
        rules = self.rules
        if len(rules) > _ALL_RULES:
            self.encoding.holds(core, rules)
            rules = self.encoding.core()[1]
        for at in reversed(list(rules)):  # a rule that comes later in the file renames no clash of an earlier one
            without = [other for other in rules if other != at]
            if not self.encoding.holds(core, without):
                rules = without
        return tuple(self.encoding.instances[at] for at in rules)


class _Proposer:
    """Proposes sets of choices: at most one for each quantity, of times that may agree, none of them looked at before."""

    def __init__(self, encoding: Encoding) -> None:
        self.z3: Any = encoding.z3
        self.encoding = encoding
        self.solver = self.z3.Solver(ctx=encoding.context)
        for members in encoding.by_slot.values():
            if len(members) > 1:
                self.solver.add(self.z3.AtMost(*(encoding.literals[at] for at in members), 1))
        self._keep_parts_whole()
        self._keep_times_apart()

    def seed(self) -> list[int] | None:
        """A set, as large as the solver leaves it open; None when all have been looked at."""
        if self.solver.check() != self.z3.sat:
            return None
        model = self.solver.model()
        values = [model.eval(literal) for literal in self.encoding.literals]
        chosen = [at for at, value in enumerate(values) if self.z3.is_true(value)]
        slots = {self.encoding.choices[at].slot for at in chosen}
        for at, value in enumerate(values):  # what the solver leaves open may be taken, as long as it fits
            choice = self.encoding.choices[at]
            if not self.z3.is_true(value) and not self.z3.is_false(value) and choice.slot not in slots:
                chosen.append(at)
                slots.add(choice.slot)
        return chosen

    def ask_for_one_of(self, choices: list[int]) -> None:
        """From now on every set has one of these."""
        self.solver.add(self.z3.Or(*(self.encoding.literals[at] for at in choices), self.z3.BoolVal(False, self.encoding.context)))

    def ask_for_less_than(self, choices: list[int]) -> None:
        """From now on no set has all of these."""
        self.solver.add(self.z3.Or(*(self.z3.Not(self.encoding.literals[at]) for at in choices)))

    def _keep_parts_whole(self) -> None:
        """That something is a part and how much of it there is come together: apart, neither changes a sum."""
        encoding = self.encoding
        uses = Counter(guard.identity for instance in encoding.instances for one in instance.summands for guard in one.guards)
        for instance in encoding.instances:
            for one in instance.summands:
                values = encoding.by_slot.get(one.slots[0], []) if len(one.slots) == 1 and encoding.uses[one.slots[0]] == 1 else []
                for guard in one.guards if values else ():
                    if uses[guard.identity] == 1:
                        literal = encoding.literals[encoding.number_of[guard.identity]]
                        self.solver.add(literal == self.z3.Or(*(encoding.literals[at] for at in values)))

    def _keep_times_apart(self) -> None:
        encoding, z3 = self.encoding, self.z3
        at_time: dict[Any, list[int]] = {}
        for at, choice in enumerate(encoding.choices):
            if (time := time_of_choice(choice)) is not None and not time.says_nothing:
                at_time.setdefault(time, []).append(at)
        if len(at_time) > _TIMES:
            return
        spoken_of = {time: z3.Bool(f"time{number}", encoding.context) for number, time in enumerate(at_time)}
        for time, members in at_time.items():
            self.solver.add(*(z3.Implies(encoding.literals[at], spoken_of[time]) for at in members))
        for one, other in combinations(at_time, 2):
            if one.apart(other):
                self.solver.add(z3.Or(z3.Not(spoken_of[one]), z3.Not(spoken_of[other])))
