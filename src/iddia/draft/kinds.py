"""What can be added to the registry and the vocabulary: for each kind its keys, in the order in which they are written.

Nothing is imported here but plain values: the command line reads this before it knows whether it will be needed.
"""

from dataclasses import dataclass
from typing import Literal

from iddia.language import Said

Form = Literal["word", "text", "pair", "paragraph", "words", "names"]


@dataclass(frozen=True)
class Slot:
    """One key: how its value is written, what belongs there, and whether every entry needs it.

    A word is an id, a number or one of a closed list; a pair is said in both languages, on one line or (a paragraph) on two; words
    are a list of words or texts, names a list of names. ``only`` names the key and value beside which alone the slot has a place.
    """

    key: str
    form: Form
    hint: Said
    needed: bool = True
    only: tuple[str, str] | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The command's options for it, without the two hyphens."""
        name = {"names": "name", "words": "word"}.get(self.key, self.key).replace("_", "-")
        return (f"{name}-en", f"{name}-tr") if self.form in ("pair", "paragraph") else (name,)

    @property
    def is_list(self) -> bool:
        """Whether its option may be given several times."""
        return self.form in ("words", "names")


_LABEL = Slot("label", "pair", ("how people call it", "insanların ona verdiği ad"))
_WIKIDATA = Slot("wikidata", "word", ("Q or P and a number, if Wikidata has it", "Wikidata'da varsa Q ya da P ve bir sayı"), needed=False)
_TYPES: Said = ("a list in [ ]", "[ ] içinde liste")

KINDS: dict[str, tuple[Slot, ...]] = {
    "entity": (
        Slot("type", "word", ("what sort of thing it is", "ne tür bir şey olduğu")),
        _LABEL,
        Slot("description", "pair", ("what it is, in a sentence", "ne olduğu, bir cümleyle")),
        Slot("parent", "word", ("the entity that it belongs to or is made by", "bağlı olduğu ya da onu yapan varlık"), needed=False),
        _WIKIDATA,
        Slot(
            "names",
            "names",
            ("how articles name it, without case suffixes", "makalelerde geçen adları, çekim eki olmadan"),
            needed=False,
        ),
    ),
    "property": (
        _LABEL,
        Slot("definition", "paragraph", ("what a claim with it says of its subject", "bu özelliği taşıyan savın öznesi için ne dediği")),
        Slot("value_kind", "word", ("what its value is", "değerinin ne olduğu")),
        Slot("dimension", "word", ("of the value's unit", "değerin biriminin boyutu"), only=("value_kind", "quantity")),
        Slot("domain", "words", _TYPES),
        Slot("range", "words", _TYPES, only=("value_kind", "entity")),
        Slot(
            "single_valued", "word", ("can one subject have one true value at a time?", "bir öznenin aynı anda tek doğru değeri mi olur?")
        ),
        _WIKIDATA,
    ),
    "unit": (
        Slot("label", "pair", ("as it stands behind a number: US dollars", "sayının ardında yazıldığı gibi: ABD doları")),
        Slot("dimension", "word", ("what it measures", "neyi ölçtüğü")),
        Slot("factor", "word", ("what one of it is in the dimension's base unit", "bir tanesinin, boyutun temel birimindeki karşılığı")),
        Slot("code", "word", ("UCUM, or ISO 4217 for money", "UCUM; para için ISO 4217"), needed=False),
        Slot(
            "words",
            "words",
            ("how Turkish articles print it, in lower case, without suffix", "Türkçe makalelerde yazılışı, küçük harfle, eksiz"),
            needed=False,
        ),
    ),
    "cue": (
        Slot("form", "text", ("as a grammar would write it: iddia edil-, -mIş", "dilbilgisi kitabındaki gibi: iddia edil-, -mIş")),
        Slot("pattern", "text", ("a regular expression of Python", "bir Python düzenli ifadesi")),
        Slot("modality", "word", ("what it marks", "hangi kipliği belirttiği")),
    ),
    "reference": (
        Slot("title", "text", ("of the outside source", "dış kaynağın başlığı")),
        Slot("publisher", "text", ("who published it", "yayımlayan")),
        Slot("published", "text", ("EDTF: 2025-08-15", "EDTF: 2025-08-15"), needed=False),
        Slot("url", "text", ("its address", "adresi"), needed=False),
        Slot("kind", "word", ("primary: whoever made or did what is told", "primary: anlatılanı yapan ya da üreten")),
        Slot("basis", "word", ("retrieved: the text was seen; recalled: from memory", "retrieved: metin görüldü; recalled: bellekten")),
        Slot("note", "text", ("which version was seen", "hangi sürümün görüldüğü"), needed=False),
    ),
}
