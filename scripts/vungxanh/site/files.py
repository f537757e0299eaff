"""`docs/` and `lessons/` become one site: lessons join MkDocs' files in two phases.

The translation plugin keeps only files under docs_dir and makes each anew. So lessons go in before
it as if they lay in docs/, and are pointed back at their real place after it.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from vungxanh.readers.project import Project


def add_lessons(project: Project, files: Files, config: MkDocsConfig, drafts: bool) -> None:
    """Add what belongs to each shown lesson: its texts, its plan and its pictures.

    Texts of `docs/` that could not be read are left out, as those of lessons are.
    """
    for file in files.documentation_pages():
        if f"docs/{file.src_uri}" not in project.by_path:
            files.remove(file)
    shown = {(one.audience, one.slug) for one in project.published(drafts)}
    added = [
        File(
            path.removeprefix("lessons/"),
            config.docs_dir,
            config.site_dir,
            config.use_directory_urls,
        )
        for path in sorted(project.files)
        if path.startswith("lessons/")
        and tuple(path.split("/")[1:3]) in shown
        and (path in project.by_path or path in project.plans or not path.endswith(".md"))
    ]
    for file in added:
        file.inclusion = InclusionLevel.NOT_IN_NAV  # the translation plugin copies this at once
        files.append(file)


def return_lessons(project: Project, files: Files) -> None:
    """Point every lesson file back at `lessons/`, where its bytes are."""
    root: Path = project.root
    for file in files:
        real = f"lessons/{file.src_uri}"
        if real in project.files:
            file.src_dir = str(root / "lessons")
            file.abs_src_path = str(root / real)
            file.edit_uri = f"../{real}"
