"""YAML files that nothing reads: most often a slip in a name that would silently switch something off."""

from collections.abc import Iterator
from pathlib import Path

from iddia.errors import Place, Problem, did_you_mean
from iddia.project.judgements import EXPLANATIONS, REFERENCES
from iddia.project.vocabulary import ASSERTIONS, CONSTRAINTS, CUES, ENTITIES, MODALITIES, PROPERTIES, UNITS

_READ = {
    "seeds": (ENTITIES, REFERENCES, EXPLANATIONS),
    "schema/vocabulary": (PROPERTIES, UNITS, MODALITIES, CUES, CONSTRAINTS, ASSERTIONS),
}
_ENDINGS = (".yaml", ".yml")


def stray_files(root: Path, folders: list[str]) -> Iterator[Problem]:
    """YAML files in seeds/, its articles' folders and schema/vocabulary/ that are not among those that are read."""
    expected = _READ | {f"seeds/{folder}": (f"seeds/{folder}/reading.yaml", f"seeds/{folder}/assessments.yaml") for folder in folders}
    for folder, names in expected.items():
        if not (root / folder).is_dir():
            continue
        for path in sorted((root / folder).iterdir()):
            name = f"{folder}/{path.name}"
            if path.suffix in _ENDINGS and not path.name.startswith(".") and name not in names:
                near = did_you_mean(path.name, [one.rpartition("/")[2] for one in names])
                nearest = f"{folder}/{near}" if near else None
                message, mend = ("nothing reads this file", "bu dosyayı hiçbir şey okumuyor"), ("remove it", "onu silin")
                if near:
                    mend = f"call it {near}, or remove it", f"adını {near} yapın ya da onu silin"
                yield Problem("file-unknown", Place(name), message, got=name, expected=", ".join(names), nearest=nearest, mend=mend)
