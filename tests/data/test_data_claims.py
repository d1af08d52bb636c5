"""What holds of the claims, their evidence and their speakers. A failing test lists every bad record by its id."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

import pytest

import iddia
from iddia.text.turkish import key

pytestmark = pytest.mark.data

Row = dict[str, str]
Tables = dict[str, list[Row]]

SOURCES = ("deepseek-explainer", "deepseek-true-cost", "r2-ascend-delay", "r2-huawei-rumours", "r2-nvidia-delay")
# For each kind of value the columns that must be filled; a quantity has a number or bounds besides. value_raw may accompany any value.
FILLED = {
    "quantity": {"unit", "approximation", "value_raw"},
    "entity": {"value_entity"},
    "date": {"value_date", "value_raw"},
    "text": {"value_text"},
    "boolean": {"value_boolean"},
}
NUMERIC = {"number", "number_min", "number_max"}
ONLY_TURKISH = re.compile(r"[çğışöüâîûÇĞİŞÖÜÂÎÛ]")


def by(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups


def test_the_first_five_articles_are_there(tables: Tables) -> None:
    assert not (missing := set(SOURCES) - {row["source_id"] for row in tables["sources"]}), missing


def test_there_are_claims_enough(tables: Tables) -> None:
    counts = Counter(row["source_id"] for row in tables["claims"])
    assert len(tables["claims"]) >= 190
    assert not (odd := {source: counts[source] for source in SOURCES if not 35 <= counts[source] <= 85}), odd


def test_claim_ids_are_their_source_and_a_number(tables: Tables) -> None:
    assert not (bad := [row["claim_id"] for row in tables["claims"] if row["claim_id"].rpartition(".")[0] != row["source_id"]]), bad


@pytest.mark.parametrize("source_id", SOURCES)
def test_claim_ids_run_without_a_gap(source_id: str, tables: Tables) -> None:
    ids = {row["claim_id"] for row in tables["claims"] if row["source_id"] == source_id}
    wanted = {f"{source_id}.{number:02d}" for number in range(1, len(ids) + 1)}
    assert not wanted - ids, f"missing: {sorted(wanted - ids)}; beyond: {sorted(ids - wanted)}"


def test_every_claim_has_exactly_one_content(tables: Tables) -> None:
    contents = Counter(row["claim_id"] for row in tables["evidence"] if row["role"] == "content")
    bad = [f"{row['claim_id']}: {contents[row['claim_id']]}" for row in tables["claims"] if contents[row["claim_id"]] != 1]
    assert not bad, "\n".join(bad)


def test_evidence_stands_in_the_claim_s_own_article(tables: Tables) -> None:
    home = {row["claim_id"]: row["source_id"] for row in tables["claims"]}
    assert not (bad := [row["claim_id"] for row in tables["evidence"] if row["source_id"] != home[row["claim_id"]]]), bad


@pytest.mark.parametrize(("place", "words"), [("evidence", "quote"), ("mentions", "surface")])
def test_offsets_are_as_long_as_their_words_and_inside_the_article(place: str, words: str, tables: Tables) -> None:
    length = {row["source_id"]: int(row["characters"]) for row in tables["sources"]}
    bad = [
        f"{row['source_id']}@{row['start']}: {row[words]!r}"
        for row in tables[place]
        if int(row["end"]) - int(row["start"]) != len(row[words]) or int(row["end"]) > length[row["source_id"]]
    ]
    assert not bad, "\n".join(bad)


def test_the_same_place_always_has_the_same_words(tables: Tables) -> None:
    words: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in tables["evidence"]:
        words[row["source_id"], row["start"], row["end"]].add(row["quote"])
    assert not (bad := {place: quotes for place, quotes in words.items() if len(quotes) > 1}), bad


def test_mentions_overlap_nowhere(tables: Tables) -> None:
    bad = []
    for rows in by(tables["mentions"], "source_id").values():
        ordered = sorted(rows, key=lambda row: int(row["start"]))
        bad += [two["mention_id"] for one, two in pairwise(ordered) if int(two["start"]) < int(one["end"])]
    assert not bad, "\n".join(bad)


def test_mention_ids_are_their_place(tables: Tables) -> None:
    assert not (bad := [row["mention_id"] for row in tables["mentions"] if row["mention_id"] != f"{row['source_id']}@{row['start']}"]), bad


def test_the_evidence_of_a_claim_stands_at_different_places(tables: Tables) -> None:
    places = Counter((row["claim_id"], row["start"], row["end"]) for row in tables["evidence"])
    assert not (bad := [place for place, count in places.items() if count > 1]), bad


def test_just_the_columns_of_its_kind_of_value_are_filled(tables: Tables) -> None:
    columns = set().union(*FILLED.values()) - {"value_raw"}
    bad = []
    for row in tables["claims"]:
        kind = row["value_kind"]
        filled = {column for column in columns if row[column]}
        numbers = {column for column in NUMERIC if row[column]}
        if (
            filled != FILLED[kind] - {"value_raw"}
            or bool(numbers) != (kind == "quantity")
            or ("value_raw" in FILLED[kind] and not row["value_raw"])
        ):
            bad.append(f"{row['claim_id']} ({kind}): {sorted(filled | numbers)}")
    assert not bad, "\n".join(bad)


def test_the_kind_of_value_is_its_property_s(tables: Tables) -> None:
    kinds = {row["property_id"]: row["value_kind"] for row in tables["properties"]}
    bad = [
        f"{row['claim_id']}: {row['property']} is {row['value_kind']}"
        for row in tables["claims"]
        if kinds[row["property"]] != row["value_kind"]
    ]
    assert not bad, "\n".join(bad)


def test_a_unit_is_of_its_property_s_dimension(tables: Tables) -> None:
    of_unit = {row["unit_id"]: row["dimension"] for row in tables["units"]}
    of_property = {row["property_id"]: row["dimension"] for row in tables["properties"]}
    bad = [
        f"{row['claim_id']}: {row['property']} in {row['unit']}"
        for row in tables["claims"]
        if row["unit"] and of_unit[row["unit"]] != of_property[row["property"]]
    ]
    assert not bad, "\n".join(bad)


def test_only_quantities_have_a_dimension_and_only_entity_values_a_range(tables: Tables) -> None:
    bad = [
        row["property_id"]
        for row in tables["properties"]
        if bool(row["dimension"]) != (row["value_kind"] == "quantity") or bool(row["range"]) != (row["value_kind"] == "entity")
    ]
    assert not bad, "\n".join(bad)


def test_a_number_lies_within_its_bounds(tables: Tables) -> None:
    bad = []
    for row in tables["claims"]:
        numbers = [Decimal(row[column]) for column in ("number_min", "number", "number_max") if row[column]]
        if numbers != sorted(numbers):
            bad.append(f"{row['claim_id']}: {numbers}")
    assert not bad, "\n".join(bad)


def test_a_boolean_value_is_always_true(tables: Tables) -> None:
    assert not (bad := [row["claim_id"] for row in tables["claims"] if row["value_boolean"] not in ("", "true")]), bad


@pytest.mark.parametrize(("end", "types"), [("subject", "domain"), ("value_entity", "range")])
def test_entities_are_of_a_type_that_the_property_takes(end: str, types: str, tables: Tables) -> None:
    kinds = {row["entity_id"]: row["type"] for row in tables["entities"]}
    taken = {row["property_id"]: row[types].split() for row in tables["properties"]}
    bad = [
        f"{row['claim_id']}: {row['property']} of {row[end]} ({kinds[row[end]]})"
        for row in tables["claims"]
        if row[end] and "any" not in taken[row["property"]] and kinds[row[end]] not in taken[row["property"]]
    ]
    assert not bad, "\n".join(bad)


def test_domains_and_ranges_name_types_of_entity(tables: Tables) -> None:
    schema = json.loads((iddia.ROOT / "schema" / "entities.json").read_text("utf-8"))
    kinds = {kind for field in schema["fields"] if field["name"] == "type" for kind in field["constraints"]["enum"]} | {"any"}
    bad = [
        f"{row['property_id']}: {kind}"
        for row in tables["properties"]
        for kind in f"{row['domain']} {row['range']}".split()
        if kind not in kinds
    ]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("column", ["statement_en", "statement_tr"])
def test_statements_are_sentences_with_one_full_stop_at_the_end(column: str, tables: Tables) -> None:
    bad = [f"{row['claim_id']}: {row[column]}" for row in tables["claims"] if not re.search(r"[^.!?…\s]\.$", row[column])]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("column", ["statement_en", "statement_tr"])
def test_statements_begin_with_a_capital_a_number_or_a_name(column: str, tables: Tables) -> None:
    bad = [f"{row['claim_id']}: {row[column]}" for row in tables["claims"] if row[column][0].islower()]
    assert not bad, "\n".join(bad)


def test_statements_copy_no_quote(tables: Tables) -> None:
    quotes = by(tables["evidence"], "claim_id")

    def bare(text: str) -> str:
        return " ".join(re.findall(r"\w+", key(text)))

    bad = [
        f"{row['claim_id']}: {row['statement_tr']}"
        for row in tables["claims"]
        if {bare(row["statement_tr"]), bare(row["statement_en"])} & {bare(evidence["quote"]) for evidence in quotes[row["claim_id"]]}
    ]
    assert not bad, "\n".join(bad)


def test_the_two_languages_say_it_in_two_ways(tables: Tables) -> None:
    assert not (bad := [row["claim_id"] for row in tables["claims"] if row["statement_en"] == row["statement_tr"]]), bad


def test_english_has_turkish_letters_in_names_and_quotations_only(tables: Tables) -> None:
    named = ("names", "name"), ("sources", "author"), ("references", "publisher")
    names = sorted({row[column] for table, column in named for row in tables[table] if row[column]}, key=len, reverse=True)
    allowed = re.compile("|".join([r'"[^"]*"', r"“[^”]*”", *map(re.escape, names)]))
    columns = [(table, column) for table, rows in tables.items() for column in rows[0] if column.endswith("_en")]
    columns += [("claims", "condition"), ("claims", "value_text"), ("sources", "rights"), ("sources", "translation_of")]
    bad = [
        f"{table}.{column}: {row[column]}"
        for table, column in columns
        for row in tables[table]
        if ONLY_TURKISH.search(allowed.sub("", row[column]))
    ]
    assert not bad, "\n".join(bad)


def test_turkish_writes_yapay_zeka_with_a_circumflex(tables: Tables) -> None:
    columns = [(table, column) for table, rows in tables.items() for column in rows[0] if column.endswith("_tr")]
    bad = [f"{table}.{column}: {row[column]}" for table, column in columns for row in tables[table] if re.search(r"\b[zZ]eka", row[column])]
    assert not bad, "\n".join(bad)


def test_everything_to_be_read_is_there_in_both_languages(tables: Tables) -> None:
    bad = [
        f"{table}: {column}"
        for table, rows in tables.items()
        for column in rows[0]
        if column.endswith("_en") and f"{column.removesuffix('_en')}_tr" not in rows[0]
    ]
    assert not bad, "\n".join(bad)


def test_positions_in_a_chain_count_from_zero(tables: Tables) -> None:
    bad = [
        claim_id
        for claim_id, links in by(tables["attributions"], "claim_id").items()
        if sorted(int(link["position"]) for link in links) != list(range(len(links)))
    ]
    assert not bad, "\n".join(bad)


def test_a_named_speaker_and_a_role_are_given(tables: Tables) -> None:
    bad = [row["claim_id"] for row in tables["attributions"] if row["speaker_kind"] in ("named", "role") and not row["speaker"]]
    assert not bad, "\n".join(bad)


def test_passing_on_needs_somebody_who_said_it(tables: Tables) -> None:
    """What is reported or alleged has a chain, were it only an impersonal one."""
    chained = {row["claim_id"] for row in tables["attributions"]}
    bad = [row["claim_id"] for row in tables["claims"] if row["modality"] in ("reported", "alleged") and row["claim_id"] not in chained]
    assert not bad, "\n".join(bad)


def contents(tables: Tables) -> dict[str, tuple[object, ...]]:
    """What each claim says, apart from who says it, how surely and in which words: numbers in their dimension's base unit."""
    units = {row["unit_id"]: row for row in tables["units"]}

    def value(row: Row) -> tuple[object, ...]:
        if row["value_kind"] != "quantity":
            return row["value_kind"], row["value_entity"], row["value_date"], key(row["value_text"])
        factor = Decimal(units[row["unit"]]["factor"])
        numbers = (Decimal(row[column]) * factor if row[column] else None for column in ("number", "number_min", "number_max"))
        return units[row["unit"]]["dimension"], *numbers

    shared = ("subject", "property", "compared_to", "per", "time", "polarity")
    return {row["claim_id"]: (*(row[column] for column in shared), *value(row)) for row in tables["claims"]}


