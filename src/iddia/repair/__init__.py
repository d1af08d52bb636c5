"""Repairs that cannot change what is meant: of the authored YAML files, and of nothing else."""

from iddia.repair.difference import diff
from iddia.repair.repairs import Repair, repairs, uncanonical
from iddia.repair.writing import write

__all__ = ["Repair", "diff", "repairs", "uncanonical", "write"]
