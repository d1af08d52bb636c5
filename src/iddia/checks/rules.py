"""Rules of the ledger that no Table Schema can say, each over whole columns.

A rule runs when the columns it needs are there, and looks only at rows in whose cells of them nothing else is wrong.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from iddia.checks.fault import Fault
from iddia.checks.propositions import propositions
from iddia.checks.records import Bools, Ints
from iddia.checks.table import Table
from iddia.errors import Place
from iddia.language import Said, Words
from iddia.text.dates import bounds

Tables = Mapping[str, Table]

KEPT: dict[str, dict[str, str]] = {
    "sources": {"source_id": "text", "characters": "integer"},
    "claims": {
        "claim_id": "text",
        "number": "number",
        "number_min": "number",
        "number_max": "number",
        "value_text": "hash",
        "proposition_id": "hash",
        **dict.fromkeys(
            ("source_id", "subject", "property", "value_kind", "unit", "approximation", "value_entity", "value_date", "value_boolean"),
            "coded",
        ),
        **dict.fromkeys(("compared_to", "per", "time", "polarity"), "coded"),
    },
    "evidence": {"claim_id": "text", "start": "integer", "end": "integer", "quote": "length", "source_id": "coded", "role": "coded"},
    "mentions": {"mention_id": "text", "source_id": "coded", "start": "integer", "end": "integer", "surface": "length"},
    "attributions": {"claim_id": "text", "position": "integer"},
    "properties": {"property_id": "text", "value_kind": "coded", "dimension": "coded"},
    "units": {"unit_id": "text", "dimension": "coded", "factor": "number"},
    "relations": {"relation_id": "text"},
    "relation_members": {"relation_id": "text", "claim_id": "text"},
    "predictions": {"claim_id": "text", "horizon": "coded", "outcome": "coded", "as_of": "coded"},
    "assessments": {"claim_id": "text", "verdict": "coded"},
    "assessment_references": {"claim_id": "text"},
    "figures": {"claim_id": "text"},
}
"""What rules need of each table's columns, and how it is kept."""


@dataclass(frozen=True)
class Broken:
    """A rule that a row breaks: which cell shows it, and what is said of it."""

    code: str
    row: int
    column: str
    message: Said
    got: Words | None = None
    expected: Words | None = None
    mend: Said = ("correct the row", "satırı düzeltin")
    other: tuple[str, int, str] | None = None


Rule = Callable[[Tables], Iterator[tuple[str, Broken]]]


def check_rules(tables: Tables) -> None:
    """Check every rule, adding what is broken to its table."""
    for rule in RULES:
        for name, broken in list(rule(tables)):
            table = tables[name]
            place: Place | None = None
            near: str | None = None
            if broken.other is not None:
                other, row, column = broken.other
                place, near = tables[other].place(row, column), tables[other].cell(row, column)[:60]
            table.wrong.setdefault(broken.column, []).append(broken.row)
            table.add(broken.row, broken.column, Fault(broken.code, broken.message, broken.got, broken.expected, broken.mend, near), place)


def _ready(tables: Tables, needed: Mapping[str, tuple[str, ...]]) -> bool:
    return all(name in tables and tables[name].fits(*columns) for name, columns in needed.items())


def _rows(table: Table, broken: Bools, *columns: str) -> list[int]:
    """The broken rows among those whose cells of these columns are sound, fetched."""
    rows: list[int] = np.flatnonzero(broken & table.sound(*columns)).tolist()
    table.fetch(rows)
    return rows


def _integers(table: Table, name: str, kind: str = "integer") -> Ints:
    return table.values(name, kind).fill_null(0).to_numpy().astype(np.int64)


