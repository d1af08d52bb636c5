"""What docs/datasheet.md answers and docs/agreement.md reports, for forms that ask the same: the sentences stand there only."""

import re
from collections.abc import Mapping

from iddia.errors import CouldNotRunError

DATASHEET = "docs/datasheet.md"
AGREEMENT = "docs/agreement.md"
ANNOTATION = "docs/annotation.md"
_QUESTION = re.compile(r"\*\*([^*]+\?)\*\*\s+(.*?)(?=\s\*\*[^*]+\?\*\*|\n\n|\Z)", re.DOTALL)


def answer(texts: Mapping[str, str], question: str) -> str:
    """What the datasheet answers to a question, which stands in bold type before it, as plain text of one line."""
    for asked, told in _QUESTION.findall(_page(texts)):
        if plain(asked) == question:
            return plain(told)
    raise _unanswered(question)


def use(texts: Mapping[str, str], label: str) -> str:
    """What the datasheet says under a label in bold type ("For:", "Not for:"), up to the next or the end of the paragraph."""
    found = re.search(rf"\*\*{re.escape(label)}\*\*\s+(.*?)(?=\s\*\*|\n\n|\Z)", _page(texts), re.DOTALL)
    if found is None:
        raise _unanswered(label)
    return plain(found[1])


def points(texts: Mapping[str, str], label: str) -> list[str]:
    """The points of the list that a label in bold type heads."""
    found = re.search(rf"\*\*{re.escape(label)}\*\*\n((?:- .*\n(?:  .*\n)*)+)", _page(texts))
    if found is None:
        raise _unanswered(label)
    return [plain(point) for point in re.split(r"^- ", found[1], flags=re.MULTILINE)[1:]]


def section(texts: Mapping[str, str], heading: str) -> str:
    """The text of a section."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", _page(texts), re.DOTALL | re.MULTILINE)
    if found is None:
        raise _unanswered(heading)
    return plain(found[1])


def agreement(texts: Mapping[str, str]) -> list[str]:
    """How the agreement of the two readings came about, and what was measured: the report's paragraphs, without its table and lists."""
    paragraphs = [plain(paragraph) for paragraph in texts[AGREEMENT].split("\n\n")]
    return [paragraph for paragraph in paragraphs if paragraph.endswith(".") and not paragraph.startswith(("#", "|", "- "))]


def plain(markdown: str) -> str:
    """The words without the signs of Markdown: links, emphasis, code."""
    without_links = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", markdown)
    return " ".join(re.sub(r"\*\*|(?<!\w)\*|\*(?!\w)|`", "", without_links).split())


def _page(texts: Mapping[str, str]) -> str:
    page = texts.get(DATASHEET)
    if page is None:
        raise CouldNotRunError(
            (
                f"{DATASHEET} is missing: the release describes itself in its words",
                f"{DATASHEET} yok: sürüm kendini onun sözleriyle tanıtır",
            )
        )
    return page


def _unanswered(what: str) -> CouldNotRunError:
    return CouldNotRunError(
        (
            f'{DATASHEET} has nothing under "{what}", which croissant.json quotes; write it there, or change what is quoted',
            f'{DATASHEET} dosyasında croissant.json\'un alıntıladığı "{what}" yok; oraya yazın ya da alıntılananı değiştirin',
        )
    )
