"""Floor 4: the Python-Markdown extension. The only floor that imports markdown and pymdownx."""

from vungxanh.markdown.extension import Context, VungXanhExtension

__all__ = ["Context", "VungXanhExtension"]
