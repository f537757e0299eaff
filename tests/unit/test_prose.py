"""Prose is what a reader reads, and each letter of it knows where it stands in its file."""

from pathlib import Path

import pytest

from projects import REPOSITORY, make_project
from vungxanh.model.lesson import LessonMeta, PageMeta
from vungxanh.model.passage import OBJECT
from vungxanh.readers.document import read_document
from vungxanh.readers.project import read_project
from vungxanh.readers.prose import passages

HEAD = '---\ntitle: "Trang “thử”"\ndescription: >-\n  Một trang\n  để thử.\n---\n\n'


def read(body: str):
    document, problems = read_document(HEAD + body, "docs/thu/index.md", "vi", PageMeta)
    assert problems == []
    return passages(document)


def texts(body: str):
    return [(one.kind, one.text) for one in read(body)[2:]]


def test_front_matter_comes_first_with_its_places():
    title, description = read("")
    assert (title.kind, title.text, title.place(0)) == ("title", "Trang “thử”", (2, 9))
    assert (description.kind, description.text) == ("summary", "Một trang để thử.")
    assert description.place(description.text.index("để")) == (5, 3)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Đọc **kỹ** rồi *hãy* __bấm__.", "Đọc kỹ rồi hãy bấm."),
        ("Xem [Luật **A**](../a/b.md#b-12 \"tên\"), Điều 7.", "Xem Luật A, Điều 7."),
        ("Gõ `run.py check`, rồi đợi.", f"Gõ {OBJECT}, rồi đợi."),
        ("Phím <kbd>Ctrl</kbd> và 35&nbsp;phút.<br>Hết", "Phím Ctrl và 35\u00a0phút.\nHết"),
        ("Một câu{: .nho } <!-- ghi chú --> khác.", "Một câu  khác."),
        ("Nếu a < b thì 2 * 3 \\* 4, ten_tep_dai.", "Nếu a < b thì 2 * 3 * 4, ten_tep_dai."),
        ("Ở <https://vi-du.vn/a> và https://vi-du.vn/b.", "Ở https://vi-du.vn/a và https://vi-du.vn/b."),
        ("[Trang][1] và [[111|một một một]] và [x] và [^1].", "Trang và 111 và [x] và ."),
    ],
)  # fmt: skip
def test_marks_of_markdown_are_no_text(source, expected):
    assert texts(source) == [("paragraph", expected)]


def test_each_kind_of_text_is_known():
    body = """## Đầu mục {#dau-muc}

Đoạn một,
hai dòng.

- việc một
  nối tiếp
- việc hai

1. bước một

> Lời trích
> hai dòng

| Cột một | Cột hai |
|---|:--|
| ô một | `mã` và chữ |

![Ảnh bà và cháu](img/ba.svg)

```
không phải chữ
```

    không phải chữ

<!-- không phải chữ -->

[1]: https://vi-du.vn
"""
    assert texts(body) == [
        ("heading", "Đầu mục"),
        ("paragraph", "Đoạn một,\nhai dòng."),
        ("list-item", "việc một\nnối tiếp"),
        ("list-item", "việc hai"),
        ("list-item", "bước một"),
        ("quotation", "Lời trích\nhai dòng"),
        ("cell", "Cột một"),
        ("cell", "Cột hai"),
        ("cell", "ô một"),
        ("cell", f"{OBJECT} và chữ"),
        ("alt", "Ảnh bà và cháu"),
    ]


QUIZ = """/// quiz | Em làm **gì**?
    id: lam-gi

> Một tin nhắn lạ

- [ ] Bấm
    > Chưa nên.
    > Hỏi đã.
- [x] Hỏi
    > Đúng.

Gợi ý: nhìn kỹ.

Giải thích: hỏi lại.

Rồi kể.
///

/// teacher-note
Nói chậm.
///

Hết.
"""


def test_a_question_is_known_part_by_part():
    found = read(QUIZ)[2:]
    assert [(one.kind, one.text, one.block, one.quoted) for one in found] == [
        ("stem", "Em làm gì?", "quiz", False),
        ("quotation", "Một tin nhắn lạ", "quiz", True),
        ("choice", "Bấm", "quiz", False),
        ("feedback", "Chưa nên.\nHỏi đã.", "quiz", False),
        ("choice", "Hỏi", "quiz", False),
        ("feedback", "Đúng.", "quiz", False),
        ("hint", "nhìn kỹ.", "quiz", False),
        ("explanation", "hỏi lại.", "quiz", False),
        ("explanation", "Rồi kể.", "quiz", False),
        ("paragraph", "Nói chậm.", "teacher-note", False),
        ("paragraph", "Hết.", "", False),
    ]


def test_quotation_marks_are_asked_by_place():
    (one,) = read("Bà nhắc: “Gọi ‘cháu’ nhé.” Rồi thôi.")[2:]
    assert one.quotation(one.text.index("Gọi")) == "“Gọi ‘cháu’ nhé.”"
    assert one.quotation(one.text.index("Rồi")) is None


def test_a_plan_and_the_registries_are_read_too(tmp_path: Path):
    folder = "lessons/hoc-sinh/mau"
    lesson = (REPOSITORY / "tests/golden/base" / folder / "index.md").read_text(encoding="utf-8")
    plan = "## I. Mục tiêu\n\n### Kiến thức\n\n- Nhận ra\n"
    root = make_project(tmp_path, {f"{folder}/index.md": lesson, f"{folder}/giao-an.md": plan})
    prose = read_project(root)[0].prose
    assert "Nhận ra" in [one.text for one in prose if one.file == f"{folder}/giao-an.md"]
    words = {(one.locale, one.text) for one in prose if one.file == "docs/_data/audiences.yml"}
    assert {("vi", "Học sinh"), ("en", "Pupils")} <= words


def test_every_letter_of_the_real_site_stands_where_it_is_said():
    project, _ = read_project(REPOSITORY)
    sources = {
        one.path: one.source.split("\n") for one in project.texts
    } | {
        f"docs/_data/{name}.yml": written.text.split("\n")
        for name, written in project.registries.written.items()
    }  # fmt: skip
    assert len(project.prose) > 5000
    for one in project.prose:
        for offset, letter in enumerate(one.text):
            if letter.isalnum():
                line, column = one.place(offset)
                written = sources[one.file][line - 1][column - 1]
                assert written in (letter, "&"), (one.file, line, column)


def test_a_lesson_has_its_objectives():
    head = "---\nid: CS-1\ntitle: a\nsummary: b\norder: 1\nminutes: 45\nstatus: draft\n"
    text = head + 'objectives:\n  - "Nhận ra"\n  - Hỏi lại\n---\n'
    document, _ = read_document(text, "lessons/hoc-sinh/a/index.md", "vi", LessonMeta)
    found = [(one.kind, one.text, one.place(0)) for one in passages(document)[2:]]
    assert found == [("objective", "Nhận ra", (9, 6)), ("objective", "Hỏi lại", (10, 5))]
