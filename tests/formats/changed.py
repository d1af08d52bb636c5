"""A publication that tells of a claim which no table has any more: before the first release there is none."""

import dataclasses

from iddia.formats.publication import Publication

HEAD = b"version,claim_id,change,field,before,after,reason\n"


def with_a_retraction(published: Publication) -> Publication:
    """The same with one row in ``changes``."""
    path = "data/changes.csv"
    assert published.files[path].startswith(HEAD)
    row = b"1.0.0,gone-article.01,retracted,statement_en,It was so.,,Never said.\n"
    return dataclasses.replace(published, files={**published.files, path: HEAD + row})
