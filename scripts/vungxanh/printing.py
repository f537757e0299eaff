"""Paper: opens a page of a built site in the browser of the machine, which prints it as tagged PDF.

The pages are those that Ctrl+P prints, and the papers those that the page's own script shuffles:
there is one implementation. Nothing is installed; whoever calls says which browser there is.
"""

import os
import subprocess
import tempfile
from difflib import get_close_matches
from pathlib import Path

from vungxanh.model.lesson import Lesson, Locale
from vungxanh.readers.project import PLAN, Project

# What each form is called in a file name, and what the address of its page ends in.
FORMS = {
    "lesson": ("bai-hoc", ""),
    "worksheet": ("phieu-hoc-tap", "phieu"),
    "key": ("dap-an", "dap-an"),
    "plan": ("giao-an", "giao-an"),
    "family": ("gia-dinh", "gia-dinh"),
    "all": ("tat-ca", "tat-ca"),
}
SHUFFLED = ("worksheet", "key", "all")
MOST = 99  # papers, as many as the page makes
_PATIENCE = 180  # seconds; a cold start on an old machine takes some twenty
_SCRIPT_TIME = 10000  # milliseconds that the page's scripts may believe to have


class NotPrinted(Exception):  # noqa: N818 - read aloud: not printed
    """It cannot be printed; the text says why, and what to do."""


def find_lesson(project: Project, name: str) -> Lesson:
    """Return the lesson called `AUDIENCE/SLUG`, or by its id. Raises NotPrinted."""
    wanted = name.replace("\\", "/").strip("/").removeprefix("lessons/").removesuffix("/index.md")
    known = {f"{one.audience}/{one.slug}": one for one in project.lessons}
    for address, lesson in known.items():
        if wanted in (address, lesson.meta.id):
            return lesson
    slugs = {address.partition("/")[2]: address for address in known}
    near = get_close_matches(wanted, known, 3, 0.7)
    near += [slugs[one] for one in get_close_matches(wanted.split("/")[-1], slugs, 3, 0.5)]
    names = list(dict.fromkeys(near)) or sorted(known)
    lines = "\n  ".join(names[:5])
    raise NotPrinted(f"Không có bài “{name}”. Gần giống tên ấy có:\n  {lines}")


def page_of(project: Project, lesson: Lesson, form: str, locale: Locale, papers: int) -> str:
    """Return the address of `form`, from the root of the site. Raises NotPrinted."""
    page = lesson.address(locale)
    if papers and form not in SHUFFLED:
        raise NotPrinted(
            f"--shuffle trộn câu hỏi, nên chỉ đi với --form {', '.join(SHUFFLED)}; "
            f"“{form}” không có gì để trộn."
        )
    if papers > MOST:
        raise NotPrinted(f"--shuffle nhận từ 1 đến {MOST}: mã đề có ba chữ số, từ 101.")
    if form == "lesson":
        return page
    if not project.plan(lesson):
        folder = lesson.path.rpartition("/")[0]
        raise NotPrinted(
            "Bài chưa có giáo án, nên chưa có trang của thầy cô để in.\n"
            f"  Cách sửa: viết {folder}/{PLAN}; có mẫu ở docs/so-tay/giao-an.md"
        )
    document = lesson.text(locale)
    if form in ("worksheet", "key") and not document.questions:
        raise NotPrinted(f"Bài chưa có câu hỏi nào, nên không có phiếu: {document.path}")
    if form == "family" and not (document.family or lesson.documents["vi"].family):
        raise NotPrinted(
            f"Bài chưa có lời cho gia đình: {document.path}\n"
            "  Cách sửa: thêm khối “/// family-note” ở cuối bài, rồi chạy lại."
        )
    shuffle = f"&ma={papers}" if papers else ""
    return page.removesuffix("index.html") + f"giao-an.html#{FORMS[form][1]}{shuffle}"


def file_name(lesson: Lesson, form: str, locale: Locale, papers: int) -> str:
    """Return a name that says what is in the file."""
    parts = [lesson.slug, FORMS[form][0]]
    parts += [f"{papers}-ma-de"] if papers else []
    return "-".join([*parts, locale] if locale != "vi" else parts) + ".pdf"


def to_pdf(browser: Path, site: Path, page: str, target: Path) -> None:
    """Print `page` of `site` into `target`, which is replaced whole or left as it was.

    Raises NotPrinted where the browser prints nothing, OSError where `target` cannot be written.
    """
    place, _, anchor = page.partition("#")
    address = (site / place).as_uri() + (f"#{anchor}" if anchor else "")
    with tempfile.TemporaryDirectory(prefix="vung-xanh-in-", ignore_cleanup_errors=True) as folder:
        draft = Path(folder) / "ban-in.pdf"
        _print(browser, address, draft, Path(folder))
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.stem}-", dir=target.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(draft.read_bytes())
            beside.chmod(0o644)
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def _print(browser: Path, address: str, draft: Path, folder: Path) -> None:
    command: list[str | Path] = [
        browser,
        "--headless=new",
        "--disable-gpu",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
        f"--user-data-dir={folder / 'ho-so'}",  # its own: the browser may be open on the desk
        "--no-pdf-header-footer",
        "--export-tagged-pdf",
        f"--virtual-time-budget={_SCRIPT_TIME}",
        f"--print-to-pdf={draft}",
        *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
        address,
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_PATIENCE, check=False,
            encoding="utf-8", errors="replace",
        )  # fmt: skip
        said = done.stderr
    except subprocess.TimeoutExpired:
        said = f"{_PATIENCE} giây mà chưa xong"
    except OSError as error:
        said = str(error)
    if not draft.is_file() or not draft.read_bytes().startswith(b"%PDF"):
        last = "\n  ".join(said.strip().splitlines()[-3:])
        raise NotPrinted(
            f"Trình duyệt {browser} không in ra được gì:\n  {last}\n"
            "  Cách sửa: cập nhật Chrome hay Edge rồi chạy lại; hoặc mở trang bằng lệnh serve và\n"
            "  bấm Ctrl+P, chọn “Lưu dưới dạng PDF”."
        )
