"""A syllable is known by its parts, and its tone by where it stands."""

import json

import pytest

from projects import REPOSITORY
from vungxanh.bench.language import judge, table
from vungxanh.problems import Level
from vungxanh.readers.project import read_project
from vungxanh.text.vietnamese import respelt, syllable


@pytest.mark.parametrize(
    "word",
    [
        "khuya",
        "thuở",
        "quý",
        "quỳnh",
        "giếng",
        "gìn",
        "gì",
        "giữ",
        "yểu",
        "ỷ",
        "khuỷu",
        "xoong",
        "quyển",
        "ngoằn",
        "nghiêng",
        "ươm",
        "huơ",
        "Đặng",
        "ẢNH",
        "hoà",
        "hòa",
        "thuỷ",
        "thủy",
        "khoẻ",
        "quắc",
        "giặc",
        "uống",
        "quốc",
        "loắt",
        "oẹ",
    ],
)
def test_syllables_there_are(word):
    assert syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "nghành",
        "ngiên",
        "geế",
        "điệnn",
        "tòan",
        "lọai",
        "kă",
        "cê",
        "gê",
        "ngê",
        "côc",
        "trươc",
        "việc̀",
        "iêng",
        "bêng̃",
        "qứa",
    ],
)
def test_syllables_there_cannot_be(word):
    assert syllable(word) is None


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("hoà", "hòa"), ("Hoá", "Hóa"), ("UỶ", "ỦY"), ("thuỷ", "thủy"), ("tòan", "toàn"),
        ("quý", "quý"), ("khuỷu", "khuỷu"), ("lọai", "loại"), ("qúa", "quá"), ("gìa", "già"),
        ("xyz", None),
    ],
)  # fmt: skip
def test_the_tone_stands_where_the_house_has_it(word, right):
    assert respelt(word) == right


def test_the_sentences_for_tuning_raise_no_false_alarm():
    """The set that judges is looked at by `bench` alone; this one shows that counting works."""
    path = REPOSITORY / "tests/content/tuning.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    counts = judge(read_project(REPOSITORY)[0], rows)
    assert counts.precision(Level.ERROR) == counts.precision(Level.WARNING) == 1
    assert counts.met["tone-place"] == counts.all["tone-place"] == 2
    assert "độ chính xác của lỗi: 1.0000" in table(counts)
    wrong = [{**rows[0], "fault": None, "found": None, "text": "Em hoà nhã."}]
    assert judge(read_project(REPOSITORY)[0], wrong).precision(Level.WARNING) == 0
