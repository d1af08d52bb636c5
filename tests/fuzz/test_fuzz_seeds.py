"""Every kept input of the fuzz targets, former crashers among them, does what any input must; atheris is not needed."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
TARGETS = sorted(path.stem.removeprefix("fuzz_") for path in HERE.glob("fuzz_*.py"))
SEEDS = [path for target in TARGETS for path in sorted((HERE / "seeds" / target).iterdir())]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_kept_input_does_what_any_input_must(seed: Path) -> None:
    one_input: Callable[[bytes], None] = import_module(f"fuzz_{seed.parent.name}").one_input
    one_input(seed.read_bytes())


def test_every_target_has_seeds_and_every_seed_a_target() -> None:
    assert {path.parent.name for path in SEEDS} == set(TARGETS) == {path.name for path in (HERE / "seeds").iterdir()}
