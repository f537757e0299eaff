"""`review`: what is due, by date, and the calendar and table made of it."""

import csv
import datetime
import io

import icalendar
import pytest

from projects import make_project
from vungxanh.cli import main
from vungxanh.commands import common
from vungxanh.commands import review as verb
from vungxanh.due import agenda
from vungxanh.editing import confirm
from vungxanh.readers.project import read_project
from vungxanh.reporting.agenda import table, text
from vungxanh.reporting.calendar import calendar

LESSON = "lessons/hoc-sinh/mau/index.md"
ENGLISH = "lessons/hoc-sinh/mau/index.en.md"
LAW = """
- id: B-01
  number: 1/2020/NĐ-CP
  type: {vi: Nghị định, en: Decree}
  title: {vi: "Việc thứ nhất, rất dài", en: First}
  body: {vi: Chính phủ, en: Government}
  issued: 2020-01-01
  in_force: 2020-02-01
  ended: {ended}
  status: in-force
  confirmed: {confirmed}
  meaning: {vi: Một, en: One}
  basis: seen
  checked_on: {checked}
"""
AGAIN = ("2026-12-30", "law", "B-01")
CONTACTS = """
- id: C-01
  name: {vi: Tổng đài, en: Hotline}
  number: "111"
  use: {vi: Khi sợ, en: When afraid}
  confirmed: true
  checked_on: 2026-02-10
  basis: seen
- id: C-02
  name: {vi: Kênh khác, en: Other}
  use: {vi: Khi ngại, en: When shy}
  confirmed: false
  basis: seen
"""


def day(month, date, year=2026):
    return datetime.date(year, month, date)


def law(ended="null", confirmed="2026-11-01", checked="2026-06-30"):
    row = LAW.replace("{ended}", ended).replace("{confirmed}", confirmed)
    return row.replace("{checked}", checked)


@pytest.fixture
def house(tmp_path):
    """A house in which everything is in order: looked at on 1 March 2026, translations compared."""
    files = {"docs/_data/legal.yml": law(), "docs/_data/contacts.yml": "[]\n"}
    root = make_project(tmp_path, files | {"docs/_data/open-points.yml": "[]\n"})
    project, _ = read_project(root)
    english = [one.path for one in project.documents if one.locale == "en"]
    assert ENGLISH in confirm(project, [LESSON, *english], day(3, 1))
    return root


def due(root, today, days=60):
    project, problems = read_project(root)
    assert project.registries.whole, problems
    return agenda(project, today, days)


def ids(items):
    return [(one.date and one.date.isoformat(), one.why, one.id) for one in items]


def test_a_lesson_is_due_a_year_after_its_review(house):
    lesson = ("2027-03-01", "lesson", "CS-1")
    assert lesson in ids(due(house, day(1, 1, 2027)).coming)
    on_the_day = due(house, day(3, 1, 2027))
    assert lesson in ids(on_the_day.coming)
    assert lesson not in ids(on_the_day.overdue)
    assert lesson in ids(due(house, day(3, 2, 2027)).overdue)
    before = due(house, day(12, 1), days=20)
    assert lesson not in ids(before.overdue + before.coming)


def test_the_site_says_how_often(house):
    with (house / "docs/_data/site.yml").open("a", encoding="utf-8") as file:
        file.write("review: {lessons: 6}\n")
    assert ("2026-09-01", "lesson", "CS-1") in ids(due(house, day(8, 1)).coming)


def test_what_was_never_looked_at_is_waiting_and_a_draft_is_not(house):
    path = house / LESSON
    reviewed = path.read_text(encoding="utf-8")
    path.write_text(reviewed.replace("reviewed: 2026-03-01\n", ""), encoding="utf-8")
    assert (None, "lesson_never", "CS-1") in ids(due(house, day(8, 1)).waiting)
    draft = reviewed.replace("reviewed: 2026-03-01\n", "").replace("published", "draft")
    path.write_text(draft, encoding="utf-8")
    found = due(house, day(8, 1))
    assert "CS-1" not in [id_ for _, _, id_ in ids((*found.waiting, *found.coming))]


def test_a_translation_waits_when_the_text_has_changed_or_nobody_compared(house):
    assert due(house, day(8, 1)).waiting == ()
    source = house / LESSON
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("19\u00a0giờ", "20\u00a0giờ"), encoding="utf-8")
    assert ids(due(house, day(8, 1)).waiting) == [(None, "translation_stale", "CS-1")]
    english = house / ENGLISH
    lines = english.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("translates:")]
    english.write_text("".join(kept), encoding="utf-8")
    assert ids(due(house, day(8, 1)).waiting) == [(None, "translation_never", "CS-1")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (law(), [AGAIN]),
        (law(confirmed="null"), [AGAIN, (None, "law_unconfirmed", "B-01")]),
        (law(ended="2026-12-01"), [("2026-12-01", "law_ends", "B-01"), AGAIN]),
        (law(ended="2026-10-01"), [("2026-10-01", "law_ends", "B-01"), AGAIN]),
    ],
)
def test_documents_are_looked_at_again_and_tell_when_they_end(house, row, expected):
    (house / "docs/_data/legal.yml").write_text(row, encoding="utf-8")
    found = due(house, day(11, 24))
    assert ids((*found.overdue, *found.coming, *found.waiting)) == expected


