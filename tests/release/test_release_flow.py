"""A release from a commit: its version, its record, its files; what is refused, and that nothing is then written."""

import csv
import errno
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import minisign
import pytest
from released_project import LAUNCH, TRIAL, Project

from iddia.corpus import read_corpus
from iddia.errors import CouldNotRunError, ProblemsError
from iddia.package.build import make
from iddia.release import publish as publishing
from iddia.release.plan import Plan

USD = '{number: 3000000, unit: usd, approximation: about, raw: "yaklaşık 3 milyon dolara"}'
LIRA = USD.replace("usd", "lira")


def codes(caught: pytest.ExceptionInfo[ProblemsError]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def rows(planned: Plan) -> list[tuple[str, str, str, str | None, str | None, str]]:
    return [(one.claim_id, one.change, one.field, one.before, one.after, one.reason) for one in planned.changes]


def to_lira(project: Project) -> None:
    project.edit(LAUNCH, f"value: {USD}", f'value: {LIRA}\n    value_because: "the writer means liras"')
    project.build()


def test_the_first_release_is_1_0_0_and_every_claim_is_added_with_the_reason_of_its_article(project: Project) -> None:
    planned = project.release()
    assert (planned.record.version, planned.record.previous, planned.record.level) == ("1.0.0", None, "first")
    claims = {claim.claim_id: claim for claim in make(project.root).corpus.claims}
    reasons = {"fener-launch": "The first article.", "fener-trial": "The second article."}
    assert rows(planned) == [
        (one, "added", "statement_en", None, claims[one].statement_en, reasons[one.rpartition(".")[0]]) for one in sorted(claims)
    ]
    table = list(csv.DictReader(io.StringIO((project.root / "data/changes.csv").read_text("utf-8"))))
    assert [(row["version"], row["claim_id"]) for row in table] == [("1.0.0", one) for one in sorted(claims)]
    descriptor = json.loads((project.root / "datapackage.json").read_bytes())
    assert (descriptor["version"], descriptor["created"]) == ("1.0.0", "2026-01-01T00:00:00Z")


def test_the_folder_holds_the_sums_of_all_its_files_and_the_repository_keeps_them(project: Project) -> None:
    planned = project.release()
    files = project.dist()
    sums = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    assert (project.root / "releases/1.0.0/SHA256SUMS").read_bytes() == planned.files["SHA256SUMS"]
    checked = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=project.root / "dist/1.0.0", check=False)
    assert checked.returncode == 0


def test_what_is_committed_is_fresh_and_the_reasons_are_used_up(released: Project) -> None:
    assert released.git("status", "--porcelain") == ""
    assert not (released.root / "releases/next.yaml").exists()
    corpus = read_corpus(released.root)
    assert corpus.releases.last is not None
    assert corpus.releases.last.version == "1.0.0"
    assert (released.root / "CITATION.cff").read_bytes() == released.dist()["CITATION.cff"]
    changelog = (released.root / "CHANGELOG.md").read_text("utf-8")
    assert changelog.index("## 1.0.0 (2026-01-01)") < changelog.index("## Library 0.1.0")
    assert (released.root / "releases/1.0.0/notes.md").read_text("utf-8").strip() in changelog


def test_the_same_commit_gives_the_same_bytes_again(released: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = released.dist()
    whole = (released.root / "dist/iddia-1.0.0-all.zip").read_bytes()
    shutil.rmtree(released.root / "dist")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")  # a release that was made has its own moment
    assert not released.release().is_new
    assert released.dist() == before
    assert (released.root / "dist/iddia-1.0.0-all.zip").read_bytes() == whole
    assert released.git("status", "--porcelain") == ""


ELSEWHERE = [
    {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1", "umask": "077"},
    {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0", "umask": "000"},
]


@pytest.mark.parametrize("there", ELSEWHERE, ids=["nepal", "newfoundland"])
def test_somebody_else_makes_the_same_bytes_of_a_clone(released: Project, tmp_path: Path, there: dict[str, str]) -> None:
    subprocess.run(["git", "clone", "-q", str(released.root), str(tmp_path / "clone")], check=True, capture_output=True)
    Project(tmp_path / "clone").git("config", "core.autocrlf", "true")
    settings = {name: value for name, value in there.items() if name != "umask"}
    around = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "LANG", "LC_CTYPE"}}
    command = [
        "sh",
        "-c",
        'umask "$1"; shift; exec "$@"',
        "sh",
        there["umask"],
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "iddia",
        "release",
    ]
    done = subprocess.run(command, cwd=tmp_path / "clone", env=around | settings, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert Project(tmp_path / "clone").dist() == released.dist()
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "clone/dist/1.0.0").rglob("*") if path.is_file()}
    assert modes == {0o644}


