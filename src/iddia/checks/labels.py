"""The header row of a table against its schema."""

from iddia.checks.fault import Fault
from iddia.checks.places import cell_spans, span_place, unquoted
from iddia.checks.tables import Schema
from iddia.errors import Place, Problem, did_you_mean
from iddia.language import Said

WIDEST = 2_000
"""Columns a table may have."""


class Header:
    """A header: ``labels`` in order, ``at`` the number of each column of the schema, ``problems`` what is wrong.

    Not ``is_sound`` when rows cannot be told by it.
    """

    def __init__(self, file: str, record: bytes, schema: Schema) -> None:
        self.file, self.problems = file, list[Problem]()
        self.labels: list[str] = []
        self.at: dict[str, int] = {}
        self._wanted = [column.name for column in schema.columns]
        self.is_sound = self._readable(record)
        if self.is_sound:
            self._compare(self._wanted)

    def _readable(self, record: bytes) -> bool:
        if not record or record.count(b",") >= WIDEST or len(record) > 1 << 20:
            words = _EMPTY if not record else _WIDE
            expected = (f"a header row of {WIDEST} columns at most", f"en çok {WIDEST} sütunlu bir başlık satırı")
            self._add(Place(self.file), Fault("header-broken", words, str(record.count(b",") + 1) if record else None, expected, _HEADER))
            return False
        try:
            self._text = record.decode("utf-8")
        except UnicodeDecodeError as error:
            at = len(record[: error.start].decode("utf-8"))
            place = span_place(self.file, record[: error.start].decode("utf-8") + " ", 1, at, at + 1)
            message = ("a byte of the header is no UTF-8", "başlıktaki bir bayt UTF-8 değil")
            self._add(place, Fault("file-encoding", message, f"0x{record[error.start]:02x}", "UTF-8", _UTF8))
            return False
        if "\0" in self._text or "\r" in self._text:
            message = ("the header holds a NUL or a lone carriage return", "başlıkta NUL ya da tek başına satır başı karakteri var")
            self._add(Place(self.file), Fault("header-broken", message, None, None, _HEADER))
            return False
        self._spans = cell_spans(self._text)
        raw = [self._text[start:end] for start, end in self._spans]
        for number, cell in enumerate(raw):
            if '"' in cell and not (len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', "")):
                message = ("a quotation mark of the header stands wrong", "başlıktaki bir tırnak yanlış yerde")
                self._add(self._place(number), Fault("header-broken", message, cell[:60], None, _HEADER))
                return False
        self.labels = [unquoted(cell) for cell in raw]
        return not self._is_separated_otherwise()

    def _is_separated_otherwise(self) -> bool:
        """Whether the one label is several, as spreadsheets write them where the comma is decimal; it is told once, and no row is read."""
        if len(self.labels) != 1 or self.labels[0] in self._wanted:
            return False
        for separator, name in _SEPARATORS.items():
            if any(label.strip('"') in self._wanted for label in self.labels[0].split(separator)[1:]):
                words = tuple(words.format(name[at]) for at, words in enumerate(_SEPARATED))
                self._add(self._place(0), Fault("header-broken", (words[0], words[1]), self._text[:60], _COMMAS, _SAVE_WITH_COMMAS))
                return True
        return False

    def _compare(self, wanted: list[str]) -> None:
        """Name the labels that are blank, twice, unknown, missing or out of order."""
        unknown = []
        for number, label in enumerate(self.labels):
            if not label.strip():
                self._add(self._place(number), Fault("column-blank", _BLANK, None, _NAME, _NAME_IT))
            elif label in self.at:
                message = (f"the column {label} stands twice", f"{label} sütunu iki kez geçiyor")
                mend = ("remove or rename one; the first was checked", "birini silin ya da adını değiştirin; ilki denetlendi")
                self._add(self._place(number), Fault("column-twice", message, label[:60], None, mend))
            elif label in wanted:
                self.at[label] = number
            else:
                unknown.append(number)
        missing = [name for name in wanted if name not in self.at]
        for number in unknown:
            label = self.labels[number]
            message = (
                "the schema knows no such column, so its cells were not checked",
                "şemada böyle bir sütun yok; hücreleri denetlenmedi",
            )
            near = did_you_mean(label, missing) or did_you_mean(label, wanted)
            mend = ("correct the label, or describe the column in the schema", "başlığı düzeltin ya da sütunu şemada tanımlayın")
            self._add(self._place(number), Fault("column-unknown", message, label[:60], None, mend, near))
        for name in missing:
            message = (f"the column {name} is missing", f"{name} sütunu eksik")
            near = did_you_mean(name, [self.labels[number] for number in unknown])
            self._add(Place(self.file), Fault("column-missing", message, None, name, ("add the column", "sütunu ekleyin"), near))
        if not self.problems and (order := [label for label in self.labels if label in self.at]) != wanted:
            number = next(number for number, label in enumerate(order) if label != wanted[number])
            message = ("the columns stand in another order than in the schema", "sütunların sırası şemadakinden farklı")
            mend = ("put the columns in the schema's order", "sütunları şemadaki sıraya koyun")
            self._add(self._place(number), Fault("column-order", message, order[number], wanted[number], mend))

    def _place(self, number: int) -> Place:
        return span_place(self.file, self._text, 1, *self._spans[number])

    def _add(self, place: Place, fault: Fault) -> None:
        self.problems.append(fault.at(place))


_EMPTY: Said = ("the file has no header row", "dosyada başlık satırı yok")
_WIDE: Said = ("the header row is too long", "başlık satırı çok uzun")
_HEADER: Said = ("write one row of column names first", "ilk satıra sütun adlarını yazın")
_UTF8: Said = ("save the file as UTF-8", "dosyayı UTF-8 olarak kaydedin")
_SEPARATORS: dict[str, Said] = {";": ("semicolons", "noktalı virgülle"), "\t": ("tabs", "sekmeyle"), "|": ("bars", "dikey çizgiyle")}
_SEPARATED: Said = ("{} separate the cells, so no row was read", "hücreler {} ayrılmış; hiçbir satır okunmadı")
_COMMAS: Said = ("commas between the cells", "hücreler arasında virgül")
_SAVE_WITH_COMMAS: Said = ("save the file with commas between the cells", "dosyayı hücreler virgülle ayrılacak biçimde kaydedin")
_BLANK: Said = ("a column has no name", "bir sütunun adı yok")
_NAME: Said = ("a name of the schema", "şemadan bir ad")
_NAME_IT: Said = ("name it, or remove the column", "ad verin ya da sütunu silin")
