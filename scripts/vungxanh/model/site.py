"""Whose site it is and whom it speaks to: `site.yml` and `audiences.yml`."""

import datetime

from pydantic import Field

from vungxanh.model.entry import Entry, Words
from vungxanh.model.lesson import LessonMeta, Level
from vungxanh.text.dates import months_after

_HEX = r"^#[0-9a-fA-F]{6}$"


class Colours(Entry):
    """The two colours of a site, on light ground."""

    primary: str = Field("#1b6b4a", examples=['"#1b6b4a"'], pattern=_HEX)
    accent: str = Field("#e0a13c", examples=['"#e0a13c"'], pattern=_HEX)


class Review(Entry):
    """After how many months something is looked at again; the one place that says so.

    `law` is for documents, fines and ages, which change most; `facts` for every other registry.
    """

    lessons: int = Field(12, description="bài học, bao nhiêu tháng", examples=["12"], ge=1)
    law: int = Field(6, description="văn bản, mức phạt, tuổi", examples=["6"], ge=1)
    contacts: int = Field(12, description="nơi giúp đỡ", examples=["12"], ge=1)
    facts: int = Field(12, description="các sổ khác", examples=["12"], ge=1)

    def of_lesson(self, meta: LessonMeta) -> datetime.date | None:
        """Return the day on which a lesson is due again; None where nobody has reviewed it yet."""
        return months_after(meta.reviewed, self.lessons) if meta.reviewed else None


class Site(Entry):
    """`site.yml`: whose site this is. Another ward or school changes this file and is at home."""

    name: Words
    tagline: Words
    publisher: Words | None = Field(None, description="cơ quan chủ quản")
    responsible: Words | None = Field(None, description="người chịu trách nhiệm nội dung")
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    url: str = Field(
        description="địa chỉ công khai, hết bằng dấu /",
        examples=["https://…/"],
        pattern=r"^https?://.*/$",
    )
    exit_url: str = Field(
        "https://www.google.com/search?q=th%E1%BB%9Di+ti%E1%BA%BFt+H%C3%A0+N%E1%BB%99i",
        description="trang mở ra khi bấm Thoát nhanh",
        examples=["https://…/"],
        pattern=r"^https://",
    )
    repository: str | None = None
    remote: str = Field("origin", description="kho git nhận ấn bản", examples=["origin"])
    branch: str = Field("gh-pages", description="nhánh của các ấn bản", examples=["gh-pages"])
    colours: Colours = Field(
        Colours(), description="màu", examples=['{primary: "#1b6b4a", accent: "#e0a13c"}']
    )
    review: Review = Field(
        Review(), description="bao nhiêu tháng thì xem lại", examples=["{lessons: 12, law: 6}"]
    )


class LevelOfSchool(Entry):
    """A level of school inside an audience."""

    id: Level
    name: Words
    code: str
    grades: tuple[int, ...]
    address: str | None = Field(
        None, description="gọi người đọc là gì; null: như cả nhóm", examples=["bạn"]
    )


class Audience(Entry):
    """`audiences.yml`: a kind of reader; `id` is the folder of its lessons and its address."""

    id: str = Field(description="tên thư mục", examples=["hoc-sinh"], pattern=r"^[a-z][a-z-]*$")
    name: Words
    short: Words | None = None
    invite: Words
    codes: tuple[str, ...] = Field(
        description="chữ đầu của mã bài", examples=["[CS]"], min_length=1
    )
    address: str = Field(description="cách xưng hô", examples=["em"])
    levels: tuple[LevelOfSchool, ...] = ()
