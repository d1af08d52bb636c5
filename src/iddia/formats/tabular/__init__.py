"""The tables in files that databases and data frames read."""
