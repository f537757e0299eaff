"""What lessons refer to: `glossary`, `old-words`, `figures`, `competences`, `plan`, and so on."""

import datetime
from typing import Literal

from pydantic import Field

from vungxanh.model.entry import LEGAL_ID, SLUG, Entry, Fact, Words


class Term(Fact):
    """`glossary.yml`: a word that a reader may not know, in one plain sentence."""

    id: str = Field(description="mã", examples=["dau-chan-so"], pattern=SLUG)
    term: Words
    also: tuple[str, ...] = Field((), description="cách gọi khác", examples=["[phishing]"])
    means: Words = Field(description="nghĩa, một câu thường", examples=["{vi: …, en: …}"])
    quote: str | None = Field(
        None, description="lời của văn bản, nguyên văn; null: lời của ban biên soạn"
    )
    law: str | None = Field(
        None, description="văn bản, mã trong sổ legal", examples=["B-33"], pattern=LEGAL_ID
    )
    place: str | None = Field(None, description="khoản, Điều", examples=["khoản 2 Điều 2"])


class OldWord(Fact):
    """`old-words.yml`: what something was called, and what it is called today."""

    id: str = Field(description="mã", examples=["can-cuoc-cong-dan"], pattern=SLUG)
    words: tuple[str, ...] = Field(
        description="các cách viết cũ", examples=["[căn cước công dân, CCCD]"], min_length=1
    )
    now: Words = Field(description="nay viết thế nào", examples=["{vi: thẻ căn cước, en: …}"])
    since: datetime.date | None = Field(
        None, description="gọi thế từ ngày; null: chưa rõ", examples=["2024-07-01"]
    )


class Figure(Fact):
    """`figures.yml`: a number from a survey or a report; never without year, body and sample."""

    id: str = Field(description="mã", examples=["u-report-2019-nan-nhan"], pattern=SLUG)
    value: str = Field(description="con số, như người Việt viết", examples=['"21%"'])
    says: Words = Field(description="con số ấy nói gì", examples=["{vi: …, en: …}"])
    year: int = Field(description="năm của số liệu", examples=["2019"], ge=1990, le=2100)
    body: Words = Field(description="ai khảo sát, ai công bố", examples=["{vi: …, en: …}"])
    sample: Words | None = Field(
        description="hỏi bao nhiêu người, là ai; null: nguồn không nói", examples=["{vi: …, en: …}"]
    )
    caution: Words | None = Field(
        None, description="điều phải nói kèm", examples=["{vi: …, en: …}"]
    )


class Competence(Fact):
    """`competences.yml`: a code of the digital competence framework, or a topic of informatics."""

    id: str = Field(
        description="mã",
        examples=["NLS 2.5"],
        pattern=r"^(NLS [1-6](\.[1-6])?|TIN (1[0-2]|[3-9]))$",
    )
    name: Words
    law: str = Field(description="văn bản, mã trong sổ legal", examples=["B-33"], pattern=LEGAL_ID)
    grade: int | None = Field(None, description="lớp", examples=["7"], ge=1, le=12)


class PlanRow(Entry):
    """`plan.yml`: one task of the plan, in its own words."""

    id: str = Field(description="mã", examples=["P-01"], pattern=r"^[MPR]-\d{1,2}$")
    part: str = Field(description="phần của Kế hoạch", examples=["II.1"])
    quote: str = Field(description="nguyên văn", examples=["…"], min_length=1)
    lead: str | None = Field(
        None, description="đơn vị chủ trì, mã trong sổ units", examples=["phong-tu-phap"]
    )
    kind: tuple[Literal["L", "D", "P", "Q", "F", "N"], ...] = Field(
        (),
        description="L bài, D tài liệu, P trang, Q câu hỏi, F góp ý, N không làm thay được",
    )
    role: Literal["served", "supported"] = Field(description="phần của trang", examples=["served"])
    here: tuple[str, ...] = Field(
        (),
        description="trang phục vụ dòng này, hay mã bài; bài ghi dòng này ở plan: thì tự có",
        examples=["[docs/can-giup-do/index.md]"],
    )


class OpenPoint(Entry):
    """`open-points.yml`: a question that only the office can answer."""

    id: str = Field(description="mã", examples=["O-01"], pattern=r"^O-\d\d[a-z]?$")
    question: Words
    about: tuple[str, ...] = Field(
        (), description="mã của những mục đang chờ, trong các sổ", examples=["[B-04, C-06]"]
    )
    first: bool = Field(False, description="hỏi trước tiên", examples=["true"])
    answered: datetime.date | None = Field(
        None, description="ngày văn phòng trả lời", examples=["2026-12-01"]
    )
    answer: str | None = Field(None, description="văn phòng trả lời ra sao", examples=["Còn."])
