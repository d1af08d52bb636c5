"""Writing a release: everything beside its place first, then each part put there in one step of the file system.

The files of dist/<version>/ and the archive of them all are written and flushed before the repository is touched; then come the record
in releases/, the tables, the changelog and the citation; the folder in dist/ comes last. An interruption leaves no dist/<version>/,
or a whole one.
"""

import errno
import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from os.path import lexists
from pathlib import Path

from iddia import about
from iddia.disk import write_new
from iddia.errors import CouldNotRunError
from iddia.formats.archive import zipped
from iddia.package.schemas import dump_json
from iddia.package.swap import alone, put_in_place
from iddia.project.releases import FOLDER, NEXT
from iddia.release.plan import Plan
from iddia.release.record import sums_path
from iddia.sums import SIGNATURE
from iddia.yamlwords import system_words

DIST, VERSIONS = "dist", "versions.json"
_STAGING = ".release-"


def publish(root: Path, plan: Plan, signature: bytes | None = None) -> Path:
    """Write the release, and for a new one what the repository keeps of it. The folder in dist/.

    A folder of these very bytes that is there already stays, and takes the signature of its sums if one is given. Raises CouldNotRunError
    where the disk is full, dist/ holds other bytes, or cannot be written in.
    """
    target = root / DIST / plan.record.version
    _check_places(root, target, plan)
    try:
        (root / DIST).mkdir(exist_ok=True)
        with alone(root / DIST):
            _write(root, plan, _signed(target, signature))
    except OSError as error:
        raise _not_written(plan.record.version, error) from None
    return target


def _check_places(root: Path, target: Path, plan: Plan) -> None:
    """Raise CouldNotRunError where something else stands in the place of what is written."""
    if target.exists() and not (target.is_dir() and _holds(target, plan.files)):
        raise CouldNotRunError(
            (
                f"{target} holds other bytes than this release: move it away, and run the command again",
                f"{target} içinde bu sürümden başka baytlar var: başka yere taşıyın ve komutu yeniden çalıştırın",
            )
        )
    files = (root / DIST / _whole(plan.record.version), root / DIST / VERSIONS)
    wrong = [path for path in (root / DIST, target) if lexists(path) and (path.is_symlink() or not path.is_dir())]
    wrong += [path for path in files if lexists(path) and (path.is_symlink() or not path.is_file())]
    if wrong:
        names = ", ".join(str(path) for path in wrong)
        raise CouldNotRunError(
            (
                f"something else stands in the way: {names}. Move it away",
                f"yolun üzerinde başka bir şey duruyor: {names}. Başka yere taşıyın",
            )
        )


def _not_written(version: str, error: OSError) -> CouldNotRunError:
    english, turkish = system_words(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        english, turkish = "the disk is full", "disk dolu"
    return CouldNotRunError(
        (
            f"{english}: {version} was not published, and nothing was changed but what git status shows",
            f"{turkish}: {version} yayımlanmadı; git status ne gösteriyorsa ondan başka bir şey değişmedi",
        )
    )


def _signed(target: Path, signature: bytes | None) -> dict[str, bytes]:
    """The signature that is given, or the one that is there already."""
    kept = target / SIGNATURE
    if signature is None and kept.is_file():
        return {SIGNATURE: kept.read_bytes()}
    return {} if signature is None else {SIGNATURE: signature}


def _whole(version: str) -> str:
    return f"{about.NAME}-{version}-all.zip"


def _write(root: Path, plan: Plan, signed: Mapping[str, bytes]) -> None:
    version, dist = plan.record.version, root / DIST
    for leftover in dist.glob(f"{_STAGING}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=dist))
    try:
        files = {**plan.files, **signed}
        _fill(staging / version, files)
        within = {f"{about.NAME}-{version}/{path}": content for path, content in files.items()}
        _fill(staging, {_whole(version): zipped(within, plan.record.moment), VERSIONS: _versions(root, plan)})
        if plan.is_new:
            _keep(root, plan, staging)
        (staging / _whole(version)).replace(dist / _whole(version))
        if (dist / version).exists():
            for name in signed:
                (staging / version / name).replace(dist / version / name)
        else:
            (staging / version).rename(dist / version)
        (staging / VERSIONS).replace(dist / VERSIONS)
        if plan.is_new:
            (root / NEXT).unlink(missing_ok=True)  # last: whatever happened before, the reasons are still there
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, whatever the umask readable to all, and flush them to the disk."""
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).parent.chmod(0o755)
        write_new(folder / path, content)


def _keep(root: Path, plan: Plan, staging: Path) -> None:
    """What the repository keeps: the record in one step, then the tables, then the other files, each in one step."""
    own = f"{FOLDER}/{plan.record.version}/"
    others = {path: content for path, content in plan.kept.items() if not path.startswith(own)}
    _fill(staging / "record", {path.removeprefix(own): content for path, content in plan.kept.items() if path.startswith(own)})
    _fill(staging / "others", others)
    (root / FOLDER).mkdir(exist_ok=True)
    (staging / "record").rename(root / own)
    try:
        put_in_place(root, plan.built.tables, plan.built.descriptor)
    except BaseException:
        shutil.rmtree(root / own)
        raise
    for path in others:
        (staging / "others" / path).replace(root / path)


def _versions(root: Path, plan: Plan) -> bytes:
    """What lies beside the folders of all releases: their versions, days, and the sums of their SHA256SUMS."""
    listed = []
    for one in plan.built.corpus.releases.published:
        record = one.record
        path = sums_path(record.version)
        content = plan.kept[path] if path in plan.kept else (root / path).read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        listed.append({"version": record.version, "date": record.date.isoformat(), "previous": record.previous, "sha256": digest})
    return dump_json({"versions": listed}).encode()


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()} - {SIGNATURE}
    return present == set(files) and all((folder / path).read_bytes() == content for path, content in files.items())
