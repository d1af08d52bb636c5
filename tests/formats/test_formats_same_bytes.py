"""The same package gives the same bytes, whatever the machine is set to."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from formats.made import publication
from formats.tabular import FORMS, tabular_files

from iddia.formats.publication import Publication

_HERE = Path(__file__).parent.parent
_PRINT_SUMS = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[2], 8))
from formats.test_formats_same_bytes import sums_of
print(sums_of(Path(sys.argv[1])))
"""
SETTINGS = {
    "far in the east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1", "umask": "077"},
    "far in the west": {"TZ": "Etc/GMT+12", "LC_ALL": "C", "PYTHONHASHSEED": "2", "umask": "000", "SOURCE_DATE_EPOCH": "1"},
}


def sums_of(root: Path) -> str:
    """A line for each file of the tabular forms."""
    made = tabular_files(publication(root))
    return "\n".join(f"{hashlib.sha256(made[path]).hexdigest()}  {path}" for path in sorted(made))


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS.keys())
def test_settings_of_the_machine_change_nothing(settings: dict[str, str], repository: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment |= {name: value for name, value in settings.items() if name != "umask"}
    environment["PYTHONPATH"] = os.pathsep.join([str(_HERE), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-c", _PRINT_SUMS, str(repository), settings["umask"]]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == sums_of(repository)


def test_the_order_in_which_files_were_read_changes_nothing(published: Publication, tabular: dict[str, bytes]) -> None:
    turned = dict(reversed(list(published.files.items())))
    again = tabular_files(
        Publication("1.0.0", published.date, published.moment, None, turned, dict(reversed(list(published.texts.items()))))
    )
    assert [path for path in tabular if again[path] != tabular[path]] == []


def test_the_moment_is_in_the_archive_alone_and_the_version_everywhere(published: Publication, tabular: dict[str, bytes]) -> None:
    later = tabular_files(Publication("1.0.0", published.date, published.moment + 86_400, None, published.files, published.texts))
    assert [path for path in tabular if later[path] != tabular[path]] == ["iddia-1.0.0.zip"]
    next_one = tabular_files(Publication("1.0.1", published.date, published.moment, None, published.files, published.texts))
    assert [path for path in tabular if next_one.get(path) == tabular[path]] == ["CITATION.cff"]


def test_a_form_changes_nothing_that_it_is_given(published: Publication, tabular: dict[str, bytes]) -> None:
    given = dict(tabular)
    for form in FORMS:
        form(published, {path: content for path, content in given.items() if path != "README.md"})
    assert given == tabular
