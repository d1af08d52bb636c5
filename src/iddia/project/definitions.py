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
