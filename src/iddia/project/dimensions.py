"""What a formula measures: the dimension of its terms, and whether only like is added to like."""

from iddia.project.vocabulary import Vocabulary
from iddia.text.formulas import Expression, Number, Term, parse_expression

DATE = "date"


class DimensionError(ValueError):
    """Unlike things are reckoned with: what was got and what was expected."""

    def __init__(self, message: str, got: str, expected: str) -> None:
        self.got, self.expected = got, expected
        super().__init__(message)


def dimension_of(expression: Expression, vocabulary: Vocabulary) -> str:
    """The dimension that an expression measures, or date. Raises DimensionError where unlike things are reckoned with."""
    if isinstance(expression, Number):
        return vocabulary.units[expression.unit].dimension if expression.unit else "ratio"
    if isinstance(expression, Term):
        if expression.function == "time":
            return DATE
        definition = vocabulary.properties.get(expression.name)
        if definition is None:
            return dimension_of(parse_expression(vocabulary.constraints[expression.name].means or ""), vocabulary)
        return definition.dimension or DATE
    left, right = dimension_of(expression.left, vocabulary), dimension_of(expression.right, vocabulary)
    if DATE in (left, right):
        raise DimensionError("dates are compared, not reckoned with", f"{left} {expression.sign} {right}", "a date alone on each side")
    if expression.sign in "+-" and left != right:
        raise DimensionError("only like can be added to like", f"{left} {expression.sign} {right}", "one dimension")
    if expression.sign in "+-":
        return left
    if expression.sign == "/" and right != "ratio":
        raise DimensionError("only a plain number divides", f"{left} / {right}", "a number without unit behind /")
    if "ratio" not in (left, right):
        raise DimensionError("one factor must be a ratio or a plain number", f"{left} {expression.sign} {right}", "a ratio")
    return left if right == "ratio" else right
