"""How long comparing claims takes: millions by the pair rules, and hundreds that a constraint ties together.

    python benchmarks/relate.py [--claims N ...] [--runs R]

A made-up ledger of N claims (1 and 10 million unless given), each N in a process of its own: 1 % of the claims in groups that
clash, 10 % in groups that agree, 30 % beside others of a property that may have many values, the rest alone. The yardstick is a
group-by of the same frame by what claims are compared on, with the count and the lowest and highest number of each group, run
before and after each run of ours. Medians; exit code 1 when a bound is broken.

- pairs       large_pair_relations against the yardstick, and how many times longer the largest N takes than the smallest
- found       relations, and whether the groups that clash and that agree are the planted ones and no others
- memory      the claims alone, and the peak of a process that has made them and compared them once
- constraint  500 claims tied by ratios: seconds to a smallest set that clashes; how many are listed where there are too many
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from statistics import median
from typing import Any

import numpy as np
import polars as pl

import iddia
from iddia.project.constraints import compile_constraints
from iddia.project.vocabulary import Vocabulary, read_vocabulary
from iddia.relate.clashes import Found, clashes
from iddia.relate.grounding import index_of, instances
from iddia.relate.identities import Identities
from iddia.relate.large import KEYS, Tables, large_pair_relations
from iddia.relate.statements import Statement, statement

CLAIMS = [1_000_000, 10_000_000]
RUNS = 5
RATIO, GROWTH, SECONDS = 2.0, 12.0, 1.0
PLANS = {"clash": (0.01, (2, 3)), "agree": (0.1, (2, 3)), "list": (0.3, (4,)), "alone": (1.0, (1,))}
"""What the claims of a group do, of which share of all claims, and how many are in a group."""
COMMITTED = pl.Series(["asserted"] * 6 + ["reported", "estimated", "predicted", "opinion"])
ANY = pl.Series([*COMMITTED] + ["alleged", "rumoured", "possible", "conditional"])
APPROXIMATIONS = pl.Series(["exact"] * 6 + ["about", "at_least", "more_than", "less_than"])
ENTITIES = pl.Series([f"value-{number:07}" for number in range(100_000)])
MONTHS = pl.Series([f"{year}-{month:02}" for year in range(1000, 2000) for month in range(1, 13)])


def made_up(count: int, vocabulary: Vocabulary) -> tuple[pl.DataFrame, pl.DataFrame]:
    """``count`` claims in the order of their ids, always the same; and those that clash or agree, with their ``group`` and ``plan``."""
    random = np.random.default_rng(1)
    groups = pl.concat(_groups(count, vocabulary)).with_row_index("group")
    size = groups["size"].to_numpy()
    order = random.permutation(count)  # what a claim is about has nothing to do with where it stands
    member = (np.arange(count) - np.repeat(np.cumsum(size) - size, size))[order]
    rows = groups[np.repeat(np.arange(len(size)), size)[order]].with_columns(
        member=pl.Series(member), chance=pl.Series(random.integers(0, 2**31, count)), row=pl.int_range(pl.len())
    )
    source = pl.format("article-{}", (pl.col("row") // 50).cast(pl.String).str.zfill(6))
    claim = pl.format("{}.{}", source, (pl.col("row") % 50 + 1).cast(pl.String).str.zfill(2))
    rows = rows.with_columns(claim_id=claim, source_id=source)
    planted = rows.filter(pl.col("plan").is_in(["clash", "agree"])).select("claim_id", "group", "plan")
    return rows.select("claim_id", "source_id", *_about(), *_value(), *_manner()), planted


def _groups(count: int, vocabulary: Vocabulary) -> Iterator[pl.DataFrame]:
    """The groups of each plan, no two about the same: every property of a subject, then of the next."""
    left, subjects = count, 0
    for plan, (share, sizes) in PLANS.items():
        size = np.resize(sizes, int(min(share * count, left) / np.mean(sizes)))
        left -= int(size.sum())
        properties = _properties(plan, vocabulary)
        at = pl.int_range(pl.len())
        names = pl.format("entity-{}", (at // len(properties) + subjects).cast(pl.String).str.zfill(7))
        subjects += len(size) // len(properties) + 1
        groups = properties[np.arange(len(size)) % len(properties)]
        yield groups.with_columns(subject=names, size=pl.Series(size), plan=pl.lit(plan, pl.Enum([*PLANS])))


def _properties(plan: str, vocabulary: Vocabulary) -> pl.DataFrame:
    """Those of the vocabulary that groups of this plan may have: one value clashes, and entities are listed."""
    units = {unit.dimension: unit_id for unit_id, unit in vocabulary.units.items()}
    rows = [
        (key, one.value_kind, one.dimension and units[one.dimension])
        for key, one in vocabulary.properties.items()
        if (plan != "clash" or one.single_valued) and (plan != "list" or (one.value_kind == "entity" and not one.single_valued))
    ]
    columns = {"property": pl.String, "value_kind": pl.Categorical, "unit": pl.Categorical}
    return pl.DataFrame(rows, columns, orient="row")


def _picked(pool: pl.Series, at: pl.Expr, where: pl.Expr, dtype: type[pl.DataType] = pl.String) -> pl.Expr:
    """Something of a pool by number, null elsewhere."""
    return pl.lit(pool.cast(dtype)).gather(pl.when(where).then(at % len(pool)))


def _about() -> Iterator[pl.Expr]:
    """What claims are compared on; about as many have compared_to and per as in the articles."""
    group = pl.col("group")
    yield from (pl.col("subject"), pl.col("property"))
    yield _picked(ENTITIES, group // 33, group % 33 == 0).alias("compared_to")
    yield _picked(pl.Series(["year", "token"]), group // 100, group % 100 == 0).alias("per")


def _value() -> Iterator[pl.Expr]:
    """Values: the same within a group that agrees, three times as much, five years later or another thing where it does not."""
    group, kind, clash = pl.col("group"), pl.col("value_kind"), pl.col("plan") == "clash"
    step = pl.when(pl.col("plan") == "agree").then(0).otherwise(pl.col("member"))
    quantity = kind == "quantity"
    yield from (kind, pl.col("unit"))
    yield pl.when(quantity).then((group * 7919 % 999 + 1) * 3.0**step).alias("number")
    yield from (pl.lit(None, pl.Float64).alias(name) for name in ("number_min", "number_max"))
    yield _picked(APPROXIMATIONS, pl.when(clash).then(0).otherwise(group), quantity, pl.Categorical).alias("approximation")
    yield _picked(ENTITIES, group * 31 + step, kind == "entity").alias("value_entity")
    yield _picked(MONTHS, group % 10_000 + step * 60, kind == "date").alias("value_date")
    yield pl.lit(None, pl.String).alias("value_text")
    yield pl.when(kind == "boolean").then(step % 2 == 0).alias("value_boolean")


def _manner() -> Iterator[pl.Expr]:
    """Time, condition, polarity and modality."""
    group, chance, plan = pl.col("group"), pl.col("chance"), pl.col("plan")
    yield _picked(MONTHS, group, (group % 40 == 0) & plan.is_in(["agree", "alone"])).alias("time")
    yield _picked(pl.Series(["if it is released"]), chance, chance % 30 == 0).alias("condition")
    yield pl.when((group % 40 == 0) & (plan != "clash")).then(pl.lit("negated")).otherwise(pl.lit("affirmed")).cast(pl.Categorical).alias("polarity")
    yield _picked(ANY, pl.when(plan == "agree").then(chance % len(COMMITTED)).otherwise(chance), pl.lit(value=True), pl.Categorical).alias("modality")
