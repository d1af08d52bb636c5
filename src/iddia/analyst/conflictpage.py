"""The page of ``iddia conflicts``: each disagreement as a person would lay it out."""

from typing import Any

from rich.table import Table
from rich.text import Text

from iddia.analyst.disagreements import DISAGREEING, clash_together
from iddia.analyst.terminal import Terminal
from iddia.language import Language
from iddia.wording import word

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "contradicts": "contradictions",
        "in_tension": "tensions",
        "corroborates": "agreements",
        "refines": "refinements",
        "over": "{} ({} open) over {} claims of {} articles",
        "over agreements": "{} over {} claims of {} articles",
        "none": "Nothing found.",
        "try": "Nothing found for {}; --related also looks at its parts and at what may be the same, iddia conflicts shows everything.",
        "sources": "sources",
        "why": "Why",
        "how": "How",
        "origins": "independent origins, as far as the articles tell: {}",
        "settled": "What outside sources settle of these {} claims",
        "rest": "the rest: {}",
        "partly": "partly supported",
        "unverified": "unverified",
        "untestable": "untestable",
        "unchecked": "not checked",
        "signs": "≠ exclude one another   + clash only all together   ⊂ lies within",
        "then": "--notes prints what outside sources say of every claim; iddia show ID tells more of any claim or relation",
    },
    "tr": {
        "contradicts": "çelişki",
        "in_tension": "gerilim",
        "corroborates": "uyuşma",
        "refines": "ayrıntılandırma",
        "over": "{} ({} açık); {} sav, {} makale",
        "over agreements": "{}; {} sav, {} makale",
        "none": "Bir şey bulunmadı.",
        "try": "{} için bir şey bulunmadı; --related parçalarına ve aynı olabilecek olanlara da bakar, iddia conflicts hepsini gösterir.",
        "sources": "kaynaklar",
        "why": "Neden",
        "how": "Nasıl",
        "origins": "makalelerden anlaşıldığı kadarıyla bağımsız köken: {}",
        "settled": "Dış kaynaklar bu {} savdan hangilerini karara bağlıyor",
        "rest": "açıkta kalan: {}",
        "partly": "kısmen doğrulanan",
        "unverified": "doğrulanmayan",
        "untestable": "sınanamayan",
        "unchecked": "denetlenmeyen",
        "signs": "≠ birbirini dışlar   + yalnızca hepsi birlikte çatışır   ⊂ içinde kalır",
        "then": "--notes dış kaynakların her sav için dediğini yazar; iddia show ID bir savı ya da ilişkiyi ayrıntısıyla gösterir",
    },
}
_KIND_STYLES = {"contradicts": "bold red", "in_tension": "bold yellow", "corroborates": "bold green", "refines": "bold cyan"}
_UNSETTLED = ("partly", "unverified", "untestable", "unchecked")
_VERDICT_STYLES = {"supported": "green", "partly": "yellow", "refuted": "red", "unverified": "dim", "untestable": "dim"}


def print_conflicts(content: dict[str, Any], out: Terminal, language: Language, *, brief: bool = False, notes: bool = False) -> None:
    """Print the relations that ``conflicts`` found: a line for each, and unless ``brief`` a paragraph."""
    words = _WORDS[language]
    if not content["relations"]:
        out.print(words["try"].format(content["about"]) if content["about"] else words["none"])
        return
    counts = ", ".join(f"{count} {_counted(kind, count, language)}" for kind, count in content["kinds"].items() if count)
    pattern = words["over agreements" if content["agreements"] else "over"]
    numbers = (content["claims"], content["articles"])
    out.print(Text(pattern.format(counts, *(() if content["agreements"] else (content["open"],)), *numbers), style="bold"))
    out.print()
    if brief:
        out.print(_overview(content["relations"], language))
        return
    _print_sources(content["sources"], out, language)
    for number, relation in enumerate(content["relations"], 1):
        _print_relation(number, relation, out, language, notes=notes)
        out.print()
    if not content["agreements"]:
        _print_settled(content["relations"], out, language)
    out.print(Text(words["then"], style="dim"))


