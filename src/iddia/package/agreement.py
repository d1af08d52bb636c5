"""How far the two independent readings of each article agreed, measured from their files and reported in docs/agreement.md.

Claims of the two readings are paired one to one by their quotes: the pair whose quotes overlap most (shared code points over
all code points of both) comes first, and among equal overlaps the pair with more of subject and property in common. Modality,
polarity and value have no part in the pairing and are then compared over the pairs. Kappa is Cohen's (1960).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iddia.errors import ContributionError
from iddia.text.anchors import anchor
from iddia.text.spans import Span
from iddia.yamlfile import read_text, read_yaml

READERS = ("first", "second")


@dataclass(frozen=True)
class Read:
    """One claim of one reader, as far as it is compared."""

    span: Span
    subject: str
    property: str
    value: str
    polarity: str
    modality: str


Pair = tuple[Read, Read]


def agreement_page(root: Path) -> str:
    """docs/agreement.md with its figures measured; the words before them stand in docs/agreement.head.md."""
    head = (root / "docs" / "agreement.head.md").read_text("utf-8")
    folders = sorted(path.parent.parent.name for path in (root / "seeds").glob("*/readers/first.yaml"))
    readings = {folder: [read_claims(root, folder, reader) for reader in READERS] for folder in folders}
    pairs = {folder: pair_up(*both) for folder, both in readings.items()}
    everything = [pair for found in pairs.values() for pair in found]
    sizes = {folder: [len(claims) for claims in both] for folder, both in readings.items()}
    rows = [_row(folder, sizes[folder], pairs[folder]) for folder in folders]
    rows.append(_row("**all**", [sum(column) for column in zip(*sizes.values(), strict=True)], everything))
    table = "\n".join([_HEADER, "|---|" + "---:|" * (_HEADER.count("|") - 2), *rows])
    return f"{head}\n{table}\n\n{_kappas(everything)}\n\n{_confusions(everything)}\n"


_HEADER = "| article | first | second | pairs | paired | same quote | overlap | modality | polarity | value | subject | property |"


def read_claims(root: Path, folder: str, reader: str) -> list[Read]:
    """The claims of one reader's file, anchored. The files are kept as they were made; a quote that is lost is an error."""
    name = f"seeds/{folder}/readers/{reader}.yaml"
    yaml = read_yaml(root / name, name)
    text = read_text(root / "seeds" / folder / "article.txt", folder, yaml.problems)
    if yaml.problems or text is None:
        raise ContributionError(yaml.problems)
    return [_read(text, claim) for claim in yaml.data["claims"]]


def _read(text: str, claim: dict[str, Any]) -> Read:
    span = anchor(text, claim["quote"], occurrence=claim.get("occurrence"))
    return Read(span, claim["subject"], claim["property"], _value(claim["value"]), claim.get("polarity", "affirmed"), claim["modality"])


def _value(value: dict[str, Any]) -> str:
    """What is compared of a value: its kind and content, bounds and unit, without the words as printed."""
    return ", ".join(
        f"{key} {value[key]}" for key in ("entity", "date", "text", "boolean", "number", "min", "max", "unit") if value.get(key) is not None
    )


def pair_up(first: Sequence[Read], second: Sequence[Read]) -> list[Pair]:
    """Claims of two readings paired one to one, best overlap first; claims whose quotes nobody else's overlaps stay alone."""
    candidates = [
        (_overlap(a.span, b.span), (a.subject == b.subject) + (a.property == b.property), i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
    ]
    left, right = set(range(len(first))), set(range(len(second)))
    pairs: list[Pair] = []
    for overlap, _, i, j in sorted(candidates, key=lambda candidate: (-candidate[0], -candidate[1], *candidate[2:])):
        if overlap > 0 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((first[i], second[j]))
    return pairs


def _overlap(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / (max(a.end, b.end) - min(a.start, b.start))


def kappa(labels: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa of two raters' labels: agreement beyond what their habits alone would give; 1.0 when both use one label only."""
    total = len(labels)
    observed = sum(a == b for a, b in labels) / total
    firsts, seconds = Counter(a for a, _ in labels), Counter(b for _, b in labels)
    expected = sum(firsts[label] * seconds[label] for label in firsts) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def _row(name: str, sizes: Sequence[int], pairs: Sequence[Pair]) -> str:
    paired = 2 * len(pairs) / sum(sizes)
    exact = sum(a.span == b.span for a, b in pairs) / len(pairs)
    overlap = sum(_overlap(a.span, b.span) for a, b in pairs) / len(pairs)
    parts = ("modality", "polarity", "value", "subject", "property")
    same = [sum(getattr(a, part) == getattr(b, part) for a, b in pairs) / len(pairs) for part in parts]
    cells = [
        name,
        *map(str, sizes),
        str(len(pairs)),
        f"{paired:.0%}",
        f"{exact:.0%}",
        f"{overlap:.2f}",
        *(f"{share:.0%}" for share in same),
    ]
    return f"| {' | '.join(cells)} |"


def _kappas(pairs: Sequence[Pair]) -> str:
    modality = kappa([(a.modality, b.modality) for a, b in pairs])
    polarity = kappa([(a.polarity, b.polarity) for a, b in pairs])
    return f"Cohen's kappa over all pairs: modality {modality:.2f}, polarity {polarity:.2f}."


def _confusions(pairs: Sequence[Pair]) -> str:
    counts = Counter(tuple(sorted((a.modality, b.modality))) for a, b in pairs if a.modality != b.modality)
    lines = [f"- {first} / {second}: {count}" for (first, second), count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))]
    return "Modalities that were taken for one another, and how often:\n\n" + "\n".join(lines)
