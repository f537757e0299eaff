"""Sentences end where a reader breathes, and former times are known by what is said of them."""

import datetime

import pytest

from vungxanh.checks.past import past_document
from vungxanh.text.phrases import phrases
from vungxanh.text.sentences import sentence_at, sentences

ISSUED, FORCE, ENDED = (datetime.date(*day) for day in ((2018, 6, 12), (2019, 1, 1), (2026, 7, 1)))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dừng. Rời. Kể.", ["Dừng.", "Rời.", "Kể."]),
        ("Bản 3.5 có gì? Không có gì.", ["Bản 3.5 có gì?", "Không có gì."]),
        ("Sách, vở, v.v. và bút.", ["Sách, vở, v.v. và bút."]),
        ("ThS. Hà nói: “Dừng.” Rồi đi.", ["ThS. Hà nói: “Dừng.”", "Rồi đi."]),
        ("Em chờ… rồi em đi.", ["Em chờ… rồi em đi."]),
        ("Em chờ…\nĐèn xanh.", ["Em chờ…", "Đèn xanh."]),
        ("", []),
    ],
)
def test_a_text_falls_into_its_sentences(text, parts):
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_the_sentence_around_a_place_is_found():
    text = "Dừng lại. Rời đi. Kể ngay."
    start, end = sentence_at(text, text.index("đi"))
    assert text[start:end] == "Rời đi."


@pytest.mark.parametrize("blank", [" ", "\n", "\u00a0", "  "])
def test_a_blank_of_a_phrase_is_any_blank(blank):
    assert phrases("phạt tiền").search(f"bị Phạt{blank}tiền")


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Theo 24/2018/QH14, trẻ em được bảo vệ.", False),
        ("Luật năm 2018 (24/2018/QH14) cấm việc ấy.", False),
        ("Từ 01/01/2019, 24/2018/QH14 có hiệu lực.", False),
        ("Năm 2022, kế hoạch dẫn 24/2018/QH14.", True),
        ("116/2025/QH15 thay thế 24/2018/QH14.", True),
        ("24/2018/QH14 thay thế luật nào?", False),
        ("24/2018/QH14 nay đã được thay.", True),
        ("Ta dẫn 24/2018/QH14. Luật ấy nay đã được thay.", True),
        ("Ta dẫn 24/2018/QH14. Luật ấy thay thế luật khác.", False),
        ("Năm 2030, ta vẫn dẫn 24/2018/QH14.", False),
    ],
)
def test_a_document_is_past_when_its_sentence_says_so(text, past):
    at = text.index("24/2018")
    assert past_document(text, at, (ISSUED, FORCE), ENDED) is past
