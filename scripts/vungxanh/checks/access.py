"""What a screen reader, a table of contents and a slide need: headings, alternatives, link words.

People who listen jump from heading to heading and from link to link, and hear of a picture only
what its alternative says (WCAG 2.2, 1.1.1, 1.3.1 and 2.4.4).
"""

import posixpath
import re
from collections.abc import Iterator

from vungxanh.model.lesson import Document, Link
from vungxanh.model.plan import LessonPlan
from vungxanh.problems import Problem
from vungxanh.readers.blocks import shown
from vungxanh.readers.project import Project
from vungxanh.text.tags import tags, without_code

# Python-Markdown takes a line that starts with # for a heading, with or without a blank.
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*$")
_ATTRIBUTES = re.compile(r"\s*\{[^}]*\}$")
_QUIZ = re.compile(r"^ {0,3}/{3,}[ \t]*quiz\b")
_END = re.compile(r"^ {0,3}/{3,}[ \t]*$")
_EMPTY = re.compile(r"(?<!\\)\[[^\[\]]+\]\(\s*\)")
_RARE = re.compile(r"\]\(\s*\)|<img", re.IGNORECASE)
_MARKS = re.compile(r"[*_`“”\"'.,:;!?…>→\s]+")
# Words that name no destination, in both languages: a verb and words that only point.
_NOWHERE = re.compile(
    r"(?:(?:xin|hãy|vui lòng) )?(?:(?:bấm|nhấn|nhấp|ấn|kích|click|xem|đọc|tải|mở|truy cập|vào"
    r"|tìm hiểu)"
    r"(?: (?:chuột|thêm|tiếp|ngay|chi tiết|vào|tại|ở|để|xem|đọc|tải|biết|về|đây|này|dưới|sau|nút"
    r"|link"
    r"|đường link|đường dẫn|liên kết))+|(?:(?:tại|ở|vào) )?đây|chi tiết(?: (?:tại|ở) đây)?"
    r"|(?:link|đường link|đường dẫn|liên kết|nút|chỗ|trang|bài|tài liệu|văn bản|tệp)"
    r"(?: (?:này|sau|dưới|dưới đây|trên|kia|đó))|link|đường link|đường dẫn|liên kết)"
    r"|https?://\S+"
    r"|(?:please )?(?:(?:click|tap|press|see|read|go|look)(?: (?:on|here|this|more|the|link))*"
    r"|here|this|this (?:link|page)|the link|link)|(?:(?:read|see|learn|find out) )?more",
    re.IGNORECASE,
)
# What says only that there is a picture, and names of files.
_BARE = re.compile(
    r"(?:bức|tấm|hình|ảnh|tranh|minh họa|minh hoạ|đồ họa|biểu tượng|biểu đồ|sơ đồ|logo|infographic"
    r"|image"
    r"|picture|photo|img|screenshot|icon|illustration)"
    r"(?:[ _-]*(?:hình|ảnh|tranh|minh họa|minh hoạ|vẽ|chụp|chụp màn hình|màn hình|bìa|đẹp|nền"
    r"|đại diện"
    r"|trang trí|số|\d+))*"
    r"|[\w -]+\.(?:png|jpe?g|gif|svg|webp)|(?:img|dsc|image|screenshot|untitled)[ _-]?\d*",
    re.IGNORECASE,
)


def check_access(project: Project) -> list[Problem]:
    """Return faulty headings, pictures without words and links without a destination."""
    found: list[Problem] = []
    for document in project.documents:
        found += _headings(document.path, document.body, document.body_line)
    for text in project.texts:
        found += _links(text)
    return found


def _headings(file: str, body: str, first: int) -> Iterator[Problem]:
    """The title of a page is its only heading of the first rank; ranks are not skipped."""
    above, inside = 1, False
    for index, line in shown(body.split("\n")):
        if _QUIZ.match(line):
            inside = True  # its steps are headings of their own
        elif _END.match(line):
            inside = False
        if inside or not (match := _HEADING.match(line)):
            continue
        rank, words = len(match[1]), _ATTRIBUTES.sub("", match[2])
        if rank == 1:
            yield Problem(file, first + index, "heading-first", {"title": words})
        elif rank > above + 1:
            values = {"title": words, "found": match[1], "right": "#" * (above + 1)}
            yield Problem(file, first + index, "heading-jump", values)
        above = max(rank, 2)


def _links(text: Document | LessonPlan) -> Iterator[Problem]:
    for link in text.links:
        if link.text is None:
            continue
        words = _MARKS.sub(" ", link.text).strip()
        if code := _picture(link, words) if link.image else _destination(words):
            values = {"found": link.text.strip(), "target": link.target}
            yield Problem(text.path, link.line, code, values, link.column)
    if not _RARE.search(text.source):
        return
    bare = without_code(text.source)
    for match in _EMPTY.finditer(bare):
        yield _at(text.path, bare, match.start(), "link-empty", match[0])
    for tag in tags(bare):
        if tag.name == "img" and not tag.attributes.get("alt", "").strip():
            yield _at(text.path, bare, tag.start, "alt-none", tag.attributes.get("src", ""))


def _picture(link: Link, words: str) -> str:
    if not words:
        return "alt-none"
    stem = posixpath.splitext(posixpath.basename(link.target))[0]
    same = words.casefold() in (stem.casefold(), stem.replace("-", " ").casefold())
    return "alt-bare" if same or _BARE.fullmatch(link.text.strip(" .") if link.text else "") else ""


def _destination(words: str) -> str:
    if not words:
        return "link-empty"
    return "link-words" if _NOWHERE.fullmatch(words) else ""


def _at(file: str, text: str, offset: int, code: str, found: str) -> Problem:
    line = 1 + text.count("\n", 0, offset)
    column = offset - text.rfind("\n", 0, offset)
    return Problem(file, line, code, {"found": found, "target": found}, column)
