"""The forms in which a release is published: each module makes files of one form out of a ``Publication``."""
