"""All relations between claims: pair rules, exclusions and constraints, each with its detail in words."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from iddia.model.lists import RelationKind
from iddia.project.constraints import Constraint
from iddia.project.vocabulary import Vocabulary
from iddia.relate.clashes import Clash, clashes
from iddia.relate.details import Details
from iddia.relate.exclusions import exclusions
from iddia.relate.grounding import Choice, index_of, instances
from iddia.relate.identities import Identities
from iddia.relate.pairs import disagreement, pair_relations
from iddia.relate.relation import Relation, claim_order
from iddia.relate.statements import Statement


@dataclass(frozen=True)
class Related:
    """The relations, the cases of each formula, whether some clashes were not listed, and constraints that nothing can meet."""

    relations: tuple[Relation, ...]
    checked: dict[str, int]
    more: bool
    impossible: tuple[tuple[str, ...], ...] = ()


NOTHING_RELATED = Related((), {}, more=False)


def relate(statements: Iterable[Statement], vocabulary: Vocabulary, constraints: Iterable[Constraint]) -> Related:
    """Every relation between these claims, in the order of their claims. Needs z3 where a constraint has a formula that applies."""
    everything = sorted(statements, key=lambda one: claim_order(one.claim_id))
    details, identities, index = Details(vocabulary), Identities.of(vocabulary.identity_pairs), index_of(everything)
    found = {
        relation.relation_id: replace(relation, detail=details.of_pair(relation)) for relation in pair_relations(everything, vocabulary)
    }
    applied = []
    for constraint in constraints:
        for relation in exclusions(constraint, index, identities) if constraint.sides else ():
            found[relation.relation_id] = replace(relation, detail=details.of_exclusion(relation, constraint))
        if constraint.difference is not None:
            applied += list(instances(constraint, index, identities))
    listed = clashes(applied) if applied else None
    for clash in _telling(listed.clashes if listed else ()):
        relation = _relation(clash)
        found.setdefault(relation.relation_id, replace(relation, detail=details.of_clash(clash)))
    ordered = sorted(found.values(), key=lambda relation: (_KINDS.index(relation.kind), relation.claim_ids, relation.rule))
    checked = dict(Counter(one.constraint.constraint_id for one in applied if one.applies))
    return Related(tuple(ordered), checked, listed is not None and listed.more, listed.impossible if listed else ())


_KINDS: tuple[RelationKind, ...] = ("contradicts", "in_tension", "corroborates", "refines")


def _telling(found: Sequence[Clash]) -> Iterator[Clash]:
    """Clashes without those by an identity that tell nothing new.

    That is where one claim stands for two quantities ("twice y" is not said of y, even if x may be y), and where the same
    claims of quantities clash without any identity.
    """
    direct = {(_rules(clash), _measured(clash)) for clash in found if not _assumes(clash)}
    for clash in found:
        claims = [one.claim_id for choice in clash.choices for one in choice.statements]
        if not _assumes(clash) or (len(set(claims)) == len(claims) and (_rules(clash), _measured(clash)) not in direct):
            yield clash


def _assumes(clash: Clash) -> bool:
    return any(choice.assuming is not None for choice in clash.choices)


def _rules(clash: Clash) -> tuple[str, ...]:
    return tuple(instance.constraint.constraint_id for instance in clash.instances)


def _measured(clash: Clash) -> frozenset[str]:
    """The claims that give quantities, without those of what belongs together."""
    return frozenset(one.claim_id for choice in clash.choices if choice.slot[0] != "given" for one in choice.statements)


def _relation(clash: Clash) -> Relation:
    """The claims of a clash, each choice a side named by its property; claims that say the same stand on one side."""
    constraints = [instance.constraint for instance in clash.instances]
    sides: dict[str, tuple[Statement, ...]] = {}
    taken: set[str] = set()
    for choice in clash.choices:
        fresh = tuple(one for one in choice.statements if one.claim_id not in taken)
        taken |= {one.claim_id for one in fresh}
        if fresh:
            sides[_role(choice, sides)] = fresh
    assuming = tuple(dict.fromkeys(choice.assuming for choice in clash.choices if choice.assuming is not None))
    relation = disagreement(constraints[0].constraint_id, list(sides.values()), roles=list(sides), assuming=assuming)
    conditions = [{one.condition for one in choice.statements if one.is_committed} for choice in clash.choices]
    certain = bool(set.intersection(*conditions))
    logical = all(constraint.kind == "contradicts" and not constraint.usual for constraint in constraints)
    return replace(relation, kind="contradicts" if certain and logical and not assuming else "in_tension")


def _role(choice: Choice, taken: Collection[str]) -> str:
    """The property, numbered from the second claim of the same property on."""
    name = (choice.slot[1] if choice.slot[0] == "given" else choice.slot[0]) or ""
    return next(role for number in count(1) if (role := f"{name}_{number}" if number > 1 else name) not in taken)
