"""A version is found in the package itself, in a folder of releases, among what was fetched, at an address; in this order."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_release import FIRST, GONE, SECOND, all_in_one, make_sums

import iddia
from iddia.errors import CouldNotRunError, UnknownVersionError
from iddia.language import LANGUAGES, said
from iddia.retrieval.finding import place_of
from iddia.retrieval.local import Found, own
from iddia.retrieval.number import is_version, order

OWN = json.loads((iddia.ROOT / "datapackage.json").read_bytes())["version"]


@pytest.fixture
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package that iddia was installed with is the first release, as far as finding it goes."""
    monkeypatch.setattr("iddia.retrieval.finding.own", lambda: iter([Found(FIRST, "own", str(iddia.ROOT))]))


def test_the_package_s_own_version_is_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iddia.retrieval.finding.own", own)
    assert [found.place for found in own()] == [str(iddia.ROOT)]
    assert iddia.load(OWN).root == iddia.ROOT


@pytest.mark.usefixtures("_installed")
def test_a_folder_that_is_given_comes_before_the_package_itself_and_one_of_the_environment_behind(
    dist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place_of(FIRST, dist) == dist / FIRST
    assert place_of(FIRST) == iddia.ROOT
    monkeypatch.setenv("IDDIA_RELEASES", str(dist))
    assert place_of(FIRST) == iddia.ROOT


@pytest.mark.usefixtures("_installed")
def test_in_a_folder_that_is_given_alone_is_looked(releases: Path, tmp_path: Path) -> None:
    shutil.rmtree(releases / FIRST)
    with pytest.raises(UnknownVersionError) as caught:
        iddia.load(FIRST, releases=releases)
    english, turkish = (said(caught.value.words, language) for language in LANGUAGES)
    assert english == f"there is no version {FIRST} in {releases}; known are {SECOND}"
    assert turkish == f"{releases} içinde {FIRST} sürümü yok; bilinenler: {SECOND}"
    for ask in (lambda: iddia.load(FIRST, releases=tmp_path / "none"), lambda: iddia.versions(releases=tmp_path / "none")):
        with pytest.raises(CouldNotRunError, match=r"names no folder: .*none\. Give"):
            ask()


def test_each_place_is_listed_once(releases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("seeds", "schema/vocabulary"):
        (tmp_path / name).mkdir(parents=True)
    for named in (releases, Path("dist")):
        monkeypatch.setenv("IDDIA_RELEASES", str(named))
        assert list(iddia.versions()["version"]) == [SECOND, FIRST]


@pytest.mark.parametrize("kind", [str, Path])
def test_a_folder_of_releases_is_looked_through(dist: Path, kind: type) -> None:
    d = iddia.load(FIRST, releases=kind(dist))
    assert (d.version, d.root) == (FIRST, dist / FIRST)
    assert GONE in set(d.claims["claim_id"])
    assert GONE not in set(iddia.load(SECOND, releases=dist).claims["claim_id"])


def test_the_folder_may_be_named_by_the_environment(dist: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IDDIA_RELEASES", str(dist))
    assert iddia.load(FIRST).version == FIRST
    with pytest.raises(UnknownVersionError):
        iddia.load(FIRST, releases=tmp_path)


def test_dist_of_the_project_around_is_looked_through(releases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("seeds", "schema/vocabulary"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "seeds")
    assert iddia.load(FIRST).root == releases / FIRST


@pytest.mark.parametrize("form", ["package", "all"])
def test_a_release_may_lie_there_as_an_archive(releases: Path, tmp_path: Path, form: str) -> None:
    archive = releases / FIRST / f"iddia-{FIRST}.zip" if form == "package" else all_in_one(releases / FIRST)
    folder = tmp_path / "archives"
    folder.mkdir()
    d = iddia.load(FIRST, releases=shutil.move(archive, folder) and folder)
    assert (d.version, d.root.suffix) == (FIRST, ".zip")


def test_what_is_there_under_a_version_must_be_it(releases: Path) -> None:
    shutil.rmtree(releases / SECOND)
    (releases / FIRST).rename(releases / SECOND)
    (releases / SECOND / f"iddia-{FIRST}.zip").rename(releases / SECOND / f"iddia-{SECOND}.zip")
    make_sums(releases / SECOND)
    with pytest.raises(CouldNotRunError, match=r"should be version 1\.1\.0, and says that it is 1\.0\.0"):
        iddia.load(SECOND, releases=releases)


def test_an_unknown_version_is_answered_with_those_there_are(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IDDIA_RELEASES", str(dist))
    with pytest.raises(UnknownVersionError) as caught:
        iddia.load("9.9.9")
    english, turkish = (said(caught.value.words, language) for language in LANGUAGES)
    assert english == (
        f"there is no version 9.9.9; known are {SECOND}, {FIRST}; "
        "give releases= or IDDIA_RELEASES (a folder of releases), url= or IDDIA_URL (an address of them)"
    )
    assert turkish.startswith(f"9.9.9 sürümü yok; bilinenler: {SECOND}, {FIRST}; ")


@pytest.mark.usefixtures("_installed")
def test_versions_are_listed_newest_first_with_their_places(dist: Path) -> None:
    found = iddia.versions(releases=dist)
    assert found.to_dict("list") == {
        "version": [SECOND, FIRST, FIRST],
        "where": ["local", "own", "local"],
        "place": [str(dist / SECOND), str(iddia.ROOT), str(dist / FIRST)],
    }


def test_a_folder_that_is_no_release_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "others"
    (folder / "3.0.0").mkdir(parents=True)
    (folder / "iddia-notes.zip").write_bytes(b"")
    assert list(iddia.versions(releases=folder)["version"]) == []


@pytest.mark.parametrize("text", ["1.0.0", "0.0.0+unreleased", "1.2.3-rc.1", "10.20.30", "1.0.0-0A.x"])
def test_a_version_number_is_one(text: str) -> None:
    assert is_version(text)


@pytest.mark.parametrize(
    "text", ["", "1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0/..", "1.0.0\n", "١.0.0", "1.0.0+"]
)
def test_anything_else_is_none_and_may_be_a_path(text: str) -> None:
    assert not is_version(text)
    with pytest.raises(ValueError, match="no version number"):
        order(text)


def test_versions_are_in_the_order_of_semver_with_the_unreleased_behind_its_release() -> None:
    ordered = (
        "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.0+unreleased 1.0.1 1.10.0"
    )
    assert sorted(sorted(ordered.split()), key=order) == ordered.split()


@given(st.tuples(*[st.integers(0, 10**6)] * 3), st.tuples(*[st.integers(0, 10**6)] * 3))
def test_numbers_are_compared_as_numbers(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    left, right = (".".join(map(str, numbers)) for numbers in (one, other))
    assert (order(left) < order(right)) == (one < other)
