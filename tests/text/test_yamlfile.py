import itertools
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iddia import yamlfile
from iddia.errors import Place
from iddia.yamlfile import MAXIMUM_BYTES, MAXIMUM_DEPTH, YamlFile, read_yaml

law = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(params=["c", "python"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    loader = getattr(yaml, "CSafeLoader", None) if request.param == "c" else yaml.SafeLoader
    if loader is None:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yamlfile, "_Loader", loader)


def _read(folder: Path, content: str | bytes) -> YamlFile:
    path = folder / "reading.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_yaml(path, "reading.yaml")


def _problems(file: YamlFile) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.place.line, problem.place.column) for problem in file.problems]


def _cut(text: str, place: Place) -> str:
    """What an editor would select: lines end at LF, CR or CRLF, columns count code points."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert place.end_line is not None
    assert place.end_column is not None
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    inner = lines[place.line : place.end_line - 1]
    return "\n".join([lines[place.line - 1][place.column - 1 :], *inner, lines[place.end_line - 1][: place.end_column - 1]])


PLAIN: dict[str, Any] = {
    "model": "model", "çip": "çip", "İddia'nın": "İddia'nın", "😀 a": "😀 a", "2025-08-15": "2025-08-15", "12": 12, "-3": -3, "007": "007",
    "1.5": Decimal("1.5"), "1.2e12": Decimal("1.2e12"), "true": True, "false": False, "null": None, "~": None, "True": "True",
    "yes": "yes", "0x1F": "0x1F", "1_000": "1_000", "1e999": "1e999", ".nan": ".nan", "R1": "R1", "12:30": "12:30",
}  # fmt: skip
words = st.text(st.one_of(st.sampled_from("İı'’\u0307\u2028\x85\ufeff😀#: -"), st.characters(exclude_categories=["Cs", "Cc"])), max_size=8)


def _double_quoted(value: str) -> tuple[str, Any]:
    risky = set("\x85\u2028\u2029\ufeff\ufffe\uffff")
    return "".join(f"\\u{ord(letter):04x}" if letter in risky else json.dumps(letter, ensure_ascii=False)[1:-1] for letter in value), value


scalars = st.one_of(
    st.sampled_from([*PLAIN.items()]),
    words.map(_double_quoted).map(lambda pair: (f'"{pair[0]}"', pair[1])),
    st.sampled_from(["", "it's", "12", "true", "a: b # c", "İ😀"]).map(lambda value: ("'" + value.replace("'", "''") + "'", value)),
)
trees = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from(["quote", "çip", "İd", "a b", "why", "😀"]), inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


def _plain_data(tree: Any) -> Any:
    if isinstance(tree, tuple):
        return tree[1]
    return [_plain_data(item) for item in tree] if isinstance(tree, list) else {key: _plain_data(item) for key, item in tree.items()}


def _leaves(tree: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(tree, tuple):
        yield path, tree[0]
    else:
        for key, item in enumerate(tree) if isinstance(tree, list) else tree.items():
            yield from _leaves(item, (*path, key))


def _block(tree: Any, indent: int) -> list[str]:
    """The tree in block style: comments, empty lines and flow style where nothing is nested."""
    lines = []
    for key, item in ((None, item) for item in tree) if isinstance(tree, list) else tree.items():
        head = " " * indent + ("-" if key is None else f"{key}:")
        if isinstance(item, tuple):
            lines.append(f"{head} {item[0]}  # not a value")
        elif isinstance(item, list) and all(isinstance(part, tuple) for part in item):
            lines.append(f"{head} [{', '.join(part[0] for part in item)}]")
        else:
            lines += [head, "", *_block(item, indent + 2)]
    return lines


@law
@given(trees.filter(lambda tree: not isinstance(tree, tuple)), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]))
def test_every_value_is_read_and_its_place_cuts_out_its_source(tmp_path: Path, tree: Any, end: str, mark: str) -> None:
    text = end.join(["# a comment: İ", *_block(tree, 0)]) + end
    file = _read(tmp_path, mark + text)
    assert file.problems == []
    assert file.data == _plain_data(tree)
    leaves = dict(_leaves(tree))
    for path, source in leaves.items():
        assert _cut(text, file.place(path)) == source
        for length, key in enumerate(path, 1):
            if isinstance(key, str):
                assert _cut(text, file.key_place(path[:length])) == key


@pytest.mark.parametrize("source", PLAIN)
def test_plain_scalars_are_those_of_the_core_schema_and_dates_stay_text(tmp_path: Path, source: str) -> None:
    file = _read(tmp_path, f"key: {source}\n")
    assert file.data == {"key": PLAIN[source]}
    assert type(file.data["key"]) is type(PLAIN[source])


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1e999999999", "1e999999999"),
        ("1e-999999999", "1e-999999999"),
        ("1e9999999999999999999", "1e9999999999999999999"),
        ("-1.5e-9999999999999999999", "-1.5e-9999999999999999999"),
        ("0e99999999999999999999", "0e99999999999999999999"),
        ("9" * 40, "9" * 40),
        ("9" * 5000, "9" * 5000),
        ("0." + "1" * 5000, "0." + "1" * 5000),
        ("1e29", Decimal("1e29")),
        ("1e30", "1e30"),
        ("9" * 39, int("9" * 39)),
    ],
)
def test_huge_numbers_stay_text(tmp_path: Path, source: str, value: object) -> None:
    file = _read(tmp_path, f"number: {source}\n")
    assert file.problems == []
    assert file.data == {"number": value}
    assert type(file.data["number"]) is type(value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: &x 1\nb: *x\n", [("yaml-anchor", 1, 4), ("yaml-alias", 2, 4)]),
        ("a: &x [1]\n", [("yaml-anchor", 1, 4)]),
        ("&x a: 1\n", [("yaml-anchor", 1, 1)]),
        ("a: &x 1\n*x : 2\n", [("yaml-anchor", 1, 4), ("yaml-key", 2, 1), ("yaml-alias", 2, 1)]),
        ("a: &a [x, x]\nb: &b [*a, *a]\n", [("yaml-anchor", 1, 4), ("yaml-anchor", 2, 4), ("yaml-alias", 2, 8), ("yaml-alias", 2, 12)]),
        ("a: &a {b: 1}\nc:\n  <<: *a\n", [("yaml-anchor", 1, 4), ("yaml-alias", 3, 7)]),
        ("a: !!python/object/apply:os.system ['true']\n", [("yaml-tag", 1, 4)]),
        ("a: !!str 12\n", [("yaml-tag", 1, 4)]),
        ("a: !own 12\n", [("yaml-tag", 1, 4)]),
        ("a: ! 12\n", [("yaml-tag", 1, 4)]),
        ("- !!map {a: 1}\n", [("yaml-tag", 1, 3)]),
        ("!!str a: 1\n", [("yaml-tag", 1, 1)]),
        ("!!python/name:os.system a: 1\n", [("yaml-tag", 1, 1)]),
        ("a: 1\nb: 2\na: 3\n", [("yaml-duplicate-key", 3, 1)]),
        ("a:\n  b: 1\n  'b': 2\n", [("yaml-duplicate-key", 3, 3)]),
        ("{a: 1, a: 2, a: 3}\n", [("yaml-duplicate-key", 1, 8), ("yaml-duplicate-key", 1, 14)]),
        ("[a, b]: 1\n", [("yaml-key", 1, 1)]),
        ("? {a: 1}\n: 2\n", [("yaml-key", 1, 3)]),
        ("a:\n\tb: 1\n", [("yaml-tab", 2, 1)]),
        ("a:\n  \tb: 1\n \t \tc: 2\n", [("yaml-tab", 2, 3), ("yaml-tab", 3, 2)]),
        ("a:\r\tb: 1\r", [("yaml-tab", 2, 1)]),
        ("a: 'x\u2028y'\n\tb: 1\n", [("yaml-tab", 2, 1)]),
        ("a: 1\n---\nb: 2\n", [("yaml-documents", 2, 1)]),
        ("a: 1\n---\nb: 2\n---\n", [("yaml-documents", 2, 1), ("yaml-documents", 4, 1)]),
        (b"a: 1\nb: \xff\n", [("file-encoding", 2, 4)]),
        (b"a: \xc3\xa7\xe2\x82\n", [("file-encoding", 1, 5)]),
        (b"a: 1\rb: \xed\xa0\x80\r", [("file-encoding", 2, 4)]),
        ("a: 1\n".encode("utf-16"), [("file-encoding", 1, 1)]),
        ("a: ç\nb: \x00\n", [("yaml-broken", 2, 4)]),
        ("a: 😀\r\nb: c\x07\r\n", [("yaml-broken", 2, 5)]),
        ("\x1b[31m", [("yaml-broken", 1, 1)]),
        ("a: \ufffe\n", [("yaml-broken", 1, 4)]),
        ("a: ç: b\n", [("yaml-broken", 1, 5)]),
        ("a: 'x\u2028y'\nb: c: d\n", [("yaml-broken", 2, 5)]),
        ("a: @x\n", [("yaml-broken", 1, 4)]),
        ("a: }\n", [("yaml-broken", 1, 4)]),
        ("%YAML 9.0\n---\na: 1\n", [("yaml-broken", 1, 1)]),
        ("", [("file-empty", 1, 1)]),
        (" \n\r\n\n", [("file-empty", 1, 1)]),
        ("\ufeff", [("file-empty", 1, 1)]),
        ("# nothing but a comment\n", [("file-empty", 1, 1)]),
        ("---\n", [("file-empty", 1, 1)]),
        ("null\n", [("file-empty", 1, 1)]),
        ("~", [("file-empty", 1, 1)]),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_column(
    tmp_path: Path, content: str | bytes, expected: list[tuple[str, int, int]]
) -> None:
    file = _read(tmp_path, content)
    assert _problems(file) == expected
    assert file.data is None
    assert all(problem.place.file == "reading.yaml" for problem in file.problems)


@pytest.mark.parametrize(
    "content",
    ["a: 'x\n", 'a: "x', "a: [1\n", "a: {b: 1\n", "a: b\n c: d\n", "- a\nb: 1\n", "a: |\nb\n", "a: b\n*\n", "a: %x\n", 'a: "\\q"\n'],
)
def test_broken_yaml_is_one_problem_somewhere_in_the_file(tmp_path: Path, content: str) -> None:
    file = _read(tmp_path, content)
    (problem,) = file.problems
    assert problem.code == "yaml-broken"
    assert 1 <= problem.place.line <= content.count("\n") + 1
    assert file.data is None


@pytest.mark.parametrize(
    ("opening", "closing", "step"), [("[", "]", 1), ("{a: ", "}", 4), ("[{a: ", "}]", None)], ids=["lists", "mappings", "both"]
)
def test_deep_nesting_is_refused_where_it_is_too_deep(tmp_path: Path, opening: str, closing: str, step: int | None) -> None:
    deepest = MAXIMUM_DEPTH if step else MAXIMUM_DEPTH // 2
    assert _problems(_read(tmp_path, opening * deepest + "1" + closing * deepest)) == []
    (problem,) = _problems(_read(tmp_path, opening * (deepest + 1) + "1" + closing * (deepest + 1)))
    assert problem == ("yaml-too-deep", 1, len(opening) * deepest + (len(opening) if step else 1) + 1)


@pytest.mark.parametrize("content", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "\n".join(" " * depth + "a:" for depth in range(500))])
def test_bombs_of_nesting_are_too_deep(tmp_path: Path, content: str) -> None:
    file = _read(tmp_path, content)
    assert [problem.code for problem in file.problems] == ["yaml-too-deep"]
    assert file.data is None


def test_a_byte_order_mark_is_neither_read_nor_counted(tmp_path: Path) -> None:
    file = _read(tmp_path, "\ufeffa: 1\n")
    assert file.data == {"a": 1}
    assert file.place(("a",)) == Place("reading.yaml", 1, 4, 1, 5)


def test_a_duplicate_key_names_the_line_of_the_first(tmp_path: Path) -> None:
    file = _read(tmp_path, "b: 1\na: 1\na: 2\na: 3\n")
    assert [problem.expected for problem in file.problems] == [("once (line 2)", "bir kez (2. satır)")] * 2


def test_a_link_is_refused_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "nowhere.yaml")
    for name in ("link.yaml", "dangling.yaml"):
        file = read_yaml(tmp_path / name, name)
        assert _problems(file) == [("file-link", 1, 1)]
        assert file.data is None


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    for name in ("missing.yaml", "folder.yaml", "folder.yaml/x/y.yaml"):
        file = read_yaml(tmp_path / name, name)
        assert _problems(file) == [("file-missing", 1, 1)]
        assert file.problems[0].mend == (
            (f"make {name} a file that can be read", f"{name} okunabilir bir dosya olsun")
            if name == "folder.yaml"
            else (f"add {name}", f"{name} dosyasını ekleyin")
        )


def test_a_file_may_be_so_large_and_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: 1\n#" + b"x" * (MAXIMUM_BYTES - 6))
    assert read_yaml(path, "large.yaml").data == {"a": 1}
    path.write_bytes(b"a: 1\n#" + b"x" * (MAXIMUM_BYTES - 5))
    assert _problems(read_yaml(path, "large.yaml")) == [("file-too-large", 1, 1)]


def test_the_place_of_what_is_missing_is_the_nearest_thing_around_it(tmp_path: Path) -> None:
    file = _read(tmp_path, "claims:\n  - id: x\n    quote: y\n")
    assert file.place(("claims", 0, "quote", "deeper")) == file.place(("claims", 0, "quote"))
    assert file.place(("claims", 0, "cue")) == file.place(("claims", 0))
    assert file.place(("claims", 7)) == file.place(("claims",))
    assert (file.place(("claims", 0)).line, file.place(("claims", 0)).column) == (2, 5)
    assert (file.key_place(("claims", 0, "quote")).line, file.key_place(("claims", 0, "quote")).column) == (3, 5)
    assert file.key_place(("claims", 0)) == file.place(("claims", 0))
    assert YamlFile("none.yaml").place(("a",)) == Place("none.yaml")


@pytest.mark.parametrize(("style", "value"), [("|", "bir\n  iki\n"), (">-", "bir\n  iki")])
def test_block_scalars_are_text(tmp_path: Path, style: str, value: str) -> None:
    assert _read(tmp_path, f"a: {style}\n  bir\n    iki\nb: 1\n").data == {"a": value, "b": 1}


pieces = st.sampled_from(
    [
        "a", "b", ": ", ":", "- ", "\n", "\n", "  ", "\t", "[", "]", "{", "}", ",", "&x", "*x", "!!str", "!t ", "'", '"', "\\", "|", ">",
        "? ", "#", "---", "...", "%TAG", "~", "1e9999999999999999999", "İ", "😀", "\x00", "\x85", "\u2028", "\ufeff", "\r", "<<", "@",
        "`",
    ]
)  # fmt: skip


@law
@given(st.one_of(st.lists(pieces, max_size=16).map("".join).map(str.encode), st.binary(max_size=30)))
def test_any_bytes_are_data_without_problems_or_problems_without_data(tmp_path: Path, content: bytes) -> None:
    file = _read(tmp_path, content)
    assert (file.data is None) == bool(file.problems)
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for place in itertools.chain(file.places.values(), (problem.place for problem in file.problems)):
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
