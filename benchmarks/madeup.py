"""A made-up ledger of any size as a data package, always the same for a seed: what benchmarks/validate.py checks.

Claims have all their columns and statements in both languages, some with commas, quotation marks or several lines; each has one or
two rows of evidence, and what claims refer to is there. The share of rows asked for is then spoilt, a cell each, and it is told where.
"""

import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import iddia

PER_SOURCE = 500
_ENTITIES = 2_000
_QUANTITIES = {"money": ("training_cost", "usd"), "count": ("parameter_count", "parameter")}
_WORDS_EN = re.findall(
    r"\w+", "the model was trained on chips that its maker had bought before the export rule of that year took effect and cost"
)
_WORDS_TR = re.findall(
    r"\w+", "şirketin yeni modeli önceki yıl alınan çiplerle eğitildi ve maliyeti öngörülenin çok altında kaldığı için ilgi gördü"
)
_MODALITIES = ("asserted", "reported", "alleged", "rumoured", "estimated", "predicted", "possible", "conditional", "opinion")
_COLUMNS = ("claim_id", "subject", "number", "unit", "polarity", "proposition_id", "modality", "time")
"""Columns of claims that are spoilt, in turn, and then three of evidence."""
_SPOILT = {
    "claim_id": "Made Up.1",
    "subject": "no-such-entity",
    "number": "1_000",
    "unit": "no_such_unit",
    "polarity": "afirmed",
    "proposition_id": "p-XYZ",
    "modality": "",
    "time": "2025-13",
}


@dataclass(frozen=True)
class Spoilt:
    """A cell that was spoilt: its file, physical line and column, and the kind of problem."""

    file: str
    line: int
    column: int
    code: str


_CODES = {
    "claim_id": "cell-pattern",
    "subject": "reference-missing",
    "number": "cell-type",
    "unit": "reference-missing",
    "polarity": "cell-enum",
    "proposition_id": "cell-pattern",
    "modality": "cell-required",
    "time": "date-form",
}


def quoted(cell: str) -> str:
    """A cell as it stands in a file."""
    return '"' + cell.replace('"', '""') + '"' if any(letter in cell for letter in ',"\n') else cell


class _Sentences:
    """Sentences of realistic length, drawn from a pool so that making a million is quick."""

    def __init__(self, words: list[str], dice: random.Random) -> None:
        self._pool = [" ".join(dice.choices(words, k=dice.randint(5, 16))) for _ in range(4_000)]

    def one(self, dice: random.Random, number: int) -> str:
        """A sentence that stands nowhere else."""
        text = f"{self._pool[int(dice.random() * 4_000)]} ({number})."
        draw = dice.random()
        if draw < 0.25:
            text = text.replace(" ", ", ", 1)
        if draw < 0.05:
            text = f'"{text}"'
        if draw < 0.01:
            text = text.replace(" ", "\n", 1)
        return text


def make(folder: Path, claims: int, spoilt: float = 0.0, seed: int = 1) -> list[Spoilt]:
    """Write the package into ``folder``; what was spoilt in it."""
    (folder / "data").mkdir(parents=True)
    dice = random.Random(seed)  # noqa: S311 - the same ledger every time, no secret
    for table, rows in _small(claims).items():
        (folder / "data" / f"{table}.csv").write_text("".join(",".join(map(quoted, row)) + "\n" for row in rows), "utf-8", newline="")
    data = folder / "data"
    with (
        (data / "claims.csv").open("w", encoding="utf-8", newline="") as made,
        (data / "evidence.csv").open("w", encoding="utf-8", newline="") as shown,
    ):
        told = _large(made, shown, claims, spoilt, dice)
    _describe(folder)
    return told


