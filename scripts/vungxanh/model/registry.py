"""The registries of `docs/_data/`: every fact that can expire stands here once."""

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from vungxanh.model.lesson import Level, Locale

Basis = Literal["seen", "known", "unconfirmed"]
_HEX = r"^#[0-9a-fA-F]{6}$"


class Entry(BaseModel):
    """What all registry rows share: frozen, and unknown keys are a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Entry):
    """A text in both languages."""

    vi: str = Field(description="tiếng Việt", examples=["Học sinh"])
    en: str = Field(description="tiếng Anh", examples=["Pupils"])

    def in_(self, locale: Locale) -> str:
        """Return the text in `locale`."""
        return self.vi if locale == "vi" else self.en


class Colours(Entry):
    """The two colours of a site, on light ground."""

    primary: str = Field("#1b6b4a", examples=['"#1b6b4a"'], pattern=_HEX)
    accent: str = Field("#e0a13c", examples=['"#e0a13c"'], pattern=_HEX)


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


class LevelOfSchool(Entry):
    """A level of school inside an audience."""

    id: Level
    name: Words
    code: str
    grades: tuple[int, ...]


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


class Contact(Entry):
    """`contacts.yml`: where help is; only `confirmed` ones are printed."""

    id: str = Field(description="mã", examples=["C-01"], pattern=r"^C-\d\d[a-z]?$")
    name: Words
    number: str | None = Field(
        None, description="số điện thoại", examples=['"111"'], pattern=r"^\+?\d[\d .-]*$"
    )
    use: Words
    hours: Words | None = None
    free: bool | None = None
    confirmed: bool = Field(description="đã xác nhận chưa", examples=["false"])
    checked_on: datetime.date = Field(description="ngày kiểm tra", examples=["2026-11-23"])
    basis: Basis = Field(description="căn cứ", examples=["seen"])
    note: str | None = None


class LegalDocument(Entry):
    """`legal.yml`: one document of law or policy, and whether it is the law of today."""

    id: str = Field(description="mã", examples=["B-12"], pattern=r"^B-\d\d[a-z]?$")
    number: str | None = Field(description="số, ký hiệu", examples=["116/2025/QH15"])
    type: Words
    title: Words
    body: Words
    issued: datetime.date | None = None
    in_force: datetime.date | None = None
    ended: datetime.date | None = None
    replaces: tuple[str, ...] = ()
    replaced_by: str | None = None
    status: Literal["in-force", "replaced", "ended", "unconfirmed"] = Field(
        description="tình trạng", examples=["in-force"]
    )
    meaning: Words
    basis: Basis = Field(description="căn cứ", examples=["seen"])
    checked_on: datetime.date = Field(description="ngày kiểm tra", examples=["2026-11-23"])
    note: str | None = None


class Unit(Entry):
    """`units.yml`: a body that the plan of 2022 gave work to."""

    id: str = Field(description="mã", examples=["van-hoa-thong-tin"], pattern=r"^[a-z][a-z0-9-]*$")
    name: Words


class PlanRow(Entry):
    """`plan.yml`: one task of the plan, in its own words."""

    id: str = Field(description="mã", examples=["P-01"], pattern=r"^[MPR]-\d{1,2}$")
    part: str = Field(description="phần của Kế hoạch", examples=["II.1"])
    quote: str = Field(description="nguyên văn", examples=["…"], min_length=1)
    lead: str | None = None
    kind: tuple[Literal["L", "D", "P", "Q", "F", "N"], ...] = ()
    role: Literal["served", "supported"] = Field(description="phần của trang", examples=["served"])


class MissingWords(Exception):  # noqa: N818 - read aloud: missing words
    """Words of the interface that `ui.yml` lacks; `name` is their place in it (`page.help`)."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Registries(BaseModel):
    """Every registry of a project, read and validated; `ui` is group → key → words."""

    model_config = ConfigDict(frozen=True)

    site: Site
    audiences: tuple[Audience, ...]
    contacts: tuple[Contact, ...] = ()
    legal: tuple[LegalDocument, ...] = ()
    units: tuple[Unit, ...] = ()
    plan: tuple[PlanRow, ...] = ()
    ui: dict[str, dict[str, Words]] = Field(default_factory=dict)

    def say(self, group: str, key: str, locale: Locale) -> str:
        """Return the site's own words for `key`. Raises MissingWords."""
        try:
            return self.ui[group][key].in_(locale)
        except KeyError as error:
            raise MissingWords(f"{group}.{key}") from error
