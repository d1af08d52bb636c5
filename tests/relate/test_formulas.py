"""The language of constraints: what is read, how it is expanded, what is said about slips, and how figures are calculated."""

from decimal import Decimal
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.text.formulas import (
    Comparison,
    Expression,
    FormulaError,
    Number,
    Operation,
    Term,
    calculate,
    expand,
    parse_comparison,
    parse_expression,
    parse_pattern,
    terms,
)

law = settings(deadline=None, max_examples=200)
FACTORS = {"usd": Decimal(1), "percent": Decimal("0.01"), "million_usd": Decimal(1_000_000)}


def shown(expression: Expression) -> str:
    """With every bracket written, so that what binds what is seen."""
    if isinstance(expression, Number):
        return f"{expression.value:f}" + (f" {expression.unit}" if expression.unit else "")
    if isinstance(expression, Term):
        return str(expression)
    return f"({shown(expression.left)} {expression.sign} {shown(expression.right)})"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1", "1"),
        ("1_000_000 usd", "1000000 usd"),
        ("97.4 percent", "97.4 percent"),
        ("1.5e3", "1500"),
        ("2E-2", "0.02"),
        ("1 + 2 * 3", "(1 + (2 * 3))"),
        ("(1 + 2) * 3", "((1 + 2) * 3)"),
        ("7 - 4 - 2", "((7 - 4) - 2)"),
        ("8 / 4 / 2", "((8 / 4) / 2)"),
        ("8 / 4 * 2", "((8 / 4) * 2)"),
        ("8 - 4 + 2", "((8 - 4) + 2)"),
        ("((3))", "3"),
        ("a(x)", "a(x)"),
        ("a_b(deepseek-r2)", "a_b(deepseek-r2)"),
        ("a(x,y)", "a(x, y)"),
        ("  a( x , y )-1", "(a(x, y) - 1)"),
        ("a(x-y)", "a(x-y)"),
        ("a(x) -b(y)", "(a(x) - b(y))"),
        ("sum(a(x))", "sum(a(x))"),
        ("time(a(x))", "time(a(x))"),
        ("time(not a(x, y))", "time(not a(x, y))"),
        ("not a(x)", "not a(x)"),
        ("1 - a(x, y) * 50 percent", "(1 - (a(x, y) * 50 percent))"),
    ],
)
def test_a_formula_is_read_by_the_usual_precedence_from_left_to_right(text: str, read: str) -> None:
    assert shown(parse_expression(text)) == read
    assert shown(parse_expression(shown(parse_expression(text)))) == read


@pytest.mark.parametrize("sign", ["<=", ">=", "=", "<", ">"])
@pytest.mark.parametrize("space", ["", " "])
def test_a_comparison_has_two_formulas_and_a_sign(sign: str, space: str) -> None:
    read = parse_comparison(f"a(x){space}{sign}{space}2 * b(y)")
    assert read == Comparison(sign, Term("a", ("x",)), Operation("*", Number(Decimal(2)), Term("b", ("y",))))


