"""What a package lacks of iddia's present tables is nothing wrong with a release of before: that is checked by its own schemas."""

from collections.abc import Iterable

from iddia import about
from iddia.errors import Problem
from iddia.language import Said

_AGAINST_MODELS = frozenset({"column-missing", "schema-weaker"})
"""Codes that, told of a schema, say what iddia's own has and this has not."""
_SHOWN = 3


def apart(problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """What is wrong with a package by itself, and what only differs from the tables that this version of iddia has."""
    by_itself: list[Problem] = []
    by_models: list[Problem] = []
    for problem in problems:
        is_of_models = problem.code in _AGAINST_MODELS and problem.place.file.endswith(".json")
        (by_models if is_of_models else by_itself).append(problem)
    return by_itself, by_models


def said_of(differing: list[Problem]) -> Said:
    """What is not checked for that reason."""
    english, turkish = ("; ".join(dict.fromkeys(one.message[side] for one in differing[:_SHOWN])) for side in (0, 1))
    more = " …" * (len(differing) > _SHOWN)
    return (
        f"the package by the tables of iddia {about.VERSION}, which are others; by its own schemas it was checked ({english}{more})",
        f"paket, iddia {about.VERSION} tablolarına göre: onlar artık başka; paket kendi şemalarıyla denetlendi ({turkish}{more})",
    )
