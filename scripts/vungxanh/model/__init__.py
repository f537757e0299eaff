"""Floor 2: what a site is made of, as frozen values. Nothing here reads files or prints."""
