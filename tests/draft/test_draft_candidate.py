"""What may become an article, and what is refused: each refusal says what was got and how to mend it, in both languages."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iddia.draft.candidate import Candidate, read_candidate
from iddia.errors import ContributionError, Problem
from iddia.language import LANGUAGES, Words
from iddia.project.article import MAXIMUM_ARTICLE
from iddia.text.sentences import sentences

ARTICLE = "Fener büyüdü, Ardıç da\n\nFener’in 12 milyar parametresi var.\n"
law = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])


def refusal(root: Path, path: Path, source_id: str | None = None) -> list[Problem]:
    with pytest.raises(ContributionError) as caught:
        read_candidate(root, path, source_id)
    for language in LANGUAGES:
        assert all(problem.text(language) for problem in caught.value.problems)
    assert all(not isinstance(problem.message, str) for problem in caught.value.problems)
    return caught.value.problems


def written(folder: Path, content: bytes, name: str = "fener-buyudu.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", ("file-empty", (1, 1), None)),
        (b" \n\t\r\n", ("file-empty", (1, 1), None)),
        (b"\xef\xbb\xbf...\n--\n", ("file-empty", (1, 1), None)),
        ("Fener.\nArdıç".encode("iso8859-9"), ("file-encoding", (2, 4), ("byte 0xfd", "0xfd baytı"))),
        (ARTICLE.encode("utf-16"), ("file-encoding", (1, 1), ("byte 0xff", "0xff baytı"))),
        ("Fener.\nArdıç \0.".encode(), ("value-invalid", (2, 7), "U+0000")),
        (b"Fener\x1b[1m.", ("value-invalid", (1, 6), "U+001B")),
        ("Fener.\u2028Ardıç.".encode(), ("value-invalid", (1, 7), "U+2028")),
        (b"a" * (MAXIMUM_ARTICLE + 1), ("file-too-large", (1, 1), str(MAXIMUM_ARTICLE + 1))),
    ],
)
def test_a_text_that_is_none_is_refused(
    tiny: Path, tmp_path: Path, content: bytes, problem: tuple[str, tuple[int, int], Words | None]
) -> None:
    (found,) = refusal(tiny, written(tmp_path, content))
    assert (found.code, (found.place.line, found.place.column), found.got) == problem
    assert found.mend or found.expected


def a_link(folder: Path) -> Path:
    (folder / "fener-link.txt").symlink_to(written(folder, ARTICLE.encode()))
    return folder / "fener-link.txt"


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "fener-pipe")
    return folder / "fener-pipe"


@pytest.mark.parametrize(
    ("path", "code", "message"),
    [
        (lambda folder: folder / "fener-yok.txt", "file-missing", "there is no such file"),
        (lambda folder: folder / ("fener" * 60), "file-missing", "the file cannot be read"),
        (lambda folder: folder / "fener\0.txt", "file-missing", "the file cannot be read"),
        (lambda folder: folder, "file-missing", "this is a folder"),
        (a_pipe, "file-missing", "this is no file"),
        (a_link, "file-link", "the file is a symbolic link"),
    ],
)
def test_what_is_no_file_is_refused(tiny: Path, tmp_path: Path, path: Callable[[Path], Path], code: str, message: str) -> None:
    folder = tmp_path / "fener-haber"
    folder.mkdir()
    (problem,) = refusal(tiny, path(folder), "fener-haber")
    assert (problem.code, problem.message[0]) == (code, message)


@pytest.mark.parametrize(
    ("source_id", "code", "nearest"),
    [
        ("Fener-Haber", "id-malformed", "fener-haber"),
        ("fener_haber", "id-malformed", "fener-haber"),
        ("şeker", "id-malformed", "seker"),
        ("2025-fener", "id-malformed", "fener-2025"),
        ("002", "id-malformed", None),
        ("1e5", "id-malformed", None),
        ("nan", "id-malformed", None),
        ("../fener", "id-malformed", "fener"),
        ("", "id-malformed", None),
        ("f" * 61, "id-malformed", "f" * 40),
        ("fener-trial", "id-twice", None),
    ],
)
def test_an_id_that_cannot_be_is_refused(tiny: Path, tmp_path: Path, source_id: str, code: str, nearest: str | None) -> None:
    (problem,) = refusal(tiny, written(tmp_path, ARTICLE.encode()), source_id)
    assert (problem.code, problem.got, problem.nearest) == (code, source_id, nearest)
    assert problem.place.file == "--id"


@pytest.mark.parametrize("name", ["article.txt", "makale 2.txt", "2025.txt", "haber.txt", "新闻.txt", "…"])
def test_a_file_name_that_says_nothing_is_refused_with_an_id_from_the_headline(tiny: Path, tmp_path: Path, name: str) -> None:
    (problem,) = refusal(tiny, written(tmp_path, ARTICLE.encode(), name))
    assert (problem.code, problem.nearest) == ("id-malformed", "fener-buyudu-ardic-da")
    assert problem.mend == ("add --id fener-buyudu-ardic-da to the command", "komuta --id fener-buyudu-ardic-da ekleyin")


@pytest.mark.parametrize(("name", "source_id"), [("Şaşırtıcı İddia.txt", "sasirtici-iddia"), ("r2_gecikme (1).txt", "r2-gecikme-1")])
def test_the_id_comes_from_the_file_s_name(tiny: Path, tmp_path: Path, name: str, source_id: str) -> None:
    path = written(tmp_path, ARTICLE.encode(), name)
    assert read_candidate(tiny, path, None) == Candidate(source_id, path, ARTICLE.encode(), ARTICLE)


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b"\n", b"\r"),
        lambda raw: b"\n" + raw.replace(b" ", b"  ") + b"\n \n",
        lambda raw: raw.replace(b" ", "\xa0".encode()),
    ],
)
def test_a_text_that_is_there_already_is_refused_and_its_folder_named(tiny: Path, tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    raw = (tiny / "seeds/fener-launch/article.txt").read_bytes()
    (problem,) = refusal(tiny, written(tmp_path, change(raw)))
    assert (problem.code, problem.nearest) == ("article-twice", "seeds/fener-launch/article.txt")


def test_everything_that_is_wrong_is_said_at_once(tiny: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(tiny / "seeds/fener-launch/article.txt", tmp_path / "fener.txt"))
    assert {problem.code for problem in refusal(tiny, path, "Fener Trial")} == {"id-malformed", "article-twice"}
    assert {problem.code for problem in refusal(tiny, tmp_path / "yok.txt", "fener-trial")} == {"file-missing", "id-twice"}


@law
@given(raw=st.one_of(st.binary(max_size=30), st.text(max_size=30).map(str.encode), st.text("Fe .\n\r\0ıİ\ufeff").map(str.encode)))
def test_whatever_the_bytes_they_are_kept_or_refused(only_vocabulary: Path, tmp_path: Path, raw: bytes) -> None:
    candidate, problems = None, list[Problem]()
    try:
        candidate = read_candidate(only_vocabulary, written(tmp_path, raw), None)
    except ContributionError as error:
        problems = error.problems
    assert len(problems) == (candidate is None)
    if candidate is not None:
        assert candidate.raw == raw == candidate.text.encode()
        assert sentences(candidate.text)
