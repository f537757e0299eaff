"""Where help is: `contacts.yml`."""

import datetime

from pydantic import Field

from vungxanh.model.entry import Basis, Entry, Words


class Contact(Entry):
    """A place to turn to. Only a confirmed one, with the date it was confirmed, is printed."""

    id: str = Field(description="mã", examples=["C-01"], pattern=r"^C-\d\d[a-z]?$")
    name: Words
    number: str | None = Field(
        None, description="số điện thoại", examples=['"111"'], pattern=r"^\+?\d[\d .-]*$"
    )
    use: Words
    hours: Words | None = None
    free: bool | None = None
    confirmed: bool = Field(description="đã xác nhận chưa; true thì được in ra", examples=["false"])
    checked_on: datetime.date | None = Field(
        None, description="ngày kiểm tra hay xác nhận gần nhất", examples=["2026-11-23"]
    )
    basis: Basis = Field(description="căn cứ", examples=["seen"])
    sources: tuple[str, ...] = Field((), description="nguồn đã thấy", examples=["[tingia.gov.vn]"])
    note: str | None = Field(None, description="việc văn phòng cần làm", examples=["Gọi thử."])

    @property
    def printable(self) -> bool:
        """Return whether readers may see it."""
        return self.confirmed and self.checked_on is not None and self.basis != "unconfirmed"
