"""What a row, a reading and a vocabulary may be: pydantic models, from which every schema is generated."""
