"""Whether the built and generated files are what a build makes of the readings."""

from collections.abc import Iterator
from pathlib import Path

from iddia.errors import Place, Problem
from iddia.language import Said
from iddia.package.build import Built
from iddia.package.schemas import schema_files

_NOT_THE_READINGS: Said = ("this file is not what the readings give", "bu dosya, okumalardan üretilenle aynı değil")
_NOT_THE_MODELS: Said = ("this file is not what the models give", "bu dosya, modellerden üretilenle aynı değil")


def stale_files(root: Path, built: Built) -> Iterator[Problem]:
    """Files of data/, the descriptor and schemas that differ from what was built, or that nothing makes."""
    wanted = {f"data/{table}.csv": content for table, content in built.tables.items()} | {"datapackage.json": built.descriptor}
    generated = {path.relative_to(root).as_posix(): text.encode() for path, text in schema_files(root).items()}
    for files, message, mend in ((wanted, _NOT_THE_READINGS, "iddia build"), (generated, _NOT_THE_MODELS, "iddia schema")):
        for name, content in files.items():
            path = root / name
            if not path.is_file() or path.read_bytes() != content:
                yield Problem("file-stale", Place(name), message, mend=mend)
    present = {f"data/{path.name}" for path in (root / "data").glob("*.csv")} if (root / "data").is_dir() else set()
    for name in sorted(present - wanted.keys()):
        message = ("no builder makes this table", "bu tabloyu hiçbir yapıcı üretmiyor")
        yield Problem("file-stray", Place(name), message, mend=("remove the file", "dosyayı silin"))
