"""One article and its reading, as they stand in their folder under seeds/."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from iddia.errors import Finding, Place, Problem
from iddia.model.reading import Excuse, ReadClaim, Reading, ReadSource
from iddia.project.meant import as_meant
from iddia.project.validation import findings_of, key_missing, kind_of, wrong_kind
from iddia.text.anchors import occurrences
from iddia.text.sentences import sentences
from iddia.text.spans import Lines, Span
from iddia.text.turkish import fold_typography
from iddia.yamlfile import SPLIT, YamlFile, read_text, read_yaml

MAXIMUM_ARTICLE = 300_000
"""Bytes of an article's text: about a hundred and fifty pages."""
MAXIMUM_ENTRIES = 5_000
"""Entries of one list of a reading; an article of that size has about as many claims."""
Part = TypeVar("Part", bound=BaseModel)
At = tuple[str | int, ...]


@dataclass
class Article:
    """The text, and what the reading says of it; entries that could not be read are left out and reported.

    An entry in which only a key or a listed word is misspelt is reported and kept as it is meant, to be checked with the others.
    Lists keep each entry's index in the file, by which problems find its line. ``quoted`` are the words that entries
    with problems quote, and ``doubtful`` the places that a quote with a problem may mean: nothing there is called unread.
    ``articles`` are the project's articles (one tuple for all of them), in which words that are not here are sought.
    """

    source_id: str
    text: str
    yaml: YamlFile
    source: ReadSource | None = None
    claims: list[tuple[int, ReadClaim]] = field(default_factory=list)
    excuses: dict[str, list[tuple[int, Excuse]]] = field(default_factory=dict)
    quoted: list[str] = field(default_factory=list)
    doubtful: list[Span] = field(default_factory=list)
    articles: tuple["Article", ...] = field(default=(), repr=False)

    @property
    def text_file(self) -> str:
        """Path of the article's text, from the project's root."""
        return f"seeds/{self.source_id}/article.txt"

    @cached_property
    def lines(self) -> Lines:
        """The text's physical lines, for places."""
        return Lines(self.text)

    @cached_property
    def plain(self) -> str:
        """The text without what typography changes, to be searched for words that may be of this article."""
        return fold_typography(self.text).text

    @cached_property
    def sentences(self) -> list[Span]:
        """The article's sentences."""
        return sentences(self.text)

    @cached_property
    def raw(self) -> bytes:
        """The file's bytes."""
        return self.text.encode("utf-8")

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the file's bytes."""
        return hashlib.sha256(self.raw).hexdigest()

    def place(self, at: At | Span) -> Place:
        """File, line and column of a place in the text (a span) or in the reading (a path of keys)."""
        if isinstance(at, Span):
            return Place(self.text_file, *self.lines(at.start), *self.lines(at.end))
        return self.yaml.place(self._as_written(at))

    def _as_written(self, at: At) -> At:
        """The path without the index of an entry that stands alone: ``cue: {...}`` is read as a list of one."""
        written: At = ()
        for step in at:
            if step != 0 or (*written, step) in self.yaml.places:
                written = (*written, step)
        return written

    def placed(self, findings: Iterator[Finding]) -> Iterator[Problem]:
        """The findings with their places."""
        for finding in findings:
            at = finding.at
            is_key = finding.code == "key-unknown" and not isinstance(at, Span)
            yield finding.placed(self.yaml.key_place(self._as_written(at)) if is_key else self.place(at))

    def written_ids(self) -> dict[str, Place] | None:
        """The ids of all claims of the reading, those of entries with problems too, with their places; None where not all can be told."""
        data = self.yaml.data
        claims = data.get("claims") if isinstance(data, dict) else None
        if not isinstance(claims, list) or not claims:
            return None
        ids = [claim.get("id") if isinstance(claim, dict) else None for claim in claims]
        texts = {one: self.yaml.place(("claims", index, "id")) for index, one in enumerate(ids) if isinstance(one, str)}
        return texts if len(texts) == len(ids) else None

    def sentences_touching(self, span: Span) -> Span:
        """From the start of the first sentence that ``span`` touches to the end of the last."""
        touched = [sentence for sentence in self.sentences if sentence.overlaps(span)]
        return Span(min(s.start for s in touched), max(s.end for s in touched)) if touched else span

    def paragraph(self, span: Span) -> Span:
        """The line or lines of text around the span, with their end: LF, CR or CRLF."""
        first, last = self.lines(span.start)[0], self.lines(span.end)[0]
        starts = [*self.lines.starts, len(self.text)]
        return Span(starts[first - 1], starts[last])


