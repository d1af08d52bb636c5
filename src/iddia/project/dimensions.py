"""What a formula measures: the dimension of its terms, and whether only like is added to like."""

from iddia.language import Said, SaidError, Words
from iddia.project.vocabulary import Vocabulary
from iddia.text.formulas import Expression, Number, Term, parse_expression

DATE = "date"


class DimensionError(SaidError):
    """Unlike things are reckoned with: what was got and what was expected."""

    def __init__(self, message: Said, got: str, expected: Words) -> None:
        self.got, self.expected = got, expected
        super().__init__(*message)


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
    got = f"{left} {expression.sign} {right}"
    if DATE in (left, right):
        message = "dates are compared, not reckoned with", "tarihlerle hesap yapılmaz, tarihler karşılaştırılır"
        raise DimensionError(message, got, ("a date alone on each side", "iki yanda da tek başına bir tarih"))
    if expression.sign in "+-" and left != right:
        message = "only like can be added to like", "yalnızca aynı türden şeyler toplanabilir ya da çıkarılabilir"
        raise DimensionError(message, got, ("one dimension", "tek bir boyut"))
    if expression.sign in "+-":
        return left
    if expression.sign == "/" and right != "ratio":
        message = "only a plain number divides", "bölen yalnızca yalın bir sayı olabilir"
        raise DimensionError(message, got, ("a number without unit behind /", "/ sonrasında birimsiz bir sayı"))
    if "ratio" not in (left, right):
        message = "one factor must be a ratio or a plain number", "çarpanlardan biri oran ya da yalın bir sayı olmalı"
        raise DimensionError(message, got, ("a ratio", "bir oran"))
    return left if right == "ratio" else right