def spans(tables: Tables) -> Iterator[tuple[str, Broken]]:
    """A span ends behind its start, is as long as its words, and lies within its article."""
    for name, words in (("evidence", "quote"), ("mentions", "surface")):
        if not _ready(tables, {name: ("start", "end", words)}):
            continue
        table = tables[name]
        filled = ~(table.nulls("start") | table.nulls("end") | table.nulls(words))
        start, end = _integers(table, "start"), _integers(table, "end")
        reversed_ = filled & (end <= start)
        for row in _rows(table, reversed_, "start", "end"):
            shown = f"{start[row]}-{end[row]}"
            expected = (f"more than {start[row]}", f"{start[row]} değerinden büyük")
            yield name, Broken("span-reversed", row, "end", REVERSED, shown, expected, RECOUNT)
        length = _integers(table, words, "length")
        for row in _rows(table, filled & ~reversed_ & (length != end - start), "start", "end", words):
            got, expected = _letters(int(length[row])), _letters(int(end[row] - start[row]))
            yield name, Broken("span-length", row, words, LENGTH, got, expected, COPY)
        yield from _within(tables, table, filled & ~reversed_, end)


def _within(tables: Tables, table: Table, filled: Bools, end: Ints) -> Iterator[tuple[str, Broken]]:
    if not (_ready(tables, {"sources": ("source_id", "characters")}) and table.fits("source_id")):
        return
    sources = tables["sources"]
    sizes = dict(zip(sources.texts("source_id").to_list(), sources.values("characters", "integer").to_list(), strict=True))
    codes, words = table.numbered("source_id")
    unknown = np.iinfo(np.int64).max
    known = (size if (size := sizes.get(word)) is not None else unknown for word in words)
    longest = np.array([*known, unknown], np.int64)[codes]
    for row in _rows(table, filled & (end > longest), "end", "source_id"):
        expected = (f"{longest[row]} at most, the article's length", f"en çok {longest[row]}, makalenin uzunluğu")
        yield table.name, Broken("span-outside", row, "end", OUTSIDE, str(end[row]), expected, RECOUNT)


def claim_ids(tables: Tables) -> Iterator[tuple[str, Broken]]:
    """A claim's id begins with its source's, and a mention's is its source's and its start."""
    if _ready(tables, {"claims": ("claim_id", "source_id")}):
        claims = tables["claims"]
        ids, sources = claims.texts("claim_id"), claims.texts("source_id")
        begin = pl.col("id").str.starts_with(pl.col("source") + ".")
        wrong = ~pl.DataFrame({"id": ids, "source": sources}).select(begin.fill_null(True)).to_series().to_numpy()
        for row in _rows(claims, wrong, "claim_id", "source_id"):
            got, expected = claims.cell(row, "claim_id"), f"{claims.cell(row, 'source_id')}.…"
            yield "claims", Broken("claim-id-source", row, "claim_id", ID_SOURCE, got, expected, RENAME)
    if _ready(tables, {"mentions": ("mention_id", "source_id", "start")}):
        mentions = tables["mentions"]
        wanted = mentions.texts("source_id") + "@" + mentions.values("start", "integer").cast(pl.String)
        wrong = (mentions.texts("mention_id") != wanted).fill_null(False).to_numpy()
        for row in _rows(mentions, wrong, "mention_id", "source_id", "start"):
            got, expected = mentions.cell(row, "mention_id"), str(wanted[row])
            yield "mentions", Broken("mention-id", row, "mention_id", MENTION_ID, got, expected, RENAME)


