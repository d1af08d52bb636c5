"""Ways to spoil a built project, one mistake each."""

from pathlib import Path

READING = "seeds/r2-ascend-delay/reading.yaml"


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def a_wrong_modality(project: Path) -> None:
    spoil(project / READING, "modality: asserted", "modality: asertted")


def a_changed_cell(project: Path) -> None:
    spoil(project / "data" / "units.csv", "US dollars", "US Dollars")


def a_changed_descriptor(project: Path) -> None:
    spoil(project / "datapackage.json", "a ledger of claims", "the ledger of claims")


def a_changed_schema(project: Path) -> None:
    spoil(project / "schema" / "units.json", "Readable id.", "Id.")


def a_stray_table(project: Path) -> None:
    (project / "data" / "opinions.csv").write_bytes(b"opinion_id\n")


def a_missing_table(project: Path) -> None:
    (project / "data" / "units.csv").unlink()
