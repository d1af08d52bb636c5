"""Values, speakers and modalities in words, English or Turkish."""

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from typing import Any

from iddia.language import Language

_APPROXIMATIONS: dict[Language, dict[str, str]] = {
    "en": {
        "about": "about {}",
        "at_least": "at least {}",
        "more_than": "more than {}",
        "at_most": "at most {}",
        "less_than": "less than {}",
        "order_of_magnitude": "on the order of {}",
    },
    "tr": {
        "about": "yaklaşık {}",
        "at_least": "en az {}",
        "more_than": "{} üzerinde",
        "at_most": "en çok {}",
        "less_than": "{} altında",
        "order_of_magnitude": "{} mertebesinde",
    },
}
_SCALES: dict[Language, tuple[tuple[int, str], ...]] = {
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
    "tr": ((10**12, "trilyon"), (10**9, "milyar"), (10**6, "milyon")),
}
_TWELVE_DIGITS = Context(prec=12)  # more than anybody prints, fewer than a float has to spare
_SWAPPED_MARKS = str.maketrans(",.", ".,")
_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "yes": "yes",
        "no": "no",
        "not": "not {}",
        "affirmed": "affirmed",
        "negated": "negated",
        "unnamed": "unnamed source",
        "impersonal": "an impersonal passive",
        "writer": "the writer",
        "between": "{} to {}",
        "per": "{} per {}",
        "contradicts": "contradiction",
        "in_tension": "tension",
        "corroborates": "agreement",
        "refines": "refinement",
        "denied": "{} (denied)",
        "settled": "settled by sources",
        "in_part": "settled in part",
        "not_settled": "not settled",
        "due": "due {}",
        "no_end": "no end set",
        "explained": "explained",
        "open": "open",
        "primary": "primary source",
        "secondary": "secondary source",
        "retrieved": "retrieved",
        "recalled": "recalled",
        "supported": "supported",
        "partly": "partly supported",
        "refuted": "refuted",
        "unverified": "unverified",
        "untestable": "untestable",
        "came_true": "came true",
        "did_not": "did not come true",
        "pending": "pending",
        "high": "high certainty",
        "medium": "medium certainty",
        "low": "low certainty",
    },
    "tr": {
        "yes": "evet",
        "no": "hayır",
        "not": "değil: {}",
        "affirmed": "olumlu",
        "negated": "olumsuz",
        "unnamed": "adı verilmeyen kaynak",
        "impersonal": "kişisiz anlatım",
        "writer": "yazarın kendisi",
        "between": "{} ile {} arası",
        "per": "{}, {} başına",
        "contradicts": "çelişki",
        "in_tension": "gerilim",
        "corroborates": "uyuşma",
        "refines": "ayrıntılandırma",
        "denied": "{} (olumsuz)",
        "settled": "kaynaklarla çözüldü",
        "in_part": "kısmen çözüldü",
        "not_settled": "çözülmedi",
        "due": "vadesi {}",
        "no_end": "süre verilmemiş",
        "explained": "açıklandı",
        "open": "açık",
        "primary": "birincil kaynak",
        "secondary": "ikincil kaynak",
        "retrieved": "görüldü",
        "recalled": "bellekten",
        "supported": "doğrulanıyor",
        "partly": "kısmen doğrulanıyor",
        "refuted": "çürütülüyor",
        "unverified": "doğrulanmadı",
        "untestable": "sınanamaz",
        "came_true": "gerçekleşti",
        "did_not": "gerçekleşmedi",
        "pending": "henüz belli değil",
        "high": "kesinliği yüksek",
        "medium": "kesinliği orta",
        "low": "kesinliği düşük",
    },
}


def word(key: str, language: Language) -> str:
    """One of the fixed words of this module."""
    return _WORDS[language][key]


def number_in_words(number: float | Decimal, language: Language) -> str:
    """A number as people write it: 1.2 trillion, 50,000, 97.4; in Turkish 1,2 trilyon, 50.000, 97,4."""
    for scale, name in _SCALES[language]:
        if number >= scale or number <= -scale:
            return f"{_digits(number / scale, language)} {name}"
    return _digits(number, language)


def _digits(number: float | Decimal, language: Language) -> str:
    exact = _TWELVE_DIGITS.create_decimal(str(number))
    plain = f"{exact:,f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain if language == "en" else plain.translate(_SWAPPED_MARKS)


def value_in_words(claim: Mapping[str, Any], labels: Mapping[str, str], units: Mapping[str, str], language: Language) -> str:
    """The value of a claim (a row of claims, nulls as None) for a reader; ``labels`` and ``units`` map ids to names.

    Where the claim is negated a boolean is "no" and anything else begins with "not", for the value read alone would say the contrary.
    """
    kind = claim["value_kind"]
    negated = claim.get("polarity") == "negated"
    if kind == "entity":
        text = labels.get(claim["value_entity"], claim["value_entity"])
    elif kind == "date":
        text = claim["value_date"]
    elif kind == "text":
        text = claim["value_text"]
    elif kind == "boolean":
        return word("yes" if bool(claim["value_boolean"]) != negated else "no", language)
    else:
        text = _quantity_in_words(claim, units, language)
    return word("not", language).format(text) if negated else str(text)


def _quantity_in_words(claim: Mapping[str, Any], units: Mapping[str, str], language: Language) -> str:
    number, low, high = claim["number"], claim["number_min"], claim["number_max"]
    approximation = claim["approximation"]
    if number is None and low is not None and high is not None:
        first = _measured(low, "percent", units, language) if claim["unit"] == "percent" else number_in_words(low, language)
        text = word("between", language).format(first, _measured(high, claim["unit"], units, language))
    else:
        if number is None and approximation == "exact":  # the words give one bound, and nothing else says which
            approximation = "at_most" if low is None else "at_least"
        given = next(end for end in (number, low, high) if end is not None)
        text = _APPROXIMATIONS[language].get(approximation, "{}").format(_measured(given, claim["unit"], units, language))
    if claim["per"] is None:
        return text
    # English labels of units are plural, so the one unit of "per" is worded by its id.
    unit = claim["per"].replace("_", " ") if language == "en" else units.get(claim["per"], claim["per"])
    return word("per", language).format(text, unit)


def with_unit(number: str, unit: str, units: Mapping[str, str], language: Language) -> str:
    """A number in words with its unit behind it, or the sign of percent where the language has it."""
    if unit == "percent":
        return f"%{number}" if language == "tr" else f"{number}%"
    return f"{number} {units.get(unit, unit)}"


def _measured(number: float | Decimal, unit: str, units: Mapping[str, str], language: Language) -> str:
    return with_unit(number_in_words(number, language), unit, units, language)


def chain_in_words(links: Sequence[Mapping[str, Any]], labels: Mapping[str, str], language: Language) -> str:
    """An attribution chain, outermost first: "Financial Times → unnamed source". The writer's own claim says so."""
    if not links:
        return word("writer", language)
    return " → ".join(labels[link["speaker"]] if link["speaker"] is not None else word(link["speaker_kind"], language) for link in links)
