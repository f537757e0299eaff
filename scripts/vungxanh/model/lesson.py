"""A lesson and a page: front matter as a schema, and the Markdown documents in each language."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from vungxanh.model.question import Question

Locale = Literal["vi", "en"]
LOCALES: tuple[Locale, ...] = ("vi", "en")
Level = Literal["TH", "THCS", "THPT"]
Status = Literal["draft", "review", "published"]


class FrontMatter(BaseModel):
    """What every front matter has in common; unknown keys are a fault, since they are typos."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(
        description="tên trang, như người đọc thấy",
        examples=["Trước khi bấm “Đăng”"],
        min_length=1,
    )


class LessonMeta(FrontMatter):
    """Front matter of `lessons/<audience>/<slug>/index.md`."""

    id: str = Field(
        description="mã bài, giữ mãi mãi", examples=["CS-2"], pattern=r"^[A-Z]{2}-[1-9][0-9]*$"
    )
    summary: str = Field(
        description="một câu giới thiệu", examples=["Nhận ra bắt nạt và biết làm gì."], min_length=1
    )
    level: Level | None = Field(None, description="cấp học", examples=["THCS"])
    grades: tuple[int, ...] = Field((), description="các lớp", examples=["[6, 7]"])
    order: int = Field(description="thứ tự trong danh sách", examples=["22"])
    minutes: int = Field(description="số phút dạy", examples=["45"], gt=0)
    objectives: tuple[str, ...] = Field(
        description="mục tiêu, mỗi dòng một ý",
        examples=["\n  - Nhận ra bắt nạt trên mạng"],
        min_length=1,
    )
    competences: tuple[str, ...] = Field((), description="mã năng lực", examples=['["NLS 2.5"]'])
    topics: tuple[str, ...] = Field((), description="chủ đề", examples=["[bat-nat]"])
    plan: tuple[str, ...] = Field((), description="các dòng của Kế hoạch", examples=["[P-11]"])
    sensitive: bool = Field(False, description="bài nhạy cảm", examples=["true"])
    status: Status = Field(description="draft, review hoặc published", examples=["draft"])
    reviewed: datetime.date | None = Field(
        None, description="ngày rà soát gần nhất", examples=["2026-11-24"]
    )
    reviewer: str | None = Field(
        None, description="ai rà soát", examples=["Phòng Văn hóa - Xã hội"]
    )
    moved_from: tuple[str, ...] = Field(
        (), description="địa chỉ cũ", examples=["[hoc-sinh/ten-cu]"]
    )


class TranslationMeta(FrontMatter):
    """Front matter of `index.en.md`; `translates` is the digest of the text it renders."""

    summary: str = Field(description="lời giới thiệu", examples=["What to do."], min_length=1)
    objectives: tuple[str, ...] = Field(
        description="mục tiêu", examples=["\n  - Recognise cyberbullying"], min_length=1
    )
    translates: str | None = Field(None, description="mã của bản gốc", examples=["1a2b3c4d"])


class PageMeta(FrontMatter):
    """Front matter of a page in `docs/`."""

    description: str = Field(
        description="một câu cho máy tìm kiếm và khi chia sẻ",
        examples=["Gọi ai, nói gì, khi có chuyện trên mạng."],
        min_length=1,
    )
    sensitive: bool = Field(False, description="trang nhạy cảm", examples=["true"])
    translates: str | None = Field(None, description="mã của bản gốc", examples=["1a2b3c4d"])


@dataclass(frozen=True)
class Link:
    """A link or picture as written in the source: `target` without title, place from 1.

    `text` is what is read in its place, or the alternative of a picture; None where a reference
    elsewhere names the target.
    """

    target: str
    line: int
    column: int
    image: bool = False
    text: str | None = None


@dataclass(frozen=True)
class Note:
    """A block for grown-ups in a lesson: `anchor` and `title` of the section it stands in."""

    anchor: str
    title: str
    text: str
    line: int


@dataclass(frozen=True)
class Document:
    """One Markdown file: repository `path`, front matter, body and what stands in it.

    `body_line` is the line of the file on which `body` begins; every `line` counts in the file.
    `anchors` are the ids that links can name: of headings, blocks and questions; `lines` tells on
    which line each key of the front matter stands, `blocks` which blocks stand on which lines.
    `notes` are those for the teacher, which no pupil sees; `family` is the note for home. `source`
    is the text of the whole file, front matter included.
    """

    path: str
    locale: Locale
    meta: FrontMatter
    body: str
    body_line: int
    digest: str
    questions: tuple[Question, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    lines: dict[str, int] = field(default_factory=dict, hash=False)
    blocks: tuple[tuple[str, int], ...] = ()
    notes: tuple[Note, ...] = ()
    family: Note | None = None
    source: str = field(default="", repr=False, compare=False)

    @property
    def translates(self) -> str | None:
        """Return the digest of the text that somebody has seen this one to render, if it does."""
        return getattr(self.meta, "translates", None)


@dataclass(frozen=True)
class Page:
    """A page in its languages; Vietnamese is always there."""

    documents: dict[Locale, Document] = field(hash=False)

    @property
    def path(self) -> str:
        """Return the repository path of the Vietnamese text."""
        return self.documents["vi"].path

    def address(self, locale: Locale) -> str:
        """Return where the page lies in the built site; Vietnamese pages have no folder above."""
        address = self.path.partition("/")[2].removesuffix(".md") + ".html"
        return address if locale == "vi" else f"{locale}/{address}"

    def text(self, locale: Locale) -> Document:
        """Return the document in `locale`, or the Vietnamese one where there is no translation."""
        return self.documents.get(locale) or self.documents["vi"]


@dataclass(frozen=True)
class Lesson(Page):
    """A page that teaches; `audience` is the folder it lies in, `slug` its own."""

    audience: str
    slug: str
    meta: LessonMeta
