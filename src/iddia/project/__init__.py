"""From files to a corpus: articles, their readings anchored to the text, the registry and the vocabulary."""
