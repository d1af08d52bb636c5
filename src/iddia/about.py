"""What is said of the package as a whole, once."""

NAME = "iddia"
VERSION = "0.1.0"
TITLE = ("iddia: a ledger of claims", "iddia: bir sav defteri")
DESCRIPTION = (
    (
        "Who said what, how sure they were, in which exact words: the claims of five Turkish articles on DeepSeek (R1, R2, Nvidia H20, "
        "Huawei Ascend, training costs) as linked tables of claims, evidence, attributions, entities and sources."
    ),
    (
        "Kim ne dedi, ne kadar emindi, tam olarak hangi sözcüklerle: DeepSeek üzerine beş Türkçe makalenin (R1, R2, Nvidia H20, "
        "Huawei Ascend, eğitim maliyeti) savları; birbirine bağlı sav, kanıt, atıf, varlık ve kaynak tabloları olarak."
    ),
)
KEYWORDS = ("claims", "fact-checking", "evidentiality", "attribution", "Turkish", "DeepSeek")
DATA_LICENSE = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "Creative Commons Attribution 4.0"}
AUTHOR = "The contributors to iddia"
"""Who is cited: nobody by name, since none is known to the package."""
REPOSITORY: str | None = None
"""Where the repository is published; None until it is. No form of a release names an address that is not known."""
