"""d.support(): who says a thing, and from how many independent origins."""

from collections.abc import Callable

import pandas as pd
import pytest

from iddia.analyst.ledger import Ledger
from iddia.analyst.support import COLUMNS, same_content, support
from iddia.errors import UnknownIdError

MadeUp = Callable[..., dict[str, pd.DataFrame]]

R1_MADE = ["deepseek-true-cost.77", "r2-ascend-delay.02", "r2-huawei-rumours.07", "r2-nvidia-delay.13"]


def test_a_claim_and_its_proposition_have_the_same_support(d: Ledger) -> None:
    proposition = d.claims.set_index("claim_id")["proposition_id"]["r2-ascend-delay.02"]
    for asked in (proposition, *R1_MADE):
        frame = d.support(asked)
        assert list(frame.columns) == list(COLUMNS)
        assert frame["claim_id"].tolist() == R1_MADE
        assert frame.attrs == {"title": "Support", "independent_origins": 4}


def test_the_origin_is_who_wrote_or_said_it(d: Ledger) -> None:
    origins = dict(zip(*(d.support(R1_MADE[0])[column] for column in ("claim_id", "origin")), strict=True))
    assert origins["r2-ascend-delay.02"] == "donanimhaber"
    assert origins["deepseek-true-cost.77"].startswith("a piece of ensigame.com")
    assert origins["r2-huawei-rumours.07"] == "r2-huawei-rumours"
    assert d.support("r2-ascend-delay.10")["origin"].tolist() == ["financial-times"]
    assert d.support("r2-ascend-delay.30")["origin"].tolist() == ["an unnamed source"]


def test_agreement_is_counted_as_its_relation_counts_it(d: Ledger) -> None:
    members = {relation_id: set(ids) for relation_id, ids in d.relation_members.groupby("relation_id")["claim_id"]}
    agreeing = d.relations[d.relations["kind"] == "corroborates"]
    for relation_id, count in zip(agreeing["relation_id"], agreeing["independent_origins"], strict=True):
        frame = d.support(min(members[relation_id]))
        assert set(frame["claim_id"]) >= members[relation_id]
        if set(frame["claim_id"]) == members[relation_id]:
            assert frame.attrs["independent_origins"] == count


def test_support_is_in_the_language_asked_for(d: Ledger) -> None:
    turkish = d.claims.set_index("claim_id")["statement_tr"].loc[R1_MADE]
    assert d.support(R1_MADE[0], "tr")["statement"].tolist() == turkish.tolist()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("p-nothing", "there is no claim or proposition 'p-nothing'. d.claims has both ids."),
        ("r2-ascend-delay.2", "there is no claim or proposition 'r2-ascend-delay.2'. Did you mean r2-ascend-delay.02?"),
        ("deepseek-r2", "there is no claim or proposition 'deepseek-r2'."),
    ],
)
def test_what_is_no_claim_or_proposition_is_answered_in_words(d: Ledger, asked: str, words: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        d.support(asked)
    assert str(caught.value).startswith(words)


def said(made_up: MadeUp, claims: dict[str, list[str | None]], agree: bool = False) -> dict[str, pd.DataFrame]:
    """Claims, each by the article in its id and through the speakers given."""
    shared = {"statement_en": "So.", "statement_tr": "Öyle.", "subject": "deepseek-r2", "property": "developer", "value_kind": "entity"}
    shared |= {"value_entity": "deepseek", "polarity": "affirmed", "modality": "asserted"}
    written = {"echo": {"translation_of": "one text"}, "copy": {"translation_of": "one text"}, "paper": {"publisher": "huawei"}}
    written["retold"] = {"translation_of": "one text", "publisher": "huawei"}
    return made_up(
        sources=[{"source_id": one, "title": one, **written.get(one, {})} for one in sorted({name.partition(".")[0] for name in claims})],
        claims=[{"claim_id": one, "source_id": one.partition(".")[0], "proposition_id": f"p-{one}", **shared} for one in claims],
        evidence=[{"claim_id": one, "start": 0, "end": 1, "source_id": "-", "quote": "x", "role": "content"} for one in claims],
        attributions=[
            {"claim_id": one, "position": position, "speaker": speaker, "speaker_kind": "named" if speaker else "unnamed"}
            for one, chain in claims.items()
            for position, speaker in reversed([*enumerate(chain)])
        ],
        relations=[{"relation_id": "r-1", "kind": "corroborates" if agree else "contradicts", "rule": "agreement", "status": "explained"}],
        relation_members=[{"relation_id": "r-1", "claim_id": one, "role": "agrees"} for one in claims],
    )


@pytest.mark.parametrize(
    ("claims", "origins"),
    [
        ({"one.01": [], "one.02": []}, 1),
        ({"one.01": [], "two.01": []}, 2),
        ({"echo.01": [], "copy.01": []}, 1),
        ({"echo.01": [], "retold.01": []}, 1),
        ({"paper.01": [], "retold.01": []}, 2),
        ({"paper.01": [], "one.01": ["huawei"]}, 1),
        ({"one.01": ["nvidia"], "two.01": ["nvidia"], "echo.01": ["nvidia"]}, 1),
        ({"one.01": [None], "two.01": [None]}, 1),
        ({"one.01": ["nvidia", None], "two.01": ["nvidia"]}, 1),
        ({"one.01": ["nvidia", "huawei"], "two.01": ["nvidia"], "echo.01": ["deepseek"]}, 2),
        ({"one.01": ["nvidia", "huawei"], "two.01": ["huawei"]}, 1),
        ({"one.01": ["chinese-sources"], "two.01": ["chinese-media"]}, 1),
        ({"one.01": ["chinese-sources", None], "two.01": ["chinese-media"]}, 1),
        ({"one.01": [None], "one.02": []}, 1),
        ({"one.01": [None], "two.01": []}, 2),
        ({"one.01": [None], "one.02": [], "two.01": [None]}, 2),
        ({"paper.01": [None], "one.01": ["huawei"]}, 1),
        ({"one.01": ["nvidia", None], "one.02": []}, 2),
        ({"one.01": ["nvidia", None], "two.01": ["huawei", None], "echo.01": [None]}, 1),
        ({"one.01": ["nvidia", None], "two.01": ["huawei", None], "echo.01": ["nvidia"]}, 2),
    ],
)
def test_origins_that_depend_on_one_another_count_once(made_up: MadeUp, claims: dict[str, list[str | None]], origins: int) -> None:
    frame = support(said(made_up, claims), list(claims), "en")
    assert frame.attrs["independent_origins"] == origins
    assert frame["claim_id"].tolist() == list(claims)


def test_the_origin_is_the_innermost_speaker(made_up: MadeUp) -> None:
    claims: dict[str, list[str | None]] = {"one.01": ["nvidia", "huawei", "deepseek"], "two.01": ["nvidia", None], "echo.01": []}
    assert support(said(made_up, claims), list(claims), "en")["origin"].tolist() == ["deepseek", "an unnamed source", "one text"]


@pytest.mark.parametrize("agree", [True, False])
def test_what_agrees_supports_and_what_disagrees_does_not(made_up: MadeUp, agree: bool) -> None:
    tables = said(made_up, {"one.01": [], "two.01": []}, agree=agree)
    assert same_content(tables, "one.01") == ["one.01", "two.01"][: 1 + agree]
