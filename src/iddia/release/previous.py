"""An earlier release as it was published, to compare the next one with."""

import hashlib
from pathlib import Path

from iddia.diff.places import released
from iddia.diff.reading import read_package
from iddia.diff.records import Package
from iddia.errors import CouldNotRunError
from iddia.model.release import ReadRelease


def previous_package(root: Path, record: ReadRelease) -> Package:
    """The tables of a release: from dist/, its tag, or the commit that recorded it.

    Raises CouldNotRunError where it is nowhere to be found, cannot be read, or is not, byte for byte, what its record says.
    """
    version = released(record.version, root)
    wrong = sorted(path for path, digest in record.files.items() if hashlib.sha256(version.read(path)).hexdigest() != digest)
    if wrong:
        raise CouldNotRunError(
            (
                (
                    f"{version.name} is not {record.version} as it was published: {', '.join(wrong)} differ from "
                    f"releases/{record.version}; remove or restore it (the tag, or the folder in dist/)"
                ),
                (
                    f"{version.name}, yayımlanan {record.version} değil: {', '.join(wrong)} releases/{record.version} ile uyuşmuyor; "
                    "silin ya da eski hâline getirin (etiketi ya da dist/ içindeki klasörü)"
                ),
            )
        )
    return read_package(version)
