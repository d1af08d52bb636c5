"""A tiny project under git, of which releases are made."""

import shutil
import subprocess
from pathlib import Path

import pytest
from released_project import Project

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = ("LICENSE-DATA", "docs/datasheet.md", "docs/annotation.md", "docs/agreement.md")
REASONS = "sources:\n  fener-launch: The first article.\n  fener-trial: The second article.\n"


@pytest.fixture(autouse=True)
def _quiet_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """git, untouched by the settings of who runs the tests, and a clock that stands still."""
    for name, value in {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "SOURCE_DATE_EPOCH": "1767225600"}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(scope="session")
def _pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from iddia.generated import generated_files
    from iddia.package.build import build

    root = tmp_path_factory.mktemp("released") / "project"
    shutil.copytree(ROOT / "tests" / "tiny", root)
    for name in TEXTS:
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    (root / "CHANGELOG.md").write_text("# Changelog\n\nWhat each version changes.\n\n## Library 0.1.0\n\n- All of it.\n", "utf-8")
    (root / ".gitignore").write_text("/dist/\n/.iddia-build-*\n", "utf-8")
    (root / "releases").mkdir()
    (root / "releases" / "next.yaml").write_text(REASONS, "utf-8")
    for path, text in generated_files(root).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    build(root)
    subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True, capture_output=True)
    return root


@pytest.fixture
def project(_pattern: Path, tmp_path: Path) -> Project:
    """The project, committed, with reasons for its first release and nothing released."""
    made = Project(Path(shutil.copytree(_pattern, tmp_path / "project")))
    made.commit("begun")
    return made


@pytest.fixture(scope="session")
def _released(_pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "SOURCE_DATE_EPOCH": "1767225600"}.items():
            patch.setenv(name, value)
        made = Project(Path(shutil.copytree(_pattern, tmp_path_factory.mktemp("published") / "project")))
        made.commit("begun")
        made.release()
        made.commit("1.0.0")
    return made.root


@pytest.fixture
def released(_released: Path, tmp_path: Path) -> Project:
    """The project with 1.0.0 released and committed."""
    return Project(Path(shutil.copytree(_released, tmp_path / "project")))
