"""Who is responsible: `bodies.yml`, and the units of the plan of 2022 in `units.yml`."""

import datetime

from pydantic import Field

from vungxanh.model.entry import SLUG, Entry, Fact, Words


class Successor(Entry):
    """A body that took over, and which part of the work."""

    body: str = Field(description="mã của nơi tiếp nhận", examples=["so-khcn"], pattern=SLUG)
    part: Words | None = Field(None, description="tiếp nhận phần việc nào; null: tất cả")


class Body(Fact):
    """`bodies.yml`: an office, since when it is there, until when it was, who took over."""

    id: str = Field(description="mã", examples=["so-khcn"], pattern=SLUG)
    name: Words = Field(description="tên đầy đủ", examples=["{vi: …, en: …}"])
    also: tuple[str, ...] = Field(
        (), description="tên khác hay viết, kể cả viết tắt", examples=["[Bộ TT&TT]"]
    )
    since: datetime.date | None = Field(
        None, description="có từ ngày; null: từ lâu hay chưa rõ", examples=["2025-07-01"]
    )
    until: datetime.date | None = Field(
        None, description="không còn từ ngày; null: đang có hay chưa rõ", examples=["2025-07-01"]
    )
    gone: bool = Field(False, description="true: nay không còn", examples=["true"])
    into: tuple[Successor, ...] = Field(
        (), description="ai tiếp nhận", examples=["[{body: so-khcn}]"]
    )


class Unit(Entry):
    """`units.yml`: whom the plan of 2022 gave work to, in its words; `bodies` are the offices."""

    id: str = Field(description="mã", examples=["van-hoa-thong-tin"], pattern=SLUG)
    name: Words
    bodies: tuple[str, ...] = Field(
        (), description="những cơ quan trong sổ bodies", examples=["[phong-vhtt-quan]"]
    )
