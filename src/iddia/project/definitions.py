"""Terms that constraints.yaml defines, put where formulas use them."""

from iddia.project.vocabulary import Vocabulary
from iddia.text.formulas import Expression, Operation, Term, parse_expression


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
