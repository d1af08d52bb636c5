"""Finding known names in running text, with the Turkish suffix split off."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from iddia.text.spans import Span
from iddia.text.turkish import WORD, Folded, fold, key, suffix_after


@dataclass(frozen=True)
class Mention:
    """A name where it stands: ``span`` covers the name alone, ``suffix`` is what Turkish hung on it ("'nın")."""

    span: Span
    suffix: str
    entity_id: str


_SHORT = 3  # letters; "AI" is no part of "ailesi", so names this short must match in case too


@dataclass
class NameIndex:
    """Names by their first folded letters, longest first; one folded name stands for one entity."""

    by_head: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> "NameIndex":
        """Build from pairs of name and entity_id. Finding takes time by the length of the text, not by the number of names."""
        grouped: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
        for name, entity_id in names:
            folded = key(name)
            grouped[folded[:2]].add((folded, name if len(name) <= _SHORT else "", entity_id))
        return cls({head: sorted(group, key=lambda entry: (-len(entry[0]), entry)) for head, group in grouped.items()})

    def find(self, text: str) -> list[Mention]:
        """Every known name that stands as a word of its own, the longest where several begin at one place."""
        folded = fold(text)
        position = {origin: index for index, origin in reversed(list(enumerate(folded.origin)))}
        found: list[Mention] = []
        reached = 0
        for word in WORD.finditer(text):
            if word.start() < reached:
                continue
            if mention := self._at(text, folded, position.get(word.start(), len(folded.text))):
                found.append(mention)
                reached = mention.span.end
        return found

    def _at(self, text: str, folded: Folded, start: int) -> Mention | None:
        for name, exact, entity_id in self.by_head.get(folded.text[start : start + 2], ()):
            if not folded.text.startswith(name, start):
                continue
            span = folded.back(start, start + len(name))
            suffix = suffix_after(text, span.end)
            if suffix is not None and exact in ("", span.cut(text)) and key(span.cut(text)) == name:
                return Mention(span, suffix, entity_id)
        return None