def read_article(root: Path, folder: str, problems: list[Problem]) -> Article | None:
    """Read one folder under seeds/; None when its text or its YAML cannot be read at all."""
    text = read_text(root / "seeds" / folder / "article.txt", f"seeds/{folder}/article.txt", problems, MAXIMUM_ARTICLE)
    name = f"seeds/{folder}/reading.yaml"
    yaml = read_yaml(root / name, name)
    problems.extend(yaml.problems)
    if text is not None and not text.strip():
        message, mend = ("the article is empty", "makale boş"), ("put the article's text there", "makalenin metnini oraya koyun")
        problems.append(Problem("file-empty", Place(f"seeds/{folder}/article.txt"), message, mend=mend))
        return None
    if text is None or yaml.problems:
        return None
    article = Article(folder, text, yaml)
    problems.extend(article.placed(_take_apart(article)))
    return article


def article_twice(place: Place, other: str) -> Problem:
    """The problem that a text is in the project already, as the file ``other``."""
    message = ("this text is there already", "bu metin zaten var")
    folder = other.rpartition("/")[0]
    mend = (f"work on {folder}/reading.yaml", f"{folder}/reading.yaml üzerinde çalışın")
    return Problem("article-twice", place, message, nearest=other, mend=mend)


def _take_apart(article: Article) -> Iterator[Finding]:
    data = article.yaml.data
    if not isinstance(data, dict):
        expected = "the keys source, no_claim and claims", "source, no_claim ve claims anahtarları"
        yield Finding("value-type", (), ("a reading is a mapping", "bir okuma bir eşlemedir"), got=kind_of(data), expected=expected)
        return
    for key in data:
        if key not in Reading.model_fields:
            article.quoted.extend(_quoted_in(data[key]))
            yield from _unknown_key(key, data)
    yield from (key_missing((), key, f"{key}:") for key in ("source", "claims") if key not in data)
    if "source" in data:
        source: list[tuple[int, ReadSource]] = []
        yield from _take(article, data["source"], ReadSource, ("source",), source)
        article.source = source[0][1] if source else None
    if "claims" in data:
        yield from _take_list(article, ReadClaim, "claims", article.claims)
        if data["claims"] == []:
            yield Finding("value-type", ("claims",), ("claims is empty", "claims boş"), expected=("at least one claim", "en az bir sav"))
    for key in ("no_claim", "no_value", "no_cue"):
        yield from _take_list(article, Excuse, key, article.excuses.setdefault(key, []))


def _unknown_key(key: str, data: dict[str, Any]) -> Iterator[Finding]:
    try:
        Reading.model_validate({key: None})
    except ValidationError as error:
        yield from (finding for finding in findings_of(error, Reading, (), data) if finding.code == "key-unknown")


def _take_list(article: Article, model: type[Part], key: str, into: list[tuple[int, Part]]) -> Iterator[Finding]:
    values = article.yaml.data.get(key)
    if values is None and key != "claims":
        return
    if not isinstance(values, list):
        article.quoted.extend(_quoted_in(values))
        yield wrong_kind((key,), key, kind_of(values), ("a list: lines that begin with -", "bir liste: - ile başlayan satırlar"))
        return
    if len(values) > MAXIMUM_ENTRIES:
        message = f"{key} has too many entries: {len(values)}", f"{key} altında çok fazla girdi var: {len(values)}"
        most = f"at most {MAXIMUM_ENTRIES} for one article", f"bir makale için en çok {MAXIMUM_ENTRIES}"
        yield Finding("file-too-large", (key, MAXIMUM_ENTRIES), message, expected=most, mend=SPLIT)
        return
    for index, value in enumerate(values):
        yield from _take(article, value, model, (key, index), into)


def _take(article: Article, value: Any, model: type[Part], at: At, into: list[tuple[int, Part]]) -> Iterator[Finding]:
    index = at[-1] if isinstance(at[-1], int) else 0
    try:
        into.append((index, model.model_validate(value)))
    except ValidationError as error:
        findings = list(findings_of(error, model, at, value))
        meant = _meant(model, value, at, findings)
        if meant is not None:
            into.append((index, meant))
        elif model is not ReadSource:
            article.quoted.extend(_quoted_in(value))
            article.doubtful.extend(_said_where(article.text, value))
        yield from findings


def _meant(model: type[Part], value: Any, at: At, findings: list[Finding]) -> Part | None:
    """The entry as it is plainly meant: what else is wrong with it need not wait until a misspelt key is mended."""
    try:
        return None if (meant := as_meant(value, at, findings)) is None else model.model_validate(meant)
    except ValidationError:
        return None


def _said_where(text: str, value: Any) -> Iterator[Span]:
    """The place of an entry's quote, where the entry says which of several is meant."""
    occurrence = value.get("occurrence") if isinstance(value, dict) else None
    if isinstance(occurrence, int) and isinstance(quote := value.get("quote"), str):
        yield from occurrences(text, quote)[max(0, occurrence - 1) : occurrence]


def _quoted_in(value: Any) -> Iterator[str]:
    """Every text in a part of a reading that could not be read: its quotes are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _quoted_in(inner)
