"""The words that details are made of, and intervals in words."""

from datetime import date
from decimal import Context, Decimal

from iddia.language import Language
from iddia.relate.intervals import INFINITY, Interval
from iddia.wording import number_in_words, with_unit

WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "stands for": "{} (stands for {})",
        "between": "{} to {}",
        "up to": "{} to under {}",
        "above": "{} or more",
        "below": "{} or less",
        "later": "{} or later",
        "earlier": "{} or earlier",
        "more": "more than {}",
        "less": "less than {}",
        "anything": "any value",
        "value": "{about}, can be one only; claimed are {sides}. No value fits all.",
        "date": "{about}, can be one day only; claimed are {sides}. No day fits all.",
        "polarity": "Affirmed by some and denied by others: {about}: {affirmed}.",
        "denied": "{affirmed}; what is denied is {denied}",
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
        "together": "{} Not all of this can hold together.",
        "not given date": "{} (not given)",
    },
    "tr": {
        "stands for": "{} (karşılığı: {})",
        "between": "{} ile {} arası",
        "up to": "{} ile {} arası, üst sınır hariç",
        "above": "{} ya da üzeri",
        "below": "{} ya da altı",
        "later": "{} ya da sonrası",
        "earlier": "{} ya da öncesi",
        "more": "{} üzeri",
        "less": "{} altı",
        "anything": "herhangi bir değer",
        "value": "{about}: tek bir değer olabilir; ileri sürülenler {sides}. Hepsine uyan değer yok.",
        "date": "{about}: tek bir gün olabilir; ileri sürülenler {sides}. Hepsine uyan gün yok.",
        "polarity": "Kimi olumluyor, kimi yadsıyor: {about}: {affirmed}.",
        "denied": "{affirmed}; yadsınan {denied}",
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
        "together": "{} Bunların hepsi birlikte doğru olamaz.",
        "not given date": "{} (verilmemiş)",
    },
}

NUMBERS = Context(prec=12)


def interval_in_words(
    interval: Interval, lang: Language, *, is_date: bool, factor: Decimal = Decimal(1), unit: tuple[str, dict[str, str]] | None = None
) -> str:
    """An interval as people say it: "4.5 million to under 5.5 million", "more than 500 million", "2025-05-01 to 2025-05-31".

    ``unit`` is the id of a unit, of ``factor`` base units, and the labels of all units.
    """
    words, (low, after), (high, before) = WORDS[lang], interval.low, interval.high

    def shown(end: Decimal, *, bare: bool = False) -> str:
        if is_date:
            return date.fromordinal(max(1, min(int(end), date.max.toordinal()))).isoformat()
        number = number_in_words(NUMBERS.divide(end, factor), lang)
        return number if bare or unit is None else with_unit(number, unit[0], unit[1], lang)

    if low == -INFINITY and high == INFINITY:
        return words["anything"]
    if high == INFINITY:
        return words["later" if is_date else "more" if after else "above"].format(shown(low))
    if low == -INFINITY:
        return words["earlier" if is_date else "less" if before else "below"].format(shown(high))
    if low == high:
        return shown(low)
    first = shown(low, bare=lang == "en" or unit is None or unit[0] != "percent")
    return words["up to" if before and not is_date else "between"].format(first, shown(high))
