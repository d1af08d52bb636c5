"""Words that are not where a reading says: misspelt, altered, from another article, or from nowhere."""

import re
from itertools import takewhile

from iddia.errors import Finding, shortened
from iddia.language import Said
from iddia.model.reading import Words
from iddia.project.article import Article, At
from iddia.text.anchors import nearest, occurrences, same_letters, same_words
from iddia.text.spans import Span
from iddia.text.turkish import fold_typography

_ALTERED = 80
"""From how alike, in percent, words count as those of the article with something changed, not as somebody else's."""
_SHORTEST = 12
"""Code points from which words are looked for in other articles; shorter ones ("haberler") stand anywhere."""
_ELISION = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*")


_PLAIN_WORDS = ("after", "label", "verb")
"""Keys whose words are found by themselves alone: no occurrence: or after: goes with them."""


def around(at: At) -> At:
    """The mapping that holds a quote with its after: and occurrence:, for the quote's own path."""
    return at[:-1] if at[-1] == "quote" else at


def ambiguous(article: Article, at: At, words: str, spans: list[Span]) -> Finding:
    """The finding that words stand at all these places, and nothing tells which is meant."""
    article.doubtful.extend(spans)
    lines = list(dict.fromkeys(article.lines(span.start)[0] for span in spans))
    shown = ", ".join(map(str, lines[:10])) + ", …" * (len(lines) > 10)
    choice = ("", "")
    if at[-1] not in _PLAIN_WORDS:
        choice = (
            ", or say occurrence: 1 (or which), or after: the words before it",
            " ya da occurrence: 1 (hangisiyse) veya after: (önündeki sözcükler) yazın",
        )
    return Finding(
        "quote-ambiguous",
        at,
        (
            f"these words stand in the article {len(spans)} times (line{'s' * (len(lines) > 1)} {shown})",
            f"bu sözcükler makalede {len(spans)} kez geçiyor (satır {shown})",
        ),
        got=shortened(words),
        expected=("one place", "tek bir yer"),
        mend=(f"add words to it{choice[0]}", f"sözcük ekleyerek uzatın{choice[1]}"),
    )


def not_found(article: Article, words: Words, at: At) -> Finding:
    """The finding that the words are not there, and what they may be instead."""
    found = occurrences(article.text, words.quote)
    article.doubtful.extend(found)
    if words.after is not None and not occurrences(article.text, words.after):
        return _after_not_found(article, words.after, (*around(at), "after"))
    if found:
        return _too_few(article, words, at, found)
    same = same_words(article.text, words.quote)
    if same is not None:
        return other_typography(article, words.quote, at, same)
    if (spelt := same_letters(article.text, words.quote)) is not None:
        return _nearly(article, words.quote, at, spelt, _OTHER_LETTERS)
    if (elided := _elided(article, words.quote, at)) is not None:
        return elided
    if (elsewhere := _elsewhere(article, words.quote, at)) is not None:
        return elsewhere
    if (altered := nearest(article.text, words.quote, _ALTERED)) is not None:
        return _nearly(article, words.quote, at, altered, _OTHER_WORDS)
    return _fabricated(article, words.quote, at)


_OTHER_LETTERS: Said = (
    "these words are in the article, but with other letters (capitals, dots of i, accents)",
    "bu sözcükler makalede var, ama başka harflerle (büyük harf, i/ı noktası, aksan)",
)
_OTHER_WORDS: Said = ("these are not quite the words of the article", "bunlar tam olarak makalenin sözcükleri değil")


def _after_not_found(article: Article, words: str, at: At) -> Finding:
    near = nearest(article.text, words)
    return Finding(
        "after-not-found",
        at,
        ("the words of after: are not in the article", "after: sözcükleri makalede yok"),
        got=shortened(words),
        expected=_exact_words(article),
        nearest=_cut(article, near),
        mend=("copy them from the article", "makaleden kopyalayın"),
        nearest_place=article.place(near) if near else None,
        instead=near.cut(article.text) if near else None,
    )


def _too_few(article: Article, words: Words, at: At, found: list[Span]) -> Finding:
    return Finding(
        "occurrence-missing",
        (*around(at), "after" if words.occurrence is None else "occurrence"),
        (
            "these words do not stand there so often, or not behind after:",
            "bu sözcükler makalede o kadar çok geçmiyor ya da after: sözcüklerinden sonra gelmiyor",
        ),
        got=shortened(words.quote),
        expected=(
            f"an occurrence from 1 to {len(found)}, counted behind after: where it is given",
            f"1 ile {len(found)} arasında bir sıra; after: varsa ondan sonrası sayılır",
        ),
        mend=("mend occurrence: or after:", "occurrence: ya da after: değerini düzeltin"),
        nearest=_cut(article, found[0]),
        nearest_place=article.place(found[0]),
    )


