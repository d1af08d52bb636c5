"""Comparing claims: intervals, pair relations, constraints, origins. Plain functions of statements and the vocabulary."""
