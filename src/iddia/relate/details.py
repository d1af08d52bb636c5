"""What a relation rests on, in words, English and Turkish: values, what each stands for, and the arithmetic between them."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Context, Decimal, localcontext

from iddia.project.constraints import Constraint
from iddia.project.vocabulary import Vocabulary
from iddia.relate.clashes import Clash
from iddia.relate.grounding import Choice, Instance, Slot, Summand
from iddia.relate.intervals import INFINITY, Interval
from iddia.relate.relation import Relation
from iddia.relate.statements import Statement
from iddia.wording import LANGUAGES, Language, number_in_words, value_in_words, with_unit

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "stands for": "{} (stands for {})",
        "between": "{} to {}",
        "above": "{} or more",
        "below": "{} or less",
        "later": "{} or later",
        "earlier": "{} or earlier",
        "more": "more than {}",
        "less": "less than {}",
        "anything": "any value",
        "value": "{about}, can be one only; claimed are {sides}. No value fits all.",
        "date": "{about}, can be one day only; claimed are {sides}. No day fits all.",
        "polarity": "Affirmed by some and denied by others: {about}: {value}.",
        "maybe_same": "If {identity}, they differ on {about}: {sides}.",
        "same": "{} is the same as {}",
        "strength": "Asserted by some, given by others as {modalities} only: {about}: {value}.",
        "agreement": "{count} claims agree: {about}: {value}.",
        "narrower": "{about}: {narrow} lies within {wide}.",
        "and": " and ",
        "against": " against ",
        "if": "If {}: ",
        "not given": "{} (not given, 0 at least)",
        "not needed": "{} (given, but not needed for the clash: 0 at least)",
        "at": "{}, day for which it is said",
        "not at": "{}, day for which it is denied",
        "=": "The two should be equal, and are not.",
        "<=": "The first should be no more than the second, and is more.",
        ">=": "The first should be no less than the second, and is less.",
        "<": "The first should be less than the second, and is not.",
        ">": "The first should be more than the second, and is not.",
        "<= date": "The first should be no later than the second, and is later.",
        ">= date": "The first should be no earlier than the second, and is earlier.",
        "< date": "The first should be earlier than the second, and is not.",
        "> date": "The first should be later than the second, and is not.",
    },
    "tr": {
        "stands for": "{} (karşılığı: {})",
        "between": "{} ile {} arası",
        "above": "{} ya da üzeri",
        "below": "{} ya da altı",
        "later": "{} ya da sonrası",
        "earlier": "{} ya da öncesi",
        "more": "{} üzeri",
        "less": "{} altı",
        "anything": "herhangi bir değer",
        "value": "{about}: tek bir değer olabilir; ileri sürülenler {sides}. Hepsine uyan değer yok.",
        "date": "{about}: tek bir gün olabilir; ileri sürülenler {sides}. Hepsine uyan gün yok.",
        "polarity": "Kimi olumluyor, kimi yadsıyor: {about}: {value}.",
        "maybe_same": "{identity} ise şurada ayrılıyorlar: {about}: {sides}.",
        "same": "{} ile {} aynı şey",
        "strength": "Kimi kesin söylüyor, kimi yalnızca {modalities} olarak veriyor: {about}: {value}.",
        "agreement": "{count} sav aynı şeyi söylüyor: {about}: {value}.",
        "narrower": "{about}: {narrow}; şunun içinde kalıyor: {wide}.",
        "and": " ve ",
        "against": "; buna karşı ",
        "if": "{} ise: ",
        "not given": "{} (verilmemiş, en az 0)",
        "not needed": "{} (verilmiş, ama çatışma için gerekmiyor: en az 0)",
        "at": "{}, söylendiği gün",
        "not at": "{}, olmadığının söylendiği gün",
        "=": "İkisi eşit olmalıydı, değil.",
        "<=": "Birincisi ikincisini aşmamalıydı, aşıyor.",
        ">=": "Birincisi ikincisinden az olmamalıydı, az.",
        "<": "Birincisi ikincisinden az olmalıydı, değil.",
        ">": "Birincisi ikincisinden çok olmalıydı, değil.",
        "<= date": "Birincisi ikincisinden geç olmamalıydı, geç.",
        ">= date": "Birincisi ikincisinden erken olmamalıydı, erken.",
        "< date": "Birincisi ikincisinden erken olmalıydı, değil.",
        "> date": "Birincisi ikincisinden geç olmalıydı, değil.",
    },
}
_NUMBERS = Context(prec=12)


class Details:
    """Puts relations into words, with the labels of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.entities = {lang: {key: getattr(entity.label, lang) for key, entity in vocabulary.entities.items()} for lang in LANGUAGES}
        self.units = {lang: {key: getattr(unit.label, lang) for key, unit in vocabulary.units.items()} for lang in LANGUAGES}

    def of_pair(self, relation: Relation) -> tuple[str, str]:
        """The words for a relation that a pair rule found."""
        return self._both(lambda lang: self._pair(relation, lang))

    def of_exclusion(self, relation: Relation, constraint: Constraint) -> tuple[str, str]:
        """The words for claims that take sides of which only one can be: the rule, and the numbers that it looked at."""
        return self._both(lambda lang: " ".join([getattr(constraint.says, lang), *self._numbers(relation, lang)]))

    def _numbers(self, relation: Relation, lang: Language) -> list[str]:
        measured = [one for one in relation.statements if one.dimension is not None]
        abouts = [self._about(one.property_id, one.subject, one.compared_to, lang) for one in measured]
        values = [self._value(one, lang, affirmed=False) for one in measured]
        return list(dict.fromkeys(f"{about}: {value}." for about, value in zip(abouts, values, strict=True)))

    def of_clash(self, clash: Clash) -> tuple[str, str]:
        """The words for claims that break constraints: both sides of each formula, worked out."""
        return self._both(lambda lang: self._assumed(clash, lang) + " ".join(self._worked(one, clash, lang) for one in clash.instances))

    def _both(self, words: Callable[[Language], str]) -> tuple[str, str]:
        english, turkish = (words(language) for language in LANGUAGES)
        return _capital(english), _capital(turkish)

    def _pair(self, relation: Relation, lang: Language) -> str:
        words, first = _WORDS[lang], relation.statements[0]
        about = self._about(first.property_id, first.subject, first.compared_to, lang)
        sides = words["against"].join(self._values(side.statements, lang) for side in relation.sides)
        identity = words["and"].join(words["same"].format(*(self.entities[lang][one] for one in pair)) for pair in relation.assuming)
        modalities = [one.modality for side in relation.sides[1:] for one in side.statements]
        if relation.assuming and relation.rule != "maybe_same":
            return words["if"].format(identity) + words[relation.rule].format(about=about, sides=sides)
        return words[relation.rule].format(
            about=about,
            sides=sides,
            identity=identity,
            value=self._values(first_of_each(relation.statements), lang, affirmed=relation.rule == "polarity"),
            narrow=self._values(relation.sides[0].statements, lang),
            wide=self._values(relation.sides[-1].statements, lang),
            count=len(relation.statements),
            modalities=words["and"].join(
                dict.fromkeys(getattr(self.vocabulary.modalities[modality].label, lang).lower() for modality in modalities)
            ),
        )

    def _about(self, property_id: str, subject: str, compared: str | None, lang: Language) -> str:
        label = getattr(self.vocabulary.properties[property_id].label, lang)
        return ", ".join([self.entities[lang][subject], label, *([f"({self.entities[lang][compared]})"] if compared else [])]).replace(
            ", (", " ("
        )

    def _values(self, statements: Sequence[Statement], lang: Language, *, affirmed: bool = False) -> str:
        """The different values of statements, each with what it stands for where that is more than it says."""
        return _WORDS[lang]["and"].join(dict.fromkeys(self._value(one, lang, affirmed=affirmed) for one in statements))

    def _value(self, one: Statement, lang: Language, *, affirmed: bool) -> str:
        row = {**one.row, "polarity": "affirmed"} if affirmed else one.row
        text = value_in_words(row, self.entities[lang], self.units[lang], lang)
        if one.content is not None or one.interval.low == one.interval.high or not _is_more(one):
            return text
        return _WORDS[lang]["stands for"].format(text, self._interval(one.interval, one, lang))

    def _interval(self, interval: Interval, like: Statement, lang: Language) -> str:
        """An interval in the unit, or as the days, that a statement gives."""
        unit = self.vocabulary.units[like.row["unit"]] if like.dimension is not None else None
        text = interval_in_words(interval, lang, is_date=unit is None, factor=unit.factor if unit else Decimal(1))
        return with_unit(text, "percent", {}, lang) if like.row.get("unit") == "percent" else text

    def _assumed(self, clash: Clash, lang: Language) -> str:
        pairs = dict.fromkeys(choice.assuming for choice in clash.choices if choice.assuming is not None)
        words = _WORDS[lang]
        same = words["and"].join(words["same"].format(*(self.entities[lang][one] for one in pair)) for pair in pairs)
        return words["if"].format(same) if pairs else ""

    def _worked(self, instance: Instance, clash: Clash, lang: Language) -> str:
        """Both sides of the formula: summands that count positive on the left, the others on the right."""
        formula = instance.constraint.formula
        sign = formula.sign if formula else "="
        taken = {choice.slot: choice for choice in (*clash.choices, *instance.givens)}
        is_date = any(choice.slot[0] != "given" and choice.statements[0].dimension is None for choice in taken.values())
        side = _Side(self, taken, {choice.slot for choice in instance.choices}, lang, is_date=is_date)
        left = side.worked([summand for summand in instance.summands if summand.coefficient > 0], max(instance.constant, Decimal(0)))
        right = side.worked([summand for summand in instance.summands if summand.coefficient < 0], max(-instance.constant, Decimal(0)))
        verdict = _WORDS[lang][f"{sign} date" if is_date else sign]
        return f"{getattr(instance.constraint.says, lang)} {left}; {right}. {verdict}"

    def slot_label(self, slot: Slot, choice: Choice | None, lang: Language, *, is_given: bool) -> str:
        """What a term of a formula is about: "DeepSeek-R2, number of parameters"."""
        words = _WORDS[lang]
        subject = choice.statements[0].subject if choice is not None else slot[1] or ""
        label = self._about(slot[0] or "", subject, slot[2], lang)
        if slot[5] is not None and slot[5].startswith("time("):
            label = words["not at" if "not " in slot[5] else "at"].format(label)
        return label if choice is not None else words["not needed" if is_given else "not given"].format(label)

    def plain(self, one: Statement, lang: Language) -> str:
        """A claim's own value, as printed; the time of one that has none."""
        return str(one.time) if one.content is not None else value_in_words(one.row, self.entities[lang], self.units[lang], lang)


