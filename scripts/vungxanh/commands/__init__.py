"""Floor 7: each module is one verb: its NAME and HELP, the arguments it takes, what it does."""
