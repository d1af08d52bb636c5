"""Comparing claims, from the ground up; arrows point upwards in this list.

- intervals, statements, times, identities: what a claim says, as comparisons see it
- relation, pairs, origins: claims about one thing, compared; large does the same for millions
- grounding, exclusions, encoding, clashes: constraints applied to claims, and what breaks them
- detailwords, workings, details: what was found, in words
- relations: all of it together; explanations: whether each disagreement has its explanation
"""
