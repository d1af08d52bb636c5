"""Terms that constraints.yaml defines, put where formulas use them."""

from iddia.project.vocabulary import Vocabulary
from iddia.text.formulas import Expression, Operation, Term, parse_expression, terms

DEEPEST = 20
LONGEST = 200
"""Levels of definitions, and terms of a formula once all of them are put in; a rule of experience has a handful."""


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


def extent(
    expression: Expression, vocabulary: Vocabulary, path: tuple[str, ...] = (), known: dict[str, tuple[int, int]] | None = None
) -> tuple[int, int]:
    """How many terms an expression has once definitions are put in, and how many levels deep it goes."""
    known = {} if known is None else known
    size = depth = 0
    for term in terms(expression):
        defined = vocabulary.constraints.get(term.name)
        if defined is None or defined.means is None or term.name in path or len(path) > DEEPEST:
            size += 1
            continue
        if term.name not in known:
            known[term.name] = extent(parse_expression(defined.means), vocabulary, (*path, term.name), known)
        inner, levels = known[term.name]
        size, depth = min(size + inner, LONGEST + 1), max(depth, levels + 1)
    return size, depth


def defined_in(name: str, vocabulary: Vocabulary) -> list[str]:
    """The defined terms that a definition uses."""
    defined = vocabulary.constraints.get(name)
    if defined is None or defined.means is None:
        return []
    used = dict.fromkeys(term.name for term in terms(parse_expression(defined.means)))
    return [one for one in used if one in vocabulary.constraints and vocabulary.constraints[one].means is not None]


def leading_back(vocabulary: Vocabulary) -> frozenset[str]:
    """The definitions that lead into a ring, their own or another's: what is left when those that end are taken away."""
    used = {name: set(defined_in(name, vocabulary)) for name, defined in vocabulary.constraints.items() if defined.means is not None}
    users: dict[str, list[str]] = {}
    for name, inner in used.items():
        for one in inner:
            users.setdefault(one, []).append(name)
    ending = [name for name, inner in used.items() if not inner]
    while ending:
        done = ending.pop()
        del used[done]
        for user in users.get(done, ()):
            used[user].discard(done)
            if not used[user]:
                ending.append(user)
    return frozenset(used)


def is_too_long(expression: Expression, vocabulary: Vocabulary) -> bool:
    """Whether an expression with all definitions put in is longer or deeper than is read."""
    size, depth = extent(expression, vocabulary)
    return size > LONGEST or depth > DEEPEST
