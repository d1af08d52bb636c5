"""Fetching: the sums first, a file under its own name only when it is whole and right, and every way in which it may fail told."""

import hashlib
import json
import multiprocessing
import os
import time
import warnings
import zipfile
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from loopback import Site
from made_release import FIRST, SECOND, make_sums

import iddia
from iddia.errors import CouldNotRunError, UnknownVersionError
from iddia.retrieval import download, remote
from iddia.retrieval.cache import cache_folder, entries, keep
from iddia.retrieval.finding import place_of
from iddia.retrieval.local import Found

ARCHIVE = f"/{FIRST}/iddia-{FIRST}.zip"
SUMS = f"/{FIRST}/SHA256SUMS"


def test_what_is_fetched_is_the_archive_and_kept(site: Site, cache: Path, dist: Path) -> None:
    d = iddia.load(FIRST, url=site.address)
    assert d.version == FIRST
    assert site.asked == [SUMS, ARCHIVE]
    content = (dist / FIRST / f"iddia-{FIRST}.zip").read_bytes()
    (kept,) = cache.iterdir()
    assert kept.name == f"iddia-{FIRST}.sha256-{hashlib.sha256(content).hexdigest()}.zip"
    assert kept.read_bytes() == content
    site.asked.clear()
    assert iddia.load(FIRST).claims.equals(d.claims)
    assert site.asked == []
    assert iddia.load(FIRST, url=site.address).claims.equals(d.claims)
    assert site.asked == [SUMS]


