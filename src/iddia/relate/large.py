"""Pair relations of millions of claims, in polars (extra ``build``): what iddia.relate.pairs finds, without an object for every claim.

Most claims are alone with what they speak of, and most others repeat one another word for word. Comparing columns tells both.
Only claims that differ in something become statements and go through iddia.relate.pairs, so that each rule is written once.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from operator import or_, xor

import polars as pl

from iddia.project.vocabulary import Vocabulary
from iddia.relate.pairs import relations_by_id
from iddia.relate.relation import hashed
from iddia.relate.statements import DOUBTFUL, statement

KEYS = ("subject", "property", "compared_to", "per")
NUMBERS = ("number", "number_min", "number_max")
SAID = ("value_kind", *NUMBERS, "unit", "approximation", "value_entity", "value_date", "value_text", "value_boolean", "time", "polarity")
COLUMNS = ("claim_id", "source_id", *KEYS, *SAID, "condition", "modality")
"""The columns of claims that comparison needs."""

RELATIONS = {"relation_id": pl.String, "kind": pl.String, "rule": pl.String}
MEMBERS = {"relation_id": pl.String, "claim_id": pl.String, "role": pl.String}

BATCH = 1024
"""Claims that are statements at one time. Garbage collection looks through all that live: with 4,096 the rules took half as long again."""

Tables = tuple[pl.DataFrame, pl.DataFrame]


def large_pair_relations(claims: pl.DataFrame, vocabulary: Vocabulary) -> Tables:
    """The rows of relations and relation_members that the pair rules make of claims, in no particular order.

    ``claims`` has the COLUMNS of the table of claims, as strings or categories; those that may be null may be missing. Numbers
    are floats, taken as their shortest decimal form, or decimals. The tables returned have the columns RELATIONS and MEMBERS,
    and the ids of iddia.relate.relation.
    """
    vocabulary = replace(vocabulary, entities={key: entity for key, entity in vocabulary.entities.items() if entity.maybe_same_as})
    maybe_same = sorted({entity for pair in vocabulary.identity_pairs for entity in pair})
    rows = _comparable(claims, vocabulary, maybe_same)
    by_rules = _by_rules(rows, maybe_same)
    found = [_agreements(rows.filter(~by_rules)), *(_related(batch, vocabulary) for batch in _batches(rows.filter(by_rules), maybe_same))]
    relations, members = zip(*found, strict=True)
    return pl.concat(relations), pl.concat(members)


def _comparable(claims: pl.DataFrame, vocabulary: Vocabulary, maybe_same: list[str]) -> pl.DataFrame:
    """Claims about the same as others, ``group`` by ``group`` in the order of claim ids; and all about entities that may be others."""
    groups = _groups(claims, vocabulary)
    ordered = groups.sort()
    standing = groups.is_in(ordered.filter(ordered == ordered.shift()).unique().implode())
    if maybe_same:
        standing |= claims["subject"].cast(pl.String).is_in(maybe_same)
    rows = claims.with_columns(groups).filter(standing)
    return _in_order(rows.select("group", *[_column(name, claims.schema.get(name)) for name in COLUMNS]))


def _groups(claims: pl.DataFrame, vocabulary: Vocabulary) -> pl.Series:
    """Hashes of what claims are compared on: for ten million claims that and a sort took a third of the time of grouping by the strings.

    Keys that by chance have one hash come into one group, where they differ, and the rules tell them apart. Entities that are
    values of a property that may have many never meet, and so are a part of the key, unless the times of some choose who meets whom.
    """
    listed = [name for name, one in vocabulary.properties.items() if not one.single_valued]
    keys = reduce(xor, [pl.col(key).hash(seed) for seed, key in enumerate(KEYS) if key in claims.columns])
    many = (pl.col("value_kind") == "entity") & pl.col("property").cast(pl.String).is_in(listed)
    groups = claims.select(group=keys, many=many)
    if "value_entity" not in claims.columns:
        return groups["group"]
    if "time" in claims.columns and claims["time"].null_count() < len(claims):
        timed = groups["group"].filter(claims["time"].is_not_null()).unique()
        groups = groups.with_columns(pl.col("many") & ~pl.col("group").is_in(timed.implode()))
    whole = groups.with_columns(value=claims["value_entity"].hash(len(KEYS)))
    return whole.select(pl.when("many").then(pl.col("group") ^ pl.col("value")).otherwise("group").alias("group")).to_series()


def _in_order(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows by group and claim id. Tables are in that order as a rule: sorting by group, and looking, takes two thirds of the time."""
    rows = rows.sort("group", maintain_order=True)
    parts = pl.col("claim_id").str.splitn(".", 2).struct
    placed = rows.select("group", article=parts.field("field_0"), place=parts.field("field_1").cast(pl.Int64), whole="claim_id")
    if placed["place"].has_nulls():
        raise ValueError("a claim id is an article, a dot and a number")
    behind = pl.lit(value=True)
    for name in reversed(placed.columns):
        column, before = pl.col(name), pl.col(name).shift()
        behind = (column > before) | ((column == before) & behind)
    return rows if placed.select(behind.all()).item() else rows[placed.select(pl.arg_sort_by(*placed.columns)).to_series()]


