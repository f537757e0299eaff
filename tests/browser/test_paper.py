"""Paper: real PDFs of every form, from the browser and from the command, looked at page by page."""

import os
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from component_pages import say as ui
from playwright.sync_api import expect
from pypdf import PdfReader

import paper_lesson
from projects import REPOSITORY, make_buildable
from vungxanh import printing
from vungxanh.cli import main
from vungxanh.readers.project import read_project
from vungxanh.site.build import build

LESSON = "hoc-sinh/moi-loai"
PAGE = f"{LESSON}/giao-an.html"
OURS, _ = read_project(REPOSITORY)
LESSONS = [f"{one.audience}/{one.slug}" for one in OURS.published() if OURS.plan(one)]
STEMS = {id_: re.search(r"\| (.*?)\n", text)[1] for id_, text in paper_lesson.QUESTIONS.items()}
A4 = (210, 297)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The root of a small project with the lesson; blanks and marks in every name above it."""
    folder = tmp_path_factory.mktemp("Bài giảng số 1")
    return make_buildable(folder, paper_lesson.files())


@pytest.fixture(scope="module")
def site(place):
    build(place, place.parent / "Trang đã dựng")
    return place.parent / "Trang đã dựng"


@pytest.fixture(scope="module")
def project(place):
    return read_project(place)[0]


@pytest.fixture
def paper(browser, site, tmp_path):
    """Prints an address of the site as Ctrl+P does."""
    contexts = []

    def printed(address, **options) -> PdfReader:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        name, _, anchor = address.partition("#")
        page.goto((site / name).as_uri() + (f"#{anchor}" if anchor else ""))
        target = tmp_path / "giay.pdf"
        page.pdf(path=target, prefer_css_page_size=True, tagged=True)
        return PdfReader(target)

    yield printed
    for context in contexts:
        context.close()


class Words(str):
    """The words of a page; blanks do not count, since fonts change within words."""

    def __new__(cls, words):
        return super().__new__(cls, "".join(unicodedata.normalize("NFC", words).split()))

    def __contains__(self, words):
        return super().__contains__(Words(words))

    def count(self, words):
        return super().count(Words(words))

    def startswith(self, words):
        return super().startswith(Words(words))

    def after(self, words):
        return Words(self.partition(Words(words))[2])


def text(pdf: PdfReader) -> list[Words]:
    return [Words(page.extract_text()) for page in pdf.pages]


def whole(pdf: PdfReader) -> Words:
    return Words("".join(text(pdf)))


# The forms


def test_the_worksheet_asks_everything_and_answers_nothing(paper):
    words = whole(paper(f"{PAGE}#phieu"))
    for number, stem in enumerate(STEMS.values(), 1):
        assert f"Câu {number}. {stem}" in words
    for part in ("Họ và tên:", "Lớp:", "Trường:", "Mã đề 100", "Thời gian:", "– Hết –"):
        assert part in words
    assert "mau.example.vn/moi-nhat/hoc-sinh/moi-loai/" in words
    for given_away in (paper_lesson.EXPLANATION, "Đáp án", paper_lesson.NOTE, "một một một"):
        assert given_away not in words


def test_the_worksheet_of_a_sensitive_lesson_asks_for_no_name(built_site, browser):
    page = browser.new_page()
    page.goto((built_site / "hoc-sinh/bat-nat-tren-mang/giao-an.html").as_uri() + "#phieu")
    sheet = page.locator("#phieu").inner_text()
    page.close()
    assert "Họ và tên" not in sheet
    assert "Không ghi tên vào phiếu này." in sheet


def test_the_key_is_a_document_of_its_own(paper):
    words = whole(paper(f"{PAGE}#dap-an"))
    assert "1 B" in words
    assert "2 A C" in words
    assert "3 a) Đ b) S c) S d) Đ" in words
    assert "người lớn" in words
    assert words.count(paper_lesson.EXPLANATION) == len(STEMS)
    assert "Họ và tên" not in words


def test_the_plan_has_the_form_of_5512(paper):
    words = whole(paper(f"{PAGE}#giao-an"))
    for part in (
        "Trường:", "Tổ:", "Họ và tên giáo viên:", "lớp: 6–7, 9", "1 tiết (45 phút)",
        "I. Mục tiêu", "1. Kiến thức", "III. Tiến trình dạy học",
        "Hoạt động 2: Luyện tập (38 phút)", "a) Mục tiêu:", "d) Tổ chức thực hiện:",
        "4. Kết luận, nhận định:", "Lớp không có thiết bị", paper_lesson.NOTE,
    ):  # fmt: skip
        assert part in words, part
    assert words.after("Tổ:").startswith("TÊN BÀI DẠY:")


def test_the_plan_of_a_primary_school_has_two_columns_and_blank_lines(built_site, browser):
    page = browser.new_page()
    page.goto((built_site / "hoc-sinh/dung-roi-ke/giao-an.html").as_uri() + "#giao-an")
    heads = page.locator(".vx-columns").first.locator("th").all_inner_texts()
    lines = page.locator("#giao-an .vx-line").count()
    page.close()
    assert heads == ["Hoạt động của giáo viên", "Hoạt động của học sinh"]
    assert lines == 5


@pytest.mark.parametrize("lesson", ["hoc-sinh/bat-nat-tren-mang", "hoc-sinh/dung-roi-ke"])
def test_the_note_for_the_family_takes_half_a_sheet(lesson, built_site, browser, tmp_path):
    page = browser.new_page(viewport={"width": 630, "height": 900})  # 167 mm of paper
    page.goto((built_site / lesson / "giao-an.html").as_uri() + "#gia-dinh")
    page.emulate_media(media="print")
    height = page.locator("#gia-dinh").bounding_box()["height"] * 25.4 / 96
    page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    page.close()
    assert height < A4[1] / 2 - 18  # below the margin of the printer
    assert len(PdfReader(tmp_path / "a.pdf").pages) == 1


def test_the_lesson_for_reading_says_where_its_links_lead(paper):
    words = whole(paper(f"{LESSON}/index.html"))
    assert "Luật An ninh mạng [1]" in words
    assert "mau.example.vn/moi-nhat/phap-luat/#b-12" in words
    assert "2. example.vn/a" in words
    assert paper_lesson.HOME in words
    for hidden in (paper_lesson.EXPLANATION, paper_lesson.NOTE, "Thoát nhanh"):
        assert hidden not in words


def test_everything_prints_each_on_a_page_of_its_own(paper):
    pages = text(paper(f"{PAGE}#tat-ca"))
    starts = ("Trường: Họ và tên giáo viên", "Trường: Lớp", "Đáp án", "Lời cho gia đình")
    assert [sum(page.startswith(start) for page in pages) for start in starts] == [1, 1, 1, 1]


def test_without_javascript_everything_prints(paper):
    scripted = text(paper(f"{PAGE}#tat-ca"))
    assert text(paper(f"{PAGE}#phieu", java_script_enabled=False)) == scripted


def test_every_page_is_a4_and_tagged(paper):
    pdf = paper(f"{PAGE}#tat-ca")
    for page in pdf.pages:
        size = page.mediabox.width, page.mediabox.height
        assert [round(float(side) * 25.4 / 72) for side in size] == list(A4)
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"].startswith("vi")


@pytest.mark.parametrize("address", [f"{PAGE}#phieu", f"{PAGE}#phieu&ma=3"])
def test_no_question_is_cut_by_the_end_of_a_page(paper, address):
    lasts = {
        "mot-y": "sai thứ ba",
        "dung-sai": "d)",
        "ghep-doi": "D.",
        "re-nhanh": "Không phải bạn gửi",
    }
    pages = [page for page in text(paper(address)) if paper_lesson.EXPLANATION not in page]
    for id_, last in lasts.items():
        asked = [page for page in pages if STEMS[id_] in page]
        assert asked
        assert [page for page in asked if last not in page.after(STEMS[id_])] == [], id_


# The papers


def papers(browser, site, count) -> dict[int, list[dict]]:
    """The questions of each paper as they stand on it, read from the page."""
    page = browser.new_page()
    page.goto((site / PAGE).as_uri() + f"#phieu&ma={count}")
    found = page.evaluate(
        """() => [...document.querySelectorAll('.vx-papers > [data-form=worksheet]')].map(sheet =>
        [...sheet.querySelectorAll('.vx-task')].map(task => ({
          id: task.dataset.question,
          number: task.querySelector('.vx-task__number').textContent,
          places: [...task.querySelectorAll('[data-choice]')]
            .filter(one => !one.closest('.vx-pairs__left')).map(one => +one.dataset.choice),
          letters: [...task.querySelectorAll('[data-choice] .vx-letter')]
            .filter(one => !one.closest('.vx-pairs__left')).map(one => one.textContent),
        })))"""
    )
    key = page.evaluate(
        """() => [...document.querySelectorAll('.vx-papers .vx-key tbody tr')].map(row =>
        [...row.querySelectorAll('td')].map(cell => cell.textContent))"""
    )
    page.close()
    return {101 + at: (tasks, [row[at] for row in key]) for at, tasks in enumerate(found)}


def mulberry32(state):
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (1 | state)) & 0xFFFFFFFF
        mixed = ((mixed + ((mixed ^ (mixed >> 7)) * (61 | mixed))) ^ mixed) & 0xFFFFFFFF
        yield (mixed ^ (mixed >> 14)) / 4294967296


def seed(words):
    value = 0x811C9DC5
    for letter in words.encode("ascii"):
        value = ((value ^ letter) * 0x01000193) & 0xFFFFFFFF
    return value


def shuffled(items, numbers):
    items = list(items)
    for last in range(len(items) - 1, 0, -1):
        other = int(next(numbers) * (last + 1))
        items[last], items[other] = items[other], items[last]
    return items


LONG = """(selector) => {
  const steps = [...document.querySelectorAll(selector)];
  const box = steps[0].parentElement;
  for (let at = 1; at <= 14; at += 1) {
    const one = steps[at % steps.length].cloneNode(true);
    one.hidden = false;
    one.style.setProperty('--vx-step', 20 + at);
    const text = document.createElement('p');
    text.textContent = `Dau${at}x ${'chuyện dài lắm, kể mãi chưa hết. '.repeat(12)} Cuoi${at}x`;
    one.append(text);
    box.append(one);
  }
}"""


@pytest.mark.parametrize(
    ("address", "steps"),
    [(f"{PAGE}#phieu", "#phieu .vx-steps__one"), (f"{LESSON}/index.html", "vx-quiz .vx-step")],
)
def test_of_a_story_longer_than_a_page_no_step_is_cut(browser, site, tmp_path, address, steps):
    page = browser.new_page()
    page.goto(site.as_uri() + f"/{address}")
    page.evaluate(LONG, steps)
    page.pdf(path=tmp_path / "dai.pdf", prefer_css_page_size=True)
    page.close()
    sheets = [Words(sheet.extract_text()) for sheet in PdfReader(tmp_path / "dai.pdf").pages]
    found = {
        at: [(f"Dau{at}x" in one, f"Cuoi{at}x" in one) for one in sheets] for at in range(1, 15)
    }
    assert all((True, True) in ways and ways.count((False, False)) == len(sheets) - 1
               for ways in found.values()), found  # fmt: skip
    first = [next(i for i, way in enumerate(ways) if way[0]) for ways in found.values()]
    assert len(set(first)) > 1
    assert first == sorted(first)  # in the order they are told


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_form_of_a_lesson_of_ours_ends_with_an_empty_sheet(
    lesson, built_site, browser, tmp_path
):
    page = browser.new_page()
    page.goto((built_site / lesson / "giao-an.html").as_uri())
    forms = page.locator(".vx-form").evaluate_all("all => all.map(one => `giao-an.html#${one.id}`)")
    for address in ("index.html", "giao-an.html#phieu&ma=4", *forms):
        page.goto(f"{(built_site / lesson).as_uri()}/{address}")
        page.pdf(path=tmp_path / "to.pdf", prefer_css_page_size=True)
        sheets = text(PdfReader(tmp_path / "to.pdf"))
        assert all(len(one) > 20 for one in sheets), (address, [len(one) for one in sheets])
        page.goto("about:blank")
    page.close()


def test_the_order_of_a_paper_is_the_one_the_handbook_tells(browser, site):
    for code, (tasks, _) in papers(browser, site, 4).items():
        mixed = shuffled(STEMS, mulberry32(seed(f"CS-7|{code}")))
        order = sorted(mixed, key=lambda id_: id_ in ("re-nhanh", "viet-ra"))
        assert [task["id"] for task in tasks] == order
        assert [task["number"] for task in tasks] == [f"Câu {n}." for n in range(1, 9)]


def test_papers_differ_and_letters_stand_in_their_order(browser, site):
    found = papers(browser, site, 4)
    assert len({str(tasks) for tasks, _ in found.values()}) == 4
    for tasks, _ in found.values():
        for task in tasks:
            letters = "".join(re.findall("[A-Za-z]", "".join(task["letters"]))).upper()
            assert letters == "ABCDEFGHIJ"[: len(letters)]
            assert sorted(task["places"]) == list(range(1, len(task["places"]) + 1))


def test_the_one_key_is_right_for_every_paper(browser, site, project):
    lesson = next(one for one in project.lessons if one.slug == "moi-loai")
    questions = {one.id: one for one in lesson.documents["vi"].questions}
    for tasks, answers in papers(browser, site, 4).values():
        for task, answer in zip(tasks, answers, strict=True):
            question, places = questions[task["id"]], task["places"]
            letters = dict(zip(places, "ABCDEFGH", strict=False))
            right = {letters[n] for n in question.right} if question.choices else set()
            if question.kind in ("single", "multiple"):
                assert answer.split() == sorted(right)
            elif question.kind == "true-false":
                pairs = re.findall(r"([a-h])\) ([ĐS])", answer)
                assert {letter.upper() for letter, word in pairs if word == "Đ"} == right
                assert len(pairs) == 4
            elif question.kind == "order":
                assert answer.split(" → ") == [letters[n] for n in range(1, 5)]
            elif question.kind == "match":
                assert answer.split() == [f"{n}–{letters[n]}" for n in range(1, 4)]
            elif question.kind == "fill":
                assert answer == "một một một; người lớn"
            else:
                assert answer == "xem dưới"


def test_one_click_shuffles_shows_and_prints(browser, site):
    page = browser.new_page()
    page.add_init_script("window.print = () => (window.printed = true)")
    page.goto((site / PAGE).as_uri())
    page.get_by_role("button", name="In 4 mã đề").click()
    assert page.evaluate("window.printed")
    assert page.locator(".vx-papers > .vx-form:visible").count() == 5
    assert page.locator("#giao-an").is_hidden()
    page.get_by_role("link", name="Đáp án").click()
    expect(page.locator("#dap-an")).to_be_visible()
    page.get_by_role("link", name="Tất cả").click()
    expect(page.locator(".vx-form:visible")).to_have_count(4)
    page.close()


@pytest.mark.parametrize("name", ["reading", "help_card"])
def test_one_click_prints_what_stands_on_another_page(browser, site, name):
    context = browser.new_context()
    context.add_init_script("window.print = () => { document.documentElement.id += 'in' }")
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    page.locator(".vx-teach__more").get_by_role("link", name=ui("plan", name)).click()
    page.wait_for_selector("html#in .vx-page--lesson, html#in .vx-page--help")
    page.goto(page.url.removesuffix("?in"))
    page.wait_for_load_state("load")
    assert page.locator("html").get_attribute("id") is None
    context.close()


def test_an_odd_address_breaks_nothing(browser, site):
    page = browser.new_page()
    page.goto((site / PAGE).as_uri() + "#%E0%A4%A")
    expect(page.get_by_role("button", name="In 4 mã đề")).to_be_visible()
    page.close()


# The command


@pytest.fixture(scope="module")
def chromium():
    return Path(os.environ.get("VUNGXANH_BROWSER") or shutil.which("chromium") or "")


def test_the_command_prints_the_papers_that_the_browser_prints(
    paper, chromium, site, project, tmp_path
):
    lesson = printing.find_lesson(project, LESSON)
    page = printing.page_of(project, lesson, "worksheet", "vi", 2)
    target = tmp_path / "Thư mục mới" / printing.file_name(lesson, "worksheet", "vi", 2)
    printing.to_pdf(chromium, site, page, target)
    assert target.name == "moi-loai-phieu-hoc-tap-2-ma-de.pdf"
    assert [one.name for one in target.parent.iterdir()] == [target.name]
    pdf = PdfReader(target)
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert text(pdf) == text(paper(f"{PAGE}#phieu&ma=2"))
    assert "Mã đề 101" in text(pdf)[0]
    assert "Mã đề 102" in whole(pdf)
    assert "file:" not in whole(pdf)


def test_the_verb_prints_a_lesson_of_ours(chromium, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("VUNGXANH_BROWSER", str(chromium))
    monkeypatch.chdir(tmp_path)
    assert main(["print", "CS-2", "--form", "key", "--lang", "en"]) == 0
    (target,) = tmp_path.iterdir()
    assert target.name == "bat-nat-tren-mang-dap-an-en.pdf"
    assert str(target) in capsys.readouterr().err
    assert text(PdfReader(target))[0].startswith("Key")
    assert not os.environ.get("VUNGXANH_DRAFTS")


def test_a_browser_that_prints_nothing_is_said_and_the_old_file_stays(site, tmp_path):
    target = tmp_path / "cu.pdf"
    target.write_bytes(b"%PDF cu")
    broken = tmp_path / "trinh-duyet"
    broken.write_text("#!/bin/sh\necho 'hết bộ nhớ' >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(printing.NotPrinted, match="hết bộ nhớ"):
        printing.to_pdf(broken, site, PAGE, target)
    assert target.read_bytes() == b"%PDF cu"
