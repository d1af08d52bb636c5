"""The outside judge: frictionless reads the package and checks hashes, types, constraints, keys and foreign keys."""

from pathlib import Path

from iddia.errors import ContributionError, CouldNotRunError, Place, Problem


def judge(root: Path) -> None:
    """Raises ContributionError with all that frictionless finds wrong, CouldNotRunError where it cannot read the descriptor.

    Row numbers are records of the file, as frictionless counts them, not physical lines.
    """
    from frictionless import FrictionlessException, Package

    path = root / "datapackage.json"
    if not path.is_file():
        raise CouldNotRunError(
            (
                f"there is no datapackage.json in {root}: run `iddia build`",
                f"datapackage.json yok: {root}; `iddia build` çalıştırın",
            )
        )
    try:
        report = Package(str(path.name), basepath=str(root)).validate()
    except FrictionlessException as error:
        raise CouldNotRunError((f"frictionless cannot read {path}: {error}", f"frictionless okuyamıyor: {path}: {error}")) from None
    problems = [_problem(task.place or "datapackage.json", error) for task in report.tasks for error in task.errors]
    problems += [_problem("datapackage.json", error) for error in report.errors]
    if problems or not report.valid:
        raise ContributionError(problems)


def _problem(file: str, error: object) -> Problem:
    place = Place(file, getattr(error, "row_number", None) or 1, getattr(error, "field_number", None) or 1)
    message = getattr(error, "message", str(error))
    return Problem(
        f"frictionless-{getattr(error, 'type', 'error')}", place, (message, f'frictionless şunu buldu: "{message}"'), mend="iddia build"
    )
