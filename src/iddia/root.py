"""Where everything is found."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent

ROOT: Path = _HERE / "_package" if (_HERE / "_package").is_dir() else _HERE.parents[1]
"""The folder that holds datapackage.json, data/, schema/ and builders/: the checkout, or the installed package's copy."""
