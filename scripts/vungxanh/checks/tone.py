"""How a lesson speaks: no shouting, no threats, nobody at fault for being hurt.

Quotations and speech are left alone: there people speak as they do.
"""

import re
from collections.abc import Iterator

from vungxanh.checks.audience import Readers, for_readers, readers
from vungxanh.checks.places import outside_speech, problem_at
from vungxanh.model.passage import Passage
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.text.phrases import phrases

# Three calls of one word each, as when a class counts, are no shouting.
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
_HELPS = phrases(r"[^.;!?]{0,25}\b(?:giúp|bảo vệ|hỗ trợ|nói chuyện|chia sẻ|help)\b")
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
    """Return where a lesson shouts, threatens pupils or blames who was hurt."""
    whom = readers(project)
    found: list[Problem] = []
    for passage in project.prose:
        if (who := whom.get(passage.file)) and not passage.quoted:
            found += _loud(passage)
            found += _blaming(passage)
            if who.level and for_readers(passage):
                found += _threatening(passage, who)
    return found


def _loud(passage: Passage) -> Iterator[Problem]:
    if "!" in passage.text:
        for match in outside_speech(passage, _SHOUT):
            yield problem_at(passage, match.start(), "tone-loud", match[0])


def _threatening(passage: Passage, who: Readers) -> Iterator[Problem]:
    if not passage.hints_at(_THREAT_HINTS):
        return
    for pattern in (_THREAT, _PENALTY) if who.young else (_THREAT,):
        for match in outside_speech(passage, pattern, _NOT, _CULPRIT):
            if not _HELPS.match(passage.text, match.end()):
                yield problem_at(passage, match.start(), "tone-threat", match[0])


def _blaming(passage: Passage) -> Iterator[Problem]:
    """A wrong choice says what sensible people think; what answers it is looked at."""
    if passage.kind != "choice" and passage.hints_at(_BLAME_HINTS):
        for match in outside_speech(passage, _BLAME, _NO_BLAME):
            yield problem_at(passage, match.start(), "tone-blame", match[0])
