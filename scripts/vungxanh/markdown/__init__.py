"""Floor 4: the Python-Markdown extension. The only floor that imports markdown and pymdownx."""

from vungxanh.markdown.extension import Context, VungXanhExtension
from vungxanh.markdown.teach import BLOCK as TEACHER_PAGE

__all__ = ["TEACHER_PAGE", "Context", "VungXanhExtension"]
