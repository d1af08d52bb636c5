"""One entity, claim, source or property, for a person in a terminal, or as plain values for a program."""

from pathlib import Path
from typing import Any

from rich.text import Text

from iddia.analyst.flat import records
from iddia.analyst.ledger import Ledger
from iddia.analyst.terminal import Terminal
from iddia.errors import UnknownIdError, did_you_mean
from iddia.text.sentences import sentences
from iddia.text.spans import Span

_ROLE_STYLES = {"content": "bold yellow", "cue": "magenta", "speaker": "cyan", "context": "yellow"}
# Words of the page itself; what is not here stands under the name of its column.
_WORDS = {
    "en": {"said_by": "said by {}", "negated": "negated", "maybe_same_as": "maybe the same as"},
    "tr": {
        "said_by": "söyleyen: {}",
        "negated": "olumsuz",
        "maybe_same_as": "belki şununla aynı",
        "compared_to": "karşılaştırılan:",
        "time": "zaman:",
        "condition": "koşul:",
        "publisher": "yayımlayan",
        "author": "yazar",
        "published": "yayım tarihi",
        "translation_of": "çevirisi olduğu metin",
        "parent": "üst varlık",
        "value_kind": "değer türü",
        "dimension": "boyut",
        "names": "adlar",
    },
}


def find(ledger: Ledger, what: str) -> tuple[str, dict[str, Any]]:
    """The table and row that an id (or an entity's name) stands for. Raises UnknownIdError with the nearest id."""
    for table, column in (("claims", "claim_id"), ("sources", "source_id"), ("entities", "entity_id"), ("properties", "property_id")):
        matches = ledger[table][(ledger[table][column] == what).fillna(False).astype(bool)]
        if len(matches):
            return table, records(matches)[0]
    try:
        return find(ledger, ledger.entity_id(what))
    except UnknownIdError:
        ids = [*ledger.claims["claim_id"], *ledger.sources["source_id"], *ledger.entities["entity_id"], *ledger.properties["property_id"]]
        nearest = did_you_mean(what.lower(), ids)
        hint = f"did you mean {nearest}?" if nearest else "iddia info names the sources; d.entities, d.properties and d.claims list all ids"
        raise UnknownIdError(f"there is no entity, claim, source or property {what!r}; {hint}") from None


def page(ledger: Ledger, what: str, language: str) -> dict[str, Any]:
    """Everything about one id as plain values: what it is, its names if any, and the claims in which it takes part."""
    table, row = find(ledger, what)
    content: dict[str, Any] = {"table": table, "id": row[ledger.schema(table)["primaryKey"][0]], **row}
    if table == "entities":
        names = ledger.names[(ledger.names["entity_id"] == row["entity_id"]).fillna(False).astype(bool)]
        content["names"] = [f"{name['name']} ({name['kind']})" for name in records(names)]
        maybe = records(ledger.identities)
        content["maybe_same_as"] = [
            {
                "entity_id": pair["maybe_same_as"] if pair["entity_id"] == row["entity_id"] else pair["entity_id"],
                "reason": pair[f"reason_{language}"],
            }
            for pair in maybe
            if row["entity_id"] in (pair["entity_id"], pair["maybe_same_as"])
        ]
    content["claims"] = [_claim(ledger, claim) for claim in records(_flat_rows(ledger, table, row, language))]
    return content


def _flat_rows(ledger: Ledger, table: str, row: dict[str, Any], language: Any) -> Any:
    if table == "entities":
        return ledger.about(row["entity_id"], language)
    flat = ledger.flat(language)
    column, wanted = {
        "claims": ("claim_id", row.get("claim_id")),
        "sources": ("source_id", row.get("source_id")),
        "properties": ("property_id", row.get("property_id")),
    }[table]
    return flat[(flat[column] == wanted).fillna(False).astype(bool)]


def _claim(ledger: Ledger, flat: dict[str, Any]) -> dict[str, Any]:
    evidence = ledger.evidence[(ledger.evidence["claim_id"] == flat["claim_id"]).fillna(False).astype(bool)]
    return {**flat, "evidence": [{key: row[key] for key in ("role", "start", "end", "quote")} for row in records(evidence)]}


