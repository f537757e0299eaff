"""The safety of children: what no lesson does, whatever it teaches.

Every page about harm ends with the help box; no method of hurting oneself or of breaking into
something is told; nobody is asked who has lived it, promised silence or shamed before others.
"""

from collections.abc import Iterator

from vungxanh.checks.places import outside_speech, problem_at
from vungxanh.model.lesson import LessonMeta
from vungxanh.model.passage import Passage
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.text.phrases import phrases
from vungxanh.text.sentences import sentence_at

# Blocks that say where help is.
_HELP = frozenset(("help", "contacts"))
# Safe language (WHO, “Preventing suicide: a resource for media professionals”): never the method.
_METHOD = phrases(
    r"\b(?:treo cổ|thắt cổ|nhảy (?:lầu|cầu tự|từ tầng)|(?:rạch|cắt|cứa) (?:cổ )?tay(?! áo)"
    r"|(?:uống|nuốt) (?:cả (?:vỉ|lọ) )?(?:thuốc (?:ngủ|sâu|trừ sâu|diệt cỏ|chuột|độc))"
    r"|(?:uống|nuốt) (?:cả|hết|một) (?:vỉ|lọ|nắm|vốc|hộp) thuốc"
    r"|(?:cài|tải|dùng|chạy) [^.;,]{0,20}(?:keylogger|phần mềm (?:gián điệp|nghe lén|dò mật khẩu"
    r"|bẻ khóa))"
    r"|(?:xem|đọc|nghe) (?:trộm|lén)[^.]{0,40}\b(?:thì|bằng cách|chỉ cần|cứ) "
    r"(?:cài|gõ|dùng|nhập|tải|mượn|bấm|mở)"
    r"|(?:đốt|dùng) than (?:trong phòng|để chết)|cách (?:tự tử|tự sát|tự hại)"
    r"|(?:liều|bao nhiêu viên) .{0,20}(?:chết|tử vong)"
    r"|hang(?:ed|ing)? (?:him|her|them|your|my)sel(?:f|ves)"
    r"|cut(?:ting)? (?:your|her|his) wrists?)\b"
    r"|\b(?:cách|mẹo|hướng dẫn|các bước|how to) (?:để )?(?:hack|bẻ khóa|dò|đoán|lấy trộm|đánh cắp"
    r"|trộm|chiếm|xâm nhập|crack|break into|steal)\b[^.]{0,40}"
    r"\b(?:mật khẩu|tài khoản|điện thoại|máy|wi-?fi|nick|facebook|zalo|password|account)",
)
_METHOD_HINTS = (
    "treo cổ", "thắt cổ", "nhảy", "rạch", "cắt", "cứa", "thuốc", "than ", "tự tử", "tự sát",
    "tự hại", "liều", "bao nhiêu viên", "hack", "keylogger", "gián điệp", "lén", "bẻ khóa", "dò",
    "đoán", "trộm", "đánh cắp", "chiếm", "xâm nhập", "hang", "wrist", "crack", "break into",
    "steal",
)  # fmt: skip
_TRICKS = ("cách", "mẹo", "cài", "tải", "dùng", "chạy", "xem", "đọc", "nghe")
_PREVENTS = phrases(
    r"\b(?:chống|phòng|tránh|ngăn|khỏi|nhận (?:ra|biết|diện)|không|đừng|kẻ (?:xấu|gian|lừa)|prevent"
    r"|avoid|not)\b",
)
# A show of hands, or a paper, on who has lived it.
_CONFESS = phrases(
    r"\b(?:giơ tay|đưa tay|đứng (?:lên|dậy)|hands? up|raise (?:your|their) hands?)\b[^.!?…]{0,60}"
    r"\b(?:đã từng|từng|đã bị|bị|là nạn nhân|has ever|have ever|been)\b"
    r"|\b(?:ai|em nào|bạn nào|những em|những ai|who)\b[^.!?…]{0,25}\b(?:đã )?(?:từng|bị|has ever)\b"
    r"[^.!?…]{0,60}\b(?:giơ tay|đưa tay|đứng (?:lên|dậy)|ghi tên|kể (?:cho|trước) (?:cả )?lớp"
    r"|hands? up|raise)\b",
)
_CONFESS_HINTS = (
    "giơ tay", "đưa tay", "đứng lên", "đứng dậy", "ghi tên", "trước lớp", "cả lớp", "cho lớp",
    "hands up", "hand up", "raise",
)  # fmt: skip
# Words by which a sentence speaks of being hurt.
HARM = phrases(
    r"\b(?:bị|lừa|dọa|bắt nạt|trêu|chửi|quấy|xâm hại|nạn nhân|ảnh|người lạ|nói xấu|tống tiền|tự hại"
    r"|muốn chết|đánh|bullied|hurt|threatened|photos?|strangers?|victims?)\b"
)
# What grown-ups do with the best of wills: keep the picture, promise silence, call both to account.
_PICTURE = r"(?:ảnh|hình|hình ảnh|video|clip)"
_INTIMATE = r"(?:nhạy cảm|nóng|hở(?: thân thể)?|khỏa thân|tình dục|riêng tư ấy)"
_IMAGE = phrases(
    rf"\b(?:chụp(?: lại)?|lưu(?: lại)?|gửi|chuyển(?: tiếp)?|tải|giữ(?: lại)?) [^.,;!?]{{0,25}}"
    rf"{_PICTURE} {_INTIMATE}\b"
    rf"|\b{_PICTURE} {_INTIMATE} (?:thì|hãy|nên|cứ) (?:chụp|lưu|gửi|giữ|chuyển)\b"
)
_IMAGE_HINTS = ("nhạy cảm", "ảnh nóng", "clip nóng", "hở", "khỏa thân", "tình dục", "riêng tư ấy")
_SECRET = phrases(
    r"\b(?:cô|thầy|thầy cô|bố|mẹ|bố mẹ|ông bà|anh|chị|tớ|em) (?:sẽ |xin )?hứa\b[^.;!?]{0,25}"
    r"\b(?:không (?:nói|kể|báo) (?:(?:với|cho|lại) )?(?:một )?ai|giữ (?:kín|bí mật))\b"
)
_SECRET_HINTS = ("hứa",)
_EXPOSED = phrases(
    r"\b(?:cho|mời|gọi|bắt|để|yêu cầu) [^.;!?]{0,40}\bđối chất\b"
    r"|\b(?:phê bình|đọc tên|nêu tên|bêu(?: tên)?|kiểm điểm|xin lỗi"
    r"|đọc bản kiểm điểm)\b[^.;!?]{0,25}"
    r"\btrước (?:cả |toàn )?(?:lớp|cờ|trường|khối)\b"
)
_EXPOSED_HINTS = ("đối chất", "trước")
_DENIED = phrases(
    r"\b(?:không|đừng|chớ|tránh|chẳng|chưa|cấm|kẻ|dọa|đòi|ép|xin|thay vì|thay cho|lỡ|bị|xóa|báo)\b"
    r"[^.;!?]{0,40}$"
)
_REFUSED = phrases(r"\b(?:không|đừng|chớ|tránh|chẳng|thay vì)\b[^.;!?]{0,40}$")
_WRONG = phrases(r"[^.;!?]{0,15}\blà (?:thêm|phạm|vi phạm|sai|hại|tiếp tay)\b")
_NOT = phrases(r"\b(?:không|đừng|chớ|tránh|chẳng|do not|don’t|never|nobody)\b")


