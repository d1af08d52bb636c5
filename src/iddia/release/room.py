"""A clean folder with what was committed, and what is built in it: nothing that only lies in the working folder gets into a release."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iddia.errors import CouldNotRunError, ProblemsError
from iddia.git import because, git
from iddia.package.build import Built, make
from iddia.package.fresh import stale_files
from iddia.project.releases import NEXT

NEEDED = ("seeds", "schema", "data", "datapackage.json", "releases", "docs", "CHANGELOG.md", "LICENSE-DATA", "CITATION.cff")
"""What of the repository a release is made of."""
_SHOWN = 10


def check_clean(root: Path) -> None:
    """Raise CouldNotRunError where there is no repository, and, naming the files, where the working folder is not what was committed.

    The reasons for the next release need not be: they are read as they stand, and the release records them.
    """
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        raise CouldNotRunError(
            (f"a release is made of what is committed, and there is no git repository at {root}", f"burada git deposu yok: {root}")
        )
    lines = _git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", ".").decode("utf-8", "replace").split("\0")
    reasons = _git(root, "rev-parse", "--show-prefix").decode("utf-8").strip() + NEXT
    changed = [line[3:] for line in lines if line[2:3] == " " and line[3:] != reasons]
    if changed:
        shown = ", ".join(sorted(changed)[:_SHOWN])
        more = len(changed) - _SHOWN
        raise CouldNotRunError(
            (
                (
                    f"a release is made of what is committed, and here {_counted(len(changed))} not: {shown}"
                    f"{f' and {more} more' if more > 0 else ''}. Commit or put them away (git stash --include-untracked)"
                ),
                (
                    f"sürüm, işlenmiş (commit) dosyalardan çıkarılır; burada işlenmemiş {len(changed)} dosya var: {shown}"
                    f"{f' ve {more} dosya daha' if more > 0 else ''}. İşleyin ya da kenara koyun (git stash --include-untracked)"
                ),
            )
        )


def _counted(count: int) -> str:
    return "1 file is" if count == 1 else f"{count} files are"


@contextmanager
def clean_room(root: Path) -> Iterator[Path]:
    """A temporary folder with the committed files that a release is made of, and the reasons as they stand."""
    present = _git(root, "ls-tree", "--name-only", "-z", "HEAD").decode("utf-8").split("\0")
    names = [name for name in NEEDED if name in present]
    if "seeds" not in names:
        raise CouldNotRunError(
            (
                f"there is no seeds/ in the last commit at {root}: a release is made in a checkout of the project",
                f"{root} deposunun son işlemesinde (commit) seeds/ yok; sürüm, projenin deposunda çıkarılır",
            )
        )
    with tempfile.TemporaryDirectory(prefix="iddia-release-") as folder:
        for name, content in _committed(root, names):
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(content)
        (Path(folder) / NEXT).unlink(missing_ok=True)
        if (root / NEXT).is_file():
            (Path(folder) / NEXT).parent.mkdir(exist_ok=True)
            shutil.copyfile(root / NEXT, Path(folder) / NEXT)
        yield Path(folder)


def _committed(root: Path, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """The files as their blobs hold them, whatever attributes or line ends the user's git has. Raises CouldNotRunError for a link."""
    listed = [entry for entry in _git(root, "ls-tree", "-r", "-z", "HEAD", "--", *names).decode("utf-8").split("\0") if entry]
    entries = [(*entry.partition("\t")[0].split(), entry.partition("\t")[2]) for entry in listed]
    for mode, _kind, _blob, name in entries:
        if mode not in ("100644", "100755"):
            raise CouldNotRunError(
                (
                    f"{name} is committed as a link or a submodule: put the file itself there",
                    f"{name} bağlantı ya da alt modül olarak işlenmiş: dosyanın kendisini koyun",
                )
            )
    blobs = _git(root, "cat-file", "--batch", given="".join(f"{entry[2]}\n" for entry in entries).encode())
    at = 0
    for *_, name in entries:
        end = blobs.index(b"\n", at)
        size = int(blobs[at:end].split()[2])
        yield name, blobs[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def build_in(room: Path) -> Built:
    """What a build makes in the clean room. Raises ProblemsError where that is not, byte for byte, what was committed."""
    built = make(room)
    if problems := list(stale_files(room, built)):
        raise ProblemsError(problems)
    return built


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = git(root, *arguments, given=given)
    if done.returncode:
        why = because(done.stderr)
        raise CouldNotRunError((f"git {arguments[0]} failed at {root}{why}", f"{root} içinde git {arguments[0]} başarısız oldu{why}"))
    return done.stdout
