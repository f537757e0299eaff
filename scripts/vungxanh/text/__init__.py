"""Floor 1: Vietnamese text as bytes, letters and lines. Standard library only."""