def other_typography(article: Article, words: str, at: At, same: Span) -> Finding:
    """The finding that the words are in the article at ``same``, typeset in another way; it carries the edit that mends it."""
    difference = _difference(words, same.cut(article.text))
    return Finding(
        "quote-typography",
        at,
        (
            f"these words are in the article, but with other typography: {difference[0]}",
            f"bu sözcükler makalede var, ama başka dizgiyle: {difference[1]}",
        ),
        got=shortened(words, 200),
        expected=_exact_words(article),
        nearest=_cut(article, same),
        mend=("iddia validate --fix, or copy the nearest match", "iddia validate --fix ya da en yakın eşleşmeyi kopyalayın"),
        nearest_place=article.place(same),
        instead=same.cut(article.text),
        is_safe=True,
    )


def _difference(words: str, printed: str) -> Said:
    """Where the two first differ, as code points, since many of them look alike or like nothing."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, printed, strict=False)))
    got, expected = (f"U+{ord(text[same]):04X}" if same < len(text) else None for text in (words, printed))
    return (
        f"{got or 'the end'} in place of {expected or 'the end'} behind {shortened(words[:same][-15:])}",
        f"{shortened(words[:same][-15:])} ardından {expected or 'son'} yerine {got or 'son'}",
    )


def _nearly(article: Article, words: str, at: At, near: Span, message: Said) -> Finding:
    article.doubtful.append(near)
    return Finding(
        "quote-altered",
        at,
        message,
        got=shortened(words, 200),
        expected=_exact_words(article),
        nearest=_cut(article, near),
        mend=(
            "copy the nearest match, if it carries the claim",
            "savı taşıyorsa en yakın eşleşmeyi kopyalayın",
        ),
        nearest_place=article.place(near),
        instead=near.cut(article.text),
    )


def _elided(article: Article, words: str, at: At) -> Finding | None:
    """Words of the article with some left out between them."""
    parts = [part for part in _ELISION.split(words) if part]
    places = [found[0] for part in parts if (found := occurrences(article.text, part))]
    if len(parts) < 2 or len(places) < len(parts):
        return None
    article.doubtful.extend(places)
    return Finding(
        "quote-elided",
        at,
        ("this quote leaves words out", "bu alıntı araya giren sözcükleri atlıyor"),
        got=shortened(words, 200),
        expected=("one unbroken span of the article", "makalenin kesintisiz bir parçası"),
        nearest=_cut(article, places[0]),
        mend=(
            "quote the part that carries the claim, and give the others as context:",
            "savı taşıyan parçayı alıntılayın, ötekileri context: olarak verin",
        ),
        nearest_place=article.place(places[0]),
    )


def _elsewhere(article: Article, words: str, at: At) -> Finding | None:
    """Words that stand in another article of the project: there they were misattributed to this one."""
    if len(words.strip()) < _SHORTEST:
        return None
    plain = fold_typography(words.strip()).text
    for other in article.articles:
        if other is article or (words not in other.text and plain not in other.plain):
            continue
        exact = occurrences(other.text, words)
        span = exact[0] if exact else same_words(other.text, words)
        if span is not None:
            return Finding(
                "quote-misattributed",
                at,
                (
                    f"these words are not in this article; {other.source_id} has them",
                    f"bu sözcükler bu makalede yok; {other.source_id} makalesinde var",
                ),
                got=shortened(words, 200),
                expected=_exact_words(article),
                nearest=_cut(other, span),
                mend=(
                    f"move the entry to seeds/{other.source_id}/reading.yaml, or quote this article",
                    f"girdiyi seeds/{other.source_id}/reading.yaml dosyasına taşıyın ya da bu makaleden alıntılayın",
                ),
                nearest_place=other.place(span),
            )
    return None


def _fabricated(article: Article, words: str, at: At) -> Finding:
    near = nearest(article.text, words)
    article.doubtful.extend([near] if near else [])
    count = max(1, len(article.articles))
    return Finding(
        "quote-fabricated",
        at,
        (
            "these words are not in this article" + f", nor in any of the other {count - 1}" * (count > 2),
            "bu sözcükler bu makalede yok" + f"; öteki {count - 1} makalede de yok" * (count > 2),
        ),
        got=shortened(words, 200),
        expected=_exact_words(article),
        nearest=_cut(article, near),
        mend=(
            "copy the words from the article, or remove the entry",
            "sözcükleri makaleden kopyalayın ya da girdiyi silin",
        ),
        nearest_place=article.place(near) if near else None,
    )


def _exact_words(article: Article) -> Said:
    return f"exact words of {article.text_file}", f"{article.text_file} içindeki sözcükler, harfi harfine"


def _cut(article: Article, span: Span | None) -> str | None:
    return shortened(span.cut(article.text), 200) if span else None