def evidence(tables: Tables) -> Iterator[tuple[str, Broken]]:
    """Evidence is of the claim's own source, and every claim has words that carry its content."""
    if not _ready(tables, {"claims": ("claim_id", "source_id"), "evidence": ("claim_id", "source_id", "role")}):
        return
    claims, shown = tables["claims"], tables["evidence"]
    if not len(claims):
        return  # whose references lead nowhere is told
    at = shown.claim_rows(claims)
    codes, words = claims.numbered("source_id")
    ours, our_words = shown.numbered("source_id")
    known = {word: number for number, word in enumerate(words)}
    as_claims = np.array([*(known.get(word, -2) for word in our_words), -1])[ours]
    theirs = np.append(codes, -1)[at]  # the number added stands for no claim, -1
    both = (as_claims != -1) & (theirs >= 0)
    fine = np.append(claims.sound("claim_id", "source_id"), False)[at]
    for row in _rows(shown, both & fine & (theirs != as_claims), "claim_id", "source_id"):
        got, expected = shown.cell(row, "source_id"), claims.cell(int(at[row]), "source_id")
        yield (
            "evidence",
            Broken("evidence-source", row, "source_id", OTHER_SOURCE, got, expected, other=("claims", int(at[row]), "source_id")),
        )
    if not shown.is_readable or not claims.is_readable:
        return
    carried = np.zeros(len(claims), bool)
    roles, role_words = shown.numbered("role")
    unsure = ~shown.sound("role")  # a role that is misspelt may be meant as content
    content = np.array([*(word == "content" for word in role_words), False])[roles] | unsure
    carried[at[content & (at >= 0)]] = True
    for row in _rows(claims, ~carried & ~claims.nulls("claim_id"), "claim_id"):
        if claims.cell(row, "claim_id") in shown.lost or row in claims.repeated or row in shown.meant.get("claim_id", ()):
            continue
        got = claims.cell(row, "claim_id")
        yield "claims", Broken("evidence-missing", row, "claim_id", NO_EVIDENCE, got, CONTENT, ADD_EVIDENCE)


_BY_KIND = {
    "quantity": ("number", "number_min", "number_max"),
    "entity": ("value_entity",),
    "date": ("value_date",),
    "text": ("value_text",),
    "boolean": ("value_boolean",),
}
_OF_NUMBERS = ("unit", "approximation")


def values(tables: Tables) -> Iterator[tuple[str, Broken]]:
    """Just the value columns of the claim's kind are filled, bounds are in order, and the kind and unit fit the property."""
    every = tuple(column for columns in _BY_KIND.values() for column in columns)
    if not _ready(tables, {"claims": ("value_kind", *every, *_OF_NUMBERS)}):
        return
    claims = tables["claims"]
    codes, words = claims.numbered("value_kind")
    for kind, columns in _BY_KIND.items():
        mine = codes == (words.index(kind) if kind in words else -2)
        empty = np.logical_and.reduce([claims.nulls(column) for column in columns])
        for row in _rows(claims, mine & empty, "value_kind", *columns):
            yield "claims", Broken("value-missing", row, "value_kind", NO_VALUE, kind, ", ".join(columns), FILL_VALUE)
        if kind == "quantity":
            for row in _rows(claims, mine & ~empty & claims.nulls("unit"), "value_kind", "unit"):
                yield "claims", Broken("value-missing", row, "unit", NO_UNIT, None, "unit", FILL_VALUE)
        for column in (*columns, *(_OF_NUMBERS if kind == "quantity" else ())):
            for row in _rows(claims, ~mine & (codes >= 0) & ~claims.nulls(column), "value_kind", column):
                got, expected = (
                    claims.cell(row, column)[:60],
                    (f"nothing, for a claim whose value is {words[codes[row]]}", f"değeri {words[codes[row]]} olan savda boş"),
                )
                yield "claims", Broken("value-extra", row, column, EXTRA_VALUE, got, expected, EMPTY_VALUE)
    low, high = claims.values("number_min", "number"), claims.values("number_max", "number")
    for row in _rows(claims, (low > high).fill_null(False).to_numpy(), "number_min", "number_max"):
        got, expected = (
            claims.cell(row, "number_min"),
            (f"{claims.cell(row, 'number_max')} or less", f"{claims.cell(row, 'number_max')} ya da azı"),
        )
        yield "claims", Broken("bounds-reversed", row, "number_min", BOUNDS, got, expected, SWAP)


