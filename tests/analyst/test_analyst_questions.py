"""d.flat() and d.about(): one readable row a claim, in English and Turkish, and the words that values are put in."""

from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pandas as pd
import pytest

import iddia
from iddia.analyst.ledger import Ledger
from iddia.errors import UnknownIdError
from iddia.language import LANGUAGES, Language
from iddia.wording import chain_in_words, number_in_words, value_in_words

READABLE = (
    "claim_id",
    "statement",
    "subject",
    "property",
    "value",
    "polarity",
    "modality",
    "said_by",
    "quote",
    "source_id",
    "source_title",
)
IDS = ("subject_id", "property_id", "proposition_id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_flat_has_one_row_a_claim_in_the_order_of_claims(d: Ledger, language: Language) -> None:
    assert d.flat(language)["claim_id"].tolist() == d.claims["claim_id"].tolist()


@pytest.mark.parametrize("language", LANGUAGES)
def test_flat_leaves_nothing_empty_that_is_to_be_read(d: Ledger, language: Language) -> None:
    flat = d.flat(language)
    for column in (*READABLE, *IDS):
        empty = flat.loc[flat[column].isna() | (flat[column].str.strip() == ""), "claim_id"].tolist()
        assert not empty, f"{column}: {empty}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_flat_joins_the_labels_of_its_language(d: Ledger, language: Language) -> None:
    flat = d.flat(language)
    joined = d.claims.merge(d.entities, left_on="subject", right_on="entity_id").merge(
        d.properties, left_on="property", right_on="property_id"
    )
    joined = joined.set_index("claim_id").loc[d.claims["claim_id"]]
    assert flat["subject"].tolist() == joined[f"label_{language}_x"].tolist()
    assert flat["property"].tolist() == joined[f"label_{language}_y"].tolist()
    assert flat["statement"].tolist() == d.claims[f"statement_{language}"].tolist()


def test_flat_shows_a_null_as_a_null_and_never_as_a_word(d: Ledger) -> None:
    flat = d.flat()
    assert not [column for column in flat.columns if flat[column].astype("string").isin(["None", "nan", "<NA>", "NaT"]).any()]
    assert flat["cue"].isna().any()
    assert flat["compared_to"].isna().any()


def test_flat_has_the_quote_that_carries_each_claim(d: Ledger) -> None:
    content = d.evidence[d.evidence["role"] == "content"].set_index("claim_id")["quote"]
    assert d.flat()["quote"].tolist() == content.loc[d.claims["claim_id"]].tolist()


def test_flat_keeps_numbers_as_numbers(d: Ledger) -> None:
    flat = d.flat()
    assert str(flat["number"].dtype) == "Float64"
    taken = ["number", "number_min", "number_max", "approximation", "unit", "per", "value_date_earliest", "value_date_latest"]
    pd.testing.assert_frame_equal(flat[taken], d.claims[taken])
    others = set(flat.columns) - {*taken, "modality", "modality_rank"}
    assert {str(flat[column].dtype) for column in others} == {"string"}
    assert flat.attrs["columns"].keys() == {*flat.columns}


@pytest.mark.parametrize("language", LANGUAGES)
def test_modality_is_ordered_by_rank_in_flat_alone(d: Ledger, language: Language) -> None:
    flat = d.flat(language)
    ranked = d.modalities.sort_values("rank")
    assert flat["modality"].cat.categories.tolist() == ranked[f"label_{language}"].tolist()
    assert flat["modality"].cat.ordered
    assert not d.claims["modality"].cat.ordered
    assert str(flat["modality_rank"].dtype) == "Int64"
    assert flat["modality_rank"].tolist() == d.modalities.set_index("modality")["rank"].loc[d.claims["modality"].astype(str)].tolist()
    assert flat["modality"].max() == ranked[f"label_{language}"].iloc[-1]


@pytest.mark.parametrize(("language", "word", "no", "negation"), [("en", "negated", "no", "not "), ("tr", "olumsuz", "hayır", "değil: ")])
def test_the_value_of_a_negated_claim_says_so(d: Ledger, language: Language, word: str, no: str, negation: str) -> None:
    flat = d.flat(language)
    negated = d.claims["polarity"] == "negated"
    assert (flat["polarity"] == word).tolist() == negated.tolist()
    boolean = d.claims["value_kind"] == "boolean"
    assert set(flat.loc[boolean & negated, "value"]) == {no}
    assert flat.loc[~boolean, "value"].str.startswith(negation).tolist() == negated[~boolean].tolist()


def test_flat_carries_version_and_licence(d: Ledger) -> None:
    attrs = d.flat().attrs
    assert (attrs["title"], attrs["version"], attrs["licence"]) == ("Claims, flat", d.version, "CC-BY-4.0")
    assert d.claims.attrs["title"] == "Claims"


def test_flat_says_who_speaks_outermost_first(d: Ledger) -> None:
    chains = d.attributions.sort_values("position", ascending=False).groupby("claim_id").size()
    said_by = d.flat().set_index("claim_id")["said_by"]
    assert (said_by.loc[chains.index].str.count("→") + 1).tolist() == chains.tolist()
    assert set(said_by.drop(chains.index)) == {"the writer"}


@pytest.mark.parametrize(
    ("language", "shown"), [("", "''"), ("de", "'de'"), ("EN", "'EN'"), (None, "None"), (pd.DataFrame({"a": [1, 2]}), "a DataFrame")]
)
def test_flat_knows_two_languages(d: Ledger, language: Any, shown: str) -> None:
    with pytest.raises(ValueError, match=f"^language is {shown}, expected 'en' or 'tr'$"):
        d.flat(language)


def involved(d: Ledger, entity_id: str) -> list[str]:
    speaking = set(d.attributions.loc[d.attributions["speaker"].eq(entity_id).fillna(False), "claim_id"])
    taking_part = zip(*(d.claims[column] for column in ("claim_id", "subject", "value_entity", "compared_to")), strict=True)
    return [claim_id for claim_id, *ends in taking_part if claim_id in speaking or entity_id in [end for end in ends if pd.notna(end)]]


@pytest.mark.parametrize(
    ("table", "column"), [("claims", "subject"), ("claims", "value_entity"), ("claims", "compared_to"), ("attributions", "speaker")]
)
def test_about_has_every_claim_in_which_the_entity_takes_part(d: Ledger, table: str, column: str) -> None:
    for entity_id in d[table][column].dropna().unique()[:5]:
        assert d.about(entity_id)["claim_id"].tolist() == involved(d, entity_id) != []


def test_about_finds_a_speaker(d: Ledger) -> None:
    speaker = str(d.attributions["speaker"].dropna().iloc[0])
    claim_id = d.attributions.loc[d.attributions["speaker"].eq(speaker).fillna(False), "claim_id"].iloc[0]
    assert claim_id in d.about(speaker)["claim_id"].tolist()


def test_about_answers_in_turkish_with_rows_numbered_anew(d: Ledger) -> None:
    turkish = d.about("deepseek-r2", "tr")
    assert turkish.index.tolist() == list(range(len(turkish)))
    assert turkish["claim_id"].tolist() == d.about("deepseek-r2")["claim_id"].tolist()
    assert turkish["statement"].tolist() == d.claims.set_index("claim_id").loc[turkish["claim_id"], "statement_tr"].tolist()


def related(d: Ledger, entity_id: str) -> set[str]:
    """All entities below this one and all that are paired with it, found the slow way."""
    parents = d.entities.dropna(subset=["parent"]).set_index("entity_id")["parent"].to_dict()
    found: set[str] = set()
    for entity in map(str, parents):
        above = entity
        while above in parents:
            above = str(parents[above])
            if above == entity_id:
                found.add(entity)
    pairs = list(zip(d.identities["entity_id"], d.identities["maybe_same_as"], strict=True))
    return found | {other for pair in [*pairs, *(pair[::-1] for pair in pairs)] for one, other in [pair] if one == entity_id}


@pytest.mark.parametrize(
    "what", ["deepseek", "semianalysis", "deepseek-models", "deepseek-r1", "deepseek-chatbot", "gpt-4", "huawei-chips"]
)
def test_about_with_related_adds_the_claims_of_parts_and_possible_same(d: Ledger, what: str) -> None:
    wanted = {claim_id for entity_id in {what, *related(d, what)} for claim_id in involved(d, entity_id)}
    assert d.about(what, related=True)["claim_id"].tolist() == [one for one in d.claims["claim_id"] if one in wanted]
    assert len(wanted) > len(d.about(what))


def test_entities_that_are_each_other_s_parent_are_not_followed_for_ever(package: Path) -> None:
    path = package / "data" / "entities.csv"
    path.write_text(path.read_text("utf-8") + "egg,concept,Egg,Yumurta,x,y,hen,\nhen,concept,Hen,Tavuk,x,y,egg,\n", "utf-8")
    assert iddia.load(package).about("egg", related=True).empty


@pytest.mark.parametrize(
    ("what", "entity_id"),
    [
        ("DeepSeek R1", "deepseek-r1"),
        ("deepseek-r1 ", "deepseek-r1"),
        (" \tHuawei\n", "huawei"),
        ("GPT4", "gpt-4"),
        ("gpt 4", "gpt-4"),
        ("Deep Seek", "deepseek"),
        ("Huawei Ascend 910B", "huawei-ascend-910b"),
        ("NVIDIA\u2011H20", "nvidia-h20"),
    ],
)
def test_spaces_and_hyphens_are_let_go_where_nothing_is_called_so(d: Ledger, what: str, entity_id: str) -> None:
    assert d.entity_id(what) == entity_id


def test_letting_spaces_and_hyphens_go_never_chooses_between_two(package: Path) -> None:
    path = package / "data" / "names.csv"
    path.write_text(path.read_text("utf-8") + "huawei,Chip-Maker,en,alias\nnvidia,Chip Maker,en,alias\n", "utf-8")
    ledger = iddia.load(package)
    assert ledger.entity_id("chip maker") == "nvidia"
    with pytest.raises(UnknownIdError, match=r"'chipmaker' names 2 entities: huawei, nvidia\."):
        ledger.entity_id("chipmaker")


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("training_cost", "training_cost is a property; use d.flat().query(\"property_id == 'training_cost'\")"),
        ("r2-ascend-delay.29", "r2-ascend-delay.29 is a claim; use d.flat().query(\"claim_id == 'r2-ascend-delay.29'\")"),
        ("r2-ascend-delay", "r2-ascend-delay is a source; use d.flat().query(\"source_id == 'r2-ascend-delay'\")"),
        ("usd", "usd is a unit; use d.flat().query(\"unit == 'usd'\")"),
        ("rumoured", "rumoured is a modality; use d.claims.query(\"modality == 'rumoured'\")"),
    ],
)
def test_what_is_no_entity_is_answered_with_the_question_to_ask(d: Ledger, what: str, words: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        d.about(what)
    assert str(caught.value) == words
    assert len(eval(words.partition("use ")[2], {"d": d})) > 0


@pytest.mark.parametrize(
    ("what", "shown"), [(None, "None"), (5, "5"), (pd.NA, "a NAType"), (["deepseek"], "a list"), (pd.DataFrame(), "a DataFrame")]
)
def test_an_entity_is_asked_for_by_a_text(d: Ledger, what: Any, shown: str) -> None:
    with pytest.raises(UnknownIdError, match=f"^an entity is asked for by its id or name, a text; got {shown}$"):
        d.about(what)


@pytest.mark.parametrize("what", ["deepseek-r2", "DeepSeek R2", "deepseek r2", "DEEPSEEK R2", "DeepSeek-R2", "DEEPSEEK-R2", "R2", "r2"])
def test_an_entity_answers_to_all_its_names_in_any_case(d: Ledger, what: str) -> None:
    assert d.entity_id(what) == "deepseek-r2"


def turkish_upper(text: str) -> str:
    return text.replace("i", "İ").replace("ı", "I").upper()


def test_every_name_and_label_leads_to_its_entity_even_in_turkish_capitals(d: Ledger) -> None:
    spelled = list(zip(map(str, d.names["name"]), map(str, d.names["entity_id"]), strict=True))
    for column in ("label_en", "label_tr"):
        spelled += zip(map(str, d.entities[column]), map(str, d.entities["entity_id"]), strict=True)
    lost = [
        f"{name} is {found}" for name, entity_id in spelled for found in {d.entity_id(name), d.entity_id(turkish_upper(name))} - {entity_id}
    ]
    assert not lost, "\n".join(lost)


@pytest.mark.parametrize(
    ("what", "hint"),
    [
        ("deepsek-r2", "Did you mean deepseek-r2?"),
        ("Huawai", "Did you mean huawei?"),
        ("huddle", "d.entities lists all ids."),
        ("%", "d.entities lists all ids."),
    ],
)
def test_an_unknown_entity_is_answered_with_a_hint(d: Ledger, what: str, hint: str) -> None:
    for question in (d.about, d.entity_id):
        with pytest.raises(UnknownIdError) as caught:
            question(what)
        assert str(caught.value) == f"no entity is called {what!r}. {hint}"
    assert isinstance(caught.value, KeyError)
    assert isinstance(caught.value, iddia.IddiaError)


def test_a_name_of_two_entities_is_answered_with_both(package: Path) -> None:
    path = package / "data" / "names.csv"
    path.write_text(path.read_text("utf-8") + "huawei,The Maker,en,alias\nnvidia,the maker,en,alias\n", "utf-8")
    with pytest.raises(UnknownIdError, match=r"'the maker' names 2 entities: huawei, nvidia\. Give one of these ids\."):
        iddia.load(package).entity_id("the maker")


@pytest.mark.parametrize(
    ("number", "english", "turkish"),
    [
        (0, "0", "0"),
        (8, "8", "8"),
        (97.4, "97.4", "97,4"),
        (0.07, "0.07", "0,07"),
        (2048, "2,048", "2.048"),
        (50000, "50,000", "50.000"),
        (999999, "999,999", "999.999"),
        (1e6, "1 million", "1 milyon"),
        (1.3e6, "1.3 million", "1,3 milyon"),
        (671e9, "671 billion", "671 milyar"),
        (1.2e12, "1.2 trillion", "1,2 trilyon"),
        (14.8e12, "14.8 trillion", "14,8 trilyon"),
        (1234.5e12, "1,234.5 trillion", "1.234,5 trilyon"),
        (-5.6e6, "-5.6 million", "-5,6 milyon"),
        (-0.5, "-0.5", "-0,5"),
        (5.576e9, "5.576 billion", "5,576 milyar"),
        (1.125, "1.125", "1,125"),
        (1 / 3, "0.333333333333", "0,333333333333"),
        (2 / 3, "0.666666666667", "0,666666666667"),
        (0.1 + 0.2, "0.3", "0,3"),
        (123456.789012, "123,456.789012", "123.456,789012"),
        (1.23456789012345e9, "1.23456789012 billion", "1,23456789012 milyar"),
        (1e-7, "0.0000001", "0,0000001"),
        (100, "100", "100"),
        (1e16, "10,000 trillion", "10.000 trilyon"),
        (Decimal("1.20"), "1.2", "1,2"),
        (Decimal("3E+3"), "3,000", "3.000"),
    ],
)
def test_numbers_are_written_as_people_do(number: float | Decimal, english: str, turkish: str) -> None:
    assert number_in_words(number, "en") == english
    assert number_in_words(number, "tr") == turkish


def test_both_languages_name_the_same_number() -> None:
    """Read back by hand: swap the marks, take the scale."""
    scales = {"": 1, "million": 10**6, "milyon": 10**6, "billion": 10**9, "milyar": 10**9, "trillion": 10**12, "trilyon": 10**12}
    for number in (1, 12.5, 1234, 999_999, 1_000_001, 10**7, 3 * 10**9, 25 * 10**11, 10**15):
        for language in LANGUAGES:
            digits, _, scale = number_in_words(number, language).partition(" ")
            plain = digits.replace(",", "") if language == "en" else digits.replace(".", "").replace(",", ".")
            assert Decimal(plain) * scales[scale] == Decimal(str(number))


def quantity(**given: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("number", "number_min", "number_max", "unit", "per"))
    return {**empty, "value_kind": "quantity", "approximation": "exact", "unit": "gpu", **given}


UNITS: dict[str, dict[str, str]] = {
    "en": {"gpu": "GPU", "usd": "US dollar", "year": "year", "percent": "per cent"},
    "tr": {"gpu": "GPU", "usd": "ABD doları", "year": "yıl", "percent": "yüzde"},
}


@pytest.mark.parametrize(
    ("claim", "english", "turkish"),
    [
        (quantity(number=50000.0), "50,000 GPU", "50.000 GPU"),
        (quantity(number=1.6e9, unit="usd"), "1.6 billion US dollar", "1,6 milyar ABD doları"),
        (quantity(number=5.0, unit="usd", per="year"), "5 US dollar per year", "5 ABD doları, yıl başına"),
        (quantity(number=50.0, approximation="about"), "about 50 GPU", "yaklaşık 50 GPU"),
        (quantity(number=50.0, approximation="at_least"), "at least 50 GPU", "en az 50 GPU"),
        (quantity(number=50.0, approximation="more_than", number_min=50.0), "more than 50 GPU", "50 GPU üzerinde"),
        (quantity(number=50.0, approximation="at_most"), "at most 50 GPU", "en çok 50 GPU"),
        (quantity(number=50.0, approximation="less_than"), "less than 50 GPU", "50 GPU altında"),
        (quantity(number=50.0, approximation="order_of_magnitude"), "on the order of 50 GPU", "50 GPU mertebesinde"),
        (quantity(number_min=10.0, number_max=20.0), "10 to 20 GPU", "10 ile 20 GPU arası"),
        (
            quantity(number_min=1e11, number_max=1e12, unit="usd"),
            "100 billion to 1 trillion US dollar",
            "100 milyar ile 1 trilyon ABD doları arası",
        ),
        (quantity(number_min=10.0), "at least 10 GPU", "en az 10 GPU"),
        (quantity(number_max=10.0), "at most 10 GPU", "en çok 10 GPU"),
        (quantity(number_min=10.0, approximation="more_than"), "more than 10 GPU", "10 GPU üzerinde"),
        (quantity(number_max=10.0, approximation="less_than"), "less than 10 GPU", "10 GPU altında"),
        (quantity(number=97.4, unit="percent"), "97.4%", "%97,4"),
        (quantity(number=97.4, unit="percent", approximation="about"), "about 97.4%", "yaklaşık %97,4"),
        (quantity(number=97.4, unit="percent", approximation="more_than"), "more than 97.4%", "%97,4 üzerinde"),
        (quantity(number_min=10.0, number_max=20.0, unit="percent"), "10% to 20%", "%10 ile %20 arası"),
        (quantity(number=3.0, unit="furlong"), "3 furlong", "3 furlong"),
        ({"value_kind": "entity", "value_entity": "huawei"}, "Huawei (en)", "Huawei (tr)"),
        ({"value_kind": "date", "value_date": "2025-08"}, "2025-08", "2025-08"),
        ({"value_kind": "text", "value_text": "as it pleases"}, "as it pleases", "as it pleases"),
        ({"value_kind": "boolean", "value_boolean": True}, "yes", "evet"),
        ({"value_kind": "boolean", "value_boolean": False}, "no", "hayır"),
        ({"value_kind": "boolean", "value_boolean": True, "polarity": "affirmed"}, "yes", "evet"),
        ({"value_kind": "boolean", "value_boolean": True, "polarity": "negated"}, "no", "hayır"),
        ({"value_kind": "boolean", "value_boolean": False, "polarity": "negated"}, "yes", "evet"),
        ({"value_kind": "entity", "value_entity": "huawei", "polarity": "negated"}, "not Huawei (en)", "değil: Huawei (tr)"),
        (quantity(number=5.0, approximation="about", polarity="negated"), "not about 5 GPU", "değil: yaklaşık 5 GPU"),
    ],
)
def test_values_in_words(claim: dict[str, Any], english: str, turkish: str) -> None:
    assert value_in_words(claim, {"huawei": "Huawei (en)"}, UNITS["en"], "en") == english
    assert value_in_words(claim, {"huawei": "Huawei (tr)"}, UNITS["tr"], "tr") == turkish


def test_every_approximation_shows_in_both_languages(d: Ledger) -> None:
    for language in get_args(Language):
        words = {
            name: value_in_words(quantity(number=50.0, approximation=name), {}, UNITS[language], language)
            for name in d.claims["approximation"].cat.categories
        }
        assert len(set(words.values())) == len(words)


def link(speaker: str | None, kind: str) -> dict[str, Any]:
    return {"speaker": speaker, "speaker_kind": kind}


@pytest.mark.parametrize(
    ("links", "english", "turkish"),
    [
        ([], "the writer", "yazarın kendisi"),
        ([link("ft", "named")], "Financial Times", "Financial Times"),
        ([link("ft", "named"), link(None, "unnamed")], "Financial Times → unnamed source", "Financial Times → adı verilmeyen kaynak"),
        ([link(None, "impersonal")], "an impersonal passive", "kişisiz anlatım"),
        ([link("ft", "unnamed")], "Financial Times", "Financial Times"),
    ],
)
def test_chains_in_words(links: list[dict[str, Any]], english: str, turkish: str) -> None:
    assert chain_in_words(links, {"ft": "Financial Times"}, "en") == english
    assert chain_in_words(links, {"ft": "Financial Times"}, "tr") == turkish


def test_who_says_what_r1_cost_in_which_words_how_sure_on_whose_authority(d: Ledger) -> None:
    """The first question that the package is for, asked as the README asks it."""
    costs = d.flat().query("property_id == 'training_cost' and subject_id == 'deepseek-r1'")
    assert len(costs) > 0
    assert not costs[["source_title", "value", "quote", "modality", "said_by"]].isna().any(axis=None)
    assert pd.notna(costs["number"]).all()
