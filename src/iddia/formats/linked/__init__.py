"""The tables as linked data: a graph with its context and shapes, and each claim as a nanopublication."""