def properties(tables: Tables) -> Iterator[tuple[str, Broken]]:
    """A claim's value is of its property's kind, and its unit of the property's dimension."""
    if not _ready(tables, {"claims": ("property", "value_kind"), "properties": ("property_id", "value_kind")}):
        return
    claims, known = tables["claims"], tables["properties"]
    wanted = dict(zip(known.texts("property_id").to_list(), known.texts("value_kind").to_list(), strict=True))
    sound = {word for word, fine in zip(known.texts("property_id").to_list(), known.sound("value_kind"), strict=True) if fine}
    wrong = _unlike(claims, "property", "value_kind", {word: kind for word, kind in wanted.items() if word in sound}, None)
    for row in _rows(claims, wrong, "property", "value_kind"):
        expected = wanted[claims.cell(row, "property")]
        yield "claims", Broken("value-kind-property", row, "value_kind", KIND, claims.cell(row, "value_kind"), expected)
    needed = {"claims": ("unit",), "properties": ("dimension",), "units": ("unit_id", "dimension")}
    if not _ready(tables, needed):
        return
    units = tables["units"]
    dimensions = dict(zip(known.texts("property_id").to_list(), known.texts("dimension").to_list(), strict=True))
    measured = dict(zip(units.texts("unit_id").to_list(), units.texts("dimension").to_list(), strict=True))
    wrong |= ~claims.sound("property", "value_kind", "unit")
    other = _unlike(claims, "property", "unit", {word: one for word, one in dimensions.items() if one}, measured)
    for row in _rows(claims, other & ~wrong, "property", "unit"):
        unit, expected = claims.cell(row, "unit"), dimensions[claims.cell(row, "property")] or "-"
        words = (f"a unit of {expected}", f"{expected} boyutunda bir birim")
        yield "claims", Broken("unit-dimension", row, "unit", DIMENSION, f"{unit}: {measured[unit]}", words)


def _unlike(table: Table, key: str, column: str, wanted: Mapping[str, str | None], means: Mapping[str, str | None] | None) -> Bools:
    """The rows where what ``column`` means is not what ``wanted`` says for ``key``; rows of which one is not known aside."""
    keys, words = table.numbered(key)
    codes, values = table.numbered(column)
    meanings = [means.get(value) if means is not None else value for value in values]
    numbers: dict[str, int] = {}
    left = np.array([*(_number(numbers, wanted.get(word)) for word in words), -1])[keys]
    right = np.array([*(_number(numbers, meaning) for meaning in meanings), -1])[codes]
    unlike: Bools = (left >= 0) & (right >= 0) & (left != right)
    return unlike


def _number(numbers: dict[str, int], word: str | None) -> int:
    return -1 if word is None else numbers.setdefault(word, len(numbers))


def attributions(tables: Tables) -> Iterator[tuple[str, Broken]]:
    """The speakers of a claim are numbered 0, 1, 2 and so on."""
    if not _ready(tables, {"attributions": ("claim_id", "position")}) or not tables["attributions"].is_readable:
        return
    table = tables["attributions"]
    frame = pl.DataFrame({"claim": table.texts("claim_id"), "position": table.values("position", "integer")})
    fine = table.sound("claim_id", "position") & ~table.nulls("claim_id") & ~table.nulls("position")
    counted = (
        frame.with_row_index("row")
        .filter(pl.Series(fine))
        .with_columns(rank=pl.col("position").rank("dense").over("claim") - 1, whole=pl.len().over("claim"))
    )
    doubtful = set(frame["claim"].filter(pl.Series(~fine)).to_list()) | table.lost
    gaps = counted.filter(pl.col("position") != pl.col("rank")).group_by("claim", maintain_order=True).first()
    for row in gaps.iter_rows(named=True):
        if row["claim"] not in doubtful:
            expected = str(row["rank"])
            yield "attributions", Broken("attribution-gap", row["row"], "position", GAP, str(row["position"]), expected, RENUMBER)


def relations(tables: Tables) -> Iterator[tuple[str, Broken]]:
    """A relation ties at least two claims."""
    if (
        not _ready(tables, {"relations": ("relation_id",), "relation_members": ("relation_id",)})
        or not tables["relation_members"].is_readable
    ):
        return
    table, members = tables["relations"], tables["relation_members"]
    counts = dict(members.texts("relation_id").drop_nulls().value_counts().iter_rows())
    ids = table.texts("relation_id").to_list()
    meant = members.meant.get("relation_id", set())
    few = np.array(
        [row not in meant and one is not None and counts.get(one, 0) < 2 and one not in members.lost for row, one in enumerate(ids)], bool
    )
    for row in _rows(table, few, "relation_id"):
        got = str(counts.get(ids[row], 0))
        yield "relations", Broken("relation-members", row, "relation_id", MEMBERS, got, TWO, ADD_MEMBERS)


