"""Floor 5: every link of a built site, ours or anyone's. Nothing is fetched. Begins in `run`."""
