"""What a browser would run or fetch is found however it is written; what it would not is left."""

import pytest

from projects import BASE, make_project
from vungxanh.checks.access import check_access
from vungxanh.checks.markup import check_markup
from vungxanh.readers.project import read_project

LESSON = "lessons/hoc-sinh/mau/index.md"
PLAN = "lessons/hoc-sinh/mau/giao-an.md"
RUNS = (
    "<script>chay()</script>",
    "<img src=x onerror=chay()>",
    '<b title="a>b" onclick=chay()>đậm</b>',
    '<a href="java&#10;script:chay()">Đi</a>',
    "[Đi](javascript:chay())",
    '## Đề mục { onclick="chay()" }',
    "<svg><script>chay()</script></svg>",
    "<!-- lời chú --> <SCRIPT>chay()</SCRIPT>",
    r"\`<script>\`",
    "```\n<script>chay()</script>",  # a fence that nobody closed is none
    '<meta http-equiv="refresh" content="0">',
)
CALLS = (
    '<iframe src="a.html"></iframe>',
    "![Hai bạn](//anh.vi-du.vn/a.png)",
    '<img alt="Hai bạn" srcset="a.png 1x, https://anh.vi-du.vn/b.png 2x">',
    '<form action="/nhan"></form>',
    '<p style="background: URL(a.png)">chữ</p>',
    '![Hai bạn](img/tin-nhan.svg){ style="background:url(//a)" }',
    '<svg><use xlink:href="https://vi-du.vn/a.svg"/></svg>',
    "<style>@import 'a.css'</style>",
)
LEFT = (
    "nếu a < b thì a + 1 < b + 1",
    "thẻ `<script>` và ``<img onerror=`x`>``",
    "```html\n<script>chay()</script>\n```",
    "<!-- <script>chay()</script> -->",
    '<a href="https://vi-du.vn">Ví dụ</a>',
    '<p style="color: red">chữ</p>',
    "{#ba-dau-hieu} và { x = 1 }",
    "<details open><summary>Đáp án</summary>B</details>",
)


def found(check, folder, passage, file=LESSON):
    text = (BASE / file).read_text(encoding="utf-8") + f"\n{passage}\n"
    project, _ = read_project(make_project(folder, {file: text}))
    return [problem.code for problem in check(project)]


@pytest.mark.parametrize("passage", RUNS)
def test_what_would_run_is_found(passage, tmp_path):
    assert "html-code" in found(check_markup, tmp_path, passage)


@pytest.mark.parametrize("passage", CALLS)
def test_what_would_call_somebody_is_found(passage, tmp_path):
    assert found(check_markup, tmp_path, passage) == ["html-remote"]


@pytest.mark.parametrize("passage", LEFT)
def test_what_a_browser_only_shows_is_left(passage, tmp_path):
    assert found(check_markup, tmp_path, passage) == []


def test_a_plan_is_looked_at_too(tmp_path):
    assert found(check_markup, tmp_path, RUNS[0], PLAN) == ["html-code"]
    assert found(check_access, tmp_path / "b", "[đây](index.md)", PLAN) == ["link-words"]


@pytest.mark.parametrize(
    ("passage", "codes"),
    [
        ("[![](img/tin-nhan.svg)](index.md)", ["alt-none"]),
        ("![tin nhắn](img/tin-nhan.svg)", []),
        ("![tin-nhan](img/tin-nhan.svg)", ["alt-bare"]),
        ("[*Xem tại đây…*](index.md)", ["link-words"]),
        ("[Click here](index.md)", ["link-words"]),
        ("[một bài riêng](index.md)", []),
        ("#chuyenvui hôm nay", ["heading-first"]),
        ("/// quiz | Một bước\n    id: mot-buoc\n\n#### Bước\n///", []),
    ],
)
def test_listeners_get_words(passage, codes, tmp_path):
    assert found(check_access, tmp_path, passage) == codes


@pytest.mark.parametrize(
    ("inside", "codes"),
    [
        ("<script>chay()</script>", ["html-code"]),
        ('<g onload="chay()"/>', ["html-code"]),
        ('<image href="https://anh.vi-du.vn/a.png"/>', ["html-remote"]),
        ("<style>@import 'https://vi-du.vn/a.css';</style>", ["html-remote"]),
        ('<style>.la { fill: url(#la) }</style><path style="fill:url(#la)"/>', []),
    ],
)
def test_a_drawing_is_a_page_too(inside, codes, tmp_path):
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>\n'
    files = {"lessons/hoc-sinh/mau/img/tin-nhan.svg": drawing}
    project, _ = read_project(make_project(tmp_path, files))
    assert [problem.code for problem in check_markup(project)] == codes


@pytest.mark.parametrize("name", ["trang.html", "ma.js"])
def test_a_program_beside_a_lesson_is_told(name, tmp_path):
    project, _ = read_project(make_project(tmp_path, {f"lessons/hoc-sinh/mau/{name}": "1"}))
    assert [problem.code for problem in check_markup(project)] == ["html-code"]
