"""The whole project read, anchored, resolved and audited: what the builders turn into tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from iddia.assertions.reading import Assertions, read_assertions
from iddia.audits.cues import audit_cues
from iddia.audits.excuses import audit_excuses
from iddia.audits.names import audit_names
from iddia.audits.numbers import audit_numbers
from iddia.audits.quotes import audit_quotes
from iddia.audits.sentences import audit_sentences
from iddia.audits.values import audit_values
from iddia.errors import ContributionError, CouldNotRunError, Finding, Place, Problem, VocabularyError, no_seeds, shortened
from iddia.model.columns import ID_PATTERN
from iddia.model.judgement import ReadExplanation
from iddia.model.tables import Claim
from iddia.project.account import Account
from iddia.project.article import Article, article_twice, read_article
from iddia.project.constraints import Constraint, compile_constraints
from iddia.project.judgements import Judgements, KnownClaims, check_judgements, read_judgements, unused_references
from iddia.project.links import check_claim, check_source
from iddia.project.lost import other_typography
from iddia.project.releases import Releases, check_releases, read_releases
from iddia.project.rows import claim_row
from iddia.project.strays import stray_files
from iddia.project.validation import FORMS, foreign, write
from iddia.project.vocabulary import ASSERTIONS, CONSTRAINTS, PROPERTIES, Vocabulary, read_vocabulary
from iddia.relate.explanations import check_explained, check_explanations, explanations_of
from iddia.relate.identities import Identities
from iddia.relate.origins import Origin, independent, origin, writer_of
from iddia.relate.relation import Relation
from iddia.relate.relations import NOTHING_RELATED, Related, relate
from iddia.relate.statements import statement
from iddia.text.anchors import same_words

AUDITS = (audit_quotes, audit_sentences, audit_numbers, audit_values, audit_cues, audit_names, audit_excuses)


@dataclass(frozen=True)
class Corpus:
    """Everything that was read and found right, in the order of source ids."""

    accounts: tuple[Account, ...]
    vocabulary: Vocabulary
    claims: tuple[Claim, ...] = ()
    judgements: Judgements = field(default_factory=Judgements)
    related: Related = NOTHING_RELATED
    releases: Releases = field(default_factory=Releases)
    assertions: Assertions = field(default_factory=Assertions)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What disagrees and what agrees."""
        return self.related.relations

    @cached_property
    def explanations(self) -> dict[str, ReadExplanation]:
        """Explanations by the id of their relation."""
        return explanations_of(self.judgements)

    def independent_origins(self, relation: Relation) -> int:
        """How many origins stand behind the relation's claims."""
        return independent((self._origins[claim_id] for claim_id in relation.claim_ids), self._identities)

    @cached_property
    def _identities(self) -> Identities:
        return Identities.of(self.vocabulary.identity_pairs)

    @cached_property
    def _origins(self) -> dict[str, Origin]:
        found = {}
        for account in self.accounts:
            source = account.article.source
            source_id = account.article.source_id
            writer = source_id if source is None else writer_of(source_id, source.translation_of, source.publisher)
            for anchored in account.claims:
                chain = [speaker.speaker for speaker in anchored.claim.said_by]
                found[anchored.claim.id] = origin(chain, writer)
        return found


def read_corpus(root: Path) -> Corpus:
    """Read seeds/ and schema/vocabulary/ under ``root``.

    Raises ContributionError or VocabularyError with every problem found, and CouldNotRunError where there are no seeds.
    """
    if not (root / "seeds").is_dir():
        raise CouldNotRunError(no_seeds(root))
    problems: list[Problem] = [_linked(name) for name in ("seeds", "schema", "schema/vocabulary") if (root / name).is_symlink()]
    if problems:  # whatever they point to is not read
        raise ContributionError(problems)
    vocabulary = read_vocabulary(root, problems)
    folders = _folders(root, problems)
    accounts = _accounts(root, folders, vocabulary, problems)
    constraints = _constraints(vocabulary, problems)
    problems.extend(stray_files(root, folders))
    judgements = read_judgements(root, folders, problems)
    known = _known_claims([account.article for account in accounts], folders)
    problems.extend(check_judgements(judgements, known, vocabulary))
    problems.extend(check_explanations(judgements, known))
    releases = read_releases(root, problems)
    problems.extend(check_releases(releases, known, folders, vocabulary.units))
    assertions = read_assertions(root, releases.last, problems)
    if not problems:
        problems.extend(_unused_properties(accounts, vocabulary))
        problems.extend(_unsettled(accounts, judgements))
        problems.extend(unused_references(judgements))
    corpus = Corpus(accounts, vocabulary, judgements=judgements, releases=releases, assertions=assertions)
    if not problems:  # what follows from a wrong reading would be wrong too
        corpus = _related(corpus, constraints, problems)
    if problems:
        authored_by_maintainer = all(problem.place.file in (*vocabulary.files, ASSERTIONS) for problem in problems)
        raise (VocabularyError if authored_by_maintainer else ContributionError)(problems)
    return corpus


