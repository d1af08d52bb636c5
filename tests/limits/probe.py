"""Reads projects that are too much, each in a child of its own with a bound on memory and processor time, and tells how it went as JSON.

Run by test_limits.py: ``python probe.py <folder> <bytes of memory> <seconds of processor time>``.
"""

import json
import os
import resource
import shutil
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from iddia.corpus import read_corpus
from iddia.errors import ProblemsError

TINY = Path(__file__).resolve().parent.parent / "tiny"
ARTICLE, READING = "seeds/fener-launch/article.txt", "seeds/fener-launch/reading.yaml"
CUES = "schema/vocabulary/cues.yaml"
TEXT = (TINY / ARTICLE).read_bytes()
READ = (TINY / READING).read_bytes()
QUOTE = "Ardıç’ın dil modeli Fener".encode()
Files = dict[str, bytes]


def with_article(more: bytes) -> Files:
    """The tiny article with more behind it, and its reading with the new hash."""
    text = TEXT + more
    return {ARTICLE: text, READING: READ.replace(sha256(TEXT).hexdigest().encode(), sha256(text).hexdigest().encode())}


def with_claims(claims: bytes) -> Files:
    return {READING: READ.split(b"claims:")[0] + b"claims:\n" + claims}


def many_articles() -> Files:
    """Three hundred articles, each with a claim of its own."""
    files = {}
    head = b'source: {title: "[a]", language: tr, kind: news, rights: "Tests.", sha256: %s}\nclaims:\n'
    claim = b"  - {id: %s.01, quote: Fener garip, statement_en: Odd., statement_tr: Tuhaf., subject: fener"
    value = b", property: described_as, value: {text: odd %d}, modality: asserted}\n"
    for number in range(300):
        name, text = f"a-{number}", b"Fener garip" + b" ve garip" * number + b" bir model.\n"
        files[f"seeds/{name}/article.txt"] = text
        hashed = head % sha256(text).hexdigest().encode()
        files[f"seeds/{name}/reading.yaml"] = hashed + claim % name.encode() + value % number
    return files


CASES: dict[str, Callable[[], Files]] = {
    "a reading of 50 MB": lambda: {READING: READ + b"#" * 50_000_000},
    "an article of 50 MB": lambda: with_article(b"a " * 25_000_000),
    "an article one byte too long": lambda: with_article(b" " * (300_001 - len(TEXT))),
    "60,000 claims of one line": lambda: with_claims(b"  - {id: fener-launch.01}\n" * 60_000),
    "400,000 items": lambda: {READING: READ.replace(b"no_claim:\n", b"no_claim:\n" + b"  - a\n" * 400_000)},
    "400,000 items on a line": lambda: {READING: READ + b"    value_because: [" + b"1," * 400_000 + b"]\n"},
    "a quote of 5 MB": lambda: {READING: READ.replace(QUOTE, b"abcd " * 1_000_000)},
    "a statement of 5 MB": lambda: {READING: READ.replace(b"Ardi\xc3", b"Ardi").replace(b"makes the model", b"makes " * 800_000)},
    "a key of 5 MB": lambda: {READING: READ + b"    ? " + b"k" * 5_000_000 + b"\n    : 1\n"},
    "a million brackets": lambda: {READING: READ + b"x: " + b"[" * 1_000_000 + b"\n"},
    "a million braces": lambda: {READING: READ + b"x: " + b"{a: " * 1_000_000 + b"\n"},
    "lists in lists": lambda: {READING: READ + b"x:\n" + b"".join(b" " * n + b"-\n" for n in range(1, 2000))},
    "a bomb of aliases": lambda: {
        READING: b"a0: &a0 [x, x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 60))
    },
    "a number of 250,000 digits": lambda: with_article("Bütçe ".encode() + b"9" * 250_000 + b" milyar dolar.\n"),
    "a word of 290,000 letters": lambda: with_article(b"a" * 240_000),
    "40,000 small words": lambda: with_article(b"on " * 40_000),
    "20,000 points": lambda: with_article(b"1.2, " * 20_000),
    "5,000 sentences": lambda: with_article("Fener çok hızlı.\n".encode() * 5_000),
    "a pattern that takes years": lambda: {
        **with_article(b"a" * 60 + b"!\n"),
        CUES: (TINY / CUES).read_bytes() + b'slow:\n  form: slow\n  pattern: "(a+)+$"\n  modality: reported\n',
    },
    "a quote in nothing like these words": lambda: {
        **with_article(files := "Fener çok hızlı bir model. ".encode() * 4_000),
        READING: with_article(files)[READING].replace(QUOTE, "Ardıç bir dil modeli, ".encode() * 800),
    },
    "a quote of 19,000 letters with one of them altered": lambda: {
        **with_article(files := "".join(f"Fener {n} hızlı bir model. " for n in range(1_000)).encode()),
        READING: with_article(files)[READING].replace(QUOTE, files[:20_000].replace(b"Fener 300", b"Fenir 300").strip()),
    },
    "300 articles": many_articles,
}


def outcome(root: Path, memory: int, seconds: int) -> dict[str, Any]:
    """What reading the project gives, within the bounds."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    begun = time.process_time()
    codes: list[str] = []
    try:
        read_corpus(root)
    except ProblemsError as error:
        codes = sorted({problem.code for problem in error.problems})
        longest = max(len(line) for problem in error.problems for line in problem.text("en").split("\n"))
    else:
        longest = 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"codes": codes, "longest": longest, "seconds": round(time.process_time() - begun, 2), "megabytes": peak}


def main(folder: Path, memory: int, seconds: int) -> None:
    """Print the outcome of every case, None where a child did not live to tell it."""
    outcomes: dict[str, Any] = {}
    for name, files in CASES.items():
        root = Path(shutil.copytree(TINY, folder / "project"))
        for path, content in files().items():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_bytes(content)
        told = folder / "told"
        if not (child := os.fork()):
            try:
                told.write_text(json.dumps(outcome(root, memory, seconds)), "utf-8")
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        outcomes[name] = json.loads(told.read_text("utf-8")) if told.is_file() else None
        told.unlink(missing_ok=True)
        shutil.rmtree(root)
    json.dump(outcomes, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