@pytest.mark.parametrize(
    ("text", "term", "sign", "number"),
    [
        ("a(x)", Term("a", ("x",)), None, None),
        ("not a(x, y)", Term("a", ("x", "y"), None, negated=True), None, None),
        ("a(x) >= 10_000 gpu", Term("a", ("x",)), ">=", Number(Decimal(10000), "gpu")),
        ("a(x) = 5", Term("a", ("x",)), "=", Number(Decimal(5))),
        ("a(x)<0.5 times", Term("a", ("x",)), "<", Number(Decimal("0.5"), "times")),
    ],
)
def test_a_pattern_is_a_term_with_or_without_a_limit(text: str, term: Term, sign: str | None, number: Number | None) -> None:
    assert parse_pattern(text) == (term, sign, number)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a number or a term such as release_date(x) is expected at the start, and nothing comes"),
        ("1 +", "a number or a term such as release_date(x) is expected behind '+', and nothing comes"),
        ("-5", "a number or a term such as release_date(x) is expected at the start, not '-'"),
        ("1 2", "nothing more is expected behind '1', not '2'"),
        ("2 a(x)", "nothing more is expected behind 'a', not '('"),
        ("(1 + 2", ") is expected behind '2', and nothing comes"),
        ("1)", "nothing more is expected behind '1', not ')'"),
        ("a", "( is expected behind 'a', and nothing comes"),
        ("a()", "a variable or an entity is expected behind '(', not ')'"),
        ("a(x,)", "a variable or an entity is expected behind ',', not ')'"),
        ("a(x y)", ") is expected behind 'x', not 'y'"),
        ("a(1)", "a variable or an entity is expected behind '(', not '1'"),
        ("sum(time(a(x)))", "sum takes a plain term, not time(a(x))"),
        ("1 = 1", "nothing more is expected behind '1', not '='"),
        ("10% * 2", "'%' cannot be read; write numbers, terms such as release_date(x), + - * / and brackets"),
        ("1,5", "nothing more is expected behind '1', not ','"),
        ("2x", "'2x' cannot be read; write numbers, terms such as release_date(x), + - * / and brackets"),
        ("A(x)", "'A(x)' cannot be read; write numbers, terms such as release_date(x), + - * / and brackets"),
        ("1e40", "1e40 is beyond all measure"),
        ("1e-40", "1e-40 is beyond all measure"),
        ("1e31", "1e31 is beyond all measure"),
        ("1e9999999999999999999", "1e9999999999999999999 is beyond all measure"),
        ("1e-9999999999999999999", "1e-9999999999999999999 is beyond all measure"),
        (f"0.{'0' * 30}1", f"0.{'0' * 30}1 is beyond all measure"),
        ("2" * 32, f"{'2' * 32} is beyond all measure"),
        (" + ".join(["1"] * 201), "the formula has 401 numbers, terms and signs; at most 400 are read"),
        ("(" * 21 + "1" + ")" * 21, "brackets stand more than 20 deep"),
    ],
)
def test_a_slip_is_named_with_what_was_expected_where(text: str, message: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_expression(text)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["1e30", "1e-30", "0e99", f"1.{'0' * 40}"])
def test_a_number_may_have_thirty_noughts_and_nought_any(text: str) -> None:
    assert parse_expression(text) == Number(Decimal(text))


def test_a_formula_may_have_four_hundred_pieces() -> None:
    assert sum(1 for _ in terms(parse_expression(" + ".join(["1", *["a(x)"] * 79])))) == 79
    assert calculate(parse_expression(f"{'1 - ' * 199}1")) == -198


def test_brackets_may_stand_twenty_deep() -> None:
    assert parse_expression("(" * 20 + "1" + ")" * 20) == Number(Decimal(1))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a(x)", "<= or >= or = or < or > is expected behind ')', and nothing comes"),
        ("a(x) = b(y) = c(z)", "nothing more is expected behind ')', not '='"),
        ("a(x) == b(y)", "a number or a term such as release_date(x) is expected behind '=', not '='"),
    ],
)
def test_a_comparison_compares_once(text: str, message: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_comparison(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a(x) >= b(y)", "a number is expected behind '>=', not 'b'"),
        ("a(x) 5", "nothing more is expected behind ')', not '5'"),
        ("5 = a(x)", "a number or a term such as release_date(x) is expected at the start, not '5'"),
    ],
)
def test_a_pattern_has_a_term_before_and_a_number_behind_its_sign(text: str, message: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_pattern(text)
    assert str(caught.value) == message


A, B, C = Term("a", ("x",)), Term("b", ("x",)), Term("c", ("x", "y"))


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("3", {(): 3}),
        ("50 percent", {(): Fraction(1, 2)}),
        ("2 million_usd", {(): 2_000_000}),
        ("a(x)", {(A,): 1}),
        ("a(x) + a(x)", {(A,): 2}),
        ("a(x) - a(x)", {(A,): 0}),
        ("2 * a(x) - 3", {(A,): 2, (): -3}),
        ("a(x) - (b(x) - c(x, y))", {(A,): 1, (B,): -1, (C,): 1}),
        ("(a(x) + 2) * 3", {(A,): 3, (): 6}),
        ("(a(x) + b(x)) / 4", {(A,): Fraction(1, 4), (B,): Fraction(1, 4)}),
        ("a(x) / (1 + 1)", {(A,): Fraction(1, 2)}),
        ("a(x) / 3", {(A,): Fraction(1, 3)}),
        ("1 / 3 * a(x) + 2 / 3 * a(x)", {(A,): 1}),
        ("a(x) / 3 * 3 - a(x)", {(A,): 0}),
        ("(a(x) - 1 million_usd) / 7", {(A,): Fraction(1, 7), (): Fraction(-1_000_000, 7)}),
        ("c(x, y) * a(x)", {(C, A): 1}),
        ("c(x, y) * (a(x) - 2 * b(x))", {(C, A): 1, (C, B): -2}),
        ("(1 - c(x, y)) * a(x)", {(A,): 1, (C, A): -1}),
        ("100 usd - 20 percent * a(x)", {(): 100, (A,): Fraction(-1, 5)}),
    ],
)
def test_a_formula_expands_into_a_sum_of_products(text: str, expanded: dict[tuple[Term, ...], Fraction]) -> None:
    read = expand(parse_expression(text), FACTORS)
    assert read == expanded
    assert all(isinstance(coefficient, Fraction) for coefficient in read.values())


