"""Floor 6: MkDocs and its events. The only floor that imports mkdocs; leaving it costs this floor."""
