"""What the law says: `legal.yml`, and by its side `fines.yml` and `ages.yml`."""

import datetime
from typing import Literal

from pydantic import Field

from vungxanh.model.entry import LEGAL_ID, SLUG, Basis, Entry, Fact, Words
from vungxanh.model.lesson import Locale

# Under which heading an official looks for a document.
Subject = Literal["conduct", "network", "children", "liability", "office", "plan", "other"]


class Article(Entry):
    """A place in a document that lessons lean on, and what it says in plain words."""

    place: str = Field(description="điểm, khoản, Điều", examples=["khoản 3 Điều 11"], min_length=1)
    says: Words = Field(description="nói gì, bằng lời thường", examples=["{vi: …, en: …}"])
    basis: Basis = Field(description="căn cứ", examples=["seen"])


class LegalDocument(Fact):
    """`legal.yml`: one document of law or policy, and whether it is the law of today."""

    id: str = Field(description="mã", examples=["B-12"], pattern=LEGAL_ID)
    number: str | None = Field(
        description="số, ký hiệu; null khi chưa chắc", examples=["116/2025/QH15"]
    )
    type: Words
    subject: Subject = Field("other", description="nhóm trong thư viện", examples=["network"])
    title: Words = Field(description="trích yếu: văn bản nói về việc gì", examples=["{vi: …}"])
    also: tuple[str, ...] = Field(
        (),
        description="cách gọi khác chỉ đúng văn bản này",
        examples=["[Luật An ninh mạng năm 2018]"],
    )
    body: Words = Field(description="nơi ban hành, tên lúc ấy", examples=["{vi: Quốc hội}"])
    issued: datetime.date | None = Field(
        None, description="ngày ban hành hay thông qua", examples=["2025-12-10"]
    )
    in_force: datetime.date | None = Field(
        None, description="ngày có hiệu lực", examples=["2026-07-01"]
    )
    ended: datetime.date | None = Field(
        None, description="ngày hết hiệu lực", examples=["2026-07-01"]
    )
    replaces: tuple[str, ...] = Field(
        (),
        description="thay những văn bản nào: mã trong sổ, hay số nếu sổ không có",
        examples=["[B-13, 72/2013/NĐ-CP]"],
    )
    replaced_by: str | None = Field(
        None, description="mã của văn bản thay nó", examples=["B-12"], pattern=LEGAL_ID
    )
    amended_by: tuple[str, ...] = Field(
        (), description="số của những văn bản sửa nó", examples=["[14/2022/NĐ-CP]"]
    )
    status: Literal["in-force", "replaced", "ended", "unconfirmed"] = Field(
        description="tình trạng: in-force, replaced, ended hay unconfirmed", examples=["in-force"]
    )
    confirmed: datetime.date | None = Field(
        None,
        description="ngày văn phòng đối chiếu tình trạng với bản chính thức; null: chưa",
        examples=["2026-12-01"],
    )
    listed: bool = Field(
        True,
        description="false: chỉ văn phòng thấy; thư viện không in, bài không dẫn tới",
        examples=["false"],
    )
    meaning: Words
    articles: tuple[Article, ...] = Field((), description="những điều bài học dùng tới")

    def short(self, locale: Locale) -> str:
        """Return `Nghị định 13/2023/NĐ-CP`, or the title of what has no number yet."""
        return f"{self.type.in_(locale)} {self.number}" if self.number else self.title.in_(locale)

    def named(self, locale: Locale) -> str:
        """Return type, title and number, as a sentence would cite it."""
        kind, title = self.type.in_(locale), self.title.in_(locale)
        start = title if title.casefold().startswith(kind.casefold()) else f"{kind} “{title}”"
        return f"{start} ({self.number})" if self.number else start


class Amount(Entry):
    """A range of money, in đồng."""

    least: int = Field(description="từ, bằng đồng", examples=["5000000"], ge=0)
    most: int = Field(description="đến, bằng đồng", examples=["10000000"], gt=0)


class Fine(Fact):
    """`fines.yml`: what an act may cost. The one place where amounts stand."""

    id: str = Field(description="mã", examples=["F-01"], pattern=r"^F-\d\d$")
    act: Words = Field(description="hành vi", examples=["{vi: …, en: …}"])
    law: str = Field(description="văn bản, mã trong sổ legal", examples=["B-20"], pattern=LEGAL_ID)
    place: str = Field(description="khoản, Điều", examples=["khoản 1 Điều 101"])
    organisation: Amount | None = Field(
        None, description="mức với tổ chức", examples=["{least: 10000000, most: 20000000}"]
    )
    individual: Amount | None = Field(
        None, description="mức với cá nhân", examples=["{least: 5000000, most: 10000000}"]
    )
    rule: Words | None = Field(None, description="mức không phải một khoảng tiền")

    @property
    def printable(self) -> bool:
        """Return whether readers may be told the amount."""
        return self.basis != "unconfirmed"


class Age(Fact):
    """`ages.yml`: who can be fined at all, by age; children are not fined like adults."""

    id: str = Field(description="mã", examples=["duoi-14"], pattern=SLUG)
    least: int | None = Field(None, description="từ đủ … tuổi", examples=["14"])
    under: int | None = Field(None, description="đến dưới … tuổi", examples=["16"])
    rule: Words = Field(description="bị xử ra sao", examples=["{vi: …, en: …}"])
    law: str = Field(description="văn bản, mã trong sổ legal", examples=["B-38"], pattern=LEGAL_ID)
    place: str = Field(description="khoản, Điều", examples=["Điều 5"])