def test_a_unit_of_one_claim_cannot_be_published_without_being_named(released: Project) -> None:
    to_lira(released)
    before = released.files()
    with pytest.raises(ProblemsError) as caught:
        released.release()
    assert codes(caught) == ["reason-missing"]
    assert "UNIT CHANGED: 3000000 usd → 3000000 lira" in str(caught.value)
    assert "fener-launch.04" in str(caught.value)
    assert released.files() == before
    released.reasons("claims:\n  fener-launch.04: The newspaper counts in liras.\n")
    released.commit("why")
    planned = released.release()
    assert (planned.record.version, planned.record.level) == ("2.0.0", "major")
    assert ("fener-launch.04", "corrected", "unit", "usd", "lira", "The newspaper counts in liras.") in rows(planned)
    ground = planned.grounds[0]
    assert (ground.rule.name, ground.table, ground.what) == ("unit-changed", "claims", ("fener-launch.04",))
    notes = (released.root / "releases/2.0.0/notes.md").read_text("utf-8")
    assert "`fener-launch.04` **unit changed**: `usd` → `lira` (The newspaper counts in liras.)" in notes
    told = json.loads(released.dist("2.0.0")["diff.json"])
    assert told["version"] == {"before": "1.0.0", "after": "2.0.0"}
    assert [unit["id"] for unit in told["units"]] == ["fener-launch.04"]


def test_a_unit_that_is_defined_anew_names_every_claim_that_uses_it(released: Project) -> None:
    released.edit("schema/vocabulary/units.yaml", "  dimension: count\n  factor: 1\n", "  dimension: count\n  factor: 1000\n")
    released.build()
    with pytest.raises(ProblemsError) as caught:
        released.plan()
    assert set(codes(caught)) == {"reason-missing"}
    counted = [claim.claim_id for claim in make(released.root).corpus.claims if claim.unit == "parameter"]
    assert [one for one in counted if one not in str(caught.value)] == []
    released.reasons("units:\n  parameter: Counted in thousands.\n")
    released.commit("why")
    planned = released.plan()
    assert planned.record.version == "2.0.0"
    said = ("corrected", "unit", "parameter: factor 1", "parameter: factor 1000", "Counted in thousands.")
    assert [row for row in rows(planned) if row[2] == "unit"] == [(one, *said) for one in counted]


CHANGES = [
    ("statement_en: Fener is very fast.", "statement_en: Fener is really very fast.",
     "1.0.1", ("fener-trial.02", "corrected", "statement_en")),
    ("subject: fener\n    property: described_as\n    value: {text: small}\n    modality: possible",
     "subject: fener\n    property: described_as\n    value: {text: small}\n    modality: opinion\n    modality_because: a view",
     "1.0.1", ("fener-trial.03", "re-graded", "modality")),
    ('[{speaker: analysts, label: "Analistler", verb: "söyledi"}]', '[{kind: unnamed, label: "Analistler", verb: "söyledi"}]',
     "1.0.1", ("fener-trial.02", "re-attributed", "attributions")),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "version", "row"), CHANGES)
def test_a_correction_is_a_patch_and_has_a_row_of_its_kind(
    released: Project, old: str, new: str, version: str, row: tuple[str, str, str]
) -> None:
    released.edit(TRIAL, old, new)
    released.build()
    released.reasons(f"claims:\n  {row[0]}: It was misread.\n")
    released.commit("why")
    planned = released.plan()
    assert planned.record.version == version
    assert row in [one[:3] for one in rows(planned)]
    assert {one[0] for one in rows(planned)} == {row[0]}
    assert {one[5] for one in rows(planned)} == {"It was misread."}


