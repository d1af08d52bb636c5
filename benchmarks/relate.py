"""How long comparing claims takes: millions by the pair rules, and hundreds that a constraint ties together.

    python benchmarks/relate.py [--claims N ...] [--runs R]

A made-up ledger of N claims (1 and 10 million unless given), each N in a process of its own: 1 % of the claims in groups that
clash, 10 % in groups that agree, 30 % beside others of a property that may have many values, the rest alone. The yardstick is a
polars group-by of the same frame by what claims are compared on, which counts the different values of each column that comparing
looks at, run before and after each run of ours. A second one, for information, looks at the lowest and highest number alone, which
is less than comparing needs. Medians; exit code 1 when a bound is broken.

- pairs       large_pair_relations against the yardstick, and how many times longer the largest N takes than the smallest
- all columns the same against a group-by that counts the different values of every column compared, not of the number alone
- found       relations, and whether the groups that clash and that agree are the planted ones and no others
- memory      the claims alone, and the peak of the process before and after it first compares them
- constraint  500 claims tied by ratios: seconds to a smallest set that clashes; how many are listed where there are too many
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import polars as pl

import iddia
from iddia.project.constraints import compile_constraints
from iddia.project.vocabulary import Vocabulary, read_vocabulary
from iddia.relate.clashes import LISTED, Found, clashes
from iddia.relate.grounding import index_of, instances
from iddia.relate.identities import Identities
from iddia.relate.large import KEYS, SAID, large_pair_relations
from iddia.relate.statements import statement

CLAIMS = [1_000_000, 10_000_000]
RUNS = {1_000_000: 9, 10_000_000: 3}
"""How often up to so many claims are compared; three times where there are more."""
RATIO, GROWTH, SECONDS = 2.0, 12.0, 1.0
PLANS = {"clash": (0.01, (2, 3)), "agree": (0.1, (2, 3)), "list": (0.3, (4,)), "alone": (1.0, (1,))}
"""What the claims of a group do, of which share of all claims, and how many are in a group."""
COMMITTED = pl.Series(["asserted"] * 6 + ["reported", "estimated", "predicted", "opinion"])
ANY = pl.Series([*COMMITTED, "alleged", "rumoured", "possible", "conditional"])
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
    yield (
        pl.when((group % 40 == 0) & (plan != "clash"))
        .then(pl.lit("negated"))
        .otherwise(pl.lit("affirmed"))
        .cast(pl.Categorical)
        .alias("polarity")
    )
    yield _picked(ANY, pl.when(plan == "agree").then(chance % len(COMMITTED)).otherwise(chance), pl.lit(value=True), pl.Categorical).alias(
        "modality"
    )


def measured(count: int, runs: int) -> dict[str, Any]:
    """One size: megabytes of the claims and of the process's peaks, medians in seconds, what was found and whether that is right."""
    vocabulary = read_vocabulary(iddia.ROOT, [])
    claims, planted = made_up(count, vocabulary)
    _forget_peak()
    report = {"claims": claims.estimated_size() / 2**20, "before": _peak()}
    relations, members = large_pair_relations(claims, vocabulary)
    report |= {"peak": _peak(), "relations": len(relations), "members": len(members)}
    report["planted"] = _as_planted(relations, members, planted)
    times = [
        (_seconds(yardstick, claims), _seconds(large_pair_relations, claims, vocabulary), _seconds(yardstick, claims)) for _ in range(runs)
    ]
    ours, theirs = median(own for _, own, _ in times), median((first + last) / 2 for first, _, last in times)
    ratio = median(2 * own / (first + last) for first, own, last in times)
    narrow = median(_seconds(numbers_alone, claims) for _ in range(3))
    return report | {"ours": ours, "yardstick": theirs, "ratio": ratio, "narrow": narrow}


def numbers_alone(claims: pl.DataFrame) -> pl.DataFrame:
    """What anybody would write who wants to see where numbers differ."""
    number = pl.col("number")
    return claims.group_by(KEYS).agg(pl.len(), number.min().alias("lowest"), number.max().alias("highest"))


def yardstick(claims: pl.DataFrame) -> pl.DataFrame:
    """What anybody would write who wants to see where anything differs."""
    return claims.group_by(KEYS).agg(pl.len(), pl.col(*SAID, "modality").n_unique())


