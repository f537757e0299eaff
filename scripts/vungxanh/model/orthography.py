"""How this house writes: `orthography.yml`, the words that checks of language know."""

from typing import Literal

from pydantic import Field

from vungxanh.model.entry import SLUG, Entry

WordKind = Literal[
    "misspelling", "i-y", "capital", "abbreviation", "expand", "prefer", "known", "as-written"
]


class Spelling(Entry):
    """One rule of spelling: what is not written, what is, and where it is right all the same."""

    id: str = Field(description="mã", examples=["trach-nhiem"], pattern=SLUG)
    kind: WordKind = Field(
        description="misspelling: sai chính tả; i-y: i hay y; capital: chữ hoa; abbreviation: "
        "chữ tắt không dùng; expand: chữ tắt cần viết đủ một lần; prefer: có từ Việt; "
        "known: chữ đúng mà máy không biết; as-written: tên riêng giữ nguyên cách viết",
        examples=["misspelling"],
    )
    wrong: tuple[str, ...] = Field((), description="cách viết sai", examples=["[tránh nhiệm]"])
    right: tuple[str, ...] = Field(
        (), description="cách viết đúng, hay nhất trước", examples=["[trách nhiệm]"]
    )
    unless: tuple[str, ...] = Field(
        (), description="cụm từ mà ở đó viết thế là đúng", examples=["[ra tránh nhiệm sở]"]
    )
    only: tuple[str, ...] = Field(
        (), description="chỉ sai trong những cụm từ này", examples=["[thái độ bàng quang]"]
    )