RETRACTED = """  - id: fener-trial.03
    quote: "küçük de olabilir"
    cue: "olabilir"
    context: "Fener,"
    statement_en: Fener may be small.
    statement_tr: Fener'in küçük bir boyu bulunabilir.
    subject: fener
    property: described_as
    value: {text: small}
    modality: possible
"""


def retract(project: Project) -> None:
    project.edit(TRIAL, RETRACTED, "")
    project.edit(TRIAL, "no_value:", 'no_claim:\n  - {quote: "küçük de olabilir", why: "no claim after all"}\nno_value:')
    project.build("retracted")


def test_a_retracted_claim_stays_as_a_tombstone_and_its_id_is_not_given_again(released: Project) -> None:
    retract(released)
    released.reasons("claims:\n  fener-trial.03: The writer only muses.\n")
    released.commit("why")
    planned = released.release()
    assert planned.record.version == "2.0.0"
    assert rows(planned) == [("fener-trial.03", "retracted", "statement_en", "Fener may be small.", None, "The writer only muses.")]
    released.commit("2.0.0")
    released.git("checkout", "-q", "HEAD~3", "--", TRIAL)
    with pytest.raises(ProblemsError) as caught:
        read_corpus(released.root)
    assert codes(caught) == ["claim-retracted"]


def test_an_id_that_now_stands_at_another_claim_is_told(released: Project) -> None:
    text = (released.root / TRIAL).read_text("utf-8")
    first = text[text.index("  - id: fener-trial.01") : text.index("  - id: fener-trial.02")]
    second = text[text.index("  - id: fener-trial.02") : text.index("  - id: fener-trial.03")]
    swapped = text.replace(first, "@1").replace(second, "@2")
    swapped = swapped.replace("@1", second.replace(".02", ".01")).replace("@2", first.replace(".01", ".02"))
    very_fast = "subject: fener\n    property: described_as\n    value: {text: very fast}"
    (released.root / TRIAL).write_text(swapped.replace(very_fast, very_fast.replace("fener", "ardic")), "utf-8")
    released.build()
    with pytest.raises(ProblemsError) as caught:
        released.plan()
    assert "id-reused" in codes(caught)
    (reused,) = [problem for problem in caught.value.problems if problem.code == "id-reused"]
    assert reused.place.file == TRIAL


def test_a_reason_for_what_did_not_change_is_told_at_its_line(released: Project) -> None:
    released.edit(TRIAL, "statement_en: Fener is very fast.", "statement_en: Fener is really very fast.")
    released.build()
    released.reasons(
        "claims:\n  fener-trial.02: Mended.\n  fener-trial.01: Mended too.\nsources:\n  fener-launch: New.\nunits:\n  usd: New.\n"
    )
    released.commit("why")
    with pytest.raises(ProblemsError) as caught:
        released.plan()
    assert [(problem.code, problem.place.line) for problem in caught.value.problems] == [
        ("reason-idle", 3), ("reason-idle", 5), ("reason-idle", 7),
    ]  # fmt: skip


def test_without_reasons_all_articles_are_asked_for_at_once(project: Project) -> None:
    (project.root / "releases/next.yaml").unlink()
    project.commit("no reasons")
    with pytest.raises(ProblemsError) as caught:
        project.plan()
    assert codes(caught) == ["reason-missing"] * 2
    assert {problem.mend[0] for problem in caught.value.problems if problem.mend} == {
        f'under sources: add   {one}: "..."' for one in ("fener-launch", "fener-trial")
    }


def test_a_working_folder_that_is_not_committed_is_refused_by_name(project: Project) -> None:
    (project.root / "seeds/note.txt").write_text("x", "utf-8")
    project.edit("CHANGELOG.md", "All of it", "Most of it")
    with pytest.raises(CouldNotRunError) as caught:
        project.plan()
    assert "2 files are not: CHANGELOG.md, seeds/note.txt" in str(caught.value)


def test_the_reasons_need_not_be_committed_and_are_recorded_as_they_stand(project: Project) -> None:
    project.edit("releases/next.yaml", "The first article.", "The very first article.")
    assert {row[5] for row in rows(project.plan())} == {"The very first article.", "The second article."}
    (project.root / "releases/next.yaml").unlink()
    with pytest.raises(ProblemsError, match="reason-missing"):
        project.plan()