def check_safety(project: Project) -> list[Problem]:
    """Return what may hurt a child, or leave one alone."""
    found = list(_help(project))
    for passage in project.prose:
        if passage.file.startswith("lessons/"):
            found += _methods(passage) if passage.hints_at(_METHOD_HINTS) else ()
            found += _confessions(passage) if passage.hints_at(_CONFESS_HINTS) else ()
            found += _misguided(passage)
    return found


def _help(project: Project) -> Iterator[Problem]:
    """A sensitive page, and every lesson for pupils, says at its end where help is."""
    for document in project.documents:
        owner = project.owners.get(document.path.replace(".en.md", ".md"))
        meta = owner.documents["vi"].meta if owner else document.meta
        pupils = isinstance(meta, LessonMeta) and meta.level is not None
        if not (pupils or getattr(meta, "sensitive", False)):
            continue
        if not _HELP & {name for name, _ in document.blocks}:
            last = document.source.rstrip().count("\n") + 1
            yield Problem(document.path, last, "help-missing")


def _methods(passage: Passage) -> Iterator[Problem]:
    for match in _METHOD.finditer(passage.text):
        before = passage.text[max(0, match.start() - 30) : match.start()]
        if not (match[0].casefold().startswith(_TRICKS) and _PREVENTS.search(before)):
            yield problem_at(passage, match.start(), "child-method", match[0])


def _confessions(passage: Passage) -> Iterator[Problem]:
    for match in _CONFESS.finditer(passage.text):
        around = passage.text[max(0, match.start() - 40) : match.end()]
        first, last = sentence_at(passage.text, match.start())
        if not _NOT.search(around) and HARM.search(passage.text, first, last):
            yield problem_at(passage, match.start(), "child-confess", match[0])


def _misguided(passage: Passage) -> Iterator[Problem]:
    """What is meant well and hurts; wrong choices and speech may say it, so that it is answered."""
    if passage.kind == "choice" or passage.quoted:
        return
    for pattern, hints, denial, code in (
        (_IMAGE, _IMAGE_HINTS, _DENIED, "child-image"),
        (_SECRET, _SECRET_HINTS, _DENIED, "child-secret"),
        (_EXPOSED, _EXPOSED_HINTS, _REFUSED, "child-exposed"),
    ):
        for match in outside_speech(passage, pattern, denial) if passage.hints_at(hints) else ():
            if not _WRONG.match(passage.text, match.end()):
                yield problem_at(passage, match.start(), code, match[0])
