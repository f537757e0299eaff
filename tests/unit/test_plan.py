"""A lesson plan is read as it is written, line by line, and nothing of it gets lost."""

from projects import BASE, make_project
from vungxanh.readers.plan import read_plan
from vungxanh.readers.project import read_project

FILE = "lessons/hoc-sinh/mau/giao-an.md"
PLAN = (BASE / FILE).read_text(encoding="utf-8")
LESSON = (BASE / FILE).with_name("index.md").read_text(encoding="utf-8")
PRIMARY = """\
## I. Yêu cầu cần đạt

- Nói được “Tớ không thích”.

## II. Đồ dùng dạy học

- Tranh.

## III. Các hoạt động dạy học chủ yếu

### Hoạt động 1: Mở đầu (5 phút)

**Mục tiêu:** Vào tình huống.

| Hoạt động của giáo viên | Hoạt động của học sinh |
|---|---|
| Hỏi: “Chi vui \\| buồn?” | Trả lời **một từ**. |
| Đọc lại. |  |

Cả lớp hát.

## IV. Điều chỉnh sau bài dạy
"""


def test_a_plan_has_its_parts_with_their_lines():
    plan, problems = read_plan(PLAN, FILE, "vi", "5512")
    assert problems == []
    assert [part.name for part in plan.aims] == ["Kiến thức", "Năng lực", "Phẩm chất"]
    first, second = plan.activities
    assert (first.name, first.minutes, first.line) == ("Mở đầu", 7, 21)
    assert (second.name, plan.minutes) == ("Luyện tập", 45)
    assert first.goal.text == "Học sinh thấy mình ở trong tình huống."
    assert [step.name for step in first.steps] == [
        "Giao nhiệm vụ", "Thực hiện", "Báo cáo, thảo luận", "Kết luận, nhận định",
    ]  # fmt: skip
    assert first.steps[0].text.endswith("rồi hỏi:\n\n“Em có bấm không? Vì sao?”")
    assert first.steps[2].text.endswith("\n- em muốn bấm;\n- em muốn hỏi lại.")
    assert [part.name for part in plan.further] == ["Lớp không có thiết bị"]
    assert [link.target for link in plan.links] == ["index.md"]


def test_every_word_of_a_plan_is_kept():
    added = PLAN.replace("**Nội dung:** Làm phiếu.", "Nói trước.\n\n**Nội dung:** Làm phiếu.")
    added = added.replace("đọc đáp án.\n", "đọc đáp án.\n\nCả lớp hát.\n")
    added = added.replace("### Hoạt động 1", "Xếp bàn.\n\n### Hoạt động 1")
    plan, problems = read_plan(added, FILE, "vi", "5512")
    assert problems == []
    assert plan.introduction == "Xếp bàn."
    assert plan.activities[1].goal.text.endswith("Nói trước.")
    assert plan.activities[1].after == "Cả lớp hát."


def test_headings_inside_a_fence_cut_nothing():
    fenced = PLAN + "\n```\n## I. Mục tiêu\n### Hoạt động 9\n```\n"
    plan, problems = read_plan(fenced, FILE, "vi", "5512")
    assert problems == []
    assert "### Hoạt động 9" in plan.further[0].text


def test_a_primary_plan_has_two_columns():
    plan, problems = read_plan(PRIMARY, FILE, "vi", "2345")
    assert problems == []
    activity = plan.activities[0]
    assert activity.columns == ("Hoạt động của giáo viên", "Hoạt động của học sinh")
    assert [(row.teacher, row.pupils) for row in activity.rows] == [
        ("Hỏi: “Chi vui \\| buồn?”", "Trả lời **một từ**."),
        ("Đọc lại.", ""),
    ]
    assert activity.after == "Cả lớp hát."
    assert plan.changes.text == ""


def test_notes_belong_to_the_section_above_them(tmp_path):
    note = "/// teacher-note\nĐể ý **An**.\n///\n\n"
    family = "/// family-note\nTối nay hỏi con.\n///\n\n"
    text = LESSON.replace("## Thử sức\n", f"## Thử sức {{#thu}}\n\n{note}")
    text = text.replace("/// help", f"{family}/// help")
    project, problems = read_project(make_project(tmp_path, {FILE[:-10] + "index.md": text}))
    assert problems == []
    document = project.lessons[0].documents["vi"]
    assert [(one.anchor, one.title, one.text) for one in document.notes] == [
        ("thu", "Thử sức", "Để ý **An**.")
    ]
    assert document.family.text == "Tối nay hỏi con."


def test_a_plan_of_the_project_stands_in_for_its_missing_translation(tmp_path):
    project, _ = read_project(make_project(tmp_path))
    lesson = project.lessons[0]
    assert project.plan(lesson, "en") is project.plan(lesson) is project.plans[FILE]
