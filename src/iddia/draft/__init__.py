"""Drafts of what people write: the reading of a new article, a new entry of the registry or the vocabulary.

A draft is made by the detectors that later check it, and leaves empty whatever only a reader can know.
"""
