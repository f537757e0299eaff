"""What the page of changes says where there is little to say."""

import datetime

from projects import make_project
from vungxanh.model.change import Change, Changed
from vungxanh.readers.project import read_project
from vungxanh.render.changes import changes

DAY = datetime.date(2026, 12, 1)


def page(folder, *history):
    project, _ = read_project(make_project(folder))
    pages = [*project.published(), *project.pages]
    return changes(project.registries, pages, history, "vi")


def test_an_edition_that_changes_no_content_says_so(tmp_path):
    html = page(tmp_path, Change(version="2026.2", made=DAY, before="2026.1"))
    assert "01/12/2026; so với ấn bản 2026.1." in html
    assert "chỉ cách trình bày" in html


def test_what_is_gone_is_named_and_not_linked(tmp_path):
    lesson = Changed(vi="Bài <cũ>", en="Old", path="lessons/hoc-sinh/cu/index.md")
    law = Changed(vi="Luật xưa", en="Law", registry="legal", anchor="b-99")
    html = page(
        tmp_path,
        Change(version="2026.3", made=DAY, before="2026.2", removed=(lesson,)),
        Change(version="2026.2", made=DAY, before="2026.1", added=(lesson, law)),
    )
    assert html.count("<li>Bài &lt;cũ&gt;</li>") == 2
    assert "<li>Văn bản: Luật xưa</li>" in html
    assert "<a" not in html