def test_committed_tables_that_are_not_what_a_build_makes_are_refused(project: Project) -> None:
    project.edit("data/units.csv", "US dollar", "US-dollar")
    project.commit("by hand")
    with pytest.raises(ProblemsError) as caught:
        project.plan()
    assert [(problem.code, problem.place.file) for problem in caught.value.problems] == [("file-stale", "data/units.csv")]


def test_a_version_that_is_too_small_is_refused_with_what_asks_for_more_and_a_greater_one_is_taken(released: Project) -> None:
    to_lira(released)
    released.reasons("claims:\n  fener-launch.04: Liras.\n")
    released.commit("why")
    for small in ("1.0.1", "1.1.0", "0.9.9"):
        with pytest.raises(
            CouldNotRunError,
            match=r"is too small: the version after 1\.0\.0 is 2\.0\.0, since a number of a claim or a figure",
        ):
            released.plan(small)
    assert released.plan("3.0.0").record.version == "3.0.0"


def test_the_same_data_are_published_in_other_bytes_only_under_another_version(released: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from iddia.release import files

    form = files.FORMS
    monkeypatch.setattr(files, "FORMS", (*form, lambda _publication, _made: {"datasette.json": b"{}\n"}))
    with pytest.raises(CouldNotRunError, match=r"the way of writing .*datasette\.json.* has changed since 1\.0\.0 was published"):
        released.plan()
    planned = released.release("1.0.1")
    assert ([ground.rule.name for ground in planned.grounds], planned.record.level) == (["packaging"], "patch")
    assert list(planned.changes) == []


def test_a_release_made_with_other_writers_says_which(released: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from iddia.release import files, plan

    monkeypatch.setattr(plan, "made_with", lambda: {"apsw": "0", "pyarrow": "0"})
    form = files.FORMS
    monkeypatch.setattr(files, "FORMS", (*form, lambda _publication, _made: {"datasette.json": b"{}\n"}))
    with pytest.raises(CouldNotRunError, match=r"1\.0\.0 was made with apsw==.*, pyarrow==.*Install those versions"):
        released.plan()


def test_an_earlier_release_that_cannot_be_read_is_named(released: Project) -> None:
    to_lira(released)
    released.reasons("claims:\n  fener-launch.04: Liras.\n")
    released.commit("why")
    package = released.root / "dist/1.0.0/iddia-1.0.0.zip"
    package.write_bytes(package.read_bytes()[:1000])
    with pytest.raises(CouldNotRunError, match=r"1\.0\.0"):
        released.plan()
    shutil.rmtree(released.root / "dist")
    assert released.plan().record.version == "2.0.0"  # found at the commit that recorded it
    released.git("tag", "v1.0.0", "HEAD")  # a tag at the wrong commit
    with pytest.raises(CouldNotRunError, match=r"is not 1\.0\.0 as it was published: .*data/claims\.csv"):
        released.plan()


def test_an_earlier_release_that_is_nowhere_is_named(released: Project, tmp_path: Path) -> None:
    to_lira(released)
    source = f"file://{released.root}"
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, str(tmp_path / "shallow")], check=True, capture_output=True)
    with pytest.raises(CouldNotRunError):
        Project(tmp_path / "shallow").plan()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
@pytest.mark.parametrize("at", [1, 5, 40])
def test_a_full_disk_leaves_everything_as_it_was(project: Project, monkeypatch: pytest.MonkeyPatch, number: int, at: int) -> None:
    planned = project.plan()
    before = project.files()
    left = [at]

    def full(_file: int) -> None:
        left[0] -= 1
        if left[0] <= 0:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CouldNotRunError, match=r"the disk is full: 1\.0\.0 was not published"):
        publishing.publish(project.root, planned)
    monkeypatch.undo()
    assert project.files() == before
    assert not any((project.root / "dist").iterdir())


def test_a_folder_in_dist_with_other_bytes_is_not_touched(released: Project) -> None:
    (released.root / "dist/1.0.0/README.md").write_text("mine", "utf-8")
    before = released.files()
    with pytest.raises(CouldNotRunError, match="holds other bytes than this release"):
        released.release()
    assert released.files() == before


