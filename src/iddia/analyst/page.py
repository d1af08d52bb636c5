"""A page of ``iddia show`` for a person: each claim's words marked inside their sentence."""

from pathlib import Path
from typing import Any

from rich.text import Text

from iddia.analyst.pagewords import page_word, value_word
from iddia.analyst.terminal import Terminal
from iddia.language import Language
from iddia.text.sentences import sentences
from iddia.text.spans import Span
from iddia.wording import word

_ROLE_STYLES = {"content": "bold yellow", "cue": "magenta", "speaker": "cyan", "context": "yellow"}
_BRACKETS = {"content": ("[[", "]]"), "cue": ("{{", "}}")}
_FACTS = (
    "publisher",
    "author",
    "published",
    "translation_of",
    "parent",
    "wikidata",
    "value_kind",
    "dimension",
    "factor",
    "code",
    "rank",
    "url",
    "kind",
    "basis",
    "rule",
    "status",
    "independent_origins",
)
_CLOSED = ("value_kind", "dimension")
_WORDED = ("kind", "status", "basis")


def print_page(content: dict[str, Any], root: Path, out: Terminal, language: Language) -> None:
    """Print a page. Each claim's words stand inside their sentence where the article is at hand under ``root``, alone where it is not."""
    if content["table"] != "claims":
        _print_head(content, out, language)
    for number, claim in enumerate(content["claims"]):
        if number or content["table"] != "claims":
            out.print()
        _print_claim(claim, root, out, language)
    count = len(content["claims"])
    if content["table"] != "claims":
        out.print()
        out.print(Text(f"{count} sav" if language == "tr" else f"{count} claim{'s' * (count != 1)}", style="dim"))
    if content.get("related"):
        _print_related(content["related"], out, language)


def _print_head(content: dict[str, Any], out: Terminal, language: Language) -> None:
    title = content.get(f"label_{language}") or content.get("title") or content["id"]
    kind = value_word(content["type"], language) if content["table"] == "entities" else page_word(content["table"], language)
    out.print(Text.assemble((str(title), "bold"), "  ", (str(content["id"]), "cyan"), (f"  {kind}", "dim")))
    for key in (f"description_{language}", f"definition_{language}", f"detail_{language}", f"explanation_{language}"):
        if content.get(key):
            out.print(Text(str(content[key])))
    facts = {key: content[key] for key in _FACTS if content.get(key)}
    if not content.get("explanation_en"):
        facts.pop("status", None)
    facts |= {key: value_word(facts[key], language) for key in _CLOSED if key in facts}
    facts |= {key: word(facts[key], language) for key in _WORDED if key in facts and content["table"] != "sources"}
    if content.get("names"):
        facts["names"] = ", ".join(f"{name['name']} ({value_word(name['kind'], language)})" for name in content["names"])
    for key, value in facts.items():
        shown = f"{value:.15g}" if isinstance(value, float) else str(value)
        out.print(Text.assemble((f"{page_word(key, language)}: ", "dim"), shown))
    for other in content.get("maybe_same_as", ()):
        out.print(
            Text.assemble((f"{page_word('maybe_same_as', language)}: ", "dim"), (other["entity_id"], "cyan"), f" ({other['reason']})")
        )


def _print_related(related: list[dict[str, Any]], out: Terminal, language: Language) -> None:
    mark = page_word("mark_maybe_same", language)
    line = Text.assemble((f"{page_word('related', language)}: ", "dim"))
    for number, one in enumerate(related):
        line.append(", " if number else "")
        line.append(one["entity_id"], "cyan")
        line.append(f" {one['claims']}" + (f" ({mark})" if one["relation"] == "maybe_same" else ""))
    out.print(line)


