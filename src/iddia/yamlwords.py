"""What PyYAML and the system say of a file that cannot be read, in both languages."""

import errno

from iddia.language import Said

_PARSER: dict[str, str] = {
    "mapping values are not allowed": "burada iki nokta üst üste olamaz",
    "sequence entries are not allowed": "burada - ile başlayan bir satır olamaz",
    "did not find expected key": "bir anahtar bekleniyor",
    "did not find expected '-' indicator": "- ile başlayan bir satır bekleniyor",
    "did not find expected ',' or ']'": "virgül ya da ] bekleniyor",
    "did not find expected ',' or '}'": "virgül ya da } bekleniyor",
    "did not find expected <document start>": "burada yeni bir şey başlayamaz",
    "did not find expected alphabetic or numeric character": "bir harf ya da rakam bekleniyor",
    "did not find expected comment or line break": "bir açıklama ya da satır sonu bekleniyor",
    "could not find expected ':'": "anahtarın ardından iki nokta üst üste bekleniyor",
    "found unexpected end of stream": "dosya beklenmedik yerde bitiyor",
    "found unexpected document indicator": "metnin ortasında --- ya da ... duruyor",
    "that cannot start any token": "hiçbir değer bu karakterle başlayamaz",
    "found unknown escape character": "ters bölü çizgisinin ardında tanınmayan bir karakter var",
    "characters are not allowed": "denetim karakterleri kullanılamaz",
    "found undefined tag handle": "tanımlanmamış bir etiket var",
}
"""A part of each common message of PyYAML's parsers, and what to say for it in Turkish."""

_SYSTEM: dict[int, str] = {
    errno.ENOENT: "böyle bir dosya yok",
    errno.EISDIR: "bu bir klasör",
    errno.ENOTDIR: "yolundaki bir ad klasör değil",
    errno.EACCES: "okuma izni yok",
    errno.EPERM: "okuma izni yok",
    errno.ELOOP: "sembolik bağlantılar döngü oluşturuyor",
}


def parser_words(message: str) -> Said:
    """The parser's message; in Turkish quoted as it is where it is none of the common ones."""
    return message, next((turkish for part, turkish in _PARSER.items() if part in message), f'"{message}"')


def system_words(error: OSError) -> Said:
    """Why the system refused a file."""
    english = error.strerror or type(error).__name__
    return english, _SYSTEM.get(error.errno or 0, f'"{english}"')