def _accounts(root: Path, folders: list[str], vocabulary: Vocabulary, problems: list[Problem]) -> tuple[Account, ...]:
    """The articles that could be read, each checked for itself."""
    articles = tuple(article for folder in folders if (article := read_article(root, folder, problems)) is not None)
    for article in articles:
        article.articles = articles
    accounts = tuple(Account(article, vocabulary) for article in articles)
    for account in accounts:
        problems.extend(account.article.placed(check_account(account)))
    problems.extend(_ids_twice(accounts))
    problems.extend(_articles_twice(accounts))
    return accounts


def _related(corpus: Corpus, constraints: list[Constraint], problems: list[Problem]) -> Corpus:
    """The corpus with its claims as rows and the relations between them; what nobody explained is a problem."""
    vocabulary, accounts = corpus.vocabulary, corpus.accounts
    claims = tuple(claim_row(account.article.source_id, anchored.claim, vocabulary) for account in accounts for anchored in account.claims)
    related = relate([statement(claim.model_dump(), vocabulary) for claim in claims], vocabulary, constraints)
    places = {one.id: account.article.place(("claims", at, "id")) for account in accounts for at, one in account.article.claims}
    impossible = list(_impossible(related, vocabulary))
    problems.extend(impossible or check_explained(corpus.judgements, related.relations, places))
    return replace(corpus, claims=claims, related=related)


def _known_claims(articles: list[Article], folders: list[str]) -> KnownClaims:
    """Claim ids as they are written, also of entries that could not be read."""
    written = {article.source_id: article.written_ids() for article in articles}
    unreadable = frozenset(folder for folder in folders if written.get(folder) is None)
    return KnownClaims({claim_id: place for ids in written.values() for claim_id, place in (ids or {}).items()}, unreadable)


def _constraints(vocabulary: Vocabulary, problems: list[Problem]) -> list[Constraint]:
    if not vocabulary.complete:
        return []
    constraints, findings = compile_constraints(vocabulary)
    for finding in findings:
        at, file = tuple(finding.at), vocabulary.files[CONSTRAINTS]
        of_a_name = len(at) == 1 or at[1] == "for"
        problems.append(finding.placed(file.key_place(at) if of_a_name else file.place(at)))
    return constraints


def _linked(name: str) -> Problem:
    message, mend = (
        ("the folder is a symbolic link", "klasör bir sembolik bağlantı"),
        ("put the folder itself there", "oraya klasörün kendisini koyun"),
    )
    return Problem("file-link", Place(name), message, mend=mend)


def _folders(root: Path, problems: list[Problem]) -> list[str]:
    """The articles' folders, in order; a leading dot hides one, a link or a name that is no id is a problem."""
    folders = []
    for entry in sorted((root / "seeds").iterdir()):
        if entry.name.startswith(".") or not entry.is_dir():
            continue
        place = Place(f"seeds/{entry.name}")
        if entry.is_symlink():
            problems.append(_linked(place.file))
        elif not re.fullmatch(ID_PATTERN, entry.name):
            english, turkish = foreign(entry.name)
            message = (
                f"the folder's name is no id, and the claims' ids begin with it{english}",
                f"klasörün adı bir kimlik değil; savların kimlikleri ise onunla başlar{turkish}",
            )
            mend = "rename it", "adını değiştirin"
            problems.append(Problem("id-malformed", place, message, got=entry.name, expected=FORMS[ID_PATTERN], mend=mend))
        else:
            folders.append(entry.name)
    return folders


def check_account(account: Account) -> Iterator[Finding]:
    """Everything that is wrong with one article's reading, taken for itself."""
    article = account.article
    yield from _check_article(article)
    if article.source is not None and account.vocabulary.complete:
        yield from check_source(article.source, account.vocabulary)
    for index, claim in article.claims:
        if account.vocabulary.complete:
            yield from check_claim(claim, ("claims", index), account.vocabulary)
        if claim.id.rpartition(".")[0] != article.source_id:
            yield _of_another_article(article, claim.id, index)
    if article.source is not None and article.source.sha256 != article.sha256:
        return  # the article is not the one that was read: every offset would be a guess
    yield from account.anchor()
    if not article.claims and not article.quoted:
        return  # no claim could be looked at, which is reported; that all is unread says nothing more
    for audit in AUDITS if account.vocabulary.complete else (audit_quotes, audit_sentences):
        yield from audit(account)