def judgements(tables: Tables) -> Iterator[tuple[str, Broken]]:
    """A verdict rests on a reference, references and figures belong to an assessment, and nothing failed before its time was over."""
    if _ready(tables, {"assessments": ("claim_id", "verdict"), "assessment_references": ("claim_id",)}):
        table, used = tables["assessments"], tables["assessment_references"]
        rests = table.texts("claim_id").is_in(used.texts("claim_id").drop_nulls().unique().to_list()).fill_null(True).to_numpy()
        codes, words = table.numbered("verdict")
        decided = np.array([*(word in {"supported", "partly", "refuted"} for word in words), False])[codes]
        for row in _rows(table, ~rests & decided & used.is_readable, "claim_id", "verdict"):
            if table.cell(row, "claim_id") not in used.lost and not used.wrong.get("claim_id"):
                yield (
                    "assessments",
                    Broken("assessment-unreferenced", row, "verdict", NO_REFERENCE, words[codes[row]], A_REFERENCE, ADD_REFERENCE),
                )
    for name in ("assessment_references", "figures"):
        if _ready(tables, {name: ("claim_id",), "assessments": ("claim_id",)}) and tables["assessments"].is_readable:
            table, judged = tables[name], tables["assessments"]
            known = set(judged.texts("claim_id").to_list()) | judged.lost
            stray = np.array([one is not None and one not in known for one in table.texts("claim_id").to_list()], bool)
            for row in _rows(table, stray, "claim_id"):
                yield name, Broken("assessment-missing", row, "claim_id", NO_ASSESSMENT, table.cell(row, "claim_id"), None, ADD_ASSESSMENT)
    yield from _early(tables)


def _early(tables: Tables) -> Iterator[tuple[str, Broken]]:
    if not _ready(tables, {"predictions": ("horizon", "outcome", "as_of")}):
        return
    table = tables["predictions"]
    outcome, horizon, as_of = (table.texts(name) for name in ("outcome", "horizon", "as_of"))
    failed = (outcome == "did_not").fill_null(False).to_numpy()
    for row in _rows(table, failed & ~table.nulls("horizon") & ~table.nulls("as_of"), "outcome", "horizon", "as_of"):
        until, seen = bounds(horizon[row])[1], bounds(as_of[row])[1]
        if seen is not None and (until is None or seen < until):
            expected = (f"{horizon[row]} to be over", f"{horizon[row]} süresinin bitmiş olması")
            yield "predictions", Broken("prediction-early", row, "outcome", EARLY, f"did_not, {as_of[row]}", expected, PENDING)


def contents(tables: Tables) -> Iterator[tuple[str, Broken]]:
    """Claims have the same proposition_id when, and only when, they say the same."""
    if "claims" not in tables:
        return
    claims = tables["claims"]
    for row, other, shared in propositions(claims, tables.get("units")):
        got, expected = claims.cell(row, "proposition_id"), claims.cell(other, "proposition_id")
        at = ("claims", other, "claim_id")
        if shared:
            yield "claims", Broken("proposition-shared", row, "proposition_id", SHARED, got, ANOTHER, REHASH, at)
        else:
            yield "claims", Broken("proposition-differs", row, "proposition_id", DIFFERS, got, expected, REHASH, at)


RULES: tuple[Rule, ...] = (spans, claim_ids, evidence, values, properties, attributions, relations, judgements, contents)


def _letters(count: int) -> Said:
    return f"{count} code points", f"{count} kod noktası"


