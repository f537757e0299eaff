"""What a lesson says of itself: reviews, sources, and what in it is no longer so."""

import datetime

import pytest

from projects import BASE, make_project
from vungxanh.readers.project import read_project
from vungxanh.render.about import about, notices

LESSON, ENGLISH = "lessons/hoc-sinh/mau/index.md", "lessons/hoc-sinh/mau/index.en.md"
LAW = "../../../docs/phap-luat/index.md"


def project(folder, body="", front="", english=""):
    files = {}
    for name, keys, text in ((LESSON, front, body), (ENGLISH, english, "")):
        head, _, rest = (BASE / name).read_text(encoding="utf-8").partition("\n---\n")
        files[name] = f"{head}{keys}\n---\n{text}\n\n{rest}"
    read, _ = read_project(make_project(folder, files))
    return read, read.lessons[0]


def told(folder, body, locale="vi"):
    read, lesson = project(folder, body)
    return notices(read.registries, lesson, locale)


def test_a_lesson_that_leans_on_the_law_of_today_says_nothing(tmp_path):
    assert told(tmp_path, f"## Một\n\n[Luật]({LAW}#b-12)") == []


def test_a_dead_document_is_named_with_its_part_and_what_took_its_place(tmp_path):
    body = f"[Luật]({LAW}#b-13)\n\n## Hai & ba\n\n[Luật]({LAW}#b-13)\n\n[nữa]({LAW}#b-13)"
    [notice] = told(tmp_path, body)
    old = (
        '<a href="../../phap-luat/index.html#b-13">Luật “An ninh mạng năm 2018” (24/2018/QH14)</a>'
    )
    new = '<a href="../../phap-luat/index.html#b-12">Luật “An ninh mạng” (116/2025/QH15)</a>'
    assert notice.replace("\u00a0", " ") == (
        f'Phần mở đầu, <a href="#hai-ba">“Hai &amp; ba”</a> nhắc tới {old}, '
        f"văn bản đã được thay bằng {new}. Các phần khác của bài vẫn dùng được."
    )


def test_a_paragraph_that_names_the_new_one_too_tells_it_itself(tmp_path):
    assert told(tmp_path, f"[Luật cũ]({LAW}#b-13), nay là\n[luật mới]({LAW}#b-12).") == []


def test_what_only_the_teacher_reads_troubles_no_pupil(tmp_path):
    assert told(tmp_path, f"## Một\n\n/// teacher-note\n[Luật]({LAW}#b-13)\n///") == []


def test_a_translation_of_an_older_text_says_which_one_is_right(tmp_path):
    read, lesson = project(tmp_path, english='\ntranslates: "00000000"')
    [notice] = notices(read.registries, lesson, "en")
    assert '<a href="../../../hoc-sinh/mau/index.html" hreflang="vi">Vietnamese text</a>' in notice
    assert notices(read.registries, lesson, "vi") == []


def test_a_translation_of_this_text_says_nothing(tmp_path):
    read, lesson = project(tmp_path / "1")
    digest = lesson.documents["vi"].digest
    read, lesson = project(tmp_path / "2", english=f'\ntranslates: "{digest}"')
    assert notices(read.registries, lesson, "en") == []


def test_the_foot_says_when_it_was_reviewed_and_when_it_is_due(tmp_path):
    front = "\nreviewed: 2026-03-05\nreviewer: Phòng Văn hóa - Xã hội"
    read, lesson = project(tmp_path, front=front)
    foot = about(read.registries, lesson, "vi")
    assert (foot.reviewed, foot.next) == ("05/3/2026, Phòng Văn hóa - Xã hội", "05/3/2027")
    assert foot.due == datetime.date(2027, 3, 5)
    assert "quá hạn rà soát từ 05/3/2027" in foot.overdue


@pytest.mark.parametrize(("locale", "said"), [("vi", "chưa có ai rà soát"), ("en", "nobody has")])
def test_a_lesson_nobody_has_reviewed_says_so_and_is_not_overdue(locale, said, tmp_path):
    read, lesson = project(tmp_path)
    foot = about(read.registries, lesson, locale)
    assert foot.reviewed.startswith(said)
    assert (foot.due, foot.overdue) == (None, "")


def test_sources_are_named_once_in_the_order_of_the_text(tmp_path):
    body = f"[Luật]({LAW}#b-13), [luật mới]({LAW}#b-12), [Luật]({LAW}#b-13)"
    read, lesson = project(tmp_path, body)
    sources = about(read.registries, lesson, "vi").sources
    assert [one.href.rpartition("#")[2] for one in sources[:2]] == ["b-13", "b-12"]
    assert len({one.href for one in sources}) == len(sources)
