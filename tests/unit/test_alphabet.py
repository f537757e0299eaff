"""Words stand as in a Vietnamese dictionary: by letter, then by tone, word by word."""

import random
import unicodedata

import pytest

from vungxanh.text.alphabet import initial, order

DICTIONARY = [
    "2FA",
    "an toàn", "ảnh nhạy cảm", ".apk", "ăn", "ân", "ấn bản", "bàn", "bang", "băng", "bắt nạt",
    "chặn", "danh tính số", "dấu chân số", "deepfake", "dụ dỗ", "đánh dấu", "đính chính", "fanpage",
    "ma", "mà", "mả", "mã độc", "mã OTP", "má", "mạ", "mơ", "mợ", "sapo", "tin", "tư", "Zalo",
]  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_order_is_that_of_a_dictionary(form):
    words = [unicodedata.normalize(form, word) for word in DICTIONARY]
    mixed = random.Random(7).sample(words, len(words))
    assert sorted(mixed, key=order) == words


@pytest.mark.parametrize(
    ("word", "letter"),
    [("đạo đức", "Đ"), ("ấn bản", "Â"), ("ắc quy", "Ă"), ("ợ", "Ơ"), (".apk", "A"), ("…", "")],
)
def test_a_word_stands_under_its_letter_without_its_tone(word, letter):
    assert initial(unicodedata.normalize("NFD", word)) == letter