def test_equal_contents_are_one_proposition_and_different_ones_two(tables: Tables) -> None:
    content = contents(tables)
    ids: dict[tuple[object, ...], set[str]] = defaultdict(set)
    said: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for row in tables["claims"]:
        ids[content[row["claim_id"]]].add(row["proposition_id"])
        said[row["proposition_id"]].add(content[row["claim_id"]])
    assert not (split := [found for found in ids.values() if len(found) > 1]), split
    assert not (merged := [found for found in said.values() if len(found) > 1]), merged


def test_somebody_repeats_somebody(tables: Tables) -> None:
    sources: dict[str, set[str]] = defaultdict(set)
    for row in tables["claims"]:
        sources[row["proposition_id"]].add(row["source_id"])
    assert any(len(found) > 1 for found in sources.values())


@pytest.mark.parametrize(
    ("vocabulary", "id_column", "used_as"), [("properties", "property_id", "property"), ("modalities", "modality", "modality")]
)
def test_every_word_of_the_vocabulary_is_used(vocabulary: str, id_column: str, used_as: str, tables: Tables) -> None:
    unused = {row[id_column] for row in tables[vocabulary]} - {row[used_as] for row in tables["claims"]}
    assert not unused, "\n".join(sorted(unused))


def test_every_entity_takes_part(tables: Tables) -> None:
    taking_part = {row[column] for row in tables["claims"] for column in ("subject", "value_entity", "compared_to")}
    taking_part |= {row["speaker"] for row in tables["attributions"]} | {row["entity_id"] for row in tables["mentions"]}
    taking_part |= {row["publisher"] for row in tables["sources"]} | {row["parent"] for row in tables["entities"]}
    idle = {row["entity_id"] for row in tables["entities"]} - taking_part
    assert not idle, "\n".join(sorted(idle))