def print_page(content: dict[str, Any], ledger: Ledger, out: Terminal, language: str) -> None:
    """Print a page. Each claim's words stand inside their sentence where the article is at hand, alone where it is not."""
    _print_head(content, out, language)
    for number, claim in enumerate(content["claims"]):
        if number or content["table"] != "claims":
            out.print()
        _print_claim(claim, ledger, out, language)
    count = len(content["claims"])
    if content["table"] != "claims":
        out.print()
        out.print(Text(f"{count} sav" if language == "tr" else f"{count} claim{'s' * (count != 1)}", style="dim"))


def _word(name: str, language: str) -> str:
    return _WORDS[language].get(name, name.replace("_", " "))


def _print_head(content: dict[str, Any], out: Terminal, language: str) -> None:
    title = content.get(f"label_{language}") or content.get("title") or content["id"]
    if content["table"] == "claims":
        return
    out.print(
        Text.assemble(
            (str(title), "bold"),
            ("  ", ""),
            (str(content["id"]), "cyan"),
            (f"  {content.get('type') or content.get('kind') or content['table']}", "dim"),
        )
    )
    for key in (f"description_{language}", f"definition_{language}"):
        if content.get(key):
            out.print(Text(str(content[key])))
    facts = {
        key: content.get(key)
        for key in ("publisher", "author", "published", "translation_of", "parent", "wikidata", "value_kind", "dimension")
    }
    facts["names"] = ", ".join(content.get("names", ()))
    for key, value in facts.items():
        if value:
            out.print(Text.assemble((f"{_word(key, language)}: ", "dim"), str(value)))
    for other in content.get("maybe_same_as", ()):
        out.print(Text.assemble((f"{_word('maybe_same_as', language)}: ", "dim"), (other["entity_id"], "cyan"), f" ({other['reason']})"))


def _print_claim(claim: dict[str, Any], ledger: Ledger, out: Terminal, language: str) -> None:
    negated = [_word("negated", language)] if claim["polarity"] == "negated" else []
    marks = [claim["modality"], *negated, _word("said_by", language).format(claim["said_by"])]
    out.print(Text.assemble((claim["claim_id"], "cyan"), "  ", (", ".join(marks), "green")))
    out.print(Text(claim["statement"]), indent=2)
    facts = f"{claim['subject']} | {claim['property']} | {claim['value']}"
    extra = [f"{_word(name, language)} {claim[name]}" for name in ("compared_to", "time", "condition") if claim[name] is not None]
    out.print(Text("; ".join([facts, *extra]), style="dim"), indent=2)
    for line in _in_sentences(claim, ledger.root, plain=out.is_plain):
        out.print(line, indent=2)


def _in_sentences(claim: dict[str, Any], root: Path, *, plain: bool) -> list[Text]:
    """The claim's words: in their sentences where the article's text is at hand. Without colour, [[ ]] stands around the content."""
    article = root / "seeds" / claim["source_id"] / "article.txt"
    evidence = [(Span(row["start"], row["end"]), row["role"]) for row in claim["evidence"]]
    if not article.is_file():
        return [
            _marked(f'"{row["quote"]}"', [(Span(1, len(row["quote"]) + 1), row["role"])], plain=plain)
            for row in claim["evidence"]
            if row["role"] == "content"
        ]
    text = article.read_bytes().decode("utf-8")
    content = [span for span, role in evidence if role == "content"]
    lines = []
    for sentence in sentences(text):
        if any(sentence.overlaps(span) for span in content):
            inside = [
                (Span(max(span.start, sentence.start) - sentence.start, min(span.end, sentence.end) - sentence.start), role)
                for span, role in evidence
                if span.overlaps(sentence)
            ]
            lines.append(_marked(sentence.cut(text), inside, plain=plain))
    return lines


def _marked(words: str, spans: list[tuple[Span, str]], *, plain: bool) -> Text:
    if plain:
        for span, role in sorted(spans, reverse=True):
            if role == "content":
                words = f"{words[: span.start]}[[{span.cut(words)}]]{words[span.end :]}"
        return Text(words)
    line = Text(words, style="italic")
    for span, role in spans:
        line.stylize(_ROLE_STYLES[role], span.start, span.end)
    return line
