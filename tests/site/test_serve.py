"""`serve`, as a writer runs it: the address, a save that shows, faults that do not stop it."""

import socket
import urllib.error
import urllib.request

import pytest

from projects import BASE, make_buildable
from serving import free_port, start, stopped, wait_for

LESSON = "lessons/hoc-sinh/mau/index.md"


def get(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=60) as answer:
        return answer.read().decode()


@pytest.fixture
def serving(tmp_path):
    with stopped([]) as processes:

        def serve(files=None):
            root, port = make_buildable(tmp_path, files), free_port()
            process = start(root, port)
            processes.append(process)
            return root, port, process

        yield serve


def test_the_address_is_said_when_the_page_is_there_and_a_save_shows(serving):
    root, port, process = serving()
    said = wait_for(process, r"Trang đã mở")
    assert f"http://127.0.0.1:{port}/" in said
    assert "Bạn là ai?" in get(port, "index.html")
    text = (root / LESSON).read_text(encoding="utf-8")
    (root / LESSON).write_text(text.replace("19\u00a0giờ", "20\u00a0giờ"), encoding="utf-8")
    wait_for(process, r"Đã dựng xong")
    assert "20\u00a0giờ, một tin nhắn" in get(port, "hoc-sinh/mau/index.html")


def test_a_fault_is_said_with_its_line_and_the_page_stays(serving):
    root, port, process = serving()
    wait_for(process, r"Trang đã mở")
    good = (root / LESSON).read_text(encoding="utf-8")
    (root / LESSON).write_text(good.replace("id: CS-1\n", ""), encoding="utf-8")
    wait_for(process, rf"{LESSON}:2  lỗi  field-missing")
    wait_for(process, r"Đã dựng xong")
    assert "Học sinh" in get(port, "hoc-sinh/index.html")
    (root / LESSON).write_text(good, encoding="utf-8")
    wait_for(process, r"Đã dựng xong")
    assert "19\u00a0giờ" in get(port, "hoc-sinh/mau/index.html")


def test_a_broken_registry_at_the_start_does_not_stop_the_server(serving):
    root, port, process = serving({"docs/_data/site.yml": "name: [\n"})
    said = wait_for(process, r"Trang đã mở")
    assert "docs/_data/site.yml" in said
    assert "Chưa dựng được trang" in get(port, "index.html")
    good = 'name: {vi: Tên mới, en: New}\ntagline: {vi: Một, en: One}\nurl: "https://mau.vn/"\n'
    (root / "docs/_data/site.yml").write_text(good, encoding="utf-8")
    wait_for(process, r"Đã dựng xong")
    assert "Tên mới" in get(port, "index.html")


def test_no_fault_of_content_stops_it(serving):
    lesson = (BASE / LESSON).read_text(encoding="utf-8")
    out = "Xem [ngoài](../../../README.md), [gãy](http://[a), [thư mục](../../../docs).\n"
    home = (BASE / "docs/index.md").read_text(encoding="utf-8")
    faults = {
        LESSON: lesson.replace("id: binh-chon", 'id: "hỏi" & đáp') + out,
        "lessons/hoc-sih/bai/index.md": lesson.replace("CS-1", "CS-2"),
        "docs/index.md": home + "\n/// lesson-list\n///\n",
        "docs/khac/index.md": "chưa khai báo gì",
        "docs/khac/mot.en.md": "---\ntitle: Alone\ndescription: x\n---\n",
    }
    _, port, process = serving(faults)
    said = wait_for(process, r"Trang đã mở")
    codes = ("quiz-bad-id", "link-outside", "link-malformed", "link-missing", "audience-unknown")
    for code in (*codes, "block-place", "front-matter-none", "translation-alone"):
        assert code in said
    assert "Traceback" not in said
    assert "19\u00a0giờ" in get(port, "hoc-sinh/mau/index.html")


def test_a_word_that_is_gone_is_named(serving):
    _, _, process = serving({"docs/_data/ui.yml": "page:\n  x: {vi: Có, en: Yes}\n"})
    assert "registry-words" in wait_for(process, r"Trang đã mở")


def test_drafts_show_in_serve(serving, tmp_path):
    root, port, process = serving()
    wait_for(process, r"Trang đã mở")
    text = (root / LESSON).read_text(encoding="utf-8")
    (root / LESSON).write_text(text.replace("published", "draft"), encoding="utf-8")
    wait_for(process, r"Đã dựng xong")
    assert "Bản nháp" in get(port, "hoc-sinh/index.html")
    assert "19\u00a0giờ" in get(port, "hoc-sinh/mau/index.html")


def test_a_page_that_is_not_there_gets_our_own_page(serving):
    _, port, process = serving()
    wait_for(process, r"Trang đã mở")
    with pytest.raises(urllib.error.HTTPError) as error:
        get(port, "khong-co.html")
    assert "Không thấy trang này" in error.value.read().decode()
    error.value.close()


def test_a_port_in_use_is_said_with_another_to_take(tmp_path):
    root = make_buildable(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(root, port)
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 2
    assert f"Cổng {port} đang có chương trình khác dùng" in said
    assert f"--port {port + 1}" in said
