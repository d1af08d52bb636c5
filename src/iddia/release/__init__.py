"""A release: its version computed from what changed, its record with a reason for every changed claim, its files."""
