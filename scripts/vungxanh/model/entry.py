"""What the rows of all registries share: frozen, no unknown keys, words in both languages."""

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from vungxanh.model.lesson import Locale

# seen: in a public source · known: high confidence · unconfirmed: not to be told as a fact.
Basis = Literal["seen", "known", "unconfirmed"]
SLUG = r"^[a-z][a-z0-9-]*$"
LEGAL_ID = r"^B-\d\d[a-z]?$"


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


class Fact(Entry):
    """A row that can expire: on what it rests, and when somebody last looked."""

    basis: Basis = Field(
        description="seen: đã thấy ở nguồn công khai; known: biết chắc; unconfirmed: chưa chắc",
        examples=["seen"],
    )
    checked_on: datetime.date = Field(
        description="ngày kiểm tra gần nhất, năm-tháng-ngày", examples=["2026-11-23"]
    )
    sources: tuple[str, ...] = Field(
        (), description="nguồn đã thấy: trang và số bài", examples=["[plo.vn post899164]"]
    )
    note: str | None = Field(
        None, description="việc văn phòng cần làm; không in ra trang", examples=["Cần toàn văn."]
    )
