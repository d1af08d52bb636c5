"""How much the tables must hold: schema/vocabulary/assertions.yaml read, checked, and held against the rows of a build."""