class _Side:
    """Works out one side of a formula from the claims taken."""

    def __init__(self, details: Details, taken: dict[Slot, Choice], given: set[Slot], lang: Language, *, is_date: bool) -> None:
        self.details, self.taken, self.given, self.lang, self.is_date = details, taken, given, lang, is_date
        rows = [choice.statements[0].row for choice in taken.values() if choice.statements[0].dimension is not None]
        vocabulary = details.vocabulary
        units = sorted((row["unit"] for row in rows), key=lambda unit: vocabulary.units[unit].dimension == "ratio")
        self.unit = units[0] if units else None
        self.factor = vocabulary.units[self.unit].factor if self.unit else Decimal(1)

    def _shown(self, number: str) -> str:
        return with_unit(number, self.unit, self.details.units[self.lang], self.lang) if self.unit and not self.is_date else number

    def _number(self, base: Decimal) -> str:
        return self._shown(number_in_words(_NUMBERS.divide(base, self.factor), self.lang))

    def worked(self, summands: list[Summand], constant: Decimal) -> str:
        """Labels, values, result and what it stands for: a + b = 1 + 2 = 3 (stands for 2.5 to 3.5)."""
        summands = [summand for summand in summands if all(guard.slot in self.taken for guard in summand.guards)]
        if not summands:
            return self._number(constant)
        choices = [[self.taken.get(slot) for slot in summand.slots] for summand in summands]
        factors = [number_in_words(abs(summand.coefficient), self.lang) for summand in summands]
        labels = [
            [self.details.slot_label(*pair, self.lang, is_given=pair[0] in self.given) for pair in zip(one.slots, row, strict=True)]
            for one, row in zip(summands, choices, strict=True)
        ]
        values = [["?" if one is None else self.details.plain(one.statements[0], self.lang) for one in row] for row in choices]
        fixed = [self._number(constant)] if constant else []
        texts = [" + ".join([*map(_times, factors, parts), *fixed]) for parts in (labels, values)]
        if (exact := self._exact(summands, choices, constant)) is not None:
            texts.append(self._number(exact))
        low, high = (self._end(summands, choices, constant, end) for end in (0, 1))
        shown = self._shown(interval_in_words(Interval((low, 0), (high, 0)), self.lang, is_date=self.is_date, factor=self.factor))
        text = " = ".join(texts)
        return text if low == high else _WORDS[self.lang]["stands for"].format(text, shown)

    def _exact(self, summands: list[Summand], choices: list[list[Choice | None]], constant: Decimal) -> Decimal | None:
        """The result of the printed numbers, where all are printed and there is something to reckon."""
        pieces = sum(map(len, choices)) + bool(constant) + any(abs(summand.coefficient) != 1 for summand in summands)
        if self.is_date or pieces < 2:
            return None
        total = constant
        with localcontext(_NUMBERS):
            for summand, row in zip(summands, choices, strict=True):
                product = abs(summand.coefficient)
                for choice in row:
                    printed = choice.statements[0].row if choice is not None else {}
                    if printed.get("number") is None or printed.get("approximation") not in (None, "exact", "about"):
                        return None
                    product *= printed["number"] * self.details.vocabulary.units[printed["unit"]].factor
                total += product
        return total

    def _end(self, summands: list[Summand], choices: list[list[Choice | None]], constant: Decimal, end: int) -> Decimal:
        total = constant
        with localcontext(_NUMBERS):
            for summand, row in zip(summands, choices, strict=True):
                product = abs(summand.coefficient)
                for choice in row:
                    factor = (Decimal(0), INFINITY)[end] if choice is None else _lowest(choice.interval, end)
                    product = product * factor if product and factor else Decimal(0)  # nought times anything is nought
                total += product
        return total