REVERSED: Said = ("the span ends before it begins, or is empty", "aralık başlamadan bitiyor ya da boş")
RECOUNT: Said = ("count start and end anew, in Unicode code points", "start ve end değerlerini Unicode kod noktasıyla yeniden sayın")
LENGTH: Said = ("the words are not as long as their span", "sözcüklerin uzunluğu aralığınkiyle aynı değil")
COPY: Said = ("copy the words from the article, letter by letter", "sözcükleri makaleden harfi harfine kopyalayın")
OUTSIDE: Said = ("the span reaches beyond the end of the article", "aralık makalenin sonunu aşıyor")
ID_SOURCE: Said = ("the claim's id does not begin with its source", "savın kimliği, kaynağının kimliğiyle başlamıyor")
RENAME: Said = ("correct the id", "kimliği düzeltin")
MENTION_ID: Said = ("the mention's id is not made of its source and start", "anmanın kimliği kaynağından ve başlangıcından oluşmuyor")
OTHER_SOURCE: Said = ("the evidence is of another source than its claim", "kanıtın kaynağı, savının kaynağından farklı")
NO_EVIDENCE: Said = ("no evidence carries the claim's content", "savın içeriğini taşıyan bir kanıt yok")
CONTENT: Said = ("a row of evidence with the role content", "evidence tablosunda rolü content olan bir satır")
ADD_EVIDENCE: Said = ("add the words that carry the claim", "savı taşıyan sözcükleri ekleyin")
NO_VALUE: Said = ("the claim has no value of its kind", "savın, türüne uygun bir değeri yok")
NO_UNIT: Said = ("the quantity has no unit", "niceliğin birimi yok")
FILL_VALUE: Said = ("fill the column of that kind", "o türün sütununu doldurun")
EXTRA_VALUE: Said = ("the claim has a value of another kind too", "savın başka türden bir değeri de var")
EMPTY_VALUE: Said = ("empty the cell, or correct value_kind", "hücreyi boşaltın ya da value_kind değerini düzeltin")
BOUNDS: Said = ("the lower bound is above the upper one", "alt sınır üst sınırdan büyük")
SWAP: Said = ("swap the bounds", "sınırların yerini değiştirin")
KIND: Said = ("the property takes another kind of value", "özellik başka türden bir değer alıyor")
DIMENSION: Said = ("the unit measures something else than the property", "birim, özelliğin ölçtüğünden başka bir şeyi ölçüyor")
GAP: Said = ("the claim's speakers are not numbered without a gap", "savın söyleyenleri aralıksız numaralanmamış")
RENUMBER: Said = ("number them 0, 1, 2 and so on, the outermost first", "en dıştakinden başlayarak 0, 1, 2 diye numaralayın")
MEMBERS: Said = ("the relation ties fewer than two claims", "ilişki ikiden az savı bağlıyor")
TWO: Said = ("two members or more", "iki ya da daha çok üye")
ADD_MEMBERS: Said = ("add its rows to relation_members", "satırlarını relation_members tablosuna ekleyin")
NO_REFERENCE: Said = ("the verdict rests on no reference", "yargı hiçbir başvuru kaynağına dayanmıyor")
A_REFERENCE: Said = ("a row of assessment_references", "assessment_references tablosunda bir satır")
ADD_REFERENCE: Said = ("add the reference, or write unverified", "başvuru kaynağını ekleyin ya da unverified yazın")
NO_ASSESSMENT: Said = ("there is no assessment of this claim", "bu savın değerlendirmesi yok")
ADD_ASSESSMENT: Said = ("add it to assessments, or remove the row", "assessments tablosuna ekleyin ya da satırı silin")
EARLY: Said = ("it is called failed before its time was over", "süresi dolmadan gerçekleşmedi deniyor")
PENDING: Said = ("write pending, or look at a later day", "pending yazın ya da daha sonraki bir güne bakın")
SHARED: Said = (
    "two claims that say different things have one proposition_id",
    "farklı şeyler söyleyen iki savın proposition_id değeri aynı",
)
ANOTHER: Said = ("another id than that claim's", "o savınkinden farklı bir kimlik")
DIFFERS: Said = (
    "two claims that say the same have different proposition_ids",
    "aynı şeyi söyleyen iki savın proposition_id değerleri farklı",
)
REHASH: Said = ("build the package again, which computes the id", "paketi yeniden üretin; kimliği o hesaplar")