def _seconds(action: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    action(*arguments)
    return time.perf_counter() - start


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def _forget_peak() -> None:
    """Count the peak from here on: making claims takes three times the memory of having them. Linux alone can."""
    time.sleep(2)  # until polars has given back what it no longer needs
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")


def _as_planted(relations: pl.DataFrame, members: pl.DataFrame, planted: pl.DataFrame) -> bool:
    """Whether just the groups planted to clash have a disagreement about values, and just those planted to agree one agreement of all."""
    found = members.join(relations, on="relation_id").join(planted, on="claim_id", how="left")
    clashing = found.filter(pl.col("rule").is_in(["value", "date", "polarity"]))
    groups = planted.filter(pl.col("plan") == "clash")["group"].unique()
    agreeing = found.filter((pl.col("rule") == "agreement") & (pl.col("plan") == "agree"))["claim_id"]
    return (
        set(clashing["group"].unique()) == set(groups)
        and found["group"].null_count() == 0
        and set(found.filter(pl.col("plan") == "agree")["rule"].unique()) <= {"agreement"}
        and agreeing.is_unique().all()
        and len(agreeing) == planted.filter(pl.col("plan") == "agree").height
    )


def chained(models: int, counts: list[str]) -> Iterator[dict[str, Any]]:
    """Claims that each of so many models has twice the parameters of the one before, every fourth an eighth, and how many that is."""
    for model in range(models):
        for count in [["101", "202", "404", "808"][model % 4]] if model != models // 2 else counts:
            yield {"subject": f"model-{model}", "property": "parameter_count", "number": Decimal(count), "unit": "parameter"}
        if model:
            about = {"subject": f"model-{model}", "property": "parameter_count_ratio", "compared_to": f"model-{model - 1}"}
            yield {**about, "number": Decimal("2" if model % 4 else "0.125"), "unit": "times"}


def listed(claims: Iterator[dict[str, Any]], vocabulary: Vocabulary, limit: int) -> tuple[int, Found, float]:
    """How many claims, the clashes among them, and in how many seconds they were found, z3 loaded."""
    constraint = next(one for one in compile_constraints(vocabulary)[0] if one.constraint_id == "parameter_ratio")
    common = {"source_id": "chain", "value_kind": "quantity", "polarity": "affirmed", "modality": "asserted"}
    statements = [statement({"claim_id": f"chain.{at:03}", **common, **claim}, vocabulary) for at, claim in enumerate(claims)]
    start = time.perf_counter()
    applied = instances(constraint, index_of(statements), Identities.of(vocabulary.identity_pairs))
    found = clashes(applied, limit=limit)
    return len(statements), found, time.perf_counter() - start


def constrained(vocabulary: Vocabulary) -> bool:
    """Print how long a smallest clash takes and how many are listed; whether that keeps the bound."""
    import z3

    assert z3.get_version()  # loaded before the clock runs, as in a build
    claims, found, seconds = listed(chained(250, ["501"]), vocabulary, limit=1)
    kept = seconds <= SECONDS and [len(clash.choices) for clash in found.clashes] == [3]
    verdict = f"bound {SECONDS:.1f} s   {_verdict(kept)}"
    print(f"constraint  {claims} claims tied by ratios: {seconds:.2f} s to a smallest clash, of three claims   {verdict}")
    claims, found, seconds = listed(chained(10, [str(count) for count in range(601, 801, 2)]), vocabulary, limit=LISTED)
    told = f"{len(found.clashes)} clashes listed in {seconds:.1f} s, {'and there are more' if found.more else 'which are all'}"
    print(f"{'':12}{claims} claims, 100 of them each at odds with two others: {told}")
    return kept and found.more and len(found.clashes) == LISTED


def _verdict(kept: bool) -> str:
    return "kept" if kept else "BROKEN"


def paired(sizes: list[int], runs: int | None) -> bool:
    """Print what each size takes, measured in a process of its own, and the growth; whether all bounds are kept."""
    print(f"{'claims':>12}{'iddia':>12}{'yardstick':>12}")
    kept, seconds = [], []
    for size in sizes:
        code = [sys.executable, __file__, "--alone", str(size), "--runs", str(runs or RUNS.get(size, 3))]
        row = json.loads(subprocess.run(code, check=True, stdout=subprocess.PIPE, text=True).stdout)
        kept += [row["ratio"] <= RATIO, row["planted"]]
        seconds.append(row["ours"])
        _print(size, row)
    if len(sizes) > 1:
        growth, times = seconds[-1] / seconds[0], sizes[-1] / sizes[0]
        bound = GROWTH * times / 10
        kept.append(growth <= bound)
        print(f"growth      {growth:.1f} times as long for {times:g} times the claims   bound {bound:.1f}   {_verdict(kept[-1])}")
    return all(kept)


def _print(size: int, row: dict[str, Any]) -> None:
    ours, ratio = row["ours"] * 1000, row["ratio"]
    verdict = f"ratio {ratio:5.2f}   bound {RATIO:.2f}   {_verdict(ratio <= RATIO)}"
    print(f"{size:>12,}{ours:9.0f} ms{row['yardstick'] * 1000:9.0f} ms   {verdict}")
    print(f"{'numbers':>12}{'':12}{row['narrow'] * 1000:9.0f} ms   ratio {row['ours'] / row['narrow']:5.2f}   for information")
    planted = "just the planted groups clash and agree" if row["planted"] else "NOT THE PLANTED GROUPS"
    print(f"{'':12}{row['relations']:,} relations with {row['members']:,} members: {planted}")
    print(f"{'':12}claims {row['claims']:,.0f} MB; peak of the process {row['peak']:,.0f} MB, {row['before']:,.0f} MB before comparing")


def main() -> int:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description="How long comparing claims takes.")
    parser.add_argument("--claims", type=int, nargs="+", default=CLAIMS, metavar="N", help="sizes of the made-up ledgers, smallest first")
    parser.add_argument("--runs", type=int, metavar="R", help="how often each size is measured (9 times one million, 3 times 10 million)")
    parser.add_argument("--alone", type=int, metavar="N", help="measure one size in this process and print the result as JSON")
    options = parser.parse_args()
    if options.alone is not None:
        print(json.dumps(measured(options.alone, options.runs or 3)))
        return 0
    kept = paired(options.claims, options.runs)
    return 0 if constrained(read_vocabulary(iddia.ROOT, [])) and kept else 1


if __name__ == "__main__":
    sys.exit(main())
