"""Arbitrary text before the readers of numbers, dates, sentences, names and cues: spans inside the text and in order; never an exception.

By hand: ``python tests/fuzz/fuzz_quantities.py [options of libFuzzer]``, or `make fuzz` for a bounded time.
"""

from functools import cache
from itertools import pairwise

from harness import TINY, fuzz

from iddia.errors import Problem
from iddia.project.vocabulary import Vocabulary, read_vocabulary
from iddia.text.anchors import nearest, same_letters, same_words
from iddia.text.cues import markers
from iddia.text.dates import dates
from iddia.text.quantities import quantities
from iddia.text.sentences import sentences
from iddia.text.spans import Span

SEEDS = "quantities"


@cache
def _vocabulary() -> Vocabulary:
    problems: list[Problem] = []
    vocabulary = read_vocabulary(TINY, problems)
    assert problems == []
    return vocabulary


def one_input(data: bytes) -> None:
    """Read ``data``, as far as it is UTF-8, as the text of an article."""
    text, vocabulary = data.decode("utf-8", errors="ignore"), _vocabulary()
    numbers = quantities(text, vocabulary.unit_words)
    for number in numbers:
        assert all(part is None or part.is_finite() for part in (number.number, number.minimum, number.maximum))
        if number.minimum is not None and number.maximum is not None:
            assert number.minimum <= number.maximum
    for found in (
        [number.span for number in numbers],
        [date.span for date in dates(text)],
        sentences(text),
        [mention.span for mention in vocabulary.names.find(text)],
        [marker.span for marker in markers(text, vocabulary.lexicon)],
    ):
        _check_spans(text, found)
    half = text[: len(text) // 2]
    for span in (same_words(text, half), same_letters(text, half), nearest(text, half)):
        assert span is None or 0 <= span.start <= span.end <= len(text)


def _check_spans(text: str, spans: list[Span]) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


if __name__ == "__main__":
    fuzz(one_input, SEEDS)
