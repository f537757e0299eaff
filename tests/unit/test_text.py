"""Letters without marks, addresses, dates, and what bytes really are."""

import datetime
import unicodedata

import pytest

from vungxanh.text.dates import months_after, vietnamese_date
from vungxanh.text.encoding import decode, flaws
from vungxanh.text.fold import fold, slug

DECOMPOSED = unicodedata.normalize("NFD", "Ứng xử")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đạo đức", "dao duc"),
        ("ỦY BAN NHÂN DÂN", "uy ban nhan dan"),
        ("Nghị định số 147", "nghi dinh so 147"),
        (DECOMPOSED, "ung xu"),
    ],
)
def test_fold_drops_marks_and_knows_that_đ_is_a_letter(text, plain):
    assert fold(text) == plain


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Đạo đức & ứng xử: Điều cần biết", "dao-duc-ung-xu-dieu-can-biet"),
        ("  Thử – sức…  ", "thu-suc"),
        (DECOMPOSED, "ung-xu"),
        ("21 giờ 40, nhóm lớp", "21-gio-40-nhom-lop"),
    ],
)
def test_slugs_are_ascii_and_the_same_for_composed_and_decomposed_text(text, address):
    assert slug(text) == address


@pytest.mark.parametrize(
    ("date", "written"),
    [((2026, 7, 1), "01/7/2026"), ((2025, 1, 27), "27/01/2025"), ((2021, 12, 14), "14/12/2021")],
)
def test_dates_follow_the_decree_on_paperwork(date, written):
    assert vietnamese_date(datetime.date(*date)) == written


@pytest.mark.parametrize(
    ("date", "months", "later"),
    [
        ((2026, 11, 24), 12, (2027, 11, 24)),
        ((2026, 8, 31), 6, (2027, 2, 28)),
        ((2027, 12, 1), 1, (2028, 1, 1)),
        ((2027, 8, 31), 6, (2028, 2, 29)),
    ],
)
def test_some_months_later_is_a_day_that_the_calendar_has(date, months, later):
    assert months_after(datetime.date(*date), months) == datetime.date(*later)


def test_bytes_that_are_not_utf8_are_named_with_their_place():
    text, flaw = decode("Dòng\n".encode() + b"ti\xea\xecng")
    assert text == ""
    assert (flaw.kind, flaw.line, flaw.column) == ("encoding-not-utf8", 2, 3)
    assert decode("Việt".encode("utf-16"))[1].found == "UTF-16"


def test_a_byte_order_mark_and_windows_line_ends_are_taken_off():
    assert decode(b"\xef\xbb\xbf" + "một\r\nhai\r".encode()) == ("một\nhai\n", None)


@pytest.mark.parametrize(
    ("text", "kind", "right"),
    [
        (f"a {DECOMPOSED}", "encoding-not-nfc", "Ứng"),
        ("hai\u200b chữ", "encoding-invisible", ""),
        ("Ðà Nẵng", "encoding-lookalike", "Đ"),
        ("cоn", "encoding-lookalike", "o"),
        ("Viá»‡t Nam", "encoding-broken", "Việt"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam t­ do", "encoding-invisible", ""),
    ],
)
def test_flaws_of_letters_are_found_with_what_is_right(text, kind, right):
    found = [flaw for flaw in flaws(f"dòng một\n{text}") if flaw.kind == kind]
    assert [(flaw.line, flaw.right) for flaw in found] == [(2, right)]


def test_good_vietnamese_has_no_flaw():
    assert flaws("Luật số 116/2025/QH15 có hiệu lực từ 01/7/2026 – “đường dẫn”… ₫ ½ é ü") == []
