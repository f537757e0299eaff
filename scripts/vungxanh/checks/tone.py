"""How a lesson speaks: one word for its readers, no shouting, no threats, nobody at fault.

House rules of voice: pupils are “em”, upper secondary “bạn”, teachers “thầy cô”, officials “anh,
chị”, families “bố mẹ, ông bà”. Quotations and speech are left alone: there people speak as they do.
"""

import re
from collections.abc import Iterator

from vungxanh.checks.audience import Readers, for_readers, readers
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

# Three calls of one word each, as when a class counts, are no shouting.
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

_SHOUT = re.compile(r"!(?:[!?]|\s?!)+|\?!!+|(?:[^.!?…“”]{6,90}!\s+){2,}[^.!?…“”]{6,90}!")
# What upper secondary pupils may have explained, and what nobody is told.
_PENALTY = phrases(
    r"\b(?:phạt (?:tiền|tù)|(?:đi|ngồi|bỏ|vào|ở) tù|tù giam|án tù|truy tố|khởi tố|bắt giam"
    r"|fined|prison|jail|prosecuted)\b"
)
_THREAT = phrases(
    r"\b(?:đuổi học|buộc thôi học|hạ hạnh kiểm|giáo dưỡng|hủy hoại (?:cả )?(?:đời|tương lai)"
    r"|hỏng cả đời|không ai cứu"
    r"|(?:sẽ|thì|là|bị) (?:bị )?(?:cấm thi|ở lại lớp|thu máy|trừ điểm|hạ điểm|gọi phụ huynh"
    r"|mời phụ huynh|(?:cô|thầy|nhà trường) (?:sẽ )?(?:gọi|mời) phụ huynh|đuổi khỏi|xóa tên"
    r"|bêu tên)"
    r"|(?:thì|sẽ|là)\s+(?:bị )?(?:công an|cảnh sát)\s+(?:sẽ )?(?:bắt|gô|còng|tới|đến|hỏi tội|mời)"
    r"|(?:công an|cảnh sát)\s+(?:sẽ\s+)?(?:bắt em|gô cổ|còng tay|đến lớp|đến tận nhà)"
    r"|em (?:sẽ )?bị bắt(?!\s*(?:nạt|cóc|gặp|đầu|chước|nhịp|lỗi|ép))|expelled)\b"
)
_THREAT_HINTS = (
    "phạt", "tù", "truy tố", "khởi tố", "bắt", "đuổi học", "thôi học", "hạnh kiểm", "giáo dưỡng",
    "hủy hoại", "hỏng cả đời", "cấm thi", "ở lại lớp", "thu máy", "điểm", "phụ huynh", "đuổi khỏi",
    "tên",
    "không ai cứu", "công an", "cảnh sát", "fined", "prison", "jail", "expelled", "prosecuted",
)  # fmt: skip
_NOT = phrases(
    r"\b(?:không|chưa|chẳng|đừng|không ai|không hề|khỏi lo|nobody|not|never|no)\b[^.;!?]{0,25}$",
)
_CULPRIT = phrases(
    r"\b(?:kẻ|tên|bọn|chúng|hắn|thủ phạm|tội phạm|người (?:lừa|xấu|lạ|dọa|ấy|đó|kia|lớn))\b"
    r"[^.;!?]{0,40}$"
)
_HELPS = phrases(r"^[^.;!?]{0,25}\b(?:giúp|bảo vệ|hỗ trợ|nói chuyện|chia sẻ|help)\b")
_BLAME = phrases(
    r"\b(?:(?:là |cũng )?(?:do|tại|vì) (?:em|con|bạn|cháu|nạn nhân|học sinh|trẻ)"
    r" (?:bất cẩn|dại|ngu|hư|ham|dễ dãi|nhẹ dạ|cả tin|thiếu cảnh giác|không nghe lời|tò mò|tự)"
    r"|(?:là|cũng|một phần|do|tại) lỗi (?:của |tại |ở )?(?:em|con|bạn|cháu|nạn nhân|người bị)"
    r"|lỗi (?:là |nằm )?(?:ở|tại) (?:em|con|bạn|cháu|nạn nhân)"
    r"|(?:em|con|bạn|cháu|nạn nhân) (?:cũng )?(?:có (?:một phần )?lỗi|tự chuốc|đáng (?:bị|đời))"
    r"|ai bảo (?:em|con|bạn|cháu) (?!rằng|là|thế nào|sao)|đáng đời|tự chuốc lấy|tự làm tự chịu"
    r"|không có lửa (?:làm|thì) sao có khói)\b",
)
_BLAME_HINTS = (
    "lỗi", "do ", "tại ", "vì ", "ai bảo", "đáng", "chuốc", "tự chịu", "không có lửa",
)  # fmt: skip
_NO_BLAME = phrases(
    r"\b(?:không|chẳng|chưa|đừng|không phải|chớ|thay vì|đâu phải|câu|lời|như)\b[^.;!?]{0,40}$",
)


