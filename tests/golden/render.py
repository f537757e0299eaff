"""Renders Markdown as the site does, without MkDocs: the floors below it stand alone."""

from pathlib import Path

from markdown import Markdown

from vungxanh.markdown import Context, VungXanhExtension
from vungxanh.model.lesson import Locale
from vungxanh.readers.project import read_project
from vungxanh.text.fold import slug


def render(root: Path, text: str, file: str, locale: Locale = "vi") -> tuple[str, Context]:
    """Return the HTML of `text`, as if it stood in `file` of the project at `root`."""
    project, _ = read_project(root)
    context = Context(
        project.registries,
        project.published(),
        file,
        locale,
        pages=project.pages,
        plans=project.plans,
    )
    extensions = ["attr_list", "tables", "sane_lists", "toc", "pymdownx.superfences"]
    settings = {"toc": {"slugify": slug}}
    converter = Markdown(
        extensions=[*extensions, VungXanhExtension(context)], extension_configs=settings
    )
    return converter.convert(text), context
