"""What a relation rests on, in words, English and Turkish: values, what each stands for, and the arithmetic between them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from iddia.language import LANGUAGES, Language
from iddia.project.constraints import Constraint
from iddia.project.vocabulary import Vocabulary
from iddia.relate.clashes import Clash
from iddia.relate.detailwords import WORDS, interval_in_words
from iddia.relate.grounding import Choice, Instance, Slot
from iddia.relate.intervals import Interval
from iddia.relate.relation import Relation
from iddia.relate.statements import Statement
from iddia.relate.workings import SideOfFormula
from iddia.wording import value_in_words


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
        return self._both(
            lambda lang: self._if(relation.assuming, lang) + " ".join([getattr(constraint.says, lang), *self._numbers(relation, lang)])
        )

    def _numbers(self, relation: Relation, lang: Language) -> list[str]:
        measured = [one for one in relation.statements if one.dimension is not None]
        abouts = [self._about(one.property_id, one.subject, one.compared_to, lang) for one in measured]
        values = [self._value(one, lang, affirmed=False) for one in measured]
        return list(dict.fromkeys(f"{about}: {value}." for about, value in zip(abouts, values, strict=True)))

    def of_clash(self, clash: Clash) -> tuple[str, str]:
        """The words for claims that break constraints: both sides of each formula, worked out."""
        return self._both(lambda lang: self._clash(clash, lang))

    def _clash(self, clash: Clash, lang: Language) -> str:
        text = self._assumed(clash, lang) + " ".join(self._worked(one, clash, lang) for one in clash.instances)
        return WORDS[lang]["together"].format(text) if len(clash.instances) > 1 else text

    def _both(self, words: Callable[[Language], str]) -> tuple[str, str]:
        english, turkish = (words(language) for language in LANGUAGES)
        return _capital(english), _capital(turkish)

    def _pair(self, relation: Relation, lang: Language) -> str:
        words, first = WORDS[lang], relation.statements[0]
        about = self._about(first.property_id, first.subject, first.compared_to, lang)
        sides = words["against"].join(self._values(side.statements, lang) for side in relation.sides)
        modalities = [one.modality for side in relation.sides[1:] for one in side.statements]
        if relation.assuming and relation.rule != "maybe_same":
            return self._if(relation.assuming, lang) + words[relation.rule].format(about=about, sides=sides)
        return words[relation.rule].format(
            about=about,
            sides=sides,
            identity=self._identity(relation.assuming, lang),
            value=self._values(first_of_each(relation.statements), lang),
            affirmed=self._affirmed_and_denied(relation, lang),
            narrow=self._values(relation.sides[0].statements, lang),
            wide=self._values(relation.sides[-1].statements, lang),
            count=len(relation.statements),
            modalities=words["and"].join(
                dict.fromkeys(getattr(self.vocabulary.modalities[modality].label, lang).lower() for modality in modalities)
            ),
        )

    def _affirmed_and_denied(self, relation: Relation, lang: Language) -> str:
        affirmed, denied = (self._values(side.statements, lang, affirmed=True) for side in (relation.sides[0], relation.sides[-1]))
        return affirmed if affirmed == denied else WORDS[lang]["denied"].format(affirmed=affirmed, denied=denied)

    def _about(self, property_id: str, subject: str, compared: str | None, lang: Language) -> str:
        label = getattr(self.vocabulary.properties[property_id].label, lang)
        return ", ".join([self.entities[lang][subject], label, *([f"({self.entities[lang][compared]})"] if compared else [])]).replace(
            ", (", " ("
        )

    def _values(self, statements: Sequence[Statement], lang: Language, *, affirmed: bool = False) -> str:
        """The different values of statements, each with what it stands for where that is more than it says."""
        return WORDS[lang]["and"].join(dict.fromkeys(self._value(one, lang, affirmed=affirmed) for one in statements))

    def _value(self, one: Statement, lang: Language, *, affirmed: bool) -> str:
        row = {**one.row, "polarity": "affirmed", "value_boolean": True} if affirmed else one.row
        text = value_in_words(row, self.entities[lang], self.units[lang], lang)
        if one.content is not None or one.interval.low == one.interval.high or not _is_more(one):
            return text
        return WORDS[lang]["stands for"].format(text, self._interval(one.interval, one, lang))

    def _interval(self, interval: Interval, like: Statement, lang: Language) -> str:
        """An interval in the unit, or as the days, that a statement gives."""
        unit = self.vocabulary.units[like.row["unit"]] if like.dimension is not None else None
        shown = ("percent", self.units[lang]) if like.row.get("unit") == "percent" else None
        return interval_in_words(interval, lang, is_date=unit is None, factor=unit.factor if unit else Decimal(1), unit=shown)

    def _assumed(self, clash: Clash, lang: Language) -> str:
        return self._if(dict.fromkeys(choice.assuming for choice in clash.choices if choice.assuming is not None), lang)

    def _if(self, pairs: Collection[tuple[str, str]], lang: Language) -> str:
        return WORDS[lang]["if"].format(self._identity(pairs, lang)) if pairs else ""

    def _identity(self, pairs: Iterable[tuple[str, str]], lang: Language) -> str:
        words = WORDS[lang]
        return words["and"].join(words["same"].format(*(self.entities[lang][one] for one in pair)) for pair in pairs)

    def _worked(self, instance: Instance, clash: Clash, lang: Language) -> str:
        """Both sides of the formula: summands that count positive on the left, the others on the right."""
        formula = instance.constraint.formula
        sign = formula.sign if formula else "="
        taken = {choice.slot: choice for choice in (*clash.choices, *instance.givens)}
        is_date = any(self._is_day(slot) for summand in instance.summands for slot in summand.slots)
        side = SideOfFormula(self, taken, {choice.slot for choice in instance.choices}, lang, is_date=is_date)
        left = side.worked([summand for summand in instance.summands if summand.coefficient > 0], max(instance.constant, Fraction(0)))
        right = side.worked([summand for summand in instance.summands if summand.coefficient < 0], max(-instance.constant, Fraction(0)))
        verdict = "" if len(clash.instances) > 1 else " " + WORDS[lang][f"{sign} date" if is_date else sign]
        return f"{getattr(instance.constraint.says, lang)} {left}; {right}.{verdict}"

    def _is_day(self, slot: Slot) -> bool:
        return str(slot[5]).startswith("time(") or self.vocabulary.properties[slot[0] or ""].value_kind == "date"

    def slot_label(self, slot: Slot, choice: Choice | None, lang: Language, *, is_given: bool) -> str:
        """What a term of a formula is about: "DeepSeek-R2, number of parameters"."""
        words = WORDS[lang]
        subject = choice.statements[0].subject if choice is not None else slot[1] or ""
        label = self._about(slot[0] or "", subject, slot[2], lang)
        if slot[5] is not None and slot[5].startswith("time("):
            label = words["not at" if "not " in slot[5] else "at"].format(label)
        if choice is not None:
            return label
        return words["not needed" if is_given else "not given date" if self._is_day(slot) else "not given"].format(label)

    def plain(self, one: Statement, lang: Language) -> str:
        """A claim's own value, as printed; the time of one that has none."""
        return str(one.time) if one.content is not None else value_in_words(one.row, self.entities[lang], self.units[lang], lang)


def first_of_each(statements: Sequence[Statement]) -> list[Statement]:
    """One statement of each value."""
    return list({(one.content, one.interval): one for one in reversed(statements)}.values())[::-1]


def _is_more(one: Statement) -> bool:
    """Whether the interval tells more than the words of the value do: a stated floor or range is its own interval."""
    return one.row.get("approximation") in (None, "exact", "about") and (one.dimension is None or one.row.get("number") is not None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if not text.startswith("i") else text
