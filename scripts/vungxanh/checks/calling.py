"""What a lesson calls its readers: one word, from the first sentence to the last.

House rule of voice: pupils are “em”, upper secondary “bạn”, teachers “thầy cô”, officials “anh,
chị”, families “bố mẹ, ông bà”; the word stands in the registry `audiences`. Quotations and speech
are left alone: there people speak as they do.
"""

from collections.abc import Iterator

from vungxanh.checks.audience import Readers, for_readers, readers
from vungxanh.checks.places import outside_speech, problem_at
from vungxanh.model.passage import Passage
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.text.phrases import phrases

_START = r"(?:^|(?<=[.!?…:]\s))[“‘(]?"
_ACT = (
    r"(?:ghi|lưu|đứng|phát|chờ|giữ|báo|bấm|gõ|dừng|tìm|tải|in|chiếu|chuẩn bị|chia|dành|đặt|để|nhắc"
    r"|kiểm tra|đổi|bật|tắt|gửi|lập|soạn|khóa|sao lưu|rà soát|chụp|xóa|điền|ký|nộp)"
)
_DO = r"(?:hãy|đừng|nên|cần|thử|nhớ|có thể|phải|chớ|hãy thử|chỉ cần|xem|mở|gọi|chọn|viết|đọc|hỏi)"
# Officials are “anh, chị”; brothers and sisters, and people with a trade, are others.
_BOTH = (
    r"(?<!các\s)(?<!những\s)(?<!mấy\s)(?<!hai\s)\b[Aa]nh(?:,| và|/| hoặc)\s*chị(?!\s+(?:em|gái"
    r"|trai|họ"
    r"|hàng|nuôi|dâu|cả|ấy|này|kia|lớn|của|lớp|khối|khóa|công an|bác sĩ|cán bộ|phụ huynh"
    r"|[A-ZĐ]\w+)\b)"
)
_YOU = rf"{_START}(?:Các )?[Bb]ạn\s+{_DO}\b|\bcác bạn\s+(?:hãy|đừng|nên|cần|nhớ)\b"
_TEACHERS = rf"\b[Tt]hầy,? cô\s+{_DO}\b"
_PARENTS = r"\b(?:[Bb]ố mẹ|[Cc]ha mẹ|[Ôô]ng bà)\s+(?:hãy|đừng|thử|nhớ)\b"
_CHILD = rf"{_START}(?:Các )?[Ee]m\s+(?:hãy|đừng|thử|nhớ|nên)\b"
_HONOURED = r"\b[Qq]uý (?:vị|phụ huynh|thầy cô|bạn đọc|độc giả|khách|ông bà|anh chị)\b"
# One who is spoken to in the middle of a sentence; kin, pupils and small children are others.
_LONE_EM = phrases(
    r"(?:^|(?<=[.!?…:;,]\s))(?:[Ee]m|để em|cho em|giúp em|khi em|nếu em)\s+"
    r"(?!(?:gái|trai|bé|út|họ|ruột|mình|ấy|này|kia|nào|rể|dâu|nhỏ|học|đó|của)\b)(?=[a-zà-ỹđ])",
    0,
)
_YOUNGER = phrases(
    r"\b(?:em (?:gái|trai|bé|út|họ|nhỏ)|các em|trẻ em|\d+ tuổi|tiểu học|lớp [1-9])\b"
)
# What each way of speaking rules out; the key is the word the readers are called by.
_FOREIGN: dict[str, tuple[str, ...]] = {
    "em": (
        _BOTH,
        _TEACHERS,
        _PARENTS,
        _HONOURED,
        rf"{_START}(?:Các )?[Bb]ạn\s+(?:hãy|đừng|thử|nhớ)\b",
        rf"{_START}(?:Các con|Con|Các cháu)\s+{_DO}\b",
    ),
    "bạn": (_BOTH, _TEACHERS, _PARENTS, _HONOURED),
    "thầy cô": (_BOTH, _PARENTS, _HONOURED, _YOU, _CHILD, rf"{_START}Bạn\s+{_ACT}\b"),
    "anh, chị": (_TEACHERS, _PARENTS, _HONOURED, _YOU, _CHILD, rf"{_START}Bạn\s+{_ACT}\b"),
    "bố mẹ": (_BOTH, _TEACHERS, _HONOURED, _YOU, _CHILD),
}
_PATTERNS = {word: phrases("|".join(ways), 0) for word, ways in _FOREIGN.items()}

# Two ways in one sentence: it begins with the readers’ own word and goes on with another’s.
_NEXT = r"[,;:–]\s+(?:(?:rồi|thì|và|để|nhưng|còn|xong|sau đó|nếu|khi|trước khi)\s+)?"
_NOBODY = (
    r"(?!(?:nào|ấy|bè|đọc|học|cùng|thân|trẻ|nhỏ|của|đó|kia|này|khác|bên|ngồi|gái|trai|bé|họ)\b)"
)
_OTHERS: dict[str, str] = {
    "em": r"(?:anh, chị|quý vị|các con)",
    "bạn": r"(?:anh, chị|quý vị|em)",
    "thầy cô": r"(?:anh, chị|quý vị|bạn)",
    "anh, chị": r"(?:thầy cô|quý vị|bạn|em)",
    "bố mẹ": r"(?:anh, chị|quý vị|bạn)",
}
_OWN: dict[str, str] = {"bố mẹ": r"(?:bố mẹ|ông bà|cha mẹ)"}
_MIXED = {
    word: phrases(
        rf"{_START}(?:(?:Nếu|Khi|Trước khi|Sau khi) )?(?i:{_OWN.get(word, word)})\b"
        rf"[^.!?“”]{{0,80}}?{_NEXT}(?P<other>{other}) {_NOBODY}[a-zà-ỹđ]",
        0,
    )
    for word, other in _OTHERS.items()
}


def check_calling(project: Project) -> list[Problem]:
    """Return where a lesson calls its readers by another word than its own."""
    whom = readers(project)
    return [
        problem
        for passage in project.prose
        if (who := whom.get(passage.file)) and passage.locale == "vi"
        if for_readers(passage) and passage.kind != "choice"
        for problem in _called(passage, who)
    ]


def _called(passage: Passage, who: Readers) -> Iterator[Problem]:
    def tell(start: int, found: str) -> Problem:
        return problem_at(passage, start, "tone-address", found, right=who.address)

    word = who.address
    if word not in _PATTERNS:
        return
    for match in outside_speech(passage, _PATTERNS[word]):
        yield tell(match.start(), match[0])
    if _YOUNGER.search(passage.text):  # “em” may be a child that is spoken of
        return
    for match in _MIXED[word].finditer(passage.text):
        if passage.quotation(match.start("other")) is None:
            yield tell(match.start("other"), match["other"])
    if who.level == "THPT" and not passage.block:
        for match in outside_speech(passage, _LONE_EM):
            yield tell(match.start(), match[0])
