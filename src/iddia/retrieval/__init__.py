"""Releases by their version: where they lie, how one that lies elsewhere is fetched, and what is kept of it."""