def _lowest(interval: Interval, end: int) -> Decimal:
    """An end of an interval; a mere ceiling begins at nought, for nothing below that is meant."""
    return interval[end][0] if interval.is_negative else max(interval[end][0], Decimal(0))


def _times(factor: str, parts: list[str]) -> str:
    return " × ".join(parts if factor == "1" else [factor, *parts])


def first_of_each(statements: Sequence[Statement]) -> list[Statement]:
    """One statement of each value."""
    return list({(one.content, one.interval): one for one in reversed(statements)}.values())[::-1]


def interval_in_words(interval: Interval, lang: Language, *, is_date: bool, factor: Decimal = Decimal(1)) -> str:
    """An interval as people say it: "4.5 million to 5.5 million", "more than 500 million", "2025-05-01 to 2025-05-31"."""
    words, (low, after), (high, before) = _WORDS[lang], interval.low, interval.high

    def shown(end: Decimal) -> str:
        if is_date:
            return date.fromordinal(max(1, min(int(end), date.max.toordinal()))).isoformat()
        return number_in_words(_NUMBERS.divide(end, factor), lang)

    if low == -INFINITY and high == INFINITY:
        return words["anything"]
    if high == INFINITY:
        return words["later" if is_date else "more" if after else "above"].format(shown(low))
    if low == -INFINITY:
        return words["earlier" if is_date else "less" if before else "below"].format(shown(high))
    return shown(low) if low == high else words["between"].format(shown(low), shown(high))


def _is_more(one: Statement) -> bool:
    """Whether the interval tells more than the words of the value do: a stated floor or range is its own interval."""
    return one.row.get("approximation") in (None, "exact", "about") and (one.dimension is None or one.row.get("number") is not None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if not text.startswith("i") else text
