"""What lies in the folder of a release: each file's name and what it is, said once for every form that tells of the others."""

from collections.abc import Iterable

from iddia.language import Said

PARQUET = "parquet/"
OPTIONAL: dict[str, Said] = {
    "annotation.md": ("the rules by which articles are read", "makalelerin okunduğu kurallar"),
    "agreement.md": ("how far two independent readings agreed", "iki bağımsız okumanın ne kadar uyuştuğu"),
}
"""Files that a release has when its project has them: nobody misses them where they are not there."""
FILES: dict[str, Said] = {
    "README.md": ("this page", "bu sayfa"),
    "iddia-<version>.zip": ("the data package: CSV, schemas, descriptor", "veri paketi: CSV, şemalar, tanım dosyası"),
    PARQUET: ("each table as Parquet, typed, its descriptions inside", "her tablo Parquet olarak; türleri ve açıklamaları içinde"),
    "iddia-<version>.sqlite": (
        "all tables in one SQLite file, with keys, views, full-text search and a codebook",
        "bütün tablolar tek SQLite dosyasında; anahtarlar, görünümler, metin araması ve sütun kılavuzuyla",
    ),
    "datasette.json": ("what Datasette shows beside the SQLite file", "Datasette'in SQLite dosyasının yanında gösterdikleri"),
    "duckdb.sql": ("views over `parquet/` for DuckDB, each column explained", "DuckDB için `parquet/` görünümleri; her sütun açıklamalı"),
    "claims.jsonld": ("the tables as a graph of linked data", "tablolar, bağlı veri grafiği olarak"),
    "context.jsonld": ("the terms that `claims.jsonld` uses", "`claims.jsonld` içinde geçen terimler"),
    "shapes.ttl": ("what a record of the graph must look like, in SHACL", "grafikteki bir kaydın nasıl olması gerektiği, SHACL ile"),
    "nanopubs.trig": ("each claim as a nanopublication, unsigned", "her sav bir nanoyayın olarak, imzasız"),
    "croissant.json": ("the dataset in Croissant's terms", "veri kümesi Croissant terimleriyle"),
    "ro-crate-metadata.json": ("the folder as an RO-Crate", "klasör, RO-Crate olarak"),
    "CITATION.cff": ("how it is cited, for reference managers", "nasıl kaynak gösterileceği, kaynakça yazılımları için"),
    ".zenodo.json": ("how Zenodo describes it", "Zenodo'daki tanıtımı"),
    "CHANGELOG.md": ("what each version changes for a reader", "her sürümün okur için neyi değiştirdiği"),
    "LICENSE": ("the licence of the data", "verinin lisansı"),
    "dictionary.md": ("every column of every table, in English and Turkish", "bütün tabloların bütün sütunları, İngilizce ve Türkçe"),
    "datasheet.md": (
        "how the data came about, what it is for and what it is not",
        "verinin nasıl oluştuğu, ne için olduğu ve ne için olmadığı",
    ),
    "diff.json": ("what changed since the version before, for programs", "önceki sürümden bu yana değişenler, programlar için"),
    "diff.md": ("the same as a page of text", "aynısı, metin olarak"),
    "diff.html": ("the same for a browser", "aynısı, tarayıcı için"),
    "diff.csv": ("the same as a table", "aynısı, tablo olarak"),
    "release.json": ("version, date, level of change, rows by table", "sürüm, tarih, değişiklik düzeyi, tablolardaki satırlar"),
    "SHA256SUMS": ("checksums of all other files: `sha256sum -c SHA256SUMS`", "öteki dosyaların sağlaması: `sha256sum -c SHA256SUMS`"),
}
"""Files that every release has; those of a difference only if there is a version before."""


def known_as(path: str, version: str) -> str:
    """The entry of FILES or OPTIONAL that a path falls under. ValueError where there is none: nothing is published that nobody explains."""
    name = PARQUET if path.startswith(PARQUET) else path.replace(version, "<version>")
    if name not in FILES and name not in OPTIONAL:
        raise ValueError(f"no line in FILES says what this file of a release is: {path}")
    return name


def told_of(path: str, version: str) -> Said:
    """What a file is. Raises as ``known_as`` does."""
    return (FILES | OPTIONAL)[known_as(path, version)]


def file_list(paths: Iterable[str], version: str) -> str:
    """The files as a Markdown list in English, in the order above. Raises as ``known_as`` does."""
    there = {known_as(path, version) for path in paths}
    return "".join(f"- `{name.replace('<version>', version)}`: {words[0]}\n" for name, words in (FILES | OPTIONAL).items() if name in there)
