"""A lesson with every kind of question, a plan, notes and a family note, for tests of paper."""

from projects import BASE

FOLDER = "lessons/hoc-sinh/moi-loai"
NOTE, HOME = "Đừng hỏi em nào từng bị.", "Tối nay, nhờ con kể lại."
EXPLANATION = "Lời giải chỉ thầy cô thấy"

HEAD = """\
---
id: CS-7
title: "Mọi loại câu hỏi: đúng là đủ"
summary: Đủ tám loại câu, để in thử.
level: THCS
grades: [6, 7, 9]
order: 7
minutes: 45
objectives:
  - In được mọi loại câu
plan: [P-11]
status: published
---

## Một tin nhắn

Xem [Luật An ninh mạng](../../../docs/phap-luat/index.md#b-12) và [trang ngoài](https://example.vn/a/).

/// teacher-note
{note}
///

## Thử sức

"""

QUESTIONS = {
    "mot-y": """\
/// quiz | Chọn một ý?
    id: mot-y

- [ ] Một ý sai thứ nhất
    > Chưa.
- [x] Một ý đúng
    > Đúng rồi.
- [ ] Một ý sai thứ hai
    > Chưa.
- [ ] Một ý sai thứ ba
    > Chưa.
""",
    "nhieu-y": """\
/// quiz | Chọn nhiều ý?
    id: nhieu-y

- [x] Nhiều ý đúng thứ nhất
- [ ] Nhiều ý sai thứ nhất
    > Chưa.
- [x] Nhiều ý đúng thứ hai
- [ ] Nhiều ý sai thứ hai
    > Chưa.
""",
    "dung-sai": """\
/// quiz | Đúng hay sai?
    id: dung-sai
    type: true-false

- [x] Phát biểu thứ nhất
    > Đúng.
- [ ] Phát biểu thứ hai
    > Sai.
- [ ] Phát biểu thứ ba
    > Sai.
- [x] Phát biểu thứ tư
    > Đúng.
""",
    "xep-lai": """\
/// quiz | Xếp lại?
    id: xep-lai
    type: order

1. Việc làm trước
2. Việc làm giữa
3. Việc làm sau
4. Việc làm cuối
""",
    "ghep-doi": """\
/// quiz | Ghép đôi?
    id: ghep-doi
    type: match

| Việc | Số |
|---|---|
| Sợ | 111 đường dây |
| Cháy | 114 cứu hỏa |
| Đau | 115 cấp cứu |
|  | 999 không có |
""",
    "dien-vao": """\
/// quiz | Điền vào?
    id: dien-vao
    type: fill

Em gọi số [[một một một|111]], rồi kể với [[người lớn]].
""",
    "re-nhanh": """\
/// quiz | Rẽ nhánh?
    id: re-nhanh
    type: scenario

#### Buổi tối {#buoi-toi}

Tin nhắn đến.

- [Bấm vào xem](#bam-vao)
- [Hỏi lại bạn](#hoi-lai)

#### Lỡ bấm {#bam-vao}

Máy chậm hẳn đi.

- [Kể với mẹ](#hoi-lai)

#### Bạn trả lời {#hoi-lai}

Không phải bạn gửi.
""",
    "viet-ra": """\
/// quiz | Viết ra?
    id: viet-ra
    type: reflect
""",
}


def files(note: str = NOTE, sensitive: bool = False) -> dict[str, str]:
    """Return the files of the lesson, by path."""
    text = HEAD.format(note=note)
    if sensitive:
        text = text.replace("status:", "sensitive: true\nstatus:")
    for number, question in enumerate(QUESTIONS.values(), 1):
        text += f"{question}\nGiải thích: {EXPLANATION} {number}.\n///\n\n"
    text += f"/// family-note\n{HOME}\n///\n\n/// help\n///\n"
    plan = (BASE / "lessons/hoc-sinh/mau/giao-an.md").read_text(encoding="utf-8")
    return {f"{FOLDER}/index.md": text, f"{FOLDER}/giao-an.md": plan}