def check_tone(project: Project) -> list[Problem]:
    """Return where a lesson speaks to its readers otherwise than the house does."""
    whom = readers(project)
    found: list[Problem] = []
    for passage in project.prose:
        if (who := whom.get(passage.file)) and not passage.quoted:
            found += _loud(passage)
            found += _blaming(passage)
            if for_readers(passage):
                found += _addressed(passage, who) if passage.locale == "vi" else ()
                found += _threatening(passage, who) if who.level else ()
    return found


def _loud(passage: Passage) -> Iterator[Problem]:
    return _spoken(passage, _SHOUT, "tone-loud") if "!" in passage.text else iter(())


def _addressed(passage: Passage, who: Readers) -> Iterator[Problem]:
    if passage.kind != "choice" and (pattern := _PATTERNS.get(who.address)):
        yield from _spoken(passage, pattern, "tone-address", right=who.address)
    if (mixed := _MIXED.get(who.address)) and not _YOUNGER.search(passage.text):
        for match in mixed.finditer(passage.text) if passage.kind != "choice" else ():
            start = match.start("other")
            if passage.quotation(start) is None:
                line, column = passage.place(start)
                values = {"found": match["other"], "right": who.address}
                yield Problem(passage.file, line, "tone-address", values, column)
    elder = who.level == "THPT" and not passage.block and not _YOUNGER.search(passage.text)
    if elder:  # elsewhere “em” is a child that is spoken of
        yield from _spoken(passage, _LONE_EM, "tone-address", right=who.address)


def _threatening(passage: Passage, who: Readers) -> Iterator[Problem]:
    if passage.hints_at(_THREAT_HINTS):
        for pattern in (_THREAT, _PENALTY) if who.young else (_THREAT,):
            acquits = (_NOT, _CULPRIT)
            yield from _spoken(passage, pattern, "tone-threat", unless=acquits, followed=_HELPS)


def _blaming(passage: Passage) -> Iterator[Problem]:
    """A wrong choice says what sensible people think; what answers it is looked at."""
    if passage.kind == "choice" or not passage.hints_at(_BLAME_HINTS):
        return iter(())
    return _spoken(passage, _BLAME, "tone-blame", unless=(_NO_BLAME,))


def _spoken(
    passage: Passage,
    pattern: re.Pattern[str],
    code: str,
    unless: tuple[re.Pattern[str], ...] = (),
    followed: re.Pattern[str] | None = None,
    right: str = "",
) -> Iterator[Problem]:
    """Yield where `pattern` stands outside quotations, unless what is around it acquits it."""
    text = passage.text
    for match in pattern.finditer(text):
        if passage.quotation(match.start()) is not None:
            continue
        if any(one.search(text, 0, match.start()) for one in unless):
            continue
        if followed and followed.search(text[match.end() :]):
            continue
        line, column = passage.place(match.start())
        values = {"found": " ".join(match[0].split()), "right": right}
        yield Problem(passage.file, line, code, values, column)