def test_ranks_order_the_modalities(tables: Tables) -> None:
    assert sorted(int(row["rank"]) for row in tables["modalities"]) == list(range(1, len(tables["modalities"]) + 1))


def test_a_cue_s_example_has_the_modality_that_the_cue_marks(tables: Tables) -> None:
    modality = {row["claim_id"]: row["modality"] for row in tables["claims"]}
    with_cue = {row["claim_id"] for row in tables["evidence"] if row["role"] == "cue"}
    shown = [row for row in tables["cues"] if row["example_claim"]]
    bad = [row["cue_id"] for row in shown if modality[row["example_claim"]] != row["modality"] or row["example_claim"] not in with_cue]
    assert shown
    assert not bad, "\n".join(bad)


def test_parents_form_no_ring(tables: Tables) -> None:
    parent = {row["entity_id"]: row["parent"] for row in tables["entities"]}

    def ancestors(entity_id: str) -> list[str]:
        line = [entity_id]
        while (step := parent[line[-1]]) and len(line) <= len(parent):
            line.append(step)
        return line[1:]

    assert not (rings := [entity_id for entity_id in parent if entity_id in ancestors(entity_id)]), rings


def test_an_open_identity_is_told_once_and_of_two_things(tables: Tables) -> None:
    pairs = Counter(frozenset((row["entity_id"], row["maybe_same_as"])) for row in tables["identities"])
    assert not (bad := [sorted(pair) for pair, count in pairs.items() if count > 1 or len(pair) != 2]), bad


def test_a_day_is_given_just_when_its_basis_is_known(tables: Tables) -> None:
    assert not (
        bad := [row["source_id"] for row in tables["sources"] if bool(row["published"]) == (row["published_basis"] == "unknown")]
    ), bad
