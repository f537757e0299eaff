"""Floor 6: MkDocs and its events. Only this floor imports mkdocs; leaving it costs only this."""
