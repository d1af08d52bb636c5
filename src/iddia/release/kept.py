"""Whether what was published is as it was: records, versions and history are only ever added to."""

from collections.abc import Iterable
from pathlib import Path

from iddia.diff.compare import difference
from iddia.diff.records import Difference, Package
from iddia.diff.revision import commit_that_added, has_revision
from iddia.errors import CouldNotRunError
from iddia.git import git
from iddia.model.release import ReadRelease, Reasons
from iddia.model.tables import Change
from iddia.project.releases import FOLDER, RECORD, Releases
from iddia.release.reasons import changes_of

HISTORY = "changes"


def check_records(root: Path, releases: Releases) -> None:
    """Raise CouldNotRunError, naming the files, where a record is not the one that its tag has, or the commit that added it.

    Where neither can be seen, as in a shallow copy, nothing is held against it.
    """
    changed: list[str] = []
    for one in releases.published:
        folder = f"{FOLDER}/{one.record.version}"
        tag = f"refs/tags/v{one.record.version}"
        added = commit_that_added(f"{folder}/{RECORD}", root)
        for commit in ([tag] if has_revision(tag, root) else []) + ([added] if added else []):
            listed = git(root, "diff", "--name-only", "--relative", "-z", commit, "HEAD", "--", folder).stdout.decode("utf-8", "replace")
            changed += [name for name in listed.split("\0") if name]
    if changed:
        names = ", ".join(sorted(set(changed)))
        raise CouldNotRunError(
            (
                f"what was published is not changed, and these files are not what they were: {names}. Restore them from the release's tag",
                f"yayımlanan değişmez; şu dosyalar ise eskisi gibi değil: {names}. Sürümün etiketinden geri getirin",
            )
        )


def check_unused(root: Path, version: str, releases: Releases) -> None:
    """Raise CouldNotRunError where the repository has a tag of this version, or of any while no release is recorded."""
    tags = git(root, "tag", "--list", "v[0-9]*.[0-9]*.[0-9]*").stdout.decode("utf-8", "replace").split()
    lost = ", ".join(tags if not releases.published else [tag for tag in tags if tag == f"v{version}"])
    if lost:
        raise CouldNotRunError(
            (
                (
                    f"{version} would be released with other content than is tagged: {lost}. A version that is out is never made again; "
                    "restore releases/ from its tag, or delete a tag that was never published"
                ),
                (
                    f"{version}, etiketlenmiş olandan başka içerikle çıkardı: {lost}. Yayımlanan sürüm yeniden çıkarılmaz; "
                    "releases/ klasörünü etiketinden geri getirin ya da hiç yayımlanmamış etiketi silin"
                ),
            )
        )


def check_history(old: Package, new: Package, last: ReadRelease) -> None:
    """Raise CouldNotRunError, naming the rows, where the table of changes is no longer the one that the last release published."""
    told = (Package({name: table for name, table in side.tables.items() if name == HISTORY}) for side in (old, new))
    rows = []
    for table in difference(*told).tables:
        rows += [f"{HISTORY}: {change.column or change.attribute}" for change in table.schema]
        rows += [" ".join(table.key_of(row)) for row in (*table.removed, *table.added)] + [" ".join(row.key) for row in table.changed]
    if rows:
        _refuse(rows, last.version)


def check_told(found: Difference, changes: Iterable[Change], version: str) -> None:
    """Raise CouldNotRunError, naming the rows, where the record of a release does not tell of just what differs from the one before."""
    wanted = {_what(change) for change in changes_of(found, Reasons(), version)}
    if wrong := wanted ^ {_what(change) for change in changes}:
        _refuse([" ".join(one[:3]) for one in sorted(wrong, key=str)], version)


def _what(change: Change) -> tuple[str, str, str, str, str]:
    return change.claim_id, change.field, change.change, change.before or "", change.after or ""


def _refuse(rows: list[str], version: str) -> None:
    shown = "; ".join(rows[:10]) + (" …" if len(rows) > 10 else "")
    raise CouldNotRunError(
        (
            f"what releases/ tells of {version} is not what was published or what differs: {shown}. Restore it from the tag v{version}",
            f"releases/ içinde {version} için yazanlar, yayımlanana ya da farka uymuyor: {shown}. v{version} etiketinden geri getirin",
        )
    )
