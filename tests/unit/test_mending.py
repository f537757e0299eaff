"""`fix` writes what has one right answer, in prose alone; a second call changes nothing."""

import shutil
import unicodedata

import pytest

from projects import make_project
from vungxanh.mending import mend

FILE = "docs/mau/index.md"
HEAD = '---\ntitle: "Mẫu"\ndescription: "Thử."\n---\n\n'


def mended(tmp_path, body: str, *, raw: bytes | None = None) -> bytes:
    """The body of a page after `fix`; asserts that a second call changes nothing."""
    root = make_project(tmp_path, {FILE: raw or (HEAD + body).encode()})
    mend(root, lambda file: file == FILE)
    after = (root / FILE).read_bytes()
    assert mend(root, lambda file: file == FILE) == {}
    assert (root / FILE).read_bytes() == after
    return after if raw else after[len(HEAD.encode()) :]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Cô nhận tránh nhiệm, hoà nhã, kĩ năng.", "Cô nhận trách nhiệm, hòa nhã, kỹ năng."),
        ('Bà dặn: "Nhớ gọi bà nhé."', "Bà dặn: “Nhớ gọi bà nhé.”"),
        ("Lúc **8** giờ, trong 35 phút.", "Lúc **8**\u00a0giờ, trong 35\u00a0phút."),
        ("Họp ngày 5/03/2026 ,rồi nghỉ...", "Họp ngày\u00a005/3/2026, rồi nghỉ…"),
        (unicodedata.normalize("NFD", "Kể với cô."), "Kể với cô."),
        ("Ðừng bấm, đã\u200b xong, nganhаng.", "Đừng bấm, đã xong, nganhang."),
        ("Thư ghi Viá»‡t Nam.", "Thư ghi Việt Nam."),
    ],
)  # fmt: skip
def test_what_has_one_right_answer_is_written(tmp_path, wrong, right):
    assert mended(tmp_path, wrong + "\n").decode() == right + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "Gõ `tránh nhiệm 5 phút`, rồi đợi.",
        "```\ntránh nhiệm, hoà, 5/03/2026\n```",
        "Xem [trang](../hoc-sinh/index.md#hoà) và https://vi-du.vn/hoà/5/03/2026.",
        "Sách viết “văn hoá” và “kĩ thuật số”.",
        "<!-- check: spelling-tone – tên riêng -->\nBan nhạc Hoà Ca.",
        "Chữ « đứng một mình, bà xếp geế, gọi link.",
    ],
)
def test_code_addresses_quotations_and_what_a_person_must_choose_are_left(tmp_path, text):
    assert mended(tmp_path, text + "\n").decode() == text + "\n"


def test_line_ends_stay_and_a_byte_order_mark_goes(tmp_path):
    raw = b"\xef\xbb\xbf" + (HEAD + "Một\nhoà.\n").replace("\n", "\r\n").encode()
    after = mended(tmp_path, "", raw=raw)
    assert after == (HEAD + "Một\nhòa.\n").replace("\n", "\r\n").encode()


def test_registries_and_plans_are_mended_in_their_own_writing(tmp_path):
    root = make_project(tmp_path)
    file = root / "docs/_data/audiences.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Học sinh", "Học sinh hoà nhã"), encoding="utf-8")
    changed = mend(root, lambda file: True)
    assert list(changed) == ["docs/_data/audiences.yml"]
    assert file.read_text(encoding="utf-8") == text.replace("Học sinh", "Học sinh hòa nhã")


def test_only_what_was_asked_for_is_touched_and_nothing_is_left_beside_it(tmp_path):
    root = make_project(tmp_path, {FILE: HEAD + "Hoà.\n", "docs/hai/index.md": HEAD + "Hoà.\n"})
    shutil.copymode(root / FILE, root / "docs/hai/index.md")
    before, after = mend(root, lambda file: file == FILE)[FILE]
    assert (before, after) == (HEAD + "Hoà.\n", HEAD + "Hòa.\n")
    assert (root / "docs/hai/index.md").read_text(encoding="utf-8") == HEAD + "Hoà.\n"
    assert [one.name for one in (root / "docs/mau").iterdir()] == ["index.md"]