@pytest.mark.parametrize("text", ["1 / a(x)", "a(x) / b(x)", "a(x) / (a(x) - a(x))", "1 / 0", "a(x) / (2 - 2)"])
def test_only_a_number_that_is_not_nought_divides(text: str) -> None:
    with pytest.raises(FormulaError, match="only a number that is not 0 can be divided by"):
        expand(parse_expression(text), FACTORS)


def test_a_product_of_three_terms_is_not_reckoned_with() -> None:
    with pytest.raises(FormulaError, match="at most two terms"):
        expand(parse_expression("a(x) * b(x) * c(x, y)"), FACTORS)


def test_terms_come_from_left_to_right() -> None:
    assert list(terms(parse_expression("a(x) - 2 * (b(x) + sum(c(x, y)))"))) == [A, B, Term("c", ("x", "y"), "sum")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1 / 0", "this divides by zero or runs beyond all measure"),
        ("0 / 0", "this divides by zero or runs beyond all measure"),
        ("2 * a(x)", "only numbers can be reckoned with here, and a(x) is none"),
        ("2 usd", "only numbers can be reckoned with here, and usd is none"),
    ],
)
def test_what_cannot_be_calculated_is_said(text: str, message: str) -> None:
    with pytest.raises(FormulaError) as caught:
        calculate(parse_expression(text))
    assert str(caught.value) == message


numbers = st.decimals(0, 10**6, allow_nan=False, allow_infinity=False, places=3).map(lambda number: Number(number.normalize()))
expressions = st.recursive(numbers, lambda inner: st.builds(Operation, st.sampled_from("+-*/"), inner, inner), max_leaves=12)


def _exact(expression: Expression) -> Fraction:
    if isinstance(expression, Number):
        return Fraction(expression.value)
    assert isinstance(expression, Operation)
    left, right = _exact(expression.left), _exact(expression.right)
    if expression.sign == "/":
        return left / right
    return {"+": left + right, "-": left - right, "*": left * right}[expression.sign]


def _size(expression: Expression) -> Fraction:
    """What errors of rounding are measured by: the sum of all that is added, whatever its sign."""
    if not isinstance(expression, Operation):
        return abs(_exact(expression))
    left, right = _size(expression.left), _size(expression.right)
    if expression.sign == "/":
        return left * right / _exact(expression.right) ** 2
    return left * right if expression.sign == "*" else left + right


@law
@given(expressions)
def test_figures_are_calculated_as_fractions_are(expression: Expression) -> None:
    try:
        exact = _exact(expression)
    except ZeroDivisionError:
        with pytest.raises(FormulaError):
            calculate(expression)
        return
    assert abs(Fraction(calculate(expression)) - exact) <= _size(expression) * Fraction(1, 10**45)


@law
@given(expressions)
def test_what_is_written_out_is_read_as_it_was(expression: Expression) -> None:
    assert shown(parse_expression(shown(expression))) == shown(expression)


small = st.one_of(st.integers(0, 20).map(lambda number: Number(Decimal(number))), st.sampled_from([A, B, C]))
divisors = st.integers(1, 9).map(lambda number: Number(Decimal(number)))
with_terms = st.recursive(
    small,
    lambda inner: st.one_of(
        st.builds(Operation, st.sampled_from("+-*"), inner, inner), st.builds(Operation, st.just("/"), inner, divisors)
    ),
    max_leaves=8,
)


def _valued(expression: Expression, values: dict[Term, int]) -> Fraction:
    if isinstance(expression, Number):
        return Fraction(expression.value)
    if isinstance(expression, Term):
        return Fraction(values[expression])
    left, right = _valued(expression.left, values), _valued(expression.right, values)
    if expression.sign == "/":
        return left / right
    return {"+": left + right, "-": left - right, "*": left * right}[expression.sign]


@law
@given(with_terms, st.fixed_dictionaries({term: st.integers(-9, 9) for term in (A, B, C)}))
def test_a_sum_of_products_has_the_value_of_the_formula(expression: Expression, values: dict[Term, int]) -> None:
    try:
        products = expand(expression, {})
    except FormulaError:
        assert str(expression).count("Term(") > 2
        return
    assert sum(coefficient * prod(values[term] for term in product) for product, coefficient in products.items()) == _valued(
        expression, values
    )
