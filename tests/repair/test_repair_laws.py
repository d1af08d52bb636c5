"""Laws of the canonical form, over readings as people might write them.

In any style, any order, with comments everywhere, and with what editors do to files. Every comment says which entry it
stands above, beside or below, so that a test can see whether it still does.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iddia.repair.form import canonical
from iddia.repair.layout import layout_of
from iddia.yamlfile import parse_yaml

CLAIM_KEYS = (
    "id", "quote", "cue", "context", "statement_en", "subject", "value", "time", "polarity", "modality", "said_by", "review",
)  # fmt: skip
SOURCE_KEYS = ("title", "publisher", "published", "language", "kind", "rights", "sha256")
ROOT_KEYS = ("source", "no_claim", "claims")
VALUE_KEYS = ("number", "unit", "approximation", "raw")
EXCUSE_KEYS = ("quote", "occurrence", "why")
WORDS = st.text(alphabet="abcıİşğÇ 😀é'’“”.,:-#&*!|>%@`{}[]\\\"", min_size=1, max_size=12)


@dataclass
class Page:
    """Lines of a file, and which of them may get spaces at their end without a change of meaning."""

    lines: list[str] = field(default_factory=list)
    loose: list[bool] = field(default_factory=list)

    def add(self, line: str, *, loose: bool = True) -> None:
        self.lines.append(line)
        self.loose.append(loose)


@st.composite
def readings(draw: st.DrawFn) -> str:
    """A reading with its comments, keys and claims in any order."""
    page = Page()
    if has_head := draw(st.booleans()):
        page.add("# head of the file")
        page.add("")
    for at, key in enumerate(draw(st.permutations(ROOT_KEYS))):
        if at or has_head:  # without a blank line, what stands first is about the file
            _comment(draw, page, "above", key, 0)
        if key == "source":
            page.add("source:")
            _mapping(draw, page, "source", SOURCE_KEYS, 2)
        else:
            page.add(f"{key}:")
            _entries(draw, page, key, draw(st.sampled_from([0, 2])))
    return _as_editors_leave_it(draw, page)


def _entries(draw: st.DrawFn, page: Page, key: str, indent: int) -> None:
    numbers = draw(st.lists(st.integers(1, 120), min_size=1, max_size=4, unique=True))
    for number in numbers:
        name = f"x.{number:02}"
        if key == "no_claim" and draw(st.booleans()):
            page.add(f"{' ' * indent}- {_braces(draw, EXCUSE_KEYS)}")
            continue
        _comment(draw, page, "above", f"{key}-{name}", indent)
        dash = draw(st.sampled_from(["- ", "-   "]))
        first = len(page.lines)
        _mapping(draw, page, name, CLAIM_KEYS if key == "claims" else EXCUSE_KEYS, indent + len(dash), is_compact=True)
        page.lines[first] = f"{' ' * indent}{dash}{page.lines[first].lstrip()}"


def _mapping(draw: st.DrawFn, page: Page, name: str, known: tuple[str, ...], indent: int, *, is_compact: bool = False) -> None:
    optional = [key for key in known if key != "id"]
    keys = draw(st.lists(st.sampled_from(optional), min_size=1, max_size=5, unique=True))
    keys = draw(st.permutations([*keys, "id"] if "id" in known else keys))
    for at, key in enumerate(keys):
        if at or not is_compact:
            _comment(draw, page, "above", f"{name}-{key}", indent)
        if at and draw(st.integers(0, 9)) == 0:
            page.add("")
        _pair(draw, page, name, key, indent)
        if draw(st.integers(0, 4)) == 0 and key == "id":  # deeper than the key, and behind no text that it could continue
            page.add(f"{' ' * (indent + 3)}# below {name}-{key}")


def _pair(draw: st.DrawFn, page: Page, name: str, key: str, indent: int) -> None:
    start = " " * indent + key + ":"
    beside = f"  # beside {name}-{key}" if draw(st.booleans()) else ""
    if key == "id":
        page.add(f"{start} {name}{beside}")
    elif key == "value":
        if draw(st.booleans()):
            page.add(f"{start} {_braces(draw, VALUE_KEYS)}{beside}")
        else:
            page.add(f"{start}{beside}")
            for inner in draw(st.permutations(VALUE_KEYS)):
                _pair(draw, page, f"{name}-value", inner, indent + 2)
    elif key == "said_by":
        page.add(f"{start} [{_braces(draw, ('kind', 'label', 'verb'))}, huawei]{beside}")
    else:
        _text(draw, page, start, beside, indent)


def _text(draw: st.DrawFn, page: Page, start: str, beside: str, indent: int) -> None:
    words = draw(WORDS)
    style = draw(st.sampled_from(["double", "single", "plain", "literal", "folded", "lines", "empty"]))
    inside = " " * (indent + 2)
    if style == "double":
        page.add(f"{start} {json.dumps(words, ensure_ascii=False)}{beside}")
    elif style == "single":
        page.add(f"{start} '{words.replace(chr(39), chr(39) * 2)}'{beside}")
    elif style == "plain":
        page.add(f"{start} İstanbul’da 5,2 milyon{beside}")
    elif style == "empty":
        page.add(f"{start}{beside}")
    elif style == "lines":
        page.add(f'{start} "ilk satır', loose=False)
        page.add(f"{inside}# no comment", loose=False)
        page.add(f'{inside}son satır"')
    else:
        page.add(f"{start} {'|' if style == 'literal' else '>'}{draw(st.sampled_from(['', '-']))}{beside}")
        page.add(f"{inside}.{words}  ", loose=False)
        page.add("", loose=False)
        page.add(f"{inside}# no comment 😀", loose=False)


def _braces(draw: st.DrawFn, keys: tuple[str, ...]) -> str:
    chosen = draw(st.permutations(keys))
    inside = draw(st.sampled_from([", ", " ,", ",  "])).join(f"{key}: {json.dumps(draw(WORDS), ensure_ascii=False)}" for key in chosen)
    return f"{{{inside}}}"


def _comment(draw: st.DrawFn, page: Page, where: str, name: str, indent: int) -> None:
    if draw(st.integers(0, 3)) == 0:
        page.add(f"{' ' * indent}# {where} {name}")


def _as_editors_leave_it(draw: st.DrawFn, page: Page) -> str:
    spaces = draw(st.lists(st.sampled_from(["", "", "", " ", "  \t"]), min_size=len(page.lines), max_size=len(page.lines)))
    lines = [
        line + (space if line else space.strip("\t")) if loose else line
        for line, space, loose in zip(page.lines, spaces, page.loose, strict=True)
    ]
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    start = draw(st.sampled_from(["", "\ufeff"]))
    return start + end.join(lines) + draw(st.sampled_from([end, end * 3, end]))


READING = layout_of("seeds/x/reading.yaml")
COMMENT = re.compile(r"# (?:above|beside|below) \S+")
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def data_of(text: str) -> Any:
    parsed = parse_yaml(text, "reading.yaml")
    assert parsed.problems == []
    return parsed.data


def by_id(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(claims, key=lambda claim: int(claim["id"].split(".")[1]))


def in_order(keys: Any, known: tuple[str, ...]) -> bool:
    return list(keys) == [key for key in known if key in keys]


@SLOW
@given(readings())
def test_the_data_is_the_same_up_to_the_order_of_keys_and_claims(text: str) -> None:
    before, after = data_of(text), data_of(canonical(text, READING).text)
    assert after["claims"] == by_id(before["claims"])
    assert {**after, "claims": None} == {**before, "claims": None}


@SLOW
@given(readings())
def test_once_is_enough(text: str) -> None:
    once = canonical(text, READING)
    assert canonical(once.text, READING).text == once.text
    assert canonical(once.text, READING).faults == ()
    assert bool(once.faults) == (once.text != text)


@SLOW
@given(readings())
def test_everything_is_in_order(text: str) -> None:
    data = data_of(canonical(text, READING).text)
    assert in_order(data, ROOT_KEYS)
    assert in_order(data["source"], SOURCE_KEYS)
    assert all(in_order(excuse, EXCUSE_KEYS) for excuse in data["no_claim"])
    for claim in data["claims"]:
        assert in_order(claim, CLAIM_KEYS)
        if "value" in claim:
            assert in_order(claim["value"], VALUE_KEYS)


@SLOW
@given(readings())
def test_the_form_is_kept(text: str) -> None:
    after = canonical(text, READING).text
    assert "\r" not in after
    assert not after.startswith("\ufeff")
    if after.endswith("\n"):  # a block scalar that ends the file keeps its own end
        assert not after.endswith("\n\n")
    loose = [line for line in after.split("\n") if line != line.rstrip() and not line.lstrip().startswith(".")]
    assert loose == []


@SLOW
@given(readings())
def test_no_comment_is_lost_or_doubled_and_each_stays_with_its_entry(text: str) -> None:
    after = canonical(text, READING).text
    assert sorted(COMMENT.findall(after)) == sorted(COMMENT.findall(text))
    lines = after.split("\n")
    where = {"root": "", "entry": ""}
    key_of_line: list[str] = []
    for line in lines:
        if top := re.match(r"(\w+):", line):
            where["root"] = top[1]
        key_of_line.append(found[1] if (found := re.match(r"[ -]*(\w+):", line)) else "")
    assert where["root"]
    for at, line in enumerate(lines):
        for kind, name in re.findall(r"# (above|beside|below) (\S+)", line):
            key = name.rsplit("-", 1)[-1]
            if kind == "beside":
                assert key_of_line[at] == key
            elif kind == "below":
                assert lines[at - 1].rstrip().split("  #")[0].endswith(f"id: {name.removesuffix('-id')}")
            else:
                below = next(one for one in range(at, len(lines)) if lines[one].strip() and not lines[one].lstrip().startswith("#"))
                if "-x." in name and "-x." not in key and key.startswith("x."):
                    assert "- " in lines[below]
                else:
                    assert key_of_line[below] == key


@SLOW
@given(readings())
def test_a_moved_claim_takes_its_comments_along(text: str) -> None:
    owner = ""
    for line in canonical(text, READING).text.split("\n"):
        if re.match(r"\w", line):
            owner = line
        if found := re.match(r" *- +id: (x\.\d+)", line):
            owner = found[1]
        if owner.startswith("x.") and (beside := re.search(r"# (?:beside|below) (x\.\d+)-", line)):
            assert beside[1] == owner


@settings(deadline=None)
@given(st.text(alphabet="ab:- \n\t\r#\"'|>{}[],0.\ufeff\x85\u2028é", max_size=40))
@pytest.mark.parametrize("file", ["seeds/x/reading.yaml", "seeds/entities.yaml", "seeds/explanations.yaml", "seeds/x/readers/a.yaml"])
def test_any_text_whatever_is_repaired_once_and_says_the_same(file: str, text: str) -> None:
    layout = layout_of(file)
    after = canonical(text, layout).text
    assert canonical(after, layout).text == after
    before = parse_yaml(text, "")
    if not before.problems:
        assert parse_yaml(after, "").data == before.data
