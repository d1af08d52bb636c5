"""Whose the words in a release are, said once for every form that tells of the licence."""

from iddia.language import Said

QUOTES: Said = (
    (
        "The quotes together cover more than four fifths of each article. They belong to the articles' publishers and are given as "
        "evidence: CC BY 4.0 covers what the contributors wrote (claims, labels, statements, structure), not the quotes."
    ),
    (
        "Alıntılar bir araya geldiğinde her makalenin beşte dördünden fazlasını kapsar. Hakları makalelerin yayımcılarınındır ve kanıt "
        "olarak verilirler: CC BY 4.0 katkıda bulunanların yazdıklarını (savlar, etiketler, önermeler, yapı) kapsar, alıntıları kapsamaz."
    ),
)
"""A test measures the share, and that docs/datasheet.md says the same."""
