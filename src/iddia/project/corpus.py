"""The whole project read, anchored, resolved and audited: what the builders turn into tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from iddia.audits.cues import audit_cues
from iddia.audits.excuses import audit_excuses
from iddia.audits.names import audit_names
from iddia.audits.numbers import audit_numbers
from iddia.audits.quotes import audit_quotes
from iddia.audits.sentences import audit_sentences
from iddia.errors import ContributionError, CouldNotRunError, Finding, Place, Problem, VocabularyError
from iddia.project.account import Account
from iddia.project.article import Article, read_article
from iddia.project.links import check_claim, check_source
from iddia.project.vocabulary import PROPERTIES, Vocabulary, read_vocabulary

AUDITS = (audit_quotes, audit_sentences, audit_numbers, audit_cues, audit_names, audit_excuses)


@dataclass(frozen=True)
class Corpus:
    """Everything that was read and found right, in the order of source ids."""

    accounts: tuple[Account, ...]
    vocabulary: Vocabulary


def read_corpus(root: Path) -> Corpus:
    """Read seeds/ and schema/vocabulary/ under ``root``.

    Raises ContributionError or VocabularyError with every problem found, and CouldNotRunError where there are no seeds.
    """
    if not (root / "seeds").is_dir():
        raise CouldNotRunError(f"there is no seeds/ in {root}: this needs a checkout of the project, not the installed package")
    problems: list[Problem] = []
    vocabulary = read_vocabulary(root, problems)
    vocabulary_files = len(problems)
    folders = sorted(entry.name for entry in (root / "seeds").iterdir() if entry.is_dir() and not entry.name.startswith("."))
    articles = [article for folder in folders if (article := read_article(root, folder, problems)) is not None]
    accounts = tuple(Account(article, vocabulary) for article in articles)
    for account in accounts:
        problems.extend(account.article.placed(_check(account, trust_vocabulary=vocabulary_files == 0)))
    problems.extend(_ids_twice(accounts))
    if not problems:
        problems.extend(_unused_properties(accounts, vocabulary))
    if problems:
        authored_by_maintainer = all(problem.place.file in vocabulary.files for problem in problems)
        raise (VocabularyError if authored_by_maintainer else ContributionError)(problems)
    return Corpus(accounts, vocabulary)


def _check(account: Account, *, trust_vocabulary: bool) -> Iterator[Finding]:
    article = account.article
    yield from _check_article(article)
    if article.source is not None:
        yield from check_source(article.source, account.vocabulary)
    for index, claim in article.claims:
        if trust_vocabulary:
            yield from check_claim(claim, ("claims", index), account.vocabulary)
        if claim.id.rpartition(".")[0] != article.source_id:
            yield Finding(
                "id-malformed",
                ("claims", index, "id"),
                "the id does not begin with the article's folder",
                got=claim.id,
                expected=f"{article.source_id}.{claim.id.rpartition('.')[2]}",
            )
    if article.source is not None and article.source.sha256 != article.sha256:
        return  # the article is not the one that was read: every offset would be a guess
    yield from account.anchor()
    for audit in AUDITS:
        yield from audit(account)


def _check_article(article: Article) -> Iterator[Finding]:
    source = article.source
    if source is not None and source.sha256 != article.sha256:
        yield Finding(
            "article-changed",
            ("source", "sha256"),
            f"{article.text_file} is not the text that was read",
            got=article.sha256,
            expected=source.sha256,
            mend="restore the article (git checkout), or read the new text again and pin its hash",
        )


def _ids_twice(accounts: tuple[Account, ...]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for account in accounts:
        for index, claim in account.article.claims:
            place = account.article.place(("claims", index, "id"))
            if claim.id in first:
                yield Problem(
                    "id-twice",
                    place,
                    f"{claim.id} is given a second time",
                    got=claim.id,
                    expected=f"an id never used before (line {first[claim.id].line} has this one)",
                    mend="give the next free number",
                )
            first.setdefault(claim.id, place)


def _unused_properties(accounts: tuple[Account, ...], vocabulary: Vocabulary) -> Iterator[Problem]:
    used = {claim.property for account in accounts for _, claim in account.article.claims}
    file = vocabulary.files[PROPERTIES]
    for property_id in vocabulary.properties.keys() - used:
        yield Problem(
            "property-unused",
            file.key_place((property_id,)),
            f"no claim uses {property_id}",
            got=property_id,
            mend="remove it, or read the claim it was made for",
        )