def _print_settled(relations: list[dict[str, Any]], out: Terminal, language: Language) -> None:
    """What outside sources make of the claims that disagree: the statements they bear out or refute, and how many they do not settle."""
    claims = {claim["claim_id"]: claim for one in relations for side in one["sides"] for claim in side["claims"]}
    numbers: dict[str, list[int]] = {}
    for number, one in enumerate(relations, 1):
        for claim in (claim for side in one["sides"] for claim in side["claims"]):
            numbers.setdefault(claim["claim_id"], []).append(number)
    by_verdict: dict[str, list[dict[str, Any]]] = {verdict: [] for verdict in ("supported", "refuted", *_UNSETTLED)}
    for claim in claims.values():
        by_verdict[claim["assessment"]["verdict"] if claim["assessment"] else "unchecked"].append(claim)
    words = _WORDS[language]
    out.print(Text(words["settled"].format(len(claims)), style="bold"))
    for verdict in ("refuted", "supported"):
        for claim in by_verdict[verdict]:
            line = Text.assemble((word(verdict, language), _VERDICT_STYLES[verdict]), f": {claim['statement']}  ")
            line.append(claim["claim_id"], "cyan")
            out.print(line.append(f"  ({', '.join(map(str, numbers[claim['claim_id']]))})", "dim"), indent=3)
            out.print(Text(claim["assessment"]["note"], style="dim"), indent=5)
    rest = [f"{len(by_verdict[verdict])} {words[verdict]}" for verdict in _UNSETTLED if by_verdict[verdict]]
    if rest:
        out.print(Text(words["rest"].format(", ".join(rest))), indent=3)
    out.print()


def _print_sources(sources: list[dict[str, Any]], out: Terminal, language: Language) -> None:
    """Which articles the ids stand for, and what the signs between claims mean."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="cyan")
    grid.add_column(overflow="fold")
    for source in sources:
        grid.add_row(Text(source["source_id"]), Text(", ".join(part for part in (source["title"], source["published"]) if part)))
    out.print(grid, indent=3)
    out.print(Text(_WORDS[language]["signs"], style="dim"), indent=3)
    out.print()


def _counted(kind: str, count: int, language: Language) -> str:
    return word(kind, language) if count == 1 else _WORDS[language][kind]


def _overview(relations: list[dict[str, Any]], language: Language) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for one in relations:
        last = word(one["settled"], language) if one["kind"] in DISAGREEING else str(one["independent_origins"])
        table.add_row(
            Text(one["relation_id"], style="cyan"),
            Text(word(one["kind"], language), style=_KIND_STYLES[one["kind"]]),
            Text(one["topic"]),
            Text(last, style="dim"),
        )
    return table


def _print_relation(number: int, one: dict[str, Any], out: Terminal, language: Language, *, notes: bool) -> None:
    words = _WORDS[language]
    is_open = [word(one["status"], language)] if one["status"] == "open" else []
    marks = [word(one["kind"], language), *is_open, *([word(one["settled"], language)] if one["kind"] in DISAGREEING else [])]
    head = Text.assemble((f"{number}. ", "bold"), (one["topic"], "bold"), "  ", (", ".join(marks), _KIND_STYLES[one["kind"]]))
    head.append(f"  {one['relation_id']}", "cyan")
    out.print(head)
    for at, side in enumerate(one["sides"]):
        if at:
            out.print(Text(_between(one), style=_KIND_STYLES[one["kind"]]), indent=3)
        for claim in side["claims"]:
            _print_claim(claim, out, language, notes=notes)
    _print_labelled(words["how"], one["detail"], out)
    if one["explanation"]:
        _print_labelled(words["why"], one["explanation"], out)
    else:
        out.print(Text(words["origins"].format(one["independent_origins"]), style="dim"), indent=3)


def _between(one: dict[str, Any]) -> str:
    """What stands between two sides: they exclude each other, one lies in the other, or, in a formula, they only clash together."""
    if one["kind"] not in DISAGREEING:
        return "⊂"
    return "+" if clash_together({side["role"]: side["claims"] for side in one["sides"]}) else "≠"


def _print_labelled(label: str, text: str, out: Terminal) -> None:
    """A paragraph beside its label."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column()
    grid.add_row(Text(f"{label}:"), Text(text))
    out.print(grid, indent=3)


def _print_claim(claim: dict[str, Any], out: Terminal, language: Language, *, notes: bool) -> None:
    out.print(Text(claim["statement"]), indent=3)
    quote = Text(f"“{' '.join(claim['quote'].split())}”", style="italic")
    out.print(quote, indent=5)
    line = Text.assemble((claim["claim_id"], "cyan"), (f"  {claim['modality']}, {claim['said_by']}", "green"))
    if claim["outcome"]:
        line.append(f"  {claim['outcome']}")
    if claim["assessment"]:
        verdict, certainty = claim["assessment"]["verdict"], claim["assessment"]["certainty"]
        line.append(f"  {_WORDS[language]['sources']}: ", "dim")
        line.append(word(verdict, language), _VERDICT_STYLES[verdict])
        line.append(f" ({word(certainty, language)})", "dim")
    out.print(line, indent=5)
    if notes and claim["assessment"]:
        out.print(Text(claim["assessment"]["note"], style="dim"), indent=5)