def test_a_contact_is_called_once_a_year_and_waits_until_it_is_confirmed(house):
    (house / "docs/_data/contacts.yml").write_text(CONTACTS, encoding="utf-8")
    found = due(house, day(2, 1, 2027), days=9)
    assert ("2027-02-10", "contact", "C-01") in ids(found.coming)
    assert ids(found.waiting) == [(None, "contact_unconfirmed", "C-02")]


def test_questions_wait_until_they_are_answered_the_first_ones_first(house):
    rows = "- id: O-01\n  question: {vi: Một?, en: One?}\n"
    rows += "- id: O-02\n  question: {vi: Hai?, en: Two?}\n  answered: 2026-05-01\n"
    rows += "- id: O-03\n  question: {vi: Ba?, en: Three?}\n  first: true\n"
    (house / "docs/_data/open-points.yml").write_text(rows, encoding="utf-8")
    found = ids(due(house, day(8, 1)).waiting)
    assert found == [(None, "question", "O-03"), (None, "question", "O-01")]


def test_overdue_comes_first_and_nothing_is_said_kindly(house):
    said = text(due(house, day(1, 31, 2027)), "vi")
    assert said.index("ĐÃ QUÁ HẠN") < said.index("30/12/2026") < said.index("TRONG 60 NGÀY TỚI")
    assert said.index("TRONG 60 NGÀY TỚI") < said.index("01/3/2027")
    none = text(due(house, day(9, 1), days=10), "vi")
    assert none == "Không có việc nào đến hạn trong 10 ngày tới. Việc gần nhất: ngày 30/12/2026.\n"
    assert text(due(house, day(9, 1), days=10), "en").startswith("Nothing falls due in the next 10")


def test_the_table_opens_in_a_spreadsheet(house):
    (house / "docs/_data/contacts.yml").write_text(CONTACTS, encoding="utf-8")
    written = table(due(house, day(1, 31, 2027)), "vi")
    assert written.startswith("\ufeffNgày,")
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))
    states = [row["Tình trạng"] for row in rows]
    assert states == ["quá hạn", "sắp tới hạn", "sắp tới hạn", "đang chờ"]
    assert rows[0]["Tên"] == "Việc thứ nhất, rất dài"
    assert (rows[0]["Ngày"], rows[0]["Mã"], rows[0]["Dòng"]) == ("2026-12-30", "B-01", "2")


def events(root, today):
    project, _ = read_project(root)
    written = calendar(agenda(project, today, 60), project.registries.site, "vi")
    return written, icalendar.Calendar.from_ical(written).events


def test_the_calendar_is_what_the_standard_asks_for(house):
    (house / "docs/_data/contacts.yml").write_text(CONTACTS, encoding="utf-8")
    written, found = events(house, day(1, 31, 2027))
    raw = written.encode()
    assert raw.count(b"\n") == raw.count(b"\r\n") == len(raw.splitlines())
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)  # no letter is cut in two
    assert b"Vi\xe1\xbb\x87c th\xe1\xbb\xa9 nh\xe1\xba\xa5t\\, r" in raw.replace(b"\r\n ", b"")
    shown = [(str(one["uid"]), one.start, one.end) for one in found]
    host = "@mau.example.vn"
    today = day(1, 31, 2027)
    after = datetime.timedelta(1)
    assert shown == [
        ("law-2026-12-30" + host, today, today + after),  # overdue: where it will be seen
        ("contact-2027-02-10" + host, day(2, 10, 2027), day(2, 11, 2027)),
        ("lesson-2027-03-01" + host, day(3, 1, 2027), day(3, 2, 2027)),
        ("contact-unconfirmed" + host, today, today + after),
    ]
    assert "Quá hạn từ ngày 30/12/2026." in found[0]["description"]
    assert not any(isinstance(one.start, datetime.datetime) for one in found)


def test_the_same_thing_has_the_same_name_in_every_calendar(house):
    first = {str(one["uid"]) for one in events(house, day(1, 30, 2027))[1]}
    second = {str(one["uid"]) for one in events(house, day(1, 31, 2027))[1]}
    assert first == second
    assert len(first) == 2


@pytest.fixture
def command(house, monkeypatch):
    for module in (verb, common):
        monkeypatch.setattr(module, "ROOT", house)
    return lambda *arguments: main(["review", *arguments])


def test_the_command_prints_or_writes(command, capfd, tmp_path):
    assert command("--today", "2027-01-31") == 0
    printed = capfd.readouterr()
    assert "ĐÃ QUÁ HẠN" in printed.out
    assert "1 quá hạn, 1 sắp tới hạn, 0 đang chờ" in printed.err
    file = tmp_path / "việc.ics"
    assert command("--today", "2027-01-31", "--format", "ics", "--output", str(file)) == 0
    assert capfd.readouterr().out == ""
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION")


@pytest.mark.parametrize(
    "wrong", [["--days", "0"], ["--today", "31/02/2026"], ["--format", "html"]]
)
def test_what_is_not_understood_is_said(command, wrong, capfd):
    with pytest.raises(SystemExit) as stopped:
        command(*wrong)
    assert stopped.value.code == 2
    assert "Chưa hiểu lệnh này" in capfd.readouterr().err


def test_a_broken_registry_is_told_and_nothing_is_listed(command, house, capfd):
    (house / "docs/_data/site.yml").write_text("name: [\n", encoding="utf-8")
    assert command() == 1
    assert "yaml-broken" in capfd.readouterr().out
