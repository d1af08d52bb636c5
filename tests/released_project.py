"""What tests do to a project under git, and to its releases."""

import subprocess
from pathlib import Path

from iddia.package.build import build
from iddia.release.plan import Plan, plan
from iddia.release.publish import publish

LAUNCH, TRIAL = "seeds/fener-launch/reading.yaml", "seeds/fener-trial/reading.yaml"


class Project:
    """A folder under git with a project in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *arguments: str) -> str:
        """Run git there, as nobody."""
        who = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.invalid", "-c", "commit.gpgSign=false"]
        return subprocess.run(["git", "-C", str(self.root), *who, *arguments], capture_output=True, text=True, check=True).stdout.strip()

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (name, old, text.count(old))
        path.write_text(text.replace(old, new), "utf-8", newline="\n")

    def build(self, message: str = "changed") -> None:
        """Build what was edited, and commit it."""
        build(self.root)
        self.commit(message)

    def reasons(self, text: str) -> None:
        (self.root / "releases").mkdir(exist_ok=True)
        (self.root / "releases" / "next.yaml").write_text(text, "utf-8", newline="\n")

    def plan(self, wanted: str | None = None) -> Plan:
        return plan(self.root, wanted)

    def release(self, wanted: str | None = None) -> Plan:
        planned = self.plan(wanted)
        publish(self.root, planned)
        return planned

    def dist(self, version: str = "1.0.0") -> dict[str, bytes]:
        """The files of a release by path."""
        folder = self.root / "dist" / version
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def files(self) -> dict[str, bytes]:
        """Every file but git's own, by path."""
        found = (path for path in self.root.rglob("*") if path.is_file() and ".git" not in path.relative_to(self.root).parts)
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}
