"""What pydantic found wrong, said so that a contributor can mend it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from iddia.errors import Finding, did_you_mean
from iddia.language import Said, SaidError, Words
from iddia.model.columns import CLAIM_ID_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, SHA256_PATTERN, SNAKE_PATTERN, WIKIDATA_PATTERN
from iddia.model.reading import LetterError, SpreadsheetError
from iddia.text.hidden import named
from iddia.yamlfile import Letter

_NUMBER = ("a number such as 1.2e12", "1.2e12 gibi bir sayı")
_WHOLE = ("a whole number", "bir tam sayı")
_MAPPING = ("keys with values: {key: value}", "anahtarlar ve değerleri: {anahtar: değer}")
_TYPES: dict[str, Said] = {
    "string_type": ("a text", "bir metin"),
    "string_too_short": ("a text that is not empty", "boş olmayan bir metin"),
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "bool_type": ("true or false", "true ya da false"),
    "bool_parsing": ("true or false", "true ya da false"),
    "finite_number": _NUMBER,
    "tuple_type": ("a list: lines that begin with -, or [ ]", "bir liste: - ile başlayan satırlar ya da [ ]"),
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "too_short": ("at least one entry", "en az bir girdi"),
    "greater_than": ("a number above 0", "0 üzerinde bir sayı"),
    "greater_than_equal": ("a number from 1 up", "1 ya da daha büyük bir sayı"),
}

_DATES = ("date", "time", "published", "retrieved", "as_of", "horizon")

FORMS: dict[str, Said] = {
    ID_PATTERN: (
        "small letters a-z, digits and single hyphens, a letter first: deepseek-r2",
        "a-z arası küçük harfler, rakamlar ve tek tek kısa çizgiler, başta bir harf: deepseek-r2",
    ),
    SNAKE_PATTERN: (
        "small letters a-z, digits and single underscores, a letter first: training_cost",
        "a-z arası küçük harfler, rakamlar ve tek tek alt çizgiler, başta bir harf: training_cost",
    ),
    CLAIM_ID_PATTERN: (
        "the article's folder, a dot, and at least two digits: r2-ascend-delay.07",
        "makalenin klasörü, bir nokta ve en az iki rakam: r2-ascend-delay.07",
    ),
    LANGUAGE_PATTERN: ("a language by its BCP 47 tag: tr, en, zh-Hans", "BCP 47 etiketiyle bir dil: tr, en, zh-Hans"),
    SHA256_PATTERN: (
        "64 digits and letters from a to f, as sha256sum prints them",
        "sha256sum çıktısındaki gibi 64 rakam ve a-f arası harf",
    ),
    WIKIDATA_PATTERN: ("Q (or P) and a number, as Wikidata has it: Q42", "Wikidata'daki gibi Q (ya da P) ve bir sayı: Q42"),
}
"""What a pattern asks for, in words."""


def findings_of(error: ValidationError, model: type[BaseModel], at: tuple[str | int, ...], written: Any) -> Iterator[Finding]:
    """One finding for each thing that is wrong with what is ``written`` at ``at``; a key that is only misspelt is not missing too."""
    details = error.errors(include_url=False)
    findings = [_finding(detail, model, (*at, *detail["loc"]), written) for detail in details]
    misspelt = {(*finding.at[:-1], finding.nearest) for finding in findings if finding.code == "key-unknown"}
    for detail, finding in zip(details, findings, strict=True):
        if detail["type"] != "missing" or (*at, *detail["loc"]) not in misspelt:
            yield finding


def _finding(detail: Any, model: type[BaseModel], at: tuple[str | int, ...], written: Any) -> Finding:
    kind, key = detail["type"], str(at[-1]) if at else ""
    got = _got(detail["input"])
    if (empty := _left_empty(detail, at)) is not None:
        return empty
    if kind == "missing":
        return key_missing(at[:-1], key, f"{key}: ...")
    if kind == "extra_forbidden":
        beside = _mapping_around(written, detail["loc"])
        return _split_by_comma(at, beside) or unknown_key(at, _keys_around(model, detail["loc"]), beside)
    if kind == "literal_error":
        return _not_in_list(at, detail)
    if kind == "string_pattern_mismatch":
        pattern = detail["ctx"]["pattern"]
        english, turkish = _name(str(at[-2]) if key == "[key]" else key)
        strange = foreign(detail["input"])
        message = f"{english} is not of the right form{strange[0]}", f"{turkish} doğru biçimde değil{strange[1]}"
        return Finding("id-malformed", at, message, got=got, expected=FORMS.get(pattern, pattern))
    if kind == "value_error":
        if isinstance(detail["ctx"]["error"], (LetterError, SpreadsheetError)):
            return _not_plain(at, key, got, detail["ctx"]["error"])
        code = "date-impossible" if key in _DATES else "value-invalid"
        english, turkish = _reason(detail["ctx"]["error"])
        return Finding(code, at, (english, turkish) if key.isdigit() else (f"{key}: {english}", f"{key}: {turkish}"), got=got)
    finding = wrong_kind(at, key, got=got, expected=_TYPES.get(kind, detail["msg"]))
    if kind == "decimal_parsing" and re.fullmatch(r"-?[0-9]+,[0-9]+", str(detail["input"])):
        return replace(finding, mend=write(str(detail["input"]).replace(",", ".")))
    return finding


def _left_empty(detail: Any, at: tuple[str | int, ...]) -> Finding | None:
    """The finding that a key has no value: the key complained of, or a neighbour that the complaint about the whole names."""
    value, kind = detail["input"], detail["type"]
    if kind == "value_error" and isinstance(value, dict):
        named = set(re.findall(r"\w+", _reason(detail["ctx"]["error"])[0]))
        at = next(((*at, key) for key, inner in value.items() if inner is None and key in named), ())
    elif value is not None or kind == "extra_forbidden":
        return None
    if not at or isinstance(at[-1], int):
        return None
    expected = ", ".join(_choices(detail)) if kind == "literal_error" else _TYPES.get(kind, ("a value", "bir değer"))
    message, mend = (f"{at[-1]} is left empty", f"{at[-1]} boş bırakılmış"), ("write it behind the colon", "iki noktadan sonra yazın")
    return Finding("key-empty", at, message, got=_NOTHING, expected=expected, mend=mend)


def _not_plain(at: tuple[str | int, ...], key: str, got: Words, error: LetterError | SpreadsheetError) -> Finding:
    """The finding that a text holds what nobody sees, at that letter, or would be run by a spreadsheet."""
    code = "text-hidden" if isinstance(error, LetterError) else "text-formula"
    expected = ("letters that are seen", "görünen karakterler")
    mend = ("delete that character, or write the words anew", "o karakteri silin ya da sözcükleri yeniden yazın")
    if isinstance(error, LetterError):
        at = (*at, Letter(error.letter))
    else:
        expected = ("a text that begins with a letter or a digit", "harf ya da rakamla başlayan bir metin")
        mend = ("begin with a word", "bir sözcükle başlatın")
    english, turkish = error.said
    message = (english, turkish) if key.isdigit() else (f"{key}: {english}", f"{key}: {turkish}")
    return Finding(code, at, message, got=got, expected=expected, mend=mend)


def foreign(text: Any) -> Said:
    """What an id or key has that the alphabet of ids has not, to be put behind a message: look-alikes are seen in no other way."""
    letters = enumerate(text, 1) if isinstance(text, str) else ()
    where, letter = next(((where, letter) for where, letter in letters if not " " <= letter <= "~"), (0, ""))
    if not letter:
        return "", ""
    return f': its letter {where} is "{named(letter)}"', f': {where}. karakteri "{named(letter)}"'


def _not_in_list(at: tuple[str | int, ...], detail: Any) -> Finding:
    (english, turkish), value, choices = _name(str(at[-1])), detail["input"], _choices(detail)
    nearest = did_you_mean(str(value), choices)
    return Finding(
        "not-in-list",
        at,
        (f"{english} takes no such value{foreign(value)[0]}", f"{turkish} böyle bir değer almaz{foreign(value)[1]}"),
        got=_got(value),
        expected=", ".join(choices),
        nearest=nearest,
        mend=write(nearest) if nearest else _ONE_OF_THESE,
        instead=nearest if not isinstance(value, (dict, list)) else None,
    )


_ONE_OF_THESE = ("write one of these words", "bu sözcüklerden birini yazın")


def _reason(error: ValueError) -> Said:
    return error.said if isinstance(error, SaidError) else (str(error), str(error))


def _name(key: str) -> Said:
    """What a message calls the value of a key, or an entry of a list."""
    return ("this entry", "bu girdi") if key.isdigit() else (key, key) if key else ("this", "bu")


def key_missing(at: tuple[str | int, ...], key: str, line: str) -> Finding:
    """The finding that the mapping at ``at`` has no such key; ``line`` is how it would begin."""
    message, expected, mend = (
        (f"{key} is missing", f"{key} eksik"),
        (f"a line {line}", f"{line} satırı"),
        (f"add {key}", f"{key} ekleyin"),
    )
    return Finding("key-missing", at, message, expected=expected, mend=mend)


def wrong_kind(at: tuple[str | int, ...], key: str, got: Words, expected: Words) -> Finding:
    """The finding that a value is a text, a list or a mapping where something else is expected."""
    english, turkish = _name(key)
    return Finding("value-type", at, (f"{english} is of the wrong kind", f"{turkish} yanlış türde"), got=got, expected=expected)


def unknown_key(at: tuple[str | int, ...], known: list[str], beside: Collection[str]) -> Finding:
    """The finding that the last key of ``at`` is none of those ``known``; one that stands ``beside`` it is not what is meant."""
    key = str(at[-1])
    english, turkish = foreign(key)
    shown = f'"{key}"' if english else key
    nearest = did_you_mean(key, [one for one in known if one not in beside])
    return Finding(
        "key-unknown",
        at,
        (f"there is no key {shown} here{english}", f"burada {shown} adında bir anahtar yok{turkish}"),
        got=key,
        expected=", ".join(known),
        nearest=nearest,
        mend=write(nearest) if nearest else (f"remove {key}", f"{key} anahtarını silin"),
        instead=nearest,
    )


def split_number(mapping: dict[str, Any], key: str) -> tuple[str, str] | None:
    """The key of the number of which ``key`` is the rest, and that number with its point: ``{number: 1,6}`` is read as 1 and a key 6."""
    before = _key_before(mapping, key)
    whole = mapping[before] if before is not None else None
    is_number = isinstance(whole, (int, Decimal)) and not isinstance(whole, bool) and re.fullmatch(r"-?[0-9]+", str(whole))
    rest = re.fullmatch(r"[0-9]+(?:[eE][+-]?[0-9]{1,2})?", key)
    return (before, f"{whole}.{key}") if before is not None and is_number and rest and mapping[key] is None else None


def _split_by_comma(at: tuple[str | int, ...], mapping: dict[str, Any]) -> Finding | None:
    """The finding that a comma inside braces ends a value that was to go on; None where the key has another reason."""
    key = str(at[-1])
    before = _key_before(mapping, key)
    if before is None or mapping[key] is not None:
        return None
    message = (
        f"the comma ends the value of {before}, and what follows is taken for a key",
        f"virgül {before} değerini bitiriyor, ardından gelen ise bir anahtar sanılıyor",
    )
    if (number := split_number(mapping, key)) is not None:
        right = f"{before}: {number[1]}"
        return Finding("key-unknown", at, message, got=f"{before}: {mapping[before]},{key}", expected=right, mend=write(right))
    if isinstance(mapping[before], str) and not re.fullmatch(r"\w+", key):
        got = f"{before}: {mapping[before]}, {key}"
        mend = f"put the whole value of {before} in quotation marks", f"{before} değerinin tümünü tırnak içine alın"
        return Finding("key-unknown", at, message, got=_short(got), expected=f'{before}: "…"', mend=mend)
    return None


def _key_before(mapping: dict[str, Any], key: str) -> str | None:
    """The key that stands before this one."""
    keys = list(mapping)
    index = keys.index(key) if key in keys else 0
    return keys[index - 1] if index else None


def write(words: str) -> Said:
    """How a value is mended that is to be ``words``."""
    return f"write {words}", f"{words} yazın"


def kind_of(value: Any) -> Said:
    """What a part of a YAML file is, in words."""
    kinds: dict[type, Said] = {
        dict: ("a mapping: key and colon", "bir eşleme: anahtar ve iki nokta üst üste"),
        list: ("a list", "bir liste"),
        str: ("a text", "bir metin"),
        NoneType: _NOTHING,
        bool: ("true or false", "true ya da false"),
    }
    return kinds.get(type(value), ("a number", "bir sayı"))


_NOTHING = ("nothing", "hiçbir şey")


def _got(value: Any) -> Words:
    """A part of a YAML file much as it was written, cut to a readable length."""
    return _NOTHING if value is None else _short(_shown(value))


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_shown(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_shown, value)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value) or '""'


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _choices(detail: Any) -> list[str]:
    choices = detail["ctx"]["expected"].replace(" or ", ", ").replace("True", "true").split(",")
    return [choice.strip("' ") for choice in choices]


def _keys_around(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the mapping around ``loc`` may have, found by walking the model."""
    current: Any = model
    for step in loc[:-1]:
        if isinstance(step, int) or not (isinstance(current, type) and issubclass(current, BaseModel)):
            continue
        current = _model_in(current.model_fields[step].annotation) if step in current.model_fields else current
    return (
        [field.alias or name for name, field in current.model_fields.items()]
        if isinstance(current, type) and issubclass(current, BaseModel)
        else []
    )


def _mapping_around(written: Any, loc: tuple[str | int, ...]) -> dict[str, Any]:
    """The mapping around ``loc`` in what is written, where a lone entry may stand for a list of one."""
    current = written
    for step in loc[:-1]:
        if isinstance(current, dict):
            current = current if isinstance(step, int) else current.get(step)
        elif isinstance(current, list) and isinstance(step, int):
            current = current[step]
    return current if isinstance(current, dict) else {}


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument)) is not None), None)
