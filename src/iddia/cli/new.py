"""Begin something new: the reading of an article, an entity, a property, a unit, a cue, a reference.

  iddia new PATH             a folder under seeds/ with the article and a draft of its reading
  iddia new article PATH     the same, for a file that is called like one of the words below
  iddia new entity ID        an entry of seeds/entities.yaml
  iddia new property ID      an entry of schema/vocabulary/properties.yaml; likewise unit and cue
  iddia new reference ID     an entry of seeds/references.yaml

The draft has an entry for every sentence, with the quote, the cue, the modality and the values that the detectors see;
what only a reader can know is left empty, and iddia validate names it line by line. Options that are left out leave
their key empty too. --lang is the language of the comments as well. Everything is written or nothing.

example:
  iddia new ardic-fener.txt
  iddia new ardic-fener.txt --id fener-launch --lang tr
  iddia new entity deepseek-r3 --type model --label-en DeepSeek-R3 --label-tr DeepSeek-R3 --name DeepSeek-R3
"""

import argparse
from pathlib import Path
from typing import Any

from iddia.cli.options import add_language, add_root, print_json
from iddia.draft.kinds import KINDS
from iddia.errors import CouldNotRunError, Problem, VocabularyError, no_seeds
from iddia.language import Language, Said, said

_ARTICLE = "article"
_OF_ARTICLE = "id"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("what", metavar="PATH | KIND ID", nargs="+", help="the article's file; or what to add, and its id")
    parser.add_argument("--id", metavar="ID", help="the article's id (default: from the file's name)")
    add_language(parser)
    add_root(parser)
    group = parser.add_argument_group("what an entry says")
    for option, kinds in _options().items():
        is_list = any(slot.is_list for kind in kinds for slot in KINDS[kind] if option in slot.options)
        choices = ("true", "false") if option == "single-valued" else None
        repeated = "; may be given several times" if is_list else ""
        group.add_argument(
            f"--{option}", action="append" if is_list else "store", choices=choices, metavar="TEXT", help=f"{', '.join(kinds)}{repeated}"
        )
    parser.set_defaults(wrong_usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Write it; problems are raised."""
    kind, name = _what(options)
    root: Path = options.root
    if not (root / "seeds").is_dir():
        raise CouldNotRunError(no_seeds(root))
    content, lines = _article(options, Path(name)) if kind == _ARTICLE else _entry(options, kind, name)
    if options.json:
        print_json(content)
    else:
        print("\n".join(said(line, options.lang) for line in lines))
    return 0


def _options() -> dict[str, list[str]]:
    """The options of all kinds, each with the kinds that have it."""
    found: dict[str, list[str]] = {}
    for kind, slots in KINDS.items():
        for slot in slots:
            for option in slot.options:
                found.setdefault(option, []).append(kind)
    return found


def _what(options: argparse.Namespace) -> tuple[str, str]:
    """What to begin, and its file or id. Wrong usage ends the program, as a wrong option does."""
    kinds = ", ".join(KINDS)
    first, *rest = options.what
    if len(rest) > 1 or (rest and first not in (_ARTICLE, *KINDS)):
        options.wrong_usage(f"one file is expected, or one of {kinds} and an id")
    if not rest and first in (_ARTICLE, *KINDS):
        options.wrong_usage(f"what comes behind {first}? (for a file of that name: iddia new article {first})")
    kind, name = (first, rest[0]) if rest else (_ARTICLE, first)
    for option, owners in {**_options(), _OF_ARTICLE: [_ARTICLE]}.items():
        if getattr(options, option.replace("-", "_")) is not None and kind not in owners:
            options.wrong_usage(f"--{option} goes with {', '.join(owners)}, not with {kind}")
    return kind, name


def _article(options: argparse.Namespace, path: Path) -> tuple[dict[str, Any], list[Said | str]]:
    from iddia.draft.candidate import read_candidate
    from iddia.draft.folder import make_folder
    from iddia.draft.reading import draft_reading
    from iddia.project.vocabulary import read_vocabulary

    problems: list[Problem] = []
    vocabulary = read_vocabulary(options.root, problems)
    candidate = read_candidate(options.root, path, options.id)
    if problems:
        raise VocabularyError(problems)
    language: Language = options.lang
    draft = draft_reading(candidate, vocabulary, language)
    make_folder(options.root, candidate, draft.text)
    folder, seen = f"seeds/{candidate.source_id}", draft.counts
    content = {"source_id": candidate.source_id, "made": [f"{folder}/article.txt", f"{folder}/reading.yaml"], "seen": seen}
    lines: list[Said | str] = [
        (f"made: {folder}/article.txt, byte for byte", f"oluşturuldu: {folder}/article.txt, baytı baytına"),
        (f"made: {folder}/reading.yaml, a draft to fill in", f"oluşturuldu: {folder}/reading.yaml, doldurulacak taslak"),
        (
            f"seen: {_counted(seen, 'sentences', 'numbers', 'dates', 'cues', 'names')} of {_counted(seen, 'entities')}",
            "görülen: {sentences} cümle, {numbers} sayı, {dates} tarih, {cues} belirteç, {entities} varlığın {names} adı".format(**seen),
        ),
        (
            f"drafted: {_counted(seen, 'claims', 'excuses')}",
            "taslağa alınan: {claims} sav, gerekçesi yazılacak {excuses} satır".format(**seen),
        ),
        (
            f"next: fill in {folder}/reading.yaml; iddia validate; iddia build",
            f"sonra: {folder}/reading.yaml doldurulur; iddia validate; iddia build",
        ),
    ]
    return content, lines


def _counted(seen: dict[str, int], *names: str) -> str:
    """Counts in English words: "1 number, 2 dates"."""
    one = {"entities": "entity"}
    return ", ".join(f"{seen[name]} {name if seen[name] != 1 else one.get(name, name[:-1])}" for name in names)


def _entry(options: argparse.Namespace, kind: str, item_id: str) -> tuple[dict[str, Any], list[Said | str]]:
    from iddia.draft.entry import add_entry, left_empty

    given = _given(options, kind)
    place = add_entry(options.root, kind, item_id, given, options.lang)
    missing = left_empty(kind, given)
    where = f"{place.file}:{place.line}"
    content = {"made": [place.file], "id": item_id, "line": place.line, "left_empty": missing}
    written: Said = (f"written: {where}: {item_id}", f"yazıldı: {where}: {item_id}")
    if not missing:
        return content, [written]
    names = ", ".join(missing)
    return content, [written, (f"next: fill in {names}; iddia validate", f"sonra: {names} doldurulur; iddia validate")]


def _given(options: argparse.Namespace, kind: str) -> dict[str, Any]:
    """The options as the values of an entry."""
    given: dict[str, Any] = {}
    for slot in KINDS[kind]:
        values = {option: value for option in slot.options if (value := getattr(options, option.replace("-", "_"))) is not None}
        if not values:
            continue
        if slot.form in ("pair", "paragraph"):
            given[slot.key] = {option[-2:]: value for option, value in values.items()}
        elif slot.form == "names":
            given[slot.key] = [{"name": name} for name in values[slot.options[0]]]
        else:
            value = values[slot.options[0]]
            given[slot.key] = value == "true" if slot.key == "single_valued" else value
    return given
