"""Make the next release, or the last one anew: its version, its record and its files come from what is committed.

The commit is built in a clean folder and compared with the last release. What differs decides the version (docs/versions.md), and every
claim that changed needs a reason in releases/next.yaml. Then dist/<version>/ is written, with the data in every form and their sums, and
releases/<version>/, CHANGELOG.md and CITATION.cff, which are to be committed. Nothing is uploaded; docs/releasing.md says how.

Where nothing changed since the last release, that is made anew: the same bytes, or a refusal that names what differs.

example:
  iddia release --dry-run
  iddia release
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iddia.cli.options import add_language, add_root
from iddia.language import Language, Said, said

if TYPE_CHECKING:
    from iddia.release.draft import UnexplainedError
    from iddia.release.levels import Ground
    from iddia.release.plan import Plan

_MOST_LINES, _LONGEST_VERSION = 20, 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("--dry-run", action="store_true", help="make everything and show it, but write nothing")
    parser.add_argument("--version", metavar="X.Y.Z", type=_version, help="a higher version than the one computed")
    parser.add_argument("--sign", metavar="KEYFILE", type=Path, help="sign SHA256SUMS with this minisign secret key (needs iddia[sign])")
    add_language(parser)
    add_root(parser)


def _version(text: str) -> str:
    from iddia.model.columns import VERSION_PATTERN

    if not re.fullmatch(VERSION_PATTERN.removesuffix("$"), text) or len(text) > _LONGEST_VERSION:
        raise argparse.ArgumentTypeError(f"{text!r} is no version; expected three numbers such as 1.2.0")
    return text


def run(options: argparse.Namespace) -> int:
    """Make the release, and write it unless it is only tried."""
    from iddia.release.draft import UnexplainedError
    from iddia.release.plan import plan
    from iddia.release.publish import publish

    try:
        planned = plan(options.root, options.version)
    except UnexplainedError as error:
        if not options.json:
            print("\n".join(_would_be(error, options.lang)))
        raise
    signature = None
    if options.sign is not None:
        from iddia.sums import SUMS
        from iddia.verify.signature import sign

        signature = sign(planned.files[SUMS], options.sign, f"iddia {planned.record.version} {planned.record.date}")
    if not options.dry_run:
        publish(options.root, planned, signature)
    if options.json:
        print(json.dumps(_content(planned, dry=options.dry_run), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(planned, options.lang, dry=options.dry_run)))
    return 0


def _content(plan: "Plan", *, dry: bool) -> dict[str, Any]:
    record = plan.record
    return {
        "version": record.version,
        "date": record.date.isoformat(),
        "previous": record.previous,
        "level": record.level,
        "is_new": plan.is_new,
        "written": not dry,
        "grounds": [{"rule": one.rule.name, "level": one.rule.level, "table": one.table, "what": list(one.what)} for one in plan.grounds],
        "changes": [change.model_dump() for change in plan.changes],
        "files": {path: len(content) for path, content in plan.files.items()},
        "commit": sorted(plan.kept),
    }


_ANEW: Said = ("{0}, made anew: the same bytes that were published on {1}", "{0} yeniden çıkarıldı: {1} günü yayımlanan baytlarla aynı")
_FIRST: Said = ("{0}, the first release", "{0}, ilk sürüm")
_NEXT: Said = ("{0} after {1}: {2}", "{1} sürümünden sonra {0}: {2}")
_CHANGES: Said = ("changes: {0} rows for {1} claims", "changes: {1} sav için {0} satır")
_FILES: Said = ("dist/{0}/: {1} files, {2} kB", "dist/{0}/: {1} dosya, {2} kB")
_TO_COMMIT: Said = (
    "to commit, and to tag as v{0}: {1}, data/ and datapackage.json",
    "işlenecek (commit) ve v{0} diye etiketlenecek: {1}, data/ ve datapackage.json",
)
_NOTHING: Said = ("nothing was written", "hiçbir şey yazılmadı")


def _would_be(error: "UnexplainedError", language: Language) -> Iterator[str]:
    """What the release would be, were all reasons there."""
    from iddia.release.levels import level_of

    yield _head(error.version, error.previous, level_of(list(error.grounds)) or "", language)
    yield from _grounds(error.grounds, language)


def _head(version: str, previous: str | None, level: str, language: Language) -> str:
    if previous is None:
        return said(_FIRST, language).format(version)
    return said(_NEXT, language).format(version, previous, level.upper())


def _grounds(grounds: "Sequence[Ground]", language: Language) -> Iterator[str]:
    from iddia.release.notes import told

    for ground in grounds:
        yield f"  {ground.rule.level:<5}  {said(ground.rule.what, language)} ({told(ground)})"


def _lines(plan: "Plan", language: Language, *, dry: bool) -> Iterator[str]:
    from iddia.release.notes import happened

    record = plan.record
    if plan.is_new:
        yield _head(record.version, record.previous, record.level, language)
    else:
        yield said(_ANEW, language).format(record.version, record.date)
    yield from _grounds(plan.grounds, language)
    if plan.is_new:
        yield said(_CHANGES, language).format(len(plan.changes), len({change.claim_id for change in plan.changes}))
        single = [change for change in plan.changes if change.change != "added"]
        for change in single[:_MOST_LINES]:
            yield f"  {change.claim_id}  {happened(change)}: {change.before or ''} → {change.after or ''}  ({change.reason})"
        if len(single) > _MOST_LINES:
            yield f"  … +{len(single) - _MOST_LINES}"
    size = sum(map(len, plan.files.values())) // 1000
    yield said(_FILES, language).format(record.version, len(plan.files), f"{size:,}".replace(",", " "))
    if plan.is_new:
        others = ", ".join(sorted({f"releases/{record.version}/" if path.startswith("releases/") else path for path in plan.kept}))
        yield said(_TO_COMMIT, language).format(record.version, others)
    if dry:
        yield said(_NOTHING, language)
