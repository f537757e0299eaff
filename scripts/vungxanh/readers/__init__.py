"""Floor 2: files become values and problems. Readers print nothing and write nothing."""