def test_a_clock_before_the_last_release_is_refused(released: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    to_lira(released)
    released.reasons("claims:\n  fener-launch.04: Liras.\n")
    released.commit("why")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    with pytest.raises(CouldNotRunError, match=r"2001-09-09, 2026-01-01"):
        released.plan()


@pytest.mark.parametrize("value", ["", "now", "-1", "1.5", "9" * 13, "999999999999", "٣"])
def test_a_moment_that_is_none_is_refused(project: Project, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(CouldNotRunError, match="SOURCE_DATE_EPOCH"):
        project.plan()


def test_outside_of_a_repository_nothing_is_released(project: Project) -> None:
    shutil.rmtree(project.root / ".git")
    with pytest.raises(CouldNotRunError, match="there is no git repository at"):
        project.plan()


def test_versions_json_lists_every_release(released: Project) -> None:
    to_lira(released)
    released.reasons("claims:\n  fener-launch.04: Liras.\n")
    released.commit("why")
    released.release()
    listed = json.loads((released.root / "dist/versions.json").read_bytes())["versions"]
    assert [(one["version"], one["previous"]) for one in listed] == [("1.0.0", None), ("2.0.0", "1.0.0")]
    for one in listed:
        assert one["sha256"] == hashlib.sha256(released.dist(one["version"])["SHA256SUMS"]).hexdigest()


# Plans once; then, for every step of the file system, publishes into a copy in a child that is killed before that step.
KILLED = """
import json, os, shutil, subprocess, sys
from pathlib import Path
from iddia.release.plan import plan
from iddia.release.publish import publish

root, copies = Path(sys.argv[1]), Path(sys.argv[2])
planned = plan(root)
left = [0]

def counting(function):
    def counted(*arguments, **named):
        left[0] -= 1
        if left[0] < 0:
            os._exit(9)
        return function(*arguments, **named)
    return counted

def dist(at):
    return {str(path.relative_to(at / "dist")) for path in (at / "dist" / "1.0.0").rglob("*")}

def git(at, *arguments):
    return subprocess.run(["git", "-C", str(at), *arguments], check=True, capture_output=True, text=True).stdout

def killed_after(steps, at):
    child = os.fork()
    if not child:
        left[0] = steps
        for name in ("rename", "replace", "unlink", "mkdir"):
            setattr(Path, name, counting(getattr(Path, name)))
        os.fsync = counting(os.fsync)
        publish(at, planned)
        (copies / "steps").write_text(str(steps - left[0]))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

copies.mkdir()
shutil.copytree(root, copies / "whole")
killed_after(10_000, copies / "whole")
files = len(dist(copies / "whole"))
total = int((copies / "steps").read_text())
found = []
for steps in [*range(0, total - 40, total // 3), *range(total - 40, total, 5), total - 1]:
    at = copies / str(steps)
    shutil.copytree(root, at)
    code = killed_after(steps, at)
    there = len(dist(at))
    git(at, "checkout", "-q", ".")
    git(at, "clean", "-q", "-d", "-f", "releases", "CITATION.cff", ".zenodo.json")
    clean = git(at, "status", "--porcelain")
    publish(at, planned)
    same = all((at / "dist" / "1.0.0" / path).read_bytes() == content for path, content in planned.files.items())
    leftovers = [path.name for path in (at / "dist").iterdir() if path.name.startswith(".")]
    found.append([code, there, same and len(dist(at)) == files, clean, leftovers])
    shutil.rmtree(at)
print(json.dumps({"found": found, "files": files}))
"""


def test_a_kill_at_any_step_publishes_nothing_or_all_and_the_next_try_is_whole(project: Project, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "ignore", "-c", KILLED, str(project.root), str(tmp_path / "copies")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    told = json.loads(done.stdout)
    for code, there, is_whole, clean, leftovers in told["found"]:
        assert there in (0, told["files"])
        assert (code, is_whole, clean, leftovers) == (9, True, "", [])
    assert {there for _, there, *_ in told["found"]} == {0, told["files"]}


def test_a_signature_is_added_to_a_release_and_verifies(released: Project, tmp_path: Path) -> None:
    from iddia.cli import main

    keys = minisign.KeyPair.generate()
    (tmp_path / "key").write_bytes(bytes(keys.secret_key))
    (tmp_path / "key.pub").write_bytes(bytes(keys.public_key))
    before = released.dist()
    assert main(["release", "--root", str(released.root), "--sign", str(tmp_path / "key")]) == 0
    after = released.dist()
    signature = after.pop("SHA256SUMS.minisig")
    assert after == before
    assert b"iddia 1.0.0 2026-01-01" in signature
    for place in ("dist/1.0.0", "dist/iddia-1.0.0-all.zip"):
        assert main(["verify", str(released.root / place), "--key", str(tmp_path / "key.pub")]) == 0
    other = minisign.KeyPair.generate()
    (tmp_path / "other.pub").write_bytes(bytes(other.public_key))
    assert main(["verify", str(released.root / "dist/1.0.0"), "--key", str(tmp_path / "other.pub")]) == 1


@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_dry_run_shows_all_of_it_and_writes_nothing(project: Project, capsys: pytest.CaptureFixture[str], language: str) -> None:
    from iddia.cli import main

    before = project.files()
    assert main(["release", "--dry-run", "--root", str(project.root), "--lang", language]) == 0
    printed = capsys.readouterr().out
    assert "1.0.0" in printed
    assert "releases/1.0.0/" in printed
    assert printed.endswith({"en": "nothing was written\n", "tr": "hiçbir şey yazılmadı\n"}[language])
    assert project.files() == before
    assert main(["release", "--dry-run", "--json", "--root", str(project.root)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["written"], told["is_new"]) == ("1.0.0", False, True)
    assert len(told["changes"]) == len({change["claim_id"] for change in told["changes"]})


def test_what_is_released_is_verified(released: Project) -> None:
    from iddia.verify import verify

    assert verify(released.root / "dist/1.0.0").problems == []


def changed_unit(project: Project) -> None:
    to_lira(project)
    project.reasons("claims:\n  fener-launch.04: The newspaper counts in liras.\n")
    project.release()
    project.commit("2.0.0")


def test_a_history_that_was_rewritten_is_refused_before_and_after_the_next_release(released: Project) -> None:
    changed_unit(released)
    row = "2.0.0,fener-launch.04,corrected,unit,usd,lira,The newspaper counts in liras.\n"
    released.edit("releases/2.0.0/changes.csv", row, "")
    released.build("forged")
    with pytest.raises(CouldNotRunError, match=r"these files are not what they were: releases/2\.0\.0/changes\.csv"):
        released.plan()
    shutil.rmtree(released.root / "dist")
    with pytest.raises(CouldNotRunError, match=r"not what they were"):
        released.plan()


@pytest.mark.parametrize("name", ["release.yaml", "notes.md", "SHA256SUMS"])
def test_a_record_that_was_changed_is_refused_by_name(released: Project, name: str) -> None:
    path = released.root / "releases/1.0.0" / name
    path.write_bytes(path.read_bytes().replace(b"first", b"third") + b"\n")
    released.commit("changed")
    with pytest.raises((CouldNotRunError, ProblemsError), match=rf"releases/1\.0\.0/{re.escape(name)}"):
        released.plan()


def test_a_record_that_keeps_a_change_to_itself_is_refused_when_made_anew(released: Project) -> None:
    changed_unit(released)
    sums = released.root / "releases/2.0.0"
    shutil.copytree(sums, released.root.parent / "kept")
    released.git("rm", "-rq", "releases/2.0.0")
    released.commit("gone")
    shutil.copytree(released.root.parent / "kept", sums)
    row = "2.0.0,fener-launch.04,corrected,unit,usd,lira,The newspaper counts in liras.\n"
    released.edit("releases/2.0.0/changes.csv", row, "")
    built = make(released.root)
    digest = hashlib.sha256(built.tables["changes"]).hexdigest()
    released.edit("releases/2.0.0/release.yaml", released_digest(released), digest)
    released.build("forged")
    with pytest.raises(CouldNotRunError, match=r"not what was published or what differs: fener-launch\.04 unit corrected"):
        released.plan()


def released_digest(project: Project) -> str:
    text = (project.root / "releases/2.0.0/release.yaml").read_text("utf-8")
    found = re.search(r'"data/changes\.csv": "?([0-9a-f]{64})|data/changes\.csv: "?([0-9a-f]{64})', text)
    assert found is not None
    return found[1] or found[2]


def test_a_version_that_has_a_tag_is_not_made_with_other_content(released: Project) -> None:
    released.git("tag", "v2.0.0")
    to_lira(released)
    released.reasons("claims:\n  fener-launch.04: Liras.\n")
    released.commit("why")
    with pytest.raises(CouldNotRunError, match=r"2\.0\.0 would be released with other content than is tagged: v2\.0\.0"):
        released.plan()
    assert released.plan("2.0.1").record.version == "2.0.1"


def test_where_all_records_are_gone_a_tag_still_tells_of_them(released: Project) -> None:
    released.git("tag", "v1.0.0")
    released.git("rm", "-rq", "releases/1.0.0")
    released.reasons("sources:\n  fener-launch: Again.\n  fener-trial: Again.\n")
    released.build("gone")
    with pytest.raises(CouldNotRunError, match=r"other content than is tagged: v1\.0\.0"):
        released.plan()


def test_a_unit_that_is_called_otherwise_is_named_with_its_claims(released: Project) -> None:
    released.edit("schema/vocabulary/units.yaml", "{en: US dollar, tr: ABD doları}", "{en: Hong Kong dollar, tr: Hong Kong doları}")
    released.build()
    with pytest.raises(ProblemsError) as caught:
        released.plan()
    assert [problem.message[0] for problem in caught.value.problems] == [
        "UNIT CHANGED: usd is no longer what it was, and nothing says why; claims that use it: 1"
    ]
    released.reasons("units:\n  usd: It was Hong Kong's all along.\n")
    planned = released.plan()
    assert planned.record.version == "1.1.0"
    assert [row[:3] for row in rows(planned)] == [("fener-launch.04", "corrected", "unit")]


def test_the_unit_of_a_figure_is_named_with_its_claim(released: Project) -> None:
    released.edit("seeds/fener-launch/assessments.yaml", "unit: parameter", "unit: lira")
    released.build()
    with pytest.raises(ProblemsError, match=r"fener-launch\.03 changed, and nothing says why"):
        released.plan()
    released.reasons("claims:\n  fener-launch.03: Counted in liras.\n")
    planned = released.plan()
    assert planned.record.version == "2.0.0"
    assert [row[:3] for row in rows(planned)] == [("fener-launch.03", "corrected", "figures.unit")]


def test_an_article_s_reason_is_none_for_what_was_corrected(released: Project) -> None:
    to_lira(released)
    released.reasons("sources:\n  fener-launch: Read anew.\n")
    with pytest.raises(ProblemsError) as caught:
        released.plan()
    assert set(codes(caught)) == {"reason-missing", "reason-idle"}


def test_the_bounds_are_recorded_and_one_that_moves_afterwards_says_why(released: Project) -> None:
    record = read_corpus(released.root).releases.last
    assert record is not None
    assert record.bounds
    text = (released.root / "schema/vocabulary/assertions.yaml").read_text("utf-8")
    least = re.search(r"(?<=\nclaims:)[\s\S]*?min: ([0-9]+)", f"\n{text}")
    assert least is not None
    assert record.bounds["claims.rows.min"] == int(least[1])


def test_a_third_release_keeps_what_the_first_two_told(released: Project) -> None:
    changed_unit(released)
    shutil.rmtree(released.root / "dist")
    again = released.release()
    assert not again.is_new
    table = list(csv.DictReader(io.StringIO((released.root / "data/changes.csv").read_text("utf-8"))))
    assert {row["version"] for row in table} == {"1.0.0", "2.0.0"}
    assert sum(row["version"] == "1.0.0" for row in table) == len(make(released.root).corpus.claims)


def test_a_second_release_on_the_day_of_the_first_is_made(released: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    to_lira(released)
    released.reasons("claims:\n  fener-launch.04: Liras.\n")
    record = read_corpus(released.root).releases.last
    assert record is not None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(record.moment + 50))
    assert released.plan().record.moment == record.moment + 50
    monkeypatch.setattr("iddia.release.draft.moment_now", lambda: record.moment - 0)
    assert released.plan().record.moment == record.moment


def test_a_moment_that_is_yet_to_come_is_refused(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "95617584000")
    with pytest.raises(CouldNotRunError, match="which is yet to come"):
        project.plan()


@pytest.mark.parametrize("name", ["dist/iddia-1.0.0-all.zip", "dist/versions.json"])
def test_what_stands_in_the_way_is_named_before_anything_is_written(project: Project, name: str) -> None:
    (project.root / name).mkdir(parents=True)
    planned = project.plan()
    with pytest.raises(CouldNotRunError, match="something else stands in the way"):
        publishing.publish(project.root, planned)
    assert project.git("status", "--porcelain") == ""


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_dist_that_is_no_folder_is_named(project: Project, tmp_path: Path, kind: str) -> None:
    planned = project.plan()
    if kind == "file":
        (project.root / "dist").write_text("x", "utf-8")
    else:
        (project.root / "dist").symlink_to(tmp_path / "nowhere")
    with pytest.raises(CouldNotRunError, match="something else stands in the way"):
        publishing.publish(project.root, planned)


def test_texts_that_a_release_needs_are_asked_for_at_once(project: Project) -> None:
    project.git("rm", "-q", "LICENSE-DATA", "docs/datasheet.md")
    project.commit("without")
    with pytest.raises(CouldNotRunError, match=r"not committed: LICENSE-DATA, docs/datasheet\.md"):
        project.plan()


def test_what_is_written_of_the_library_changes_no_release(released: Project) -> None:
    released.edit("CHANGELOG.md", "- All of it.", "- All of it, and more.")
    released.commit("library")
    assert not released.plan().is_new
    assert b"Library" not in released.dist()["CHANGELOG.md"]
    assert (released.root / "releases/1.0.0/notes.md").read_bytes().strip() in released.dist()["CHANGELOG.md"]


def test_reasons_and_summary_stand_in_the_notes_as_words(project: Project) -> None:
    project.reasons('summary: "One\\n\\n## two <script>"\nsources:\n  fener-launch: "a [link](x) <b>"\n  fener-trial: Read anew.\n')
    notes = project.plan().kept["releases/1.0.0/notes.md"].decode()
    assert "One ## two &lt;script>" in notes
    assert "(a \\[link](x) &lt;b>)" in notes
    assert [line for line in notes.splitlines() if line.startswith("#")] == ["## 1.0.0 (2026-01-01)"]


def test_what_git_would_leave_out_or_turn_stands_in_the_clean_room(released: Project) -> None:
    (released.root / ".git/info/attributes").write_text("* export-ignore\n*.md export-subst eol=crlf\n", "utf-8")
    assert not released.plan().is_new


def test_the_last_release_is_found_whatever_git_says_of_signatures(released: Project) -> None:
    shutil.rmtree(released.root / "dist")
    released.git("config", "log.showSignature", "true")
    to_lira(released)
    released.reasons("claims:\n  fener-launch.04: Liras.\n")
    assert released.plan().record.version == "2.0.0"


def test_a_signature_that_is_there_stays_when_the_release_is_made_again(released: Project, tmp_path: Path) -> None:
    from iddia.cli import main

    keys = minisign.KeyPair.generate()
    (tmp_path / "key").write_bytes(bytes(keys.secret_key))
    (tmp_path / "key.pub").write_bytes(bytes(keys.public_key))
    assert main(["release", "--root", str(released.root), "--sign", str(tmp_path / "key")]) == 0
    assert main(["release", "--root", str(released.root)]) == 0
    for place in ("dist/1.0.0", "dist/iddia-1.0.0-all.zip"):
        assert main(["verify", str(released.root / place), "--key", str(tmp_path / "key.pub")]) == 0


@pytest.mark.parametrize("version", ["1.0", "v1.0.0", "1.0.0\n", "1.0.0-rc", "9" * 40 + ".0.0", "01.0.0"])
def test_a_version_asked_for_is_three_numbers(project: Project, version: str, capsys: pytest.CaptureFixture[str]) -> None:
    from iddia.cli import main

    with pytest.raises(SystemExit) as left:
        main(["release", "--version", version, "--root", str(project.root)])
    assert left.value.code == 2
    assert "expected three numbers such as 1.2.0" in capsys.readouterr().err