def _print_claim(claim: dict[str, Any], root: Path, out: Terminal, language: Language) -> None:
    negated = [claim["polarity"]] if claim["polarity"] == word("negated", language) else []
    marks = [claim["modality"], *negated, page_word("said_by", language).format(claim["said_by"])]
    out.print(Text.assemble((claim["claim_id"], "cyan"), "  ", (", ".join(marks), "green")))
    out.print(Text(claim["statement"]), indent=2)
    facts = f"{claim['subject']} | {claim['property']} | {claim['value']}"
    extra = [f"{page_word(name, language)} {claim[name]}" for name in ("compared_to", "time", "condition") if claim[name] is not None]
    out.print(Text("; ".join([facts, *extra]), style="dim"), indent=2)
    for line in _in_sentences(claim, root, plain=out.is_plain):
        out.print(line, indent=2)
    for line in _judged(claim, language):
        out.print(line, indent=2)


def _judged(claim: dict[str, Any], language: Language) -> list[Text]:
    """What outside sources say, what became of it, and what disagrees."""
    judged = [(key, claim[key]) for key in ("assessment", "prediction") if claim[key]]
    lines = [Text.assemble((page_word(key, language).format(**one), "bold"), f": {one['note']}") for key, one in judged]
    assessment = claim["assessment"] or {"figures": (), "references": ()}
    lines += [
        Text.assemble((f"{page_word('figure', language)}: ", "dim"), f"{figure['label']}: {figure['reckoned']}")
        for figure in assessment["figures"]
    ]
    for reference in assessment["references"]:
        line = Text.assemble((f"{page_word('reference', language)}: ", "dim"), (reference["reference_id"], "cyan"))
        lines.append(line.append(f"  {reference['publisher']}: {reference['title']}"))
    for relation in claim["relations"]:
        line = Text.assemble(
            (f"{relation['kind_in_words']} ", "red" if relation["disagrees"] else "dim"), (relation["relation_id"], "cyan")
        )
        lines.append(
            line.append(f" {page_word('against' if relation['disagrees'] else 'beside', language)} ").append(
                ", ".join(relation["with"]), "cyan"
            )
        )
    return lines


def _in_sentences(claim: dict[str, Any], root: Path, *, plain: bool) -> list[Text]:
    """The claim's words: in their sentences where the article's text is at hand, the words that carry it alone where it is not."""
    article = root / "seeds" / claim["source_id"] / "article.txt"
    evidence = [(Span(row["start"], row["end"]), row["role"]) for row in claim["evidence"]]
    content = [span for span, role in evidence if role == "content"]
    if not article.is_file():
        quotes = [row["quote"] for row in claim["evidence"] if row["role"] == "content"]
        return [
            _marked(f'"{quote}"', _inside(evidence, Span(span.start - 1, span.end + 1)), plain=plain)
            for span, quote in zip(content, quotes, strict=True)
        ]
    text = article.read_bytes().decode("utf-8")
    return [
        _marked(sentence.cut(text), _inside(evidence, sentence), plain=plain)
        for sentence in sentences(text)
        if any(sentence.overlaps(span) for span in content)
    ]


def _inside(evidence: list[tuple[Span, str]], frame: Span) -> list[tuple[Span, str]]:
    return [
        (Span(max(span.start, frame.start) - frame.start, min(span.end, frame.end) - frame.start), role)
        for span, role in evidence
        if span.overlaps(frame)
    ]


def _marked(words: str, spans: list[tuple[Span, str]], *, plain: bool) -> Text:
    if plain:
        return Text(_bracketed(words, [(span, role) for span, role in spans if role in _BRACKETS]))
    line = Text(words, style="italic")
    for span, role in spans:
        line.stylize(_ROLE_STYLES[role], span.start, span.end)
    return line


def _bracketed(words: str, spans: list[tuple[Span, str]]) -> str:
    """Without colour, [[ ]] stands around the content and {{ }} around the cue; the shorter inside the longer."""
    inserts = []
    for span, role in spans:
        opening, closing = _BRACKETS[role]
        length, outer = span.end - span.start, role == "content"
        inserts.append(((span.start, 1, -length, not outer), opening))
        inserts.append(((span.end, 0, length, outer), closing))
    for (at, *_), mark in sorted(inserts, reverse=True):
        words = words[:at] + mark + words[at:]
    return words
