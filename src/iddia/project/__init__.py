"""From files to accounts: articles, their readings anchored to the text, the registry and the vocabulary."""