def _large(made: IO[str], shown: IO[str], count: int, share: float, dice: random.Random) -> list[Spoilt]:
    names = _fields("claims")
    told: list[Spoilt] = []
    lines = [1, 1]
    every = int(1 / share) if share else count + 1
    made.write(",".join(names) + "\n")
    shown.write(",".join(_fields("evidence")) + "\n")
    english, turkish = _Sentences(_WORDS_EN, dice), _Sentences(_WORDS_TR, dice)
    lines = [2, 2]
    for number in range(count):
        source, within = divmod(number, PER_SOURCE)
        claim, evidence = _claim(number, f"article-{source}", within, (english, turkish), dice)
        row = dict(zip(names, claim, strict=True))
        if number % every == every - 1:
            column = _COLUMNS[(number // every) % len(_COLUMNS)]
            if row["value_kind"] != "quantity" and column in {"number", "unit"}:
                column = "polarity"
            told += _spoil(row, column, lines, evidence)
        text = ",".join(map(quoted, row.values())) + "\n"
        made.write(text)
        lines[0] += text.count("\n")
        for cells in evidence:
            text = ",".join(map(quoted, cells)) + "\n"
            shown.write(text)
            lines[1] += text.count("\n")
    return told


def _spoil(row: dict[str, str], column: str, lines: list[int], evidence: list[list[str]]) -> list[Spoilt]:
    """Spoil a cell and tell every problem that follows: evidence of a claim whose id was spoilt refers to nothing."""
    names = list(row)
    before = ",".join(quoted(row[name]) for name in names[: names.index(column)])
    at = len(before.rpartition("\n")[2]) + (2 if before else 1)
    row[column] = _SPOILT[column]
    told = [Spoilt("data/claims.csv", lines[0] + before.count("\n"), at, _CODES[column])]
    if column == "claim_id":
        line = lines[1]
        for cells in evidence:
            told.append(Spoilt("data/evidence.csv", line, 1, "reference-missing"))
            line += 1 + sum(cell.count("\n") for cell in cells)
    return told


def _claim(
    number: int, source: str, within: int, sentences: tuple[_Sentences, _Sentences], dice: random.Random
) -> tuple[list[str], list[list[str]]]:
    english, turkish = sentences
    claim_id = f"{source}.{within + 1:03}"
    subject = f"entity-{int(dice.random() * _ENTITIES)}"
    draw = dice.random()
    time = f"20{int(dice.random() * 25):02}-{1 + int(dice.random() * 12):02}" if dice.random() < 0.3 else ""
    polarity = "affirmed" if dice.random() < 0.9 else "negated"
    amount = unit = entity = when = words = truth = ""
    raw = f"{number} birim"
    if draw < 0.5:
        dimension = "money" if draw < 0.3 else "count"
        name, unit = _QUANTITIES[dimension]
        amount, kind = f"{number}.5" if draw < 0.1 else str(number), "quantity"
    elif draw < 0.75:
        name, entity, kind = "developer", f"entity-{number % _ENTITIES}", "entity"
        time = f"{number // _ENTITIES:04}-01" if time or number >= 0 else ""
    elif draw < 0.9:
        name, when, kind = "release_date", f"{1000 + number % 1000}-{1 + number // 1000 % 12:02}", "date"
    else:
        name, words, kind = "described_as", f"a text that says {number}", "text"
    content = [subject, name, kind, amount, unit, entity, when, words, truth, "", "", time, polarity]
    digest = hashlib.sha256("|".join(content).encode()).hexdigest()[:12]
    approximation = ("exact" if dice.random() < 0.7 else "about") if kind == "quantity" else ""
    modality = _MODALITIES[int(dice.random() * 9)]
    claim = [claim_id, source, english.one(dice, number), turkish.one(dice, number), subject, name, kind, amount, "", "", unit]
    claim += [approximation, entity, when, words, truth, raw, "", "", time, "", polarity, modality, f"p-{digest}", "read"]
    quote = turkish.one(dice, number)
    start = within * 150
    evidence = [[claim_id, str(start), str(start + len(quote)), source, quote, "content"]]
    if dice.random() < 0.4:
        evidence.append([claim_id, str(start + len(quote) + 1), str(start + len(quote) + 8), source, "iddiası", "cue"])
    return claim, evidence


def _fields(table: str) -> list[str]:
    schema = json.loads((iddia.ROOT / "schema" / f"{table}.json").read_text("utf-8"))
    return [field["name"] for field in schema["fields"]]


def _source(name: str) -> list[str]:
    row = [name, f"seeds/{name}/article.txt", "Haber", "", "", "", "", "unknown", "", "tr", "news", "", "Third-party text."]
    return [*row, "99999", "99999", "0" * 64]


def _small(claims: int) -> dict[str, list[list[str]]]:
    """The tables that claims refer to, header first."""
    properties = [
        ["training_cost", "quantity", "money"],
        ["parameter_count", "quantity", "count"],
        ["developer", "entity", ""],
        ["release_date", "date", ""],
        ["described_as", "text", ""],
    ]
    sources = (f"article-{number}" for number in range((claims + PER_SOURCE - 1) // PER_SOURCE))
    return {
        "sources": [_fields("sources"), *map(_source, sources)],
        "entities": [
            _fields("entities"),
            *(
                [f"entity-{number}", "model", f"Model {number}", f"{number} modeli", "A model.", "Bir model.", "", ""]
                for number in range(_ENTITIES)
            ),
        ],
        "properties": [
            _fields("properties"),
            *(
                [one, one, one, one, one, kind, dimension, "any", "any" if kind == "entity" else "", "true", ""]
                for one, kind, dimension in properties
            ),
        ],
        "units": [
            _fields("units"),
            ["usd", "US dollars", "ABD doları", "money", "1", "USD"],
            ["parameter", "parameters", "parametre", "count", "1", "{parameter}"],
        ],
        "modalities": [_fields("modalities"), *([one, one, one, one, one, str(rank)] for rank, one in enumerate(_MODALITIES, 1))],
    }


def _describe(folder: Path) -> None:
    resources = []
    for path in _files(folder):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        schema = json.loads((iddia.ROOT / "schema" / f"{path.stem}.json").read_text("utf-8"))
        resources.append(
            {
                "name": path.stem,
                "type": "table",
                "path": f"data/{path.name}",
                "format": "csv",
                "encoding": "utf-8",
                "bytes": path.stat().st_size,
                "hash": f"sha256:{digest}",
                "schema": schema,
            }
        )
    (folder / "datapackage.json").write_text(json.dumps({"name": "made-up", "resources": resources}, indent=2), "utf-8")


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted((folder / "data").glob("*.csv"))