def _of_another_article(article: Article, claim_id: str, index: int) -> Finding:
    right = f"{article.source_id}.{claim_id.rpartition('.')[2]}"
    is_free = right not in {claim.id for _, claim in article.claims}
    return Finding(
        "id-malformed",
        ("claims", index, "id"),
        ("the id does not begin with the article's folder", "kimlik, makalenin klasörüyle başlamıyor"),
        got=claim_id,
        expected=right,
        mend=write(right) if is_free else None,
        instead=right if is_free else None,
    )


def _check_article(article: Article) -> Iterator[Finding]:
    source = article.source
    if source is not None and source.sha256 != article.sha256:
        yield Finding(
            "article-changed",
            ("source", "sha256"),
            (f"{article.text_file} is not the text that was read", f"{article.text_file} okunan metin değil"),
            got=article.sha256,
            expected=source.sha256,
            mend=(
                f"restore the article (git checkout); or, for a new article, write sha256: {article.sha256}",
                f"makaleyi eski hâline getirin (git checkout); makale yeniyse sha256: {article.sha256} yazın",
            ),
        )
    if source is None or source.title.startswith("[") or source.title in article.text:
        return
    if (same := same_words(article.text, source.title)) is not None:
        yield other_typography(article, source.title, ("source", "title"), same)
    else:
        yield Finding(
            "title-not-found",
            ("source", "title"),
            ("this title is not in the article", "bu başlık makalede yok"),
            got=shortened(source.title),
            expected=(f"exact words of {article.text_file}", f"{article.text_file} içindeki sözcükler, harfi harfine"),
            mend=(
                "copy the headline, or put a title of your own in square brackets",
                "başlığı kopyalayın ya da kendi verdiğiniz başlığı köşeli ayraç içine alın",
            ),
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
                    (f"{claim.id} is given a second time", f"{claim.id} ikinci kez verilmiş"),
                    got=claim.id,
                    expected=(
                        f"an id never used before ({first[claim.id]} has this one)",
                        f"hiç kullanılmamış bir kimlik (bunun kullanıldığı yer: {first[claim.id]})",
                    ),
                    mend=("give the next free number", "sıradaki boş numarayı verin"),
                )
            first.setdefault(claim.id, place)


def _articles_twice(accounts: tuple[Account, ...]) -> Iterator[Problem]:
    """Articles that say the same words: each claim of the second would be counted as another voice."""
    first: dict[str, str] = {}
    for account in accounts:
        name = account.article.text_file
        other = first.setdefault(" ".join(account.article.text.split()), name)
        if other != name:
            yield article_twice(Place(name), other)


def _impossible(related: Related, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Constraints that no claim whatever could meet, such as one that asks for less than nought."""
    for constraint_id, *others in related.impossible:
        place = vocabulary.files[CONSTRAINTS].place((constraint_id, "check"))
        message = (
            "nothing can meet this rule: quantities are not below nought",
            "bu kurala hiçbir şey uyamaz: nicelikler sıfırın altında olmaz",
        )
        if others:
            listed = ", ".join(others)
            message = (
                f"nothing can meet this rule together with {listed}",
                f"şunlarla birlikte bu kurala hiçbir şey uyamaz: {listed}",
            )
        got, mend = vocabulary.constraints[constraint_id].check, ("mend the formula", "formülü düzeltin")
        yield Problem("constraint-impossible", place, message, got=got, mend=mend)


def _unsettled(accounts: tuple[Account, ...], judgements: Judgements) -> Iterator[Problem]:
    """A claim about the future says what became of it."""
    foretold = {prediction.claim for prediction in judgements.predictions}
    for account in accounts:
        file = f"seeds/{account.article.source_id}/assessments.yaml"
        for index, claim in account.article.claims:
            if claim.modality == "predicted" and claim.id not in foretold:
                yield Problem(
                    "prediction-missing",
                    account.article.place(("claims", index, "modality")),
                    (
                        f"{claim.id} is predicted, and nothing says what became of it",
                        f"{claim.id} bir öngörü, ama ne olduğunu söyleyen bir şey yok",
                    ),
                    got=claim.id,
                    expected=(f"an entry under predictions: in {file}", f"{file} dosyasında predictions: altında bir girdi"),
                    mend=f'- {{claim: {claim.id}, horizon: ..., outcome: pending, as_of: ..., note_en: "...", note_tr: "..."}}',
                )


def _unused_properties(accounts: tuple[Account, ...], vocabulary: Vocabulary) -> Iterator[Problem]:
    used = {claim.property for account in accounts for _, claim in account.article.claims}
    file = vocabulary.files[PROPERTIES]
    for property_id in vocabulary.properties.keys() - used:
        yield Problem(
            "property-unused",
            file.key_place((property_id,)),
            (f"no claim uses {property_id}", f"hiçbir sav bu özelliği kullanmıyor: {property_id}"),
            got=property_id,
            mend=("remove it, or read the claim it was made for", "onu silin ya da hangi sav için tanımlandıysa o savı okuyun"),
        )
