"""The small language of constraints and worked figures: numbers with units, + - * / and brackets, terms such as parameter_count(x).

A grammar of its own, because ids have hyphens in them (deepseek-r2) and a reader should not have to quote them: a minus
stands between spaces.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext
from fractions import Fraction

from iddia.language import SaidError

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w])|(?P<name>[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)"
    r"|(?P<sign><=|>=|[-+*/(),=<>]))"
)
WORDS = ("not", "sum", "time")
"""What a term cannot be called."""
COMPARISONS = ("<=", ">=", "=", "<", ">")
_DEEPEST = 20
_LONGEST = 400  # pieces; each is a level of recursion at worst, and Python allows a thousand


class FormulaError(SaidError):
    """The text is no formula; the message says what was expected where."""


@dataclass(frozen=True)
class Number:
    """A number, in ``unit`` where one is given."""

    value: Decimal
    unit: str | None = None


@dataclass(frozen=True)
class Term:
    """``name(arguments)``; ``negated`` by "not" before it, ``function`` is sum, time or nothing."""

    name: str
    arguments: tuple[str, ...]
    function: str | None = None
    negated: bool = False

    def __str__(self) -> str:
        text = f"{'not ' * self.negated}{self.name}({', '.join(self.arguments)})"
        return f"{self.function}({text})" if self.function else text


@dataclass(frozen=True)
class Operation:
    """``left sign right`` with one of + - * /."""

    sign: str
    left: "Expression"
    right: "Expression"


Expression = Number | Term | Operation


@dataclass(frozen=True)
class Comparison:
    """``left sign right`` with one of <= >= = < >."""

    sign: str
    left: Expression
    right: Expression


def parse_expression(text: str, *, of_numbers: bool = False) -> Expression:
    """A formula without a comparison; ``of_numbers`` when errors should not suggest a term. Raises FormulaError."""
    reader = _Reader(text, of_numbers=of_numbers)
    expression = reader.expression(0)
    reader.end()
    return expression


def parse_comparison(text: str) -> Comparison:
    """Two formulas and a comparison between them. Raises FormulaError."""
    reader = _Reader(text)
    left = reader.expression(0)
    sign = reader.take(*COMPARISONS)
    right = reader.expression(0)
    reader.end()
    return Comparison(sign, left, right)


def parse_pattern(text: str) -> tuple[Term, str | None, Number | None]:
    """A term that claims may match, with a comparison and a number behind it or without. Raises FormulaError."""
    if text.count("(") != text.count(")"):
        raise FormulaError(
            "the brackets do not match; in [ ] a comma separates, so put the whole in quotes",
            "ayraçlar eşleşmiyor; [ ] içinde virgül ayırır, bu yüzden tümünü tırnak içine alın",
        )
    reader = _Reader(text)
    term = reader.term()
    sign = number = None
    if reader.ahead in COMPARISONS:
        sign = reader.take(*COMPARISONS)
        number = reader.number()
    reader.end()
    return term, sign, number


MOST_FACTORS = 2
Monomials = dict[tuple[Term, ...], Fraction]


def expand(expression: Expression, factor_of: Mapping[str, Decimal]) -> Monomials:
    """The expression as a sum of products of terms, each with its coefficient; numbers in base units by ``factor_of`` their units.

    Raises FormulaError where it divides by a term, or multiplies more than two.
    """
    if isinstance(expression, Number):
        return {(): Fraction(expression.value) * (Fraction(factor_of[expression.unit]) if expression.unit else 1)}
    if isinstance(expression, Term):
        return {(expression,): Fraction(1)}
    left, right = expand(expression.left, factor_of), expand(expression.right, factor_of)
    if expression.sign in "+-":
        for term, coefficient in right.items():
            left[term] = left.get(term, Fraction(0)) + (coefficient if expression.sign == "+" else -coefficient)
        return left
    if expression.sign == "*":
        product: Monomials = {}
        for one, first in left.items():
            for other, second in right.items():
                if len(one) + len(other) > MOST_FACTORS:
                    shown = " * ".join(map(str, (*one, *other)))
                    raise FormulaError(
                        f"a product of {shown} is not reckoned with; at most two terms are",
                        f"{shown} çarpımıyla hesap yapılmaz; bir çarpımda en çok iki terim olabilir",
                    )
                product[(*one, *other)] = product.get((*one, *other), Fraction(0)) + first * second
        return product
    if set(right) != {()} or not right[()]:
        raise FormulaError("only a number that is not 0 can be divided by", "bölen yalnızca 0 olmayan bir sayı olabilir")
    return {term: coefficient / right[()] for term, coefficient in left.items()}


def terms(expression: Expression) -> Iterator[Term]:
    """All terms of an expression, from left to right."""
    if isinstance(expression, Term):
        yield expression
    elif isinstance(expression, Operation):
        yield from terms(expression.left)
        yield from terms(expression.right)


def calculate(expression: Expression) -> Decimal:
    """The value of an expression of plain numbers. Raises FormulaError for terms, units and division by zero."""
    with localcontext(Context(prec=50)):
        try:
            return _value(expression)
        except (DivisionByZero, InvalidOperation, Overflow):
            raise FormulaError(
                "this divides by zero or runs beyond all measure", "bu hesap sıfıra bölüyor ya da her ölçüyü aşıyor"
            ) from None


def _value(expression: Expression) -> Decimal:
    if isinstance(expression, Operation):
        left, right = _value(expression.left), _value(expression.right)
        operations = {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right, "/": lambda: left / right}
        return operations[expression.sign]()
    if isinstance(expression, Number) and expression.unit is None:
        return expression.value
    shown = expression if isinstance(expression, Term) else expression.unit
    raise FormulaError(
        f"only numbers can be reckoned with here, and {shown} is none", f"burada yalnızca sayılarla hesap yapılır; sayı olmayan: {shown}"
    )


class _Reader:
    """Reads one formula from left to right."""

    def __init__(self, text: str, *, of_numbers: bool = False) -> None:
        self.tokens: list[str] = []
        self.of_numbers = of_numbers
        at = 0
        while text[at:].strip():
            match = _TOKEN.match(text, at)
            if match is None:
                raise self._unreadable(text[at:].split(maxsplit=1)[0])
            self.tokens.append(match.group().strip())
            at = match.end()
        if (count := len(self.tokens)) > _LONGEST:
            raise FormulaError(
                f"the formula has {count} numbers, terms and signs; at most {_LONGEST} are read",
                f"formülde {count} sayı, terim ve işaret var; en çok {_LONGEST} tanesi okunur",
            )
        self.at = 0

    def _unreadable(self, piece: str) -> FormulaError:
        english, turkish = f"{piece!r} cannot be read", f"{piece!r} okunamıyor"
        if self.of_numbers:
            return FormulaError(english, turkish)
        return FormulaError(
            f"{english}; write numbers, terms such as release_date(x), + - * / and brackets",
            f"{turkish}; sayılar, release_date(x) gibi terimler, + - * / ve ayraçlar yazın",
        )

    @property
    def ahead(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, *wanted: str) -> str:
        if self.ahead not in wanted:
            raise self._expected(" or ".join(wanted), " ya da ".join(wanted))
        self.at += 1
        return self.tokens[self.at - 1]

    def end(self) -> None:
        if self.ahead:
            before = self.tokens[self.at - 1]
            raise FormulaError(
                f"nothing more is expected behind {before!r}, not {self.ahead!r}",
                f"{before!r} sonrasında başka bir şey beklenmiyor, ama {self.ahead!r} geliyor",
            )

    def _expected(self, english: str, turkish: str) -> FormulaError:
        before = self.tokens[self.at - 1] if self.at else None
        got = (f"not {self.ahead!r}", f"{self.ahead!r} geliyor") if self.ahead else ("and nothing comes", "hiçbir şey gelmiyor")
        where = (f"behind {before!r}", f"{before!r} sonrasında") if before else ("at the start", "başta")
        return FormulaError(f"{english} is expected {where[0]}, {got[0]}", f"{where[1]} {turkish} bekleniyor, ama {got[1]}")

    def expression(self, depth: int) -> Expression:
        if depth > _DEEPEST:
            raise FormulaError(f"brackets stand more than {_DEEPEST} deep", f"iç içe ayraçlar {_DEEPEST} düzeyden derin")
        left = self._product(depth)
        while self.ahead in ("+", "-"):
            left = Operation(self.take("+", "-"), left, self._product(depth))
        return left

    def _product(self, depth: int) -> Expression:
        left = self._factor(depth)
        while self.ahead in ("*", "/"):
            left = Operation(self.take("*", "/"), left, self._factor(depth))
        return left

    def _factor(self, depth: int) -> Expression:
        if self.ahead == "(":
            self.take("(")
            inner = self.expression(depth + 1)
            self.take(")")
            return inner
        if self.ahead[:1].isdigit():
            return self.number()
        return self.term()

    def number(self) -> Number:
        if not self.ahead[:1].isdigit():
            raise self._expected("a number", "bir sayı")
        beyond = FormulaError(f"{self.ahead} is beyond all measure", f"{self.ahead} her ölçüyü aşıyor")
        try:
            value = Decimal(self.ahead.replace("_", ""))
        except InvalidOperation:
            raise beyond from None
        if value and abs(value.adjusted()) > 30:
            raise beyond
        self.at += 1
        unit = None
        if self.ahead[:1].isalpha():
            unit = self.ahead
            self.at += 1
        return Number(value, unit)

    def term(self) -> Term:
        negated = self.ahead == "not"
        self.at += negated
        if not self.ahead[:1].isalpha():
            if self.of_numbers:
                raise self._expected("a number", "bir sayı")
            raise self._expected("a number or a term such as release_date(x)", "bir sayı ya da release_date(x) gibi bir terim")
        name = self.ahead
        self.at += 1
        self.take("(")
        if name in ("sum", "time") and not negated:
            inner = self.term()
            self.take(")")
            if inner.function:
                raise FormulaError(f"{name} takes a plain term, not {inner}", f"{name} içine yalın bir terim gelir; bulunan: {inner}")
            return Term(inner.name, inner.arguments, name, inner.negated)
        arguments = [self._argument()]
        while self.ahead == ",":
            self.take(",")
            arguments.append(self._argument())
        self.take(")")
        return Term(name, tuple(arguments), None, negated)

    def _argument(self) -> str:
        if not self.ahead[:1].isalpha():
            raise self._expected("a variable or an entity", "bir değişken ya da varlık")
        self.at += 1
        return self.tokens[self.at - 1]
