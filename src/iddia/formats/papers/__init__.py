"""What describes a release: cards, citations, metadata of catalogues and archives, the data dictionary."""
