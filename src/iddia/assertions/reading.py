"""schema/vocabulary/assertions.yaml, read and checked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from os.path import lexists
from pathlib import Path

from iddia.assertions.checks import check_complete, check_loose, check_names
from iddia.assertions.released import check_moved
from iddia.errors import Finding, Place, Problem
from iddia.model.assertions import TableAssertions
from iddia.model.release import ReadRelease
from iddia.project.vocabulary import ASSERTIONS, items_of
from iddia.yamlfile import YamlFile, read_yaml

_OF_KEYS = ("key-unknown", "assertions-missing", "assertion-form")
_ANY_KEY = r"[\s\S]*"  # a table that is not there is told by the nearest that is, whatever its name looks like


@dataclass(frozen=True)
class Assertions:
    """What is asserted of each table, and the file that says so."""

    tables: dict[str, TableAssertions] = field(default_factory=dict)
    file: YamlFile = field(default_factory=lambda: YamlFile(ASSERTIONS))

    def placed(self, findings: Iterable[Finding]) -> list[Problem]:
        """The findings at their places: at the key where the key is wrong, at the value otherwise."""
        return [finding.placed(self._place(finding)) for finding in findings]

    def _place(self, finding: Finding) -> Place:
        at = tuple(finding.at)
        return self.file.key_place(at) if finding.code in _OF_KEYS else self.file.place(at)


def read_assertions(root: Path, released: ReadRelease | None, problems: list[Problem]) -> Assertions:
    """Read the file; what is wrong with it, also against the bounds of the last release, is added to ``problems``."""
    file, before = read_yaml(root / ASSERTIONS, ASSERTIONS), len(problems)
    if not lexists(root / ASSERTIONS) or [problem.code for problem in file.problems] == ["file-empty"]:
        problems.extend(Assertions().placed(check_complete({}, set())))
        return Assertions()
    problems.extend(file.problems)
    assertions = Assertions(items_of(file, TableAssertions, _ANY_KEY, problems), file)
    if isinstance(file.data, dict):
        names = list(check_names(file.data))
        misspelt = {finding.nearest for finding in names if len(finding.at) == 1}
        problems.extend(assertions.placed([*names, *check_complete(file.data, misspelt)]))
    problems.extend(assertions.placed(check_loose(assertions.tables)))
    if released is not None and len(problems) == before:  # a bound that cannot be read is not one that was dropped
        problems.extend(assertions.placed(check_moved(assertions.tables, released.bounds, released.version)))
    return assertions