def _column(name: str, dtype: pl.DataType | None) -> pl.Expr:
    """A column of claims as text, numbers or booleans; nulls where there is none."""
    column = pl.lit(None).alias(name) if dtype is None else pl.col(name)
    if name in NUMBERS:
        return column.cast(pl.Float64) if dtype in (None, pl.Null) else column.fill_nan(None) if dtype.is_float() else column
    return column.cast(pl.Boolean if name == "value_boolean" else pl.String)


def _by_rules(rows: pl.DataFrame, maybe_same: list[str]) -> pl.Series:
    """Which claims need the rules: those of a group differ, or vary in strength, or speak of what may be something else."""
    same_group = pl.col("group") == pl.col("group").shift()
    differs = reduce(or_, [pl.col(name).ne_missing(pl.col(name).shift()) for name in (*KEYS, *SAID)])
    groups = rows.select(
        "group",
        differing=(same_group & differs) | ~_plain(),
        asserted=pl.col("modality") == "asserted",
        doubtful=pl.col("modality").is_in(sorted(DOUBTFUL)),
    )
    needing = groups.group_by("group").agg(pl.col("differing", "asserted", "doubtful").any())
    needing = needing.filter(pl.col("differing") | (pl.col("asserted") & pl.col("doubtful")))
    return rows["group"].is_in(needing["group"].implode()) | rows["subject"].is_in(maybe_same)


def _plain() -> pl.Expr:
    """Whether a claim says something that can be, so that repeating it is agreeing. The rarer forms that may too are left to the rules."""
    low, high = pl.coalesce("number_min", "number"), pl.coalesce("number_max", "number")
    kind, approximation, date = pl.col("value_kind"), pl.col("approximation"), pl.col("value_date")
    says = (
        ((kind == "quantity") & (low <= high) & approximation.ne_missing("order_of_magnitude"))
        | ((kind == "date") & date.str.contains(r"^[0-9]{4}(-[0-9]{2}){0,2}[?~%]?$") & ~date.str.starts_with("0000"))
        | ((kind == "entity") & pl.col("value_entity").is_not_null())
        | ((kind == "text") & pl.col("value_text").is_not_null())
        | ((kind == "boolean") & pl.col("value_boolean").is_not_null())
    )
    return says.fill_null(value=False)


def _agreements(rows: pl.DataFrame) -> Tables:
    """One relation for each group: all its claims say the same."""
    groups = rows.group_by("group", maintain_order=True).agg("claim_id")
    contents = groups.select(pl.format("agreement\n{}", pl.col("claim_id").list.join("\n"))).to_series()
    relations = pl.DataFrame({"relation_id": pl.Series([hashed(content) for content in contents], dtype=pl.String)})
    members = groups.select("claim_id").with_columns(relations).explode("claim_id").with_columns(role=pl.lit("agrees"))
    return relations.with_columns(kind=pl.lit("corroborates"), rule=pl.lit("agreement")), members.select(*MEMBERS)


def _batches(rows: pl.DataFrame, maybe_same: list[str]) -> Iterator[pl.DataFrame]:
    """Rows in batches that divide no group, all about entities that may be others in one."""
    start = pl.col("row").first().over("group")
    batch = pl.when(pl.col("subject").is_in(maybe_same)).then(-1).otherwise(start // BATCH)
    yield from rows.with_row_index("row").with_columns(batch=batch).partition_by("batch", maintain_order=True)


def _related(rows: pl.DataFrame, vocabulary: Vocabulary) -> Tables:
    """What the rules find."""
    claims = rows.select(COLUMNS).to_dicts()
    for claim in claims:
        for name in NUMBERS:
            if claim[name] is not None:
                claim[name] = Decimal(str(claim[name]))
    found = relations_by_id([statement(claim, vocabulary) for claim in claims], vocabulary)
    relations = [(relation_id, one.kind, one.rule) for relation_id, one in found.items()]
    members = [
        (relation_id, member.claim_id, side.role) for relation_id, one in found.items() for side in one.sides for member in side.statements
    ]
    return pl.DataFrame(relations, RELATIONS, orient="row"), pl.DataFrame(members, MEMBERS, orient="row")