def test_an_address_that_is_given_comes_before_the_package_itself_and_what_was_fetched_elsewhere(
    site: Site, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = keep(FIRST, hashlib.sha256(b"other").hexdigest(), lambda out: (out.write(b"other"), hashlib.sha256(b"other").hexdigest())[1])
    monkeypatch.setattr("iddia.retrieval.finding.own", lambda: iter([Found(FIRST, "own", str(iddia.ROOT))]))
    assert iddia.load(FIRST, url=site.address).root.parent == cache
    assert site.asked == [SUMS, ARCHIVE]
    assert other.exists()
    monkeypatch.setenv("IDDIA_URL", site.address)
    assert place_of(FIRST) == iddia.ROOT
    assert site.asked == [SUMS, ARCHIVE]


def test_what_was_fetched_before_does_for_an_address_that_does_not_answer_and_not_for_one_that_has_no_such_version(site: Site) -> None:
    claims = iddia.load(FIRST, url=site.address).claims
    site.answers[SUMS] = status(503)
    with pytest.warns(UserWarning, match=r"answered 503.* was fetched before, and is read from .*\.zip") as told:
        assert iddia.load(FIRST, url=site.address).claims.equals(claims)
    assert told[0].filename == __file__
    site.answers[SUMS] = status(404)
    with pytest.raises(UnknownVersionError, match="404"):
        iddia.load(FIRST, url=site.address)
    site.answers[SUMS] = status(200, body=b"no sums")
    with pytest.raises(CouldNotRunError, match="has no sum for"):
        iddia.load(FIRST, url=site.address)


def test_an_archive_of_another_sum_than_the_address_tells_now_is_fetched_anew(site: Site, cache: Path, releases: Path) -> None:
    iddia.load(FIRST, url=site.address)
    archive = releases / FIRST / f"iddia-{FIRST}.zip"
    with zipfile.ZipFile(archive, "a") as out:
        out.writestr("NOTES.md", "One file more.")
    make_sums(releases / FIRST)
    place = place_of(FIRST, url=site.address)
    assert place.read_bytes() == archive.read_bytes()
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("form", ["{0}", "{0}/", "{0}/{{version}}/", "{0}/{{version}}"])
def test_the_version_is_put_into_the_address_or_behind_it(site: Site, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IDDIA_URL", form.format(site.address))
    assert iddia.load(SECOND).version == SECOND


def test_an_address_may_be_a_folder_of_this_machine(releases: Path) -> None:
    assert iddia.load(FIRST, url=releases.as_uri()).version == FIRST
    with pytest.raises(UnknownVersionError, match=r"there is no version 9\.9\.9.* there is no file:"):
        iddia.load("9.9.9", url=releases.as_uri())


def test_a_local_release_comes_before_the_cache_and_the_address(site: Site, dist: Path) -> None:
    assert iddia.load(FIRST, releases=dist, url=site.address).root == dist / FIRST
    assert site.asked == []


def test_versions_of_the_address_are_listed_where_it_lists_them(site: Site, releases: Path) -> None:
    assert "url" not in set(iddia.versions(url=site.address)["where"])
    listed = {"versions": [{"version": "2.0.0", "date": "2027-01-01", "sha256": "0" * 64}, {"version": "../.."}, {"version": None}]}
    (releases / "versions.json").write_text(json.dumps(listed), "utf-8")
    iddia.load(FIRST, url=site.address)
    found = iddia.versions(url=f"{site.address}/{{version}}/")
    assert found[["version", "where"]].to_dict("list")["version"][:2] == ["2.0.0", FIRST]
    assert list(found["where"])[:2] == ["url", "cache"]
    assert found["place"][0] == f"{site.address}/2.0.0/"
    with pytest.raises(UnknownVersionError, match=rf"known are 2\.0\.0, {FIRST}; there is no http://.*404"):
        iddia.load("3.0.0", url=site.address)


@pytest.mark.parametrize("content", ["", "[]", "null", '{"versions": 3}', '{"versions": [1]}', "{" * 3000])
def test_a_list_that_is_none_is_warned_of(site: Site, releases: Path, content: str) -> None:
    (releases / "versions.json").write_text(content, "utf-8")
    with pytest.warns(UserWarning, match="is no list of versions"):
        found = iddia.versions(url=site.address)
    assert list(found["where"]) == []


def refuse(cache: Path, site: Site, *words: str, error: type[Exception] = CouldNotRunError) -> None:
    """Loading fails in these words, and nothing is kept."""
    with pytest.raises(error) as caught:
        iddia.load(FIRST, url=site.address)
    for word in words:
        assert word in str(caught.value), str(caught.value)
    english, turkish = caught.value.words  # type: ignore[attr-defined]
    assert english != turkish
    assert not cache.exists() or not list(cache.iterdir())


def test_a_wrong_sum_is_told_with_both_sums(site: Site, cache: Path, releases: Path) -> None:
    archive = releases / FIRST / f"iddia-{FIRST}.zip"
    before = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.write_bytes(archive.read_bytes()[:-1] + b"x")
    refuse(cache, site, before, hashlib.sha256(archive.read_bytes()).hexdigest(), "was not kept")


def test_sums_that_do_not_name_the_archive_are_told(site: Site, cache: Path, releases: Path) -> None:
    (releases / FIRST / "SHA256SUMS").write_text("no sums\n", "utf-8")
    refuse(cache, site, f"has no sum for iddia-{FIRST}.zip")
    (releases / FIRST / "SHA256SUMS").write_bytes(b"\xff\n")
    refuse(cache, site, f"has no sum for iddia-{FIRST}.zip")


def status(code: int, headers: dict[str, str] | None = None, body: bytes = b"") -> Callable[[SimpleHTTPRequestHandler], None]:
    """An answer."""

    def answer(handler: SimpleHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@pytest.mark.parametrize(
    ("path", "answer", "words"),
    [
        (SUMS, status(500), "answered 500"),
        (SUMS, status(403), "answered 403"),
        (ARCHIVE, status(503), "answered 503"),
        (ARCHIVE, status(200, {"Content-Length": "1000"}, b"PK"), "broke off after 2 of 1,000 bytes"),
        (ARCHIVE, status(200, {"Content-Length": "5000000000"}, b"PK"), "larger than 4,000,000,000 bytes"),
        (SUMS, status(200, {"Content-Length": "5000000"}, b""), "larger than 4,000,000 bytes"),
        (SUMS, status(302, {"Location": "file:///etc/hostname"}), "leads on to file:///etc/hostname"),
        (SUMS, status(302, {"Location": "ftp://127.0.0.1/x"}), "leads on to ftp://127.0.0.1/x"),
        (SUMS, status(302, {"Location": SUMS}), "in a circle"),
        (SUMS, lambda handler: handler.wfile.write(b"no HTTP at all\r\n\r\n"), "cannot be fetched"),
        (SUMS, lambda handler: handler.connection.close(), "cannot be fetched"),
    ],
)
def test_an_answer_that_is_none_is_told(site: Site, cache: Path, path: str, answer: Callable[[Any], None], words: str) -> None:
    site.answers[path] = answer
    refuse(cache, site, words)


def test_a_redirect_to_the_same_kind_of_address_is_followed(site: Site) -> None:
    site.answers["/elsewhere/1.0.0/SHA256SUMS"] = status(302, {"Location": SUMS})
    site.answers[f"/elsewhere{ARCHIVE}"] = status(307, {"Location": ARCHIVE})
    assert iddia.load(FIRST, url=f"{site.address}/elsewhere").version == FIRST


def test_more_bytes_than_are_taken_in_are_not_read_to_the_end(site: Site, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "LARGEST", 1000)

    def endless(handler: SimpleHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b"0" * 5000)

    site.answers[ARCHIVE] = endless
    refuse(cache, site, "larger than 1,000 bytes")


def test_an_answer_that_does_not_come_is_not_waited_for(site: Site, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "SECONDS", 0.1)
    site.answers[SUMS] = lambda _: time.sleep(0.3)
    refuse(cache, site, "no answer within 0.1 seconds")


@pytest.mark.parametrize(
    "url", ["ftp://127.0.0.1/x", "data:text/plain,x", "C:/releases", "no address", "http://[", "http://127.0.0.1:1", "file://elsewhere/x"]
)
def test_an_address_that_is_none_is_told(url: str, cache: Path) -> None:
    with pytest.raises(CouldNotRunError), warnings.catch_warnings(action="ignore"):
        iddia.load(FIRST, url=url)
    assert not cache.exists() or not list(cache.iterdir())


def test_an_unknown_version_at_an_address_is_told(site: Site, cache: Path) -> None:
    with pytest.raises(UnknownVersionError, match=r"there is no version 9\.9\.9; none is known; there is no http://.*\(404\)"):
        iddia.load("9.9.9", url=site.address)
    assert not cache.exists()


def spoil(cache: Path) -> Path:
    (kept,) = cache.iterdir()
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    kept.write_bytes(content)
    return kept


def test_a_damaged_entry_is_refused_with_what_mends_it(site: Site, cache: Path) -> None:
    iddia.load(FIRST, url=site.address)
    kept = spoil(cache)
    with pytest.raises(CouldNotRunError, match=r"is damaged: .* Remove it; to fetch it anew give url=") as caught:
        iddia.load(FIRST)
    assert str(kept) in str(caught.value)


def test_a_damaged_entry_is_named_and_fetched_anew_where_it_can_be(site: Site, cache: Path) -> None:
    claims = iddia.load(FIRST, url=site.address).claims
    kept = spoil(cache)
    with pytest.warns(UserWarning, match=rf"{kept.name} was damaged, and version {FIRST} was fetched anew") as told:
        assert iddia.load(FIRST, url=site.address).claims.equals(claims)
    assert iddia.load(FIRST).claims.equals(claims)
    assert told[0].filename == __file__


def test_a_damaged_entry_does_not_stay_beside_another_archive(
    site: Site, cache: Path, releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    iddia.load(FIRST, url=site.address)
    spoil(cache)
    archive = releases / FIRST / f"iddia-{FIRST}.zip"
    with zipfile.ZipFile(archive, "a") as out:
        out.writestr("NOTES.md", "One file more.")
    make_sums(releases / FIRST)
    monkeypatch.setenv("IDDIA_URL", site.address)
    with pytest.warns(UserWarning, match="was damaged") as told:
        iddia.load(FIRST)
    assert told[0].filename == __file__
    assert [entry.is_whole() for entry in entries()] == [True]
    assert iddia.load(FIRST).version == FIRST


def test_two_different_archives_of_one_version_are_not_chosen_between(site: Site) -> None:
    iddia.load(FIRST, url=site.address)
    other = keep(FIRST, hashlib.sha256(b"other").hexdigest(), lambda out: (out.write(b"other"), hashlib.sha256(b"other").hexdigest())[1])
    with pytest.raises(CouldNotRunError, match=r"different archives of version 1\.0\.0") as caught:
        iddia.load(FIRST)
    assert other.name in str(caught.value)


def test_a_part_that_another_process_left_is_seen_by_nobody(site: Site, cache: Path) -> None:
    cache.mkdir()
    (cache / ".fetching-x.part").write_bytes(b"PK")
    assert list(entries()) == []
    assert iddia.load(FIRST, url=site.address).version == FIRST


def test_a_cache_that_cannot_be_written_is_told(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    monkeypatch.setenv("IDDIA_CACHE", str(tmp_path / "file"))
    with pytest.raises(CouldNotRunError, match="set IDDIA_CACHE to a folder that can"):
        iddia.load(FIRST, url=site.address)


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, ".cache/iddia"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, ".cache/iddia"),
        ("linux", {"XDG_CACHE_HOME": "/var/x"}, "/var/x/iddia"),
        ("darwin", {}, "Library/Caches/iddia"),
        ("win32", {}, "AppData/Local/iddia/Cache"),
        ("linux", {"IDDIA_CACHE": "/var/mine"}, "/var/mine"),
    ],
)
def test_the_cache_lies_where_this_system_has_such_files(
    platform: str, variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("IDDIA_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == tmp_path / expected


def _load_in_a_process(url: str, cache: str) -> int:
    os.environ["IDDIA_CACHE"] = cache
    return len(iddia.load(FIRST, url=url).claims)


def test_eight_processes_may_fetch_at_once(site: Site, cache: Path) -> None:
    with multiprocessing.get_context("fork").Pool(8) as pool:
        counts = pool.starmap(_load_in_a_process, [(site.address, str(cache))] * 8)
    assert set(counts) == {len(iddia.load(FIRST).claims)}
    assert [entry.is_whole() for entry in entries()] == [True]
    assert len(list(cache.iterdir())) == 1
