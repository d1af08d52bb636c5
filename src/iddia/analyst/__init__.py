"""What the analyst holds: the tables as DataFrames, joined, worded and shown. Needs pandas and rich, nothing else."""
