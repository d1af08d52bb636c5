"""From a corpus to a data package: schemas, rows, CSV, descriptor, and the swap that puts them in place."""
